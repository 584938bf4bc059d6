internal import GraphCore
internal import InfluenceAnalysis

/// What is left of a network while its edges go.
extension RobustnessReport {
  /// In which order edges go, by the name that the command uses.
  public enum EdgeOrder: String, Sendable, CaseIterable {
    /// As chance has it.
    case random
    /// The one first that lies on most shortest ways, as measured in the whole network.
    case betweenness

    /// The order in words.
    var words: String {
      switch self {
      case .random: "in random order"
      case .betweenness: "highest betweenness first"
      }
    }
  }

  /// The figures and the curve.
  func edges(
    _ order: EdgeOrder, _ execution: Execution
  ) throws(GraphError) -> [NetworkFindings.Section] {
    let graph = network.graph
    let chance = try graph.randomEdgeRemoval(
      samples: samples, seed: seed, execution: execution.part(0, of: 2))
    let curve: RemovalCurve?
    switch order {
    case .random: curve = nil
    case .betweenness:
      let scores = try graph.edgeBetweenness(.init(execution: execution.part(1, of: 2)))
      curve = try graph.edgeRemovalCurve(.highest(scores.values))
    }
    var figures: [NetworkFindings.Figure] = []
    if let curve {
      figures.append(
        .init(
          "robustness", "robustness R", .number(curve.robustness),
          "the mean of the curve, \(order.words); at most 1"))
    }
    let drawn = chance.robustness
    figures += [
      .init(
        "randomRobustness", "R by chance",
        .number(drawn.isEmpty ? nil : drawn.reduce(0, +) / Double(drawn.count)),
        "the mean over random orders"),
      .init(
        "halved", "gone before half is left",
        .count((curve?.largestShares ?? chance.largestShares).firstIndex { $0 < 0.5 }),
        "edges until the largest part holds less than half of all nodes"),
    ]
    return [
      NetworkFindings.Section(
        key: "edgeRobustness", title: "How many edges it takes",
        notes: [
          "Edges go one by one, \(order.words); what counts is the share of all nodes that the largest part still "
            + "holds, direction ignored."
        ], content: .figures(figures)), edgeRows(curve, chance),
    ]
  }

  private func edgeRows(
    _ curve: RemovalCurve?, _ chance: RandomRemoval
  ) -> NetworkFindings.Section {
    let graph = network.graph
    let count = chance.largestShares.count
    var columns = Self.columns(curve)
    if curve != nil {
      columns += [
        .init("tail", "last gone"), .init("head", "id"), .init("tailName", "from"),
        .init("headName", "to"),
      ]
    }
    let rows = (0..<count).map { gone -> [NetworkFindings.Cell] in
      var row = Self.cells(gone, of: graph.edgeCount, curve, chance)
      if let curve {
        let last = gone > 0 ? graph.edges[curve.removed[gone - 1]] : nil
        let ends = last.map { (network.nodes[$0.tail], network.nodes[$0.head]) }
        row += [
          .name(ends?.0.id ?? ""), .name(ends?.1.id ?? ""), .name(ends?.0.name ?? ""),
          .name(ends?.1.name ?? ""),
        ]
      }
      return row
    }
    return NetworkFindings.Section(
      key: "edgeCurve", title: "What is left while edges go",
      notes: count > Self.shown
        ? ["\(Self.shown) of \(count) steps; json, csv and vega-lite have all."] : [],
      content: .rows(
        NetworkFindings.Rows(
          columns, rows, shown: Self.steps(count, at: curve == nil ? nil : 4))))
  }

  /// The curve to draw.
  func edgePlot(_ order: EdgeOrder) -> NetworkFindings.Plot {
    var lines = [(key: "random", name: "by chance, mean of \(samples)")]
    if order != .random { lines.insert(("largest", order.words), at: 0) }
    return NetworkFindings.Plot(
      section: "edgeCurve", title: "What is left while edges go", x: "share", lines: lines,
      xTitle: "share of edges gone", yTitle: "share of nodes in the largest part")
  }
}
