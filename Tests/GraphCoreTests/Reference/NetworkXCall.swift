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
  let skipsZeros: Bool?
  let reflexive: String?
  let alpha: Double?
  let personalization: [Double]?
  let tail: Int?
  let head: Int?
  let heads: [Int]?
  let nodes: [Int]?
  let classes: [Int]?
  let maximumHops: Int?
  let k: Int?
  let tailKind: String?
  let headKind: String?

  let values: [[Double?]]?
  let authorities: [[Double?]]?
  let table: [[Double?]]?
  let groups: [[Int]]?
  let arcs: [[Int]]?
  let number: Double?
  let isInfinite: Bool?
  let tolerance: Double?

  static func loadAll() throws -> [NetworkXCall] {
    let url = try #require(
      Bundle.module.url(
        forResource: "networkx-calls", withExtension: "jsonl", subdirectory: "Fixtures"))
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

  var lengths: EdgeLengths { usesWeights == true ? .weights : .hops }

  /// Whether our result is the recorded one; nil if the function is not known here.
  func agrees() throws -> Bool? {
    let graph = self.graph
    if let groups {
      guard let found = try foundGroups(graph) else { return nil }
      return found == groups && (arcs == nil || condensedArcs(graph) == arcs)
    }
    if let table { return try foundTable(graph).map { matches($0, table.map(\.last)) } }
    if number != nil || isInfinite == true {
      return try foundNumbers(graph).map { found in
        found.allSatisfy { matches([$0], [number]) }
      }
    }
    guard let values, let found = try foundValues(graph) else { return nil }
    if let authorities {
      let own = try graph.hubsAndAuthorities(usesWeights: usesWeights == true).authorities
      guard matches(own.values, at: authorities) else { return false }
    }
    return matches(found, at: values)
  }

  /// Whether what was found for each index is the value recorded with it.
  func matches(_ found: [Double?], at pairs: [[Double?]]) -> Bool {
    matches(
      pairs.map { pair in
        guard let index = pair[0], found.indices.contains(Int(index)) else { return .nan }
        return found[Int(index)]
      }, pairs.map(\.last))
  }

  private func matches(_ found: [Double?], _ expected: [Double??]) -> Bool {
    largestDifference(found, expected.map { $0 ?? nil }) < tolerance ?? 1e-9
  }
}
