import GraphCore
import TestSupport
import Testing

@Suite struct PerturbationTests {
  private func graph(isDirected: Bool) throws -> Graph {
    var random = SeededGenerator(seed: 5)
    let edges = (0..<40).map { edge -> Graph.Edge in
      let tail = Int.random(in: 0..<20, using: &random)
      let head = (tail + 1 + Int.random(in: 0..<19, using: &random)) % 20
      return Graph.Edge(tail, head, weight: Double(edge + 1))
    }
    return try Graph(nodeCount: 20, edges: edges, isDirected: isDirected)
  }

  private struct Ends: Hashable {
    var tail: Int
    var head: Int
  }

  private func ends(_ graph: Graph, _ kept: [Int]? = nil) -> [Ends: Int] {
    var counts: [Ends: Int] = [:]
    for edge in graph.edges {
      let (a, b) = (kept?[edge.tail] ?? edge.tail, kept?[edge.head] ?? edge.head)
      counts[
        graph.isDirected || a <= b ? Ends(tail: a, head: b) : Ends(tail: b, head: a), default: 0] +=
        1
    }
    return counts
  }

  @Test("errors have the size asked for and leave the rest as it was", arguments: [true, false])
  func sizes(isDirected: Bool) throws {
    let graph = try graph(isDirected: isDirected)
    let before = ends(graph)
    var generator = SeededGenerator(seed: 1)
    for (share, nodes, edges) in [(0.05, 1, 2), (0.25, 5, 10), (0.5, 10, 20)] {
      let fewer = try graph.perturbed(.removeNodes, share: share, using: &generator)
      #expect(fewer.graph.nodeCount == 20 - nodes)
      #expect(Set(fewer.kept).count == 20 - nodes)
      let kept = Set(fewer.kept)
      #expect(
        ends(fewer.graph, fewer.kept)
          == before.filter { kept.contains($0.key.tail) && kept.contains($0.key.head) })

      let thinner = try graph.perturbed(.removeEdges, share: share, using: &generator)
      #expect(thinner.graph.edges.count == 40 - edges)
      #expect(ends(thinner.graph).allSatisfy { before[$0.key, default: 0] >= $0.value })

      let denser = try graph.perturbed(.addEdges, share: share, using: &generator)
      #expect(denser.graph.edges.count == 40 + edges)
      let after = ends(denser.graph)
      #expect(before.allSatisfy { after[$0.key] == $0.value })
      let added = after.filter { before[$0.key] == nil }
      #expect(
        added.count == edges && added.allSatisfy { $0.value == 1 && $0.key.tail != $0.key.head })

      let larger = try graph.perturbed(.addNodes, share: share, using: &generator)
      #expect(larger.graph.nodeCount == 20 + nodes)
      #expect(larger.kept == Array(0..<20))
      #expect(ends(larger.graph).filter { $0.key.head < 20 && $0.key.tail < 20 } == before)
    }
  }

  @Test("a full network takes no more edges, and the last missing ones are found")
  func full() throws {
    var edges = (0..<5).flatMap { tail in
      (0..<5).filter { $0 != tail }.map { Graph.Edge(tail, $0) }
    }
    edges.removeLast(2)
    let graph = try Graph(nodeCount: 5, edges: edges, isDirected: true)
    var generator = SeededGenerator(seed: 1)
    let denser = try graph.perturbed(.addEdges, share: 0.5, using: &generator)
    #expect(denser.graph.edges.count == 20)
    #expect(ends(denser.graph).count == 20)
  }

  @Test("what is removed is each node or edge equally often")
  func removalIsEven() throws {
    let graph = try graph(isDirected: true)
    var generator = SeededGenerator(seed: 3)
    var nodes = [Int](repeating: 0, count: 20)
    var edges = [Int](repeating: 0, count: 40)
    for _ in 0..<4_000 {
      for node in try graph.perturbed(.removeNodes, share: 0.25, using: &generator).kept {
        nodes[node] += 1
      }
      for edge in try graph.perturbed(.removeEdges, share: 0.25, using: &generator).graph.edges {
        edges[Int(edge.weight ?? 0) - 1] += 1
      }
    }
    // Binomial with p = 3/4: 3,000, deviation 27.4; five of them.
    #expect(nodes.allSatisfy { abs($0 - 3_000) < 137 })
    #expect(edges.allSatisfy { abs($0 - 3_000) < 137 })
  }

  @Test("a new node is as busy as each of the others equally often", arguments: [true, false])
  func newNodesAreLikeOld(isDirected: Bool) throws {
    // A star with a loop at the hub and two edges to the first leaf; directed, all lead outward.
    let star = try Graph(
      nodeCount: 5,
      edges: [.init(0, 0), .init(0, 1), .init(0, 1), .init(0, 2), .init(0, 3), .init(0, 4)],
      isDirected: isDirected)
    var generator = SeededGenerator(seed: 4)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<5_000 {
      let found = try star.perturbed(.addNodes, share: 0.2, using: &generator).graph
      counts[[found.outNeighbors(of: 5).count, found.inNeighbors(of: 5).count], default: 0] += 1
    }
    // One hub of five edges, one leaf of two, three of one: 1,000 and 3,000, deviations 28 and 35.
    let likes = isDirected ? [[5, 0], [0, 2], [0, 1]] : [[5, 5], [2, 2], [1, 1]]
    #expect(Set(counts.keys) == Set(likes))
    for (like, expected) in zip(likes, [1_000, 1_000, 3_000]) {
      #expect(abs(counts[like, default: 0] - expected) < 175)
    }
  }

  @Test("nothing can be wrong with nothing, and shares out of range are refused")
  func limits() throws {
    var generator = SeededGenerator(seed: 1)
    for kind in Graph.Perturbation.allCases {
      let empty = try Graph(nodeCount: 0, edges: [], isDirected: true)
      #expect(try empty.perturbed(kind, share: 1, using: &generator).graph == empty)
      for share in [0, -0.1, 1.1, .nan] {
        #expect(throws: GraphError.self) {
          try empty.perturbed(kind, share: share, using: &generator)
        }
      }
    }
    let lone = try Graph(nodeCount: 1, edges: [], isDirected: false)
    #expect(try lone.perturbed(.addEdges, share: 1, using: &generator).graph == lone)
    #expect(try lone.perturbed(.addNodes, share: 1, using: &generator).graph.nodeCount == 2)
    #expect(try lone.perturbed(.removeNodes, share: 0.1, using: &generator).graph.nodeCount == 0)
  }
}
