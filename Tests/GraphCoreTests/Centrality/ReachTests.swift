import TestSupport
import Testing

@testable import GraphCore

@Suite struct ReachTests {
  /// By breadth-first search from each node, which knows nothing of shared searches.
  private func counted(_ graph: Graph, _ direction: Graph.Direction) -> [Double] {
    graph.nodes.map { Double(graph.breadthFirst(from: $0, direction: direction).reached.count - 1) }
  }

  @Test func agreesWithASearchFromEachNode() throws {
    for graph in GraphFamilies.random(count: 60, nodes: 1...40, seed: 811) {
      for direction in Graph.Direction.allCases {
        #expect(
          try graph.reach(direction, isNormalized: false).values == counted(graph, direction))
      }
    }
  }

  @Test func aPathLeadsEverFewerOn() throws {
    let path = try Graph.path(nodeCount: 5, isDirected: true)
    #expect(try path.reach().values == [1, 0.75, 0.5, 0.25, 0])
    #expect(try path.reach(.inward, isNormalized: false).values == [0, 1, 2, 3, 4])
    #expect(try path.reach().normalization.rule == "n - 1")
  }

  @Test func aSingleNodeReachesNobody() throws {
    let alone = try Graph.path(nodeCount: 1, isDirected: false)
    #expect(try alone.reach().values == [0])
    #expect(try alone.reach().normalization == .raw)
    #expect(try Graph.path(nodeCount: 0, isDirected: true).reach().values.isEmpty)
  }

  @Test func threadsChangeNothing() throws {
    let graph = GraphFamilies.random(count: 1, nodes: 300...300, seed: 812)[0]
    #expect(
      try graph.reach(execution: .init(threads: 1)) == graph.reach(execution: .init(threads: 4)))
  }
}
