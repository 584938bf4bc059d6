extension Graph {
  /// The clustering of each node: how many of its neighbours are joined to each other.
  ///
  /// In an undirected graph, the triangles through the node over the pairs of its neighbours
  /// [Watts1998]. In a directed one, the directed triangles of all kinds over those that its edges
  /// would allow [Fagiolo2007]: with d edges in all and b answered ones, over 2 (d (d - 1) - 2 b).
  /// With weights a triangle counts as the cube root of the product of its weights, each over the
  /// largest weight of the graph [Onnela2005]. Loops are left out; parallel edges are one, their
  /// weights summed. As in NetworkX, a node without a pair of neighbours scores 0.
  ///
  /// - Parameters:
  ///   - usesWeights: Whether triangles count by weight; weights must be 0 or more.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Scores from 0 to 1.
  /// - Throws: `GraphError` if a weight that is used is negative, or the task has been cancelled.
  /// - Complexity: O(m^1.5) time: each triangle is found once, from its end of smallest degree
  ///   [Chiba1985]; O(n + m) space.
  public func clustering(
    usesWeights: Bool = false, execution: Execution = Execution()
  ) throws(GraphError) -> NodeValues<Double> {
    let weights = usesWeights ? try checkedWeights(.notNegative) : nil
    if weights == nil, !isDirected {
      let search = TriangleSearch(self)
      let values = zip(try search.countByNode(execution), search.degrees).map { count, degree in
        degree > 1 ? Double(count) / (Double(degree) * Double(degree - 1) / 2) : 0
      }
      return NodeValues(
        measure: "clustering", values: values,
        normalization: Normalization(rule: "d (d - 1) / 2", denominator: nil))
    }
    let simple = simplified()
    let largest = weights == nil ? 1 : simple.weights?.max() ?? 1
    // What an edge adds to the product of a triangle; an edge and its answer add up.
    let factors = simple.edges.indices.map { edge -> Double in
      guard weights != nil, let weight = simple.weights?[edge], largest > 0 else { return 1 }
      return (weight / largest).cubeRoot
    }
    let joint = Graph(
      nodeCount: nodeCount, tails: simple.tails, heads: simple.heads, weights: factors,
      isDirected: false
    ).simplified()
    var sums = [Double](repeating: 0, count: nodeCount)
    try joint.forEachTriangle(execution) { nodes, edges in
      var product = 1.0
      for edge in [edges.0, edges.1, edges.2] { product *= joint.weights?[edge] ?? 1 }
      for node in [nodes.0, nodes.1, nodes.2] { sums[node] += product }
    }
    let degree = simple.degreeCounts(.total)
    let neighbours = joint.degreeCounts(.total)
    let values = nodes.map { node -> Double in
      let d = Double(degree[node])
      let answered = d - Double(neighbours[node])
      let possible = isDirected ? d * (d - 1) - 2 * answered : d * (d - 1) / 2
      return possible > 0 ? sums[node] / possible : 0
    }
    return NodeValues(
      measure: "clustering", values: values,
      normalization: Normalization(
        rule: isDirected ? "d (d - 1) - 2 b" : "d (d - 1) / 2", denominator: nil))
  }

  /// The number of triangles that each node belongs to.
  ///
  /// Direction is ignored, loops are left out and parallel edges are one. [Watts1998]
  ///
  /// - Parameter execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Raw counts from 0 to (n - 1)(n - 2) / 2.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(m^1.5) time, O(n + m) space, as for `clustering(usesWeights:execution:)`.
  public func triangles(
    execution: Execution = Execution()
  ) throws(GraphError) -> NodeValues<Int> {
    NodeValues(measure: "triangles", values: try TriangleSearch(self).countByNode(execution))
  }

  /// The transitivity: three times the triangles over the pairs of edges that meet.
  ///
  /// Direction is ignored, loops are left out and parallel edges are one. [Newman2001]
  ///
  /// - Parameter execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: A number from 0 to 1; nil if no two edges meet.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(m^1.5) time, O(n + m) space, as for `clustering(usesWeights:execution:)`.
  public func transitivity(execution: Execution = Execution()) throws(GraphError) -> Double? {
    let search = TriangleSearch(self)
    let pairs = search.degrees.reduce(0) { $0 + Int($1) * (Int($1) - 1) / 2 }
    guard pairs > 0 else { return nil }
    return Double(3 * (try search.count(execution))) / Double(pairs)
  }

  /// Visits each triangle of a simple undirected graph once, with its nodes and edges.
  ///
  /// Every edge is turned from its end of smaller degree to that of larger degree, so no node keeps
  /// more than sqrt(2 m) of them.
  ///
  /// - Parameters:
  ///   - execution: Who is told how far it is; it runs on one thread.
  ///   - visit: Is told the nodes and the edges.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  func forEachTriangle(
    _ execution: Execution = Execution(), _ visit: ((Int, Int, Int), (Int, Int, Int)) -> Void
  ) throws(GraphError) {
    let degree = degreeCounts(.total)
    let rising = edges.indices.map { edge -> (low: Int32, high: Int32) in
      let (tail, head) = (tails[edge], heads[edge])
      return (degree[Int(tail)], tail) < (degree[Int(head)], head) ? (tail, head) : (head, tail)
    }
    let rows = Adjacency(
      nodeCount: nodeCount, from: Column(rising.map(\.low)), to: Column(rising.map(\.high)))
    let edges = rows.edges
    // By node, the edge to it from the node in hand.
    var edgeTo = [Int32](repeating: -1, count: nodeCount)
    for first in nodes {
      if first % 16 == 0 { try Execution.checkCancellation() }
      if first % 1_024 == 0 { execution.progress?(Double(first) / Double(nodeCount)) }
      for entry in rows.row(first) { edgeTo[Int(rows.targets[entry])] = edges[entry] }
      for entry in rows.row(first) {
        let second = Int(rows.targets[entry])
        for next in rows.row(second) {
          let third = Int(rows.targets[next])
          if edgeTo[third] >= 0 {
            visit(
              (first, second, third),
              (Int(edges[entry]), Int(edges[next]), Int(edgeTo[third])))
          }
        }
      }
      for entry in rows.row(first) { edgeTo[Int(rows.targets[entry])] = -1 }
    }
  }
}
