import TestSupport
import Testing

@testable import GraphCore

@Suite struct AdjacencyTests {
  @Test func partsAreAllRowsInOrder() {
    for graph in GraphFamilies.ladder + [
      RowSumsTests.large(isDirected: false), RowSumsTests.large(isDirected: true),
      GraphFamilies.make(20_000, [(0, 19_999)], isDirected: true),
    ] {
      for direction in Graph.Direction.allCases {
        for most in [1, 2, 64] {
          let parts = graph.adjacency(direction).parts(most: most)
          #expect(parts.count <= most)
          #expect(parts.flatMap { Array($0) } == Array(graph.nodes))
        }
      }
    }
  }

  /// One part holds at most its share of the entries and one row more.
  @Test func partsHaveAboutAsManyEntries() {
    let rows = RowSumsTests.large(isDirected: false).outgoing
    let longest = rows.offsets.indices.dropLast().map { rows.row($0).count }.max() ?? 0
    for part in rows.parts(most: 16) {
      let entries = rows.offsets[part.upperBound] - rows.offsets[part.lowerBound]
      #expect(entries <= rows.targets.count / 16 + 1 + longest)
    }
  }
}
