import GraphCore
import TestSupport
import Testing

@Suite struct BipartitionTests {
  @Test func agreesWithAllDivisions() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 100, nodes: 1...9, seed: 881)
    {
      let isBipartite = (0..<(1 << graph.nodeCount)).contains { mask in
        graph.edges.allSatisfy { mask >> $0.tail & 1 != mask >> $0.head & 1 }
      }
      let steps = GraphTable(graph.asUndirected()).steps
      switch graph.bipartition() {
      case .sides(let sides):
        #expect(isBipartite)
        #expect(graph.edges.allSatisfy { sides[$0.tail] + sides[$0.head] == 1 })
        for members in graph.weakComponents().members { #expect(sides[members[0]] == 0) }
      case .oddCycle(let cycle):
        #expect(!isBipartite)
        #expect(cycle.count % 2 == 1)
        #expect(Set(cycle).count == cycle.count)
        for (place, node) in cycle.enumerated() {
          #expect(!steps[node][cycle[(place + 1) % cycle.count]].isEmpty)
        }
      }
    }
  }
}
