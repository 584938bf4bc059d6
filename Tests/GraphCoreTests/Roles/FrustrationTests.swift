import GraphCore
import TestSupport
import Testing

@Suite struct FrustrationTests {
  private func signed(_ plain: Graph, using generator: inout SeededGenerator) -> Graph {
    GraphFamilies.make(
      plain.nodeCount,
      plain.edges.map {
        Graph.Edge($0.tail, $0.head, weight: Bool.random(using: &generator) ? 1 : -1)
      }, isDirected: plain.isDirected)
  }

  private func frustrated(_ ties: [[Double]], _ sides: [Int]) -> Int {
    ties.indices.reduce(0) { sum, first in
      sum
        + (0..<first).count { second in
          sides[first] == sides[second] ? ties[first][second] < 0 : ties[first][second] > 0
        }
    }
  }

  @Test func agreesWithAllDivisions() throws {
    var generator = SeededGenerator(seed: 1_081)
    for plain in GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 1...9, seed: 1_082)
    {
      let graph = signed(plain, using: &generator)
      let ties = GraphTable(graph.asUndirected()).matrix(weighted: true)
      let best = (0..<(1 << graph.nodeCount)).map { mask in
        frustrated(ties, graph.nodes.map { mask >> $0 & 1 })
      }.min()
      let found = try graph.frustration()
      #expect(found.index == best)
      #expect(frustrated(ties, found.sides) == best)
      let bounds = try graph.frustration(maximumSteps: 0)
      #expect(bounds.atLeast <= best ?? 0 && bounds.atMost >= best ?? 0)
      #expect(frustrated(ties, bounds.sides) == bounds.atMost)
      for members in graph.subgraph(of: graph.nodes).graph.signedMembers() {
        #expect(found.sides[members[0]] == 0)
      }
    }
  }

  /// All are enemies: two camps as equal as can be, whose pairs within are frustrated.
  @Test(arguments: [(4, 2), (7, 9), (10, 20)]) func allAgainstAll(count: Int, index: Int) throws {
    let pairs = (0..<count).flatMap { tail in
      (0..<tail).map { Graph.Edge(tail, $0, weight: -1) }
    }
    let graph = GraphFamilies.make(count, pairs, isDirected: false)
    #expect(try graph.frustration().index == index)
  }

  /// Two camps of friends with a few ties of the wrong sign: at most those are frustrated.
  @Test func twoCampsOfFriends() throws {
    let graph = GraphFamilies.make(
      40,
      (0..<40).flatMap { tail in
        (0..<tail).map { head in
          let isSame = (tail < 20) == (head < 20)
          let isWrong = (tail * 7 + head) % 97 == 0
          return Graph.Edge(tail, head, weight: isSame != isWrong ? 1 : -1)
        }
      }, isDirected: false)
    let wrong = (0..<40).reduce(0) { sum, tail in
      sum + (0..<tail).count { (tail * 7 + $0) % 97 == 0 }
    }
    let found = try graph.frustration()
    #expect(found.atMost == wrong)
    #expect(found.sides == (0..<40).map { $0 < 20 ? 0 : 1 })
  }

  @Test func withoutSignsAllIsBalanced() throws {
    let found = try NamedNetwork.krackhardtKite.graph.frustration()
    #expect(found.index == 0)
    #expect(found.sides == [Int](repeating: 0, count: 10))
    #expect(throws: GraphError.self) { try GraphFamilies.ladder[0].frustration(maximumSteps: -1) }
  }
}

extension Graph {
  /// The components of the ties that do not add up to 0.
  fileprivate func signedMembers() -> [[Int]] {
    let simple = asUndirected().simplified()
    let kept = simple.edges.filter { ($0.weight ?? 1) != 0 }
    return GraphFamilies.make(nodeCount, Array(kept), isDirected: false).weakComponents().members
  }
}
