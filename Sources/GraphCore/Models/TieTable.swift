/// A simple graph whose ties come and go, and what each would change.
struct TieTable: Sendable {
  let nodeCount: Int
  let isDirected: Bool
  /// The ties, in an order that means nothing.
  private(set) var ties: [(tail: Int32, head: Int32)] = []
  /// By tail and head, where the tie stands in the list, or -1.
  private var places: [Int32]
  /// By node, its neighbors; kept for undirected graphs only.
  private var near: [[Int32]]
  private let terms: [Prepared]

  /// A term with what is needed to count it quickly.
  private enum Prepared: Sendable {
    case edges, mutual, triangles
    /// By number of shared neighbors, what the next one adds, up to all nodes.
    case sharedPartners(steps: [Double], sums: [Double])
    case match([Int])
    case covariate([Double])
  }

  /// Starts without ties; the terms have been checked.
  init(nodeCount: Int, isDirected: Bool, _ terms: [GraphTerm]) {
    self.nodeCount = nodeCount
    self.isDirected = isDirected
    places = [Int32](repeating: -1, count: nodeCount * nodeCount)
    near = [[Int32]](repeating: [], count: isDirected ? 0 : nodeCount)
    self.terms = terms.map { term in
      switch term {
      case .edges: return .edges
      case .mutual: return .mutual
      case .triangles: return .triangles
      case .sharedPartners(let decay):
        let ratio = 1 - (-decay).naturalExponential
        var steps = [1.0]
        var sums = [0.0]
        for shared in 0...nodeCount {
          sums.append(sums[shared] + steps[shared])
          steps.append(steps[shared] * ratio)
        }
        return .sharedPartners(steps: steps, sums: sums)
      case .nodeMatch(let groups): return .match(groups)
      case .nodeCovariate(let values): return .covariate(values)
      }
    }
  }

  /// Takes the edges of a graph.
  init(_ graph: Graph, _ terms: [GraphTerm]) throws(GraphError) {
    try GraphError.require(graph.nodeCount, "the number of nodes", in: 0...40_000)
    for term in terms {
      try term.check(nodeCount: graph.nodeCount, isDirected: graph.isDirected)
    }
    self.init(nodeCount: graph.nodeCount, isDirected: graph.isDirected, terms)
    var unfit = 0
    for edge in graph.tails.indices {
      let (tail, head) = (Int(graph.tails[edge]), Int(graph.heads[edge]))
      if tail == head || has(tail, head) { unfit += 1 } else { toggle(tail, head) }
    }
    guard unfit == 0 else {
      throw .optionOutOfRange(
        name: "the number of loops and parallel edges", value: Double(unfit),
        range: "0; take them away first")
    }
  }

  /// The number of pairs that can be tied.
  var pairCount: Int { nodeCount * max(nodeCount - 1, 0) / (isDirected ? 1 : 2) }

  @inline(__always)
  func has(_ tail: Int, _ head: Int) -> Bool { places[tail * nodeCount + head] >= 0 }

  /// Makes a tie, or takes it away.
  mutating func toggle(_ tail: Int, _ head: Int) {
    let place = Int(places[tail * nodeCount + head])
    if place < 0 {
      setPlace(Int32(ties.count), tail, head)
      ties.append((Int32(tail), Int32(head)))
      if !isDirected {
        near[tail].append(Int32(head))
        near[head].append(Int32(tail))
      }
      return
    }
    setPlace(-1, tail, head)
    let last = ties.removeLast()
    if place < ties.count {
      ties[place] = last
      setPlace(Int32(place), Int(last.tail), Int(last.head))
    }
    if !isDirected {
      drop(head, near: tail)
      drop(tail, near: head)
    }
  }

  private mutating func setPlace(_ place: Int32, _ tail: Int, _ head: Int) {
    places[tail * nodeCount + head] = place
    if !isDirected { places[head * nodeCount + tail] = place }
  }

  private mutating func drop(_ other: Int, near node: Int) {
    guard let place = near[node].firstIndex(of: Int32(other)) else { return }
    near[node].swapAt(place, near[node].count - 1)
    near[node].removeLast()
  }

  /// By term, what the tie between two nodes adds to the graph as it is without it.
  func changes(_ tail: Int, _ head: Int, into change: inout [Double]) {
    for (index, term) in terms.enumerated() {
      change[index] =
        switch term {
        case .edges: 1
        case .mutual: has(head, tail) ? 1 : 0
        case .triangles: Double(shared(tail, head))
        case .sharedPartners(let steps, let sums): partnerChange(tail, head, steps, sums)
        case .match(let groups): groups[tail] == groups[head] ? 1 : 0
        case .covariate(let values): values[tail] + values[head]
        }
    }
  }

  /// How many neighbors two nodes share.
  private func shared(_ first: Int, _ second: Int) -> Int {
    let (low, high) =
      near[first].count < near[second].count ? (first, second) : (second, first)
    var count = 0
    for node in near[low] where has(Int(node), high) { count += 1 }
    return count
  }

  private func partnerChange(
    _ tail: Int, _ head: Int, _ steps: [Double], _ sums: [Double]
  ) -> Double {
    // Each end is a shared neighbor of the other and whoever they share: now, if the tie is there.
    let own = has(tail, head) ? 1 : 0
    var count = 0
    var sum = 0.0
    for node in near[tail] where has(Int(node), head) {
      count += 1
      sum += steps[shared(tail, Int(node)) - own] + steps[shared(head, Int(node)) - own]
    }
    return sum + sums[count]
  }
}
