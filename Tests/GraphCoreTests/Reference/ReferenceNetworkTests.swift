import Foundation
import GraphCore
import TestSupport
import Testing

/// A published network with the values that other programs computed; see Fixtures/PROVENANCE.md.
struct ReferenceNetwork: Decodable, CustomTestStringConvertible {
  struct Paths: Decodable {
    let tail: Int
    let head: Int
    let lengths: [Double]
  }

  let name: String
  let nodeCount: Int
  let isDirected: Bool
  let edges: [[Double]]
  let undirected: [String: [Double?]]
  let directed: [String: [Double?]]
  let weighted: [String: [Double?]]
  let edgeBetweenness: [[Double]]
  let paths: [Paths]

  var testDescription: String { name }

  static func load(_ url: URL) throws -> ReferenceNetwork {
    try JSONDecoder().decode(ReferenceNetwork.self, from: Data(contentsOf: url))
  }

  /// The simple graph for which the values hold.
  var graph: Graph {
    GraphFamilies.make(
      nodeCount,
      edges.map { Graph.Edge(Int($0[0]), Int($0[1]), weight: $0.count > 2 ? $0[2] : nil) },
      isDirected: isDirected
    ).simplified()
  }

  /// The difference of each measure from the expected values, by name.
  func differences() throws -> [(name: String, difference: Double)] {
    let graph = self.graph
    let plain = graph.asUndirected().simplified()
    var found: [(String, Double)] = []
    func compare(
      _ part: String, _ expected: [String: [Double?]], _ key: String, _ values: [Double?]
    ) {
      guard let list = expected[key] else { return }
      found.append(("\(part) \(key)", largestDifference(values, list)))
    }
    try compareUndirected(plain) { compare("undirected", undirected, $0, $1) }
    if isDirected { try compareDirected(graph) { compare("directed", directed, $0, $1) } }
    if !weighted.isEmpty { try compareWeighted(graph) { compare("weighted", weighted, $0, $1) } }
    if !edgeBetweenness.isEmpty {
      let scores = try plain.edgeBetweenness(Graph.BetweennessOptions(isNormalized: false))
      let expected = plain.edges.map { edge in
        edgeBetweenness.first { Set($0.prefix(2)) == [Double(edge.tail), Double(edge.head)] }?[2]
      }
      found.append(("edge betweenness", largestDifference(scores.values, expected)))
    }
    for path in paths {
      let lengths = try plain.shortestSimplePaths(from: path.tail, to: path.head)
        .prefix(path.lengths.count).map(\.length)
      found.append(("k shortest paths", largestDifference(lengths, path.lengths)))
    }
    return found
  }

  private func compareUndirected(
    _ graph: Graph, _ compare: (String, [Double?]) -> Void
  ) throws {
    compare("degree", graph.degree(isNormalized: false).values)
    compare("degree_centrality", graph.degree().values)
    compare("density", [graph.density()])
    compare(
      "betweenness_raw",
      try graph.betweenness(Graph.BetweennessOptions(isNormalized: false)).values)
    compare("betweenness_normalized", try graph.betweenness().values)
    compare("closeness_wasserman_faust", try graph.closeness().values)
    compare("closeness_component", try graph.closeness(weighsByReach: false).values)
    compare("harmonic", try graph.harmonic().values)
    compare("pagerank_0.85", try graph.pageRank().values)
    compare("katz_alpha0.01_beta1_raw", try rawKatz(graph))
    compare("katz_alpha0.01_beta1_l2", try graph.katz().values)
    compare("core_number", graph.coreNumbers().values.map(Double.init))
    compare("clustering", try graph.clustering().values)
    compare("transitivity", [try graph.transitivity()])
    compare("triangles", try graph.triangles().values.map(Double.init))
    compare("burt_constraint", try graph.constraint().values)
    compare("burt_effective_size", try graph.effectiveSize().values)
    let sizes = graph.weakComponents().members.map { Double($0.count) }.sorted(by: >)
    compare("component_sizes", sizes)
    if (graph.weakComponents().largest?.count ?? 0) > 2 {
      compare("eigenvector_largest_component_l2", try eigenvector(graph, usesWeights: false))
    }
  }

  private func compareDirected(_ graph: Graph, _ compare: (String, [Double?]) -> Void) throws {
    let outward = Graph.DistanceOptions(direction: .outward)
    compare("in_degree", graph.degree(.incoming, isNormalized: false).values)
    compare("out_degree", graph.degree(.outgoing, isNormalized: false).values)
    compare("density", [graph.density()])
    compare(
      "betweenness_raw",
      try graph.betweenness(Graph.BetweennessOptions(isNormalized: false)).values)
    compare("closeness_in_wasserman_faust", try graph.closeness().values)
    compare("closeness_out_wasserman_faust", try graph.closeness(outward).values)
    compare("closeness_in_component", try graph.closeness(weighsByReach: false).values)
    compare("harmonic_in", try graph.harmonic().values)
    compare("harmonic_out", try graph.harmonic(outward).values)
    compare("pagerank_0.85", try graph.pageRank().values)
    let hits = try graph.hubsAndAuthorities()
    // Where the two largest singular values are the same, no scores are the right ones.
    if let top = directed["hits_singular_values_top2"], let first = top[0], let second = top[1],
      first - second > 1e-9 * first
    {
      compare("hits_hubs_l1", hits.hubs.values)
      compare("hits_authorities_l1", hits.authorities.values)
    }
    compare("katz_alpha0.01_beta1_raw", try rawKatz(graph))
    compare("katz_alpha0.01_beta1_l2", try graph.katz().values)
    compare("burt_constraint_directed", try graph.constraint().values)
    compare("clustering_fagiolo", try graph.clustering().values)
    compare("reciprocity", [graph.reciprocity()])
    compare("is_dag", [graph.isAcyclic() ? 1 : 0])
    let strong = graph.strongComponents().members.map { Double($0.count) }
    compare("number_scc", [Double(strong.count)])
    compare("scc_sizes", strong.filter { $0 > 1 }.sorted(by: >))
    compare("number_wcc", [Double(graph.weakComponents().count)])
  }

  private func compareWeighted(_ graph: Graph, _ compare: (String, [Double?]) -> Void) throws {
    compare("strength", graph.strength().values)
    compare("in_strength", graph.strength(.incoming).values)
    compare("out_strength", graph.strength(.outgoing).values)
    compare(
      "pagerank_0.85_weighted",
      try graph.pageRank(Graph.PageRankOptions(usesWeights: true)).values)
    compare(
      "betweenness_raw_distance_1_over_w",
      try graph.betweenness(
        Graph.BetweennessOptions(lengths: .inverseWeights, isNormalized: false)
      ).values)
    let inverse = Graph.DistanceOptions(lengths: .inverseWeights)
    compare("closeness_wf_distance_1_over_w", try graph.closeness(inverse).values)
    compare("harmonic_distance_1_over_w", try graph.harmonic(inverse).values)
    compare("clustering_onnela", try graph.clustering(usesWeights: true).values)
    compare("burt_constraint_weighted", try graph.constraint(usesWeights: true).values)
    compare("burt_effective_size_weighted", try graph.effectiveSize(usesWeights: true).values)
    if !graph.isDirected {
      compare(
        "eigenvector_weighted_largest_component_l2", try eigenvector(graph, usesWeights: true))
    }
  }

  private func rawKatz(_ graph: Graph) throws -> [Double?] {
    try graph.katz(Graph.KatzOptions(isNormalized: false)).values
  }

  /// The values hold for the largest component; other nodes are given 0.
  private func eigenvector(_ graph: Graph, usesWeights: Bool) throws -> [Double?] {
    let part = graph.subgraph(of: graph.weakComponents().largest ?? [])
    var values = [Double?](repeating: 0, count: graph.nodeCount)
    let scores = try part.graph.eigenvector(
      usesWeights: usesWeights, limits: IterationLimits(maximum: 100_000))
    for (index, node) in part.nodes.enumerated() { values[node] = scores[index] }
    return values
  }
}

@Suite struct ReferenceNetworkTests {
  static let names = [
    "davis_women", "florentine_marriage16", "ise_typed_nov13", "karate34", "kite10", "lesmis77",
  ]

  @Test(arguments: names)
  func agreesWithNetworkXAndIgraph(name: String) throws {
    let url = try #require(
      Bundle.module.url(
        forResource: name, withExtension: "json", subdirectory: "Fixtures/networks"))
    let network = try ReferenceNetwork.load(url)
    let differences = try network.differences()
    #expect(differences.count >= 20)
    for (measure, difference) in differences {
      #expect(difference < 1e-9, "\(measure)")
    }
  }
}
