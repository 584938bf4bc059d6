internal import GraphCore
internal import InfluenceAnalysis

/// What is told of a division.
extension CommunitiesReport {
  /// How many members of each community people are shown.
  private static let shown = 12

  func quality(_ execution: Execution) throws(GraphError) -> NetworkFindings.Section {
    var figures: [NetworkFindings.Figure] = [
      .init("communities", "communities", .integer(communities.count))
    ]
    guard let groups else {
      let memberships = communities.reduce(0) { $0 + $1.count }
      let inside = Set(communities.joined()).count
      figures += [
        .init(
          "members", "nodes in one or more", .integer(inside), "of \(graph.nodeCount)"),
        .init("memberships", "memberships", .integer(memberships), "a node can have several"),
      ]
      return NetworkFindings.Section(
        key: "quality", title: "How good the division is", content: .figures(figures))
    }
    let modularity = try graph.modularity(
      of: groups, resolution: options.resolution, usesWeights: options.usesWeights)
    figures += [
      .init(
        "modularity", "modularity", .number(modularity),
        "how much more lies within than degrees explain; at most 1"
          + (options.resolution == 1 ? "" : "; at resolution \(options.resolution)")),
      .init(
        "coverage", "coverage",
        .number(try graph.coverage(of: groups, usesWeights: options.usesWeights)),
        "the share of ties that lie within"),
    ]
    if let own { figures.append(own) }
    var notes: [String] = []
    if options.significance > 0 {
      let (found, remark) = try significance(of: groups, execution)
      figures += found
      notes.append(remark)
    }
    return NetworkFindings.Section(
      key: "quality", title: "How good the division is", notes: notes, content: .figures(figures))
  }

  /// The modularity beside the best of random graphs with the same degrees.
  private func significance(
    of groups: [Int], _ execution: Execution
  ) throws(GraphError) -> ([NetworkFindings.Figure], String) {
    let simple = graph.simplified()
    let found = try simple.modularitySignificance(
      of: groups,
      Graph.CommunityOptions(
        resolution: options.resolution, seed: options.seed, usesWeights: options.usesWeights),
      nulls: Graph.NullOptions(
        samples: options.significance, seed: options.seed, execution: execution))
    let remark =
      "Compared with the best that Leiden finds in \(options.significance) random graphs of the same "
      + "degrees: random graphs have communities too, and only what is above theirs says something."
      + (simple.edgeCount < graph.edgeCount
        ? " Loops and parallel edges were left out of this comparison." : "")
    return (
      [
        .init(
          "nullModularity", "modularity by chance", .number(found.mean), "the mean of the best"),
        .init("zScore", "z-score", .number(found.zScore), "standard deviations above chance"),
        .init(
          "pValue", "share as good", .number(found.shareAtLeast),
          "of the random graphs and this one"),
      ], remark
    )
  }

  func table() throws(GraphError) -> NetworkFindings.Section {
    let conductance = try groups.map { groups throws(GraphError) in
      try graph.conductance(of: groups, usesWeights: options.usesWeights)
    }
    let rows = communities.enumerated().map { number, members -> [NetworkFindings.Cell] in
      let value = members.first.flatMap { first in
        conductance.flatMap { $0[$0.groups[first]] }
      }
      return [
        .integer(number + 1), .integer(members.count), .number(value),
        .names(members.prefix(Self.shown).map { network.nodes[$0].name }),
      ]
    }
    let isCut = communities.contains { $0.count > Self.shown }
    return NetworkFindings.Section(
      key: "communities", title: "Communities, largest first",
      notes: [
        "Conductance is the share of a community's ties that leads out of it: near 0 it stands apart."
      ]
        + (isCut
          ? ["Of each, the first \(Self.shown) members are named here; json and csv name all."]
          : []),
      content: .rows(
        NetworkFindings.Rows(
          [
            .init("number", "number", isNumber: true), .init("size", "size", isNumber: true),
            .init("conductance", "conductance", isNumber: true), .init("first", "members"),
          ], rows, shown: rows.count > 50 ? Array(0..<50) : nil)))
  }

  /// Which node is in which community: for JSON and comma-separated values.
  func members() -> NetworkFindings.Section {
    let rows = communities.enumerated().flatMap { number, members in
      members.map { node -> [NetworkFindings.Cell] in
        let named = network.nodes[node]
        return [.integer(number + 1), .name(named.id), .name(named.name), .name(named.kind)]
      }
    }
    return NetworkFindings.Section(
      key: "members", title: "Members",
      content: .rows(
        NetworkFindings.Rows(
          [
            .init("community", "community", isNumber: true), .init("id", "id"),
            .init("name", "name"), .init("kind", "kind"),
          ], rows)), isData: true)
  }

  func comparison(_ other: Other) throws(GraphError) -> NetworkFindings.Section {
    let own = groups ?? []
    let (pairs, words): ([(Int, Int)], String)
    switch other {
    case .method(let method):
      var options = options
      options.method = method
      options.consensus = 0
      var second = CommunitiesReport(network, options, execution: execution)
      try second.divide(by: method)
      pairs = Array(zip(own, second.groups ?? []))
      words = "the division by \(method.rawValue)"
    case .attribute(let name, let values):
      let order = Set(values.compactMap(\.self)).sorted()
      pairs = zip(own, values).compactMap { group, value in
        value.flatMap { order.firstIndex(of: $0) }.map { (group, $0) }
      }
      words = "the attribute '\(name)'"
    }
    let found = try PartitionComparison(of: pairs.map(\.0), and: pairs.map(\.1))
    return NetworkFindings.Section(
      key: "comparison", title: "Beside \(VisibleText.line(words))",
      content: .figures([
        .init(
          "nodes", "nodes compared", .integer(pairs.count), "of \(graph.nodeCount)"),
        .init("groups", "groups there", .integer(Set(pairs.map(\.1)).count)),
        .init(
          "nmi", "normalised mutual information", .number(found.normalizedMutualInformation),
          "1 if equal; favours many groups"),
        .init(
          "ami", "adjusted mutual information", .number(found.adjustedMutualInformation()),
          "1 if equal, about 0 by chance"),
        .init("randIndex", "Rand index", .number(found.randIndex), "pairs treated alike"),
        .init(
          "ari", "adjusted Rand index", .number(found.adjustedRandIndex),
          "1 if equal, about 0 by chance"),
        .init(
          "vi", "variation of information", .number(found.variationOfInformation),
          "nats; 0 if equal"),
      ]))
  }
}
