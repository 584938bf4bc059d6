import GraphCore
import TestSupport
import Testing

@Suite struct ComplexContagionTests {
  /// Round by round from the definition.
  private func slow(_ graph: Graph, from seeds: [Int], needed: (Int, Int) -> Bool) -> [Int?] {
    var rounds = graph.nodes.map { seeds.contains($0) ? 0 : Int?.none }
    for round in 1...(graph.nodeCount + 1) {
      let before = rounds
      for node in graph.nodes where before[node] == nil {
        let others = graph.inNeighbors(of: node).map(\.node).filter { $0 != node }
        let active = others.filter { before[$0] != nil }.count
        if active > 0, needed(active, others.count) { rounds[node] = round }
      }
    }
    return rounds
  }

  @Test func agreesWithTheDefinition() throws {
    for graph in GraphFamilies.small.filter({ !$0.isDirected || $0.edgeCount == 5 })
      + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 2...10, seed: 821)
    where graph.nodeCount > 1 {
      for count in 1...3 {
        let found = try graph.complexContagion(from: [0, 1], threshold: .count(count))
        #expect(found.rounds == slow(graph, from: [0, 1]) { active, _ in active >= count })
      }
      for thirds in 0...3 {
        let share = Double(thirds) / 3
        let found = try graph.complexContagion(from: [0], threshold: .share(share))
        #expect(found.rounds == slow(graph, from: [0]) { 3 * $0 >= thirds * $1 })
        let shares = graph.nodes.map { _ in share }
        #expect(try graph.complexContagion(from: [0], threshold: .shares(shares)) == found)
      }
    }
  }

  /// The sizes of the rounds of ThresholdModel in NDlib 6.0.1.
  @Test(arguments: [
    (0.2, [0], [1, 12, 5, 5, 10, 1]), (0.2, [0, 33], [2, 25, 7]),
    (0.3, [0], [1, 7, 4, 4, 3, 2, 4, 9]), (0.3, [32, 33], [2, 14, 4, 2, 5, 4, 2, 1]),
    (0.4, [0], [1, 4]), (0.4, [32, 33], [2, 11, 1, 1, 2, 1, 2]),
  ])
  func theKarateClubAsInNDlib(share: Double, seeds: [Int], sizes: [Int]) throws {
    let found = try NamedNetwork.karateClub.graph.complexContagion(
      from: seeds, threshold: .share(share))
    #expect(found.sizes == sizes)
  }

  @Test func aLongTieDoesNotCarryWhatNeedsTwo() throws {
    // A ring in which each is tied to the next two: two neighbours start it, and it goes round.
    let ring = (0..<12).flatMap { [($0, ($0 + 1) % 12), ($0, ($0 + 2) % 12)] }
    let graph = GraphFamilies.make(12, ring, isDirected: false)
    #expect(try graph.complexContagion(from: [0, 1], threshold: .count(2)).size == 12)
    #expect(try graph.complexContagion(from: [0, 6], threshold: .count(2)).size == 2)
    #expect(throws: GraphError.self) {
      try graph.complexContagion(from: [0], threshold: .count(0))
    }
    #expect(throws: GraphError.self) {
      try graph.complexContagion(from: [0], threshold: .share(1.5))
    }
    #expect(throws: GraphError.wrongCount(of: "thresholds", expected: 12, actual: 1)) {
      try graph.complexContagion(from: [0], threshold: .shares([0.5]))
    }
  }
}
