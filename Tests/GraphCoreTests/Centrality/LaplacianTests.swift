import GraphCore
import TestSupport
import Testing

@Suite struct LaplacianTests {
  @Test func agreesWithTheEnergyOfTheGraphWithoutTheNode() throws {
    for graph
      in (GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 80, seed: 711, isWeighted: true)).map({ $0.asUndirected() })
    {
      for weighted in [false, true] {
        let table = GraphTable(graph)
        let energy = table.laplacianEnergy(without: nil, weighted: weighted)
        let drops = graph.nodes.map {
          energy - table.laplacianEnergy(without: $0, weighted: weighted)
        }
        let raw = try graph.laplacianCentrality(isNormalized: false, usesWeights: weighted)
        #expect(largestDifference(raw.values, drops) < 1e-12)
        let shares = try graph.laplacianCentrality(usesWeights: weighted)
        #expect(
          largestDifference(shares.values, drops.map { energy > 0 ? $0 / energy : 0 }) < 1e-12)
        #expect(shares.values.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-12 })
      }
    }
  }

  @Test func worksWithoutDirectionAsPublished() throws {
    // The example of the definition, weights 4, 2, 1, 2, 2, 1: energies 140, 180, 56, 44, 52, 8.
    let edges = [(0, 1, 4.0), (0, 2, 2), (1, 2, 1), (1, 3, 2), (1, 4, 2), (4, 5, 1)]
    let graph = GraphFamilies.make(
      6, edges.map { Graph.Edge($0.0, $0.1, weight: $0.2) }, isDirected: false)
    let scores = try graph.laplacianCentrality(isNormalized: false, usesWeights: true)
    #expect(scores.values == [140, 180, 56, 44, 52, 8])
  }

  @Test func weightsOfZeroAndNegativeOnes() throws {
    let graph = GraphFamilies.make(2, [Graph.Edge(0, 1, weight: 0)], isDirected: true)
    #expect(try graph.laplacianCentrality(usesWeights: true).values == [0, 0])
    let negative = GraphFamilies.make(2, [Graph.Edge(0, 1, weight: -1)], isDirected: true)
    #expect(throws: GraphError.unusableWeight(edge: 0, weight: -1, needed: .notNegative)) {
      try negative.laplacianCentrality(usesWeights: true)
    }
  }
}
