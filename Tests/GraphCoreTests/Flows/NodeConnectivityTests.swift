import GraphCore
import TestSupport
import Testing

@Suite struct NodeConnectivityTests {
  static let graphs =
    GraphFamilies.small + GraphFamilies.ladder
    + GraphFamilies.random(count: 40, nodes: 2...7, seed: 851)

  @Test func agreesWithAllSetsOfNodes() throws {
    for graph in Self.graphs {
      let table = GraphTable(graph)
      var least: Int? = graph.nodeCount == 0 ? nil : graph.nodeCount - 1
      for tail in graph.nodes {
        for head in graph.nodes where head != tail {
          let expected = table.smallestSeparator(from: tail, to: head)
          let cut = try graph.minimumNodeCut(from: tail, to: head)
          #expect(cut?.count == expected)
          if let cut, let expected {
            #expect(!table.reaches(tail, head, without: cut))
            #expect(!cut.contains(tail) && !cut.contains(head))
            #expect(try graph.nodeConnectivity(from: tail, to: head) == expected)
            least = least.map { min($0, expected) }
          }
        }
      }
      #expect(try graph.nodeConnectivity() == least)
    }
  }

  @Test func pathsShareNoNode() throws {
    for graph in Self.graphs where graph.nodeCount > 1 {
      let (tail, head) = (0, graph.nodeCount - 1)
      let paths = try graph.nodeDisjointPaths(from: tail, to: head)
      #expect(try paths.count == graph.nodeConnectivity(from: tail, to: head))
      let between = paths.flatMap { $0.nodes.dropFirst().dropLast() }
      #expect(Set(between).count == between.count)
      for path in paths {
        #expect(path.nodes.first == tail && path.nodes.last == head)
        #expect(path.edges.count == path.nodes.count - 1)
        for (place, edge) in path.edges.enumerated() {
          let ends = [path.nodes[place], path.nodes[place + 1]]
          let own = [graph.edges[edge].tail, graph.edges[edge].head]
          #expect(own == ends || (!graph.isDirected && own == ends.reversed()))
        }
      }
    }
  }

  /// An edge between the two is one way more than the rest has.
  @Test func anEdgeBetweenIsAPath() throws {
    #expect(
      try Graph.complete(nodeCount: 6, isDirected: true).nodeConnectivity(from: 0, to: 1) == 5)
    #expect(try Graph.complete(nodeCount: 6, isDirected: false).nodeConnectivity() == 5)
    #expect(try Graph.hypercube(dimension: 5, isDirected: false).nodeConnectivity() == 5)
  }

  /// Larger and denser graphs, whose smallest degree is seldom the answer: two parts with few nodes in
  /// common. The least over all pairs, each of which asks for one flow of its own.
  @Test(arguments: [true, false]) func agreesWithAllPairs(isDirected: Bool) throws {
    var generator = SeededGenerator(seed: 853)
    for round in 0..<24 {
      let (half, common) = (7 + round % 4, round % 5)
      let count = 2 * half + common
      var pairs: [(Int, Int)] = []
      for tail in 0..<count {
        for head in 0..<count where isDirected ? tail != head : tail < head {
          let isApart = min(tail, head) < half && max(tail, head) >= half + common
          let chance = isApart ? 0.02 : 0.8
          if Double.random(in: 0..<1, using: &generator) < chance { pairs.append((tail, head)) }
        }
      }
      let graph = GraphFamilies.make(count, pairs, isDirected: isDirected)
      var (nodes, edges) = (count - 1, Int.max)
      for tail in graph.nodes {
        for head in graph.nodes where head != tail {
          edges = min(edges, try graph.edgeConnectivity(from: tail, to: head))
          if !pairs.contains(where: { $0 == (tail, head) || (!isDirected && $0 == (head, tail)) }) {
            nodes = min(nodes, try graph.nodeConnectivity(from: tail, to: head))
          }
        }
      }
      for threads in [1, 2] {
        #expect(try graph.nodeConnectivity(execution: Execution(threads: threads)) == nodes)
        #expect(try graph.edgeConnectivity(execution: Execution(threads: threads)) == edges)
      }
    }
  }

  /// Closed forms: a ring in which each node is joined to the two on either side, a complete bipartite
  /// graph, two complete graphs with three nodes in common.
  @Test func closedForms() throws {
    let ring = (0..<300).flatMap { [($0, ($0 + 1) % 300), ($0, ($0 + 2) % 300)] }
    #expect(try GraphFamilies.make(300, ring, isDirected: false).nodeConnectivity() == 4)
    #expect(try GraphFamilies.make(300, ring, isDirected: true).nodeConnectivity() == 2)
    #expect(try GraphFamilies.make(300, ring, isDirected: false).edgeConnectivity() == 4)
    let sides = (0..<4).flatMap { left in (4..<13).map { (left, $0) } }
    #expect(try GraphFamilies.make(13, sides, isDirected: false).nodeConnectivity() == 4)
    let parts = [Array(0..<10), Array(7..<20)].flatMap { part in
      part.flatMap { left in part.filter { $0 > left }.map { (left, $0) } }
    }
    #expect(try GraphFamilies.make(20, parts, isDirected: false).nodeConnectivity() == 3)
  }

  /// NetworkX 3.6.1 (`node_connectivity`) for pairs without an edge, and for whole networks.
  @Test func agreesWithNetworkX() throws {
    let karate = try ReferenceNetwork.named("karate34")
    #expect(try karate.nodeConnectivity(from: 0, to: 33) == 6)
    #expect(try karate.nodeConnectivity(from: 16, to: 26) == 1)
    #expect(try karate.nodeConnectivity(from: 5, to: 30) == 1)
    #expect(try karate.nodeConnectivity() == 1)
    let women = try ReferenceNetwork.named("davis_women")
    #expect(try women.nodeConnectivity() == 2)
    #expect(try women.nodeConnectivity(execution: Execution(threads: 1)) == 2)
  }
}
