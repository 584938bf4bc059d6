import ArgumentParser
import Reporting

/// `compare`: how alike two networks of the same nodes are.
struct Compare: ParsableCommand, ReadingVerb {
  static let configuration = CommandConfiguration(
    abstract: "Say how alike two networks of the same nodes are.",
    discussion: """
      Nodes are the same if their ids are. What changed between two graphs of evidence, statement by \
      statement, says diff.

      Examples:
        throughline compare before.graphml after.graphml --permutations 5000
      """)

  @OptionGroup var input: GraphInput

  @Argument(help: "The other network: a file.")
  var other: String

  @OptionGroup var common: CommonOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  @Option(
    parsing: .unconditional, help: "How often the nodes are shuffled for the QAP correlation.")
  var permutations = 1_000

  @Option(
    name: [.short, .long], help: "text, json, csv (the edges, and where they are) or markdown.")
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
    let format = try output.format(format)
    let first = try StudiedInput(input, common, study)
    var otherInput = GraphInput()
    otherInput.graph = other
    let second = try StudiedInput(otherInput, common, study)
    let found = try first.reckoned("comparison", common.console) { execution in
      try ComparisonReport.findings(
        first.network, second.network, permutations: permutations, seed: study.seed,
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
