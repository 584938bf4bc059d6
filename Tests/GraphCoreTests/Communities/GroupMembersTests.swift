import TestSupport
import Testing

@testable import GraphCore

@Suite struct GroupMembersTests {
  @Test func groupsHoldTheirNodesInTheOrderGiven() {
    var generator = SeededGenerator(seed: 442)
    for count in 0...40 {
      let labels = DenseLabels(
        (0..<count).map { _ in Int32.random(in: 0..<Int32(count), using: &generator) })
      let order = (0..<Int32(count)).shuffled(using: &generator)
      let (plain, ordered) = (GroupMembers(labels, order: nil), GroupMembers(labels, order: order))
      for group in 0..<labels.count {
        let nodes = (0..<Int32(count)).filter { labels.labels[Int($0)] == group }
        #expect(Array(plain[group]) == nodes)
        #expect(Array(ordered[group]) == order.filter(nodes.contains))
      }
    }
  }

  /// Pieces cover all groups in their order; one of several groups has no more nodes than it should.
  @Test func piecesCoverAllGroups() {
    var generator = SeededGenerator(seed: 443)
    for count in [0, 1, 5, 100, 1_000] {
      let labels = DenseLabels(
        (0..<count).map { _ in Int32.random(in: 0..<Int32(max(count / 3, 1)), using: &generator) })
      let members = GroupMembers(labels, order: nil)
      for wanted in [1, 4, 64] {
        let pieces = members.pieces(upTo: wanted)
        #expect(pieces.flatMap { Array($0) } == Array(0..<labels.count))
        for piece in pieces where piece.count > 1 {
          #expect(piece.reduce(0) { $0 + members[$1].count } <= max(count / wanted, 16))
        }
      }
    }
  }
}
