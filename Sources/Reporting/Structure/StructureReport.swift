public import GraphCore
internal import InfluenceAnalysis

/// How a network hangs together: its size, its ties, its dense places and where it could break.
public struct StructureReport: Sendable {
  /// A part of the report, by the name that the command uses.
  public enum Part: String, Sendable, CaseIterable {
    /// Nodes, edges, density, components.
    case size
    /// How many nodes have which degree.
    case degrees
    /// Reciprocity, transitivity, clustering, assortativity.
    case mixing
    /// Pairs and triples of nodes by how they are tied.
    case census
    /// Core and truss numbers.
    case cores
    /// Sets of nodes that are all tied to each other.
    case cliques
    /// Nodes and edges whose loss takes the network apart.
    case cuts
    /// How many nodes or edges must be lost before it falls apart.
    case connectivity
    /// Whether it is clustered and its paths are short.
    case smallWorld = "small-world"
    /// A dense core and a loose periphery.
    case corePeriphery = "core-periphery"
  }

  /// Beyond so many steps, roughly, a part is left out unless it was asked for by name.
  private static let mostSteps = 20_000_000.0
  /// No more cliques than these are counted.
  static let mostCliques = 1_000_000
  /// How many names of a list people are shown.
  static let shown = 20

  let network: StudiedNetwork
  let seed: UInt64
  /// Random graphs for sigma and omega.
  let samples: Int
  let execution: Execution

  var graph: Graph { network.graph }

  func name(_ node: Int) -> String { network.nodes[node].name }

  /// Finds how a network hangs together.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - only: The parts; all but those that would take long if empty.
  ///   - seed: The seed of random steps.
  ///   - samples: How many random graphs the small world is compared with, 1 or more.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Figures and tables.
  /// - Throws: `GraphError` if the graph is too large for a part or the task has been cancelled.
  public static func findings(
    on network: StudiedNetwork, only: [Part] = [], seed: UInt64 = 1, samples: Int = 20,
    execution: Execution = Execution()
  ) throws(GraphError) -> NetworkFindings {
    let wanted = only.isEmpty ? Part.allCases : Part.allCases.filter(only.contains)
    let report = StructureReport(
      network: network, seed: seed, samples: samples, execution: execution)
    let left = only.isEmpty ? wanted.filter(report.takesLong) : []
    var sections: [NetworkFindings.Section] = []
    let parts = wanted.filter { !left.contains($0) }
    for (number, part) in parts.enumerated() {
      let step = StructureReport(
        network: network, seed: seed, samples: samples,
        execution: execution.part(number, of: parts.count))
      sections += try step.sections(part)
    }
    let notes =
      left.isEmpty
      ? []
      : [
        "Left out because they would take long on a network of this size: "
          + left.map(\.rawValue).joined(separator: ", ") + ". Ask for them with --only."
      ]
    let plots =
      sections.contains { $0.key == "degrees" }
      ? [
        NetworkFindings.Plot(
          section: "degrees", title: "Degree distribution", x: "degree",
          lines: [("nodes", "nodes")], xTitle: "degree", yTitle: "nodes", isBars: true)
      ] : []
    return NetworkFindings(
      title: "Structure", network: network, seed: seed, notes: network.presence + notes,
      sections: sections, plots: plots)
  }

  private func takesLong(_ part: Part) -> Bool {
    let (nodes, edges) = (Double(graph.nodeCount), Double(graph.edgeCount))
    return switch part {
    case .size, .degrees, .mixing, .census, .cores, .cuts: false
    case .cliques: edges > 200_000
    case .connectivity: nodes * edges > Self.mostSteps
    case .smallWorld: nodes * edges * Double(2 * samples) > 20 * Self.mostSteps
    case .corePeriphery: nodes * nodes > Self.mostSteps
    }
  }

  private func sections(_ part: Part) throws(GraphError) -> [NetworkFindings.Section] {
    switch part {
    case .size: [try size()]
    case .degrees: [degrees()]
    case .mixing: [try mixing()]
    case .census: try census()
    case .cores: cores()
    case .cliques: [try cliques()]
    case .cuts: cuts()
    case .connectivity: [try connectivity()]
    case .smallWorld: [try smallWorld()]
    case .corePeriphery: [try corePeriphery()]
    }
  }

  private func size() throws(GraphError) -> NetworkFindings.Section {
    let weak = graph.weakComponents()
    let loops = graph.edges.count { $0.tail == $0.head }
    let parallel = max(0, graph.edgeCount - loops - graph.simplified().edgeCount)
    var figures: [NetworkFindings.Figure] = [
      .init("nodes", "nodes", .integer(graph.nodeCount)),
      .init("edges", "edges", .integer(graph.edgeCount)),
      .init("loops", "loops", .integer(loops), "edges from a node to itself"),
      .init("parallelEdges", "parallel edges", .integer(parallel), "beyond the first of a pair"),
      .init(
        "density", "density", .number(graph.density()), "edges over the pairs that could have one"),
      .init(
        "components", "components", .integer(weak.count), "parts without an edge between them"),
      .init("largestComponent", "largest component", .count(weak.sizes.max()), "nodes"),
      .init("isolates", "isolates", .integer(weak.sizes.count { $0 == 1 }), "nodes on their own"),
    ]
    if graph.isDirected {
      let strong = graph.strongComponents()
      figures += [
        .init(
          "strongComponents", "strong components", .integer(strong.count),
          "parts in which each reaches each along the arrows"),
        .init(
          "largestStrongComponent", "largest strong one", .count(strong.sizes.max()), "nodes"),
      ]
    }
    return NetworkFindings.Section(key: "size", title: "Size", content: .figures(figures))
  }

  private func degrees() -> NetworkFindings.Section {
    let counts = graph.degreeDistribution()
    let degrees = counts.indices.filter { counts[$0] > 0 }
    // Of a long list people see the ends; JSON, values and plot have all of it.
    let shown: [Int]? =
      degrees.count > 2 * Self.shown
      ? Array(degrees.indices.prefix(Self.shown)) + Array(degrees.indices.suffix(5)) : nil
    return NetworkFindings.Section(
      key: "degrees", title: "Degree distribution",
      notes: shown == nil
        ? [] : ["\(degrees.count) degrees occur; the lowest and the five highest are shown."],
      content: .rows(
        NetworkFindings.Rows(
          [.init("degree", "degree", isNumber: true), .init("nodes", "nodes", isNumber: true)],
          degrees.map { [.integer($0), .integer(counts[$0])] }, shown: shown)),
      shape: counts.count > 2
        ? ("nodes by degree, 0 to \(counts.count - 1)", counts.prefix(60).map(Double.init)) : nil)
  }

  private func mixing() throws(GraphError) -> NetworkFindings.Section {
    let clustering = try graph.clustering().values
    let mean =
      clustering.isEmpty ? nil : clustering.reduce(0, +) / Double(clustering.count)
    var figures: [NetworkFindings.Figure] = []
    if graph.isDirected {
      figures.append(
        .init(
          "reciprocity", "reciprocity", .number(graph.reciprocity()),
          "the share of edges that are answered"))
    }
    figures += [
      .init(
        "transitivity", "transitivity", .number(graph.transitivity()),
        "the share of paths of two edges that are closed"),
      .init(
        "meanClustering", "mean clustering", .number(mean),
        "the same around each node, on average"),
      .init(
        "degreeAssortativity", "degree assortativity", .number(graph.degreeAssortativity()),
        "1 if many meet many, -1 if many meet few"),
    ]
    let kinds = network.nodes.map(\.kind)
    if Set(kinds).count > 1 {
      let order = Set(kinds).sorted()
      let groups = kinds.map { order.firstIndex(of: $0) ?? 0 }
      figures.append(
        .init(
          "kindAssortativity", "assortativity by kind",
          .number(try graph.assortativity(ofGroups: groups)), "1 if kinds keep to themselves"))
    }
    return NetworkFindings.Section(
      key: "mixing", title: "Who is tied to whom", content: .figures(figures))
  }
}
