import ArgumentParser
import Foundation
import InfluenceAnalysis
import Reporting

/// `contradictions`: what cannot all be right, with both sides.
struct Contradictions: ParsableCommand, ReadingVerb {
  static let configuration = CommandConfiguration(
    abstract: "List what the sources contradict, both sides with voice, grade and place.",
    discussion: """
      Links with weight on both sides, those that follow from other links included; values of one \
      attribute that exclude each other; and noted errors of a source. Values are compared for the \
      same subject, attribute and 'of' only, so a sum and its parts do not conflict. Exits with 0, \
      whether or not there are any.

      Examples:
        throughline contradictions attacks.yaml
        throughline contradictions attacks.yaml --as-of 2016-06-30 -o disputes.md
      """)

  @OptionGroup var input: GraphInput
  @OptionGroup var common: ReadingOptions
  @OptionGroup var weighing: PolicyOptions
  @OptionGroup var idle: IdleSeed
  @OptionGroup var output: OutputOptions

  @Option(name: [.short, .long], help: "text, json or markdown.")
  var format: FindingFormat?

  func perform() throws {
    let format = try output.format(format)
    let report = ContradictionReport(
      try weighing.table(
        of: try input.load(
          common, need: "no two sources can contradict each other")))
    switch format {
    case .text: try output.write(report.text(common.console.style), console: common.console)
    case .json: try output.write(report.json(), console: common.console)
    case .markdown: try output.write(report.markdown(), console: common.console)
    }
  }
}
