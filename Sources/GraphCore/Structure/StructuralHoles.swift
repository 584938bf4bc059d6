extension Graph {
  /// Burt's constraint of each node: how far its ties lead back to one another.
  ///
  /// With p(u, v) the share of node u's ties that go to v, the constraint is the sum over its
  /// neighbours v of (p(u, v) + sum over q of p(u, q) p(q, v))^2 [Burt2004]. The tie between two
  /// nodes is the sum over all edges between them in either direction, so direction is ignored,
  /// parallel edges add up, and loops are left out.
  ///
  /// - Parameter usesWeights: Whether the strength of an edge is its weight, 0 or more; 1
  ///   otherwise.
  /// - Returns: Raw scores above 0: 1 for a node with a single tie, 1.125 for each corner of a
  ///   triangle that stands alone; nil for a node without ties.
  /// - Throws: `GraphError.unusableWeight` if a weight that is used is negative.
  /// - Complexity: O(sum of squared degrees) time, since each node looks at its neighbours' rows;
  ///   O(n + m) space.
  public func constraint(usesWeights: Bool = false) throws(GraphError) -> NodeValues<Double?> {
    let ties = Ties(self, try usesWeights ? checkedWeights(.notNegative) : nil)
    let parts = outgoing.parts()
    let values = [Double?](filling: nodeCount) { values, filled in
      values.initialize(repeating: nil)
      let shared = SharedMemory(values)
      inParallel(parts.count) { part in
        ties.addConstraints(of: parts[part], to: shared.buffer)
      }
      filled = nodeCount
    }
    return NodeValues(measure: "constraint", values: values)
  }

  /// Burt's effective size of each node: its neighbours, less what they know of one another.
  ///
  /// With p(u, q) the share of node u's ties that go to q, and m(v, q) the tie of v and q over the
  /// strongest tie of v, it is the sum over neighbours v of 1 - sum over q of p(u, q) m(v, q)
  /// [Burt1992]. In an unweighted undirected graph that is n - 2 t / n, with n neighbours and t
  /// ties among them [Borgatti1997]. Ties are those of `constraint(usesWeights:)`.
  ///
  /// - Parameter usesWeights: Whether the strength of an edge is its weight, 0 or more; 1
  ///   otherwise.
  /// - Returns: Raw sizes above 0, at most the number of neighbours; nil for a node without ties.
  /// - Throws: `GraphError.unusableWeight` if a weight that is used is negative.
  /// - Complexity: O(sum of squared degrees) time, O(n + m) space.
  public func effectiveSize(usesWeights: Bool = false) throws(GraphError) -> NodeValues<Double?> {
    let ties = try mutualTies(usesWeights: usesWeights)
    let strength = ties.strength().values
    let strongest = nodes.map { node in
      ties.outNeighbors(of: node).reduce(0) { max($0, ties.weights?[$1.edge] ?? 0) }
    }
    var share = [Double](repeating: 0, count: nodeCount)
    let values = nodes.map { node -> Double? in
      guard strength[node] > 0 else { return nil }
      let row = ties.outNeighbors(of: node)
      for tie in row { share[tie.node] = (ties.weights?[tie.edge] ?? 0) / strength[node] }
      var size = 0.0
      for tie in row where share[tie.node] > 0 {
        var redundancy = 0.0
        for second in ties.outNeighbors(of: tie.node) {
          redundancy += share[second.node] * (ties.weights?[second.edge] ?? 0)
        }
        size += 1 - redundancy / strongest[tie.node]
      }
      for tie in row { share[tie.node] = 0 }
      return size
    }
    return NodeValues(measure: "effective-size", values: values)
  }

  /// The simple undirected graph whose weights are the ties: all edges between two nodes, summed.
  private func mutualTies(usesWeights: Bool) throws(GraphError) -> Graph {
    let weights = usesWeights ? try checkedWeights(.notNegative) : nil
    return Graph(
      nodeCount: nodeCount, tails: tails, heads: heads,
      weights: weights ?? [Double](repeating: 1, count: edgeCount), isDirected: false
    ).simplified()
  }
}

/// By node its ties, each once, those of no strength left out.
private struct Ties: Sendable {
  private var starts = [0]
  private var targets: [Int32] = []
  private var weights: [Double] = []
  /// By node, the sum of its ties.
  private var strengths: [Double] = []

  init(_ graph: Graph, _ edgeWeights: [Double]?) {
    let rows = graph.asUndirected().outgoing
    let edges = edgeWeights == nil ? [] : rows.edges
    starts.reserveCapacity(graph.nodeCount + 1)
    targets.reserveCapacity(rows.targets.count)
    weights.reserveCapacity(rows.targets.count)
    strengths.reserveCapacity(graph.nodeCount)
    for node in graph.nodes {
      var strength = 0.0
      for entry in rows.row(node) where rows.targets[entry] != node {
        let weight = edgeWeights.map { $0[Int(edges[entry])] } ?? 1
        if weight == 0 { continue }
        strength += weight
        if targets.count > starts[node], targets[targets.count - 1] == rows.targets[entry] {
          weights[weights.count - 1] += weight
        } else {
          targets.append(rows.targets[entry])
          weights.append(weight)
        }
      }
      starts.append(targets.count)
      strengths.append(strength)
    }
  }

  /// Sets the constraint of each node of a range that has ties.
  func addConstraints(of nodes: Range<Int>, to values: UnsafeMutableBufferPointer<Double?>) {
    // p(u, q) / strength(q) by node q, for the node u in hand: the tie of q and v times that is what
    // u puts into q and q puts into v.
    var passed = [Double](repeating: 0, count: strengths.count)
    passed.withUnsafeMutableBufferPointer { passed in
      targets.withUnsafeBufferPointer { targets in
        weights.withUnsafeBufferPointer { weights in
          for node in nodes where strengths[node] > 0 {
            let row = starts[node]..<starts[node + 1]
            for entry in row {
              let target = Int(targets[entry])
              passed[target] = weights[entry] / strengths[node] / strengths[target]
            }
            var sum = 0.0
            for entry in row {
              let target = Int(targets[entry])
              var invested = weights[entry] / strengths[node]
              for second in starts[target]..<starts[target + 1] {
                invested += passed[Int(targets[second])] * weights[second]
              }
              sum += invested * invested
            }
            values[node] = sum
            for entry in row { passed[Int(targets[entry])] = 0 }
          }
        }
      }
    }
  }
}
