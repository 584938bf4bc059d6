internal import GraphCore
internal import InfluenceAnalysis

/// Trees: of the smallest cuts between all pairs, and of what joins some nodes.
extension StructureReport {
  /// A tree from which the smallest cut between any two nodes can be read.
  func cutTree() throws(GraphError) -> NetworkFindings.Section {
    let usesWeights = options.weights == .strength
    let tree = try graph.gomoryHuTree(
      capacities: usesWeights ? .weights : .unit, execution: execution)
    let links = graph.nodes.compactMap { node in
      tree.parents[node].map { (node: node, parent: $0, capacity: tree.capacities[node]) }
    }.sorted { ($0.capacity, $0.node) < ($1.capacity, $1.node) }
    return NetworkFindings.Section(
      key: "cutTree", title: "Tree of the smallest cuts",
      notes: [
        "A Gomory-Hu tree. The least that must be cut to part two nodes is the smallest number on the way "
          + "between them in this tree, and the parts that remain of the tree without that link are the two "
          + "sides. "
          + (usesWeights ? "Weights are what it costs to cut an edge" : "Every edge counts as one")
          + "; direction is ignored."
      ]
        + (links.count > Self.shown
          ? ["The \(Self.shown) weakest of \(links.count) links; json and csv have all."] : []),
      content: .rows(
        NetworkFindings.Rows(
          Self.ends + [.init("capacity", "smallest cut", isNumber: true)],
          links.map { cells($0.node, $0.parent) + [.number($0.capacity)] },
          shown: links.count > Self.shown ? Array(0..<Self.shown) : nil)))
  }

  /// A short tree that joins some nodes.
  func joining(_ named: [Int]) throws(GraphError) -> [NetworkFindings.Section] {
    let lengths: EdgeLengths = options.weights == .distance ? .weights : .hops
    let tree = try graph.steinerTree(joining: named, lengths: lengths)
    let isNamed = Set(named)
    let between = (tree?.nodes ?? []).filter { !isNamed.contains($0) }
    let rows = (tree?.edges ?? []).map { edge -> [NetworkFindings.Cell] in
      let ends = graph.edges[edge]
      return cells(ends.tail, ends.head) + [
        .number(lengths == .hops ? 1 : ends.weight ?? 1)
      ]
    }
    return [
      .init(
        key: "joining", title: "What joins them",
        notes: [
          "A Steiner tree: edges that hold the named nodes together by as little as can be found. It is less "
            + "than twice as long as the shortest such tree, and there may be others as good. "
            + (lengths == .hops
              ? "Every edge has the length 1; direction is ignored."
              : "Weights are lengths; direction is ignored.")
        ] + (tree == nil ? ["No ways join all of them."] : []),
        content: .figures([
          .init("named", "named", .names(named.map(name))),
          .init("nodes", "nodes", .count(tree?.nodes.count)),
          .init("edges", "edges", .count(tree?.edges.count)),
          .init("length", "length", .number(tree?.length)),
          .init(
            "between", "between them", .names(between.prefix(Self.shown).map(name)),
            between.count > Self.shown ? "and \(between.count - Self.shown) more" : ""),
        ])),
      .init(
        key: "joiningEdges", title: "Edges that join them",
        content: .rows(
          NetworkFindings.Rows(
            Self.ends + [.init("length", "length", isNumber: true)], rows,
            shown: rows.count > 2 * Self.shown ? Array(0..<2 * Self.shown) : nil))),
    ]
  }

  /// Forests that hold every component together by edges of the least, and of the most, weight in all.
  func forests() throws(GraphError) -> [NetworkFindings.Section] {
    let least = try graph.minimumSpanningForest(lengths: .weights)
    let most = try graph.maximumSpanningForest(lengths: .weights)
    let (inLeast, inMost) = (Set(least.edges), Set(most.edges))
    let rows = inLeast.union(inMost).sorted().map { edge -> [NetworkFindings.Cell] in
      let ends = graph.edges[edge]
      return cells(ends.tail, ends.head) + [
        .number(ends.weight ?? 1), .flag(inLeast.contains(edge)), .flag(inMost.contains(edge)),
      ]
    }
    return [
      .init(
        key: "forests", title: "Spanning forests",
        notes: [
          graph.isWeighted
            ? "Of \(network.weightWords): the least if they are lengths or costs, the most if they are strengths. "
              + "Direction is ignored; of edges that weigh the same the first is taken."
            : "There are no weights, so any forest is as good; direction is ignored."
        ],
        content: .figures([
          .init("trees", "trees", .integer(least.treeCount), "one for each component"),
          .init("edges", "edges in each forest", .integer(least.edges.count)),
          .init("minimumWeight", "least weight in all", .number(least.length)),
          .init("maximumWeight", "most weight in all", .number(most.length)),
        ])),
      .init(
        key: "forestEdges", title: "Edges of the forests", notes: listed(rows.count, "edges"),
        content: firstRows(
          Self.ends + [
            .init("weight", "weight", isNumber: true), .init("inMinimum", "in the least"),
            .init("inMaximum", "in the most"),
          ], rows)),
    ]
  }
}
