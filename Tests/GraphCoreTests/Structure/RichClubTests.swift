import GraphCore
import TestSupport
import Testing

@Suite struct RichClubTests {
  @Test func isTheDensityAmongNodesOfHighDegree() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 40, seed: 671)
    {
      let table = GraphTable(graph)
      let degrees = graph.nodes.map { node in graph.nodes.count { table.isJoined(node, $0) } }
      var expected: [Double] = []
      for k in 0...(degrees.max() ?? 0) {
        let rich = graph.nodes.filter { degrees[$0] > k }
        if rich.count < 2 { break }
        let pairs = rich.flatMap { first in rich.map { table.isJoined(first, $0) } }
        expected.append(Double(pairs.count { $0 }) / Double(rich.count * (rich.count - 1)))
      }
      #expect(largestDifference(graph.richClub().coefficients, expected) < 1e-15)
    }
  }

  @Test func theReferencesAreAveraged() throws {
    // A square has 2/3 of its pairs at k = 0 and k = 1, a complete graph all, a star fewer.
    let square = try Graph.cycle(nodeCount: 4, isDirected: false)
    let complete = try Graph.complete(nodeCount: 4, isDirected: false)
    let star = try Graph.star(nodeCount: 4, isDirected: false)
    let found = square.richClub(against: [complete, star])
    #expect(largestDifference(found.coefficients, [2 / 3, 2 / 3]) < 1e-15)
    #expect(largestDifference(found.expected, [0.75, 1]) < 1e-15)
    #expect(largestDifference(found.normalized, [8 / 9, 2 / 3]) < 1e-15)
    #expect(square.richClub().normalized == [nil, nil])
  }

  /// NetworkX 3.6.1, `rich_club_coefficient` without normalisation.
  @Test func agreesWithNetworkX() throws {
    let karate = try ReferenceNetwork.named("karate34").richClub()
    #expect(
      largestDifference(
        karate.coefficients,
        [
          0.13903743315508021, 0.14583333333333334, 0.23809523809523808, 0.325, 0.4888888888888889,
          0.5238095238095238, 0.5, 0.5, 0.5, 0.5, 1.0 / 3, 1.0 / 3, 0, 0, 0, 0,
        ]) < 1e-14)
  }
}
