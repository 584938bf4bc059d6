import ArgumentParser
import Reporting

/// The formats of findings that are figures and tables.
enum TabularFormat: String, FormatChoice {
  case text, json, csv, markdown
  case vegaLite = "vega-lite"

  static let usual = TabularFormat.text
}

extension OutputOptions {
  /// Writes figures and tables.
  ///
  /// - Throws: `Failure` if there is nothing to plot and a plot was asked for, or it cannot be written.
  func write(_ findings: NetworkFindings, as format: TabularFormat, console: Console) throws {
    switch format {
    case .text: try write(findings.text(console.style), console: console)
    case .json: try write(findings.json(), console: console)
    case .csv: try write(data: findings.csv(), console: console)
    case .markdown: try write(findings.markdown(), console: console)
    case .vegaLite:
      guard findings.hasPlot else {
        throw Failure(.usage, "there is no curve in these findings; take csv or json")
      }
      try write(findings.vegaLite(), console: console)
    }
  }
}
