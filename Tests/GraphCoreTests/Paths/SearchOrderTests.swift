import TestSupport
import Testing

@testable import GraphCore

@Suite struct SearchOrderTests {
  @Test func everyNodeHasANumberAndItsRows() {
    for graph in GraphFamilies.ladder + GraphFamilies.random(count: 40, nodes: 1...30, seed: 811) {
      for direction in Graph.Direction.allCases {
        let order = SearchOrder(graph, direction: direction, ballSize: 4)
        #expect(order.nodes.map { Int($0) }.sorted() == Array(graph.nodes))
        for (number, node) in order.nodes.enumerated() {
          for (rows, side) in [
            (order.before, direction), (order.after, direction == .inward ? .outward : .inward),
          ] {
            let row = rows.targets[rows.offsets[number]..<rows.offsets[number + 1]]
            let neighbors = Set(graph.neighbors(of: Int(node), direction: side).map(\.node))
            #expect(row.elementsEqual(row.sorted()))
            #expect(
              row.map { Int(order.nodes[Int($0)]) }.sorted()
                == neighbors.subtracting([Int(node)]).sorted())
          }
        }
      }
    }
  }

  @Test func ballsCoverTheNodesAndSpansTheirComponents() {
    for graph in GraphFamilies.ladder + GraphFamilies.random(count: 40, nodes: 1...60, seed: 812) {
      let order = SearchOrder(graph, direction: .inward, ballSize: 4)
      #expect(order.balls.flatMap(\.members) == Array(graph.nodes))
      let components = graph.weakComponents()
      for ball in order.balls {
        #expect(ball.members.count == min(4, graph.nodeCount - ball.members.lowerBound))
        let met = Set(ball.members.map { components.labels[Int(order.nodes[$0])] })
        #expect(
          ball.span.map { Int(order.nodes[$0]) }.sorted()
            == met.flatMap { components.members[$0] }.sorted())
      }
    }
  }

  @Test func aBallOfAGridIsRound() throws {
    let order = SearchOrder(
      try Graph.grid(rows: 20, columns: 20), direction: .inward, ballSize: 16)
    let widths = order.balls.map { ball -> Int in
      let nodes = ball.members.map { Int(order.nodes[$0]) }
      return nodes.flatMap { first in
        nodes.map { abs($0 / 20 - first / 20) + abs($0 % 20 - first % 20) }
      }.max() ?? 0
    }
    // Within 4 hops of the corner are 15 nodes, 8 across, and one more makes it 9. What is left
    // between balls is longer, but much less than the 38 across of the whole.
    #expect(widths[0] == 9)
    #expect(widths.reduce(0, +) <= widths.count * 12)
  }
}
