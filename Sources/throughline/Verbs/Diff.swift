import ArgumentParser
import Foundation
import InfluenceAnalysis
import Reporting

/// `diff`: what changed between two graphs.
struct Diff: ParsableCommand, ReadingVerb, AnalysisVerb {
  static let configuration = CommandConfiguration(
    abstract: "Tell what changed from one graph to another: statements, links, verdicts, ranks.",
    discussion: """
      Unlike diff(1), this compares what the two files say, not their lines: order, layout, comments \
      and the form of a file do not matter. A statement is the same if its id is; where ids are \
      missing or were given anew, if it says the same. Both graphs are weighed by one policy and one \
      projection. Exits with 0, whether or not there are differences; with --exit-code, as in \
      git-diff(1), with 1 if there are any. Other ids for the same statements are told, and are no \
      difference.

      Examples:
        throughline diff old.yaml new.yaml
        throughline diff old.yaml new.yaml --exit-code --quiet
      """)

  @Argument(help: "The graph as it was: a file, or - for standard input.")
  var old: String

  @Argument(help: "The graph as it is.")
  var new: String

  @OptionGroup var common: ReadingOptions
  @OptionGroup var projection: ProjectionOptions
  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "Measures whose ranks are compared, separated by commas; all for every one.")
  var measures = GraphDiff.usualMeasures.joined(separator: ",")

  @Option(
    parsing: .unconditional,
    help: "Tell ranks of those who are or were among the first N of a measure.")
  var top = 10

  @Flag(help: "Exit with 1 if anything differs.")
  var exitCode = false

  @Option(name: [.short, .long], help: "text, json or markdown.")
  var format: FindingFormat?

  func validate() throws {
    guard top > 0 else { throw ValidationError("--top must be 1 or more.") }
    guard old != "-" || new != "-" else {
      throw ValidationError("Only one of the two graphs can come from standard input.")
    }
  }

  func perform() throws {
    let format = try output.format(format)
    let networks = try [old, new].map { path in
      var input = GraphInput()
      input.graph = path
      return try analysis.network(
        of: try input.load(
          common, need: "there are no statements to compare"))
    }
    let names = measures.split(separator: ",").map { String($0.filter { !$0.isWhitespace }) }
    let diff = try GraphDiff(
      from: networks[0], to: networks[1], measures: names, seed: analysis.seed)
    let report = DiffReport(diff, oldName: old, newName: new, top: top, seed: analysis.seed)
    switch format {
    case .text: try output.write(report.text(common.console.style), console: common.console)
    case .json: try output.write(report.json(), console: common.console)
    case .markdown: try output.write(report.markdown(), console: common.console)
    }
    if exitCode, !diff.isEmpty { throw ExitStatus.noResult.code }
  }
}
