internal import GraphCore
internal import InfluenceAnalysis

/// Edges as contacts in time: who reaches whom by contacts that follow each other.
extension StructureReport {
  /// What contacts in time say, and whom each node reaches by them; `times` has by edge when it happened.
  func contacts(
    _ name: String, _ times: [Double?]
  ) throws(GraphError) -> [NetworkFindings.Section] {
    let sequence = try self.sequence(times)
    let dated = sequence.contacts
    if let windows = options.windows {
      return [
        try self.windows(sequence, count: windows, length: options.windowLength, execution)
      ]
    }
    let reach = try sequence.temporalReach(
      isNormalized: false, execution: execution.part(0, of: 3)
    ).values
    let closeness = try sequence.temporalCloseness(
      .init(execution: execution.part(1, of: 3))
    ).values
    let betweenness = try sequence.temporalBetweenness(
      isNormalized: false, execution: execution.part(2, of: 3)
    ).values
    let burstiness = sequence.burstiness().values
    let still = try graph.reach(isNormalized: false).values
    let pairs = Double(graph.nodeCount) * Double(graph.nodeCount - 1)
    let order = graph.nodes.sorted { (-reach[$0], $0) < (-reach[$1], $1) }
    let rows = order.map { node -> [NetworkFindings.Cell] in
      let named = network.nodes[node]
      return [
        .name(named.id), .name(named.name), .number(reach[node]), .number(closeness[node]),
        .number(betweenness[node]), .number(burstiness[node]?.value),
      ]
    }
    let left = graph.edgeCount - dated.count
    return [
      .init(
        key: "contacts", title: "Contacts in time, by \(VisibleText.line(name))",
        notes: [
          "Every edge is one contact that takes no time. A contact follows another if it begins later; a way "
            + "in time is one of contacts that follow each other."
        ]
          + (left > 0
            ? [
              Plural.text(
                left, "edge does not say when, and is left out.",
                "edges do not say when, and are left out.")
            ] : []),
        content: .figures([
          .init("contacts", "contacts", .integer(dated.count)),
          .init("first", "first", .number(sequence.span?.lowerBound)),
          .init("last", "last", .number(sequence.span?.upperBound)),
          .init(
            "reachable", "pairs with a way in time",
            .number(pairs > 0 ? reach.reduce(0, +) / pairs : nil), "of all ordered pairs"),
          .init(
            "reachableStill", "without regard to time",
            .number(pairs > 0 ? still.reduce(0, +) / pairs : nil)),
          .init(
            "burstiness", "burstiness", .number(Burstiness(times: dated.map(\.start))?.value),
            "1 if all at once with long pauses, 0 as chance has it, -1 as a clock"),
        ])),
      .init(
        key: "contactNodes", title: "Who reaches whom in time",
        notes: rows.count > Self.shown
          ? ["\(Self.shown) of \(rows.count) nodes; json and csv have all."] : [],
        content: .rows(
          NetworkFindings.Rows(
            [
              .init("id", "id"), .init("name", "name"), .init("reach", "reaches", isNumber: true),
              .init("closeness", "closeness", isNumber: true),
              .init("betweenness", "betweenness", isNumber: true),
              .init("burstiness", "burstiness", isNumber: true),
            ], rows, shown: rows.count > Self.shown ? Array(0..<Self.shown) : nil))),
    ]
  }

  /// Edges as contacts in the order of the edges; those without a time are left out.
  func sequence(_ times: [Double?]) throws(GraphError) -> ContactSequence {
    let dated = graph.edges.indices.compactMap { edge in
      times[edge].map {
        ContactSequence.Contact(graph.edges[edge].tail, graph.edges[edge].head, start: $0)
      }
    }
    return try ContactSequence(
      nodeCount: graph.nodeCount, contacts: dated, isDirected: graph.isDirected)
  }
}
