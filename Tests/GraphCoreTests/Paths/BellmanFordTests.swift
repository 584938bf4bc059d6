import GraphCore
import TestSupport
import Testing

@Suite struct BellmanFordTests {
  /// All small graphs with weights from -0.5 to 0.25, and random ones with weights from -0.5 to 2.25.
  private func mixed(seed: UInt64) -> [Graph] {
    let graphs =
      GraphFamilies.smallWeighted
      + GraphFamilies.random(count: 200, nodes: 1...6, seed: seed, isWeighted: true)
    return graphs.map { graph in
      GraphFamilies.make(
        graph.nodeCount,
        graph.edges.map { Graph.Edge($0.tail, $0.head, weight: ($0.weight ?? 1) - 0.75) },
        isDirected: graph.isDirected)
    }
  }

  /// Whether a closed walk of negative length can be reached: by Floyd and Warshall, some node that
  /// can be reached has a negative distance to itself.
  private func reachesNegativeCycle(_ table: GraphTable, from root: Int) -> Bool {
    var distances = table.steps.map { row in
      row.map { edges in edges.map { table.numbers[$0] }.min() ?? .infinity }
    }
    for middle in 0..<table.nodeCount {
      for tail in 0..<table.nodeCount {
        for head in 0..<table.nodeCount {
          distances[tail][head] = min(
            distances[tail][head], distances[tail][middle] + distances[middle][head])
        }
      }
    }
    let reach = table.reach()
    return (0..<table.nodeCount).contains { reach[root][$0] && distances[$0][$0] < 0 }
  }

  @Test func findsTheShortestOfAllPathsOrANegativeCycle() throws {
    var cycles = 0
    var trees = 0
    for graph in mixed(seed: 431) {
      let table = GraphTable(graph)
      for root in graph.nodes {
        switch try graph.bellmanFord(from: root) {
        case .paths(let tree):
          trees += 1
          #expect(!reachesNegativeCycle(table, from: root))
          for node in graph.nodes {
            // Without a negative cycle some shortest walk is a simple path.
            let best = table.simplePaths(from: root, to: node, weighted: true).map(\.length).min()
            #expect(tree.distance(to: node) == best)
            if let path = tree.path(to: node) {
              #expect(
                flaw(of: path, in: graph, from: root, to: node, lengths: table.numbers) == nil)
            }
          }
        case .negativeCycle(let cycle):
          cycles += 1
          let start = cycle.nodes[0]
          #expect(cycle.length < 0)
          #expect(
            flaw(of: cycle, in: graph, from: start, to: start, lengths: table.numbers) == nil)
          #expect(Set(cycle.nodes).count == cycle.edges.count)
          #expect(table.reach()[root][start])
        }
      }
    }
    #expect(cycles > 50)
    #expect(trees > 50)
  }

  @Test func agreesWithDijkstraWhereNothingIsNegative() throws {
    for graph in GraphFamilies.ladder + GraphFamilies.random(count: 40, seed: 432, isWeighted: true)
    {
      for root in graph.nodes {
        for direction in Graph.Direction.allCases {
          let expected = try graph.shortestPaths(
            from: root, lengths: .weights, direction: direction)
          guard
            case .paths(let tree) = try graph.bellmanFord(from: root, direction: direction)
          else {
            Issue.record("a cycle of positive lengths is called negative")
            continue
          }
          for node in graph.nodes {
            #expect(tree.distance(to: node) == expected.distance(to: node))
          }
        }
      }
    }
  }

  @Test func roundingDoesNotMakeACycleNegative() throws {
    // -0.1 - 0.2 + 0.3 is 0, but -5.6e-17 in binary.
    let graph = GraphFamilies.make(3, [(0, 1), (1, 2), (2, 0)], isDirected: true)
    #expect(-0.1 - 0.2 + 0.3 < 0)
    guard
      case .paths(let tree) = try graph.bellmanFord(
        from: 0, lengths: .values([-0.1, -0.2, 0.3]))
    else {
      Issue.record("a cycle of length 0 is called negative")
      return
    }
    #expect(tree.path(to: 2)?.nodes == [0, 1, 2])
  }

  @Test func aNegativeEdgeWithoutDirectionIsACycle() throws {
    let graph = GraphFamilies.make(2, [Graph.Edge(0, 1, weight: -1)], isDirected: false)
    guard case .negativeCycle(let cycle) = try graph.bellmanFord(from: 0) else {
      Issue.record("the edge is not walked to and fro")
      return
    }
    #expect(cycle.edges == [0, 0])
    #expect(cycle.length == -2)
  }

  @Test func lengthsMustBeNumbers() {
    let graph = GraphFamilies.make(2, [(0, 1)], isDirected: true)
    #expect(throws: GraphError.self) {
      try graph.bellmanFord(from: 0, lengths: .values([.nan]))
    }
  }
}
