import GraphCore
import TestSupport
import Testing

@Suite struct MatchingTests {
  private func check(_ graph: Graph, _ found: Matching) {
    var partners = [Int?](repeating: nil, count: graph.nodeCount)
    for edge in found.edges {
      let (tail, head) = (graph.edges[edge].tail, graph.edges[edge].head)
      #expect(tail != head && partners[tail] == nil && partners[head] == nil)
      partners[tail] = head
      partners[head] = tail
    }
    #expect(partners == found.partners)
  }

  @Test func agreesWithTryingAllPairs() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 200, nodes: 1...10, seed: 871)
    {
      let found = try graph.maximumMatching()
      check(graph, found)
      #expect(found.count == GraphTable(graph).largestMatching())
    }
  }

  /// Sparse graphs, where one wrong pair cannot be made good by others.
  @Test func sparseGraphs() throws {
    var generator = SeededGenerator(seed: 873)
    for edgeCount in [12, 14, 16, 18] {
      for _ in 0..<120 {
        let graph = try Graph.erdosRenyi(
          nodeCount: 13, edgeCount: edgeCount, isDirected: false, using: &generator)
        let found = try graph.maximumMatching()
        check(graph, found)
        #expect(found.count == GraphTable(graph).largestMatching())
      }
    }
  }

  /// Triangles in a chain, whose cycles are drawn together within each other; names are shuffled so
  /// that the greedy start goes wrong.
  @Test func cyclesWithinCycles() throws {
    var generator = SeededGenerator(seed: 872)
    for round in 0..<60 {
      let count = 12
      var pairs: [(Int, Int)] = []
      for node in 0..<count {
        pairs.append((node, (node + 1) % count))
        if Bool.random(using: &generator) { pairs.append((node, (node + 2) % count)) }
      }
      pairs.removeAll { _ in Int.random(in: 0..<4, using: &generator) == 0 }
      let names = Array(0..<count).shuffled(using: &generator)
      let graph = GraphFamilies.relabelled(
        GraphFamilies.make(count, pairs, isDirected: round % 2 == 0), names)
      let found = try graph.maximumMatching()
      check(graph, found)
      #expect(found.count == GraphTable(graph).largestMatching())
    }
  }

  /// Sizes in NetworkX 3.6.1 (`max_weight_matching` with `maxcardinality`).
  @Test(arguments: [
    ("karate34", 13), ("lesmis77", 32), ("davis_women", 14), ("ise_typed_nov13", 50),
  ])
  func agreesWithNetworkX(name: String, count: Int) throws {
    let graph = try ReferenceNetwork.named(name)
    let found = try graph.maximumMatching()
    check(graph, found)
    #expect(found.count == count)
  }

  @Test func aLongPathAndALongOddRing() throws {
    #expect(try Graph.path(nodeCount: 20_001, isDirected: false).maximumMatching().count == 10_000)
    #expect(try Graph.cycle(nodeCount: 2_001, isDirected: false).maximumMatching().count == 1_000)
  }
}
