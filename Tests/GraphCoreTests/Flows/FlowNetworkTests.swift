import TestSupport
import Testing

@testable import GraphCore

@Suite struct FlowNetworkTests {
  @Test func everyEdgeIsAPairOfArcs() {
    for graph in GraphFamilies.ladder + GraphFamilies.random(count: 30, seed: 801) {
      let network = graph.flowNetwork
      for node in graph.nodes {
        let arcs = network.row(node).map { Int(network.arcs[$0]) }
        let expected = graph.edges.indices.flatMap { edge -> [Int] in
          let (tail, head) = (graph.edges[edge].tail, graph.edges[edge].head)
          if tail == head { return [] }
          return tail == node ? [2 * edge] : head == node ? [2 * edge + 1] : []
        }
        #expect(arcs == expected)
        #expect(arcs.allSatisfy { Int(network.targets[$0 ^ 1]) == node })
      }
    }
  }
}
