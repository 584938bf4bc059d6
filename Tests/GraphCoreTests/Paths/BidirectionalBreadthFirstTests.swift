import GraphCore
import TestSupport
import Testing

@Suite struct BidirectionalBreadthFirstTests {
  @Test func findsAsFewEdgesAsFloydAndWarshall() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, seed: 401)
      + GraphFamilies.random(count: 4, nodes: 30...60, seed: 402)
    {
      let table = GraphTable(graph).distances(weighted: false)
      for tail in graph.nodes {
        for head in graph.nodes {
          let path = graph.bidirectionalBreadthFirst(from: tail, to: head)
          #expect(path?.length ?? .infinity == table[tail][head])
          if let path { #expect(flaw(of: path, in: graph, from: tail, to: head) == nil) }
        }
      }
    }
  }

  @Test func aRingIsWalkedFromBothEnds() {
    // Of 100,000 nodes in a ring the farthest is 50,000 away; one more edge makes it a tie.
    let count = 100_000
    let ring = GraphFamilies.make(
      count, (0..<count).map { ($0, ($0 + 1) % count) }, isDirected: false)
    #expect(ring.bidirectionalBreadthFirst(from: 0, to: 50_000)?.hops == 50_000)
    #expect(ring.bidirectionalBreadthFirst(from: 3, to: 50_004)?.hops == 49_999)
  }
}
