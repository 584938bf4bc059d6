import Foundation
import GraphCore
import TestSupport
import Testing

/// A call about paths, loads, currents, votes or energy that NetworkX's own tests make, with its
/// result; see Fixtures/PROVENANCE.md.
struct NetworkXPathAndFlowCall: Decodable {
  let function: String
  let test: String
  let isDirected: Bool
  let nodeCount: Int
  let edges: [[Double]]
  let usesWeights: Bool?
  let isNormalized: Bool?
  let tail: Int?
  let head: Int?
  let k: Int?
  let values: [[Double]]?
  let groups: [[Int]]?
  let number: Double?

  static func loadAll() throws -> [NetworkXPathAndFlowCall] {
    let url = try #require(
      Bundle.module.url(
        forResource: "networkx-path-and-flow-calls", withExtension: "jsonl",
        subdirectory: "Fixtures"))
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(NetworkXPathAndFlowCall.self, from: Data($0.utf8))
    }
  }

  private var lengths: EdgeLengths { usesWeights == true ? .weights : .hops }

  private var graph: Graph {
    GraphFamilies.make(
      nodeCount,
      edges.map { Graph.Edge(Int($0[0]), Int($0[1]), weight: $0.count > 2 ? $0[2] : nil) },
      isDirected: isDirected)
  }

  /// Whether our result is the recorded one; nil if the function is not known here.
  func agrees() throws -> Bool? {
    if let groups { return try foundGroups().map { $0 == groups } }
    if let number {
      return try foundNumbers().map { $0.allSatisfy { abs($0 - number) < 1e-9 } }
    }
    guard let values, let found = try foundValues() else { return nil }
    return values.allSatisfy { largestDifference([found[Int($0[0])]], [$0[1]]) < 1e-9 }
  }

  private func foundGroups() throws -> [[Int]]? {
    let options = Graph.DistanceOptions(direction: .outward, lengths: lengths)
    switch function {
    case "center": return [try graph.center(options)]
    case "periphery": return [try graph.periphery(options)]
    case "voterank": return [graph.voteRank(k).elected]
    case "lexicographical_topological_sort": return [try graph.topologicalOrder()]
    case "all_shortest_paths":
      guard let tail, let head else { return nil }
      return try graph.allShortestPaths(from: tail, to: head, lengths: lengths).map(\.nodes)
    default: return nil
    }
  }

  /// The number by each way to find it.
  private func foundNumbers() throws -> [Double]? {
    switch function {
    case "diameter": return try graph.diameter(lengths: lengths).map { [$0] }
    case "radius": return try graph.radius(lengths: lengths).map { [$0] }
    case "average_shortest_path_length":
      // NetworkX gives 0 for a single node.
      return [try graph.averagePathLength(lengths: lengths) ?? 0]
    case "bellman_ford_path":
      guard let tail, let head,
        case .paths(let tree) = try graph.bellmanFord(from: tail, lengths: lengths)
      else { return nil }
      return tree.distance(to: head).map { [$0] }
    case "dijkstra_path", "shortest_path_length":
      guard let tail, let head else { return nil }
      return try [
        graph.bidirectionalDijkstra(from: tail, to: head, lengths: lengths)?.length,
        graph.aStar(from: tail, to: head, lengths: lengths) { _ in 0 }?.length,
        graph.allDistances(lengths: lengths).distance(from: tail, to: head),
      ].compactMap { $0 }
    default: return nil
    }
  }

  private func foundValues() throws -> [Double?]? {
    let weights = usesWeights == true
    let normalized = isNormalized ?? true
    switch function {
    case "load_centrality":
      return try graph.load(
        Graph.BetweennessOptions(lengths: lengths, isNormalized: normalized)
      ).values
    case "laplacian_centrality":
      return try graph.laplacian(isNormalized: normalized, usesWeights: weights).values
    case "current_flow_betweenness_centrality":
      return try graph.currentFlowBetweenness(isNormalized: normalized, usesWeights: weights).values
    case "current_flow_closeness_centrality":
      return try graph.currentFlowCloseness(usesWeights: weights).values
    case "shortest_path_length":
      guard let tail else { return nil }
      let table = try graph.allDistances(lengths: lengths)
      return graph.nodes.map { table.distance(from: tail, to: $0) }
    default: return nil
    }
  }
}

@Suite struct NetworkXPathAndFlowCallTests {
  @Test func everyRecordedCallAgrees() throws {
    let calls = try NetworkXPathAndFlowCall.loadAll()
    #expect(calls.count == 291)
    for call in calls {
      #expect(try call.agrees() == true, "\(call.function) in \(call.test)")
    }
  }

  @Test func otherWaysToFindAPathAgreeWithTheSameCalls() throws {
    for call in try NetworkXCall.loadAll() {
      guard let tail = call.tail, let head = call.head else { continue }
      let lengths: EdgeLengths = call.usesWeights == true ? .weights : .hops
      if call.function == "all_simple_paths" {
        let paths = try call.graph.simplePaths(
          from: tail, to: head, maximumHops: call.maximumHops, lengths: lengths)
        #expect(paths.map(\.nodes) == call.groups, "\(call.test)")
      }
      if call.function == "dijkstra_path_length" {
        let graph = call.graph
        #expect(
          try graph.bidirectionalDijkstra(from: tail, to: head, lengths: lengths)?.length
            == call.number)
        guard case .paths(let tree) = try graph.bellmanFord(from: tail, lengths: lengths) else {
          Issue.record("a negative cycle in \(call.test)")
          continue
        }
        #expect(tree.distance(to: head) == call.number)
      }
    }
  }
}
