public import ArgumentParser
import GraphCore
public import Reporting

/// `communities`: into which groups a network falls.
struct Communities: ParsableCommand, NetworkVerb {
  static let configuration = CommandConfiguration(
    abstract: "Divide a network into communities, and say how good the division is.",
    discussion: """
      Methods: \(CommunitiesReport.Method.allCases.map(\.rawValue).joined(separator: " ")). cliques and \
      speaker-listener give communities that overlap. A division is no fact about people: it says who is \
      tied more closely than the numbers of their ties explain. In a graph of evidence every link is taken \
      as present. girvan-newman gives a tree as well: draw it with -o NAME.svg, .png or .pdf.

      Examples:
        throughline communities attacks.yaml --consensus 50
        throughline communities network.gml --method infomap --compare-with kind
      """)

  @OptionGroup var input: GraphInput
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var ties: DirectionOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "How communities are found.")
  var method: CommunitiesReport.Method = .leiden

  @Option(
    parsing: .unconditional,
    help: "More than 1 for smaller communities, less for larger (leiden, louvain). (default: 1)")
  var resolution: Double?

  @Option(parsing: .unconditional, help: "The size of the cliques (cliques). (default: 3)")
  var cliqueSize: Int?

  @Flag(help: "Let direction count in modularity (leiden, louvain); it is ignored otherwise.")
  var followDirection = false

  @Option(help: "What the weights of a plain network mean: none or strength.")
  var weights: WeightMeaning = .none

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Divide N times with other seeds, and take what the divisions agree on.", valueName: "n"))
  var consensus = 0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Compare the modularity with N random graphs of the same degrees.", valueName: "n"))
  var significance = 0

  @Option(
    help: ArgumentHelp(
      "Compare with an attribute of the nodes, or with another method.", valueName: "name"))
  var compareWith: String?

  @Option(
    name: [.short, .long],
    help: "text, json, csv (the community of each node), markdown; svg, png or pdf (girvan-newman)."
  )
  var format: TabularFormat?

  @OptionGroup(title: "Drawing") var drawing: DrawingOptions

  func validate() throws {
    guard resolution.map({ $0 >= 0 && $0.isFinite }) ?? true else {
      throw ValidationError("--resolution must be 0 or more.")
    }
    guard resolution == nil || method == .leiden || method == .louvain else {
      throw ValidationError(
        "--resolution is for leiden and louvain, not for \(method.rawValue); leave it out.")
    }
    guard cliqueSize == nil || method == .cliques else {
      throw ValidationError("--clique-size is for --method cliques; leave it out.")
    }
    guard cliqueSize.map({ $0 >= 2 }) ?? true else {
      throw ValidationError("--clique-size must be 2 or more.")
    }
    guard consensus == 0 || (2...10_000).contains(consensus) else {
      throw ValidationError("--consensus must be from 2 to 10000.")
    }
    guard (0...1_000_000).contains(significance) else {
      throw ValidationError("--significance must be from 0 to 1000000.")
    }
    guard weights != .distance else {
      throw ValidationError("communities are made of strengths; --weights is none or strength.")
    }
    guard weights == .none || method != .cliques else {
      throw ValidationError(
        "cliques are made of ties, whatever their weights; leave out --weights.")
    }
    guard !followDirection || method == .leiden || method == .louvain else {
      throw ValidationError(
        "--follow-direction is for leiden and louvain; infomap follows direction by itself, the others ignore it."
      )
    }
    guard consensus == 0 || method.hasConsensus else {
      throw ValidationError(
        "--consensus is for leiden, louvain, label-propagation and infomap, not for "
          + "\(method.rawValue).")
    }
    guard !method.hasOverlaps || (significance == 0 && compareWith == nil) else {
      throw ValidationError(
        "communities of \(method.rawValue) overlap, and cannot be compared as divisions; leave out "
          + "--significance and --compare-with.")
    }
  }

  func perform() throws {
    let format = try output.format(format)
    let studied = try StudiedInput(input, common, study)
    guard weights == .none || !studied.isEvidence else {
      throw Failure(
        .usage, "a graph of evidence has no weights but probabilities; leave out --weights")
    }
    guard weights == .none || studied.network.graph.isWeighted else {
      throw Failure(
        .usage,
        "\(input.name) has no weights that --weights strength could count; leave it out, or give its edges an "
          + "attribute 'weight'")
    }
    guard !followDirection || studied.network.graph.isDirected else {
      throw Failure(
        .usage,
        "\(input.name) has no direction that --follow-direction could let count; leave it out")
    }
    let other = try compareWith.map { try self.other($0, in: studied) }
    var options = CommunitiesReport.Options()
    options.method = method
    if let resolution { options.resolution = resolution }
    if let cliqueSize { options.cliqueSize = cliqueSize }
    options.usesWeights = weights == .strength
    options.isDirected = followDirection
    options.consensus = consensus
    options.significance = significance
    options.seed = study.seed
    let findings = try studied.reckoned("communities", common.console) { [options] execution in
      try CommunitiesReport.findings(
        on: studied.network, options, comparedWith: other, execution: execution)
    }
    try output.write(findings, as: format, drawing, console: common.console)
  }

  /// An attribute if the nodes have one of that name, or else a method.
  private func other(_ name: String, in studied: StudiedInput) throws -> CommunitiesReport.Other {
    if let values = studied.attribute(name) { return .attribute(name, values) }
    guard let method = CommunitiesReport.Method(rawValue: name) else {
      throw Failure(
        .usage,
        "'\(name)' is neither an attribute of the nodes nor a method; methods are "
          + CommunitiesReport.Method.allCases.map(\.rawValue).joined(separator: ", "))
    }
    guard !method.hasOverlaps else {
      throw Failure(.usage, "communities of \(name) overlap, and cannot be compared as divisions")
    }
    return .method(method)
  }
}

extension CommunitiesReport.Method: ExpressibleByArgument {}
