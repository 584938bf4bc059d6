import ArgumentParser
import Evidence
import Reporting

/// The formats of findings that are figures and tables.
enum TabularFormat: String, FormatChoice {
  case text, json, csv, markdown, svg, png, pdf
  case vegaLite = "vega-lite"

  static let usual = TabularFormat.text
}

extension OutputOptions {
  /// Writes figures and tables, or draws the curves among them.
  ///
  /// - Throws: `Failure` if there is nothing to plot and a plot was asked for, or it cannot be written.
  func write(
    _ findings: NetworkFindings, as format: TabularFormat, _ drawing: DrawingOptions? = nil,
    console: Console
  ) throws {
    if ![.svg, .png, .pdf].contains(format) { try drawing?.refuseTheme(for: format.rawValue) }
    switch format {
    case .text: try write(findings.text(console.style), console: console)
    case .json: try write(findings.json(), console: console)
    case .csv:
      if let left = findings.leftOutOfCSV {
        console.say(
          "csv holds '\(left.title)' alone; text and json have \(left.others) more "
            + (left.others == 1 ? "section" : "sections"))
      }
      try write(data: findings.csv(), console: console)
    case .markdown: try write(findings.markdown(), console: console)
    case .vegaLite:
      guard findings.hasPlot else {
        throw Failure(.usage, "there is no curve in these findings; take csv or json")
      }
      try write(findings.vegaLite(), console: console)
    case .svg, .png, .pdf:
      guard let drawing, findings.hasPicture, let kind = PictureFormat(rawValue: format.rawValue)
      else {
        throw Failure(.usage, "there is nothing to draw in these findings; take csv or json")
      }
      let picture = Picture.canvas(findings.canvas(theme: drawing.theme.theme))
      try write(
        kind.render(picture, drawing, vocabulary: .standard, console: console), console: console)
    }
  }
}
