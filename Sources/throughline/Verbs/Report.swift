import ArgumentParser
import Evidence
import Foundation
import GraphCore
import Graphviz
import InfluenceAnalysis
import Interchange
import Reporting

/// `report`: everything about one graph on one page.
struct Report: ParsableCommand, NetworkVerb, AnalysisVerb {
  static let configuration = CommandConfiguration(
    abstract: "Write a report on a graph: what its sources support, and what they do not.",
    discussion: """
      The format follows from the ending of the output (.html, .md, .json, .pdf) or from --format. The \
      date in the report is today's, or that of the variable SOURCE_DATE_EPOCH. Of a plain network it \
      describes the shape, and says that no evidence is recorded. A PDF is printed by Chromium, Chrome \
      or Edge, without a network. Words, page and style can be changed: throughline template writes the \
      files to start from, --template takes them; docs/report-templates.md says how.

      Examples:
        throughline report attacks.yaml -o report.html
        throughline report attacks.yaml --template mine -o report.pdf
      """)

  @OptionGroup var input: GraphInput
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var ties: DirectionOptions
  @OptionGroup var projection: ProjectionOptions
  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup(title: "Limits of drawing", visibility: .hidden) var drawing: DrawingLimits

  @Option(name: [.customShort("f"), .long], help: "html, markdown, json or pdf.")
  var format: Format?

  @Option(
    help: ArgumentHelp(
      "Take words, page or style from the files of this folder.", valueName: "folder"))
  var template: String?

  @Option(
    parsing: .unconditional,
    help: "Draw N worlds of the evidence for intervals of scores and ranks (400).")
  var samples: Int?

  @Option(
    parsing: .unconditional,
    help: "Move all grades at random N times, to see which verdicts hang on them (200).")
  var draws: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many days after a call an attack counts as having followed (30).", valueName: "days"))
  var window: Int?

  @Option(
    help: ArgumentHelp(
      "The browser that prints a PDF; by default THROUGHLINE_BROWSER, or the first on the PATH.",
      valueName: "program"))
  var browser: String?

  enum Format: String, FormatChoice {
    case html, markdown, json, pdf

    static let usual = Format.html
  }

  func validate() throws {
    for (name, value, range) in [
      ("--samples", samples, 1...1_000_000), ("--draws", draws, 0...100_000),
      ("--window", window, 1...36_500),
    ] {
      guard value.map(range.contains) ?? true else {
        throw ValidationError("\(name) must be from \(range.lowerBound) to \(range.upperBound).")
      }
    }
  }

  func perform() throws {
    try checkEnding()
    let format = try output.format(format)
    try refuseWhatMeansNothing(to: format)
    // What is missing is said before minutes of work, not after them.
    let template = try template.map { try TemplateFolder($0).load(common.console) } ?? .standard
    let printer = try format == .pdf ? Browser.find(browser) : nil
    let edition = Reporting.Report.Edition(
      version: Throughline.version, date: Self.today(), seed: analysis.seed,
      asOf: analysis.evidence.asOf)
    switch try input.loadAny(common) {
    case .evidence(let reading):
      let network = try analysis.network(of: try input.graph(of: reading))
      if network.evidence.statements.isEmpty {
        let known = analysis.evidence.asOf.map { ", of what had been published by \($0)" } ?? ""
        console.say("\(input.name)\(known): there are no statements, and the report is empty")
      }
      let report = try common.console.watched("report") { execution in
        try Reporting.Report(network, edition: edition, options: options, execution: execution)
      }
      try write(
        format, printer,
        html: { backend throws(GraphvizError) in
          try report.html(template, isInteractive: printer == nil, by: backend)
        },
        markdown: { report.markdown(template) }, json: { report.json() })
    case .plain(let plain):
      try analysis.refuse(on: input)
      try PolicyOptions.refuse(
        [("--samples", samples != nil), ("--draws", draws != nil), ("--window", window != nil)],
        on: input)
      if plain.graph.nodeCount == 0 {
        console.say("\(input.name): there are no nodes, and the report is empty")
      }
      let report = try common.console.watched("report") { execution in
        try PlainNetworkReport(
          plain.subject(input), edition: edition, remarks: plain.remarks, execution: execution)
      }
      try write(
        format, printer,
        html: { backend throws(GraphvizError) in try report.html(template, by: backend) },
        markdown: { report.markdown(template) }, json: { report.json() })
    }
  }

  /// Refuses an option that means nothing to the format, rather than passing it over.
  private func refuseWhatMeansNothing(to format: Format) throws {
    if template != nil, format == .json {
      throw Failure(
        .usage,
        "--template changes words, page and style, of which JSON has none; leave it out, or write html, pdf "
          + "or markdown")
    }
    if browser != nil, format != .pdf {
      throw Failure(
        .usage, "--browser prints a PDF, and \(format.rawValue) needs none; leave it out")
    }
  }

  private var options: Reporting.Report.Options {
    var options = Reporting.Report.Options()
    if let samples { options.samples = samples }
    if let draws { options.draws = draws }
    if let window { options.window = window }
    return options
  }

  private func write(
    _ format: Format, _ printer: Browser?, html: (GraphvizBackend) throws(GraphvizError) -> String,
    markdown: () -> String, json: () -> String
  ) throws {
    switch format {
    case .html: try output.write(drawn(html), console: common.console)
    case .pdf:
      let page = try drawn(html)
      guard let printer else { return }
      try output.write(printer.printed(page, epoch: Self.epoch), console: common.console)
    case .markdown: try output.write(markdown(), console: common.console)
    case .json: try output.write(json(), console: common.console)
    }
  }

  private func drawn(
    _ html: (GraphvizBackend) throws(GraphvizError) -> String
  ) throws -> String {
    do throws(GraphvizError) {
      return try common.console.waiting("drawing") { () throws(GraphvizError) in
        try html(drawing.backend)
      }
    } catch {
      throw Failure(error)
    }
  }

  /// The seconds that SOURCE_DATE_EPOCH names.
  private static var epoch: Double? {
    ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap(Double.init)
  }

  /// The day to print, as YYYY-MM-DD in universal time.
  private static func today() -> String {
    let seconds = epoch ?? Date().timeIntervalSince1970
    guard seconds.isFinite, abs(seconds) < 1e13 else { return "" }
    return Day(daysSinceEpoch: Int((seconds / 86_400).rounded(.down))).description
  }

  /// An ending that names another format is no report; without one it is HTML.
  private func checkEnding() throws {
    guard format == nil, !output.isStandardOutput, let ending = output.ending,
      !["html", "htm", "xhtml", "md", "markdown", "json", "pdf"].contains(ending)
    else { return }
    throw Failure(
      .usage,
      "'.\(ending)' is no report; end the output in .html, .md, .json or .pdf, or give --format")
  }
}
