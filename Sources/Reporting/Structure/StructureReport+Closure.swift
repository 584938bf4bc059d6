internal import GraphCore

/// Who reaches whom by any number of edges, and which edges say no more than others do together.
extension StructureReport {
  /// More pairs than these are counted, not listed.
  private static let mostPairs = 1_000_000
  /// Sets of nodes are held as a bit for each pair: of so many, some hundred megabytes.
  private static let mostReachingNodes = 50_000

  /// The transitive closure: its size, and its pairs where they are not too many.
  func closure() throws(GraphError) -> [NetworkFindings.Section] {
    let reached = try graph.reach(isNormalized: false, execution: execution.part(0, of: 2)).values
    let ordered = reached.reduce(0, +)
    let count = graph.isDirected ? ordered : ordered / 2
    let nodes = Double(graph.nodeCount)
    let pairs = graph.isDirected ? nodes * (nodes - 1) : nodes * (nodes - 1) / 2
    var figures: [NetworkFindings.Figure] = [
      .init(
        "closureEdges", "pairs joined by ways", .integer(Int(count)),
        "the edges of the transitive closure, without loops"),
      .init(
        "closureShare", "of all pairs", .number(pairs > 0 ? count / pairs : nil)),
    ]
    let strong = graph.strongComponents()
    if graph.isDirected {
      var hasLoop = Set<Int>()
      for edge in graph.edges where edge.tail == edge.head { hasLoop.insert(edge.tail) }
      figures.append(
        .init(
          "onCycles", "nodes on a cycle",
          .integer(
            graph.nodes.count { strong.sizes[strong.labels[$0]] > 1 || hasLoop.contains($0) }),
          "they reach themselves"))
    }
    let isListed = count <= Double(Self.mostPairs) && strong.count <= Self.mostReachingNodes
    let tied = Set(graph.edges.map { isListed ? pair($0.tail, $0.head) : [] })
    let rows =
      isListed
      ? try graph.transitiveClosure(execution: execution.part(1, of: 2)).edges
        .filter { $0.tail != $0.head }
        .map { cells($0.tail, $0.head) + [.flag(tied.contains(pair($0.tail, $0.head)))] } : []
    return [
      .init(
        key: "closure", title: "Who reaches whom",
        notes: [
          graph.isDirected ? "Ways follow the direction of the edges." : "Direction is ignored."
        ]
          + (isListed
            ? []
            : [
              "The pairs are too many to be listed: more than \(Self.mostPairs), or more than "
                + "\(Self.mostReachingNodes) strong components."
            ]),
        content: .figures(figures)),
      .init(
        key: "closurePairs", title: "Pairs joined by ways", notes: listed(rows.count, "pairs"),
        content: firstRows(Self.ends + [.init("isTied", "tied")], rows), isData: !isListed),
    ]
  }

  /// The transitive reduction: which edges are also reached by a longer way.
  func reduction() throws(GraphError) -> [NetworkFindings.Section] {
    var kept: Set<Int>?
    var cycle: [Int] = []
    var notes: [String] = []
    if !graph.isDirected {
      notes = ["Without direction there is no reduction; the forests of --only forests come near."]
    } else if graph.nodeCount > Self.mostReachingNodes {
      notes = [
        "Left out: \(graph.nodeCount) nodes are more than the \(Self.mostReachingNodes) for which it can be "
          + "held who reaches whom. Take a part of the network."
      ]
    } else {
      do {
        kept = Set(try graph.transitiveReduction(execution: execution))
      } catch {
        guard case .cycle(let nodes) = error else { throw error }
        cycle = nodes
        notes = ["There is a cycle, so that no single set of edges is the reduction."]
      }
    }
    let rows = graph.edges.indices.map { edge -> [NetworkFindings.Cell] in
      let ends = graph.edges[edge]
      return cells(ends.tail, ends.head) + [
        kept.map { .flag(!$0.contains(edge)) } ?? .number(nil)
      ]
    }
    let redundant = kept.map { kept in graph.edges.indices.filter { !kept.contains($0) } } ?? []
    let isKnown = kept != nil || !cycle.isEmpty
    return [
      .init(
        key: "reduction", title: "Transitive reduction",
        notes: notes,
        content: .figures([
          .init(
            "isAcyclic", "without cycles", isKnown ? .flag(kept != nil) : .number(nil),
            "no way along the arrows leads back"),
          .init("cycle", "a cycle", .names(cycle.prefix(Self.shown).map(name))),
          .init(
            "neededEdges", "edges in the reduction", .count(kept?.count),
            "by them alone each reaches the same"),
          .init(
            "redundantEdges", "edges beside a longer way",
            .count(kept.map { graph.edgeCount - $0.count }),
            "which leads from the one end to the other too"),
        ])),
      .init(
        key: "reductionEdges", title: "Edges with a longer way beside them",
        notes: listed(redundant.count, "such edges"),
        content: .rows(
          NetworkFindings.Rows(
            Self.ends + [.init("isRedundant", "longer way", isData: true)], rows,
            shown: Array(redundant.prefix(Self.shown)))), isData: kept == nil),
    ]
  }

  private func pair(_ tail: Int, _ head: Int) -> [Int] {
    graph.isDirected ? [tail, head] : [min(tail, head), max(tail, head)]
  }
}
