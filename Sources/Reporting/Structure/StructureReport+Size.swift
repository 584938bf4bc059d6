internal import GraphCore
internal import InfluenceAnalysis

/// How large it is, and who is tied to whom.
extension StructureReport {
  func size() throws(GraphError) -> NetworkFindings.Section {
    let weak = graph.weakComponents()
    let loops = graph.edges.count { $0.tail == $0.head }
    let parallel = max(0, graph.edgeCount - loops - graph.simplified().edgeCount)
    var figures: [NetworkFindings.Figure] = [
      .init("nodes", "nodes", .integer(graph.nodeCount)),
      .init("edges", "edges", .integer(graph.edgeCount)),
      .init("loops", "loops", .integer(loops), "edges from a node to itself"),
      .init("parallelEdges", "parallel edges", .integer(parallel), "beyond the first of a pair"),
      .init(
        "density", "density", .number(graph.density()), "edges over the pairs that could have one"),
      .init(
        "components", "components", .integer(weak.count), "parts without an edge between them"),
      .init("largestComponent", "largest component", .count(weak.sizes.max()), "nodes"),
      .init("isolates", "isolates", .integer(weak.sizes.count { $0 == 1 }), "nodes on their own"),
    ]
    if graph.isDirected {
      let strong = graph.strongComponents()
      figures += [
        .init(
          "strongComponents", "strong components", .integer(strong.count),
          "parts in which each reaches each along the arrows"),
        .init(
          "largestStrongComponent", "largest strong one", .count(strong.sizes.max()), "nodes"),
      ]
    }
    return NetworkFindings.Section(key: "size", title: "Size", content: .figures(figures))
  }

  func mixing() throws(GraphError) -> NetworkFindings.Section {
    let clustering = try graph.clustering(execution: execution.part(0, of: 2)).values
    let mean =
      clustering.isEmpty ? nil : clustering.reduce(0, +) / Double(clustering.count)
    var figures: [NetworkFindings.Figure] = []
    if graph.isDirected {
      figures.append(
        .init(
          "reciprocity", "reciprocity", .number(graph.reciprocity()),
          "the share of edges that are answered"))
    }
    figures += [
      .init(
        "transitivity", "transitivity",
        .number(try graph.transitivity(execution: execution.part(1, of: 2))),
        "the share of paths of two edges that are closed"),
      .init(
        "meanClustering", "mean clustering", .number(mean),
        graph.isDirected
          ? "the same around each node, on average, by triangles with their directions"
          : "the same around each node, on average"),
      .init(
        "degreeAssortativity", "degree assortativity", .number(graph.degreeAssortativity()),
        "1 if many meet many, -1 if many meet few"),
    ]
    let kinds = network.nodes.map(\.kind)
    if Set(kinds).count > 1 {
      let order = Set(kinds).sorted()
      let groups = kinds.map { order.firstIndex(of: $0) ?? 0 }
      figures.append(
        .init(
          "kindAssortativity", "assortativity by kind",
          .number(try graph.assortativity(ofGroups: groups)), "1 if kinds keep to themselves"))
    }
    let attribute = try attributeMixing()
    return NetworkFindings.Section(
      key: "mixing", title: "Who is tied to whom", notes: attribute.notes,
      content: .figures(figures + attribute.figures))
  }

  /// Whether ties join nodes of the same value of the attribute that was named, or of near values.
  private func attributeMixing() throws(GraphError) -> (
    figures: [NetworkFindings.Figure], notes: [String]
  ) {
    guard let attribute = options.attribute, let division else { return ([], []) }
    let title = VisibleText.line(attribute.name)
    let part = graph.subgraph(of: division.known)
    let left = graph.nodeCount - part.nodes.count
    let numbers = part.nodes.compactMap { node in
      attribute.values[node].flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil }
    }
    let areNumbers = numbers.count == part.nodes.count
    return (
      [
        .init(
          "attributeAssortativity", "assortativity by \(title)",
          .number(
            try part.graph.assortativity(ofGroups: part.nodes.map { division.groups[$0] })),
          "1 if nodes of the same value keep to themselves"),
        .init(
          "numericAssortativity", "the same by its numbers",
          .number(areNumbers ? try part.graph.assortativity(ofValues: numbers) : nil),
          areNumbers
            ? "1 if high meets high and low meets low" : "not all of its values are numbers"),
      ],
      left > 0
        ? [
          "\(Plural.text(left, "node", "nodes")) without \(title), and the ties of such nodes, are left out "
            + "of the assortativity by it."
        ] : []
    )
  }
}
