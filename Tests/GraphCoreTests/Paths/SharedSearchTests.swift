import TestSupport
import Testing

@testable import GraphCore

@Suite struct SharedSearchTests {
  /// The tallies by node, with all balls searched at once or all one by one.
  private func tallies(
    _ graph: Graph, _ direction: Graph.Direction, ballSize: Int, oneByOne: Bool
  ) -> [DistanceTally] {
    let order = SearchOrder(graph, direction: direction, ballSize: ballSize)
    var search = SharedSearch(order)
    for ball in order.balls {
      if oneByOne { search.runOneByOne(to: ball) } else { search.run(from: ball) }
    }
    var byNode = search.tallies
    for (number, node) in order.nodes.enumerated() {
      byNode[Int(node)] = search.tallies[number]
    }
    return byNode
  }

  private func expectAgreement(_ graph: Graph, ballSizes: [Int]) {
    let slow = SlowHops(graph)
    for direction in Graph.Direction.allCases {
      let expected = graph.nodes.map { node in
        slow.others(node, direction).reduce(into: DistanceTally()) {
          $0.add(1, at: DistanceTally.Level($1))
        }
      }
      #expect(tallies(graph, direction, ballSize: 512, oneByOne: true) == expected)
      for size in ballSizes {
        #expect(tallies(graph, direction, ballSize: size, oneByOne: false) == expected)
      }
    }
  }

  @Test func agreesWithTheDefinition() {
    for graph in GraphFamilies.small.enumerated().filter({ $0.offset.isMultiple(of: 7) }).map(
      \.element) + GraphFamilies.ladder
    {
      expectAgreement(graph, ballSizes: [2, 512])
    }
    for graph in GraphFamilies.random(count: 40, nodes: 1...40, seed: 821) {
      expectAgreement(graph, ballSizes: [1, 3, 512])
    }
  }

  @Test func agreesWithTheDefinitionWhereAWordAndABallAreFull() {
    for graph in GraphFamilies.random(count: 4, nodes: 63...66, seed: 822)
      + GraphFamilies.random(count: 2, nodes: 128...300, seed: 823)
      + GraphFamilies.random(count: 2, nodes: 511...514, seed: 824)
    {
      expectAgreement(graph, ballSizes: [64, 511, 512])
    }
  }

  @Test func agreesWithTheDefinitionInDenseGraphs() {
    var generator = SeededGenerator(seed: 825)
    for isDirected in [false, true] {
      let pairs = (0..<4_000).map { _ in
        (Int.random(in: 0..<200, using: &generator), Int.random(in: 0..<200, using: &generator))
      }
      expectAgreement(
        GraphFamilies.make(200, pairs, isDirected: isDirected), ballSizes: [50, 512])
    }
  }

  @Test func onlySearchesThatMeetAreRunAtOnce() throws {
    let path = try Graph.path(nodeCount: 4_000)
    #expect(SharedSearch.loneBalls(of: order(path)).allSatisfy { $0 })
    let star = try Graph.star(nodeCount: 4_000)
    #expect(SharedSearch.loneBalls(of: order(star)).allSatisfy { !$0 })
    #expect(SharedSearch.loneBalls(of: order(try Graph.path(nodeCount: 600))).allSatisfy { !$0 })
    // A star of 2,500 and a path of as many, side by side.
    let both = GraphFamilies.make(
      5_000, (1..<2_500).map { (0, $0) } + (2_501..<5_000).map { ($0 - 1, $0) }, isDirected: false)
    let isLone = SharedSearch.loneBalls(of: order(both))
    #expect(isLone.first == false)
    #expect(isLone.last == true)
  }

  private func order(_ graph: Graph) -> SearchOrder {
    SharedSearch.order(of: graph, direction: .inward)
  }
}
