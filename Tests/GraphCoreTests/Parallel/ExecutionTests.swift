import Synchronization
import TestSupport
import Testing

@testable import GraphCore

/// What a computation told about its progress.
private final class Told: Sendable {
  private let shares = Mutex<[Double]>([])
  var all: [Double] { shares.withLock { $0 } }
  func callAsFunction(_ share: Double) { shares.withLock { $0.append(share) } }
}

@Suite struct ExecutionTests {
  /// A computation that can take long, on a graph and in a way of running.
  struct LongWork: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let run: @Sendable (Graph, Execution) throws -> Void

    init(_ name: String, _ run: @escaping @Sendable (Graph, Execution) throws -> Void) {
      testDescription = name
      self.run = run
    }

    static let all = [
      LongWork("betweenness") { _ = try $0.betweenness(.init(execution: $1)) },
      LongWork("edgeBetweenness") { _ = try $0.edgeBetweenness(.init(execution: $1)) },
      LongWork("weighted betweenness") {
        _ = try $0.betweenness(.init(lengths: .weights, execution: $1))
      },
      LongWork("betweenness of some") {
        _ = try $0.betweenness(from: Array($0.nodes), to: Array($0.nodes), .init(execution: $1))
      },
      LongWork("sampled betweenness") {
        var generator = SeededGenerator(seed: 1)
        _ = try $0.betweenness(epsilon: 0.1, delta: 0.1, using: &generator, execution: $1)
      },
      LongWork("closeness") { _ = try $0.closeness(.init(execution: $1)) },
      LongWork("harmonic") { _ = try $0.harmonic(.init(execution: $1)) },
      LongWork("eccentricity") { _ = try $0.eccentricity(.init(execution: $1)) },
      LongWork("topCloseness") { _ = try $0.topCloseness(3, execution: $1) },
      LongWork("allDistances") { _ = try $0.allDistances(execution: $1) },
      LongWork("averagePathLength") { _ = try $0.averagePathLength(execution: $1) },
      LongWork("diameter") { _ = try $0.diameter(execution: $1) },
      LongWork("load") { _ = try $0.load(.init(execution: $1)) },
      LongWork("stress") { _ = try $0.stress(execution: $1) },
      LongWork("subgraphCentrality") { _ = try $0.subgraphCentrality(execution: $1) },
      LongWork("currentFlowBetweenness") { _ = try $0.currentFlowBetweenness(execution: $1) },
      LongWork("currentFlowCloseness") { _ = try $0.currentFlowCloseness(execution: $1) },
      LongWork("pageRank") { _ = try $0.pageRank(.init(execution: $1)) },
      LongWork("katz") { _ = try $0.katz(.init(execution: $1)) },
      LongWork("eigenvector") { _ = try $0.eigenvector(execution: $1) },
      LongWork("hubsAndAuthorities") { _ = try $0.hubsAndAuthorities(execution: $1) },
      LongWork("groupBetweenness") { _ = try $0.groupBetweenness(of: [1, 2], execution: $1) },
      LongWork("keyPlayers") { _ = try $0.keyPlayers(2, .init(restarts: 1, execution: $1)) },
      LongWork("leiden") { _ = try $0.leiden(.init(execution: $1)) },
      LongWork("louvain") { _ = try $0.louvain(.init(execution: $1)) },
      LongWork("labelPropagation") { _ = try $0.labelPropagation(.init(execution: $1)) },
      LongWork("semiSynchronousLabelPropagation") {
        _ = try $0.semiSynchronousLabelPropagation(execution: $1)
      },
      LongWork("girvanNewman") { _ = try $0.girvanNewman(execution: $1) },
      LongWork("cliquePercolation") { _ = try $0.cliquePercolation(size: 3, execution: $1) },
      LongWork("infomap") { _ = try $0.infomap(.init(execution: $1)) },
      LongWork("leadingEigenvector") { _ = try $0.leadingEigenvector(execution: $1) },
      LongWork("speakerListener") { _ = try $0.speakerListener(.init(rounds: 9, execution: $1)) },
      LongWork("consensus") { _ = try $0.consensus(.init(runs: 8, execution: $1)) },
      LongWork("stochasticBlockModel") {
        _ = try $0.stochasticBlockModel(.init(trials: 2, maximumBlocks: 6, execution: $1))
      },
      LongWork("comparedWithNulls") {
        _ = try $0.comparedWithNulls(.init(samples: 9, execution: $1)) { $0.reciprocity() }
      },
      LongWork("modularitySignificance") {
        _ = try $0.modularitySignificance(
          of: Array($0.nodes), nulls: .init(samples: 9, execution: $1))
      },
      LongWork("exponentialModel") {
        _ = try $0.exponentialModel(
          [.edges, .mutual], .init(samples: 100, interval: 50, execution: $1))
      },
    ]
  }

  /// A ring with chords: strongly connected, with weights.
  private var graph: Graph {
    GraphFamilies.make(
      80,
      (0..<80).flatMap { node in
        [1, 7, 31].map { Graph.Edge(node, (node + $0) % 80, weight: Double($0)) }
      }, isDirected: true)
  }

  @Test(arguments: LongWork.all)
  func progressRisesFromZeroToOne(work: LongWork) throws {
    for threads in [1, 3] {
      let told = Told()
      try work.run(graph, Execution(threads: threads) { told($0) })
      #expect(!told.all.isEmpty)
      #expect(told.all.allSatisfy { $0 >= 0 && $0 <= 1 })
      #expect(zip(told.all, told.all.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }

  @Test(arguments: LongWork.all)
  func aCancelledTaskIsRefused(work: LongWork) async {
    let graph = graph
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      try work.run(graph, Execution())
    }
    task.cancel()
    await #expect(throws: GraphError.cancelled) { try await task.value }
  }

  @Test func aPartTellsItsShareOfTheWhole() {
    let told = Told()
    let part = Execution(threads: 3, progress: { told($0) }).part(0.5...0.75)
    #expect(part.threads == 3)
    for share in [0, 0.5, 1] { part.progress?(share) }
    #expect(told.all == [0.5, 0.625, 0.75])
    #expect(Execution().part(0...0.5).progress == nil)
  }
}
