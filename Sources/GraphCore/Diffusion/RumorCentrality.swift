/// From which node something most likely began to spread.
public struct RumorSource: Sendable, Equatable {
  /// By node, the logarithm of its rumour centrality; nil for nodes that it did not reach.
  public let logarithms: NodeValues<Double?>
  /// The reached node of highest centrality, of several the smallest; nil where none is defined.
  public let source: Int?
  /// Whether the reached nodes form a tree, so that the centralities are exact.
  public let isExact: Bool
}

extension Graph {
  /// Where something began that has reached some nodes by now, by rumour centrality.
  ///
  /// The rumour centrality of a node in a tree of N nodes is the number of orders in which the others
  /// can have been reached from it: N! over the product, over all nodes, of the size of the subtree
  /// below [Shah2011]. On regular trees where every edge passes it on at the same rate the highest is
  /// the most likely source; but the chance that it is the true one falls to 0 on a long path, and to
  /// 1/4 on a large tree of degree 3. Where the reached nodes do not form a tree, each is scored in its
  /// own tree of breadth-first search, the smallest parent first: a rule of thumb. All reached nodes
  /// are taken to be known, and nothing of when each was reached. Direction is ignored; loops and
  /// parallel edges change nothing.
  ///
  /// - Parameters:
  ///   - reached: The nodes that it has reached; the order means nothing.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Natural logarithms from 0. Not defined if the reached nodes are not connected among
  ///   themselves, or there are none.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(n + m) time on a tree and O(N (N + M)) otherwise, for N reached nodes with M edges
  ///   between them; O(n + m) space, and O(N) for each thread.
  public func rumorSource(
    reached: [Int], execution: Execution = Execution()
  ) throws(GraphError) -> RumorSource {
    let part = subgraph(of: reached)
    let graph = part.graph.asUndirected().simplified()
    guard graph.weakComponents().count == 1 else {
      return RumorSource(
        logarithms: NodeValues(
          measure: "rumor-centrality", values: [Double?](repeating: nil, count: nodeCount),
          undefinedBecause: graph.nodeCount == 0
            ? "no node was reached" : "the reached nodes are not connected"),
        source: nil, isExact: false)
    }
    let isTree = graph.edgeCount == graph.nodeCount - 1
    let scores = isTree ? graph.rumorLogarithmsOfTree() : try graph.rumorLogarithms(execution)
    var values = [Double?](repeating: nil, count: nodeCount)
    var best = 0
    for (index, node) in part.nodes.enumerated() {
      values[node] = scores[index]
      // Differences below this are rounding.
      if scores[index] > scores[best] + 1e-9 { best = index }
    }
    return RumorSource(
      logarithms: NodeValues(measure: "rumor-centrality", values: values),
      source: part.nodes[best], isExact: isTree)
  }

  private func logarithmOfFactorial() -> Double {
    nodes.reduce(0) { $0 + Double($1 + 1).naturalLogarithm }
  }

  /// One score, then from each node to its children: T of a child becomes N - T of the parent.
  private func rumorLogarithmsOfTree() -> [Double] {
    let tree = treeFrom(0)
    var scores = [Double](repeating: 0, count: nodeCount)
    scores[0] =
      logarithmOfFactorial() - tree.sizes.reduce(0) { $0 + Double($1).naturalLogarithm }
    for node in tree.order.dropFirst() {
      let size = tree.sizes[node]
      scores[node] =
        scores[tree.parents[node]] + Double(size).naturalLogarithm
        - Double(nodeCount - size).naturalLogarithm
    }
    return scores
  }

  private func rumorLogarithms(_ execution: Execution) throws(GraphError) -> [Double] {
    let all = logarithmOfFactorial()
    return try ChunkedWork(count: nodeCount, execution: execution).map { roots in
      roots.map { root in
        treeFrom(root).sizes.reduce(all) { $0 - Double($1).naturalLogarithm }
      }
    }
  }

  /// The tree of breadth-first search in this connected graph, and the sizes of its subtrees.
  private func treeFrom(_ root: Int) -> (order: [Int], parents: [Int], sizes: [Int]) {
    var parents = [Int](repeating: -1, count: nodeCount)
    var sizes = [Int](repeating: 1, count: nodeCount)
    var order = [root]
    parents[root] = root
    var next = 0
    while next < order.count {
      let node = order[next]
      next += 1
      for entry in outgoing.row(node) where parents[Int(outgoing.targets[entry])] < 0 {
        parents[Int(outgoing.targets[entry])] = node
        order.append(Int(outgoing.targets[entry]))
      }
    }
    for node in order.dropFirst().reversed() { sizes[parents[node]] += sizes[node] }
    return (order, parents, sizes)
  }
}
