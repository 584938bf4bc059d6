import Foundation
import GraphCore
import TestSupport
import Testing

/// A call that NetworkX's own tests make, with its result; see Fixtures/PROVENANCE.md.
struct NetworkXCall: Decodable {
  let function: String
  let test: String
  let isDirected: Bool
  let nodeCount: Int
  let edges: [[Double]]
  let usesWeights: Bool?
  let isNormalized: Bool?
  let countsEndpoints: Bool?
  let weighsByReach: Bool?
  let alpha: Double?
  let personalization: [Double]?
  let tail: Int?
  let head: Int?
  let maximumHops: Int?
  let values: [[Double?]]?
  let authorities: [[Double?]]?
  let groups: [[Int]]?
  let number: Double?
  let tolerance: Double?

  static func loadAll() throws -> [NetworkXCall] {
    guard
      let url = Bundle.module.url(
        forResource: "networkx-calls", withExtension: "jsonl", subdirectory: "Fixtures")
    else { return [] }
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(NetworkXCall.self, from: Data($0.utf8))
    }
  }

  var graph: Graph {
    GraphFamilies.make(
      nodeCount,
      edges.map { Graph.Edge(Int($0[0]), Int($0[1]), weight: $0.count > 2 ? $0[2] : nil) },
      isDirected: isDirected)
  }

  private var lengths: EdgeLengths { usesWeights == true ? .weights : .hops }

  /// Whether our result is the recorded one; nil if the function is not known here.
  func agrees() throws -> Bool? {
    if let groups { return try foundGroups().map { $0 == groups } }
    if let number {
      return try foundNumber().map { abs($0 - number) < 1e-9 }
    }
    guard let values, let found = try foundValues() else { return nil }
    var agrees = matches(found, values)
    if let authorities {
      agrees =
        try agrees
        && matches(
          graph.hubsAndAuthorities(usesWeights: usesWeights == true).authorities.values, authorities
        )
    }
    return agrees
  }

  private func matches(_ found: [Double?], _ expected: [[Double?]]) -> Bool {
    expected.allSatisfy { pair in
      guard let index = pair[0] else { return false }
      return largestDifference([found[Int(index)]], [pair[1]]) < tolerance ?? 1e-9
    }
  }

  private func foundGroups() throws -> [[Int]]? {
    switch function {
    case "connected_components", "weakly_connected_components":
      return graph.weakComponents().members
    case "strongly_connected_components":
      return graph.strongComponents().members
    case "shortest_simple_paths", "all_simple_paths":
      guard let tail, let head else { return nil }
      let paths = try Array(
        graph.shortestSimplePaths(
          from: tail, to: head, lengths: lengths, maximumHops: maximumHops
        ).prefix((groups?.count ?? 0) + 1))
      let isSorted = zip(paths, paths.dropFirst()).allSatisfy { $0.length <= $1.length }
      return isSorted ? paths.map(\.nodes).sorted { $0.lexicographicallyPrecedes($1) } : []
    default: return nil
    }
  }

  private func foundNumber() throws -> Double? {
    switch function {
    case "reciprocity": return graph.reciprocity()
    // NetworkX gives 0 where no two edges meet.
    case "transitivity": return graph.transitivity() ?? 0
    case "is_directed_acyclic_graph": return graph.isAcyclic() ? 1 : 0
    case "dijkstra_path_length":
      guard let tail, let head else { return nil }
      return try graph.shortestPath(from: tail, to: head, lengths: lengths)?.length
    default: return nil
    }
  }

  private func foundValues() throws -> [Double?]? {
    let betweenness = Graph.BetweennessOptions(
      lengths: lengths, isNormalized: isNormalized ?? true,
      countsEndpoints: countsEndpoints ?? false)
    let weights = usesWeights == true
    switch function {
    case "betweenness_centrality": return try graph.betweenness(betweenness).values
    case "edge_betweenness_centrality": return try graph.edgeBetweenness(betweenness).values
    case "clustering": return try graph.clustering(usesWeights: weights).values
    case "triangles": return graph.triangles().values.map(Double.init)
    case "eccentricity":
      return try graph.eccentricity(
        Graph.DistanceOptions(direction: .outward, lengths: lengths)
      ).values
    case "effective_size": return try graph.effectiveSize(usesWeights: weights).values
    case "constraint": return try graph.constraint(usesWeights: weights).values
    case "katz_centrality", "katz_centrality_numpy":
      return try graph.katz(
        Graph.KatzOptions(
          alpha: alpha ?? 0.1, isNormalized: isNormalized ?? true, usesWeights: weights)
      ).values
    case "closeness_centrality":
      return try graph.closeness(weighsByReach: weighsByReach ?? true).values
    case "core_number": return graph.coreNumbers().values.map(Double.init)
    case "degree_centrality": return graph.degree().values
    case "in_degree_centrality": return graph.degree(.incoming).values
    case "out_degree_centrality": return graph.degree(.outgoing).values
    case "pagerank":
      return try graph.pageRank(
        Graph.PageRankOptions(
          damping: alpha ?? 0.85, personalization: personalization, usesWeights: weights)
      ).values
    case "eigenvector_centrality", "eigenvector_centrality_numpy":
      return try graph.eigenvector(usesWeights: weights).values
    case "hits": return try graph.hubsAndAuthorities(usesWeights: weights).hubs.values
    case "single_source_shortest_path_length":
      guard let tail else { return nil }
      let tree = graph.breadthFirst(from: tail, maximumHops: maximumHops)
      return graph.nodes.map { tree.distance(to: $0) }
    default: return nil
    }
  }
}

@Suite struct NetworkXCallTests {
  @Test func everyRecordedCallAgrees() throws {
    let calls = try NetworkXCall.loadAll()
    #expect(calls.count == 310)
    for call in calls {
      #expect(try call.agrees() == true, "\(call.function) in \(call.test)")
    }
  }
}
