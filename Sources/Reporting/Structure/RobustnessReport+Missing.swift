internal import GraphCore
internal import InfluenceAnalysis

/// How far measures can be relied on if nodes and edges are missing, made up or mistaken.
extension RobustnessReport {
  /// The measures that are tried.
  private static let tried = ["degree", "betweenness", "closeness", "eigenvector"].compactMap {
    Measure.named($0)
  }
  /// What must be reached in the CS coefficient, and in which part of the draws.
  private static let (correlation, confidence) = (0.7, 0.95)
  /// How many nodes make the top.
  private static let top = 10
  /// The size of errors of which people are shown the rows.
  private static let shownShare = 0.1

  /// What was found of one measure.
  private struct Findings {
    let name: String
    let isDefined: Bool
    let stability: ScoreStability
    let sensitivity: ScoreSensitivity
  }

  /// The coefficients, the curves behind them, and what errors of all kinds do.
  func missing(_ execution: Execution) throws(GraphError) -> [NetworkFindings.Section] {
    let graph = network.graph
    let parts = 2 * Self.tried.count
    var all: [Findings] = []
    for (place, measure) in Self.tried.enumerated() {
      let truth = try measure.scores(of: graph).compactMap(\.self)
      let stability = try graph.stability(
        Graph.StabilityOptions(
          samples: samples, seed: seed, execution: execution.part(2 * place, of: parts))
      ) { part throws(GraphError) in try Self.scores(measure, part) }
      let sensitivity = try graph.sensitivity(
        Graph.SensitivityOptions(
          samples: samples, top: Self.top, seed: seed,
          execution: execution.part(2 * place + 1, of: parts))
      ) { part throws(GraphError) in try Self.scores(measure, part) }
      all.append(
        Findings(
          name: measure.name, isDefined: GraphCore.correlation(truth, truth) != nil,
          stability: stability, sensitivity: sensitivity))
    }
    return [coefficients(all), curves(all), errors(all)]
  }

  /// The scores of a network on one thread, since many are scored at once; 0 where there is none.
  private static func scores(_ measure: Measure, _ graph: Graph) throws(GraphError) -> [Double] {
    try measure.scores(of: graph, Measure.Setting(execution: Execution(threads: 1)))
      .map { $0 ?? 0 }
  }

  private func coefficients(_ all: [Findings]) -> NetworkFindings.Section {
    let undefined = all.filter { !$0.isDefined }.map(\.name)
    return NetworkFindings.Section(
      key: "stability", title: "How far scores hold if nodes are missing",
      notes: [
        "The CS coefficient: the largest share of nodes, of those tried, that can be dropped so that in "
          + "\(Int(Self.confidence * 100)) % of \(samples) draws the scores of the rest correlate with those of the "
          + "whole by \(Self.correlation) or more. Below 0.25 scores should not be compared, and better not "
          + "below 0.5. It takes nodes as missing by chance; who hides does not."
      ]
        + (undefined.isEmpty
          ? []
          : [
            "All nodes score alike, or none has a score, by "
              + undefined.joined(separator: " and ") + "."
          ]),
      content: .rows(
        NetworkFindings.Rows(
          [.init("measure", "measure"), .init("coefficient", "CS coefficient", isNumber: true)],
          all.map { found in
            [
              .words(found.name),
              .number(
                found.isDefined
                  ? found.stability.coefficient(
                    correlation: Self.correlation, confidence: Self.confidence) : nil),
            ]
          })))
  }

  /// By share of nodes that are missing, the mean correlations.
  private func curves(_ all: [Findings]) -> NetworkFindings.Section {
    let shares = all.first?.stability.points.map(\.share) ?? []
    return NetworkFindings.Section(
      key: "stabilityCurve", title: "Mean correlation with the whole",
      notes: ["Over the draws in which it is defined."],
      content: .rows(
        NetworkFindings.Rows(
          [.init("share", "share missing", isNumber: true)]
            + all.map { .init($0.name, $0.name, isNumber: true) },
          shares.enumerated().map { place, share in
            [.number(share)]
              + all.map { found in
                let values = found.stability.points[place].correlations
                return .number(
                  values.isEmpty ? nil : values.reduce(0, +) / Double(values.count))
              }
          })))
  }

  private func errors(_ all: [Findings]) -> NetworkFindings.Section {
    var rows: [[NetworkFindings.Cell]] = []
    var visible: [Int] = []
    let points = all.first?.sensitivity.points ?? []
    for place in points.indices {
      for found in all {
        let point = found.sensitivity.points[place]
        if point.share == Self.shownShare { visible.append(rows.count) }
        let (key, words) = Self.words(of: point.kind)
        rows.append([
          .words(key), .words(words), .number(point.share), .words(found.name),
          .number(point.rankCorrelation), .number(point.definedIn),
          .number(found.isDefined ? point.overlap : nil),
        ])
      }
    }
    return NetworkFindings.Section(
      key: "errors", title: "What errors do to scores",
      notes: [
        "Of \(samples) errors each: the mean rank correlation with the scores of the whole (Spearman), and how much "
          + "of the first \(Self.top) is still among the first \(Self.top), over the nodes that are left; ties share.",
        "Shown are errors in \(Int(Self.shownShare * 100)) % of nodes or edges; json and csv have 5, 10 and 20 %.",
      ],
      content: .rows(
        NetworkFindings.Rows(
          [
            .init("error", "error", isData: true), .init("label", "error"),
            .init("share", "share", isNumber: true), .init("measure", "measure"),
            .init("rankCorrelation", "rank correlation", isNumber: true),
            .init("definedIn", "defined in", isNumber: true, isData: true),
            .init("overlap", "first ten left", isNumber: true),
          ], rows, shown: visible)))
  }

  /// An error by its key, and in words.
  private static func words(of kind: Graph.DataError) -> (key: String, words: String) {
    switch kind {
    case .perturbation(.removeNodes): ("missingNodes", "nodes missing")
    case .perturbation(.addNodes): ("spuriousNodes", "nodes made up")
    case .perturbation(.removeEdges): ("missingEdges", "edges missing")
    case .perturbation(.addEdges): ("spuriousEdges", "edges made up")
    case .falseMerges: ("falseMerges", "two taken for one")
    case .falseSplits: ("falseSplits", "one taken for two")
    }
  }

  /// The curves to draw, two to a plot, which is as many as can be told apart well; those that are
  /// nowhere defined are left out.
  static func missingPlots(of sections: [NetworkFindings.Section]) -> [NetworkFindings.Plot] {
    guard let section = sections.first(where: { $0.key == "stabilityCurve" }),
      case .rows(let rows) = section.content
    else { return [] }
    let names = rows.columns.indices.dropFirst().filter { column in
      rows.rows.contains { $0[column] != .number(nil) }
    }.map { rows.columns[$0].key }
    return stride(from: 0, to: names.count, by: 2).map { first in
      let pair = names[first..<min(first + 2, names.count)]
      return NetworkFindings.Plot(
        section: section.key,
        title: "How far \(pair.joined(separator: " and ")) hold if nodes are missing", x: "share",
        lines: pair.map { ($0, $0) }, xTitle: "share of nodes missing",
        yTitle: "mean correlation with the whole", kind: .lines)
    }
  }
}
