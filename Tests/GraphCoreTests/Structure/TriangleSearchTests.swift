import TestSupport
import Testing

@testable import GraphCore

@Suite struct TriangleSearchTests {
  /// By node, how many pairs of its neighbours are joined, found by trying all pairs.
  private func counts(_ graph: Graph) -> [Int] {
    var neighbors = [Set<Int>](repeating: [], count: graph.nodeCount)
    for edge in graph.edges where edge.tail != edge.head {
      neighbors[edge.tail].insert(edge.head)
      neighbors[edge.head].insert(edge.tail)
    }
    return neighbors.map { own in
      own.reduce(0) { $0 + neighbors[$1].intersection(own).count } / 2
    }
  }

  @Test func smallGraphsAgreeWithAllPairsOfNeighbours() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 1...20, seed: 103)
    {
      let expected = counts(graph)
      let search = TriangleSearch(graph)
      #expect(try search.countByNode() == expected)
      #expect(try search.count() * 3 == expected.reduce(0, +))
    }
  }

  /// Graphs of more entries than one thread takes, with hubs, loops and parallel edges.
  @Test(arguments: [false, true]) func largeGraphsAgreeWithAllPairsOfNeighbours(isDirected: Bool)
    throws
  {
    var generator = SeededGenerator(seed: 104)
    let pairs = (0..<24_000).map { _ in
      // The smaller of three draws makes hubs of the small numbers.
      let ends = (0..<2).map { _ in
        (0..<3).map { _ in Int.random(in: 0..<900, using: &generator) }.min() ?? 0
      }
      return (ends[0], ends[1])
    }
    let graph = GraphFamilies.make(1000, pairs, isDirected: isDirected)
    let expected = counts(graph)
    let search = TriangleSearch(graph)
    #expect(try search.countByNode() == expected)
    #expect(try search.count() * 3 == expected.reduce(0, +))
    #expect(try graph.triangles().values == expected)
  }

  /// In K200 each node is in one triangle for each pair of the others: 199 * 198 / 2.
  @Test func aCompleteGraphHasAllTriangles() throws {
    let pairs = (0..<200).flatMap { tail in (0..<tail).map { (tail, $0) } }
    let graph = GraphFamilies.make(201, pairs, isDirected: false)
    #expect(try TriangleSearch(graph).count() == 200 * 199 * 198 / 6)
    #expect(try graph.triangles().values == [Int](repeating: 19_701, count: 200) + [0])
    #expect(try graph.transitivity() == 1)
    #expect(try graph.clustering().values == [Double](repeating: 1, count: 200) + [0])
  }
}
