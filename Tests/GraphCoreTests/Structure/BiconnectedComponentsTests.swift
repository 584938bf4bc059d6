import GraphCore
import TestSupport
import Testing

@Suite struct BiconnectedComponentsTests {
  static let graphs =
    GraphFamilies.small + GraphFamilies.ladder + GraphFamilies.random(count: 40, seed: 401)

  @Test func blocksAgreeWithAllSetsOfNodes() {
    for graph in Self.graphs where !graph.isDirected || graph.nodeCount > 3 {
      let found = graph.biconnectedComponents()
      #expect(found.members == GraphTable(graph).blocks())
      for (edge, label) in zip(graph.edges, found.edgeLabels) {
        if edge.tail == edge.head {
          #expect(label == nil)
        } else if let label {
          #expect(found.members[label].contains(edge.tail))
          #expect(found.members[label].contains(edge.head))
        } else {
          Issue.record("an edge without a block")
        }
      }
    }
  }

  @Test func articulationPointsAndBridgesAreWhatRemovalTellsApart() {
    for graph in Self.graphs {
      let table = GraphTable(graph)
      let before = table.componentCount()
      // Without a node there is one component less if it was an isolate.
      let points = graph.nodes.filter { table.componentCount(without: [$0]) > before }
      let bridges = graph.edges.indices.filter { table.componentCount(withoutEdge: $0) > before }
      #expect(graph.articulationPoints() == points)
      #expect(graph.bridges() == bridges)
    }
  }

  @Test func namesOfNodesChangeNothing() {
    var generator = SeededGenerator(seed: 402)
    for graph in GraphFamilies.random(count: 30, nodes: 5...30, seed: 403) {
      let names = Array(graph.nodes).shuffled(using: &generator)
      let other = GraphFamilies.relabelled(graph, names)
      #expect(graph.bridges() == other.bridges())
      #expect(
        graph.articulationPoints().map { names[$0] }.sorted() == other.articulationPoints())
      #expect(
        Set(graph.biconnectedComponents().members.map { Set($0.map { names[$0] }) })
          == Set(other.biconnectedComponents().members.map { Set($0) }))
    }
  }

  @Test func aDeepGraphNeedsNoRecursion() {
    let count = 100_000
    let path = GraphFamilies.make(count, (1..<count).map { ($0 - 1, $0) }, isDirected: false)
    #expect(path.bridges().count == count - 1)
    #expect(path.articulationPoints().count == count - 2)
    let ring = GraphFamilies.make(
      count, (0..<count).map { ($0, ($0 + 1) % count) }, isDirected: false)
    #expect(ring.biconnectedComponents().count == 1)
    #expect(ring.bridges() == [])
  }
}
