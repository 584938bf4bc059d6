import ArgumentParser
import Evidence
import InfluenceAnalysis

/// The formats of a finding that is words and numbers.
enum FindingFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown
}

extension OutputOptions {
  /// The format that the user names, or that the ending of the output tells; text otherwise.
  func format(_ chosen: FindingFormat?) -> FindingFormat {
    if let chosen { return chosen }
    switch ending {
    case "json": return .json
    case "md", "markdown": return .markdown
    default: return .text
    }
  }
}
