import Foundation
import GraphCore
import TestSupport
import Testing

/// A call about structure that NetworkX's own tests make, with its result; see
/// Fixtures/PROVENANCE.md.
struct NetworkXStructureCall: Decodable {
  let function: String
  let test: String
  let isDirected: Bool
  let nodeCount: Int
  let edges: [[Int]]
  let k: Int?
  let tailKind: String?
  let headKind: String?
  let groups: [[Int]]?
  let arcs: [[Int]]?
  let number: Double?

  static func loadAll() throws -> [NetworkXStructureCall] {
    let url = try #require(
      Bundle.module.url(
        forResource: "networkx-structure-calls", withExtension: "jsonl", subdirectory: "Fixtures"))
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(NetworkXStructureCall.self, from: Data($0.utf8))
    }
  }

  private func kind(_ name: String?, _ standard: Graph.DegreeKind) -> Graph.DegreeKind {
    switch name {
    case "in": .incoming
    case "out": .outgoing
    default: standard
    }
  }

  /// Whether our result is the recorded one; nil if the function is not known here.
  func agrees() throws -> Bool? {
    let graph = GraphFamilies.make(nodeCount, edges.map { ($0[0], $0[1]) }, isDirected: isDirected)
    let found: [[Int]]
    switch function {
    case "biconnected_components": found = graph.biconnectedComponents().members
    case "articulation_points": found = [graph.articulationPoints()]
    case "bridges":
      found = graph.bridges().map { [graph.edges[$0].tail, graph.edges[$0].head].sorted() }
    case "k_core":
      let cores = graph.coreNumbers()
      found = [graph.nodes.filter { cores[$0] >= k ?? 0 }]
    case "condensation":
      let condensed = graph.condensation()
      let members = condensed.components.members
      let ends = condensed.graph.edges.map { [members[$0.tail][0], members[$0.head][0]] }
      return members == groups
        && ends.sorted { $0.lexicographicallyPrecedes($1) } == arcs
    default:
      guard let number, let own = try foundNumber(graph) else { return nil }
      return abs(own - number) < 1e-9
    }
    return found == groups
  }

  private func foundNumber(_ graph: Graph) throws -> Double? {
    switch function {
    case "has_bridges": graph.bridges().isEmpty ? 0 : 1
    case "is_biconnected":
      graph.biconnectedComponents().members == [Array(graph.nodes)] ? 1 : 0
    case "number_connected_components", "number_weakly_connected_components":
      Double(graph.weakComponents().count)
    case "number_strongly_connected_components": Double(graph.strongComponents().count)
    // NetworkX gives 0 for a single node.
    case "global_efficiency": try graph.efficiency() ?? 0
    case "average_clustering":
      try graph.clustering().values.reduce(0, +) / Double(graph.nodeCount)
    case "degree_assortativity_coefficient", "degree_pearson_correlation_coefficient":
      graph.degreeAssortativity(from: kind(tailKind, .outgoing), to: kind(headKind, .incoming))
    default: nil
    }
  }
}

@Suite struct NetworkXStructureCallTests {
  @Test func everyRecordedCallAgrees() throws {
    let calls = try NetworkXStructureCall.loadAll()
    #expect(calls.count == 77)
    for call in calls {
      #expect(try call.agrees() == true, "\(call.function) in \(call.test)")
    }
  }
}
