/// What an exponential random graph model counts in a graph.
public enum GraphTerm: Sendable, Hashable {
  /// The edges.
  case edges
  /// The pairs of nodes with an edge each way; for directed graphs.
  case mutual
  /// The triangles; for undirected graphs.
  case triangles
  /// The edges by the number of neighbors that their ends share, each further one counting less:
  /// e^a (1 - (1 - e^-a)^s) for s shared neighbors and the decay a, 0 or more [Hunter2007]; `gwesp` of
  /// statnet with a fixed decay, for undirected graphs. It makes better models than triangles, which
  /// tend to an empty or a full graph.
  case sharedPartners(decay: Double)
  /// The edges between nodes of the same group; by node, any number that names its group.
  case nodeMatch([Int])
  /// The sum over edges of a number of each of their ends; by node, its number.
  case nodeCovariate([Double])

  /// Whether an edge is as likely whatever the others are.
  var isIndependent: Bool {
    switch self {
    case .edges, .nodeMatch, .nodeCovariate: true
    case .mutual, .triangles, .sharedPartners: false
    }
  }

  /// Stops the program if the term is not for such a graph; refuses data that do not fit.
  func check(nodeCount: Int, isDirected: Bool) throws(GraphError) {
    switch self {
    case .edges: break
    case .mutual: precondition(isDirected, "mutual edges are for directed graphs")
    case .triangles: precondition(!isDirected, "triangles are for undirected graphs")
    case .sharedPartners(let decay):
      precondition(!isDirected, "shared partners are for undirected graphs")
      guard decay.isFinite, decay >= 0 else {
        throw .optionOutOfRange(name: "the decay", value: decay, range: "zero or more")
      }
    case .nodeMatch(let groups):
      guard groups.count == nodeCount else {
        throw .wrongCount(of: "groups", expected: nodeCount, actual: groups.count)
      }
    case .nodeCovariate(let values):
      guard values.count == nodeCount else {
        throw .wrongCount(of: "values", expected: nodeCount, actual: values.count)
      }
      for value in values where !value.isFinite {
        throw .optionOutOfRange(name: "a value of a node", value: value, range: "finite")
      }
    }
  }
}

extension Graph {
  /// The statistics of an exponential random graph model: how much of each term there is.
  ///
  /// - Parameter terms: What is counted. A term for directed graphs asked of an undirected one, or the
  ///   other way round, is a mistake of the caller and stops the program.
  /// - Returns: By term, its raw number.
  /// - Throws: `GraphError` if there are loops or parallel edges, which `simplified()` takes away, or
  ///   the data of a term do not fit.
  /// - Complexity: O(n^2 + m d) time for the largest degree d, O(n^2) space.
  public func statistics(of terms: [GraphTerm]) throws(GraphError) -> [Double] {
    let ties = try TieTable(self, terms)
    // Every edge adds what it changes in the graph of those before it.
    var growing = TieTable(nodeCount: nodeCount, isDirected: isDirected, terms)
    var sums = [Double](repeating: 0, count: terms.count)
    var change = sums
    for (tail, head) in ties.ties {
      growing.changes(Int(tail), Int(head), into: &change)
      for term in terms.indices { sums[term] += change[term] }
      growing.toggle(Int(tail), Int(head))
    }
    return sums
  }
}

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
