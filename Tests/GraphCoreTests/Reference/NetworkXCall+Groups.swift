import GraphCore

/// The functions that return nodes: components, cores, orders and paths.
extension NetworkXCall {
  func foundGroups(_ graph: Graph) throws -> [[Int]]? {
    try foundParts(graph) ?? foundOrders(graph) ?? foundPaths(graph)
  }

  private func foundParts(_ graph: Graph) -> [[Int]]? {
    switch function {
    case "connected_components", "weakly_connected_components":
      return graph.weakComponents().members
    case "strongly_connected_components": return graph.strongComponents().members
    case "biconnected_components": return graph.biconnectedComponents().members
    case "condensation": return graph.condensation().components.members
    case "articulation_points": return [graph.articulationPoints()]
    case "bridges":
      return graph.bridges().map { [graph.edges[$0].tail, graph.edges[$0].head].sorted() }
    case "local_bridges": return localBridges(graph)
    case "k_core":
      let cores = graph.coreNumbers()
      return [graph.nodes.filter { cores[$0] >= k ?? 0 }]
    case "descendants":
      return tail.map { tail in
        [graph.breadthFirst(from: tail).reached.filter { $0 != tail }.sorted()]
      }
    case "ancestors":
      return tail.map { tail in
        [
          graph.breadthFirst(from: tail, direction: .inward).reached.filter { $0 != tail }.sorted()
        ]
      }
    case "transitive_closure": return closure(graph)
    case "find_cliques":
      return graph.maximalCliques().sorted { $0.lexicographicallyPrecedes($1) }
    case "dominance_frontiers":
      return tail.map { tail in
        graph.dominanceFrontiers(from: tail).enumerated().flatMap { node, ends in
          ends.map { [node, $0] }
        }
      }
    default: return nil
    }
  }

  /// The pairs of a node and one that it reaches; of an undirected graph, each pair once.
  private func closure(_ graph: Graph) -> [[Int]] {
    graph.nodes.flatMap { node in
      let next = graph.outNeighbors(of: node).map(\.node)
      let isOnCycle =
        graph.isDirected && next.contains { graph.breadthFirst(from: $0).distance(to: node) != nil }
      return graph.breadthFirst(from: node).reached.sorted().filter { head in
        if head != node { return graph.isDirected || head > node }
        return switch reflexive {
        case "all": true
        case "cycles": isOnCycle
        default: next.contains(node)
        }
      }.map { [node, $0] }
    }
  }

  /// The ends of the edges that close no triangle.
  func localBridges(_ graph: Graph) -> [[Int]] {
    let near = graph.nodes.map { Set(graph.outNeighbors(of: $0).map(\.node)) }
    return graph.edges.filter { near[$0.tail].isDisjoint(with: near[$0.head]) }
      .map { [$0.tail, $0.head].sorted() }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The edges between strong components, each component named by its first node.
  func condensedArcs(_ graph: Graph) -> [[Int]] {
    let condensed = graph.condensation()
    let members = condensed.components.members
    return condensed.graph.edges.map { [members[$0.tail][0], members[$0.head][0]] }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  private func foundOrders(_ graph: Graph) throws -> [[Int]]? {
    let options = Graph.DistanceOptions(direction: .outward, lengths: lengths)
    switch function {
    case "center": return [try graph.center(options)]
    case "periphery": return [try graph.periphery(options)]
    case "voterank": return [graph.voteRank(k).elected]
    case "lexicographical_topological_sort", "topological_sort":
      return [try graph.topologicalOrder()]
    default: return nil
    }
  }

  private func foundPaths(_ graph: Graph) throws -> [[Int]]? {
    guard let tail, let heads = heads ?? head.map({ [$0] }) else { return nil }
    switch function {
    case "all_shortest_paths":
      return try graph.allShortestPaths(from: tail, to: heads[0], lengths: lengths).map(\.nodes)
    case "all_simple_paths":
      let lazy = try heads.flatMap {
        try graph.simplePaths(from: tail, to: $0, maximumHops: maximumHops).map(\.nodes)
      }
      let byLength = try heads.flatMap {
        try ordered(graph.shortestSimplePaths(from: tail, to: $0, maximumHops: maximumHops))
      }
      let paths = [lazy, byLength].map { $0.sorted { $0.lexicographicallyPrecedes($1) } }
      // To one head they come in the order of their nodes.
      return paths[0] != paths[1] || heads.count == 1 && lazy != paths[0] ? [] : paths[0]
    case "shortest_simple_paths":
      return try ordered(
        graph.shortestSimplePaths(
          from: tail, to: heads[0], lengths: lengths, maximumHops: maximumHops)
      ).sorted { $0.lexicographicallyPrecedes($1) }
    default: return nil
    }
  }

  /// The nodes of the paths; none if they do not come shortest first.
  private func ordered(_ found: ShortestSimplePaths) -> [[Int]] {
    let paths = Array(found)
    let isSorted = zip(paths, paths.dropFirst()).allSatisfy { $0.length <= $1.length }
    return isSorted ? paths.map(\.nodes) : []
  }
}
