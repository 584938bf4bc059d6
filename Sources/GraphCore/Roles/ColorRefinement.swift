/// Divides nodes into classes until all of a class see the same classes around them.
struct ColorRefinement: Sendable {
  /// What of the neighbors' classes counts.
  enum View: Sendable {
    /// Which classes there are, and how often.
    case counts
    /// Which classes there are.
    case presence
  }

  private let rows: [Adjacency]
  private let view: View

  /// - Parameters:
  ///   - graph: A simple graph.
  ///   - view: What of the neighbors' classes counts.
  init(_ graph: Graph, view: View) {
    rows = graph.isDirected ? [graph.outgoing, graph.incoming] : [graph.outgoing]
    self.view = view
  }

  /// Refines classes as far as they can be told apart.
  ///
  /// The numbers of the result follow from the classes and what is around them, not from the names of
  /// nodes.
  ///
  /// - Parameter colors: By node, its class, any number.
  /// - Returns: By node its class, from 0, and the number of classes.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(n) rounds at most, few in practice, of O((n + m) log n) time.
  func refined(_ colors: [Int32]) throws(GraphError) -> (colors: [Int32], count: Int) {
    var colors = colors
    var count = Set(colors).count
    while true {
      let seen = try colors.indices.map { node throws(GraphError) -> [Int32] in
        if node % 4_096 == 0 { try Execution.checkCancellation() }
        var own = [colors[node]]
        for rows in rows {
          var around = rows.row(node).map { colors[Int(rows.targets[$0])] }.sorted()
          if view == .presence {
            var last: Int32?
            around.removeAll { color in
              defer { last = color }
              return color == last
            }
          }
          own.append(-1)
          own += around
        }
        return own
      }
      let order = colors.indices.sorted { seen[$0].lexicographicallyPrecedes(seen[$1]) }
      var next = colors
      var number: Int32 = 0
      for (place, node) in order.enumerated() {
        if place > 0, seen[node] != seen[order[place - 1]] { number += 1 }
        next[node] = number
      }
      colors = next
      let nextCount = colors.isEmpty ? 0 : Int(number) + 1
      if nextCount == count { return (colors, count) }
      count = nextCount
    }
  }
}
