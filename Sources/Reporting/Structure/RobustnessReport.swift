public import GraphCore
public import InfluenceAnalysis

/// What is left of a network while its nodes go, by chance or by a score.
public struct RobustnessReport: Sendable {
  /// In which order nodes go.
  public enum Order: Sendable {
    /// As chance has it.
    case random
    /// The highest score first; adaptively, scored anew in what is left after each.
    case measure(Measure, adaptively: Bool)
  }

  /// How many rows of the curve people are shown.
  static let shown = 12
  /// How many names of a list people are shown.
  private static let named = 20

  let network: StudiedNetwork
  let order: Order
  /// How many random orders are drawn.
  let samples: Int
  let seed: UInt64

  private var graph: Graph { network.graph }

  /// Takes a network apart.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - order: In which order nodes go.
  ///   - samples: How many random orders are drawn, 1 or more: of the curve itself, or to compare with.
  ///   - seed: The seed of random steps.
  ///   - edges: In which order edges go too; nil to leave it out.
  ///   - missing: Whether it is told how far scores hold if nodes and edges are missing or mistaken.
  ///   - removed: Nodes without which the network is measured too; none to leave it out.
  ///   - players: How many key players are looked for; 0 to leave it out.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Figures and the curve.
  /// - Throws: `GraphError` if the network cannot be scored or the task has been cancelled.
  public static func findings(
    on network: StudiedNetwork, by order: Order, samples: Int = 100, seed: UInt64 = 1,
    edges: EdgeOrder? = nil, missing: Bool = false, without removed: [Int] = [],
    keyPlayers players: Int = 0, execution: Execution = Execution()
  ) throws(GraphError) -> NetworkFindings {
    let report = RobustnessReport(network: network, order: order, samples: samples, seed: seed)
    let parts =
      1 + [edges != nil, missing, !removed.isEmpty, players > 0].count { $0 }
    var done = 0
    func next() -> Execution {
      defer { done += 1 }
      return execution.part(done, of: parts)
    }
    var findings = try report.findings(next())
    if let edges {
      findings.sections += try report.edges(edges, next())
      findings.plots.append(report.edgePlot(edges))
      findings.data = "edgeCurve"
    }
    if missing {
      findings.sections += try report.missing(next())
      findings.plots += missingPlots(of: findings.sections)
    }
    if !removed.isEmpty {
      findings.sections.insert(try report.without(removed, next()), at: 0)
    }
    if players > 0 { findings.sections.append(try report.players(players, next())) }
    return findings
  }

  private func findings(_ execution: Execution) throws(GraphError) -> NetworkFindings {
    let chance = try graph.randomRemoval(
      samples: samples, seed: seed, execution: execution.part(0, of: 5))
    let curve = try curve(execution.part(1, of: 5))
    var lines = [(key: "random", name: "by chance, mean of \(samples)")]
    if curve != nil { lines.insert(("largest", words), at: 0) }
    return NetworkFindings(
      title: "Robustness", network: network, seed: seed,
      notes: network.presence + [
        "Nodes go one by one, \(words); what counts is the share of all nodes that the largest part "
          + "still holds, direction ignored. It says where the network as recorded is thin, not what "
          + "would happen to people: who is lost is often replaced."
      ] + strengthNote,
      sections: [
        try robustness(curve, chance, execution.part(2, of: 5)), rows(curve, chance),
        try dismantling(execution.part(3, of: 5)), try losses(execution.part(4, of: 5)),
      ],
      plots: [
        NetworkFindings.Plot(
          section: "curve", title: "What is left while nodes go", x: "share",
          lines: lines, xTitle: "share of nodes gone",
          yTitle: "share of nodes in the largest part")
      ], data: "curve")
  }

  /// How the paths of a directed network run, in words.
  private var arrows: String { graph.isDirected ? " along the arrows" : "" }

  /// What strengths are in a network without weights.
  private var strengthNote: [String] {
    guard case .measure(let measure, _) = order, measure.name.hasSuffix("strength"),
      !graph.isWeighted
    else { return [] }
    return [
      "The network has no weights: every edge counts 1, and the strength of a node is its degree."
    ]
  }

  private var words: String {
    switch order {
    case .random: "in random order"
    case .measure(let measure, let adaptively):
      "highest \(measure.name) first" + (adaptively ? ", scored anew after each" : "")
    }
  }

  /// The curve of the order asked for; nil for chance. Nodes without a score go last.
  private func curve(_ execution: Execution) throws(GraphError) -> RemovalCurve? {
    guard case .measure(let measure, let adaptively) = order else { return nil }
    if adaptively {
      return try graph.removalCurve(execution: execution) { part throws(GraphError) in
        try measure.scores(of: part.graph).map { $0 ?? -.infinity }
      }
    }
    let scores = try measure.scores(of: graph, Measure.Setting(execution: execution))
    return try graph.removalCurve(.highest(scores.map { $0 ?? -.infinity }))
  }

  private func robustness(
    _ curve: RemovalCurve?, _ chance: RandomRemoval, _ execution: Execution
  ) throws(GraphError) -> NetworkFindings.Section {
    let mean =
      graph.nodeCount > 0
      ? chance.robustness.reduce(0, +) / Double(chance.robustness.count) : nil
    let estimate = graph.percolationEstimate()
    let nodes = try graph.percolation(
      of: .nodes, samples: samples, seed: seed, execution: execution.part(0, of: 3))
    let edges = try graph.percolation(
      of: .edges, samples: samples, seed: seed, execution: execution.part(1, of: 3))
    let fragmentation = try graph.fragmentation(execution: execution.part(2, of: 3))
    var figures: [NetworkFindings.Figure] = []
    if let curve {
      figures.append(
        .init(
          "robustness", "robustness R", .number(curve.robustness),
          "the mean of the curve, \(words); at most 0.5"))
    }
    figures += [
      .init(
        "randomRobustness", "R by chance", .number(mean), "the mean over random orders"),
      .init(
        "halved", "gone before half is left", .count(Self.removals(toHalve: curve, chance)),
        "nodes until the largest part holds less than half of all"),
      .init(
        "degreeRatio", "degree ratio", .number(estimate?.degreeRatio),
        "mean square degree over mean degree; above 2 chance alone would make one large part"),
      .init(
        "criticalShare", "critical share by degrees", .number(estimate?.criticalShare),
        "so many must stay, if it were random but for its degrees"),
      .init(
        "nodeThreshold", "critical share of nodes", .number(nodes.threshold),
        "where parts vary most as nodes come in by chance"),
      .init(
        "edgeThreshold", "critical share of edges", .number(edges.threshold),
        "the same as edges come in"),
      .init(
        "fragmentation", "fragmentation", .number(fragmentation),
        "the share of pairs without a path\(arrows), as it is"),
    ]
    return NetworkFindings.Section(
      key: "robustness", title: "How much it takes", content: .figures(figures))
  }

  /// How many nodes go until the largest part holds less than half of all.
  private static func removals(toHalve curve: RemovalCurve?, _ chance: RandomRemoval) -> Int? {
    (curve?.largestShares ?? chance.largestShares).firstIndex { $0 < 0.5 }
  }

  /// The first columns of a removal curve, be it of nodes or of edges.
  static func columns(_ curve: RemovalCurve?) -> [NetworkFindings.Rows.Column] {
    var columns: [NetworkFindings.Rows.Column] = [
      .init("removed", "gone", isNumber: true), .init("share", "share gone", isNumber: true),
    ]
    if curve != nil { columns.append(.init("largest", "largest part", isNumber: true)) }
    columns += [
      .init("random", "by chance", isNumber: true),
      .init("deviation", "deviation", isNumber: true),
    ]
    return columns
  }

  /// Their cells after so many of a number of nodes or edges are gone.
  static func cells(
    _ gone: Int, of count: Int, _ curve: RemovalCurve?, _ chance: RandomRemoval
  ) -> [NetworkFindings.Cell] {
    var cells: [NetworkFindings.Cell] = [
      .integer(gone), .number(Double(gone) / Double(max(count, 1))),
    ]
    if let curve { cells.append(.number(curve.largestShares[gone])) }
    return cells + [.number(chance.largestShares[gone]), .number(chance.deviations[gone])]
  }

  private func rows(_ curve: RemovalCurve?, _ chance: RandomRemoval) -> NetworkFindings.Section {
    let count = chance.largestShares.count
    var columns = Self.columns(curve)
    if curve != nil { columns += [.init("id", "last gone"), .init("name", "name")] }
    let rows = (0..<count).map { gone -> [NetworkFindings.Cell] in
      var row = Self.cells(gone, of: graph.nodeCount, curve, chance)
      if let curve {
        let last = gone > 0 ? network.nodes[curve.removed[gone - 1]] : nil
        row += [.name(last?.id ?? ""), .name(last?.name ?? "")]
      }
      return row
    }
    let values = curve?.largestShares ?? chance.largestShares
    return NetworkFindings.Section(
      key: "curve", title: "What is left",
      notes: count > Self.shown
        ? ["\(Self.shown) of \(count) steps; json, csv and vega-lite have all."] : [],
      content: .rows(
        NetworkFindings.Rows(
          columns, rows, shown: Self.steps(count, at: curve == nil ? nil : 4))),
      shape: values.isEmpty
        ? nil
        : ("largest part, none to all gone", Self.steps(values.count, most: 40).map { values[$0] }))
  }

  /// Evenly spread steps from the first to the last, and some of the first one by one.
  static func steps(_ count: Int, at first: Int?) -> [Int]? {
    guard count > shown else { return nil }
    let early = Array(0..<(first ?? 1))
    let rest = steps(count, most: shown - early.count + 1).filter { !early.contains($0) }
    return early + rest
  }

  /// At most so many steps, evenly spread.
  private static func steps(_ count: Int, most: Int) -> [Int] {
    guard count > most else { return Array(0..<count) }
    return (0..<most).map { $0 * (count - 1) / (most - 1) }
  }

  private func dismantling(_ execution: Execution) throws(GraphError) -> NetworkFindings.Section {
    let size = max(1, graph.nodeCount / 10)
    let found = try graph.dismantling(
      toSize: size, seed: seed, execution: execution.part(0, of: 2))
    let fragmentation = try graph.fragmentation(
      without: found.nodes, execution: execution.part(1, of: 2))
    return NetworkFindings.Section(
      key: "dismantling", title: "A few nodes that hold it together",
      content: .figures([
        .init(
          "toSize", "largest part allowed", .integer(size), "a tenth of the nodes, rounded down"),
        .init(
          "nodes", "nodes that hold it", .integer(found.nodes.count),
          "without them no part is larger; few, not proved to be the fewest"),
        .init("largest", "largest part then", .integer(found.largest)),
        .init(
          "fragmentation", "fragmentation then", .number(fragmentation),
          "the share of pairs without a path\(arrows)"),
        .init(
          "members", "who they are",
          .names(found.nodes.prefix(Self.named).map { network.nodes[$0].name }),
          found.nodes.count > Self.named ? "and \(found.nodes.count - Self.named) more" : ""),
      ]))
  }
}
