import Foundation
import Synchronization
import TestSupport
import Testing

@testable import GraphCore

/// Work that would take minutes, or for ever, and ends once its task is cancelled.
@Suite(.serialized) struct CancellationTests {
  struct Work: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let run: @Sendable (Execution) throws -> Void

    init(_ name: String, _ run: @escaping @Sendable (Execution) throws -> Void) {
      testDescription = name
      self.run = run
    }
  }

  private final class Flag: Sendable {
    let isSet = Atomic<Bool>(false)
  }

  /// Sets of three, all joined but within: 3^40 maximal cliques, the most that there can be
  /// (Moon and Moser).
  private static let moonMoser = GraphFamilies.make(
    120,
    (0..<120).flatMap { tail in (tail + 1..<120).map { (tail, $0) } }
      .filter { $0.0 / 3 != $0.1 / 3 }, isDirected: false)

  /// A ring with one chord, which makes it no tree and no cycle.
  private static let ring = GraphFamilies.make(
    200_000, (0..<200_000).map { ($0, ($0 + 1) % 200_000) } + [(0, 1_000)], isDirected: false)

  private static func random(_ nodes: Int, _ edges: Int) throws -> Graph {
    var generator = SeededGenerator(seed: 881)
    return try Graph.erdosRenyi(
      nodeCount: nodes, edgeCount: edges, isDirected: false, using: &generator)
  }

  static let endless =
    [
      Work("epidemicSize") { execution in
        // The last node can be infected, but never is.
        let path = GraphFamilies.make(3, [(0, 1), (1, 2)], isDirected: false)
        _ = try path.epidemicSize(
          from: [0],
          .init(
            kind: .sis, transmission: 1, transmissions: [1, 1e-300], recovery: 0,
            maximumTime: 1e15), samples: 100, execution: execution)
      },
      Work("epidemicSize in continuous time") { execution in
        let pairs = (0..<20).flatMap { tail in (tail + 1..<20).map { (tail, $0) } } + [(0, 20)]
        let graph = GraphFamilies.make(21, pairs, isDirected: false)
        let rates = pairs.map { $0.1 == 20 ? 1e-300 : 5 }
        _ = try graph.epidemicSize(
          from: [0, 1, 2, 3],
          .init(
            kind: .sis, transmission: 1, transmissions: rates, recovery: 1, maximumTime: 1e15),
          isContinuous: true, samples: 100, execution: execution)
      },
      Work("maximalCliqueSizes") { _ = try moonMoser.maximalCliqueSizes(execution: $0) },
      // No clique is so large, but that is found out late.
      Work("cliquePercolation") {
        _ = try moonMoser.cliquePercolation(size: 41, execution: $0)
      },
      Work("rumorSource") {
        _ = try ring.rumorSource(reached: Array(ring.nodes), execution: $0)
      },
      Work("collectiveInfluence") {
        _ = try ring.collectiveInfluence(radius: 200_000, execution: $0)
      },
      Work("bellmanFord") { _ in
        // The more edges a path has the shorter it is, so distances fall in each of n rounds.
        let edges = (0..<100_000).flatMap { tail in
          (1...4).map { Graph.Edge(tail, tail + $0, weight: -1) }
        }
        let graph = try Graph(nodeCount: 100_004, edges: edges, isDirected: true)
        _ = try graph.bellmanFord(from: 0)
      },
      Work("equitableClasses") { _ in
        // From the ends of a path, a class more in each of n / 2 rounds.
        let pairs = (0..<20_000).map { ($0, $0 + 1) }
        _ = try GraphFamilies.make(20_001, pairs, isDirected: false).equitableClasses()
      },
    ] + drawn

  private static let drawn = [
    Work("exponentialModel to draw") { _ in
      var generator = SeededGenerator(seed: 1)
      _ = try Graph.exponentialModel(
        nodeCount: 10, isDirected: false, terms: [.edges], coefficients: [0], steps: .max,
        using: &generator)
    },
    Work("exponentialModel") { execution in
      var generator = SeededGenerator(seed: 882)
      let graph = try Graph.erdosRenyi(
        nodeCount: 20, edgeCount: 80, isDirected: true, using: &generator)
      _ = try graph.exponentialModel(
        [.edges, .mutual], .init(samples: 100, interval: 1_000_000_000, execution: execution))
    },
    Work("infomap") {
      _ = try random(30_000, 300_000).infomap(.init(trials: 1, execution: $0))
    },
    Work("stochasticBlockModel") {
      _ = try random(5_000, 20_000).stochasticBlockModel(.init(trials: 2, execution: $0))
    },
    Work("comparedWithNulls of many switches") {
      _ = try random(1_000, 2_000).comparedWithNulls(
        .init(samples: 4, switchesPerEdge: 1_000_000, execution: $0)
      ) { $0.reciprocity() }
    },
    Work("comparedWithNulls of a long measure") { execution in
      let graph = try random(20, 30)
      _ = try graph.comparedWithNulls(
        .init(model: .edgeCount, samples: 4, execution: execution)
      ) { other throws(GraphError) in
        while other != graph { try Execution.checkCancellation() }
        return 0
      }
    },
  ]

  @Test(arguments: endless, [1, 3])
  func endlessWorkEnds(work: Work, threads: Int) async {
    let begun = Flag()
    let task = Task {
      begun.isSet.store(true, ordering: .releasing)
      try work.run(Execution(threads: threads))
    }
    // By a thread of its own: tasks may have to wait for the very work that is to be cancelled.
    Thread.detachNewThread {
      while !begun.isSet.load(ordering: .acquiring) { Thread.sleep(forTimeInterval: 0.001) }
      Thread.sleep(forTimeInterval: 0.05)
      task.cancel()
    }
    await #expect(throws: GraphError.cancelled) { try await task.value }
  }

  static let steps = [
    Work("transitiveClosure") { execution in
      let ring = (0..<1_000).map { ($0, ($0 + 1) % 1_000) }
      _ = try GraphFamilies.make(1_000, ring, isDirected: true).transitiveClosure(
        execution: execution)
    },
    Work("rewired") { execution in
      var generator = SeededGenerator(seed: 1)
      _ = try random(100, 1_000).rewired(using: &generator, execution: execution)
    },
    Work("rewired and connected") { execution in
      var generator = SeededGenerator(seed: 1)
      let ring = (0..<100).map { ($0, ($0 + 1) % 100) }
      _ = try GraphFamilies.make(100, ring, isDirected: false).rewired(
        keepsConnected: true, using: &generator, execution: execution)
    },
    Work("latticeReference") { execution in
      var generator = SeededGenerator(seed: 1)
      _ = try random(100, 1_000).latticeReference(using: &generator, execution: execution)
    },
    Work("corePeriphery") { _ = try random(50, 100).corePeriphery(execution: $0) },
    Work("dismantling") { _ = try random(50, 100).dismantling(toSize: 5, execution: $0) },
    Work("collectiveInfluencers") {
      _ = try random(50, 100).collectiveInfluencers(execution: $0)
    },
  ]

  /// The first word of progress cancels the task, so that what comes next must ask.
  @Test(arguments: steps)
  func workEndsBetweenItsSteps(work: Work) async {
    let task = Task {
      try work.run(Execution(threads: 1) { _ in withUnsafeCurrentTask { $0?.cancel() } })
    }
    await #expect(throws: GraphError.cancelled) { try await task.value }
  }
}
