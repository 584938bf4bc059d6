import Foundation
import GraphCore
import Testing

extension ReferenceNetwork {
  /// A network of the fixtures by name, its direction and weights as they are.
  static func named(_ name: String) throws -> Graph {
    let url = try #require(
      Bundle.module.url(
        forResource: name, withExtension: "json", subdirectory: "Fixtures/networks"))
    return try load(url).graph
  }

  /// A network of the fixtures as a simple graph without direction and weights.
  static func plain(_ name: String) throws -> Graph {
    let graph = try named(name).asUndirected().simplified()
    return try Graph(
      nodeCount: graph.nodeCount, edges: graph.edges.map { Graph.Edge($0.tail, $0.head) },
      isDirected: false)
  }
}
