extension Graph {
  /// The classes of structural equivalence: nodes with the same ties to all others.
  ///
  /// Two nodes belong together if what leads from and to any third node is the same for both, and
  /// what leads from the one to the other also leads back [Lorrain1971]. Loops are left out, parallel
  /// edges are one, weights mean nothing.
  ///
  /// - Returns: The classes.
  /// - Complexity: O(n + m) expected time, and the length of rows that are compared; O(n + m) space.
  public func structuralClasses() -> NodeClasses {
    let simple = simplified()
    func row(_ rows: Adjacency, _ node: Int, with own: Bool) -> [Int32] {
      let targets = rows.row(node).map { rows.targets[$0] }
      return own ? (targets + [Int32(truncatingIfNeeded: node)]).sorted() : targets
    }
    // Equivalent nodes have the same rows if they are not joined, and the same but for themselves if
    // they are: each is then counted among its own neighbors.
    var sets = NodeSets(count: nodeCount)
    for isJoined in [false, true] {
      var firstOf: [[Int32]: Int] = [:]
      for node in nodes {
        let out = row(simple.outgoing, node, with: isJoined)
        let into = isDirected ? row(simple.incoming, node, with: isJoined) : []
        let first = firstOf[out + [-1] + into]
        if let first { _ = sets.join(first, node) } else { firstOf[out + [-1] + into] = node }
      }
    }
    return NodeClasses(DenseLabels(nodes.map { Int32(truncatingIfNeeded: sets.root($0)) }))
  }

  /// How far the ties of two nodes differ: the Euclidean distance of their profiles.
  ///
  /// The root of the sum, over all third nodes, of the squared differences of what leads to them and
  /// of what leads from them [Burt1976], as in [Wasserman1994]; ties between the two are left out. It
  /// is 0 for nodes that are structurally equivalent. In an undirected graph each tie counts once.
  ///
  /// - Parameters:
  ///   - usesWeights: Whether a tie is the sum of its weights, any finite numbers; 1 otherwise.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Raw distances of 0 or more.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(n^3) time, O(n^2) space.
  public func profileDistances(
    usesWeights: Bool = false, execution: Execution = Execution()
  ) throws(GraphError) -> PairValues<Double> {
    let ties = TieMatrix(self, usesWeights: usesWeights)
    let isDirected = isDirected
    let values = try ChunkedWork(count: nodeCount, execution: execution, smallestChunk: 1).map {
      chunk in
      chunk.flatMap { second in
        (0..<second).map { first -> Double in
          var sum = 0.0
          for third in 0..<ties.count where third != first && third != second {
            let out = ties[first, third] - ties[second, third]
            sum += out * out
            guard isDirected else { continue }
            let into = ties[third, first] - ties[third, second]
            sum += into * into
          }
          return sum.squareRoot()
        }
      }
    }
    return PairValues(
      measure: "euclidean-profile-distance", nodeCount: nodeCount, values: values)
  }

  /// How far the ties of two nodes rise and fall together: the correlation of their profiles.
  ///
  /// Over what leads to all third nodes and from them, in one list [Wasserman1994]; in an undirected
  /// graph each tie counts once.
  ///
  /// - Parameters:
  ///   - usesWeights: Whether a tie is the sum of its weights, any finite numbers; 1 otherwise.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Numbers from -1 to 1; nil where one of the two has the same tie to all others.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(n^3) time, O(n^2) space.
  public func profileCorrelations(
    usesWeights: Bool = false, execution: Execution = Execution()
  ) throws(GraphError) -> PairValues<Double?> {
    let ties = TieMatrix(self, usesWeights: usesWeights)
    let isDirected = isDirected
    let values = try ChunkedWork(count: nodeCount, execution: execution, smallestChunk: 1).map {
      chunk in
      chunk.flatMap { second in
        (0..<second).map { first -> Double? in
          let others = (0..<ties.count).filter { $0 != first && $0 != second }
          var left = others.map { ties[first, $0] }
          var right = others.map { ties[second, $0] }
          if isDirected {
            left += others.map { ties[$0, first] }
            right += others.map { ties[$0, second] }
          }
          return left.correlation(with: right)
        }
      }
    }
    return PairValues(measure: "profile-correlation", nodeCount: nodeCount, values: values)
  }
}
