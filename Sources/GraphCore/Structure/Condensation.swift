/// A graph with each strong component drawn together into one node.
public struct Condensation: Sendable, Equatable {
  /// The components as nodes, numbered as in `components`; a directed graph without cycles. An edge
  /// weighs as much as all edges from the one component to the other, in a weighted graph.
  public let graph: Graph
  /// What the nodes stand for.
  public let components: Components
}

extension Graph {
  /// The condensation: the graph of the strong components.
  ///
  /// There is one edge from a component to another if any edge leads there [Tarjan1972]; edges
  /// within a component and loops vanish. In an undirected graph no edge is left.
  ///
  /// - Returns: The graph of the components, and the components.
  /// - Complexity: O(n + m) time and space.
  public func condensation() -> Condensation {
    let components = strongComponents()
    let kept = tails.indices.filter { !components.joins(Int(tails[$0]), Int(heads[$0])) }
    let graph = Graph(
      nodeCount: components.count,
      tails: kept.map { Int32(components.labels[Int(tails[$0])]) },
      heads: kept.map { Int32(components.labels[Int(heads[$0])]) },
      weights: weights.map { weights in kept.map { weights[$0] } },
      isDirected: true)
    return Condensation(graph: graph.simplified(), components: components)
  }
}
