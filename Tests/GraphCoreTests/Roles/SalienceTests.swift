import GraphCore
import TestSupport
import Testing

@Suite struct SalienceTests {
  /// From the shortest paths of all pairs, where each has but one.
  @Test func agreesWithAllPaths() throws {
    var generator = SeededGenerator(seed: 1_091)
    for plain in GraphFamilies.ladder + GraphFamilies.random(count: 30, seed: 1_092) {
      // Lengths 2^k are never equal in sum.
      let lengths = plain.edges.indices.map { Double(sign: .plus, exponent: $0, significand: 1) }
        .shuffled(using: &generator)
      let found = try plain.salience(lengths: .values(lengths))
      let table = GraphTable(plain)
      var trees = [[Bool]](
        repeating: [Bool](repeating: false, count: plain.edgeCount), count: plain.nodeCount)
      for root in plain.nodes {
        // Bellman's equation: an edge is in the tree if it ends where its head is first reached.
        var distances = plain.nodes.map { $0 == root ? 0 : Double.infinity }
        for _ in plain.nodes {
          for tail in plain.nodes {
            for head in plain.nodes {
              for edge in table.steps[tail][head] {
                distances[head] = min(distances[head], distances[tail] + lengths[edge])
              }
            }
          }
        }
        for tail in plain.nodes where distances[tail].isFinite {
          for head in plain.nodes where head != root {
            for edge in table.steps[tail][head]
            where tail != head && distances[tail] + lengths[edge] == distances[head] {
              trees[root][edge] = true
            }
          }
        }
      }
      let expected = plain.edges.indices.map { edge in
        Double(trees.count { $0[edge] }) / Double(max(plain.nodeCount, 1))
      }
      #expect(largestDifference(found.values, expected) < 1e-15)
      #expect(
        try plain.salience(lengths: .values(lengths), execution: Execution(threads: 1)) == found)
    }
  }

  /// NetworkX 3.6.1 (`single_source_dijkstra_path` by one over the weight from each node): in how many
  /// of nine trees each edge is.
  @Test func agreesWithNetworkX() throws {
    let edges: [(Int, Int, Double)] = [
      (0, 1, 17), (0, 2, 37), (0, 3, 9), (0, 4, 5), (0, 5, 29), (0, 6, 21), (1, 3, 25), (1, 5, 27),
      (1, 6, 7), (1, 7, 11), (1, 8, 35), (2, 7, 23), (2, 8, 15), (3, 8, 3), (4, 8, 33), (5, 6, 13),
      (5, 7, 31), (7, 8, 19),
    ]
    let graph = GraphFamilies.make(
      9, edges.map { Graph.Edge($0.0, $0.1, weight: $0.2) }, isDirected: false)
    let counts = [7, 6, 0, 0, 4, 7, 9, 6, 0, 0, 7, 2, 3, 0, 9, 3, 6, 3]
    let found = try graph.salience(lengths: .inverseWeights)
    #expect(largestDifference(found.values, counts.map { Double($0) / 9 }) < 1e-15)
  }

  @Test func everyEdgeOfATreeIsInAllTrees() throws {
    let tree = try Graph.tree(nodeCount: 15, branching: 2, isDirected: false)
    #expect(try tree.salience(lengths: .hops).values == [Double](repeating: 1, count: 14))
    #expect(throws: GraphError.self) { try tree.salience(lengths: .values([0])) }
  }
}
