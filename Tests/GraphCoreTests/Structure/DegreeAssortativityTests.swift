import GraphCore
import TestSupport
import Testing

@Suite struct DegreeAssortativityTests {
  @Test func agreesWithTheMixingOfDegrees() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, seed: 431)
    {
      let table = GraphTable(graph)
      for near in Graph.DegreeKind.allCases {
        for far in Graph.DegreeKind.allCases {
          let expected = table.assortativity(
            near: graph.degree(near, isNormalized: false).values.map { Int($0) },
            far: graph.degree(far, isNormalized: false).values.map { Int($0) })
          let found = graph.degreeAssortativity(from: near, to: far)
          #expect(largestDifference([found], [expected]) < 1e-9)
          #expect(abs(found ?? 0) <= 1 + 1e-12)
        }
      }
    }
  }

  @Test func turningAllEdgesRoundSwapsTheEnds() {
    for graph in GraphFamilies.random(count: 40, seed: 432) {
      #expect(
        largestDifference(
          [graph.degreeAssortativity(from: .outgoing, to: .incoming)],
          [graph.reversed().degreeAssortativity(from: .outgoing, to: .incoming)]) < 1e-12)
    }
  }

  /// Products of such degrees are too large to be added in whole numbers all at once.
  @Test func aStarOfTwoMillionIsAsUnlikeAsCanBe() throws {
    let leaves = 2_000_000
    let star = try Graph(
      nodeCount: leaves + 1, edges: (1...leaves).lazy.map { Graph.Edge(0, $0) },
      isDirected: false)
    #expect(abs((star.degreeAssortativity() ?? 0) + 1) < 1e-9)
  }

  @Test func knownValues() {
    // In a star the one of many edges meets only those of one: as unlike as can be.
    let star = GraphFamilies.make(5, [(0, 1), (0, 2), (0, 3), (0, 4)], isDirected: false)
    #expect(star.degreeAssortativity() == -1)
    // A triangle and a single edge: every node meets its like.
    let apart = GraphFamilies.make(5, [(0, 1), (1, 2), (2, 0), (3, 4)], isDirected: false)
    #expect(abs((apart.degreeAssortativity() ?? 0) - 1) < 1e-15)
    let ring = GraphFamilies.make(3, [(0, 1), (1, 2), (2, 0)], isDirected: false)
    #expect(ring.degreeAssortativity() == nil)
  }
}
