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

  @Test func aBallOfAGridIsRound() {
    // In a grid 13 nodes are within two hops of a node inside.
    let pairs = (0..<20).flatMap { row in
      (0..<20).flatMap { column -> [(Int, Int)] in
        let node = row * 20 + column
        return (column < 19 ? [(node, node + 1)] : []) + (row < 19 ? [(node, node + 20)] : [])
      }
    }
    let order = SearchOrder(
      GraphFamilies.make(400, pairs, isDirected: false), direction: .inward, ballSize: 16)
    let widths = order.balls.map { ball -> Int in
      let nodes = ball.members.map { Int(order.nodes[$0]) }
      return nodes.flatMap { first in
        nodes.map { abs($0 / 20 - first / 20) + abs($0 % 20 - first % 20) }
      }.max() ?? 0
    }
    // A ball of 16 in free space is at most 6 across, one in a corner 5; what is left between balls
    // is longer.
    #expect(widths[0] <= 6)
    #expect(widths.reduce(0, +) <= widths.count * 12)
  }
}
