import GraphCore
import TestSupport
import Testing

@Suite struct BootstrapTests {
  /// How probable each outcome of drawing nodes is, by trying all draws: the number of edges between
  /// each pair of copies.
  private func chances(_ graph: Graph) -> [[Int]: Double] {
    let n = graph.nodeCount
    let steps = GraphTable(graph).steps
    func pair(_ tail: Int, _ head: Int) -> [Int] {
      graph.isDirected
        ? [steps[tail][head].count, steps[head][tail].count]
        : [steps[tail][head].count]
    }
    var draws: [[Int]] = [[]]
    for _ in 0..<n { draws = draws.flatMap { draw in (0..<n).map { draw + [$0] } } }
    var found: [[Int]: Double] = [:]
    for draw in draws {
      var outcomes: [[Int]: Double] = [[]: 1 / Double(draws.count)]
      for first in 0..<n {
        for second in (first + 1)..<max(n, first + 1) {
          var next: [[Int]: Double] = [:]
          for (outcome, chance) in outcomes {
            if draw[first] != draw[second] {
              next[outcome + pair(draw[first], draw[second]), default: 0] += chance
              continue
            }
            for tail in 0..<n {
              for head in 0..<n where head != tail {
                next[outcome + pair(tail, head), default: 0] += chance / Double(n * (n - 1))
              }
            }
          }
          outcomes = next
        }
      }
      for (outcome, chance) in outcomes { found[outcome, default: 0] += chance }
    }
    return found
  }

  @Test func nodesAreDrawnAsTheMethodSays() throws {
    for graph in [
      GraphFamilies.make(3, [(0, 1), (1, 2), (1, 2)], isDirected: false),
      GraphFamilies.make(3, [(0, 1), (1, 0), (2, 1)], isDirected: true),
    ] {
      let expected = chances(graph)
      var generator = SeededGenerator(seed: 4)
      var drawn: [[Int]: Double] = [:]
      for _ in 0..<6_000 {
        let steps = GraphTable(try graph.resampled(.nodes, using: &generator)).steps
        var outcome: [Int] = []
        for (tail, head) in [(0, 1), (0, 2), (1, 2)] {
          outcome.append(steps[tail][head].count)
          if graph.isDirected { outcome.append(steps[head][tail].count) }
        }
        drawn[outcome, default: 0] += 1 / 6_000
      }
      for (outcome, chance) in expected {
        let error = (chance * (1 - chance) / 6_000).squareRoot()
        #expect(abs((drawn[outcome] ?? 0) - chance) <= 4.5 * error + 1e-9)
      }
      #expect(drawn.keys.allSatisfy { expected[$0] != nil })
    }
  }

  @Test func edgesAreDrawnEvenly() throws {
    let graph = GraphFamilies.make(
      3, [.init(0, 1, weight: 1), .init(1, 2, weight: 2), .init(2, 2, weight: 3)],
      isDirected: true)
    let found = try graph.bootstrap(resampling: .edges, samples: 3_000, seed: 2) {
      graph throws(GraphError) in graph.edges.reduce(0) { $0 + ($1.weight ?? 0) }
    }
    // The sum of three draws from 1, 2, 3: mean 6 and variance 2.
    #expect(found.value == 6)
    #expect(abs((found.mean ?? 0) - 6) < 4.5 * (2.0 / 3_000).squareRoot())
    #expect(abs((found.standardError ?? 0) - 2.0.squareRoot()) < 0.09)
    #expect(found.samples.count == 3_000)
  }

  @Test func intervalsAreThePercentiles() throws {
    let graph = NamedNetwork.karateClub.graph
    let found = try graph.bootstrap(samples: 500, seed: 1) { graph throws(GraphError) in
      graph.density()
    }
    let density = try #require(found.value)
    #expect(abs(density - 78.0 / 561) < 1e-15)
    let interval = try #require(found.interval())
    #expect(interval.contains(density))
    #expect(found.samples.filter { interval.contains($0) }.count >= 474)
    let narrow = try #require(found.interval(confidence: 0.5))
    #expect(narrow.lowerBound > interval.lowerBound && narrow.upperBound < interval.upperBound)
    let three = try graph.bootstrap(samples: 500, seed: 1, execution: .init(threads: 3)) {
      graph throws(GraphError) in graph.density()
    }
    #expect(three == found)
    #expect(throws: GraphError.self) { try graph.bootstrap(samples: 0) { _ in 1 } }
  }

  @Test func whatIsNotDefinedIsLeftOut() throws {
    for graph in GraphFamilies.ladder {
      for resampling in Graph.Resampling.allCases {
        let found = try graph.bootstrap(resampling: resampling, samples: 20, seed: 1) {
          graph throws(GraphError) in graph.edgeCount == 0 ? nil : Double(graph.edgeCount)
        }
        #expect(found.sampleCount == 20)
        #expect(found.samples.allSatisfy { $0 >= 1 })
        #expect((found.interval() == nil) == found.samples.isEmpty)
        #expect((found.mean == nil) == found.samples.isEmpty)
      }
    }
  }
}
