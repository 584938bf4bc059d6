import TestSupport
import Testing

@testable import GraphCore

@Suite struct RowSumsTests {
  /// The sums edge by edge.
  private func sums(
    _ graph: Graph, _ vector: [Double], _ weights: [Double]?, _ direction: Graph.Direction
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: graph.nodeCount)
    for (index, edge) in graph.edges.enumerated() {
      let weight = weights?[index] ?? 1
      let (near, far) =
        direction == .outward ? (edge.tail, edge.head) : (edge.head, edge.tail)
      sums[near] += weight * vector[far]
      if !graph.isDirected, near != far { sums[far] += weight * vector[near] }
    }
    return sums
  }

  /// Whole numbers and quarters, so that sums are exact in any order.
  @Test func agreesWithAddingUpTheEdges() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 1...20, seed: 105, isWeighted: true)
    {
      let vector = graph.nodes.map { Double($0 * $0 + 1) }
      for direction in Graph.Direction.allCases {
        for weights in [nil, graph.weights] {
          #expect(
            graph.gathered(vector, weights: weights, direction: direction)
              == sums(graph, vector, weights, direction))
        }
      }
    }
  }

  @Test(arguments: [false, true]) func threadsChangeNoBit(isDirected: Bool) {
    let graph = Self.large(isDirected: isDirected)
    let vector = graph.nodes.map { 1 / Double($0 + 3) }
    #expect(RowSums(graph, weights: nil, direction: .inward).parts.count > 1)
    for weights in [nil, graph.weights] {
      let one = graph.gathered(vector, weights: weights, threads: 1)
      #expect(largestDifference(one, sums(graph, vector, weights, .inward)) < 1e-9)
      for threads in [2, 3, 8] {
        #expect(graph.gathered(vector, weights: weights, threads: threads) == one)
      }
    }
  }

  /// A graph of more entries than one part takes, with a hub and nodes without edges.
  static func large(isDirected: Bool) -> Graph {
    var generator = SeededGenerator(seed: 106)
    let edges = (0..<30_000).map { index in
      Graph.Edge(
        index < 3000 ? 7 : Int.random(in: 0..<2000, using: &generator),
        Int.random(in: 0..<1900, using: &generator),
        weight: Double.random(in: 0.5..<2, using: &generator))
    }
    return GraphFamilies.make(2100, edges, isDirected: isDirected)
  }
}
