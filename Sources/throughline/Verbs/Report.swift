import ArgumentParser
import Evidence
import Foundation
import Graphviz
import InfluenceAnalysis
import Interchange
import Reporting

/// `report`: everything about one graph on one page.
struct Report: ParsableCommand, Verb {
  static let configuration = CommandConfiguration(
    abstract: "Write a report on a graph: what its sources support, and what they do not.",
    discussion: """
      The format follows from the ending of the output (.html, .md, .json) or from --format. The \
      date in the report is today's, or that of the variable SOURCE_DATE_EPOCH. Of a plain network it \
      describes the shape, and says that no evidence is recorded.
      """)

  @OptionGroup var input: GraphInput
  @OptionGroup var common: CommonOptions
  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup(title: "Drawing") var drawing: DrawingOptions

  @Option(help: "html, markdown or json.")
  var format: Format?

  enum Format: String, ExpressibleByArgument, CaseIterable { case html, markdown, json }

  func perform() throws {
    let edition = Reporting.Report.Edition(
      version: Throughline.version, date: Self.today(), seed: analysis.seed)
    switch try input.loadAny(common) {
    case .evidence(let reading):
      let network = try analysis.network(of: try input.graph(of: reading))
      let report = try Reporting.Report(network, edition: edition)
      try write(html: report.html, markdown: report.markdown, json: { report.json() })
    case .plain(let plain):
      try analysis.refuse(on: input)
      let report = try common.console.watched("report") { execution in
        try PlainNetworkReport(
          plain.subject(input), edition: edition, remarks: plain.remarks, execution: execution)
      }
      try write(html: report.html, markdown: report.markdown, json: { report.json() })
    }
  }

  private func write(
    html: (GraphvizBackend) throws(GraphvizError) -> String, markdown: () -> String,
    json: () -> String
  ) throws {
    switch chosenFormat {
    case .html:
      let text: String
      do throws(GraphvizError) {
        text = try common.console.waiting("drawing") { () throws(GraphvizError) in
          try html(drawing.backend)
        }
      } catch {
        throw Failure(error)
      }
      try output.write(text, console: common.console)
    case .markdown: try output.write(markdown(), console: common.console)
    case .json: try output.write(json(), console: common.console)
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
