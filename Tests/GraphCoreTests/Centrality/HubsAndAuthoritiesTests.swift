import GraphCore
import TestSupport
import Testing

@Suite struct HubsAndAuthoritiesTests {
  @Test func agreesWithJacobiRotationsWhereTheValueIsSingle() throws {
    var compared = 0
    for graph in GraphFamilies.small + GraphFamilies.random(count: 60, seed: 71, isWeighted: true)
    where graph.edgeCount > 0 {
      let matrix = GraphTable(graph).matrix(weighted: true)
      let turned = LinearAlgebra.transposed(matrix)
      let found = try graph.hubsAndAuthorities(usesWeights: true)
      for (square, scores) in [
        (LinearAlgebra.product(matrix, turned), found.hubs),
        (LinearAlgebra.product(turned, matrix), found.authorities),
      ] {
        let eigen = LinearAlgebra.symmetricEigen(square)
        if eigen.count > 1, eigen[0].value - eigen[1].value < 0.05 * eigen[0].value { continue }
        let sizes = eigen[0].vector.map { abs($0) }
        let expected = sizes.map { $0 / sizes.reduce(0, +) }
        #expect(largestDifference(scores.values, expected.map(Optional.some)) < 1e-9)
        compared += 1
      }
    }
    #expect(compared > 2_000)
  }

  @Test func reversingTheEdgesExchangesTheRoles() throws {
    for graph in GraphFamilies.random(count: 40, nodes: 2...8, seed: 72) where graph.edgeCount > 0 {
      let forward = try graph.hubsAndAuthorities(limits: IterationLimits(tolerance: 1e-14))
      let backward = try graph.reversed().hubsAndAuthorities(
        limits: IterationLimits(tolerance: 1e-14))
      guard forward.hubs.convergence?.converged == true,
        backward.hubs.convergence?.converged == true
      else { continue }
      let matrix = GraphTable(graph).matrix(weighted: false)
      let eigen = LinearAlgebra.symmetricEigen(
        LinearAlgebra.product(matrix, LinearAlgebra.transposed(matrix)))
      if eigen[0].value - eigen[1].value < 0.05 * eigen[0].value { continue }
      #expect(largestDifference(forward.hubs.values, backward.authorities.values) < 1e-9)
    }
  }

  @Test func isNotDefinedWithoutEdges() throws {
    let found = try GraphFamilies.make(3, [(Int, Int)](), isDirected: true).hubsAndAuthorities()
    #expect(found.hubs.values == [nil, nil, nil])
    #expect(found.authorities.undefinedBecause == "the graph has no edges")
    #expect(found.hubs.measure == "hits-hub")
    #expect(found.authorities.measure == "hits-authority")
  }
}
