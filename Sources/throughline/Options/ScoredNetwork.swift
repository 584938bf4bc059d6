import GraphCore
import InfluenceAnalysis
import Reporting

/// A graph whose nodes have names, for the encodings of a diagram.
struct ScoredNetwork {
  let graph: Graph
  let nodes: [MeasureTable.Node]

  /// The scores of the nodes by a measure.
  func scores(_ measure: String) throws -> DiagramOptions.Scores {
    guard Measure.named(measure)?.subject != .ties else {
      throw Failure(.usage, "\(measure) scores ties; a node is sized and colored by its own score")
    }
    let result = try MeasureTable(graph, nodes: nodes, measures: [measure]).measures[0]
    if let reason = result.undefinedBecause {
      throw Failure(.noResult, "\(measure) has no scores here: \(reason)")
    }
    let pairs = result.scores.compactMap { score in score.score.map { (score.id, $0) } }
    return DiagramOptions.Scores(
      name: measure, values: Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
  }

  /// The communities of the nodes, ignoring direction.
  func communities(seed: UInt64) throws -> DiagramOptions.Groups {
    try .communities(of: graph, ids: nodes.map(\.id), seed: seed)
  }
}
