import ArgumentParser
import Foundation
import InfluenceAnalysis
import Reporting

/// `explain`: how the probability of one link came about.
struct Explain: ParsableCommand, ReadingVerb {
  static let configuration = CommandConfiguration(
    abstract: "Explain how the probability of one link came about, voice by voice.",
    discussion: """
      LINK is SUBJECT relation OBJECT, in one argument or in several, by ids, names or aliases: \
      'isis directed orlando-2016'. It may also be the id of a statement on the link. Exits with 64 \
      if no statement speaks of the link, and names links that come near.

      Examples:
        throughline explain attacks.yaml "ISIS directed Sousse attack"
        throughline explain attacks.yaml s160
      """)

  @OptionGroup var input: GraphInput

  @Argument(help: "The link: SUBJECT relation OBJECT, or the id of a statement on it.")
  var link: [String]

  @OptionGroup var common: ReadingOptions
  @OptionGroup var weighing: PolicyOptions
  @OptionGroup var idle: IdleSeed
  @OptionGroup var output: OutputOptions

  @Option(name: [.short, .long], help: "text, json or markdown.")
  var format: FindingFormat?

  func perform() throws {
    let format = try output.format(format)
    let table = try weighing.table(
      of: try input.load(
        common, need: "there is no statement by which a link could be explained"))
    let key = try LinkName.resolve(link.joined(separator: " "), in: table)
    guard let report = ExplainReport(of: key, in: table) else {
      throw Failure(.usage, "no statement speaks of the link '\(key)'")
    }
    switch format {
    case .text: try output.write(report.text(common.console.style), console: common.console)
    case .json: try output.write(report.json(), console: common.console)
    case .markdown: try output.write(report.markdown(), console: common.console)
    }
  }
}
