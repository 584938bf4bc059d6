extension Graph {
  /// The current-flow closeness of each node: how little it resists a current to the others.
  ///
  /// The graph is taken as an electrical network, in which the weight of an edge is its
  /// conductance. A node's score is one over the sum of its effective resistances to all others
  /// [Brandes2005], as in NetworkX. It is also its information centrality [Stephenson1989], over n.
  /// Currents know no direction, so that of edges is ignored. Conductances of parallel edges add up;
  /// loops carry no current.
  ///
  /// Not defined, with `undefinedBecause`, if the graph is not connected: the resistance between its
  /// parts is infinite.
  ///
  /// - Parameters:
  ///   - usesWeights: Whether conductances are the weights, which must be 0 or more; an edge of
  ///     weight 0 does not conduct. Otherwise every edge conducts 1.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Raw scores above 0, each over the sum of resistances. Nil for a single node, which
  ///   has none.
  /// - Throws: `GraphError.unusableWeight` if a weight that is used is negative.
  /// - Complexity: O(n^3) time and 8 n^2 bytes, of which half and again as much while at work.
  public func currentFlowCloseness(
    usesWeights: Bool = false, execution: Execution = Execution()
  ) throws(GraphError) -> NodeValues<Double?> {
    let network = try conductanceNetwork(usesWeights: usesWeights)
    let normalization = Normalization(rule: "sum of resistances", denominator: nil)
    guard network.weakComponents().count <= 1 else {
      return NodeValues(
        measure: "current-flow-closeness", values: [Double?](repeating: nil, count: nodeCount),
        normalization: normalization, undefinedBecause: "the graph is not connected")
    }
    let potentials = try GroundedPotentials(
      network, nodes: Array(nodes), execution: execution)
    let trace = nodes.reduce(0.0) { $0 + potentials[$1, $1] }
    let values = nodes.map { node -> Double? in
      let sum = nodes.reduce(0.0) { $0 + potentials[node, $1] }
      let resistance = Double(nodeCount) * potentials[node, node] + trace - 2 * sum
      return nodeCount > 1 ? 1 / resistance : nil
    }
    return NodeValues(
      measure: "current-flow-closeness", values: values, normalization: normalization)
  }

  /// The current-flow betweenness of each node: how much of a current between others runs through
  /// it.
  ///
  /// For each unordered pair of other nodes a current of 1 is sent from one to the other through
  /// the graph taken as an electrical network, in which the weight of an edge is its conductance;
  /// the score is the sum of the currents through the node [Brandes2005]. Unlike betweenness it
  /// counts all ways, not the shortest alone. Currents know no direction, so that of edges is
  /// ignored. Conductances of parallel edges add up; loops carry no current. Pairs in different
  /// parts of the graph add nothing, where NetworkX gives an error.
  ///
  /// - Parameters:
  ///   - isNormalized: Whether to divide by (n - 1)(n - 2) / 2, the number of pairs of others.
  ///   - usesWeights: Whether conductances are the weights, which must be 0 or more; an edge of
  ///     weight 0 does not conduct. Otherwise every edge conducts 1.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Scores of 0 or more, normalised at most 1; raw with fewer than 3 nodes.
  /// - Throws: `GraphError.unusableWeight` if a weight that is used is negative.
  /// - Complexity: O(n^3 + n m log n) time and 8 n^2 bytes, of which half again while at work.
  public func currentFlowBetweenness(
    isNormalized: Bool = true, usesWeights: Bool = false, execution: Execution = Execution()
  ) throws(GraphError) -> NodeValues<Double> {
    let network = try conductanceNetwork(usesWeights: usesWeights)
    var scores = [Double](repeating: 0, count: nodeCount)
    for members in network.weakComponents().members where members.count > 2 {
      let through = try network.currentThrough(members, execution: execution)
      for (place, node) in members.enumerated() { scores[node] = through[place] }
    }
    let pairs = Double(nodeCount - 1) * Double(nodeCount - 2) / 2
    return NodeValues(
      measure: "current-flow-betweenness", values: scores,
      normalization: isNormalized && nodeCount > 2
        ? Normalization(rule: "(n - 1) (n - 2) / 2", denominator: pairs) : .raw
    )
    .scaled()
  }

  /// The simple undirected graph whose weights are the conductances between nodes; edges that do
  /// not conduct are left out.
  private func conductanceNetwork(usesWeights: Bool) throws(GraphError) -> Graph {
    let weights = usesWeights ? try checkedWeights(.notNegative) : nil
    let conducting = edges.indices.filter { (weights?[$0] ?? 1) > 0 }
    return Graph(
      nodeCount: nodeCount, tails: conducting.map { tails[$0] },
      heads: conducting.map { heads[$0] },
      weights: conducting.map { weights?[$0] ?? 1 }, isDirected: false
    ).simplified()
  }

  /// By place in a connected component of a network of conductances, the sum over pairs of its
  /// other nodes of the current through the node.
  private func currentThrough(
    _ members: [Int], execution: Execution
  ) throws(GraphError) -> [Double] {
    let potentials = try GroundedPotentials(
      self, nodes: members, execution: execution.part(0...0.5))
    let places = GroundedPotentials.places(of: members, nodeCount: nodeCount)
    let inside = edges.indices.filter { places[Int(tails[$0])] >= 0 }
    let count = members.count
    let zero = [Double](repeating: 0, count: count)
    // The current along an edge from s to t is f(s) - f(t) with f(x) = c (p(u, x) - p(v, x)); over
    // all pairs, the sum of its sizes follows from the order of f.
    let work = ChunkedWork(count: inside.count, execution: execution.part(0.5...1))
    let sums = try work.joined(into: zero) { chunk in
      var part = zero
      for place in chunk {
        let edge = inside[place]
        let ends = (places[Int(tails[edge])], places[Int(heads[edge])])
        let conductance = weights?[edge] ?? 1
        let flows = (0..<count).map {
          conductance * (potentials[ends.0, $0] - potentials[ends.1, $0])
        }.sorted()
        var sum = 0.0
        for (rank, flow) in flows.enumerated() { sum += Double(2 * rank - count + 1) * flow }
        part[ends.0] += sum
        part[ends.1] += sum
      }
      return part
    } join: { whole, part in
      for place in part.indices { whole[place] += part[place] }
    }
    // What flows in flows out, so a node carries half of what its edges do; as an end of a pair it
    // carries one half, in each of its count - 1 pairs.
    return sums.map { max(0, ($0 - Double(count - 1)) / 2) }
  }
}
