import TestSupport
import Testing

@testable import GraphCore

@Suite struct CliqueSearchTests {
  @Test func everyCliqueBelongsToTheFirstOfItsNodesInOrder() {
    for graph in GraphFamilies.random(count: 40, nodes: 1...11, seed: 603) {
      let rows = CliqueRows(graph)
      var search = CliqueSearch(rows, minimumSize: 1)
      for place in graph.nodes {
        search.begin(at: place)
        while let clique = search.next() {
          #expect(clique.map { rows.places[$0] }.min() == Int32(place))
        }
      }
    }
  }
}
