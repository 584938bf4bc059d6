import GraphCore
import TestSupport
import Testing

@Suite struct AllPairsTests {
  @Test func agreesWithFloydAndWarshall() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 40, seed: 441, isWeighted: true)
    {
      for lengths in [EdgeLengths.hops, .weights] {
        let expected = GraphTable(graph).distances(weighted: lengths == .weights)
        let table = try graph.allDistances(lengths: lengths)
        #expect(table.nodeCount == graph.nodeCount)
        for tail in graph.nodes {
          for head in graph.nodes {
            #expect(table.distance(from: tail, to: head) ?? .infinity == expected[tail][head])
          }
        }
      }
    }
  }

  @Test func oneThreadAndManyAgreeBitForBit() throws {
    let graph = GraphFamilies.random(count: 1, nodes: 120...120, seed: 442, isWeighted: true)[0]
    for lengths in [EdgeLengths.hops, .weights] {
      let one = try graph.allDistances(lengths: lengths, execution: .init(threads: 1))
      for threads in [2, 7, nil] {
        #expect(try graph.allDistances(lengths: lengths, execution: .init(threads: threads)) == one)
      }
    }
  }
}
