internal import GraphCore
internal import InfluenceAnalysis

/// What lies between two nodes.
extension StructureReport {
  /// What lies between two nodes: how many ways have nothing in common, and what cuts them off.
  func between(_ tail: Int, _ head: Int) throws(GraphError) -> [NetworkFindings.Section] {
    let cut = try graph.minimumCut(from: tail, to: head)
    let nodes = try graph.minimumNodeCut(from: tail, to: head)
    let musts = graph.dominatorTree(from: tail).dominators(of: head).reversed()
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
    var cuts: [(capacities: String, cut: MinimumCut)] = [("unit", cut)]
    if graph.isWeighted, graph.edges.allSatisfy({ ($0.weight ?? 1) >= 0 }), !network.isEvidence {
      let flow = try graph.maximumFlow(from: tail, to: head, capacities: .weights)
      figures.append(
        .init(
          "maximumFlow", "largest flow", .number(flow.value), "weights taken as capacities"))
      cuts.append(("weights", flow.cut))
    }
    return [
      .init(
        key: "between", title: "Between two nodes",
        notes: graph.isDirected ? ["Ways follow the direction of the edges."] : [],
        content: .figures(figures)),
      self.cuts(cuts), try ways(tail, head),
    ]
  }

  /// The edges of smallest cuts, one for each meaning of what it costs to cut an edge.
  private func cuts(
    _ cuts: [(capacities: String, cut: MinimumCut)]
  ) -> NetworkFindings.Section {
    let rows = cuts.flatMap { found in
      found.cut.edges.map { edge -> [NetworkFindings.Cell] in
        let ends = graph.edges[edge]
        return [.words(found.capacities)] + cells(ends.tail, ends.head) + [
          .number(found.capacities == "unit" ? 1 : ends.weight ?? 1)
        ]
      }
    }
    return NetworkFindings.Section(
      key: "betweenCut", title: "Edges that cut them",
      notes: [
        "The least that must be cut, every edge counting one (unit)"
          + (cuts.count > 1 ? ", or by its weight (weights), which sum to the largest flow." : ".")
      ] + listed(rows.count, "edges"),
      content: firstRows(
        [.init("capacities", "by")] + Self.ends + [
          .init("capacity", "capacity", isNumber: true)
        ], rows))
  }

  /// As many ways as there can be that have no edge in common, and no node in common.
  private func ways(
    _ tail: Int, _ head: Int
  ) throws(GraphError) -> NetworkFindings.Section {
    let kinds = [
      ("edges", "no common edge", try graph.edgeDisjointPaths(from: tail, to: head)),
      ("nodes", "no common node", try graph.nodeDisjointPaths(from: tail, to: head)),
    ]
    let rows = kinds.flatMap { key, title, paths in
      paths.map { path -> [NetworkFindings.Cell] in
        [
          .words(key), .words(title), .integer(path.hops), .names(path.nodes.map(name)),
          .names(path.nodes.map { network.nodes[$0].id }),
        ]
      }
    }
    // Of each kind people see the first, which are the shortest.
    let first = kinds[0].2.count
    let shown =
      Array((0..<first).prefix(Self.shown)) + Array((first..<rows.count).prefix(Self.shown))
    return NetworkFindings.Section(
      key: "betweenWays", title: "Ways that have nothing in common",
      notes: [
        "As many as there can be at once, the shortest first; there may be others as many."
          + (shown.count < rows.count
            ? " The first \(Self.shown) of a kind are shown; json and csv have all." : "")
      ],
      content: .rows(
        NetworkFindings.Rows(
          [
            .init("apart", "apart", isData: true), .init("label", "with"),
            .init("edges", "edges", isNumber: true), .init("names", "way"),
            .init("ids", "ids", isData: true),
          ], rows, shown: shown)))
  }

  private func tie(_ edge: Int) -> String {
    let ends = graph.edges[edge]
    return "\(name(ends.tail)) \(graph.isDirected ? "->" : "--") \(name(ends.head))"
  }

  /// The dominator tree: by node, the last other node that all ways from a root must pass.
  func dominators(from root: Int) -> NetworkFindings.Section {
    let tree = graph.dominatorTree(from: root)
    let reached = graph.nodes.filter { tree.immediate[$0] != nil }
    // By node, those whose dominator it is that have not been counted; and how many it holds in all.
    var open = [Int](repeating: 0, count: graph.nodeCount)
    var held = open
    for node in reached { open[tree.immediate[node] ?? root] += 1 }
    var counted = reached.filter { open[$0] == 0 }
    while let node = counted.popLast() {
      guard let last = tree.immediate[node] else { continue }
      held[last] += held[node] + 1
      open[last] -= 1
      if open[last] == 0 { counted.append(last) }
    }
    let rows = reached.sorted { (-held[$0], $0) < (-held[$1], $1) }.map {
      node -> [NetworkFindings.Cell] in
      let last = tree.immediate[node] ?? root
      return cells(node) + [.name(network.nodes[last].id), .name(name(last)), .integer(held[node])]
    }
    return NetworkFindings.Section(
      key: "dominators", title: "Whom all ways from \(VisibleText.line(name(root))) must pass",
      notes: [
        "Of the nodes that it reaches: the last other node that every way to each passes (its dominator; "
          + "\(VisibleText.line(name(root))) itself if none between need be passed), and how many others are reached "
          + "through it alone."
          + (graph.isDirected ? " Ways follow the direction of the edges." : "")
      ] + listed(rows.count, "nodes"),
      content: firstRows(
        Self.who + [
          .init("dominator", "dominator id"), .init("dominatorName", "dominator"),
          .init("dominated", "holds", isNumber: true),
        ], rows))
  }
}
