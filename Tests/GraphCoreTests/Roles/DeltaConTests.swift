import Foundation
import GraphCore
import TestSupport
import Testing

@Suite struct DeltaConTests {
  /// NumPy 2 (`linalg.inv`): the karate club without an edge, with one more, and a ring.
  @Test func agreesWithNumPy() throws {
    let karate = NamedNetwork.karateClub.graph
    let edges = karate.edges.map { ($0.tail, $0.head) }
    let less = GraphFamilies.make(34, edges.filter { $0 != (0, 1) }, isDirected: false)
    let more = GraphFamilies.make(34, edges + [(16, 26)], isDirected: false)
    let ring = try Graph.cycle(nodeCount: 34, isDirected: false)
    #expect(try karate.deltaConSimilarity(to: karate) == 1)
    for (other, value) in [
      (less, 0.820033243647184), (more, 0.7331422675965407), (ring, 0.1650902599180242),
    ] {
      #expect(abs(try karate.deltaConSimilarity(to: other) - value) < 1e-10)
      #expect(abs(try other.deltaConSimilarity(to: karate) - value) < 1e-10)
    }
    let pair = try Graph.path(nodeCount: 2, isDirected: true)
    let none = GraphFamilies.make(2, [(0, 0)], isDirected: true)
    #expect(abs(try pair.deltaConSimilarity(to: none) - 0.533749884571128) < 1e-12)
  }

  /// The same with the inverse by elimination.
  @Test func agreesWithElimination() throws {
    let graphs = GraphFamilies.random(count: 30, nodes: 6...6, seed: 1_121)
    for (graph, other) in zip(graphs, graphs.dropFirst()) {
      let roots = [graph, other].map { graph -> [Double] in
        let table = GraphTable(graph)
        let ties = (0..<6).map { first in (0..<6).map { table.isJoined(first, $0) ? 1.0 : 0.0 } }
        let degrees = ties.map { $0.reduce(0, +) }
        let e = 1 / (1 + (degrees.max() ?? 0))
        var rows = (0..<6).map { row in
          (0..<6).map { ($0 == row ? 1 + e * e * degrees[row] : 0) - e * ties[row][$0] }
            + (0..<6).map { $0 == row ? 1.0 : 0.0 }
        }
        for pivot in 0..<6 {
          rows[pivot] = rows[pivot].map { $0 / rows[pivot][pivot] }
          for row in 0..<6 where row != pivot {
            rows[row] = zip(rows[row], rows[pivot]).map { $0 - rows[row][pivot] * $1 }
          }
        }
        return rows.flatMap { row in row[6...].map { sqrt(max($0, 0)) } }
      }
      let distance = zip(roots[0], roots[1]).reduce(0) { $0 + pow($1.0 - $1.1, 2) }
      let found = try graph.deltaConSimilarity(to: other)
      #expect(abs(found - 1 / (1 + sqrt(distance))) < 1e-9)
      let alone = Execution(threads: 1)
      #expect(try graph.deltaConSimilarity(to: other, execution: alone) == found)
    }
  }

  @Test func theLadder() throws {
    for graph in GraphFamilies.ladder { #expect(try graph.deltaConSimilarity(to: graph) == 1) }
    #expect(throws: GraphError.wrongCount(of: "nodes", expected: 0, actual: 1)) {
      try GraphFamilies.ladder[0].deltaConSimilarity(to: GraphFamilies.ladder[1])
    }
  }
}
