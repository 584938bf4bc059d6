import TestSupport
import Testing

@testable import GraphCore

@Suite struct GroundedPotentialsTests {
  @Test func isTheInverseOfTheLaplacianWithoutTheLastNode() throws {
    var connected = 0
    for graph in GraphFamilies.random(count: 60, nodes: 1...30, seed: 691, isWeighted: true) {
      let network = graph.asUndirected().simplified()
      let nodes = network.weakComponents().largest ?? []
      let potentials = try GroundedPotentials(network, nodes: nodes, execution: Execution())
      if nodes.count > 2 { connected += 1 }
      for source in nodes.indices.dropLast() {
        // Kirchhoff: what leaves each node is what enters there.
        for (place, node) in nodes.enumerated().dropLast() {
          let leaving = network.outNeighbors(of: node).reduce(0.0) { sum, neighbor in
            let other = nodes.firstIndex(of: neighbor.node) ?? 0
            let weight = network.edges[neighbor.edge].weight ?? 1
            return sum + weight * (potentials[place, source] - potentials[other, source])
          }
          #expect(abs(leaving - (place == source ? 1 : 0)) < 1e-11)
        }
        #expect(potentials[nodes.count - 1, source] == 0)
      }
    }
    #expect(connected > 30)
  }
}
