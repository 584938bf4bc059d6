import ArgumentParser
import Foundation
import InfluenceAnalysis
import Reporting

/// `contradictions`: what cannot all be right, with both sides.
struct Contradictions: ParsableCommand, Verb {
  static let configuration = CommandConfiguration(
    abstract: "List what the sources contradict, both sides with voice, grade and place.",
    discussion: """
      Links with weight on both sides, those that follow from other links included; values of one \
      attribute that exclude each other; and noted errors of a source. Values are compared for the \
      same subject, attribute and 'of' only, so a sum and its parts do not conflict. Exits with 0, \
      whether or not there are any.
      """)

  @OptionGroup var input: GraphInput
  @OptionGroup var common: CommonOptions
  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var output: OutputOptions

  @Option(name: [.short, .long], help: "text, json or markdown.")
  var format: FindingFormat?

  func perform() throws {
    let report = ContradictionReport(
      try evidence.table(
        of: try input.load(
          common, need: "no two sources can contradict each other")))
    switch output.format(format) {
    case .text: try output.write(report.text(common.console.style), console: common.console)
    case .json: try output.write(report.json(), console: common.console)
    case .markdown: try output.write(report.markdown(), console: common.console)
    }
  }
}
