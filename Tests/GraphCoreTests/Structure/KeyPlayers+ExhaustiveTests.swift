import TestSupport
import Testing

@testable import GraphCore

@Suite struct KeyPlayersExhaustiveTests {
  /// All triples of the karate club, each measured with NetworkX 3.6.1 (`connected_components`,
  /// `single_source_shortest_path_length`); of equal ones the first.
  @Test(
    arguments: [
      (.fragment, 0.5698924731182795, [0, 32, 33]),
      (.spreadApart, 0.7968100358422939, [0, 32, 33]),
      (.reach(hops: 1), 0.9705882352941176, [0, 24, 33]),
      (.reachByDistance, 0.9852941176470589, [0, 24, 33]),
    ] as [(Graph.KeyPlayerOptions.Goal, Double, [Int])])
  func theBestTriplesOfTheKarateClub(
    goal: Graph.KeyPlayerOptions.Goal, score: Double, nodes: [Int]
  ) throws {
    let graph = NamedNetwork.karateClub.graph
    let found = try graph.keyPlayers(3, .init(goal: goal))
    #expect(found.isExact)
    #expect(found.nodes == nodes)
    #expect(abs((found.score ?? 0) - score) < 1e-12)
    // Exchanges from random sets find it too.
    let searched = try graph.keyPlayers(3, .init(goal: goal, restarts: 30, exhaustiveSteps: 0))
    #expect(!searched.isExact)
    #expect(abs((searched.score ?? 0) - score) < 1e-12)
  }

  /// The sets by recursion.
  private func sets(_ nodes: [Int], _ size: Int) -> [[Int]] {
    guard size > 0 else { return [[]] }
    guard let first = nodes.first else { return [] }
    let rest = Array(nodes.dropFirst())
    return sets(rest, size - 1).map { [first] + $0 } + sets(rest, size)
  }

  @Test func setsAreNumberedInOrder() throws {
    for count in 0...7 {
      for size in 0...count {
        let all = sets(Array(0..<count), size)
        let found = try #require(NodeCombinations(nodeCount: count, size: size))
        #expect(found.count == all.count)
        #expect(all.indices.map(found.set) == all)
        var set = found.set(0)
        for expected in all {
          #expect(set == expected)
          found.advance(&set)
        }
        #expect(set == all.last)
      }
    }
    #expect(NodeCombinations.binomial(34, 3) == 5_984)
    #expect(NodeCombinations.binomial(3, 4) == 0)
    #expect(NodeCombinations(nodeCount: 1_000, size: 500) == nil)
  }

  @Test func theBoundIsOnStepsOfAllSets() throws {
    let graph = NamedNetwork.karateClub.graph
    // 561 pairs, each with 34 nodes and 156 ends of edges to look at, from every node for distances.
    for (goal, steps) in [
      (Graph.KeyPlayerOptions.Goal.fragment, 561.0 * 190), (.reachByDistance, 561 * 190),
      (.spreadApart, 561 * 190 * 34),
    ] {
      for (bound, isExact) in [(steps, true), (steps - 1, false)] {
        let options = Graph.KeyPlayerOptions(goal: goal, exhaustiveSteps: bound)
        #expect(try graph.keyPlayers(2, options).isExact == isExact)
      }
    }
  }

  @Test func oneThreadAndManyAgree() throws {
    for graph in GraphFamilies.random(count: 6, nodes: 8...14, seed: 503) {
      for goal in KeyPlayersTests.goals {
        let all = try [1, 2, 5].map {
          try graph.keyPlayers(3, .init(goal: goal, execution: .init(threads: $0)))
        }
        #expect(all[0] == all[1] && all[0] == all[2] && all[0].isExact)
      }
    }
  }
}
