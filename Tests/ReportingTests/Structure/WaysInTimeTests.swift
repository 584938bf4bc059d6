import GraphCore
import InfluenceAnalysis
import TestSupport
import Testing

@testable import Reporting

/// Ways in time between two nodes, against all paths one by one, and by hand.
@Suite struct WaysInTimeTests {
  private func rows(
    _ sequence: ContactSequence, from source: Int, to target: Int
  ) throws -> [[NetworkFindings.Cell]] {
    let graph = try Graph(
      nodeCount: sequence.nodeCount, edges: sequence.contacts.map { Graph.Edge($0.tail, $0.head) },
      isDirected: sequence.isDirected)
    let network = StudiedNetwork(
      PlainSubject(
        title: "", graph: graph, nodes: graph.nodes.map { .init(id: "\($0)", name: "\($0)") }))
    var options = StructureReport.Options()
    options.between = (source, target)
    options.times = ("day", sequence.contacts.map(\.start))
    let found = try StructureReport.findings(on: network, options)
    let section = try #require(found.section("betweenInTime"))
    guard case .rows(let rows) = section.content else { return [] }
    return rows.rows
  }

  @Test func theyAreTheBestOfAll() throws {
    var count = 0
    for drawn in SlowTemporal.sequences(count: 60, nodes: 2...6, seed: 902) {
      let sequence = try ContactSequence(
        nodeCount: drawn.nodeCount,
        contacts: drawn.contacts.map { .init($0.tail, $0.head, start: $0.start) },
        isDirected: drawn.isDirected)
      let all = SlowTemporal(sequence, within: -100...100)
      for source in sequence.nodes {
        for target in sequence.nodes where target != source {
          let paths = all.paths[source][target]
          let rows = try rows(sequence, from: source, to: target)
          #expect(rows.isEmpty == paths.isEmpty)
          guard rows.count == 4 else { continue }
          count += 1
          for row in rows {
            // What it says of itself is so of some path by these nodes.
            #expect(
              paths.contains { path in
                row[2] == .number(path.departure) && row[3] == .number(path.arrival)
                  && row[5] == .integer(path.contacts.count)
                  && row[7] == .names(path.nodes.map { "\($0)" })
              })
          }
          #expect(rows[0][3] == .number(paths.map(\.arrival).min()))
          #expect(rows[1][2] == .number(paths.map(\.departure).max()))
          #expect(rows[2][5] == .count(paths.map(\.contacts.count).min()))
          #expect(rows[3][4] == .number(paths.map { $0.arrival - $0.departure }.min()))
        }
      }
    }
    #expect(count > 200)
  }

  /// The few contacts to a node on the way, 0 to 2 at 9, are not in time for the next, at 3.
  @Test func moreContactsToOneOnTheWayCanBeNeeded() throws {
    let sequence = try ContactSequence(
      nodeCount: 4,
      contacts: [
        .init(0, 1, start: 1), .init(1, 2, start: 2), .init(0, 2, start: 9), .init(2, 3, start: 3),
      ], isDirected: true)
    #expect(try rows(sequence, from: 0, to: 3)[2][7] == .names(["0", "1", "2", "3"]))
    #expect(try rows(sequence, from: 0, to: 2)[2][7] == .names(["0", "2"]))
  }
}
