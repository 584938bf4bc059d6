import GraphCore

/// Slow twins of the measures of shortest paths, each from its definition on listed paths.
extension GraphTable {
  /// Raw betweenness of nodes and edges over ordered pairs of a source and a target, by listing all
  /// shortest paths.
  public func betweenness(
    from sources: [Int], to targets: [Int], weighted: Bool, countsEndpoints: Bool
  ) -> (nodes: [Double], edges: [Double]) {
    var nodes = [Double](repeating: 0, count: nodeCount)
    var edges = [Double](repeating: 0, count: numbers.count)
    for tail in Set(sources).sorted() {
      for head in Set(targets).sorted() where tail != head {
        let paths = shortestPaths(from: tail, to: head, weighted: weighted)
        for path in paths {
          let credited = countsEndpoints ? path.nodes[...] : path.nodes.dropFirst().dropLast()
          for node in credited { nodes[node] += 1 / Double(paths.count) }
          for edge in path.edges { edges[edge] += 1 / Double(paths.count) }
        }
      }
    }
    return (nodes, edges)
  }

  /// Raw betweenness by hops over ordered pairs of a source and a target, from a table of all path
  /// counts: a node or an edge lies on a shortest path if the ways to it and from it add up. For
  /// graphs with too many paths to list.
  public func betweennessByCounts(
    from sources: [Int], to targets: [Int], countsEndpoints: Bool
  ) -> (nodes: [Double], edges: [Double]) {
    let distances = distances(weighted: false)
    let nodesByDistance = distances.map { row in
      (0..<nodeCount).filter { row[$0].isFinite }.sorted { (row[$0], $0) < (row[$1], $1) }
    }
    // By root and node, the number of shortest paths: the sum over those who come one step before.
    var counts = [[Double]](
      repeating: [Double](repeating: 0, count: nodeCount), count: nodeCount)
    for root in 0..<nodeCount {
      counts[root][root] = 1
      for node in nodesByDistance[root].dropFirst() {
        for before in 0..<nodeCount where distances[root][before] + 1 == distances[root][node] {
          counts[root][node] += counts[root][before] * Double(steps[before][node].count)
        }
      }
    }
    var nodes = [Double](repeating: 0, count: nodeCount)
    var edges = [Double](repeating: 0, count: numbers.count)
    for source in sources {
      for target in targets where source != target && distances[source][target].isFinite {
        let length = distances[source][target]
        let all = counts[source][target]
        for node in 0..<nodeCount
        where distances[source][node] + distances[node][target] == length {
          if countsEndpoints || (node != source && node != target) {
            nodes[node] += counts[source][node] / all * counts[node][target]
          }
          for next in 0..<nodeCount where !steps[node][next].isEmpty {
            guard distances[source][node] + 1 + distances[next][target] == length else { continue }
            for edge in steps[node][next] {
              edges[edge] += counts[source][node] / all * counts[next][target]
            }
          }
        }
      }
    }
    return (nodes, edges)
  }

  /// Raw stress over ordered pairs, by listing all shortest paths.
  public func stress(weighted: Bool) -> [Double] {
    var scores = [Double](repeating: 0, count: nodeCount)
    for tail in 0..<nodeCount {
      for head in 0..<nodeCount where tail != head {
        for path in shortestPaths(from: tail, to: head, weighted: weighted) {
          for node in path.nodes.dropFirst().dropLast() { scores[node] += 1 }
        }
      }
    }
    return scores
  }

  /// Raw load over ordered pairs: each packet is sent by itself, and divided at each node.
  public func load(weighted: Bool) -> [Double] {
    let distances = distances(weighted: weighted)
    var scores = [Double](repeating: 0, count: nodeCount)
    for root in 0..<nodeCount {
      func send(from node: Int, _ amount: Double) {
        let lastSteps = (0..<nodeCount).flatMap { before in
          steps[before][node].filter { edge in
            let length = weighted ? numbers[edge] : 1
            return before != node && distances[root][before].isFinite
              && distances[root][before] + length == distances[root][node]
          }.map { _ in before }
        }
        for before in lastSteps where before != root {
          let share = amount / Double(lastSteps.count)
          scores[before] += share
          send(from: before, share)
        }
      }
      for node in 0..<nodeCount where node != root && distances[root][node].isFinite {
        send(from: node, 1)
      }
    }
    return scores
  }
}
