import ArgumentParser
import Reporting

/// `compare`: how alike two networks of the same nodes are.
struct Compare: ParsableCommand, Verb {
  static let configuration = CommandConfiguration(
    abstract: "Say how alike two networks of the same nodes are.",
    discussion: """
      Nodes are the same if their ids are. What changed between two graphs of evidence, statement by \
      statement, says diff.
      """)

  @OptionGroup var input: GraphInput

  @Argument(help: "The other network: a file.")
  var other: String

  @OptionGroup var common: CommonOptions
  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "How often the nodes are shuffled for the QAP correlation.")
  var permutations = 1_000

  @Option(help: "text, json, csv (the edges, and where they are) or markdown.")
  var format: TabularFormat?

  func validate() throws {
    guard (1...1_000_000).contains(permutations) else {
      throw ValidationError("--permutations must be from 1 to 1000000.")
    }
    guard !(input.graph == "-" && other == "-") else {
      throw ValidationError("Only one of the two networks can come through standard input.")
    }
  }

  func perform() throws {
    let first = try StudiedInput(input, common, analysis)
    var otherInput = GraphInput()
    otherInput.graph = other
    let second = try StudiedInput(otherInput, common, analysis)
    let found = try first.reckoned("comparison", common.console) { execution in
      try ComparisonReport.findings(
        first.network, second.network, permutations: permutations, seed: analysis.seed,
        execution: execution)
    }
    guard let found else {
      throw Failure(
        .noResult,
        "\(input.name) and \(otherInput.name) have fewer than three nodes in common; nodes are the same "
          + "if their ids are")
    }
    try output.write(found, as: format, console: common.console)
  }
}
