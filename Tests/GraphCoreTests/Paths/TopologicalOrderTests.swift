import GraphCore
import TestSupport
import Testing

@Suite struct TopologicalOrderTests {
  /// All orders of the nodes, the smallest first.
  private func orders(_ left: [Int]) -> [[Int]] {
    if left.isEmpty { return [[]] }
    return left.flatMap { first in orders(left.filter { $0 != first }).map { [first] + $0 } }
  }

  @Test func isTheSmallestOfAllOrdersOrNamesACycle() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 1...5, seed: 511)
    {
      let edges = graph.edges
      let smallest = orders(Array(graph.nodes)).first { order in
        (graph.isDirected || edges.isEmpty)
          && edges.allSatisfy {
            (order.firstIndex(of: $0.tail) ?? 0) < (order.firstIndex(of: $0.head) ?? 0)
          }
      }
      do {
        #expect(try graph.topologicalOrder() == smallest)
        #expect(graph.isAcyclic())
      } catch GraphError.cycle(let nodes) {
        #expect(smallest == nil)
        let table = GraphTable(graph)
        #expect(nodes.first == nodes.min())
        #expect(Set(nodes).count == nodes.count)
        for (step, node) in nodes.enumerated() {
          #expect(!table.steps[node][nodes[(step + 1) % nodes.count]].isEmpty)
        }
      } catch {
        Issue.record("\(error)")
      }
    }
  }

  @Test func aLongChainIsOrdered() throws {
    let count = 100_000
    let chain = GraphFamilies.make(
      count, (1..<count).map { ($0, $0 - 1) }, isDirected: true)
    #expect(try chain.topologicalOrder() == Array((0..<count).reversed()))
    #expect(throws: GraphError.cycle(nodes: [2, 4, 3])) {
      try GraphFamilies.make(
        5, [(0, 1), (1, 3), (4, 3), (3, 2), (2, 4)], isDirected: true
      ).topologicalOrder()
    }
  }
}
