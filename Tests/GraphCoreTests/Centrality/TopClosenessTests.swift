import TestSupport
import Testing

@testable import GraphCore

@Suite struct TopClosenessTests {
  /// The nodes in the order of their scores, equal scores by node.
  private func ranked(_ scores: [Double], _ count: Int) -> [RankedNode] {
    scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(count).map {
      RankedNode(node: $0, score: scores[$0])
    }
  }

  /// Random trees: there the bounds are tight, since each edge leads to a new node.
  private func trees() -> [Graph] {
    var generator = SeededGenerator(seed: 674)
    return (0..<60).map { index in
      let count = Int.random(in: 20...90, using: &generator)
      let pairs = (1..<count).map { node in
        // Some are deep and some are shallow.
        (Int.random(in: max(0, node - 5 - index)..<node, using: &generator), node)
      }
      return GraphFamilies.make(count, pairs, isDirected: index.isMultiple(of: 3))
    }
  }

  @Test func agreesWithTheScoresOfAll() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 1...14, seed: 671)
      + GraphFamilies.random(count: 6, nodes: 60...200, seed: 672) + trees()
    {
      for direction in Graph.Direction.allCases {
        let options = Graph.DistanceOptions(direction: direction)
        let closeness = try graph.closeness(options).values
        let harmonic = try graph.harmonic(options).values
        for count in [0, 1, 3, graph.nodeCount + 1] {
          #expect(
            try graph.topCloseness(count, direction: direction) == ranked(closeness, count))
          #expect(try graph.topHarmonic(count, direction: direction) == ranked(harmonic, count))
        }
      }
    }
  }

  @Test func aGridIsSearchedFromAllNodes() throws {
    // There few searches can be given up. By hand: of 40 x 40 the four in the middle are nearest to
    // all, 20 steps from one side and 19 from the other along each way.
    let grid = try Graph.grid(rows: 40, columns: 40)
    let sum = Double(2 * 40 * (20 * 21 / 2 + 19 * 20 / 2))
    #expect(
      try grid.topCloseness(4)
        == [779, 780, 819, 820].map { RankedNode(node: $0, score: 1_599 / sum) })
    #expect(
      try grid.topHarmonic(9)
        == ranked(try grid.harmonic(Graph.DistanceOptions()).values, 9))
  }

  @Test func threadsChangeNothing() throws {
    let graph = GraphFamilies.random(count: 1, nodes: 300...300, seed: 673)[0]
    let one = try graph.topCloseness(5, execution: .init(threads: 1))
    #expect(try graph.topCloseness(5, execution: .init(threads: 4)) == one)
    #expect(one.count == 5)
  }

  @Test func aNodeOfLowDegreeIsNotGivenUpTooEarly() throws {
    // Two stars of 20 leaves, their centres 0 and 1 joined by 2, and beside them a complete graph
    // of 19. By hand: distances from 2 sum to 82, from the centres to 83. Harmonic: 28.17 for the
    // centres, 22 for 2, 18 in the complete graph, 16.33 for leaves.
    let stars = [(0, 2), (1, 2)] + (3..<43).map { ($0 % 2, $0) }
    let complete = (43..<62).flatMap { tail in (43..<tail).map { (tail, $0) } }
    let graph = GraphFamilies.make(62, stars + complete, isDirected: false)
    #expect(try graph.topCloseness(1).map(\.node) == [2])
    #expect(try graph.topHarmonic(3).map(\.node) == [0, 1, 2])
    #expect(try graph.topHarmonic(3)[2].score == 22)
  }
}
