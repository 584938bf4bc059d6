import GraphCore
import TestSupport
import Testing

@Suite struct CollectiveInfluenceTests {
  @Test func agreesWithTheTableOfDistances() throws {
    for graph in GraphFamilies.small.filter({ !$0.isDirected }) + GraphFamilies.ladder
      + GraphFamilies.random(count: 40, nodes: 1...12, seed: 731)
    {
      for radius in 0...3 {
        let found = try graph.collectiveInfluence(radius: radius).values
        let expected = SlowRobustness.collectiveInfluence(graph, radius: radius)
        #expect(found == expected)
      }
    }
  }

  @Test func influencersAreThoseOfScoringAllAnew() throws {
    for graph in GraphFamilies.ladder + GraphFamilies.random(count: 40, nodes: 4...14, seed: 732) {
      for radius in 0...2 {
        var taken: [Int] = []
        while true {
          let scores = SlowRobustness.collectiveInfluence(graph, radius: radius, without: taken)
          guard let best = scores.max(), best > 0, let node = scores.firstIndex(of: best) else {
            break
          }
          taken.append(node)
        }
        #expect(try graph.collectiveInfluencers(radius: radius) == taken)
        #expect(
          try graph.collectiveInfluencers(2, radius: radius) == Array(taken.prefix(2)))
      }
    }
  }

  /// From degrees and distances in NetworkX 3.6.1.
  @Test(arguments: [
    (1, [795.0, 344, 504, 200, 40, 63, 63, 111]), (2, [615, 424, 477, 295, 94, 135, 135, 144]),
    (3, [195, 144, 36, 90, 80, 120, 120, 99]),
  ])
  func theKarateClub(radius: Int, expected: [Double]) throws {
    let found = try NamedNetwork.karateClub.graph.collectiveInfluence(radius: radius)
    #expect(Array(found.values.prefix(8)) == expected)
    #expect(throws: GraphError.self) {
      try NamedNetwork.karateClub.graph.collectiveInfluence(radius: -1)
    }
  }
}
