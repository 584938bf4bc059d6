import TestSupport
import Testing

@testable import GraphCore

@Suite struct CommunityMassesTests {
  /// Masses and sizes after moves are those of the labels made anew, and what it costs to join is the product of the
  /// definition.
  @Test func movesKeepTheSums() throws {
    var generator = SeededGenerator(seed: 448)
    for graph in GraphFamilies.random(count: 40, nodes: 1...12, seed: 449, isWeighted: true) {
      let network = try CommunityNetwork(graph, Graph.CommunityOptions(usesWeights: true))
      let count = Int32(graph.nodeCount)
      var labels = graph.nodes.map { _ in Int32.random(in: 0..<count, using: &generator) }
      let masses = labels.withUnsafeMutableBufferPointer { CommunityMasses(network, labels: $0) }
      for _ in 0..<30 {
        let node = Int.random(in: graph.nodes, using: &generator)
        let target = Int32.random(in: 0..<count, using: &generator)
        masses.remove(node, from: Int(labels[node]))
        masses.add(node, to: Int(target))
        labels[node] = target
      }
      for community in graph.nodes {
        let members = graph.nodes.filter { Int(labels[$0]) == community }
        let out = members.reduce(0) { $0 + network.outMass[$1] }
        let into = network.inMass.map { mass in members.reduce(0) { $0 + mass[$1] } } ?? 0
        #expect(masses.size(community) == members.count)
        #expect(abs(masses.mass(community).out - out) < 1e-9)
        #expect(abs(masses.mass(community).into - into) < 1e-9)
        for node in graph.nodes {
          let own = masses.mass(ofNode: node)
          let product =
            network.inMass == nil ? own.out * out : (own.out * into + own.into * out) / 2
          #expect(abs(masses.cost(own, in: community) - network.coupling * product) < 1e-9)
        }
      }
    }
  }
}
