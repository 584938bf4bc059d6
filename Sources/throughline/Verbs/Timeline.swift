import ArgumentParser
import Evidence
import Foundation
import InfluenceAnalysis
import Reporting

/// `timeline`: dated events in order, and what followed each call.
struct Timeline: ParsableCommand, ReadingVerb {
  static let configuration = CommandConfiguration(
    abstract: "Put dated events in order, with calls and what followed them.",
    discussion: """
      Calls are dated messages that call for attacks. Whether more attacks follow them than chance \
      would bring is tested by shifting the calls along the span, and a p-value is given only where \
      nothing speaks against it: above all the list of attacks must be declared complete for the \
      span (--complete), not chosen because of the calls.

      Examples:
        throughline timeline attacks.yaml --window 30d
        throughline timeline attacks.yaml -o timeline.svg
      """)

  @OptionGroup var input: GraphInput
  @OptionGroup var common: ReadingOptions
  @OptionGroup var weighing: PolicyOptions
  @OptionGroup var idle: IdleSeed
  @OptionGroup var output: OutputOptions

  @Option(
    help: """
      How long after a call counts, such as 30d or 4w; several, separated by commas, if more than \
      one was tried.
      """)
  var window = "30d"

  @Option(help: "The days that were searched for calls and attacks, such as 2014-06/2017-03.")
  var span: String?

  @Flag(help: "Declare that the graph holds every attack of its kind in the span.")
  var complete = false

  @Flag(help: "Own up that the window was chosen after a look at the data.")
  var searched = false

  @OptionGroup var drawing: DrawingOptions

  @Option(
    name: [.short, .long], help: "text, json, markdown, csv, vega-lite, svg, png, pdf or dot.")
  var format: Format?

  enum Format: String, FormatChoice {
    case text, json, markdown, csv, svg, png, pdf, dot
    case vegaLite = "vega-lite"

    static let usual = Format.text
  }

  func perform() throws {
    let format = try output.format(format)
    let picture = PictureFormat(rawValue: format.rawValue)
    if picture == nil { try drawing.refuseTheme(for: format.rawValue) }
    if picture != nil || format == .csv || format == .vegaLite {
      let test = [("--span", span != nil), ("--complete", complete), ("--searched", searched)]
      if let option = test.first(where: \.1)?.0 {
        throw Failure(
          .usage,
          "\(option) is for the test of association, which \(format.rawValue) does not hold; take text, json "
            + "or markdown, or leave it out")
      }
    }
    let windows = try window.split(separator: ",", omittingEmptySubsequences: false).map(Self.days)
    let table = try weighing.table(
      of: try input.load(
        common, need: "there are no dated statements"))
    let report = TimelineReport(
      table, windows: windows, span: try span.map(DayName.days), isComplete: complete,
      isSearched: searched)
    switch format {
    case .text: try output.write(report.text(common.console.style), console: common.console)
    case .json: try output.write(report.json(), console: common.console)
    case .markdown: try output.write(report.markdown(), console: common.console)
    case .csv: try output.write(data: report.csv(), console: common.console)
    case .vegaLite: try output.write(report.vegaLite(), console: common.console)
    case .svg, .png, .pdf, .dot:
      if report.chronology.events.isEmpty {
        console.say("\(input.name): nothing has a date, and the picture is empty")
      }
      let canvas = TimelinePicture(report, theme: drawing.theme.theme).canvas()
      try output.write(
        (picture ?? .svg).render(
          .canvas(canvas), drawing, vocabulary: table.graph.vocabulary, console: common.console),
        console: common.console)
    }
  }

  /// The days of `30d` or `4w`; days where no unit is given.
  static func days(_ text: Substring) throws -> Int {
    let text = text.filter { !$0.isWhitespace }
    let weeks = text.last == "w"
    let digits = text.last.map { "dw".contains($0) } == true ? String(text.dropLast()) : text
    let unit = weeks ? 7 : 1
    guard let count = Int(digits), (1...3_650 / unit).contains(count) else {
      throw Failure(
        .usage, "'\(text)' is no window; write days or weeks up to ten years, such as 30d or 4w")
    }
    return count * unit
  }

}
