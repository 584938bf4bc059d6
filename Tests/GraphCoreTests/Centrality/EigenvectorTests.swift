import GraphCore
import TestSupport
import Testing

@Suite struct EigenvectorTests {
  @Test func agreesWithJacobiRotationsWhereTheEigenvalueIsSingle() throws {
    var compared = 0
    for graph in GraphFamilies.small + GraphFamilies.random(count: 60, seed: 51, isWeighted: true)
    where !graph.isDirected && graph.edgeCount > 0 {
      let eigen = LinearAlgebra.symmetricEigen(GraphTable(graph).matrix(weighted: true))
      if eigen.count > 1, eigen[0].value - eigen[1].value < 0.05 * eigen[0].value { continue }
      let found = try graph.eigenvector(usesWeights: true)
      #expect(found.convergence?.converged == true)
      let expected = eigen[0].vector.map { abs($0) }
      #expect(largestDifference(found.values, expected.map(Optional.some)) < 1e-9)
      compared += 1
    }
    #expect(compared > 60)
  }

  @Test func satisfiesItsEquationInDirectedGraphs() throws {
    var compared = 0
    for graph in GraphFamilies.random(count: 80, nodes: 2...8, seed: 52) where graph.isDirected {
      let found = try graph.eigenvector(limits: IterationLimits(maximum: 20_000))
      guard found.convergence?.converged == true else { continue }
      let scores = found.values.compactMap { $0 }
      #expect(scores.count == graph.nodeCount)
      let matrix = LinearAlgebra.transposed(GraphTable(graph).matrix(weighted: false))
      let product = LinearAlgebra.product(matrix, scores)
      let eigenvalue = zip(scores, product).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(eigenvalue > 0.9)
      #expect(largestDifference(product, scores.map { $0 * eigenvalue }) < 1e-10)
      #expect(abs(scores.reduce(0) { $0 + $1 * $1 } - 1) < 1e-12)
      compared += 1
    }
    #expect(compared > 20)
  }

  @Test func isNotDefinedWithoutACycle() throws {
    for graph in GraphFamilies.small where GraphTable(graph).walksDieOut() {
      let found = try graph.eigenvector()
      #expect(found.values.allSatisfy { $0 == nil })
      #expect(
        found.undefinedBecause == "the graph has no cycle, so its largest eigenvalue is 0")
      #expect(found.convergence == nil)
    }
  }

  @Test func centralIsWhomeverEdgesReach() throws {
    // 0 and 1 lead to each other and 1 to 2; the equation gives x2 = x1 = x0, and 3, led to by
    // none, 0.
    let graph = GraphFamilies.make(4, [(0, 1), (1, 0), (1, 2), (3, 0)], isDirected: true)
    let third = 1 / 3.0.squareRoot()
    #expect(
      largestDifference(try graph.eigenvector().values, [third, third, third, 0]) < 1e-9)
  }

  @Test func zeroWeightsAreNoEdges() throws {
    let graph = GraphFamilies.make(
      2, [Graph.Edge(0, 1, weight: 1), Graph.Edge(1, 0, weight: 0)], isDirected: true)
    #expect(try graph.eigenvector(usesWeights: true).undefinedBecause != nil)
    #expect(try graph.eigenvector().undefinedBecause == nil)
  }
}
