import GraphCore
import TestSupport
import Testing

@Suite struct StructuralHolesTests {
  @Test func agreeWithTheMatrixOfShares() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 1...12, seed: 121, isWeighted: true)
    {
      let table = GraphTable(graph)
      for weighted in [false, true] {
        #expect(
          largestDifference(
            try graph.constraint(usesWeights: weighted).values,
            table.constraint(weighted: weighted)) < 1e-12)
        #expect(
          largestDifference(
            try graph.effectiveSize(usesWeights: weighted).values,
            table.effectiveSize(weighted: weighted)) < 1e-12)
      }
    }
  }

  @Test func effectiveSizeIsBorgattisFormulaInSimpleGraphs() throws {
    // n - 2 t / n: n neighbours and t ties among them, which are the triangles.
    for graph in GraphFamilies.small where !graph.isDirected {
      let triangles = GraphTable(graph).triangles()
      let sizes = try graph.effectiveSize()
      for node in graph.nodes {
        let n = Double(graph.outNeighbors(of: node).count)
        let expected = n > 0 ? n - 2 * Double(triangles[node]) / n : nil
        #expect(largestDifference([sizes[node]], [expected]) < 1e-12)
      }
    }
  }

  @Test func knownValues() throws {
    // A node with one tie has constraint 1; a corner of a triangle 2 (1/2 + 1/4)^2.
    let graph = GraphFamilies.make(
      6, [(0, 1), (2, 3), (3, 4), (4, 2)], isDirected: false)
    #expect(try graph.constraint().values == [1, 1, 1.125, 1.125, 1.125, nil])
    #expect(try graph.effectiveSize().values == [1, 1, 1, 1, 1, nil])
  }
}
