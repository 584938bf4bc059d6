public import GraphCore

/// Into which communities a network falls, how good that division is, and what else it agrees with.
public struct CommunitiesReport: Sendable {
  /// A way to divide a network, by the name that the command uses.
  public enum Method: String, Sendable, CaseIterable {
    case leiden
    case louvain
    case labelPropagation = "label-propagation"
    case infomap
    case girvanNewman = "girvan-newman"
    case blocks
    case cliques
    case speakerListener = "speaker-listener"
    case leadingEigenvector = "leading-eigenvector"

    /// Whether a node can be in several communities, or in none.
    public var hasOverlaps: Bool { self == .cliques || self == .speakerListener }

    /// Whether a consensus of it can be found.
    public var hasConsensus: Bool { consensus != nil }

    /// Whether it counts the weights of ties when it divides; cliques are not asked for it.
    var countsWeights: Bool { self != .girvanNewman && self != .blocks }

    /// How a consensus of it is found; nil for those without chance, or that overlap.
    var consensus: Graph.ConsensusOptions.Method? {
      switch self {
      case .leiden: .leiden
      case .louvain: .louvain
      case .labelPropagation: .labelPropagation
      case .infomap: .infomap
      case .girvanNewman, .blocks, .cliques, .speakerListener, .leadingEigenvector: nil
      }
    }

    /// What it looks for, as the end of a sentence.
    var words: String {
      switch self {
      case .leiden:
        "Leiden: groups with more ties within than degrees explain, each of them connected"
      case .louvain: "Louvain: groups with more ties within than degrees explain"
      case .labelPropagation: "label propagation: every node does as most of its neighbours do"
      case .infomap: "Infomap: groups in which a random walk along the ties stays long"
      case .girvanNewman: "Girvan and Newman: the ties with most shortest ways go first"
      case .blocks: "a stochastic block model with given degrees: nodes of a block are tied alike"
      case .cliques: "clique percolation: cliques that share all nodes but one"
      case .speakerListener: "speakers and listeners: what a node has often heard, it belongs to"
      case .leadingEigenvector: "the leading eigenvector of modularity: halves of halves"
      }
    }
  }

  /// How communities are looked for.
  public struct Options: Sendable {
    /// The way to divide.
    public var method = Method.leiden
    /// The resolution of modularity.
    public var resolution = 1.0
    /// The size of the cliques of clique percolation.
    public var cliqueSize = 3
    /// Whether weights are strengths of ties.
    public var usesWeights = false
    /// Whether direction counts in modularity, for Leiden and Louvain. Otherwise it is ignored, as in the
    /// communities of reports and pictures; Infomap follows it always.
    public var isDirected = false
    /// From how many divisions a consensus is taken; 0 for one division.
    public var consensus = 0
    /// With how many random graphs of the same degrees the modularity is compared; 0 for none.
    public var significance = 0
    /// The seed of random steps.
    public var seed: UInt64 = 1

    /// Makes options with the usual values.
    public init() {}
  }

  /// A division to compare with.
  public enum Other: Sendable {
    /// What another method finds.
    case method(Method)
    /// What each node has of an attribute; nil where it has nothing, which is left out.
    case attribute(String, [String?])
  }

  let network: StudiedNetwork
  let options: Options
  let execution: Execution
  /// The graph that is divided and measured: without direction unless that was asked for.
  let graph: Graph
  /// The communities, largest first.
  var communities: [[Int]]
  /// By node, its community; nil if communities overlap.
  var groups: [Int]?
  var converged = true
  /// What the method itself calls the quality, with its name and what it says.
  var own: NetworkFindings.Figure?
  /// How it falls apart step by step, where the method says so.
  var steps: Steps?

  init(_ network: StudiedNetwork, _ options: Options, execution: Execution) {
    self.network = network
    self.options = options
    self.execution = execution
    graph = options.isDirected ? network.graph : network.graph.asUndirected()
    communities = []
  }

  /// Finds the communities of a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - options: Method, resolution, weights, consensus, significance, seed.
  ///   - other: A division to compare with.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Figures and tables; the comma-separated values name the community of each node.
  /// - Throws: `GraphError` if an option is out of range, a weight cannot be used, or the task has
  ///   been cancelled.
  public static func findings(
    on network: StudiedNetwork, _ options: Options = Options(), comparedWith other: Other? = nil,
    execution: Execution = Execution()
  ) throws(GraphError) -> NetworkFindings {
    var report = CommunitiesReport(network, options, execution: execution.part(0, of: 2))
    try report.divide()
    var sections = [
      try report.quality(execution.part(1, of: 2)), try report.table(), report.members(),
    ]
    if let steps = report.steps { sections.append(steps.section) }
    if let other { sections.append(try report.comparison(other)) }
    return NetworkFindings(
      title: "Communities", network: network, seed: options.seed,
      notes: network.presence + report.notes, sections: sections, data: "members",
      tree: report.steps?.tree(of: network))
  }

  private var notes: [String] {
    var notes = ["Found by \(options.method.words)."]
    if network.graph.isDirected {
      notes.append(
        options.isDirected
          ? "Direction counts: a tie is compared with the ties that leave its tail and arrive at its head."
          : options.method == .infomap
            ? "The walk follows the direction of ties; modularity, coverage and conductance ignore it."
            : "Direction is ignored, as in the communities of reports and pictures.")
    }
    if options.usesWeights, !options.method.countsWeights {
      notes.append(
        "This method divides by ties alone: weights count only in modularity, coverage and conductance."
      )
    }
    if options.consensus > 0 {
      notes.append(
        "A consensus of \(options.consensus) divisions with other seeds"
          + (converged ? "." : ", which did not come to agree."))
    } else if options.method != .girvanNewman, options.method != .leadingEigenvector,
      options.method != .cliques
    {
      notes.append("Another seed can give another division: --consensus tells what they share.")
    }
    if !converged, options.consensus == 0 { notes.append("The search did not come to rest.") }
    return notes
  }

  /// Takes over a division, largest community first; of equal ones that with the first node.
  mutating func take(_ members: [[Int]]) {
    communities = members.sorted { ($1.count, $0.first ?? 0) < ($0.count, $1.first ?? 0) }
    guard !options.method.hasOverlaps else { return }
    var groups = [Int](repeating: 0, count: network.graph.nodeCount)
    for (number, members) in communities.enumerated() {
      for node in members { groups[node] = number }
    }
    self.groups = groups
  }

  private mutating func divide() throws(GraphError) {
    if options.consensus > 0, let method = options.method.consensus {
      let found = try graph.consensus(
        Graph.ConsensusOptions(
          method: method, trials: max(2, options.consensus), resolution: options.resolution,
          seed: options.seed, usesWeights: options.usesWeights, execution: execution))
      converged = found.converged
      take(found.members)
      return
    }
    try divide(by: options.method)
  }
}
