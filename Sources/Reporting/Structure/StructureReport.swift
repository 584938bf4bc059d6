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
    /// Friends and enemies, where weights are below 0.
    case balance
    /// Two sides, and pairs.
    case sides
    /// How far ties stay within kinds, or groups by another attribute.
    case homophily
    /// Blocks of nodes with similar ties.
    case roles
    /// Ties that are more than noise, or carry the shortest ways.
    case backbone
    /// Figures and counts beside random graphs of the same degrees.
    case chance
    /// How sure figures are, by the bootstrap.
    case intervals
    /// An exponential random graph model.
    case habits
    /// How densely nodes of high degree are tied.
    case richClub = "rich-club"
    /// A tree of the smallest cuts between all pairs.
    case cutTree = "cut-tree"
    /// Who reaches whom by any number of edges.
    case closure
    /// Edges that say no more than others do together.
    case reduction
    /// Edges by the triangles that hold them together.
    case trusses
    /// Edges that hold all together by the least, and by the most, weight.
    case forests

    /// Whether it is given only if it is asked for by name.
    public var isExtra: Bool {
      switch self {
      case .size, .degrees, .mixing, .census, .cores, .cliques, .cuts, .connectivity, .smallWorld,
        .corePeriphery, .balance:
        false
      case .sides, .homophily, .roles, .backbone, .chance, .intervals, .habits, .richClub, .cutTree,
        .closure, .reduction, .trusses, .forests:
        true
      }
    }
  }

  /// What weights mean.
  public enum Weights: Sendable {
    /// Nothing but in the backbone, balance and largest flow, which are about weights.
    case none
    /// What it costs to cut an edge.
    case strength
    /// The lengths of edges.
    case distance
  }

  /// What is asked.
  public struct Options: Sendable {
    /// The parts; if empty all that are not extra, but those that would take long.
    public var only: [Part] = []
    /// An attribute whose values divide the nodes, in place of their kinds: its name, and by node its
    /// value, nil where it has none.
    public var attribute: (name: String, values: [String?])?
    /// Two different nodes between which ways and cuts are told.
    public var between: (tail: Int, head: Int)?
    /// A node from which it is told whom all ways must pass.
    public var from: Int?
    /// When each edge happened, to take edges as contacts in time: the name of the attribute that says
    /// so, and by edge the number, nil where there is none.
    public var times: (name: String, values: [Double?])?
    /// With times, into how many windows of equal length they are divided, 1 or more; nil for none.
    public var windows: Int?
    /// With windows, how long each is, above 0; nil if they follow each other.
    public var windowLength: Double?
    /// Nodes for which a short tree that joins them is told; none if empty.
    public var joining: [Int] = []
    /// What weights mean to the tree that joins nodes, and to that of cuts.
    public var weights = Weights.none
    /// How many times blocks are divided, 1 to 8.
    public var splits = 2
    /// How many random graphs there are to compare with, 1 or more; nil for 20, or for `smallWorld`
    /// fewer where that would take long.
    public var samples: Int?
    /// The seed of random steps.
    public var seed: UInt64 = 1

    /// Makes options with the usual values.
    public init() {}
  }

  /// Beyond so many steps, roughly, a part is left out unless it was asked for by name: some seconds.
  private static let mostSteps = 1e9
  /// How many random graphs there are to compare with unless it is said.
  private static let usualSamples = 20
  /// Fewer random graphs say too little.
  private static let fewestSamples = 5
  /// No more cliques than these are counted.
  static let mostCliques = 1_000_000
  /// No more cliques than these are listed, the largest.
  static let mostListedCliques = 1_000
  /// How many names of a list people are shown.
  static let shown = 20

  let network: StudiedNetwork
  let options: Options
  let execution: Execution

  var seed: UInt64 { options.seed }
  /// Random graphs to compare with.
  var samples: Int { options.samples ?? Self.usualSamples }
  /// The same for `smallWorld`: of a large network fewer, unless a number was asked for or the part was.
  var smallWorldSamples: Int {
    guard options.samples == nil, options.only.isEmpty else { return samples }
    return min(samples, Int(min(Self.mostSteps / stepsOfASample, 1e6)))
  }

  /// Distances from all nodes of a random graph, and the many switches that make a lattice.
  private var stepsOfASample: Double {
    let (nodes, edges) = (Double(graph.nodeCount), Double(graph.edgeCount))
    return max(2 * edges * (nodes + 1_000), 1)
  }

  var splits: Int { options.splits }

  var graph: Graph { network.graph }

  func name(_ node: Int) -> String { network.nodes[node].name }

  /// Finds how a network hangs together.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - options: Parts, attribute, ends, times, splits, samples, seed.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Figures and tables.
  /// - Throws: `GraphError` if the graph is too large for a part or the task has been cancelled.
  public static func findings(
    on network: StudiedNetwork, _ options: Options = Options(),
    execution: Execution = Execution()
  ) throws(GraphError) -> NetworkFindings {
    let (wanted, left) = StructureReport(
      network: network, options: options, execution: execution
    ).parts
    var sections: [NetworkFindings.Section] = []
    var tree: Dendrogram?
    let asked = [
      options.between != nil, options.from != nil, !options.joining.isEmpty, options.times != nil,
    ]
    let count = wanted.count + asked.count { $0 }
    func step(_ number: Int) -> StructureReport {
      StructureReport(
        network: network, options: options, execution: execution.part(number, of: count))
    }
    for (number, part) in wanted.enumerated() {
      if part == .roles {
        let (blocks, found) = try step(number).roles()
        sections += blocks
        tree = found
      } else {
        sections += try step(number).sections(part)
      }
    }
    if let between = options.between {
      sections += try step(wanted.count).between(between.tail, between.head)
    }
    if let root = options.from { sections.append(step(wanted.count).dominators(from: root)) }
    if !options.joining.isEmpty {
      sections += try step(wanted.count).joining(options.joining)
    }
    if let times = options.times {
      sections += try step(count - 1).contacts(times.name, times.values)
      if let between = options.between {
        sections += try step(count - 1).waysInTime(between.tail, between.head, times.values)
      }
    }
    let notes =
      left.isEmpty
      ? []
      : [
        "Left out because they would take long on a network of this size: "
          + left.map(\.rawValue).joined(separator: ", ") + ". Ask for them with --only."
      ]
    var plots: [NetworkFindings.Plot] = []
    if wanted.contains(.degrees) { plots.append(step(0).degreePlot) }
    if wanted.contains(.richClub) {
      plots.append(
        NetworkFindings.Plot(
          section: "richClub", title: "Rich club", x: "degree",
          lines: [("phi", "this network"), ("expected", "random graphs of its degrees")],
          xTitle: "degree k", yTitle: "share of pairs tied among nodes of more than k ties",
          kind: .lines))
    }
    return NetworkFindings(
      title: "Structure", network: network, seed: options.seed, notes: network.presence + notes,
      sections: sections, plots: plots, data: Self.data(wanted, options), tree: tree)
  }

  /// The section that is the comma-separated values: of one part that is mostly a table, that table.
  private static func data(_ wanted: [Part], _ options: Options) -> String? {
    let isJoining = !options.joining.isEmpty
    let asked = [options.between != nil, options.from != nil, isJoining, options.times != nil]
      .count { $0 }
    if wanted.isEmpty, asked == 1 {
      if options.times != nil { return options.windows == nil ? "contactNodes" : "windows" }
      if options.from != nil { return "dominators" }
      return isJoining ? "joiningEdges" : nil
    }
    guard wanted.count == 1, asked == 0 else { return nil }
    return switch wanted[0] {
    case .roles: "blockMembers"
    case .backbone: "backbone"
    case .chance: "chance"
    case .intervals: "intervals"
    case .habits: "habits"
    case .homophily: "homophily"
    case .richClub: "richClub"
    case .cutTree: "cutTree"
    case .closure: "closurePairs"
    case .reduction: "reductionEdges"
    case .trusses: "trusses"
    case .forests: "forestEdges"
    default: nil
    }
  }

  /// The parts to give, and those that are left out because they would take long.
  private var parts: (wanted: [Part], left: [Part]) {
    if !options.only.isEmpty { return (Part.allCases.filter(options.only.contains), []) }
    if options.between != nil || options.from != nil || options.times != nil
      || !options.joining.isEmpty
    {
      return ([], [])
    }
    let isSigned = graph.edges.contains { ($0.weight ?? 1) < 0 }
    let usual = Part.allCases.filter { !$0.isExtra && ($0 != .balance || isSigned) }
    return (usual.filter { !takesLong($0) }, usual.filter(takesLong))
  }

  /// The nodes divided by what they have.
  struct Division {
    /// What divides them.
    let name: String
    /// By group, its name.
    let names: [String]
    /// By node, its group; a number of its own where it has none.
    let groups: [Int]
    /// The nodes that have a group.
    let known: [Int]
  }

  /// The nodes divided by the attribute that was named, or by their kinds; nil where they have none.
  var division: Division? {
    let name = options.attribute?.name ?? "kind"
    let values =
      options.attribute?.values ?? network.nodes.map { $0.kind.isEmpty ? nil : $0.kind }
    let names = Set(values.compactMap(\.self)).sorted()
    guard !names.isEmpty else { return nil }
    let places = Dictionary(
      names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let groups = values.enumerated().map { node, value in
      value.flatMap { places[$0] } ?? -1 - node
    }
    return Division(
      name: name, names: names, groups: groups, known: graph.nodes.filter { groups[$0] >= 0 })
  }

  private func takesLong(_ part: Part) -> Bool {
    let (nodes, edges) = (Double(graph.nodeCount), Double(graph.edgeCount))
    return switch part {
    case .size, .degrees, .mixing, .census, .cores, .cuts: false
    case .cliques: edges > 200_000
    // Searches from each node, of which most end near it.
    case .connectivity: nodes * edges > Self.mostSteps
    case .smallWorld:
      options.samples == nil
        ? smallWorldSamples < Self.fewestSamples
        : stepsOfASample * Double(samples) > Self.mostSteps
    // From a dozen beginnings, a move for about each node.
    case .corePeriphery: 200 * (nodes + edges) > Self.mostSteps
    case .balance: edges > 2_000
    // Those that are given only if they are asked for.
    default: part.isExtra
    }
  }

  private func sections(_ part: Part) throws(GraphError) -> [NetworkFindings.Section] {
    switch part {
    case .size: [try size()]
    case .degrees: [degrees()]
    case .mixing: [try mixing()]
    case .census: try census()
    case .cores: try cores()
    case .cliques: try cliques()
    case .cuts: cuts()
    case .connectivity: [try connectivity()]
    case .smallWorld: [try smallWorld()]
    case .corePeriphery: try corePeriphery()
    case .balance: [try balance()]
    case .sides: try sides()
    case .homophily: [try homophily()]
    case .roles: try roles().0
    case .backbone: [try backbone()]
    case .chance: [try chance()]
    case .intervals: [try intervals()]
    case .habits: [try habits()]
    case .richClub: [try richClub()]
    case .cutTree: [try cutTree()]
    case .closure: try closure()
    case .reduction: try reduction()
    case .trusses: [try trusses()]
    case .forests: try forests()
    }
  }
}
