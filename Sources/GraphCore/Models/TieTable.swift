/// A simple graph whose ties come and go, and what each would change.
///
/// Of d the largest degree, it takes O(n^2 + m) space, and lists of neighbors only if a term needs them;
/// a tie is made in O(1) time and taken away in O(d), or in O(1) without lists.
struct TieTable: Sendable {
  let nodeCount: Int
  let isDirected: Bool
  /// The ties, in an order that means nothing.
  private(set) var ties: [(tail: Int32, head: Int32)] = []
  /// By tail and head, where the tie stands in the list, or -1.
  private var places: [Int32]
  /// By node, the heads of its ties, or all its neighbors if the graph is undirected; empty if no term
  /// asks who shares whom.
  private var successors: [[Int32]]
  /// By node, the tails of ties to it; empty if the graph is undirected or no term asks who shares whom.
  private var predecessors: [[Int32]]
  private let terms: [Prepared]

  /// A term with what is needed to count it quickly.
  private enum Prepared: Sendable {
    case edges, mutual, triangles, transitiveTriples, cyclicTriples
    /// By number of shared neighbors, what the next one adds, up to all nodes.
    case sharedPartners(steps: [Double], sums: [Double])
    case match([Int])
    case covariate([Double])

    /// Whether it goes over the neighbors of a node.
    var needsNeighbors: Bool {
      switch self {
      case .edges, .mutual, .match, .covariate: false
      case .triangles, .transitiveTriples, .cyclicTriples, .sharedPartners: true
      }
    }
  }

  /// Starts without ties; the terms have been checked.
  init(nodeCount: Int, isDirected: Bool, _ terms: [GraphTerm]) {
    self.nodeCount = nodeCount
    self.isDirected = isDirected
    places = [Int32](repeating: -1, count: nodeCount * nodeCount)
    self.terms = terms.map { term in
      switch term {
      case .edges: return .edges
      case .mutual: return .mutual
      case .triangles: return .triangles
      case .transitiveTriples: return .transitiveTriples
      case .cyclicTriples: return .cyclicTriples
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
    let keepsNeighbors = self.terms.contains(where: \.needsNeighbors)
    successors = [[Int32]](repeating: [], count: keepsNeighbors ? nodeCount : 0)
    predecessors = [[Int32]](repeating: [], count: keepsNeighbors && isDirected ? nodeCount : 0)
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
    } else {
      setPlace(-1, tail, head)
      let last = ties.removeLast()
      if place < ties.count {
        ties[place] = last
        setPlace(Int32(place), Int(last.tail), Int(last.head))
      }
    }
    guard !successors.isEmpty else { return }
    Self.toggle(head, in: &successors[tail], isThere: place >= 0)
    if isDirected {
      Self.toggle(tail, in: &predecessors[head], isThere: place >= 0)
    } else {
      Self.toggle(tail, in: &successors[head], isThere: place >= 0)
    }
  }

  private mutating func setPlace(_ place: Int32, _ tail: Int, _ head: Int) {
    places[tail * nodeCount + head] = place
    if !isDirected { places[head * nodeCount + tail] = place }
  }

  private static func toggle(_ node: Int, in row: inout [Int32], isThere: Bool) {
    guard isThere else {
      row.append(Int32(node))
      return
    }
    guard let place = row.firstIndex(of: Int32(node)) else { return }
    row.swapAt(place, row.count - 1)
    row.removeLast()
  }

  /// By term, what the tie between two nodes adds to the graph as it is without it.
  func changes(_ tail: Int, _ head: Int, into change: inout [Double]) {
    for (index, term) in terms.enumerated() {
      change[index] =
        switch term {
        case .edges: 1
        case .mutual: has(head, tail) ? 1 : 0
        case .triangles:
          Double(
            isDirected
              ? transitiveTriples(tail, head) + ways(head, tail) : sharedNeighbors(tail, head))
        case .transitiveTriples: Double(transitiveTriples(tail, head))
        case .cyclicTriples: Double(ways(head, tail))
        case .sharedPartners(let steps, let sums):
          isDirected
            ? shortCutChange(tail, head, steps, sums) : partnerChange(tail, head, steps, sums)
        case .match(let groups): groups[tail] == groups[head] ? 1 : 0
        case .covariate(let values): values[tail] + values[head]
        }
    }
  }

  // MARK: Undirected graphs

  /// How many neighbors two nodes share.
  private func sharedNeighbors(_ first: Int, _ second: Int) -> Int {
    let (low, high) =
      successors[first].count < successors[second].count ? (first, second) : (second, first)
    var count = 0
    for node in successors[low] where has(Int(node), high) { count += 1 }
    return count
  }

  private func partnerChange(
    _ tail: Int, _ head: Int, _ steps: [Double], _ sums: [Double]
  ) -> Double {
    // Each end is a shared neighbor of the other and whoever they share: now, if the tie is there.
    let own = has(tail, head) ? 1 : 0
    var count = 0
    var sum = 0.0
    for node in successors[tail] where has(Int(node), head) {
      count += 1
      sum +=
        steps[sharedNeighbors(tail, Int(node)) - own]
        + steps[sharedNeighbors(head, Int(node)) - own]
    }
    return sum + sums[count]
  }

  // MARK: Directed graphs

  /// How many ways of two ties lead from one node to another.
  private func ways(_ first: Int, _ last: Int) -> Int {
    var count = 0
    if successors[first].count < predecessors[last].count {
      for node in successors[first] where has(Int(node), last) { count += 1 }
    } else {
      for node in predecessors[last] where has(first, Int(node)) { count += 1 }
    }
    return count
  }

  /// How many transitive triples a tie is part of: as the short cut, as the first tie of the way and as
  /// the second.
  private func transitiveTriples(_ tail: Int, _ head: Int) -> Int {
    var count = ways(tail, head)
    for node in successors[head] where has(tail, Int(node)) { count += 1 }
    for node in predecessors[tail] where has(Int(node), head) { count += 1 }
    return count
  }

  private func shortCutChange(
    _ tail: Int, _ head: Int, _ steps: [Double], _ sums: [Double]
  ) -> Double {
    // The tie is one more way for the short cuts from its tail to where its head leads, and from who
    // leads to its tail to its head: now, if it is there.
    let own = has(tail, head) ? 1 : 0
    var sum = sums[ways(tail, head)]
    for node in successors[head] where has(tail, Int(node)) {
      sum += steps[ways(tail, Int(node)) - own]
    }
    for node in predecessors[tail] where has(Int(node), head) {
      sum += steps[ways(Int(node), head) - own]
    }
    return sum
  }
}
