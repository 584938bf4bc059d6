import TestSupport
import Testing

@testable import GraphCore

@Suite struct CommunityContactsTests {
  /// A dictionary is the twin; communities come in the order in which they were met.
  @Test func sumsAreThoseOfADictionary() {
    var generator = SeededGenerator(seed: 450)
    let contacts = CommunityContacts(labelCount: 9)
    for round in 0..<60 {
      var sums: [Int: Double] = [:]
      var order: [Int] = []
      for _ in 0..<(round % 20) {
        let community = Int.random(in: 0..<9, using: &generator)
        let weight = Double(Int.random(in: 0...4, using: &generator)) / 4
        contacts.add(weight, to: community)
        if weight > 0, sums[community] == nil { order.append(community) }
        if weight > 0 { sums[community, default: 0] += weight }
      }
      #expect((0..<contacts.count).map { contacts[$0] } == order)
      for community in 0..<9 { #expect(contacts.weight(to: community) == sums[community] ?? 0) }
      if round.isMultiple(of: 2) {
        contacts.clear()
      } else {
        var heaviest: [Int32] = []
        contacts.takeHeaviest(into: &heaviest)
        let most = sums.values.max()
        #expect(heaviest == order.filter { sums[$0] == most }.map { Int32($0) })
      }
      #expect(contacts.count == 0 && (0..<9).allSatisfy { contacts.weight(to: $0) == 0 })
    }
  }

  @Test func rowsAreSummedByCommunity() throws {
    for graph in GraphFamilies.random(count: 30, nodes: 1...10, seed: 451, isWeighted: true) {
      for usesWeights in [true, false] {
        let network = try CommunityNetwork(
          graph, Graph.CommunityOptions(usesWeights: usesWeights))
        var labels = graph.nodes.map { Int32($0 % 3) }
        let contacts = CommunityContacts(labelCount: 3)
        for node in graph.nodes {
          let all = labels.withUnsafeMutableBufferPointer { labels in
            network.withRows { contacts.add(rowOf: node, $0, labels: labels) }
          }
          var sums = [0.0, 0, 0]
          for edge in graph.edges where edge.tail != edge.head {
            let weight = usesWeights ? edge.weight ?? 1 : 1
            if edge.tail == node { sums[edge.head % 3] += weight }
            if edge.head == node { sums[edge.tail % 3] += weight }
          }
          #expect((0..<3).map { contacts.weight(to: $0) } == sums)
          #expect(all == sums.reduce(0, +))
          contacts.clear()
        }
      }
    }
  }
}
