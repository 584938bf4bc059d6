import TestSupport
import Testing

@testable import GraphCore

@Suite struct GreedyInfluencersTests {
  /// How many nodes are active in all worlds together, by search of each.
  private func total(_ graph: Graph, _ worlds: [LiveWorld], from seeds: [Int]) -> Int {
    worlds.reduce(0) { sum, world in
      var found = Set(seeds)
      var isGrowing = true
      while isGrowing {
        isGrowing = false
        for (index, edge) in graph.edges.enumerated() {
          for (tail, head) in [(edge.tail, edge.head), (edge.head, edge.tail)]
          where found.contains(tail) && !found.contains(head)
            && (!graph.isDirected || head == edge.head)
            && world.carries(Int32(index), into: Int32(head))
          {
            found.insert(head)
            isGrowing = true
          }
        }
      }
      return sum + found.count
    }
  }

  @Test func laziestIsAsGoodAsGreediestAndWithinItsBoundOfTheBest() throws {
    for (graph, chances) in ExpectedSpreadTests.tried {
      for model in [
        Graph.SpreadModel.independentCascade(probabilities: chances), .linearThreshold(),
      ] {
        let count = min(3, graph.nodeCount)
        let found = try graph.greedyInfluencers(count, .init(model: model, samples: 60, seed: 5))
        let rule = try SpreadRule(graph, model)
        let worlds = try LiveWorld.drawn(60, rule, seed: 5, Execution(threads: 1))
        var chosen: [Int] = []
        for _ in 0..<count {
          let scores = graph.nodes.map {
            chosen.contains($0) ? -1 : total(graph, worlds, from: chosen + [$0])
          }
          let best = scores.max() ?? 0
          chosen.append(scores.firstIndex(of: best) ?? 0)
          #expect(found.spreads[chosen.count - 1] == Double(best) / 60)
        }
        #expect(found.nodes == chosen)
        let best =
          GraphTable(graph).sets(of: count)
          .map { Double(total(graph, worlds, from: $0)) / 60 }.max() ?? 0
        #expect((found.spreads.last ?? 0) >= (1 - 0.367_879_441) * best)
      }
    }
  }

  @Test func twoStarsAreStartedInTheirMiddles() throws {
    let pairs = (1...5).map { (0, $0) } + (7...10).map { (6, $0) }
    let graph = GraphFamilies.make(11, pairs, isDirected: true)
    let found = try graph.greedyInfluencers(3, .init(samples: 1))
    #expect(found.nodes == [0, 6, 1])
    #expect(found.spreads == [6, 11, 11])
  }

  @Test func oneThreadAndManyAgree() throws {
    let graph = NamedNetwork.karateClub.graph
    let model = Graph.SpreadModel.independentCascade(probabilities: graph.edges.map { _ in 0.1 })
    let one = try graph.greedyInfluencers(
      4, .init(model: model, samples: 100, execution: .init(threads: 1)))
    #expect(
      try graph.greedyInfluencers(
        4, .init(model: model, samples: 100, execution: .init(threads: 3))) == one)
    #expect(throws: GraphError.self) { try graph.greedyInfluencers(35) }
    #expect(try graph.greedyInfluencers(0, .init(model: model)).nodes == [])
  }
}
