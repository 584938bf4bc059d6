import GraphCore
import TestSupport
import Testing

@Suite struct MistakenIdentitiesTests {
  static let tried =
    GraphFamilies.ladder + GraphFamilies.random(count: 60, nodes: 2...12, seed: 931)
    + GraphFamilies.random(count: 20, nodes: 2...12, seed: 932, isWeighted: true)

  @Test func mergedNodesTakeTheEdgesOfBoth() throws {
    for graph in Self.tried {
      for count in 0...(graph.nodeCount / 2) {
        var generator = SeededGenerator(seed: UInt64(count))
        let found = try graph.falselyMerged(count, using: &generator)
        #expect(found.origins.flatMap(\.self).sorted() == Array(graph.nodes))
        #expect(found.origins.filter { $0.count == 2 }.count == count)
        #expect(found.origins.map { $0[0] } == found.origins.map { $0[0] }.sorted())
        let name = { (node: Int) in found.origins.firstIndex { $0.contains(node) } ?? -1 }
        let expected = graph.edges.filter {
          $0.tail == $0.head || name($0.tail) != name($0.head)
        }.map { Graph.Edge(name($0.tail), name($0.head), weight: $0.weight) }
        #expect(Array(found.graph.edges) == expected)
      }
    }
  }

  @Test func splitNodesShareTheirEdges() throws {
    for graph in Self.tried {
      for count in [0, 1, graph.nodeCount] where count <= graph.nodeCount {
        var generator = SeededGenerator(seed: UInt64(count))
        let found = try graph.falselySplit(count, using: &generator)
        #expect(found.graph.nodeCount == graph.nodeCount + count)
        #expect(found.origins.count == found.graph.nodeCount)
        let back = found.graph.edges.map {
          Graph.Edge(found.origins[$0.tail][0], found.origins[$0.head][0], weight: $0.weight)
        }
        #expect(back == Array(graph.edges))
        #expect(Set(found.origins.dropFirst(graph.nodeCount)).count == count)
      }
    }
    // Each end goes either way half of the time.
    let star = try Graph.star(nodeCount: 1_001)
    var generator = SeededGenerator(seed: 3)
    let found = try star.falselySplit(1_001, using: &generator)
    let hub = found.graph.degree(isNormalized: false)[0]
    #expect(abs(hub - 500) < 4.5 * 250.0.squareRoot())
  }

  @Test func pairsAreDrawnEvenly() throws {
    let graph = GraphFamilies.make(4, [(0, 1)], isDirected: false)
    var generator = SeededGenerator(seed: 8)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<3_000 {
      let found = try graph.falselyMerged(1, using: &generator)
      counts[found.origins.first { $0.count == 2 } ?? [], default: 0] += 1
    }
    #expect(counts.count == 6)
    #expect(counts.values.allSatisfy { abs($0 - 500) < 95 })
    #expect(throws: GraphError.self) { try graph.falselyMerged(3, using: &generator) }
    #expect(throws: GraphError.self) { try graph.falselySplit(5, using: &generator) }
  }
}
