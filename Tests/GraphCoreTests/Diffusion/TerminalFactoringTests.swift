import TestSupport
import Testing

@testable import GraphCore

@Suite struct TerminalFactoringTests {
  @Test func itGivesUpWhenItsEffortIsSpent() throws {
    let graph = try Graph.complete(nodeCount: 6)
    let edges = graph.edges.map { UncertainEdge($0.tail, $0.head, 0.5) }
    let all = [Bool](repeating: true, count: 6)
    for effort in [0, 10, 100] {
      var factoring = TerminalFactoring(effort: effort)
      #expect(try factoring.reliability(edges, isTerminal: all) == nil)
    }
    var factoring = TerminalFactoring(effort: 1_000_000)
    // From the Tutte polynomial in NetworkX 3.6.1.
    let found = try #require(try factoring.reliability(edges, isTerminal: all))
    #expect(abs(found - 0.81494140625) < 1e-12)
  }

  @Test func terminalsInSeriesAreReduced() throws {
    // Three terminals in a triangle with a fourth node within: 0.5 each, by all worlds.
    let graph = GraphFamilies.make(
      4, [(0, 1), (1, 2), (2, 0), (0, 3), (1, 3), (2, 3)], isDirected: false)
    let chances = graph.edges.map { _ in 0.5 }
    let edges = graph.edges.map { UncertainEdge($0.tail, $0.head, 0.5) }
    var factoring = TerminalFactoring(effort: 1_000)
    let found = try factoring.reliability(edges, isTerminal: [true, true, true, false])
    let slow = SlowSpread(graph, probabilities: chances).reliability(from: 0, to: [1, 2])
    #expect(abs((found ?? 0) - slow) < 1e-15)
  }
}
