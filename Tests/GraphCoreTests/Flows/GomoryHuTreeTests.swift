import GraphCore
import TestSupport
import Testing

@Suite struct GomoryHuTreeTests {
  @Test func agreesWithAllCutsOfAllPairs() throws {
    for graph in GraphFamilies.smallWeighted + GraphFamilies.ladder
      + GraphFamilies.random(count: 30, nodes: 2...7, seed: 861, isWeighted: true)
    {
      let found = try graph.gomoryHuTree(capacities: .weights)
      let table = GraphTable(graph.asUndirected())
      let capacities = graph.edges.map { $0.weight ?? 1 }
      for first in graph.nodes {
        for second in graph.nodes where second > first {
          let expected = table.smallestCut(from: first, to: second, capacities: capacities)
          #expect(found.capacity(between: first, and: second) == expected)
          #expect(found.capacity(between: second, and: first) == expected)
        }
      }
    }
  }

  /// The two parts into which an edge divides the tree are the sides of a minimum cut.
  @Test func everyEdgeOfTheTreeIsACut() throws {
    for graph in GraphFamilies.random(count: 30, nodes: 2...9, seed: 862, isWeighted: true) {
      let found = try graph.gomoryHuTree(capacities: .weights)
      for node in graph.nodes.dropFirst() {
        // Below the edge are those whose way to the root leads through the node.
        let below = Set(
          graph.nodes.filter { start in
            sequence(first: start) { found.parents[$0] }.contains(node)
          })
        let crossing = graph.edges.filter { below.contains($0.tail) != below.contains($0.head) }
        #expect(crossing.reduce(0) { $0 + ($1.weight ?? 1) } == found.capacities[node])
      }
    }
  }

  /// The capacities of the edges of the tree, sorted, are the same for every such tree. NetworkX
  /// 3.6.1 (`gomory_hu_tree`).
  @Test func agreesWithNetworkX() throws {
    let karate = try ReferenceNetwork.named("karate34").gomoryHuTree(capacities: .weights)
    #expect(
      karate.capacities.dropFirst().sorted() == [
        3, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 7, 7, 8, 8, 11, 11, 11, 13, 13, 13, 14, 16, 17, 17,
        20, 21, 22, 27, 29, 35,
      ])
    let novel = try ReferenceNetwork.named("lesmis77").gomoryHuTree(capacities: .weights)
    #expect(novel.capacities.reduce(0, +) == 1_362)
  }
}
