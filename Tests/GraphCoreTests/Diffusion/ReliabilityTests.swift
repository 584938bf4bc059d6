import TestSupport
import Testing

@testable import GraphCore

@Suite struct ReliabilityTests {
  static let tried: [(graph: Graph, chances: [Double])] =
    (GraphFamilies.ladder + GraphFamilies.random(count: 80, nodes: 2...6, seed: 881)
    + GraphFamilies.simpleGraphs(nodeCount: 4, isDirected: false)
    + GraphFamilies.simpleGraphs(nodeCount: 4, isDirected: true).enumerated()
    .filter { $0.offset % 16 == 15 }.map(\.element))
    .filter { $0.nodeCount > 0 && $0.edgeCount <= 8 }
    .map { graph in
      // 0 and 1 among them.
      (graph, graph.edges.indices.map { Double(($0 * 7 + 3) % 11) / 10 })
    }

  @Test func agreesWithAllWorlds() throws {
    for (graph, chances) in Self.tried {
      let options = Graph.ReliabilityOptions(probabilities: chances)
      let slow = SlowSpread(graph, probabilities: chances)
      let undirected = SlowSpread(graph.asUndirected(), probabilities: chances)
      for head in graph.nodes {
        let pair = try graph.reliability(from: 0, to: head, options)
        #expect(pair.isExact)
        #expect(pair.sampleCount == 0)
        #expect(pair.interval == pair.probability...pair.probability)
        #expect(
          abs(pair.probability - slow.reliability(from: 0, to: [head])) < 1e-12,
          "\(head) \(Array(graph.edges))")
        let three = [0, head, graph.nodeCount - 1]
        let found = try graph.reliability(joining: three, options)
        #expect(abs(found.probability - undirected.reliability(from: 0, to: three)) < 1e-12)
      }
      let all = try graph.allTerminalReliability(options)
      #expect(
        abs(all.probability - undirected.reliability(from: 0, to: Array(graph.nodes))) < 1e-12)
    }
  }

  /// Where no rule helps and arcs have to be tried, in whatever order they stand: among them arcs that
  /// lead straight from the beginning to the end.
  @Test func denseDirectedGraphsAgreeWithAllWorlds() throws {
    var generator = SeededGenerator(seed: 977)
    let four = (0..<4).flatMap { tail in (0..<4).filter { $0 != tail }.map { (tail, $0) } }
    let five = (0..<5).flatMap { tail in (0..<5).filter { $0 != tail }.map { (tail, $0) } }
    var tried = [
      (nodeCount: 4, pairs: four), (4, four.reversed()), (4, four.shuffled(using: &generator)),
    ]
    for _ in 0..<8 { tried.append((5, Array(five.shuffled(using: &generator).prefix(11)))) }
    for (nodeCount, pairs) in tried {
      let graph = GraphFamilies.make(nodeCount, pairs, isDirected: true)
      let chances = pairs.map { _ in 0.1 + 0.8 * generator.nextUnit() }
      let slow = SlowSpread(graph, probabilities: chances)
      for tail in graph.nodes {
        for head in graph.nodes where head != tail {
          let found = try graph.reliability(
            from: tail, to: head, Graph.ReliabilityOptions(probabilities: chances))
          #expect(found.isExact)
          #expect(
            abs(found.probability - slow.reliability(from: tail, to: [head])) < 1e-12,
            "\(tail) \(head) \(pairs)")
        }
      }
    }
  }

  /// From the Tutte polynomial in NetworkX 3.6.1: p^(n-1) (1-p)^(m-n+1) T(1, 1/(1-p)).
  @Test(arguments: [
    ("K4", 0.5, 0.59375), ("K4", 0.9, 0.995814), ("K5", 0.5, 0.7109375), ("K5", 0.9, 0.9994922424),
    ("Petersen", 0.5, 0.18212890625), ("Petersen", 0.9, 0.988566914643696),
    ("cube", 0.5, 0.264404296875), ("cube", 0.9, 0.990662888187), ("grid", 0.5, 0.105224609375),
    ("grid", 0.9, 0.946984815279),
  ])
  func allTerminalsFromTheTuttePolynomial(name: String, chance: Double, expected: Double) throws {
    let outer = (0..<5).map { ($0, ($0 + 1) % 5) }
    let inner = (0..<5).map { ($0 + 5, ($0 + 2) % 5 + 5) }
    let graph =
      switch name {
      case "K4": try Graph.complete(nodeCount: 4)
      case "K5": try Graph.complete(nodeCount: 5)
      case "cube": try Graph.hypercube(dimension: 3)
      case "grid": try Graph.grid(rows: 3, columns: 3)
      default:
        GraphFamilies.make(10, outer + inner + (0..<5).map { ($0, $0 + 5) }, isDirected: false)
      }
    let chances = graph.edges.map { _ in chance }
    let found = try graph.allTerminalReliability(.init(probabilities: chances))
    #expect(found.isExact)
    #expect(abs(found.probability - expected) < 1e-12)
  }

  @Test func theBridgeAndLongShapesInClosedForm() throws {
    // 2 p^2 + 2 p^3 - 5 p^4 + 2 p^5 at 0.9 between the ends of the bridge circuit.
    let bridge = [(0, 1), (0, 2), (1, 2), (1, 3), (2, 3)]
    let chances = bridge.map { _ in 0.9 }
    let undirected = GraphFamilies.make(4, bridge, isDirected: false)
    let found = try undirected.reliability(from: 0, to: 3, .init(probabilities: chances))
    #expect(abs(found.probability - 0.97848) < 1e-12)
    // A path of 1,000 and a cycle of 1,000, which the rules alone solve.
    let path = try Graph.path(nodeCount: 1_001)
    let long = path.edges.map { _ in 0.999 }
    var power = 1.0
    for _ in 0..<1_000 { power *= 0.999 }
    let ends = try path.reliability(from: 0, to: 1_000, .init(probabilities: long))
    #expect(ends.isExact)
    #expect(abs(ends.probability - power) < 1e-12)
    let cycle = try Graph.cycle(nodeCount: 1_000)
    let all = try cycle.allTerminalReliability(.init(probabilities: cycle.edges.map { _ in 0.999 }))
    #expect(all.isExact)
    #expect(abs(all.probability - (power + 1_000 * power / 0.999 * 0.001)) < 1e-9)
    let directed = try Graph.path(nodeCount: 1_001, isDirected: true)
    let one = try directed.reliability(from: 0, to: 1_000, .init(probabilities: long))
    #expect(abs(one.probability - power) < 1e-12)
    #expect(try directed.reliability(from: 1_000, to: 0).probability == 0)
    #expect(try directed.reliability(from: 0, to: 1_000).probability == 1)
  }

  @Test func withoutEffortItIsEstimated() throws {
    for isDirected in [false, true] {
      let graph = try Graph.grid(rows: 3, columns: 4, isDirected: isDirected)
      let chances = graph.edges.map { _ in 0.8 }
      let exact = try graph.reliability(from: 0, to: 11, .init(probabilities: chances))
      let options = Graph.ReliabilityOptions(
        probabilities: chances, maximumSteps: 0, samples: 6_000, seed: 2)
      let found = try graph.reliability(from: 0, to: 11, options)
      #expect(exact.isExact)
      #expect(!found.isExact)
      #expect(found.sampleCount == 6_000)
      #expect(found.interval.contains(exact.probability))
      #expect(found.interval.upperBound - found.interval.lowerBound < 0.03)
      let all = try graph.allTerminalReliability(options)
      let allExact = try graph.allTerminalReliability(.init(probabilities: chances))
      #expect(all.interval.contains(allExact.probability))
    }
  }

  @Test func intervalsOfWilson() {
    // Newcombe 1998, table I: 81 of 263, and 0 of 20, by the score method without correction.
    let some = wilsonInterval(hits: 81, trials: 263)
    #expect(abs(some.lowerBound - 0.2553) < 5e-5)
    #expect(abs(some.upperBound - 0.3662) < 5e-5)
    let none = wilsonInterval(hits: 0, trials: 20)
    #expect(none.lowerBound == 0)
    #expect(abs(none.upperBound - 0.1611) < 5e-5)
  }

  @Test func numbersOutsideTheirRangeAreRefused() {
    let graph = GraphFamilies.make(2, [(0, 1)], isDirected: false)
    #expect(throws: GraphError.self) {
      try graph.reliability(from: 0, to: 1, .init(probabilities: [1.5]))
    }
    #expect(throws: GraphError.self) { try graph.allTerminalReliability(.init(samples: 0)) }
    #expect(throws: GraphError.self) { try graph.allTerminalReliability(.init(maximumSteps: -1)) }
  }
}
