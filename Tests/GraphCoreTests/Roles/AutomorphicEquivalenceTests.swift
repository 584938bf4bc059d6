import GraphCore
import TestSupport
import Testing

@Suite struct AutomorphicEquivalenceTests {
  @Test func agreesWithAllRenamings() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 30, nodes: 5...6, seed: 1_041)
    {
      let orbits = GraphTable(graph).orbits()
      let found = try #require(try graph.automorphicClasses())
      for first in graph.nodes {
        for second in 0..<first {
          #expect(
            (found.labels[first] == found.labels[second]) == (orbits[first] == orbits[second]))
        }
      }
    }
  }

  /// All nodes have three ties, so counting ties tells none apart: a cube and a prism beside it, and
  /// Petersen's graph.
  @Test func whatCountingCannotTellApart() throws {
    let cube = try Graph.hypercube(dimension: 3, isDirected: false)
    let prism = [
      (8, 9), (9, 10), (10, 8), (11, 12), (12, 13), (13, 11), (8, 11), (9, 12), (10, 13),
    ]
    let both = GraphFamilies.make(
      14, cube.edges.map { ($0.tail, $0.head) } + prism, isDirected: false)
    #expect(try both.equitableClasses().count == 1)
    let classes = try #require(try both.automorphicClasses())
    #expect(classes.members == [Array(0..<8), Array(8..<14)])
    var pairs: [(Int, Int)] = []
    for node in 0..<5 {
      pairs.append((node, (node + 1) % 5))
      pairs.append((node, node + 5))
      pairs.append((node + 5, (node + 2) % 5 + 5))
    }
    let petersen = GraphFamilies.make(10, pairs, isDirected: false)
    #expect(try petersen.automorphicClasses()?.count == 1)
  }

  /// Leaves of a star, and of many stars: structurally equivalent nodes need no search.
  @Test func manyLeaves() throws {
    let star = try Graph.star(nodeCount: 2_000, isDirected: false)
    #expect(try star.automorphicClasses()?.count == 2)
    // Ten hubs in a ring, each with five leaves of its own.
    var pairs: [(Int, Int)] = []
    for hub in 0..<10 {
      pairs.append((hub, (hub + 1) % 10))
      for leaf in 0..<5 { pairs.append((hub, 10 + 5 * hub + leaf)) }
    }
    let ring = GraphFamilies.make(60, pairs, isDirected: false)
    #expect(try ring.automorphicClasses()?.members == [Array(0..<10), Array(10..<60)])
  }

  @Test func tooFewStepsGiveNothing() throws {
    let cube = try Graph.hypercube(dimension: 3, isDirected: false)
    #expect(try cube.automorphicClasses(maximumSteps: 1) == nil)
    #expect(throws: GraphError.self) { try cube.automorphicClasses(maximumSteps: 0) }
  }
}
