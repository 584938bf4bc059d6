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

/// Options of the verbs that weigh statements and look at links one by one.
struct WeighingOptions: ParsableArguments {
  @Option(name: .long, help: "How statements are weighed: a YAML or JSON file of your own.")
  var policy: String?

  @Option(name: .long, help: "Taken as by every verb; nothing here is random.")
  var seed: UInt64 = 1

  /// The links of a graph under this policy.
  func table(of graph: InfluenceGraph) throws -> LinkTable {
    LinkTable(graph, policy: try Settings.policy(policy))
  }
}
