internal import GraphCore
internal import InfluenceAnalysis

/// Whose loss costs most: one by one, as a set, and of a set that is named.
extension RobustnessReport {
  /// How many rows people are shown.
  private static let shown = 10
  /// Beyond so many steps, roughly, efficiency is left out.
  private static let mostSteps = 1_000_000_000.0

  /// What goes with each node alone.
  func losses(_ execution: Execution) throws(GraphError) -> NetworkFindings.Section {
    let graph = network.graph
    let (nodes, edges) = (Double(graph.nodeCount), Double(graph.edgeCount))
    let efficiency: [Double]?
    if nodes * nodes * (nodes + edges) <= Self.mostSteps {
      efficiency = try graph.efficiencyLoss(execution: execution).values
    } else {
      efficiency = nil
    }
    let influence = try graph.collectiveInfluence().values
    let scores = efficiency ?? influence
    let order = graph.nodes.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    let rows = order.enumerated().map { place, node -> [NetworkFindings.Cell] in
      let named = network.nodes[node]
      return [
        .integer(place + 1), .name(named.id), .name(named.name), .name(named.kind),
        .number(efficiency?[node]), .number(influence[node]),
      ]
    }
    return NetworkFindings.Section(
      key: "losses", title: "What goes with each node",
      notes: [
        "Efficiency is the mean of one over the distance; its loss is the share that goes with the node's "
          + "ties"
          + (efficiency == nil ? ", left out here since it would take long" : "")
          + ". Collective influence is high where many ties lie two steps away."
      ],
      content: .rows(
        NetworkFindings.Rows(
          [
            .init("rank", "rank", isNumber: true), .init("id", "id"), .init("name", "name"),
            .init("kind", "kind"), .init("efficiencyLoss", "efficiency lost", isNumber: true),
            .init("collectiveInfluence", "collective influence", isNumber: true),
          ], rows, shown: rows.count > Self.shown ? Array(0..<Self.shown) : nil)))
  }

  /// What is left without some nodes.
  func without(_ removed: [Int]) throws(GraphError) -> NetworkFindings.Section {
    let graph = network.graph
    let isGone = Set(removed)
    let rest = graph.subgraph(of: graph.nodes.filter { !isGone.contains($0) }).graph
    let parts = (graph.weakComponents(), rest.weakComponents())
    return NetworkFindings.Section(
      key: "without", title: "Without them",
      notes: [
        "Whoever is gone is counted in no figure of what is left. Parts ignore direction"
          + (network.graph.isDirected ? "; paths follow it." : ".")
      ],
      content: .figures([
        .init("removed", "gone", .names(removed.map { network.nodes[$0].name })),
        .init("components", "parts before", .integer(parts.0.count)),
        .init("componentsThen", "parts then", .integer(parts.1.count)),
        .init("largest", "largest part before", .count(parts.0.sizes.max()), "nodes"),
        .init("largestThen", "largest part then", .count(parts.1.sizes.max()), "nodes"),
        .init(
          "fragmentation", "fragmentation before", .number(graph.fragmentation()),
          "the share of pairs without a path"),
        .init(
          "fragmentationThen", "fragmentation then", .number(graph.fragmentation(without: removed))),
        .init(
          "distanceFragmentation", "by distance before", .number(graph.distanceFragmentation()),
          "1 less the mean of one over the distance"),
        .init(
          "distanceFragmentationThen", "by distance then",
          .number(graph.distanceFragmentation(without: removed))),
      ]))
  }

  /// Sets chosen together.
  func players(_ count: Int, _ execution: Execution) throws(GraphError) -> NetworkFindings.Section {
    let goals: [(goal: Graph.KeyPlayerOptions.Goal, key: String, words: String)] = [
      (.fragment, "fragment", "most pairs without a path when they are gone"),
      (.spreadApart, "spreadApart", "the others farthest apart when they are gone"),
      (.reach(hops: 1), "reach", "most nodes within one step, along the arrows"),
      (.reachByDistance, "reachByDistance", "nearest to all together, along the arrows"),
    ]
    var rows: [[NetworkFindings.Cell]] = []
    for (place, goal) in goals.enumerated() {
      let found = try network.graph.keyPlayers(
        count,
        Graph.KeyPlayerOptions(
          goal: goal.goal, restarts: 5, seed: seed,
          execution: execution.part(place, of: goals.count)))
      rows.append([
        .words(goal.key), .words(goal.words), .number(found.score),
        .names(found.nodes.map { network.nodes[$0].name }),
      ])
    }
    return NetworkFindings.Section(
      key: "keyPlayers", title: "Key players",
      notes: [
        "Borgatti's sets of \(count): no exchange of one node betters them, but a better set may exist. They "
          + "say where the network as recorded hangs together, not whom to act against."
      ],
      content: .rows(
        NetworkFindings.Rows(
          [
            .init("goal", "goal", isData: true), .init("label", "what they do"),
            .init("score", "score", isNumber: true), .init("members", "who"),
          ], rows)))
  }
}
