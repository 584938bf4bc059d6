import TestSupport
import Testing

@testable import GraphCore

@Suite struct TieTableTests {
  /// Whether what each tie would change is what the statistics of the graphs with and without it differ by.
  private static func changesAreDifferences(_ graph: Graph, _ terms: [GraphTerm]) throws -> Bool {
    let table = try TieTable(graph, terms)
    let edges = graph.edges.map { ($0.tail, $0.head) }
    var change = [Double](repeating: 0, count: terms.count)
    for tail in graph.nodes {
      for head in graph.nodes where graph.isDirected ? tail != head : tail < head {
        let rest = edges.filter { $0 != (tail, head) && (graph.isDirected || $0 != (head, tail)) }
        func statistics(_ edges: [(Int, Int)]) -> [Double] {
          SlowModels.statistics(
            of: GraphFamilies.make(graph.nodeCount, edges, isDirected: graph.isDirected), terms)
        }
        let expected = zip(statistics(rest + [(tail, head)]), statistics(rest)).map { $0 - $1 }
        table.changes(tail, head, into: &change)
        if largestDifference(change, expected) > 1e-12 { return false }
      }
    }
    return true
  }

  private static func terms(isDirected: Bool) -> [GraphTerm] {
    let terms: [GraphTerm] = [
      .edges, .triangles, .sharedPartners(decay: 0), .sharedPartners(decay: 0.6),
    ]
    return isDirected ? terms + [.mutual, .transitiveTriples, .cyclicTriples] : terms
  }

  /// Ties that are there and ties that are not, of every graph of up to three nodes and a seventh of those
  /// of four.
  @Test func changesOfSmallGraphsAreDifferences() throws {
    for (place, graph) in GraphFamilies.small.enumerated()
    where graph.nodeCount < 4 || !graph.isDirected || place % 7 == 0 {
      let terms = Self.terms(isDirected: graph.isDirected)
      #expect(try Self.changesAreDifferences(graph, terms), "\(graph.edges)")
    }
  }

  @Test func changesOfRandomGraphsAreDifferences() throws {
    let graphs = GraphFamilies.random(count: 20, nodes: 5...8, seed: 449) + [SampsonMonks.graph]
    for graph in graphs.map({ $0.simplified() }) {
      let terms = Self.terms(isDirected: graph.isDirected)
      #expect(try Self.changesAreDifferences(graph, terms), "\(graph.edges)")
    }
  }

  /// After ties have come and gone the table is as one made of what is left.
  @Test func whatIsLeftOfTiesIsAllThatCounts() throws {
    for isDirected in [false, true] {
      let terms = Self.terms(isDirected: isDirected)
      var generator = SeededGenerator(seed: 457)
      var table = TieTable(nodeCount: 7, isDirected: isDirected, terms)
      for _ in 0..<400 {
        let tail = Int.random(in: 0..<7, using: &generator)
        let head = (tail + Int.random(in: 1..<7, using: &generator)) % 7
        table.toggle(tail, head)
      }
      let left = GraphFamilies.make(
        7, table.ties.map { (Int($0.tail), Int($0.head)) }, isDirected: isDirected)
      let anew = try TieTable(left, terms)
      var changes = [[0.0], [0.0]].map { _ in [Double](repeating: 0, count: terms.count) }
      for tail in 0..<7 {
        for head in 0..<7 where head != tail {
          table.changes(tail, head, into: &changes[0])
          anew.changes(tail, head, into: &changes[1])
          #expect(largestDifference(changes[0], changes[1]) < 1e-12)
        }
      }
    }
  }
}
