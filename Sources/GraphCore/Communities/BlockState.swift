/// A division of an undirected multigraph into blocks, with what its description length needs.
struct BlockState: Sendable {
  /// By node, its block.
  private(set) var labels: [Int32]
  /// How many blocks have nodes.
  private(set) var count = 0
  /// By block, its nodes and the ends of edges there.
  private(set) var sizes: [Int]
  private(set) var ends: [Int]
  /// By two blocks, the edges between them; on the diagonal, those inside.
  private var edges: [Int32]
  private let room: Int
  private let network: BlockNetwork
  // The edges of the node in hand to each block, and the blocks that were met.
  private var near: [Int32]
  private var met: [Int] = []

  /// - Parameters:
  ///   - network: The graph.
  ///   - labels: By node, its block, below `room`.
  ///   - room: How many blocks there can be.
  init(_ network: BlockNetwork, labels: [Int32], room: Int) {
    self.network = network
    self.labels = labels
    self.room = room
    sizes = [Int](repeating: 0, count: room)
    ends = sizes
    near = [Int32](repeating: 0, count: room)
    edges = [Int32](repeating: 0, count: room * room)
    for node in labels.indices {
      let block = Int(labels[node])
      if sizes[block] == 0 { count += 1 }
      sizes[block] += 1
      ends[block] += network.degrees[node]
      edges[block * room + block] += network.loops[node]
      for entry in network.rows.row(node) {
        let other = Int(network.rows.targets[entry])
        if other > node { add(1, block, Int(labels[other])) }
      }
    }
  }

  private mutating func add(_ count: Int32, _ first: Int, _ second: Int) {
    edges[first * room + second] += count
    if first != second { edges[second * room + first] += count }
  }

  /// The description length but for what no division changes.
  ///
  /// - Complexity: O(b^2) for b blocks.
  var length: Double {
    var sum = prior(count)
    for block in 0..<room where sizes[block] > 0 {
      sum += own(ends[block], sizes[block])
      for other in 0...block { sum -= pair(Int(edges[block * room + other]), block == other) }
    }
    return sum
  }

  /// What the number of blocks costs.
  private func prior(_ count: Int) -> Double {
    let logs = network.logs
    guard count > 0 else { return 0 }
    return logs.choose(labels.count - 1, count - 1)
      + logs.spread(network.edgeCount, over: count * (count + 1) / 2)
  }

  /// What the nodes and ends of a block cost.
  @inline(__always)
  private func own(_ ends: Int, _ size: Int) -> Double {
    let logs = network.logs
    return size == 0 ? 0 : logs[ends] + logs.spread(ends, over: size) - logs[size]
  }

  /// What the edges between two blocks, or inside one, save.
  @inline(__always)
  private func pair(_ count: Int, _ isInside: Bool) -> Double {
    network.logs[count] + (isInside ? Double(count) * 0.693_147_180_559_945_3 : 0)
  }

  /// Takes a node in hand.
  private mutating func take(_ node: Int) {
    for block in met { near[block] = 0 }
    met.removeAll(keepingCapacity: true)
    for entry in network.rows.row(node) {
      let other = Int(network.rows.targets[entry])
      if other == node { continue }
      let block = Int(labels[other])
      if near[block] == 0 { met.append(block) }
      near[block] += 1
    }
  }

  /// How much longer the description becomes if the node in hand moves.
  private func change(of node: Int, to target: Int) -> Double {
    let own = Int(labels[node])
    let (degree, loops) = (network.degrees[node], Int(network.loops[node]))
    var sum =
      self.own(ends[own] - degree, sizes[own] - 1) - self.own(ends[own], sizes[own])
      + self.own(ends[target] + degree, sizes[target] + 1)
      - self.own(ends[target], sizes[target])
    for block in met where block != own && block != target {
      let count = Int(near[block])
      let (here, there) = (Int(edges[own * room + block]), Int(edges[target * room + block]))
      sum -= pair(here - count, false) - pair(here, false)
      sum -= pair(there + count, false) - pair(there, false)
    }
    let (toOwn, toTarget) = (Int(near[own]), Int(near[target]))
    let inOwn = Int(edges[own * room + own])
    let inTarget = Int(edges[target * room + target])
    let between = Int(edges[own * room + target])
    sum -= pair(inOwn - toOwn - loops, true) - pair(inOwn, true)
    sum -= pair(inTarget + toTarget + loops, true) - pair(inTarget, true)
    sum -= pair(between + toOwn - toTarget, false) - pair(between, false)
    let countNow = count - (sizes[own] == 1 ? 1 : 0) + (sizes[target] == 0 ? 1 : 0)
    return countNow == count ? sum : sum + prior(countNow) - prior(count)
  }

  /// Moves the node in hand.
  private mutating func move(_ node: Int, to target: Int) {
    let own = Int(labels[node])
    let (degree, loops) = (network.degrees[node], network.loops[node])
    for block in met {
      add(-near[block], own, block)
      add(near[block], target, block)
    }
    add(-loops, own, own)
    add(loops, target, target)
    if sizes[own] == 1 { count -= 1 }
    if sizes[target] == 0 { count += 1 }
    sizes[own] -= 1
    sizes[target] += 1
    ends[own] -= degree
    ends[target] += degree
    labels[node] = Int32(target)
  }

  /// Moves some nodes to the best of some blocks, again and again until none gains or nobody waits for
  /// the result any more.
  ///
  /// - Parameters:
  ///   - nodes: The nodes, in the order in which they are asked.
  ///   - blocks: The blocks to which they may go.
  ///   - most: The most sweeps over them.
  mutating func settle(_ nodes: [Int32], among blocks: [Int], most: Int) {
    for _ in 0..<most {
      var moves = 0
      for (place, node) in nodes.enumerated() {
        if place % 256 == 0, Execution.isCancelled { return }
        let node = Int(node)
        take(node)
        var best = (block: Int(labels[node]), change: -1e-9)
        for block in blocks where block != Int(labels[node]) {
          let change = change(of: node, to: block)
          if change < best.change { best = (block, change) }
        }
        guard best.block != Int(labels[node]) else { continue }
        move(node, to: best.block)
        moves += 1
      }
      if moves == 0 { return }
    }
  }

  /// The blocks that have nodes.
  var blocks: [Int] { (0..<room).filter { sizes[$0] > 0 } }

  /// A block without nodes.
  var emptyBlock: Int? { sizes.firstIndex(of: 0) }

  /// The two blocks whose joining makes the description shortest, or least longer.
  func bestMerger() -> (first: Int, second: Int, change: Double)? {
    let blocks = blocks
    var best: (first: Int, second: Int, change: Double)?
    for (place, first) in blocks.enumerated() {
      if Execution.isCancelled { break }
      for second in blocks[..<place] {
        var sum =
          own(ends[first] + ends[second], sizes[first] + sizes[second])
          - own(ends[first], sizes[first]) - own(ends[second], sizes[second])
        for block in blocks where block != first && block != second {
          let here = Int(edges[first * room + block])
          let there = Int(edges[second * room + block])
          if here == 0 || there == 0 { continue }
          sum -= pair(here + there, false) - pair(here, false) - pair(there, false)
        }
        let inFirst = Int(edges[first * room + first])
        let inSecond = Int(edges[second * room + second])
        let between = Int(edges[first * room + second])
        sum -= pair(inFirst + inSecond + between, true) - pair(inFirst, true)
        sum += pair(inSecond, true) + pair(between, false)
        if sum < best?.change ?? .infinity { best = (second, first, sum) }
      }
    }
    return best.map { ($0.first, $0.second, $0.change + prior(count - 1) - prior(count)) }
  }

  /// Joins the second of two blocks to the first.
  mutating func merge(_ first: Int, _ second: Int) {
    for node in labels.indices where Int(labels[node]) == second {
      take(node)
      move(node, to: first)
    }
  }

  /// Puts some nodes of a block into an empty one.
  mutating func part(_ nodes: [Int32], into block: Int) {
    for node in nodes {
      take(Int(node))
      move(Int(node), to: block)
    }
  }
}

/// A graph as the block model sees it: undirected, its loops apart.
struct BlockNetwork: Sendable {
  let rows: Adjacency
  let edgeCount: Int
  /// By node, its ends of edges; a loop has two.
  let degrees: [Int]
  /// By node, its loops.
  let loops: [Int32]
  let logs: LogFactorial

  init(_ graph: Graph) {
    let plain = graph.asUndirected()
    rows = plain.outgoing
    edgeCount = graph.edgeCount
    var loops = [Int32](repeating: 0, count: graph.nodeCount)
    for edge in graph.tails.indices where graph.tails[edge] == graph.heads[edge] {
      loops[Int(graph.tails[edge])] += 1
    }
    self.loops = loops
    degrees = graph.nodes.map { plain.outgoing.row($0).count + Int(loops[$0]) }
    logs = LogFactorial(upTo: min(2 * graph.edgeCount + graph.nodeCount, 1 << 22))
  }

  /// What no division changes: the edges of each pair of nodes, the degrees, and the number of nodes.
  var constant: Double {
    var sum = 0.0
    let n = degrees.count
    if n > 0 { sum += logs[n] + Double(n).naturalLogarithm }
    for node in 0..<n {
      sum -= logs[degrees[node]]
      sum += logs[Int(loops[node])] + Double(loops[node]) * 0.693_147_180_559_945_3
      var run = 0
      var last = -1
      for entry in rows.row(node) {
        let other = Int(rows.targets[entry])
        if other <= node { continue }
        run = other == last ? run + 1 : 1
        last = other
        // ln 1 + ln 2 + ... as the parallel edges come.
        if run > 1 { sum += Double(run).naturalLogarithm }
      }
    }
    return sum
  }
}
