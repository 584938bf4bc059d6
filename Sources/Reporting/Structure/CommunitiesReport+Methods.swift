internal import GraphCore

/// The ways to divide a network.
extension CommunitiesReport {
  /// Divides the network by a method.
  mutating func divide(by method: Method) throws(GraphError) {
    let found: Communities
    switch method {
    case .leiden: found = try graph.leiden(search)
    case .louvain: found = try graph.louvain(search)
    case .labelPropagation:
      found = try graph.labelPropagation(
        Graph.LabelPropagationOptions(
          seed: options.seed, usesWeights: options.usesWeights, execution: execution))
    case .infomap:
      found = try network.graph.infomap(
        Graph.InfomapOptions(
          seed: options.seed, usesWeights: options.usesWeights, execution: execution))
    case .girvanNewman:
      let division = try graph.girvanNewman(execution: execution)
      take(Self.members(of: division.groups(count: division.best.count) ?? Array(graph.nodes)))
      steps = Steps(division, groups: groups ?? [])
      return
    case .blocks:
      found = try graph.stochasticBlockModel(
        Graph.BlockModelOptions(seed: options.seed, execution: execution))
    case .cliques:
      take(try graph.cliquePercolation(size: options.cliqueSize, execution: execution).communities)
      return
    case .speakerListener:
      take(
        try graph.speakerListener(
          Graph.SpeakerListenerOptions(
            seed: options.seed, usesWeights: options.usesWeights, execution: execution)
        ).communities)
      return
    case .leadingEigenvector:
      found = try graph.leadingEigenvector(usesWeights: options.usesWeights, execution: execution)
    }
    converged = found.converged
    take(found.members)
    switch method {
    case .infomap:
      own = .init(
        "codelength", "codelength", .number(found.quality), "bits for each step; less is better")
    case .blocks:
      own = .init(
        "descriptionLength", "description length", .number(found.quality),
        "nats for the whole network; less is better")
    default: break
    }
  }

  private var search: Graph.CommunityOptions {
    Graph.CommunityOptions(
      resolution: options.resolution, seed: options.seed, usesWeights: options.usesWeights,
      execution: execution)
  }

  /// The members of each group.
  private static func members(of groups: [Int]) -> [[Int]] {
    var members = [[Int]](repeating: [], count: (groups.max() ?? -1) + 1)
    for (node, group) in groups.enumerated() { members[group].append(node) }
    return members
  }
}
