import GraphCore
import TestSupport
import Testing

@Suite struct AStarTests {
  @Test func findsShortestPathsUnderAnyLowerBound() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 80, seed: 421, isWeighted: true)
    {
      let table = GraphTable(graph)
      let distances = table.distances(weighted: true)
      for tail in graph.nodes {
        for head in graph.nodes {
          // Nothing known, everything known, and a share of the truth that changes from node to
          // node, so that it is not consistent.
          let estimates: [(Int) -> Double] = [
            { _ in 0 }, { distances[$0][head] },
            { distances[$0][head] * Double($0 * 7 % 4) / 3 },
          ]
          for estimate in estimates {
            let path = try graph.aStar(
              from: tail, to: head,
              estimate: { node in
                let value = estimate(node)
                return value.isNaN ? 0 : value
              })
            #expect(path?.length ?? .infinity == distances[tail][head])
            if let path {
              #expect(
                flaw(of: path, in: graph, from: tail, to: head, lengths: table.numbers) == nil)
            }
          }
        }
      }
    }
  }

  @Test func aGoodEstimateLooksAtFewNodes() throws {
    // On a grid the sum of the two differences is the distance: only nodes of the rectangle
    // between the ends can be on a shortest path.
    let side = 30
    let pairs = (0..<(side * side)).flatMap { node -> [(Int, Int)] in
      (node % side < side - 1 ? [(node, node + 1)] : [])
        + (node / side < side - 1 ? [(node, node + side)] : [])
    }
    let grid = GraphFamilies.make(side * side, pairs, isDirected: false)
    let (tail, head) = (15 * side + 10, 15 * side + 20)
    var asked: Set<Int> = []
    let path = try grid.aStar(from: tail, to: head, lengths: .hops) { node in
      asked.insert(node)
      return Double(abs(node % side - head % side) + abs(node / side - head / side))
    }
    #expect(path?.hops == 10)
    // The row between the ends, and its neighbours.
    #expect(asked.count <= 3 * 12)
  }

  @Test func anEstimateMustBeANumberFromZero() {
    let graph = GraphFamilies.make(2, [(0, 1)], isDirected: true)
    #expect(
      throws: GraphError.optionOutOfRange(
        name: "the estimate for node 1", value: -1, range: "zero or more")
    ) {
      try graph.aStar(from: 0, to: 1) { _ in -1 }
    }
  }
}
