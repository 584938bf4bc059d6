public import GraphCore

/// A graph as a plain table, for slow twins: it shares no code with the rows of `Graph`.
public struct GraphTable {
  /// The number of nodes.
  public let nodeCount: Int
  /// By tail and head, the edges between them that can be walked in that direction.
  public let steps: [[[Int]]]
  /// By edge, its length or weight; 1 where the graph has none.
  public let numbers: [Double]

  /// Writes the edges of a graph into a table.
  public init(_ graph: Graph) {
    nodeCount = graph.nodeCount
    var steps = [[[Int]]](
      repeating: [[Int]](repeating: [], count: graph.nodeCount), count: graph.nodeCount)
    for (index, edge) in graph.edges.enumerated() {
      steps[edge.tail][edge.head].append(index)
      if !graph.isDirected, edge.tail != edge.head { steps[edge.head][edge.tail].append(index) }
    }
    self.steps = steps
    numbers = graph.edges.map { $0.weight ?? 1 }
  }

  /// The adjacency matrix: the number of edges from each node to each, or the sum of their weights.
  public func matrix(weighted: Bool) -> [[Double]] {
    steps.map { row in
      row.map { edges in edges.reduce(0) { $0 + (weighted ? numbers[$1] : 1) } }
    }
  }

  /// Distances by the recurrence of Floyd and Warshall; infinite where there is no path.
  public func distances(weighted: Bool) -> [[Double]] {
    var table = steps.map { row in
      row.map { edges in
        edges.map { weighted ? numbers[$0] : 1 }.min() ?? .infinity
      }
    }
    for node in 0..<nodeCount { table[node][node] = 0 }
    for middle in 0..<nodeCount {
      for tail in 0..<nodeCount {
        for head in 0..<nodeCount {
          table[tail][head] = min(table[tail][head], table[tail][middle] + table[middle][head])
        }
      }
    }
    return table
  }

  /// Which node reaches which, itself included, by transitive closure.
  public func reach() -> [[Bool]] {
    distances(weighted: false).map { $0.map(\.isFinite) }
  }
}
