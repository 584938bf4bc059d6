/// What an exponential random graph model counts in a graph.
public enum GraphTerm: Sendable, Hashable {
  /// The edges.
  case edges
  /// The pairs of nodes with an edge each way; for directed graphs.
  case mutual
  /// The triangles. In a directed graph the transitive and the cyclic triples together, as `triangle`
  /// of statnet has it [Morris2008]: three nodes that all answer each other have eight. Of the three
  /// terms a model can hold two, since each follows from the others.
  case triangles
  /// The sets of three edges i to j, j to k, and i to k, the third a short cut of the way that the
  /// others are; `ttriple` of statnet [Morris2008], for directed graphs.
  case transitiveTriples
  /// The sets of three edges in a ring, i to j, j to k, and k to i; `ctriple` of statnet [Morris2008],
  /// for directed graphs.
  case cyclicTriples
  /// The edges by the number of neighbors that their ends share, each further one counting less:
  /// e^a (1 - (1 - e^-a)^s) for s shared neighbors and the decay a, 0 or more [Hunter2007]; `gwesp` of
  /// statnet with a fixed decay. It makes better models than triangles, which tend to an empty or a full
  /// graph. In a directed graph i and j share k for the edge i to j if i leads to k and k to j: these are
  /// the outgoing two-paths, `OTP`, that statnet takes too unless told otherwise, and the alternating
  /// transitive triangles of others [Robins2009].
  case sharedPartners(decay: Double)
  /// The edges between nodes of the same group; by node, any number that names its group.
  case nodeMatch([Int])
  /// The sum over edges of a number of each of their ends; by node, its number.
  case nodeCovariate([Double])

  /// Whether an edge is as likely whatever the others are.
  var isIndependent: Bool {
    switch self {
    case .edges, .nodeMatch, .nodeCovariate: true
    case .mutual, .triangles, .transitiveTriples, .cyclicTriples, .sharedPartners: false
    }
  }

  /// Stops the program if the term is not for such a graph; refuses data that do not fit.
  func check(nodeCount: Int, isDirected: Bool) throws(GraphError) {
    switch self {
    case .edges, .triangles: break
    case .mutual: precondition(isDirected, "mutual edges are for directed graphs")
    case .transitiveTriples: precondition(isDirected, "transitive triples are for directed graphs")
    case .cyclicTriples: precondition(isDirected, "cyclic triples are for directed graphs")
    case .sharedPartners(let decay):
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
  /// - Parameter terms: What is counted. A term for directed graphs asked of an undirected one is a
  ///   mistake of the caller and stops the program.
  /// - Returns: By term, its raw number.
  /// - Throws: `GraphError` if there are loops or parallel edges, which `simplified()` takes away, or
  ///   the data of a term do not fit.
  /// - Complexity: O(n^2 + m d) time for the largest degree d, O(n^2 + m d^2) with shared partners, of
  ///   which each edge changes up to d other edges; O(n^2) space.
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
