import TestSupport
import Testing

@testable import GraphCore

@Suite struct MaximumAdjacencyOrderTests {
  /// The order from its definition: all counts anew at each step.
  private func expected(_ graph: Graph) -> [Int] {
    let edges = graph.edges.filter { $0.tail != $0.head }
    func count(_ node: Int, _ others: Set<Int>) -> Int {
      edges.count {
        ($0.tail == node && others.contains($0.head))
          || ($0.head == node && others.contains($0.tail))
      }
    }
    var order: [Int] = []
    var left = Array(graph.nodes)
    while !left.isEmpty {
      let others = order.isEmpty ? Set(graph.nodes) : Set(order)
      let most = left.map { count($0, others) }.max() ?? 0
      let next = left.first { count($0, others) == most } ?? 0
      order.append(next)
      left.removeAll { $0 == next }
    }
    return order
  }

  @Test func agreesWithTheDefinition() {
    for graph in GraphFamilies.small.filter({ $0.nodeCount < 4 || !$0.isDirected })
      + GraphFamilies.ladder + GraphFamilies.random(count: 60, nodes: 1...14, seed: 871)
    {
      #expect(graph.maximumAdjacencyOrder == expected(graph))
    }
  }
}
