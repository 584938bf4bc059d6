import GraphCore
import TestSupport
import Testing

@Suite struct SmallWorldTests {
  /// A ring lattice of degree k has clustering 3 (k - 2) / (4 (k - 1)); itself as its lattice, and a
  /// complete graph for chance, give all numbers.
  @Test func closedForms() throws {
    var generator = SeededGenerator(seed: 721)
    let lattice = try Graph.wattsStrogatz(nodeCount: 20, degree: 4, rewiring: 0, using: &generator)
    let found = try #require(
      try lattice.smallWorld(
        Graph.SmallWorldOptions(
          samples: 2,
          random: { _ throws(GraphError) in try Graph.complete(nodeCount: 20, isDirected: false) },
          lattice: { _ in lattice })))
    // Of 19 others, four each at 1 to 4 and three at 5: a sum of 55.
    let length = 55.0 / 19
    #expect(abs(found.clustering - 0.5) < 1e-12)
    #expect(abs(found.pathLength - length) < 1e-12)
    #expect(largestDifference([found.sigma], [0.5 / length]) < 1e-12)
    #expect(largestDifference([found.omega], [1 / length - 1]) < 1e-12)
  }

  @Test func aRewiredLatticeIsASmallWorldAndChanceIsNot() throws {
    var generator = SeededGenerator(seed: 722)
    let small = try Graph.wattsStrogatz(
      nodeCount: 150, degree: 8, rewiring: 0.1, using: &generator)
    let chance = try Graph.erdosRenyi(
      nodeCount: 150, edgeCount: 600, isDirected: false, using: &generator)
    let found = try #require(try small.smallWorld(Graph.SmallWorldOptions(samples: 3)))
    let other = try #require(try chance.smallWorld(Graph.SmallWorldOptions(samples: 3)))
    #expect((found.sigma ?? 0) > 3)
    #expect(abs(found.omega ?? 1) < 0.5)
    #expect(abs((other.sigma ?? 0) - 1) < 0.3)
    #expect((other.omega ?? 0) > 0.8)
    #expect(try small.smallWorld(Graph.SmallWorldOptions(samples: 3)) == found)
  }

  @Test func withoutEdgesOrTrianglesThereIsNothingToCompare() throws {
    #expect(try GraphFamilies.make(2, [(0, 0)], isDirected: true).smallWorld() == nil)
    let tree = try #require(try Graph.star(nodeCount: 5, isDirected: false).smallWorld())
    #expect(tree.sigma == nil)
    #expect(tree.omega == nil)
    #expect(tree.pathLength == 1.6)
  }
}
