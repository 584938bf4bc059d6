import Foundation
import GraphCore
import TestSupport
import Testing

@Suite struct ClusteringTests {
  @Test func agreesWithTheCubeOfTheMatrix() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 1...12, seed: 101, isWeighted: true)
    {
      let table = GraphTable(graph)
      for weighted in [false, true] {
        let expected = table.clustering(
          isDirected: graph.isDirected, weighted: weighted, cubeRoot: { cbrt($0) })
        let found = try graph.clustering(usesWeights: weighted)
        #expect(largestDifference(found.values, expected) < 1e-12)
        #expect(found.values.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-12 })
      }
    }
  }

  @Test func trianglesAgreeWithAllTriples() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 1...14, seed: 102)
    {
      #expect(try graph.triangles().values == GraphTable(graph).triangles())
    }
  }

  @Test func transitivityOfKnownGraphs() throws {
    // A triangle with a tail: one triangle, and 1 + 1 + 3 + 0 pairs of edges that meet.
    let graph = GraphFamilies.make(4, [(0, 1), (1, 2), (2, 0), (2, 3)], isDirected: false)
    #expect(try graph.transitivity() == 0.6)
    #expect(try GraphFamilies.make(2, [(0, 1)], isDirected: true).transitivity() == nil)
  }

  @Test func aNegativeWeightIsRefused() throws {
    let graph = GraphFamilies.make(2, [Graph.Edge(0, 1, weight: -2)], isDirected: false)
    #expect(throws: GraphError.unusableWeight(edge: 0, weight: -2, needed: .notNegative)) {
      try graph.clustering(usesWeights: true)
    }
  }
}
