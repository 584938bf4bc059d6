public import GraphCore

/// Graphs for tests: every small one, seeded random ones, and the ladder of special cases.
public enum GraphFamilies {
  /// Every simple graph of 0 to 4 nodes: 4,165 directed ones and 76 undirected ones.
  public static let small: [Graph] = (0...4).flatMap { nodeCount in
    simpleGraphs(nodeCount: nodeCount, isDirected: false)
      + simpleGraphs(nodeCount: nodeCount, isDirected: true)
  }

  /// The same with weights: quarters from 0.25 to 1 by edge, so that ties are common.
  public static let smallWeighted: [Graph] = small.enumerated().map { place, graph in
    make(
      graph.nodeCount,
      graph.edges.enumerated().map { index, edge in
        Graph.Edge(edge.tail, edge.head, weight: Double((place + index * index) % 4 + 1) / 4)
      }, isDirected: graph.isDirected)
  }

  /// Every simple graph of a number of nodes.
  public static func simpleGraphs(nodeCount: Int, isDirected: Bool) -> [Graph] {
    var pairs: [Graph.Edge] = []
    for tail in 0..<nodeCount {
      for head in 0..<nodeCount where isDirected ? tail != head : tail < head {
        pairs.append(Graph.Edge(tail, head))
      }
    }
    return (0..<(1 << pairs.count)).map { mask in
      make(
        nodeCount, pairs.indices.filter { mask >> $0 & 1 == 1 }.map { pairs[$0] },
        isDirected: isDirected)
    }
  }

  /// Random graphs with loops, parallel edges and isolates, half of them directed.
  ///
  /// Weights are quarters from 0.25 to 3, so that sums are exact and ties are common.
  public static func random(
    count: Int, nodes: ClosedRange<Int> = 1...9, seed: UInt64, isWeighted: Bool = false
  ) -> [Graph] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { index in
      let nodeCount = Int.random(in: nodes, using: &generator)
      let edgeCount = Int.random(in: 0...(3 * nodeCount), using: &generator)
      let edges = (0..<edgeCount).map { _ in
        Graph.Edge(
          Int.random(in: 0..<nodeCount, using: &generator),
          Int.random(in: 0..<nodeCount, using: &generator),
          weight: isWeighted ? Double(Int.random(in: 1...12, using: &generator)) / 4 : nil)
      }
      return make(nodeCount, edges, isDirected: index.isMultiple(of: 2))
    }
  }

  /// Empty, one node, K2, loops, parallel edges, disconnected: directed and undirected.
  public static let ladder: [Graph] = [false, true].flatMap { isDirected in
    [
      make(0, noPairs, isDirected: isDirected),
      make(1, noPairs, isDirected: isDirected),
      make(1, [(0, 0)], isDirected: isDirected),
      make(2, noPairs, isDirected: isDirected),
      make(2, [(0, 1)], isDirected: isDirected),
      make(2, [(0, 1), (0, 1), (1, 0)], isDirected: isDirected),
      make(3, [(0, 1), (1, 1), (1, 2), (1, 2)], isDirected: isDirected),
      make(6, [(0, 1), (1, 2), (2, 0), (3, 4)], isDirected: isDirected),
    ]
  }

  private static let noPairs: [(Int, Int)] = []

  /// A graph of pairs.
  public static func make(_ nodeCount: Int, _ pairs: [(Int, Int)], isDirected: Bool) -> Graph {
    make(nodeCount, pairs.map { Graph.Edge($0.0, $0.1) }, isDirected: isDirected)
  }

  /// A graph of edges that are known to be sound.
  public static func make(_ nodeCount: Int, _ edges: [Graph.Edge], isDirected: Bool) -> Graph {
    do {
      return try Graph(nodeCount: nodeCount, edges: edges, isDirected: isDirected)
    } catch {
      preconditionFailure("a graph of the tests is unsound: \(error)")
    }
  }

  /// The graph with its nodes renamed: node v becomes `names[v]`.
  public static func relabelled(_ graph: Graph, _ names: [Int]) -> Graph {
    make(
      graph.nodeCount,
      graph.edges.map { Graph.Edge(names[$0.tail], names[$0.head], weight: $0.weight) },
      isDirected: graph.isDirected)
  }
}
