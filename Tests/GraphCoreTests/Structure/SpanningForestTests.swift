import GraphCore
import TestSupport
import Testing

@Suite struct SpanningForestTests {
  /// The smallest sum of lengths over all sets of edges that join what the graph joins.
  private func smallest(_ graph: Graph, sign: Double) -> Double {
    let components = GraphTable(graph).componentCount()
    let needed = graph.nodeCount - components
    var best = Double.infinity
    for mask in 0..<(1 << graph.edgeCount) where mask.nonzeroBitCount == needed {
      let chosen = graph.edges.indices.filter { mask >> $0 & 1 == 1 }.map { graph.edges[$0] }
      let part = GraphFamilies.make(graph.nodeCount, chosen, isDirected: false)
      guard GraphTable(part).componentCount() == components else { continue }
      best = min(best, sign * chosen.reduce(0) { $0 + ($1.weight ?? 1) })
    }
    return sign * best
  }

  @Test func agreesWithAllSetsOfEdges() throws {
    let random = GraphFamilies.random(count: 60, nodes: 1...5, seed: 661, isWeighted: true)
    for graph in GraphFamilies.ladder + random.filter({ $0.edgeCount <= 10 }) {
      let least = try graph.minimumSpanningForest(lengths: .weights)
      let most = try graph.maximumSpanningForest(lengths: .weights)
      #expect(least.length == smallest(graph, sign: 1))
      #expect(most.length == smallest(graph, sign: -1))
      for forest in [least, most] {
        let part = GraphFamilies.make(
          graph.nodeCount, forest.edges.map { graph.edges[$0] }, isDirected: false)
        #expect(GraphTable(part).componentCount() == GraphTable(graph).componentCount())
        #expect(forest.treeCount == GraphTable(graph).componentCount())
        #expect(forest.edges.count == graph.nodeCount - forest.treeCount)
      }
    }
  }

  @Test func equallyLongEdgesGoByIndex() throws {
    let ring = try Graph.cycle(nodeCount: 5, isDirected: false)
    #expect(try ring.minimumSpanningForest(lengths: .hops).edges == [0, 1, 2, 3])
    #expect(try ring.maximumSpanningForest(lengths: .hops).edges == [0, 1, 2, 3])
  }

  /// Sums of weights in NetworkX 3.6.1 (`minimum_spanning_tree`, `maximum_spanning_tree`).
  @Test(arguments: [("lesmis77", 105.0, 366.0), ("karate34", 68, 120), ("davis_women", 31, 31)])
  func agreesWithNetworkX(name: String, least: Double, most: Double) throws {
    let graph = try ReferenceNetwork.named(name)
    #expect(try graph.minimumSpanningForest(lengths: .weights).length == least)
    #expect(try graph.maximumSpanningForest(lengths: .weights).length == most)
  }

  @Test func everyEdgeNeedsALength() throws {
    let graph = try Graph.path(nodeCount: 3, isDirected: false)
    #expect(throws: GraphError.self) {
      try graph.minimumSpanningForest(lengths: .values([1]))
    }
  }
}
