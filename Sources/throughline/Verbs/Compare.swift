import ArgumentParser
import Reporting

/// `compare`: how alike two networks of the same nodes are.
struct Compare: ParsableCommand, NetworkVerb {
  static let configuration = CommandConfiguration(
    abstract: "Say how alike two networks of the same nodes are.",
    discussion: """
      Nodes are the same if their ids are. What changed between two graphs of evidence, statement by \
      statement, says diff. Where both have weights, or probabilities of links, these are compared too; \
      elsewhere what counts is whether there is an edge.

      Examples:
        throughline compare before.graphml after.graphml --permutations 5000
      """)

  @OptionGroup var input: GraphInput

  @Argument(help: "The other network: a file.")
  var other: String

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var ties: DirectionOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp(
      "Explain the ties of GRAPH by those of OTHER and this one together (MRQAP); can be repeated.",
      valueName: "file"))
  var others: [String] = []

  @Option(
    parsing: .unconditional, help: "How often the nodes are shuffled for the QAP correlation.")
  var permutations = 1_000

  @Option(
    name: [.short, .long],
    help: "text, json, csv (the edges, where they are, their weights) or markdown.")
  var format: TabularFormat?

  func validate() throws {
    guard (1...1_000_000).contains(permutations) else {
      throw ValidationError("--permutations must be from 1 to 1000000.")
    }
    guard ([input.graph, other] + others).count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError("Only one of the networks can come through standard input.")
    }
  }

  func perform() throws {
    let format = try output.format(format)
    let first = try StudiedInput(input, common, study)
    func studied(_ file: String) throws -> StudiedInput {
      var input = GraphInput()
      input.graph = file
      return try StudiedInput(input, common, study)
    }
    let second = try studied(other)
    let further = try others.map { try studied($0).network }
    let found = try first.reckoned("comparison", common.console) { execution in
      try ComparisonReport.findings(
        first.network, second.network, also: further, permutations: permutations,
        seed: study.seed,
        execution: execution)
    }
    guard let found else {
      throw Failure(
        .noResult,
        "\(input.name) and \(second.input.name) have fewer than three nodes in common; nodes are the same "
          + "if their ids are")
    }
    try output.write(found, as: format, console: common.console)
  }
}
