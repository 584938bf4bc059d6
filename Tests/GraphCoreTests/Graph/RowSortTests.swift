import GraphCore
import Testing

/// Graphs large enough that rows are sorted by several threads and long rows digit by digit.
@Suite struct RowSortTests {
  /// Edges of which many meet in a few nodes, with loops and parallel edges.
  private func skewed(
    nodeCount: Int, edgeCount: Int, seed: UInt64, isDirected: Bool
  ) throws -> Graph {
    var generator = SeededGenerator(seed: seed)
    func end() -> Int {
      let unit = generator.nextUnit()
      return Int(unit * unit * unit * Double(nodeCount))
    }
    return try Graph(
      nodeCount: nodeCount,
      edges: (0..<edgeCount).map { _ in Graph.Edge(end(), end()) }, isDirected: isDirected)
  }

  @Test(arguments: [(300, 70_000), (70_000, 90_000), (2_000, 40_000)], [true, false])
  func rowsAreWhatSortingTheEndsGives(size: (nodes: Int, edges: Int), isDirected: Bool) throws {
    let graph = try skewed(
      nodeCount: size.nodes, edgeCount: size.edges, seed: 5, isDirected: isDirected)
    try graph.checkInvariants()
    // The twin: triples (near, far, edge), sorted by comparison.
    var triples: [(Int, Int, Int)] = []
    for (index, edge) in graph.edges.enumerated() {
      triples.append((edge.tail, edge.head, index))
      if !isDirected, edge.tail != edge.head { triples.append((edge.head, edge.tail, index)) }
    }
    triples.sort(by: <)
    let rows = graph.adjacency(.outward)
    #expect(Array(rows.targets) == triples.map { Int32($0.1) })
    #expect(Array(rows.edges) == triples.map { Int32($0.2) })
    #expect(graph.nodes.allSatisfy { node in rows.row(node).allSatisfy { triples[$0].0 == node } })
  }

  @Test func theEdgesOfRowsAreMadeOnceForAllWhoAsk() throws {
    let graph = try skewed(nodeCount: 50, edgeCount: 900, seed: 6, isDirected: true)
    let copy = graph
    #expect(graph.adjacency(.inward).edges == copy.adjacency(.inward).edges)
    #expect(graph == copy)
  }
}
