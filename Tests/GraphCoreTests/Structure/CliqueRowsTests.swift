import TestSupport
import Testing

@testable import GraphCore

@Suite struct CliqueRowsTests {
  @Test func everyPairIsKeptAtItsEarlierEnd() {
    for graph in GraphFamilies.ladder + GraphFamilies.random(count: 40, seed: 602) {
      let rows = CliqueRows(graph)
      let table = GraphTable(graph)
      for first in graph.nodes {
        let expected = graph.nodes.filter {
          table.isJoined(first, $0) && rows.places[first] < rows.places[$0]
        }
        #expect(rows.laterNeighbors(of: first).map(Int.init) == expected)
      }
    }
  }

  @Test func setsOfBitsHoldWhatIsPutIn() {
    var sets = BitRows()
    sets.reset(rows: 2, width: 130)
    for member in [0, 63, 64, 129] { sets.insert(member, intoRow: 1) }
    sets.remove(0, fromRow: 1)
    #expect(sets.words == 3)
    #expect(sets.first(inRow: 1) == 63)
    #expect(sets.first(inRow: 0) == nil)
    #expect(sets.count(inRow: 1) == 3)
    #expect((0..<130).filter { sets.contains($0, inRow: 1) } == [63, 64, 129])
    sets.grow(toRows: 3)
    #expect(sets.count(inRow: 2) == 0)
  }
}
