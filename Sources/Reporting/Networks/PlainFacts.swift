internal import GraphCore
internal import InfluenceAnalysis

/// Figures of a network that need no evidence.
struct PlainFacts: Sendable {
  /// A figure under its key, by which the words know its name and what it says.
  struct Figure: Sendable {
    let key: String
    /// `nil` where it is not defined.
    let value: Double?
  }

  /// In how many runs with other seeds communities are looked for again.
  static let runs = 20

  let figures: [Figure]
  /// By degree, how many nodes have it.
  let distribution: [Int]
  /// The distribution in few rows: each degree by itself at first, then together.
  let degrees: [(degrees: String, count: Int)]
  let cutPoints: [Int]
  let bridges: [Int]
  /// The communities, largest first.
  let communities: [StableCommunity]
  /// In how many parts without an edge between them the network lies.
  let parts: Int
  let modularity: Double?

  init(_ graph: Graph, seed: UInt64) throws(GraphError) {
    let blocks = graph.biconnectedComponents()
    cutPoints = blocks.articulationPoints
    bridges = blocks.bridges
    distribution = graph.degreeDistribution()
    degrees = Self.rows(distribution)
    var options = Graph.CommunityOptions()
    options.seed = seed
    if graph.edgeCount > 0 {
      let found = try graph.asUndirected().leiden(options)
      modularity = found.quality
      let ordered = found.members.enumerated().sorted {
        ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
      }.map(\.element)
      communities = StableCommunity.all(
        ordered, in: try Self.divisions(of: graph, afterSeed: seed))
    } else {
      modularity = nil
      communities = []
    }
    parts = graph.weakComponents().count
    figures = try Self.figures(graph)
  }

  /// The divisions with other seeds; none of a network in which they would take long.
  private static func divisions(
    of graph: Graph, afterSeed seed: UInt64
  ) throws(GraphError) -> [(groups: [Int], weight: Double)] {
    guard graph.edgeCount <= 100_000 else { return [] }
    let undirected = graph.asUndirected()
    var divisions: [(groups: [Int], weight: Double)] = []
    for run in 1...UInt64(runs) {
      var options = Graph.CommunityOptions()
      options.seed = seed &+ run
      divisions.append((try undirected.leiden(options).groups, 1))
    }
    return divisions
  }

  private static func figures(_ graph: Graph) throws(GraphError) -> [Figure] {
    let nodes = Double(graph.nodeCount)
    let loops = graph.edges.count { $0.tail == $0.head }
    let simple = graph.simplified().edgeCount
    let weak = graph.weakComponents()
    let isolated = graph.degreeDistribution().first ?? 0
    var figures = [
      Figure(key: "nodes", value: nodes),
      Figure(key: "edges", value: Double(graph.edgeCount)),
      Figure(key: "loops", value: Double(loops)),
      Figure(key: "parallelEdges", value: Double(max(0, graph.edgeCount - loops - simple))),
      Figure(key: "density", value: graph.density()),
      Figure(
        key: "meanDegree", value: nodes > 0 ? 2 * Double(graph.edgeCount) / nodes : nil),
      Figure(key: "components", value: Double(weak.count)),
      Figure(key: "largestComponent", value: weak.sizes.max().map { Double($0) }),
      Figure(key: "isolatedNodes", value: Double(isolated)),
    ]
    if graph.isDirected {
      figures += [
        Figure(key: "strongComponents", value: Double(graph.strongComponents().count)),
        Figure(key: "reciprocity", value: graph.reciprocity()),
      ]
    }
    let clustering = try graph.clustering().values
    return figures + [
      Figure(key: "transitivity", value: try graph.transitivity()),
      Figure(
        key: "meanClustering",
        value: clustering.isEmpty
          ? nil : clustering.reduce(0, +) / Double(clustering.count)),
    ]
  }

  private static func rows(_ distribution: [Int]) -> [(degrees: String, count: Int)] {
    var rows: [(String, Int)] = []
    var start = 0
    while start < distribution.count {
      let end = start < 10 ? start + 1 : min(start * 2, distribution.count)
      let count = distribution[start..<end].reduce(0, +)
      if count > 0 { rows.append((end == start + 1 ? "\(start)" : "\(start)-\(end - 1)", count)) }
      start = end
    }
    return rows
  }
}
