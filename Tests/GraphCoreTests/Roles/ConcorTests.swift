import GraphCore
import TestSupport
import Testing

@Suite struct ConcorTests {
  private func digits(_ labels: [Int]) -> String { labels.map(String.init).joined() }

  /// NumPy 2 (`corrcoef` of rows, again and again until all are 1 or -1 to 1e-9), then for each half.
  @Test func agreesWithNumPy() throws {
    let karate = NamedNetwork.karateClub.graph
    #expect(digits(try karate.concor().labels) == "0000000011000011001010111111111111")
    #expect(
      digits(try karate.concor(splits: 2).labels) == "0111000122011122012121223322322233")
    let kite = NamedNetwork.krackhardtKite.graph
    #expect(digits(try kite.concor().labels) == "0000000111")
  }

  /// Nodes with the same ties are never divided, and isolates go together.
  @Test func alikeNodesStayTogether() throws {
    let pairs = (0..<3).flatMap { tail in (3..<7).map { (tail, $0) } }
    for isDirected in [true, false] {
      let graph = GraphFamilies.make(9, pairs, isDirected: isDirected)
      for splits in 1...4 {
        let labels = try graph.concor(splits: splits).labels
        #expect(Set(labels[0..<3]).count == 1)
        #expect(Set(labels[3..<7]).count == 1)
        #expect(labels[7] == labels[8])
        #expect(labels[0] != labels[3])
      }
    }
  }

  @Test func theLadder() throws {
    for graph in GraphFamilies.ladder {
      #expect(try graph.concor().labels.count == graph.nodeCount)
    }
    #expect(throws: GraphError.self) { try GraphFamilies.ladder[0].concor(splits: 0) }
  }
}
