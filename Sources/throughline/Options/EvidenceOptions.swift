import ArgumentParser
import Evidence
import InfluenceAnalysis

/// By what statements are weighed, and which of them are known.
struct PolicyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How statements are weighed: a YAML or JSON file of your own.", valueName: "file"))
  var policy: String?

  @Option(
    help: ArgumentHelp(
      "Know only what was published by this day, such as 2015-07-01.", valueName: "date"))
  var asOf: String?

  /// The policy that these options ask for. Its name tells what else was chosen, so that every result
  /// says so.
  func loadPolicy() throws -> Policy {
    var policy = try Settings.policy(policy)
    if let asOf { policy.name += ", as of \(try DayName.day(asOf))" }
    return policy
  }

  /// A graph as it was known on the day that these options name.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - ids: The entities that are asked about: it must have been known that there are such.
  /// - Returns: The graph as it was known.
  /// - Throws: `Failure` if the day is none, or one of the entities was not known by then.
  func known(_ graph: InfluenceGraph, naming ids: [String] = []) throws -> InfluenceGraph {
    guard let asOf else { return graph }
    let known = graph.known(on: try DayName.day(asOf))
    if let missing = ids.first(where: { known.entity($0) == nil }) {
      throw Failure(
        .noResult, "nothing that had been published by \(asOf) names '\(graph.name(of: missing))'")
    }
    return known
  }

  /// The links of what was known of a graph, under this policy.
  ///
  /// - Parameter graph: The graph.
  /// - Returns: The links.
  /// - Throws: `Failure` if an option cannot be used.
  func table(of graph: InfluenceGraph) throws -> LinkTable {
    LinkTable(try known(graph), policy: try loadPolicy())
  }

  /// Refuses what a plain network gives no meaning to, rather than passing it over.
  func refuse(on plain: GraphInput) throws {
    try Self.refuse([("--policy", policy != nil), ("--as-of", asOf != nil)], on: plain)
  }

  /// Refuses the first option of a list that was given.
  static func refuse(_ options: [(name: String, isGiven: Bool)], on plain: GraphInput) throws {
    guard let option = options.first(where: \.isGiven)?.name else { return }
    throw Failure(
      .usage,
      "\(option) weighs evidence, and \(plain.name) is a plain network that records none; leave it out"
    )
  }
}

/// Options of the verbs that draw worlds of the evidence.
struct EvidenceOptions: ParsableArguments {
  @OptionGroup var weighing: PolicyOptions

  @Option(parsing: .unconditional, help: "Seed of everything random.")
  var seed: UInt64 = 1

  @Option(help: "Which links hold or fail together: those of one origin, or none (independent).")
  var dependence: DependenceName = .origins

  enum DependenceName: String, ExpressibleByArgument, CaseIterable {
    case origins, independent

    var value: Dependence { self == .origins ? .origins : .independent }
  }

  /// The day up to which everything is known that had been published.
  var asOf: String? {
    get { weighing.asOf }
    set { weighing.asOf = newValue }
  }

  /// The policy that these options ask for, under a name that tells what else was chosen.
  func loadPolicy() throws -> Policy {
    var policy = try weighing.loadPolicy()
    if dependence == .independent { policy.name += ", every link by itself" }
    return policy
  }

  /// A graph as it was known on the day that these options name; see ``PolicyOptions/known(_:naming:)``.
  func known(_ graph: InfluenceGraph, naming ids: [String] = []) throws -> InfluenceGraph {
    try weighing.known(graph, naming: ids)
  }

  /// Refuses what a plain network gives no meaning to, rather than passing it over.
  func refuse(on plain: GraphInput) throws {
    try weighing.refuse(on: plain)
    try PolicyOptions.refuse([("--dependence", dependence != .origins)], on: plain)
  }
}

/// Which links make a network.
struct ProjectionOptions: ParsableArguments {
  @Option(
    name: .customLong("projection"),
    help: ArgumentHelp(
      "Which relations make arcs: influence, associations, opted-in, causes. (default: influence)",
      valueName: "projection"))
  var chosen: String?

  /// The name of the projection.
  var name: String { chosen ?? "influence" }

  /// Refuses what a plain network gives no meaning to, rather than passing it over.
  func refuse(on plain: GraphInput) throws {
    try PolicyOptions.refuse([("--projection", chosen != nil)], on: plain)
  }
}

/// Options of the verbs that compute with a network of evidence and with how probable its links are.
struct AnalysisOptions {
  var projection: ProjectionOptions
  var evidence: EvidenceOptions

  /// The seed of everything random.
  var seed: UInt64 { evidence.seed }

  /// The network of a graph under this policy and projection.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - remark: What else was chosen, for the name of the policy.
  /// - Returns: The network.
  /// - Throws: `Failure` if an option cannot be used.
  func network(of graph: InfluenceGraph, remark: String? = nil) throws -> InfluenceNetwork {
    var policy = try evidence.loadPolicy()
    if let remark { policy.name += ", " + remark }
    return try InfluenceNetwork(
      LinkTable(try evidence.known(graph), policy: policy), projection: projection.name,
      dependence: evidence.dependence.value)
  }

  /// Refuses what a plain network gives no meaning to, rather than passing it over.
  func refuse(on plain: GraphInput) throws {
    try evidence.refuse(on: plain)
    try projection.refuse(on: plain)
  }
}

/// Options of the verbs that ask how a network hangs together: every link is taken as present.
struct StudyOptions: ParsableArguments {
  @OptionGroup var projection: ProjectionOptions
  @OptionGroup var weighing: PolicyOptions

  @Option(parsing: .unconditional, help: "Seed of everything random.")
  var seed: UInt64 = 1

  /// The network of a graph under this policy and projection.
  func network(of graph: InfluenceGraph) throws -> InfluenceNetwork {
    try InfluenceNetwork(try weighing.table(of: graph), projection: projection.name)
  }

  /// Refuses what a plain network gives no meaning to, rather than passing it over.
  func refuse(on plain: GraphInput) throws {
    try weighing.refuse(on: plain)
    try projection.refuse(on: plain)
  }
}

/// A seed where nothing is drawn, so that the same options serve every verb.
struct IdleSeed: ParsableArguments {
  @Option(
    help: ArgumentHelp("Seed; nothing here is random.", valueName: "n", visibility: .hidden))
  var seed: UInt64 = 1
}
