import GraphCore
import TestSupport
import Testing

@Suite struct SnapshotsTests {
  static func sequence() throws -> ContactSequence {
    try ContactSequence(
      nodeCount: 4,
      contacts: [
        .init(0, 1, start: 0, duration: 2), .init(1, 2, start: 1), .init(2, 3, start: 4),
        .init(3, 0, start: 4, duration: 3), .init(0, 1, start: 6),
      ], isDirected: true)
  }

  @Test func snapshotsHoldWhatGoesOn() throws {
    let sequence = try Self.sequence()
    #expect(sequence.snapshot(0..<1).contacts == [0])
    #expect(sequence.snapshot(1..<2).contacts == [0, 1])
    // A contact is over at its end.
    #expect(sequence.snapshot(2..<4).contacts == [])
    #expect(sequence.snapshot(4..<5).contacts == [2, 3])
    #expect(sequence.snapshot(5..<7).contacts == [3, 4])
    let found = sequence.snapshot(5..<7)
    #expect(found.graph == GraphFamilies.make(4, [(3, 0), (0, 1)], isDirected: true))
    #expect(
      sequence.aggregated()
        == GraphFamilies.make(4, [(0, 1), (1, 2), (2, 3), (3, 0), (0, 1)], isDirected: true))
  }

  @Test func windowsCoverAllContacts() throws {
    let sequence = try Self.sequence()
    let side = try sequence.windows(length: 2)
    #expect(side.map(\.contacts) == [[0, 1], [], [2, 3], [3, 4]])
    #expect(side.map(\.time) == [0..<2, 2..<4, 4..<6, 6..<8])
    let sliding = try sequence.windows(length: 4, step: 1)
    #expect(
      sliding.map(\.contacts) == [
        [0, 1], [0, 1, 2, 3], [2, 3], [2, 3, 4], [2, 3, 4], [3, 4], [3, 4],
      ])
    for drawn in SlowTemporal.sequences(count: 30, nodes: 1...6, seed: 921) {
      let found = try drawn.windows(length: 1.5)
      #expect(Set(found.flatMap(\.contacts)) == Set(drawn.contacts.indices))
      #expect(found.isEmpty || found.last?.contacts != [] || found.count > 1)
      if let last = found.last { #expect(!last.contacts.isEmpty) }
    }
    #expect(throws: GraphError.self) { try sequence.windows(length: 0) }
    #expect(throws: GraphError.self) { try sequence.windows(length: 1, step: 1e-9) }
  }
}
