import GraphCore
import TestSupport
import Testing

@Suite struct GraphEditDistanceTests {
  private func make(_ count: Int, _ pairs: [(Int, Int)], isDirected: Bool = false) -> Graph {
    GraphFamilies.make(count, pairs, isDirected: isDirected)
  }

  /// The fewest changes over all ways to give some of the nodes different images.
  private func slow(_ left: GraphTable, _ right: GraphTable, isDirected: Bool) -> Int {
    let size = left.nodeCount + right.nodeCount
    var best = Int.max
    // Nodes beyond a graph stand for none.
    for images in right.permutations(size)
    where images.indices.dropFirst(left.nodeCount)
      .allSatisfy({ $0 + 1 == size || images[$0] < images[$0 + 1] })
    {
      var cost = 0
      for node in 0..<size {
        let isHere = node < left.nodeCount
        if isHere != (images[node] < right.nodeCount) { cost += 1 }
        for other in 0..<size where isDirected ? other != node : other < node {
          let own = isHere && other < left.nodeCount && left.leads(node, other)
          let theirs =
            images[node] < right.nodeCount && images[other] < right.nodeCount
            && right.leads(images[node], images[other])
          if own != theirs { cost += 1 }
        }
      }
      best = min(best, cost)
    }
    return best
  }

  @Test func agreesWithAllImages() throws {
    let ladder = GraphFamilies.ladder.filter { $0.nodeCount < 4 }
    let random = GraphFamilies.random(count: 16, nodes: 1...3, seed: 1_131)
    for graph in ladder + random {
      for other in ladder + random where other.isDirected == graph.isDirected {
        let expected = slow(
          GraphTable(graph), GraphTable(other), isDirected: graph.isDirected)
        #expect(try graph.editDistance(to: other).distance == expected)
      }
    }
  }

  /// NetworkX 3.6.1 (`graph_edit_distance`).
  @Test func agreesWithNetworkX() throws {
    let triangle = [(0, 1), (1, 2), (2, 0)]
    let wheel = (1...5).flatMap { (rim: Int) -> [(Int, Int)] in [(0, rim), (rim, rim % 5 + 1)] }
    let prism = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 4), (2, 5), (3, 4), (3, 5), (4, 5)]
    let house = [(0, 1), (0, 2), (1, 3), (2, 3), (2, 4), (3, 4)]
    let cases: [(Graph, Graph, Int)] = [
      (
        try Graph.path(nodeCount: 5, isDirected: false),
        try Graph.cycle(nodeCount: 5, isDirected: false), 1
      ),
      (
        try Graph.star(nodeCount: 6, isDirected: false),
        try Graph.path(nodeCount: 6, isDirected: false), 6
      ),
      (
        try Graph.complete(nodeCount: 4, isDirected: false),
        try Graph.cycle(nodeCount: 6, isDirected: false), 8
      ),
      (make(6, wheel), make(6, prism), 3),
      (make(3, triangle), make(5, []), 5),
      (make(5, house), try Graph.grid(rows: 2, columns: 3, isDirected: false), 4),
      (
        make(4, triangle + [(2, 3)], isDirected: true),
        make(4, [(0, 1), (2, 1), (2, 0), (3, 2)], isDirected: true), 2
      ),
    ]
    for (graph, other, distance) in cases {
      #expect(try graph.editDistance(to: other).distance == distance)
      #expect(try other.editDistance(to: graph).distance == distance)
    }
  }

  @Test func aNodeOfAnotherKindIsAChange() throws {
    let path = try Graph.path(nodeCount: 3, isDirected: false)
    let found = try path.editDistance(to: path, kinds: [1, 2, 2], otherKinds: [2, 2, 1])
    #expect(found.distance == 0)
    #expect(found.images == [2, 1, 0])
    #expect(
      try path.editDistance(to: path, kinds: [1, 2, 2], otherKinds: [2, 2, 2]).distance == 1)
    #expect(throws: GraphError.wrongCount(of: "kinds", expected: 3, actual: 1)) {
      try path.editDistance(to: path, kinds: [1])
    }
  }

  @Test func tooFewStepsGiveBounds() throws {
    var generator = SeededGenerator(seed: 1_132)
    let pair = try (0..<2).map { _ in
      try Graph.erdosRenyi(nodeCount: 7, probability: 0.5, isDirected: false, using: &generator)
    }
    let exact = try #require(try pair[0].editDistance(to: pair[1]).distance)
    let bounds = try pair[0].editDistance(to: pair[1], maximumSteps: 8)
    #expect(bounds.atLeast <= exact && bounds.atMost >= exact)
    #expect(throws: GraphError.self) { try pair[0].editDistance(to: pair[1], maximumSteps: 0) }
  }
}
