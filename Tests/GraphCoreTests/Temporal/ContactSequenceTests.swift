import GraphCore
import TestSupport
import Testing

@Suite struct ContactSequenceTests {
  @Test func contactsKeepTheirOrderAndTheSpanIsKnown() throws {
    let contacts: [ContactSequence.Contact] = [
      .init(0, 1, start: 5, duration: 2), .init(1, 2, start: 3),
      .init(2, 2, start: -1, duration: 3),
    ]
    let found = try ContactSequence(nodeCount: 3, contacts: contacts, isDirected: false)
    #expect(found.contacts == contacts)
    #expect(found.contacts[0].end == 7)
    #expect(found.span == -1...7)
    #expect(found.nodes == 0..<3)
    let none = try ContactSequence(nodeCount: 0, contacts: [], isDirected: true)
    #expect(none.span == nil)
  }

  @Test func whatCannotBeIsRefused() {
    #expect(throws: GraphError.nodeCount(-1)) {
      try ContactSequence(nodeCount: -1, contacts: [], isDirected: true)
    }
    #expect(throws: GraphError.endpointOutOfRange(edge: 1, node: 2, nodeCount: 2)) {
      try ContactSequence(
        nodeCount: 2, contacts: [.init(0, 1, start: 0), .init(0, 2, start: 0)], isDirected: true)
    }
    #expect(throws: GraphError.self) {
      try ContactSequence(nodeCount: 2, contacts: [.init(0, 1, start: .nan)], isDirected: true)
    }
    #expect(
      throws: GraphError.optionOutOfRange(
        name: "the duration of contact 0", value: -1, range: "zero or more")
    ) {
      try ContactSequence(
        nodeCount: 2, contacts: [.init(0, 1, start: 0, duration: -1)], isDirected: true)
    }
  }
}
