import TestSupport
import Testing

@testable import GraphCore

@Suite struct SpreadModelTests {
  @Test func worldsAreAsLikelyAsTheyShouldBe() throws {
    let graph = GraphFamilies.make(
      3, [(0, 1), (1, 2), (2, 0), (1, 1), (0, 1)], isDirected: false)
    let chances = [0.25, 0.5, 0.75, 0.5, 0.1]
    let rules: [(Graph.SpreadModel, SlowSpread)] = [
      (.independentCascade(probabilities: chances), SlowSpread(graph, probabilities: chances)),
      (.linearThreshold(), SlowSpread(graph, thresholdWeights: nil)),
    ]
    for (model, slow) in rules {
      let rule = try SpreadRule(graph, model)
      let worlds = try LiveWorld.drawn(6_000, rule, seed: 3, Execution(threads: 2))
      // Which edges carry into which of their ends, loops left out.
      func key(_ arcs: [(edge: Int, head: Int)]) -> Set<[Int]> {
        Set(arcs.filter { $0.edge != 3 }.map { [$0.edge, $0.head] })
      }
      var expected: [Set<[Int]>: Double] = [:]
      for world in slow.worlds {
        expected[key(world.arcs.map { ($0.edge, $0.head) }), default: 0] += world.chance
      }
      var drawn: [Set<[Int]>: Double] = [:]
      for world in worlds {
        var arcs: [(edge: Int, head: Int)] = []
        for (index, edge) in graph.edges.enumerated() {
          for head in [edge.tail, edge.head] where world.carries(Int32(index), into: Int32(head)) {
            arcs.append((index, head))
          }
        }
        drawn[key(arcs), default: 0] += 1 / 6_000
      }
      for (outcome, chance) in expected {
        let error = (chance * (1 - chance) / 6_000).squareRoot()
        #expect(abs((drawn[outcome] ?? 0) - chance) <= 4.5 * error + 1e-9)
      }
      #expect(drawn.keys.allSatisfy { expected[$0] != nil })
    }
  }
}
