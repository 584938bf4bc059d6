internal import GraphCore
internal import InfluenceAnalysis

/// Single ties: which matter, and what lies between two nodes.
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

  /// What lies between two nodes: how many ways have nothing in common, and what cuts them off.
  func between(_ tail: Int, _ head: Int) throws(GraphError) -> NetworkFindings.Section {
    let cut = try graph.minimumCut(from: tail, to: head)
    let nodes = try graph.minimumNodeCut(from: tail, to: head)
    let musts = graph.dominatorTree(from: tail).dominators(of: head)
      .filter { $0 != tail && $0 != head }
    let path = try graph.shortestPath(from: tail, to: head)
    var figures: [NetworkFindings.Figure] = [
      .init("tail", "from", .name(name(tail))), .init("head", "to", .name(name(head))),
      .init("distance", "distance", .count(path?.hops), "edges on the shortest way; - without one"),
      .init(
        "path", "a shortest way", .names((path?.nodes ?? []).prefix(Self.shown).map(name))),
      .init(
        "edgeConnectivity", "ways without a common edge",
        .integer(try graph.edgeConnectivity(from: tail, to: head)),
        "so many edges must go to cut them"),
      .init(
        "nodeConnectivity", "ways without a common node",
        .integer(try graph.nodeConnectivity(from: tail, to: head))),
      .init(
        "edgeCut", "edges that cut them", .names(cut.edges.prefix(Self.shown).map(tie))),
      .init(
        "nodeCut", "nodes that cut them",
        nodes.map { .names($0.prefix(Self.shown).map(name)) } ?? .number(nil),
        nodes == nil ? "they are tied themselves, so no node cuts them" : ""),
      .init(
        "throughAll", "on every way", .names(musts.map(name)), "nodes that all ways must pass"),
    ]
    if graph.isWeighted, graph.edges.allSatisfy({ ($0.weight ?? 1) >= 0 }), !network.isEvidence {
      let flow = try graph.maximumFlow(from: tail, to: head, capacities: .weights)
      figures.append(
        .init(
          "maximumFlow", "largest flow", .number(flow.value), "weights taken as capacities"))
    }
    return NetworkFindings.Section(
      key: "between", title: "Between two nodes",
      notes: [graph.isDirected ? "Ways follow the direction of the edges." : ""].filter {
        !$0.isEmpty
      },
      content: .figures(figures))
  }

  private func tie(_ edge: Int) -> String {
    let ends = graph.edges[edge]
    return "\(name(ends.tail)) \(graph.isDirected ? "->" : "--") \(name(ends.head))"
  }
}
