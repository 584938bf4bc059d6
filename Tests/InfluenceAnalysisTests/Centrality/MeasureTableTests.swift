import Evidence
import GraphCore
import Synchronization
import Testing

@testable import InfluenceAnalysis

@Suite struct MeasureTableTests {
  /// The directed graph of the conventions: 0-1, 1-2, 2-3, 0-2, 3-4, and the isolate 5.
  private func golden(_ measure: String, _ scaling: Measure.Scaling = .usual) throws -> [Double?] {
    let pairs = [(0, 1), (1, 2), (2, 3), (0, 2), (3, 4)]
    let graph = try Graph(
      nodeCount: 6, edges: pairs.map { Graph.Edge($0.0, $0.1) }, isDirected: true)
    let nodes = (0..<6).map { MeasureTable.Node(id: "\($0)", name: "\($0)") }
    let table = try MeasureTable(
      graph, nodes: nodes, measures: [measure], setting: Measure.Setting(scaling: scaling))
    let scores = try need(table.measures.first).scores
    return (0..<6).map { id in scores.first { $0.id == "\(id)" }?.score }
  }

  // Values of NetworkX 3.6.1, which agrees with igraph on the raw betweenness.
  private static let known: [(String, Measure.Scaling, [Double])] = [
    ("betweenness", .raw, [0, 0, 4, 3, 0, 0]),
    ("betweenness", .usual, [0, 0, 0.2, 0.15, 0, 0]),
    ("closeness", .usual, [0, 0.2, 0.4, 0.36, 0.355556, 0]),
    ("harmonic", .usual, [0, 1, 2, 2, 2.166667, 0]),
    ("load", .raw, [0, 0, 4, 3, 0, 0]), ("load", .usual, [0, 0, 0.2, 0.15, 0, 0]),
    ("current-flow-betweenness", .raw, [1, 1, 13.0 / 3, 3, 0, 0]),
    ("onion-layers", .usual, [4, 4, 4, 3, 2, 1]),
    ("laplacian", .usual, [0.327943, 0.386995, 0.498929, 0.478408, 0.488027, 0.240654]),
    // By hand: as many paths as there is betweenness; elected are 0, 2, 3, by votes of 2, 1, 1; no
    // walk leads back.
    ("stress", .raw, [0, 0, 4, 3, 0, 0]), ("votes", .usual, [2, 0, 1, 1, 0, 0]),
    ("subgraph", .usual, [1, 1, 1, 1, 1, 1]),
    // Closed form: counts of neighbours and of nodes reached.
    ("out-degree", .raw, [2, 1, 1, 1, 0, 0]), ("in-degree", .raw, [0, 1, 2, 1, 1, 0]),
    ("degree", .usual, [0.4, 0.4, 0.6, 0.4, 0.2, 0]), ("reach", .raw, [4, 3, 2, 1, 0, 0]),
    ("reach", .usual, [0.8, 0.6, 0.4, 0.2, 0, 0]),
  ]

  @Test(
    "values of NetworkX",
    arguments: known)
  func values(_ measure: String, _ scaling: Measure.Scaling, _ wanted: [Double]) throws {
    for (score, expected) in zip(try golden(measure, scaling), wanted) {
      try expectNear(need(score), expected)
    }
  }

  @Test("an undefined measure has no scores and says why")
  func undefined() throws {
    #expect(try golden("eigenvector") == [nil, nil, nil, nil, nil, nil])
  }

  @Test("every measure scores every node of a network, highest first")
  func all() throws {
    let graph = InfluenceGraph([
      Said("a inspired b", "X"), Said("b inspired c", "Y"), Said("c inspired a", "Z"),
      Said("c inspired d", "Z", "C4"),
    ])
    let table = try MeasureTable(try InfluenceNetwork(LinkTable(graph)), measures: ["all"])
    #expect(table.measures.map(\.name) == Measure.all.map(\.name))
    for result in table.measures {
      #expect(result.scores.map(\.id).sorted() == ["a", "b", "c", "d"])
      #expect(result.scores.map(\.kind) == Array(repeating: "person", count: 4))
      let defined = result.scores.compactMap(\.score)
      #expect(zip(defined, defined.dropFirst()).allSatisfy { $0 >= $1 - 1e-9 }, "\(result.name)")
    }
  }

  @Test("ties are scored by the names of their ends, parallel ones each")
  func ties() throws {
    // Values of NetworkX 3.6.1 for the simple graph. With the tie 3-4 doubled, each of the two
    // carries half.
    let pairs = [(0, 1), (1, 2), (2, 3), (0, 2), (3, 4), (3, 4)]
    let graph = try Graph(
      nodeCount: 6, edges: pairs.map { Graph.Edge($0.0, $0.1) }, isDirected: true)
    let nodes = (0..<6).map { MeasureTable.Node(id: "\($0)", name: "n\($0)", kind: "person") }
    let table = try MeasureTable(
      graph, nodes: nodes, measures: ["edge-betweenness"], setting: Measure.Setting(scaling: .raw))
    let scores = table.measures[0].scores
    #expect(scores.map(\.id) == ["2 -> 3", "0 -> 2", "1 -> 2", "3 -> 4", "3 -> 4", "0 -> 1"])
    #expect(scores.map(\.score) == [6, 3, 3, 2, 2, 1])
    #expect(scores.map(\.rank) == [1, 2.5, 2.5, 4.5, 4.5, 6])
    #expect(scores[0].name == "n2 -> n3")
    #expect(scores.allSatisfy { $0.kind == "tie" })
    let plain = try MeasureTable(graph.asUndirected(), nodes: nodes, measures: ["edge-betweenness"])
    #expect(plain.measures[0].scores.contains { $0.id == "0 -- 1" })
    #expect(table.measures[0].normalization == "raw")
  }

  @Test("measures of pairs are left out where there would be too many")
  func tooLarge() throws {
    for measure in ["current-flow-betweenness", "current-flow-closeness", "information"] {
      #expect(try golden(measure).count == 6)
      let graph = try Graph(nodeCount: 10_001, edges: [Graph.Edge](), isDirected: false)
      let values = try need(Measure.named(measure)).compute(graph, Measure.Setting())
      #expect(values.scores.count == 10_001)
      #expect(values.undefinedBecause?.contains("more than 10000 nodes") == true)
    }
  }

  /// A triangle 0-1 (weight 4), 1-2 (weight 4), 0-2 (weight 1). As strengths the way 0-1-2 is 1/2 long and
  /// the direct one 1, so 1 lies between; as distances they are 8 and 1, so it does not.
  @Test(arguments: [
    (Measure.Weights.none, 0.0), (.strength, 1.0), (.distance, 0.0),
  ])
  func weightsAreWhatTheyAreTakenFor(weights: Measure.Weights, between: Double) throws {
    let graph = try Graph(
      nodeCount: 3,
      edges: [
        Graph.Edge(0, 1, weight: 4), Graph.Edge(1, 2, weight: 4), Graph.Edge(0, 2, weight: 1),
      ], isDirected: false)
    let nodes = (0..<3).map { MeasureTable.Node(id: "\($0)", name: "\($0)") }
    let table = try MeasureTable(
      graph, nodes: nodes, measures: ["betweenness", "closeness", "pagerank"],
      setting: Measure.Setting(weights: weights))
    func score(_ measure: Int, _ id: String) -> Double? {
      table.measures[measure].scores.first { $0.id == id }?.score
    }
    #expect(score(0, "1") == between)
    // 2 over the sum of distances: 1 + 1 hops, 1/4 + 1/4, or 4 + 4.
    let closeness = [Measure.Weights.none: 1.0, .strength: 4, .distance: 0.25]
    #expect(score(1, "1") == closeness[weights])
    // A walk in proportion to strengths is at 1 more often; distances say nothing of strength.
    let evenly = abs((score(2, "1") ?? 0) - 1.0 / 3) < 1e-9
    #expect(evenly == (weights != .strength))
  }

  @Test("progress rises over all measures")
  func progress() throws {
    let told = Mutex<[Double]>([])
    let graph = try Graph(
      nodeCount: 40, edges: (0..<40).map { Graph.Edge($0, ($0 + 1) % 40) }, isDirected: false)
    let nodes = graph.nodes.map { MeasureTable.Node(id: "\($0)", name: "\($0)") }
    _ = try MeasureTable(
      graph, nodes: nodes, measures: ["betweenness", "harmonic", "pagerank"],
      setting: Measure.Setting(
        execution: Execution { share in told.withLock { $0.append(share) } }))
    let shares = told.withLock { $0 }
    #expect(!shares.isEmpty)
    #expect(shares.allSatisfy { $0 >= 0 && $0 <= 1 })
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test("ties share the mean of their places, undefined scores have none")
  func midRanks() {
    #expect(MeasureResult.midRanks([2, nil, 5, 2, 1]) == [2.5, nil, 1, 2.5, 4])
    #expect(MeasureResult.midRanks([0.1 + 0.2, 0.3]) == [1.5, 1.5])
    #expect(MeasureResult.midRanks([]) == [])
  }

  @Test("an unknown measure names those that there are")
  func unknown() {
    #expect {
      try golden("betweeness")
    } throws: { error in
      "\(error)".hasPrefix("'betweeness' is no measure; use one of degree, in-degree")
    }
  }
}
