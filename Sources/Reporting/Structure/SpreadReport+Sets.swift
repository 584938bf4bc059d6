internal import GraphCore
internal import InfluenceAnalysis

/// Spreading without chance, what blocks it, where it began, and how far it gets from everyone.
extension SpreadReport {
  /// How many rows people are shown.
  private static let shown = 20

  /// A node follows once enough of those have it that it listens to.
  func contagion(_ nodes: [Int]) throws(GraphError) -> [NetworkFindings.Section] {
    let found = try graph.complexContagion(from: nodes, threshold: .count(options.needed))
    let last = found.rounds.compactMap(\.self).max() ?? 0
    let rounds = (0...last).map { round -> [NetworkFindings.Cell] in
      let joined = graph.nodes.filter { found.rounds[$0] == round }
      return [
        .integer(round), .integer(joined.count),
        .names(joined.prefix(Self.shown).map { network.nodes[$0].name }),
      ]
    }
    return [
      NetworkFindings.Section(
        key: "reach", title: "How far it gets",
        content: .figures([
          .init("from", "from", .names(nodes.map { network.nodes[$0].name })),
          .init("needed", "contacts needed", .integer(options.needed)),
          .init("size", "nodes in the end", .integer(found.size), "those where it began included"),
          .init("share", "share of all", .number(Double(found.size) / Double(graph.nodeCount))),
        ])),
      NetworkFindings.Section(
        key: "rounds", title: "Who follows when",
        content: .rows(
          NetworkFindings.Rows(
            [
              .init("round", "round", isNumber: true), .init("nodes", "nodes", isNumber: true),
              .init("first", "who"),
            ], rounds))),
    ]
  }

  /// Without which nodes, and without which edges, it spreads least.
  func blocking(
    _ count: Int, _ seeds: [Int], _ execution: Execution
  ) throws(GraphError) -> [NetworkFindings.Section] {
    func search(_ part: Int) -> Graph.InfluenceOptions {
      Graph.InfluenceOptions(
        model: rule, samples: keptCourses, seed: options.seed,
        execution: execution.part(part, of: 2))
    }
    let nodes = try graph.blockingNodes(count, from: seeds, search(0))
    let edges = try graph.blockingEdges(count, from: seeds, search(1))
    return [
      NetworkFindings.Section(
        key: "blockNodes", title: "Nodes without which it gets least far",
        notes: [
          "Chosen one after another, each the best single one; from \(CentralityReport.text(nodes.spreads[0])) "
            + "nodes reached before, in \(keptCourses) random courses. Where the model is thin, not whom to act "
            + "against."
        ],
        content: .rows(
          NetworkFindings.Rows(
            [
              .init("rank", "chosen", isNumber: true), .init("id", "id"), .init("name", "name"),
              .init("kind", "kind"), .init("reach", "reach then", isNumber: true),
            ],
            nodes.removed.enumerated().map { place, node in
              let named = network.nodes[node]
              return [
                .integer(place + 1), .name(named.id), .name(named.name), .name(named.kind),
                .number(nodes.spreads[place + 1]),
              ]
            }))),
      NetworkFindings.Section(
        key: "blockEdges", title: "Edges without which it gets least far",
        content: .rows(
          NetworkFindings.Rows(
            [
              .init("rank", "chosen", isNumber: true), .init("tail", "id"), .init("head", "id"),
              .init("tailName", "from"), .init("headName", "to"),
              .init("reach", "reach then", isNumber: true),
            ],
            edges.removed.enumerated().map { place, edge in
              let ends = graph.edges[edge]
              let (tail, head) = (network.nodes[ends.tail], network.nodes[ends.head])
              return [
                .integer(place + 1), .name(tail.id), .name(head.id), .name(tail.name),
                .name(head.name), .number(edges.spreads[place + 1]),
              ]
            }))),
    ]
  }

  /// How far it gets from each node.
  func everyone(_ execution: Execution) throws(GraphError) -> NetworkFindings.Section {
    let scores = try graph.expectedReach(
      probabilities: probabilities, samples: keptCourses, seed: options.seed,
      execution: execution
    ).values
    let order = graph.nodes.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    let rows = order.enumerated().map { place, node -> [NetworkFindings.Cell] in
      let named = network.nodes[node]
      return [
        .integer(place + 1), .name(named.id), .name(named.name), .name(named.kind),
        .number(scores[node]),
      ]
    }
    return NetworkFindings.Section(
      key: "everyone", title: "How far it gets from each",
      notes: [
        "Other nodes reached on average, over \(keptCourses) draws in which each edge holds "
          + "with its probability."
      ]
        + (rows.count > Self.shown
          ? ["\(Self.shown) of \(rows.count) nodes; json and csv have all."] : []),
      content: .rows(
        NetworkFindings.Rows(
          [
            .init("rank", "rank", isNumber: true), .init("id", "id"), .init("name", "name"),
            .init("kind", "kind"), .init("reach", "expected reach", isNumber: true),
          ], rows, shown: rows.count > Self.shown ? Array(0..<Self.shown) : nil)))
  }

  /// Where something began that has reached some nodes.
  func source(
    _ reached: [Int], _ execution: Execution
  ) throws(GraphError) -> NetworkFindings.Section {
    let found = try graph.rumorSource(reached: reached, execution: execution)
    let scored = graph.nodes.filter { found.logarithms[$0] != nil }
    let order = scored.sorted {
      (-(found.logarithms[$0] ?? 0), $0) < (-(found.logarithms[$1] ?? 0), $1)
    }
    return NetworkFindings.Section(
      key: "source", title: "Where it may have begun",
      notes: [
        order.isEmpty
          ? "Nothing can be said: the nodes are not connected among themselves."
          : "By rumour centrality, in how many orders the others can have been reached from a node"
            + (found.isExact ? "." : "; these nodes form no tree, so it is a rule of thumb."),
        "Direction and probabilities play no part. Even in the model the first is often not where it began, "
          + "and nothing follows for any one person.",
      ],
      content: .rows(
        NetworkFindings.Rows(
          [
            .init("rank", "rank", isNumber: true), .init("id", "id"), .init("name", "name"),
            .init("kind", "kind"), .init("logarithm", "logarithm", isNumber: true),
          ],
          order.enumerated().map { place, node in
            let named = network.nodes[node]
            return [
              .integer(place + 1), .name(named.id), .name(named.name), .name(named.kind),
              .number(found.logarithms[node]),
            ]
          }, shown: order.count > Self.shown ? Array(0..<Self.shown) : nil)))
  }

  /// How likely several nodes are all joined.
  func joining(
    _ nodes: [Int], _ execution: Execution
  ) throws(GraphError) -> NetworkFindings.Section {
    let found = try graph.reliability(
      joining: nodes,
      Graph.ReliabilityOptions(
        probabilities: probabilities, samples: draws, seed: options.seed,
        execution: execution))
    let all = nodes.count == graph.nodeCount
    return NetworkFindings.Section(
      key: "joining", title: "Whether they are all joined",
      notes: [
        "Each edge holds with its probability, independently of the others; direction is ignored."
      ],
      content: .figures(
        [
          .init("nodes", "nodes", .integer(nodes.count), all ? "the whole network" : ""),
          .init(
            "members", "who",
            .names(nodes.prefix(Self.shown).map { network.nodes[$0].name }),
            nodes.count > Self.shown ? "and \(nodes.count - Self.shown) more" : ""),
        ] + Self.figures(found)))
  }

  /// The figures of a probability that was computed or drawn.
  static func figures(_ found: TerminalReliability) -> [NetworkFindings.Figure] {
    [
      .init(
        "probability", "probability", .number(found.probability),
        found.isExact ? "computed exactly" : "estimated from \(found.sampleCount) draws"),
      .init(
        "low", "at least", .number(found.interval.lowerBound),
        found.isExact ? "" : "in 95 of 100 cases"),
      .init("high", "at most", .number(found.interval.upperBound)),
      .init("exact", "exact", .flag(found.isExact)),
    ]
  }
}
