internal import GraphCore
internal import InfluenceAnalysis

/// Single ties: which matter.
extension StructureReport {
  /// Which ties are more than noise, or carry the shortest ways; weights are strengths.
  func backbone() throws(GraphError) -> NetworkFindings.Section {
    let columns: [NetworkFindings.Rows.Column] = [
      .init("tail", "id"), .init("head", "id"), .init("tailName", "from"), .init("headName", "to"),
      .init("weight", "weight", isNumber: true),
      .init("disparity", "chance (disparity)", isNumber: true),
      .init("noiseCorrected", "noise-corrected", isNumber: true),
      .init("deviation", "deviation", isNumber: true),
      .init("salience", "salience", isNumber: true), .init("inForest", "in forest"),
    ]
    let weights = graph.edges.map { $0.weight ?? 1 }
    guard weights.allSatisfy({ $0 > 0 }) else {
      return NetworkFindings.Section(
        key: "backbone", title: "Backbone",
        notes: ["Every weight must be above 0 for a backbone; some are not."],
        content: .rows(NetworkFindings.Rows(columns, [])))
    }
    let disparity = try graph.disparityFilter()
    let noise = try graph.noiseCorrectedBackbone(usesWeights: graph.isWeighted)
    let salience = try graph.salience(lengths: .inverseWeights, execution: execution)
    let forest = Set(try graph.maximumSpanningForest(lengths: .weights).edges)
    let order = graph.edges.indices.sorted {
      (disparity.chances[$0], $0) < (disparity.chances[$1], $1)
    }
    let rows = order.map { edge -> [NetworkFindings.Cell] in
      let ends = graph.edges[edge]
      return [
        .name(network.nodes[ends.tail].id), .name(network.nodes[ends.head].id),
        .name(name(ends.tail)), .name(name(ends.head)), .number(weights[edge]),
        .number(disparity.chances[edge]), .number(noise.scores[edge]),
        .number(noise.deviations[edge]), .number(salience[edge]), .flag(forest.contains(edge)),
      ]
    }
    return NetworkFindings.Section(
      key: "backbone", title: "Backbone",
      notes: [
        graph.isWeighted
          ? "Weights are strengths"
            + (network.isEvidence ? ": the probabilities of the links." : ".")
          : "There are no weights, so every tie weighs 1 and little can stand out.",
        "Chance: that a tie gets as large a share of its end by lot (kept below 0.05). Noise-corrected: above 0 "
          + "if heavier than its ends explain (kept above 1.64 deviations). Salience: in which share of the "
          + "trees of shortest ways it is. In forest: one of the strongest ties that hold all together.",
      ]
        + (rows.count > Self.shown
          ? ["\(Self.shown) of \(rows.count) ties; json and csv have all."] : []),
      content: .rows(
        NetworkFindings.Rows(
          columns, rows, shown: rows.count > Self.shown ? Array(0..<Self.shown) : nil)))
  }
}
