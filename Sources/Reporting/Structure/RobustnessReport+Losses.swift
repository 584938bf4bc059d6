internal import GraphCore
internal import InfluenceAnalysis

/// Whose loss costs most: one by one, and of a set that is named.
extension RobustnessReport {
  /// How many rows people are shown.
  private static let shownLosses = 10
  /// Beyond so many steps, roughly, efficiency is left out.
  private static let mostSteps = 1_000_000_000.0

  /// What goes with each node alone.
  func losses(_ execution: Execution) throws(GraphError) -> NetworkFindings.Section {
    let graph = network.graph
    let (nodes, edges) = (Double(graph.nodeCount), Double(graph.edgeCount))
    let efficiency: [Double]?
    if nodes * nodes * (nodes + edges) <= Self.mostSteps {
      efficiency = try graph.efficiencyLoss(execution: execution.part(0, of: 2)).values
    } else {
      efficiency = nil
    }
    let influence = try graph.collectiveInfluence(execution: execution.part(1, of: 2)).values
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
          ], rows, shown: rows.count > Self.shownLosses ? Array(0..<Self.shownLosses) : nil)))
  }

  /// What is left without some nodes.
  func without(
    _ removed: [Int], _ execution: Execution
  ) throws(GraphError) -> NetworkFindings.Section {
    let graph = network.graph
    let fragmentation = (
      try graph.fragmentation(execution: execution.part(0, of: 4)),
      try graph.fragmentation(without: removed, execution: execution.part(1, of: 4))
    )
    let byDistance = (
      try graph.distanceFragmentation(execution: execution.part(2, of: 4)),
      try graph.distanceFragmentation(without: removed, execution: execution.part(3, of: 4))
    )
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
          "fragmentation", "fragmentation before", .number(fragmentation.0),
          "the share of pairs without a path"),
        .init(
          "fragmentationThen", "fragmentation then", .number(fragmentation.1)),
        .init(
          "distanceFragmentation", "by distance before", .number(byDistance.0),
          "1 less the mean of one over the distance"),
        .init(
          "distanceFragmentationThen", "by distance then", .number(byDistance.1)),
      ]))
  }
}
