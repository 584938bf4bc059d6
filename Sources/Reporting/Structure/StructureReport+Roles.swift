internal import GraphCore
internal import InfluenceAnalysis

/// Who is like whom, and who keeps to whom.
extension StructureReport {
  /// Blocks of nodes with similar ties, and how they are tied.
  func roles() throws(GraphError) -> ([NetworkFindings.Section], Dendrogram?) {
    var levels = [
      Dendrogram.Level(position: 0, groups: Array(repeating: 0, count: graph.nodeCount))
    ]
    for (split, found) in try graph.concorLevels(splits: splits, execution: execution).enumerated()
    {
      levels.append(Dendrogram.Level(position: Double(split + 1), groups: found.labels))
    }
    let labels = levels[splits].groups
    let model = try graph.blockmodel(of: labels)
    let blocks = model.names.indices.map { block -> [NetworkFindings.Cell] in
      let members = graph.nodes.filter { labels[$0] == model.names[block] }
      return [
        .integer(block + 1), .integer(model.sizes[block]),
        .names(members.prefix(Self.shown).map(name)),
      ]
    }
    let ties = model.names.indices.flatMap { tail in
      model.names.indices.map { head -> [NetworkFindings.Cell] in
        [
          .integer(tail + 1), .integer(head + 1), .number(model.densities[tail][head]),
          .flag(model.image[tail][head]),
        ]
      }
    }
    let byBlock = graph.nodes.sorted { (labels[$0], $0) < (labels[$1], $1) }
    let classes = try self.classes()
    let members = byBlock.map { node -> [NetworkFindings.Cell] in
      [.integer(labels[node] + 1)] + cells(node) + classes.cells(node)
    }
    let tree =
      graph.nodeCount > 0 && graph.nodeCount <= Dendrogram.mostNodes
      ? Dendrogram(
        title: "Blocks of nodes with similar ties", names: network.nodes.map(\.name),
        levels: levels,
        axis: "splits", chosen: splits,
        words: "By CONCOR. The numbers are those of the blocks in the table.") : nil
    return (
      [
        classes.figures,
        classes.list,
        .init(
          key: "blocks", title: "Blocks",
          notes: [
            "By CONCOR, \(splits) times divided: correlations of the nodes' ties, correlated again until all "
              + "are 1 or -1."
          ],
          content: .rows(
            NetworkFindings.Rows(
              [
                .init("block", "block", isNumber: true), .init("size", "size", isNumber: true),
                .init("first", "members"),
              ], blocks))),
        .init(
          key: "blockTies", title: "Ties of blocks",
          notes: [
            "Density is the share of pairs that are tied; tied means at least as dense as the whole network, "
              + "\(CentralityReport.text(model.threshold))."
          ],
          content: .rows(
            NetworkFindings.Rows(
              [
                .init("tail", "from", isNumber: true), .init("head", "to", isNumber: true),
                .init("density", "density", isNumber: true), .init("tied", "tied"),
              ], ties, shown: ties.count > 64 ? Array(0..<64) : nil))),
        .init(
          key: "blockMembers", title: "Members of blocks",
          content: .rows(
            NetworkFindings.Rows(
              [.init("block", "block", isNumber: true)] + Self.who
                + classes.kinds.map { .init($0.key, $0.title, isNumber: true) }, members)),
          isData: true),
      ], tree
    )
  }

  /// How far ties stay within the kinds, or within another attribute; nothing where nodes have none.
  func homophily() throws(GraphError) -> NetworkFindings.Section {
    guard let division else {
      return NetworkFindings.Section(
        key: "homophily", title: "Ties within groups",
        notes: ["The nodes have no kind; name an attribute of them with --attribute."],
        content: .rows(NetworkFindings.Rows([.init("group", "group")], [])))
    }
    let part = graph.subgraph(of: division.known)
    let groups = part.nodes.map { division.groups[$0] }
    let found = try part.graph.homophily(of: groups)
    // Without direction a tie counts at both ends; it is told once.
    let ends = graph.isDirected ? 1 : 2
    func row(
      _ group: String, _ size: Int, _ ties: Homophily.Ties, outside: Int, _ inbreeding: Double?
    ) -> [NetworkFindings.Cell] {
      [
        .name(group), .integer(size), .integer(ties.inside / ends), .integer(outside),
        .number(ties.index), .number(inbreeding),
      ]
    }
    let left = graph.nodeCount - part.nodes.count
    return NetworkFindings.Section(
      key: "homophily", title: "Ties within groups by \(VisibleText.line(division.name))",
      notes: [
        "The E-I index is -1 if all ties stay inside and 1 if all lead outside; if ties fell on all pairs "
          + "alike it would be \(CentralityReport.text(found.expectedIndex)) for the whole. Inbreeding is 0 "
          + "if a group's size explains it, 1 if all its ties stay inside. "
          + (graph.isDirected
            ? "A tie counts where it begins."
            : "A tie between groups counts in both. The indices count ends of ties, so that a tie within a group "
              + "weighs there as much as two that lead out.")
      ] + (left > 0 ? ["\(left) nodes without it are left out."] : []),
      content: .rows(
        NetworkFindings.Rows(
          [
            .init("group", "group"), .init("nodes", "nodes", isNumber: true),
            .init("inside", "ties inside", isNumber: true),
            .init("outside", "outside", isNumber: true), .init("eiIndex", "E-I", isNumber: true),
            .init("inbreeding", "inbreeding", isNumber: true),
          ],
          [
            row("all", part.nodes.count, found.all, outside: found.all.outside / ends, nil)
          ]
            + found.names.indices.map { place in
              row(
                division.names[found.names[place]], found.sizes[place], found.byGroup[place],
                outside: found.byGroup[place].outside, found.inbreeding[place])
            })))
  }

  /// Whether friends and enemies make two camps.
  func balance() throws(GraphError) -> NetworkFindings.Section {
    let negative = graph.edges.count { ($0.weight ?? 1) < 0 }
    let triangles = try graph.signedTriangles()
    let found = try graph.frustration(execution: execution)
    let camp = graph.nodes.filter { found.sides[$0] == 1 }
    return NetworkFindings.Section(
      key: "balance", title: "Friends and enemies",
      notes: negative == 0
        ? ["No weight is below 0, so all ties are taken as friendly and one camp is all there is."]
        : [],
      content: .figures([
        .init("negative", "negative ties", .integer(negative), "edges with a weight below 0"),
        .init("balanced", "balanced triangles", .integer(triangles.balanced)),
        .init("unbalanced", "unbalanced", .integer(triangles.unbalanced)),
        .init(
          "balance", "balance", .number(triangles.balance), "the share of triangles in balance"),
        .init(
          "frustrationAtLeast", "frustration, at least", .integer(found.atLeast),
          "ties that fit no division into two camps"),
        .init("frustrationAtMost", "frustration, at most", .integer(found.atMost)),
        .init(
          "camp", "the second camp", .names(camp.prefix(Self.shown).map(name)),
          camp.count > Self.shown ? "and \(camp.count - Self.shown) more" : ""),
      ]))
  }

  /// Whether there are two sides, and how many pairs can be made.
  func sides() throws(GraphError) -> [NetworkFindings.Section] {
    let found = graph.bipartition()
    let matching = try graph.maximumMatching(execution: execution)
    var figures: [NetworkFindings.Figure] = []
    switch found {
    case .sides(let sides):
      let second = sides.count { $0 == 1 }
      figures += [
        .init("hasTwoSides", "two sides", .flag(true), "every tie leads from one to the other"),
        .init("first", "nodes on the one", .integer(sides.count - second)),
        .init("second", "nodes on the other", .integer(second)),
      ]
    case .oddCycle(let cycle):
      figures += [
        .init("hasTwoSides", "two sides", .flag(false), "some ties lead round in odd steps"),
        .init("oddCycle", "an odd ring", .names(cycle.prefix(Self.shown).map(name))),
      ]
    }
    figures.append(
      .init(
        "matching", "pairs at most", .integer(matching.count),
        "ties of which no two have a node in common"))
    return [
      .init(
        key: "sides", title: "Two sides and pairs", notes: ["Direction is ignored."],
        content: .figures(figures)),
      .init(
        key: "matchingPairs", title: "Pairs",
        notes: ["As many as there can be; there may be others as many."]
          + listed(matching.count, "pairs"),
        content: firstRows(
          Self.ends, matching.edges.map { cells(graph.edges[$0].tail, graph.edges[$0].head) })),
    ]
  }
}
