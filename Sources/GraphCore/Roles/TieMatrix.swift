/// The ties of a graph as a matrix: what leads from each node to each other, and 0 from a node to
/// itself.
struct TieMatrix: Sendable {
  let count: Int
  /// Row by row.
  private(set) var values: [Double]

  /// Loops are left out. A tie is 1 however many edges it has, or, with weights and in a weighted
  /// graph, the sum of theirs; an undirected edge leads both ways.
  ///
  /// - Complexity: O(n^2 + m) time and space.
  init(_ graph: Graph, usesWeights: Bool) {
    count = graph.nodeCount
    values = [Double](repeating: 0, count: count * count)
    for edge in graph.simplified().edges {
      let tie = usesWeights ? edge.weight ?? 1 : 1
      values[edge.tail * count + edge.head] = tie
      if !graph.isDirected { values[edge.head * count + edge.tail] = tie }
    }
  }

  init(count: Int, values: [Double]) {
    self.count = count
    self.values = values
  }

  @inline(__always)
  subscript(tail: Int, head: Int) -> Double { values[tail * count + head] }
}
