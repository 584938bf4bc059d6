internal import GraphCore

/// Figures of a network that need no evidence.
struct PlainFacts: Sendable {
  /// A figure with its name and what it says.
  struct Figure: Sendable {
    let key: String
    let name: String
    /// `nil` where it is not defined.
    let value: Double?
    let meaning: String

    /// The value as people read it.
    var text: String { CentralityReport.text(value) }
  }

  let figures: [Figure]
  /// By degree, how many nodes have it.
  let distribution: [Int]
  /// The distribution in few rows: each degree by itself at first, then together.
  let degrees: [(degrees: String, count: Int)]
  let cutPoints: [Int]
  let bridges: [Int]
  /// The communities, largest first.
  let communities: [[Int]]
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
      communities = found.members.enumerated().sorted {
        ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
      }.map(\.element)
    } else {
      modularity = nil
      communities = []
    }
    figures = try Self.figures(graph)
  }

  private static func figures(_ graph: Graph) throws(GraphError) -> [Figure] {
    let nodes = Double(graph.nodeCount)
    let loops = graph.edges.count { $0.tail == $0.head }
    let simple = graph.simplified().edgeCount
    let weak = graph.weakComponents()
    let isolated = graph.degreeDistribution().first ?? 0
    var figures = [
      Figure(key: "nodes", name: "nodes", value: nodes, meaning: ""),
      Figure(key: "edges", name: "edges", value: Double(graph.edgeCount), meaning: ""),
      Figure(
        key: "loops", name: "loops", value: Double(loops),
        meaning: "edges from a node to itself"),
      Figure(
        key: "parallelEdges", name: "parallel edges",
        value: Double(max(0, graph.edgeCount - loops - simple)),
        meaning: "edges between nodes that have another already"),
      Figure(
        key: "density", name: "density", value: graph.density(),
        meaning: "edges for each pair that could have one"),
      Figure(
        key: "meanDegree", name: "mean degree",
        value: nodes > 0 ? 2 * Double(graph.edgeCount) / nodes : nil, meaning: "edges of a node"),
      Figure(
        key: "components", name: "components", value: Double(weak.count),
        meaning: "parts without an edge between them, whatever the direction"),
      Figure(
        key: "largestComponent", name: "nodes of the largest component",
        value: weak.sizes.max().map { Double($0) }, meaning: ""),
      Figure(
        key: "isolatedNodes", name: "nodes without edges", value: Double(isolated), meaning: ""),
    ]
    if graph.isDirected {
      let strong = graph.strongComponents()
      figures += [
        Figure(
          key: "strongComponents", name: "strong components", value: Double(strong.count),
          meaning: "parts in which each reaches each along the edges"),
        Figure(
          key: "reciprocity", name: "reciprocity", value: graph.reciprocity(),
          meaning: "share of the edges that are answered by their opposite"),
      ]
    }
    let clustering = try graph.clustering().values
    figures += [
      Figure(
        key: "transitivity", name: "transitivity", value: graph.transitivity(),
        meaning: "how often two contacts of a node are in touch themselves"),
      Figure(
        key: "meanClustering", name: "mean clustering",
        value: clustering.isEmpty
          ? nil : clustering.reduce(0, +) / Double(clustering.count),
        meaning: "the same, reckoned for each node and averaged"),
    ]
    return figures
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
