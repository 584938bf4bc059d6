import GraphCore
import Testing

@testable import InfluenceAnalysis

@Suite struct PerturbationTests {
  private func graph(isDirected: Bool) throws -> Graph {
    var random = Draw(seed: 5)
    let edges = (0..<40).map { _ -> Graph.Edge in
      let tail = random.below(20)
      return Graph.Edge(tail, (tail + 1 + random.below(19)) % 20, weight: 0.5)
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
      let fewer = try Perturbation.removeNodes.applied(
        to: graph, share: share, using: &generator)
      #expect(fewer.graph.nodeCount == 20 - nodes)
      #expect(Set(fewer.kept).count == 20 - nodes)
      let kept = Set(fewer.kept)
      #expect(
        ends(fewer.graph, fewer.kept)
          == before.filter { kept.contains($0.key.tail) && kept.contains($0.key.head) })

      let thinner = try Perturbation.removeEdges.applied(
        to: graph, share: share, using: &generator)
      #expect(thinner.graph.edges.count == 40 - edges)
      #expect(ends(thinner.graph).allSatisfy { before[$0.key, default: 0] >= $0.value })

      let denser = try Perturbation.addEdges.applied(to: graph, share: share, using: &generator)
      #expect(denser.graph.edges.count == 40 + edges)
      let after = ends(denser.graph)
      #expect(before.allSatisfy { after[$0.key] == $0.value })
      let added = after.filter { before[$0.key] == nil }
      #expect(
        added.count == edges && added.allSatisfy { $0.value == 1 && $0.key.tail != $0.key.head })

      let larger = try Perturbation.addNodes.applied(to: graph, share: share, using: &generator)
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
    let denser = try Perturbation.addEdges.applied(to: graph, share: 0.5, using: &generator)
    #expect(denser.graph.edges.count == 20)
    #expect(ends(denser.graph).count == 20)
  }
}
