import GraphCore
import TestSupport
import Testing

@Suite struct KeyPlayersTests {
  static let goals: [Graph.KeyPlayerOptions.Goal] = [
    .fragment, .spreadApart, .reach(hops: 1), .reach(hops: 2), .reachByDistance,
  ]

  /// What a set is worth, from the table of distances.
  private func score(
    _ table: GraphTable, _ set: [Int], _ goal: Graph.KeyPlayerOptions.Goal
  ) -> Double? {
    let distances = table.distances(from: set)
    let n = Double(table.nodeCount)
    switch goal {
    case .fragment: return table.fragmentation(without: set, byDistance: false)
    case .spreadApart: return table.fragmentation(without: set, byDistance: true)
    case .reach(let hops):
      return n > 0 ? Double(distances.filter { $0 <= Double(hops) }.count) / n : nil
    case .reachByDistance:
      return n > 0 ? distances.reduce(0) { $0 + 1 / max($1, 1) } / n : nil
    }
  }

  @Test func noExchangeBettersTheSetAndRestartsFindTheBestOfAll() throws {
    for graph in GraphFamilies.small.filter({ !$0.isDirected }) + GraphFamilies.ladder
      + GraphFamilies.random(count: 16, nodes: 4...7, seed: 501)
    {
      let table = GraphTable(graph)
      for goal in Self.goals {
        for size in 0...min(3, graph.nodeCount) {
          let found = try graph.keyPlayers(
            size, .init(goal: goal, restarts: 5, exhaustiveSteps: 0, seed: 1))
          #expect(!found.isExact)
          let exact = try graph.keyPlayers(size, .init(goal: goal))
          #expect(exact.isExact)
          #expect(largestDifference([exact.score], [found.score]) < 1e-12)
          #expect(found.nodes.count == size)
          #expect(found.goal == goal)
          let own = score(table, found.nodes, goal)
          #expect(largestDifference([found.score], [own]) < 1e-12)
          let all = table.sets(of: size).map { score(table, $0, goal) ?? -1 }
          #expect((own ?? -1) <= (all.max() ?? -1) + 1e-12)
          #expect((own ?? -1) > (all.max() ?? -1) - 1e-12, "\(goal) \(size) \(Array(graph.edges))")
          let grown = try graph.keyPlayers(size, .init(goal: goal, exhaustiveSteps: 0))
          for member in grown.nodes {
            for other in graph.nodes where !grown.nodes.contains(other) {
              let set = grown.nodes.filter { $0 != member } + [other]
              #expect((score(table, set, goal) ?? -1) <= (grown.score ?? -1) + 1e-12)
            }
          }
        }
      }
    }
  }

  @Test func theBestSetIsNotThatOfTheBestNodes() throws {
    // Two hubs share their five neighbours; a third hub has three of its own.
    let shared = (2...6).flatMap { [(0, $0), (1, $0)] }
    let graph = GraphFamilies.make(
      11, shared + [(7, 8), (7, 9), (7, 10)], isDirected: false)
    let found = try graph.keyPlayers(2, .init(goal: .reach(hops: 1)))
    #expect(found.nodes == [0, 7])
    #expect(abs((found.score ?? 0) - 10.0 / 11) < 1e-15)
  }

  @Test func oneThreadAndManyAgree() throws {
    for graph in GraphFamilies.random(count: 6, nodes: 20...40, seed: 502) {
      for goal in Self.goals {
        let one = try graph.keyPlayers(
          3,
          .init(
            goal: goal, restarts: 1, exhaustiveSteps: 0, seed: 7, execution: .init(threads: 1)))
        let many = try graph.keyPlayers(
          3,
          .init(
            goal: goal, restarts: 1, exhaustiveSteps: 0, seed: 7, execution: .init(threads: 5)))
        #expect(one == many)
      }
    }
  }

  @Test func impossibleWishesAreRefused() {
    let graph = GraphFamilies.make(3, [(0, 1)], isDirected: false)
    #expect(
      throws: GraphError.optionOutOfRange(
        name: "the number of key players", value: 4, range: "0 to 3")
    ) { try graph.keyPlayers(4) }
    #expect(throws: GraphError.self) { try graph.keyPlayers(1, .init(restarts: -1)) }
    #expect(throws: GraphError.self) { try graph.keyPlayers(1, .init(goal: .reach(hops: -1))) }
  }
}
