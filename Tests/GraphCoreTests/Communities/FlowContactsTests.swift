import TestSupport
import Testing

@testable import GraphCore

@Suite struct FlowContactsTests {
  /// Sums by module, held against a dictionary, for nodes of one search one after the other.
  @Test func sumsByModuleBothWays() throws {
    var generator = SeededGenerator(seed: 731)
    let arcs = (0..<40).map { _ in
      (Int.random(in: 0..<12, using: &generator), Int.random(in: 0..<12, using: &generator))
    }
    let graph = GraphFamilies.make(12, arcs, isDirected: true)
    let network = try WalkNetwork(graph, Graph.InfomapOptions())
    let into = try #require(network.into)
    let labels = graph.nodes.map { _ in Int32.random(in: 0..<4, using: &generator) }
    let contacts = FlowContacts(moduleCount: graph.nodeCount)
    for node in graph.nodes {
      let leaving = contacts.add(network.out.row(node), of: network.out, labels: labels, \.to)
      let arriving = contacts.add(into.row(node), of: into, labels: labels, \.from)
      var expected: [Int: (to: Double, from: Double)] = [:]
      for entry in network.out.row(node) {
        expected[Int(labels[Int(network.out.targets[entry])]), default: (0, 0)].to +=
          network.out.flows[entry]
      }
      for entry in into.row(node) {
        expected[Int(labels[Int(into.targets[entry])]), default: (0, 0)].from += into.flows[entry]
      }
      #expect(Set((0..<contacts.count).map { contacts[$0] }) == Set(expected.keys))
      #expect(contacts.count == expected.count)
      for (module, flow) in expected {
        #expect(abs(contacts.flow(with: module).to - flow.to) < 1e-15)
        #expect(abs(contacts.flow(with: module).from - flow.from) < 1e-15)
      }
      #expect(abs(leaving - expected.values.reduce(0) { $0 + $1.to }) < 1e-15)
      #expect(abs(arriving - expected.values.reduce(0) { $0 + $1.from }) < 1e-15)
      contacts.clear()
      #expect(contacts.count == 0)
      #expect(expected.keys.allSatisfy { contacts.flow(with: $0).to == 0 })
    }
  }
}
