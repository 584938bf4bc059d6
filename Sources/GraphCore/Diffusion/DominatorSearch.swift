/// Which nodes are reached from some seeds in a world, and through which others alone.
///
/// The immediate dominators by iteration over the nodes in reverse postorder [Cooper2006].
struct DominatorSearch {
  private let graph: Graph
  private let isSeed: [Bool]
  private var world: LiveWorld?
  private var isNodeGone: [Bool] = []
  private var isEdgeGone: [Bool] = []
  /// By node, its number in postorder, or -1 if it is not reached.
  private var numbers: [Int32]
  /// The nodes in postorder.
  private var order: [Int32] = []
  /// By number, that of the immediate dominator; that of all seeds is the root above them,
  /// `order.count`.
  private var dominators: [Int32] = []
  /// By number, how many nodes are reached through the node alone, itself included.
  private var sizes: [Int] = []
  private var isSeen: [Bool]

  init(_ graph: Graph, isSeed: [Bool]) {
    self.graph = graph
    self.isSeed = isSeed
    numbers = [Int32](repeating: -1, count: graph.nodeCount)
    isSeen = [Bool](repeating: false, count: graph.nodeCount)
  }

  var reachedCount: Int { order.count }

  /// Searches a world without some nodes or edges; an empty list leaves all in.
  mutating func run(in world: LiveWorld, isNodeGone: [Bool], isEdgeGone: [Bool]) {
    for node in order {
      numbers[Int(node)] = -1
      isSeen[Int(node)] = false
    }
    order.removeAll(keepingCapacity: true)
    self.world = world
    self.isNodeGone = isNodeGone
    self.isEdgeGone = isEdgeGone
    for seed in graph.nodes where isSeed[seed] && !isSeen[seed] { descend(from: seed) }
    findDominators()
    sizes = [Int](repeating: 1, count: order.count + 1)
    for number in order.indices { sizes[Int(dominators[number])] += sizes[number] }
  }

  /// Adds, for each node but the seeds, how many nodes it is in the way of, itself included.
  func addNodeLosses(to losses: inout [Int]) {
    for (number, node) in order.enumerated() where !isSeed[Int(node)] {
      losses[Int(node)] += sizes[number]
    }
  }

  /// Adds, for each edge, how many nodes are reached through it alone.
  func addEdgeLosses(to losses: inout [Int]) {
    let rows = graph.incoming
    let rowEdges = rows.edges
    for (number, node) in order.enumerated() where !isSeed[Int(node)] {
      // The edge through which all come, if only one does not come from behind the node.
      var only: Int32?
      var count = 0
      for entry in rows.row(Int(node)) {
        let other = numbers[Int(rows.targets[entry])]
        guard other >= 0, holds(rowEdges[entry], into: node), !isBehind(other, Int32(number))
        else { continue }
        count += 1
        only = rowEdges[entry]
      }
      if count == 1, let only { losses[Int(only)] += sizes[number] }
    }
  }

  /// Whether a node is the other or dominated by it.
  private func isBehind(_ number: Int32, _ front: Int32) -> Bool {
    var number = number
    while number < front { number = dominators[Int(number)] }
    return number == front
  }

  @inline(__always)
  private func holds(_ edge: Int32, into head: Int32) -> Bool {
    (isEdgeGone.isEmpty || !isEdgeGone[Int(edge)]) && world?.carries(edge, into: head) == true
  }

  /// Depth-first search; appends in postorder.
  private mutating func descend(from root: Int) {
    let rows = graph.outgoing
    let rowEdges = rows.edges
    var stack = [(node: Int32(truncatingIfNeeded: root), entry: rows.row(root).lowerBound)]
    isSeen[root] = true
    while let top = stack.last {
      if top.entry == rows.row(Int(top.node)).upperBound {
        stack.removeLast()
        numbers[Int(top.node)] = Int32(truncatingIfNeeded: order.count)
        order.append(top.node)
        continue
      }
      stack[stack.count - 1].entry += 1
      let target = rows.targets[top.entry]
      guard !isSeen[Int(target)], isNodeGone.isEmpty || !isNodeGone[Int(target)],
        holds(rowEdges[top.entry], into: target)
      else { continue }
      isSeen[Int(target)] = true
      stack.append((target, rows.row(Int(target)).lowerBound))
    }
  }

  private mutating func findDominators() {
    let root = Int32(truncatingIfNeeded: order.count)
    dominators = [Int32](repeating: -1, count: order.count + 1)
    dominators[order.count] = root
    for (number, node) in order.enumerated() where isSeed[Int(node)] { dominators[number] = root }
    let rows = graph.incoming
    let rowEdges = rows.edges
    var isChanged = true
    while isChanged {
      isChanged = false
      for number in order.indices.reversed() where !isSeed[Int(order[number])] {
        let node = order[number]
        var meeting: Int32 = -1
        for entry in rows.row(Int(node)) {
          let other = numbers[Int(rows.targets[entry])]
          guard other >= 0, dominators[Int(other)] >= 0, holds(rowEdges[entry], into: node)
          else { continue }
          meeting = meeting < 0 ? other : meet(meeting, other)
        }
        if dominators[number] != meeting {
          dominators[number] = meeting
          isChanged = true
        }
      }
    }
  }

  private func meet(_ first: Int32, _ second: Int32) -> Int32 {
    var (first, second) = (first, second)
    while first != second {
      while first < second { first = dominators[Int(first)] }
      while second < first { second = dominators[Int(second)] }
    }
    return first
  }
}
