import ArgumentParser
import Reporting

/// `structure`: how a network hangs together.
struct Structure: ParsableCommand, NetworkVerb {
  static let configuration = CommandConfiguration(
    abstract: "Say how a network hangs together.",
    discussion: """
      Parts: \(Self.names(isExtra: false)). All are given but those that would take long on a large \
      network; --only asks for some. More, if asked for by name: \(Self.names(isExtra: true)). \
      --between A,B tells which ways lead from A to B and what cuts them off (with --time also in time), --from A \
      whom all ways from A must pass, --joining A,B,C a short tree that joins them. In a graph of evidence \
      every link is taken as present. With -o NAME.svg, .png or .pdf the degrees are drawn, and with \
      --only roles the tree of blocks, with --only rich-club its curve.

      Examples:
        throughline structure attacks.yaml
        throughline structure network.gml --only census,cuts
        throughline structure calls.csv --time day --windows 12
      """)

  @OptionGroup var input: GraphInput
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var ties: DirectionOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "Only these parts, separated by commas, such as census,cuts.")
  var only: String?

  @Option(help: ArgumentHelp("Ways and cuts between two nodes.", valueName: "a,b"))
  var between: String?

  @Option(
    help: ArgumentHelp(
      "Whom all ways from a node must pass: the tree of dominators.", valueName: "a"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      "What divides the nodes for mixing, homophily and habits, in place of their kinds or beside them.",
      valueName: "attribute"))
  var attribute: String?

  @Option(
    help: ArgumentHelp(
      "The attribute of the edges of a plain network that says when, a number: who reaches whom in time.",
      valueName: "attribute"))
  var time: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "With --time, figures of so many windows of equal length, one after the other.",
      valueName: "n")
  )
  var windows: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "With --windows, how long each is: they then slide over each other, or leave gaps.",
      valueName: "length"))
  var windowLength: Double?

  @Option(help: ArgumentHelp("A short tree that joins some nodes.", valueName: "a,b,..."))
  var joining: String?

  @Option(
    help: """
      What the weights of a plain network mean: strength (what it costs to cut an edge, for cut-tree), \
      distance (lengths, for --joining) or none.
      """)
  var weights: WeightMeaning = .none

  @Option(parsing: .unconditional, help: "How many times the blocks of roles are divided, 1 to 8.")
  var splits = 2

  @Option(
    parsing: .unconditional,
    help: "How many random graphs small-world, chance and rich-club compare with. (default: 20)")
  var samples: Int?

  @Option(name: [.short, .long], help: "text, json, csv, markdown, vega-lite, svg, png or pdf.")
  var format: TabularFormat?

  @OptionGroup(title: "Drawing") var drawing: DrawingOptions

  func validate() throws {
    guard samples.map((1...100_000).contains) ?? true else {
      throw ValidationError("--samples must be from 1 to 100000.")
    }
    guard (1...8).contains(splits) else {
      throw ValidationError("--splits must be from 1 to 8.")
    }
    let parts = try parts()
    let drawing: Set<StructureReport.Part> = [.smallWorld, .chance, .richClub, .intervals]
    guard samples == nil || parts.isEmpty || !drawing.isDisjoint(with: parts) else {
      throw ValidationError(
        "--samples is for the parts small-world, chance, rich-club and intervals; leave it out.")
    }
    guard attribute == nil || usesAttribute(parts) else {
      throw ValidationError(
        "--attribute is for the parts mixing, homophily and habits; name one with --only, or leave it out."
      )
    }
    guard windows.map((1...10_000).contains) ?? true else {
      throw ValidationError("--windows must be from 1 to 10000.")
    }
    guard windows == nil || time != nil else {
      throw ValidationError("--windows divides the time of --time; name its attribute.")
    }
    guard windowLength == nil || windows != nil else {
      throw ValidationError("--window-length goes with --windows.")
    }
    guard windowLength.map({ $0 > 0 && $0.isFinite }) ?? true else {
      throw ValidationError("--window-length must be above 0.")
    }
    guard weights != .strength || parts.contains(.cutTree) else {
      throw ValidationError("--weights strength is for --only cut-tree; leave it out.")
    }
    guard weights != .distance || joining != nil else {
      throw ValidationError("--weights distance is for --joining; leave it out.")
    }
  }

  func perform() throws {
    let format = try output.format(format)
    let studied = try StudiedInput(input, common, study)
    var options = StructureReport.Options()
    options.only = try parts()
    options.splits = splits
    options.samples = samples
    options.windows = windows
    options.windowLength = windowLength
    guard weights == .none || !studied.isEvidence else {
      throw Failure(
        .usage, "a graph of evidence has no weights but probabilities; leave out --weights")
    }
    switch weights {
    case .none: break
    case .strength: options.weights = .strength
    case .distance: options.weights = .distance
    }
    if let joining {
      options.joining = try studied.nodes(named: joining)
      guard Set(options.joining).count > 1 else {
        throw Failure(
          .usage, "--joining needs two nodes or more with commas between them, such as A,B,C")
      }
    }
    options.seed = study.seed
    if let between { options.between = try studied.pair(named: between, of: "--between") }
    if let from { options.from = try studied.node(named: from) }
    if let time { options.times = (time, try studied.times(time)) }
    if let attribute {
      options.attribute = (attribute, try studied.attribute(named: attribute))
    }
    let findings = try studied.reckoned("structure", common.console) { [options] execution in
      try StructureReport.findings(on: studied.network, options, execution: execution)
    }
    try output.write(findings, as: format, drawing, console: common.console)
  }

  /// Whether a part will be given that asks what nodes have.
  private func usesAttribute(_ parts: [StructureReport.Part]) -> Bool {
    let asking: Set<StructureReport.Part> = [.mixing, .homophily, .habits]
    let isAlone = between == nil && from == nil && joining == nil && time == nil
    return parts.isEmpty ? isAlone : !asking.isDisjoint(with: parts)
  }

  private static func names(isExtra: Bool) -> String {
    StructureReport.Part.allCases.filter { $0.isExtra == isExtra }.map(\.rawValue)
      .joined(separator: " ")
  }

  private func parts() throws -> [StructureReport.Part] {
    guard let only else { return [] }
    let parts = try only.split(separator: ",").map { word in
      guard let part = StructureReport.Part(rawValue: word.trimmed) else {
        throw ValidationError(
          "'\(word.trimmed)' is no part; use some of "
            + StructureReport.Part.allCases.map(\.rawValue).joined(separator: ", ") + ".")
      }
      return part
    }
    guard !parts.isEmpty else { throw ValidationError("--only needs a part, such as census.") }
    return parts
  }
}
