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

    static let all =
      [
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
        LongWork("keyPlayers") { _ = try $0.keyPlayers(1, .init(execution: $1)) },
        LongWork("keyPlayers by exchanges") {
          _ = try $0.keyPlayers(2, .init(restarts: 1, exhaustiveSteps: 0, execution: $1))
        },
        LongWork("triangles") { _ = try $0.triangles(execution: $1) },
        LongWork("transitivity") { _ = try $0.transitivity(execution: $1) },
        LongWork("clustering") { _ = try $0.clustering(execution: $1) },
        LongWork("weighted clustering") {
          _ = try $0.clustering(usesWeights: true, execution: $1)
        },
        LongWork("trussNumbers") { _ = try $0.trussNumbers(execution: $1) },
        LongWork("signedTriangles") { _ = try $0.signedTriangles(execution: $1) },
        LongWork("maximalCliqueSizes") { _ = try $0.maximalCliqueSizes(execution: $1) },
        LongWork("motifCounts") { _ = try $0.motifCounts(execution: $1) },
        LongWork("transitiveClosure") { _ = try $0.transitiveClosure(execution: $1) },
        LongWork("nodeConnectivity") { _ = try $0.nodeConnectivity(execution: $1) },
        LongWork("edgeConnectivity") { _ = try $0.edgeConnectivity(execution: $1) },
        LongWork("leiden") { _ = try $0.leiden(.init(execution: $1)) },
        LongWork("louvain") { _ = try $0.louvain(.init(execution: $1)) },
      ] + divisions + roles + losses + spreads + contacts

    private static let divisions = [
      LongWork("labelPropagation") { _ = try $0.labelPropagation(.init(execution: $1)) },
      LongWork("semiSynchronousLabelPropagation") {
        _ = try $0.semiSynchronousLabelPropagation(execution: $1)
      },
      LongWork("girvanNewman") { _ = try $0.girvanNewman(execution: $1) },
      LongWork("cliquePercolation") { _ = try $0.cliquePercolation(size: 3, execution: $1) },
      LongWork("infomap") { _ = try $0.infomap(.init(execution: $1)) },
      LongWork("leadingEigenvector") { _ = try $0.leadingEigenvector(execution: $1) },
      LongWork("speakerListener") { _ = try $0.speakerListener(.init(rounds: 9, execution: $1)) },
      LongWork("consensus") { _ = try $0.consensus(.init(trials: 8, execution: $1)) },
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

    private static let roles = [
      LongWork("corePeriphery") { _ = try $0.corePeriphery(execution: $1) },
      LongWork("continuousCoreness") { _ = try $0.continuousCoreness(execution: $1) },
      LongWork("automorphicClasses") { _ = try $0.automorphicClasses(execution: $1) },
      LongWork("editDistance") {
        _ = try $0.editDistance(to: $0, maximumSteps: 300, execution: $1)
      },
      LongWork("rewired") { graph, execution in
        var generator = SeededGenerator(seed: 1)
        _ = try graph.rewired(using: &generator, execution: execution)
      },
      LongWork("latticeReference") { graph, execution in
        var generator = SeededGenerator(seed: 1)
        _ = try graph.latticeReference(using: &generator, execution: execution)
      },
    ]

    private static let losses = [
      LongWork("collectiveInfluence") { _ = try $0.collectiveInfluence(execution: $1) },
      LongWork("collectiveInfluencers") { _ = try $0.collectiveInfluencers(5, execution: $1) },
      LongWork("dismantling") { _ = try $0.dismantling(toSize: 8, execution: $1) },
      LongWork("removalCurve") {
        _ = try $0.removalCurve(.random(seed: 1), recordsEfficiency: true, execution: $1)
      },
      LongWork("adaptive removalCurve") {
        _ = try $0.removalCurve(adaptively: 5, recordsEfficiency: true, execution: $1) {
          $0.graph.degree().values
        }
      },
      LongWork("edgeRemovalCurve") {
        _ = try $0.edgeRemovalCurve(.random(seed: 1), recordsEfficiency: true, execution: $1)
      },
      LongWork("randomRemoval") { _ = try $0.randomRemoval(samples: 20, execution: $1) },
      LongWork("randomEdgeRemoval") { _ = try $0.randomEdgeRemoval(samples: 20, execution: $1) },
      LongWork("fragmentation") {
        let directed = try Graph(nodeCount: $0.nodeCount, edges: Array($0.edges), isDirected: true)
        _ = try directed.fragmentation(execution: $1)
      },
      LongWork("distanceFragmentation") { _ = try $0.distanceFragmentation(execution: $1) },
      LongWork("percolation") { _ = try $0.percolation(of: .edges, samples: 20, execution: $1) },
      LongWork("efficiencyLoss") { _ = try $0.efficiencyLoss(execution: $1) },
      LongWork("edgeEfficiencyLoss") { _ = try $0.edgeEfficiencyLoss(execution: $1) },
      LongWork("stability") { graph, execution in
        _ = try graph.stability(.init(samples: 3, execution: execution)) {
          graph throws(GraphError) in graph.degree().values
        }
      },
      LongWork("sensitivity") { graph, execution in
        _ = try graph.sensitivity(.init(samples: 3, execution: execution)) {
          graph throws(GraphError) in graph.degree().values
        }
      },
      LongWork("bootstrap") { graph, execution in
        _ = try graph.bootstrap(samples: 20, execution: execution) { graph throws(GraphError) in
          graph.density()
        }
      },
    ]

    private static let spreads = [
      LongWork("rumorSource") {
        _ = try $0.rumorSource(reached: Array($0.nodes), execution: $1)
      },
      LongWork("expectedSpread") {
        _ = try $0.expectedSpread(from: [0], .linearThreshold(), samples: 50, execution: $1)
      },
      LongWork("expectedReach") {
        _ = try $0.expectedReach(
          probabilities: $0.edges.map { _ in 0.3 }, samples: 20, execution: $1)
      },
      LongWork("epidemicSize") {
        _ = try $0.epidemicSize(
          from: [0], .init(transmission: 0.2, recovery: 0.5), samples: 20, execution: $1)
      },
      LongWork("greedyInfluencers") {
        _ = try $0.greedyInfluencers(
          2, .init(model: .linearThreshold(), samples: 20, execution: $1))
      },
      LongWork("sampledInfluencers") {
        _ = try $0.sampledInfluencers(2, .linearThreshold(), epsilon: 0.5, execution: $1)
      },
      LongWork("blockingNodes") {
        _ = try $0.blockingNodes(
          2, from: [0], .init(model: .linearThreshold(), samples: 20, execution: $1))
      },
      LongWork("reliability") {
        _ = try $0.reliability(
          from: 0, to: 40,
          .init(
            probabilities: $0.edges.map { _ in 0.5 }, maximumSteps: 0, samples: 50, execution: $1))
      },
    ]

    private static let contacts = [
      LongWork("temporalCloseness") {
        _ = try sequence($0).temporalCloseness(.init(execution: $1))
      },
      LongWork("temporalReach") { _ = try sequence($0).temporalReach(execution: $1) },
      LongWork("temporalBetweenness") { _ = try sequence($0).temporalBetweenness(execution: $1) },
    ]

    /// Work that takes no execution, and so tells nobody how far it is, but stops.
    static let silent = [
      LongWork("epidemic") { graph, _ in
        var generator = SeededGenerator(seed: 1)
        _ = try graph.epidemic(
          from: [0], .init(kind: .sis, transmission: 0.5, recovery: 0.5), using: &generator)
      },
      LongWork("epidemicInContinuousTime") { graph, _ in
        var generator = SeededGenerator(seed: 1)
        _ = try graph.epidemicInContinuousTime(
          from: [0], .init(kind: .sis, transmission: 2, recovery: 1), using: &generator)
      },
      LongWork("concor") { graph, _ in _ = try graph.concor(splits: 2) },
      LongWork("regularClasses") { graph, _ in _ = try graph.regularClasses() },
      LongWork("equitableClasses") { graph, _ in _ = try graph.equitableClasses() },
      LongWork("bellmanFord") { graph, _ in _ = try graph.bellmanFord(from: 0) },
      LongWork("maximumFlow") { graph, _ in _ = try graph.maximumFlow(from: 0, to: 40) },
      LongWork("minimumCut") { graph, _ in _ = try graph.minimumCut(from: 0, to: 40) },
      LongWork("edgeConnectivity of two") { graph, _ in
        _ = try graph.edgeConnectivity(from: 0, to: 40)
      },
      LongWork("nodeConnectivity of two") { graph, _ in
        _ = try graph.nodeConnectivity(from: 0, to: 40)
      },
      LongWork("edgeDisjointPaths") { graph, _ in
        _ = try graph.edgeDisjointPaths(from: 0, to: 40)
      },
      LongWork("nodeDisjointPaths") { graph, _ in
        _ = try graph.nodeDisjointPaths(from: 0, to: 40)
      },
      LongWork("minimumNodeCut") { graph, _ in _ = try graph.minimumNodeCut(from: 0, to: 40) },
      LongWork("exponentialModel to draw") { _, _ in
        var generator = SeededGenerator(seed: 1)
        _ = try Graph.exponentialModel(
          nodeCount: 20, isDirected: false, terms: [.edges], coefficients: [-1],
          using: &generator)
      },
    ]

    private static func sequence(_ graph: Graph) throws -> ContactSequence {
      try ContactSequence(
        nodeCount: graph.nodeCount,
        contacts: graph.edges.map { .init($0.tail, $0.head, start: $0.weight ?? 0) },
        isDirected: true)
    }
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

  @Test(arguments: LongWork.silent)
  func silentWorkStopsToo(work: LongWork) async throws {
    let graph = graph
    try work.run(graph, Execution())
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
