import ArgumentParser
import Evidence
import Foundation
import Graphviz
import InfluenceAnalysis
import Reporting

/// `report`: everything about one graph on one page.
struct Report: ParsableCommand, Verb {
  static let configuration = CommandConfiguration(
    abstract: "Write a report on a graph: what its sources support, and what they do not.",
    discussion: """
      The format follows from the ending of the output (.html, .md, .json) or from --format. The \
      date in the report is today's, or that of the variable SOURCE_DATE_EPOCH.
      """)

  @OptionGroup var input: GraphInput
  @OptionGroup var common: CommonOptions
  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "html, markdown or json.")
  var format: Format?

  enum Format: String, ExpressibleByArgument, CaseIterable { case html, markdown, json }

  func perform() throws {
    let network = try analysis.network(of: try input.load(common))
    let edition = Reporting.Report.Edition(
      version: Throughline.version, date: Self.today(), seed: analysis.seed)
    let report = try Reporting.Report(network, edition: edition)
    switch chosenFormat {
    case .html:
      do {
        try output.write(report.html(), console: common.console)
      } catch let error as GraphvizError {
        throw Failure(.internalFailure, error.description)
      }
    case .markdown: try output.write(report.markdown(), console: common.console)
    case .json: try output.write(report.json(), console: common.console)
    }
  }

  /// The day to print, as YYYY-MM-DD in universal time.
  private static func today() -> String {
    let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap(Double.init)
    let seconds = epoch ?? Date().timeIntervalSince1970
    guard seconds.isFinite, abs(seconds) < 1e13 else { return "" }
    return Day(daysSinceEpoch: Int((seconds / 86_400).rounded(.down))).description
  }

  private var chosenFormat: Format {
    if let format { return format }
    switch output.ending {
    case "md", "markdown": return .markdown
    case "json": return .json
    default: return .html
    }
  }
}
