/// The ways in which three or four nodes can hang together, direction ignored.
public enum Motif: Int, Sendable, Hashable, CaseIterable {
  /// Three nodes, two edges.
  case path3
  /// Three nodes, three edges.
  case triangle
  /// One node joined to three others.
  case star4
  /// Four nodes in a row.
  case path4
  /// A triangle, and a fourth node joined to one of its nodes.
  case paw
  /// Four nodes in a ring.
  case cycle4
  /// A ring of four with one chord.
  case diamond
  /// Four nodes all joined.
  case clique4
}

/// How many sets of three and four nodes hang together in which way.
public struct MotifCounts: Sendable, Equatable {
  /// By motif, in the order of `Motif.allCases`, the number of sets of nodes.
  public let counts: [Int]

  /// How many there are of a motif.
  ///
  /// - Parameter motif: A motif.
  /// - Returns: The number of sets of nodes that have its edges and no others.
  public subscript(motif: Motif) -> Int { counts[motif.rawValue] }
}

extension Graph {
  /// The motif counts: how many sets of three and of four nodes hang together in each way.
  ///
  /// Sets are counted by all edges between them, as induced subgraphs [Milo2002]. Only triangles,
  /// rings and cliques are looked for; the rest follows from degrees and from what each motif holds
  /// of the others [Pinar2017]. Direction is ignored, loops are left out and parallel edges are one;
  /// for three nodes with direction there is `triadCensus(execution:)`. Whether a count is more than
  /// chance says `motifComparison(_:)`.
  ///
  /// - Parameter execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Raw counts.
  /// - Throws: `GraphError` if degrees are so large that the counts pass 64 bits, or the task has been
  ///   cancelled.
  /// - Complexity: O(m d^2) time, d being the degeneracy, and O(m^1.5) for rings; O(n + m)
  ///   space, and O(n) for each thread.
  public func motifCounts(
    execution: Execution = Execution()
  ) throws(GraphError) -> MotifCounts {
    let rows = CliqueRows(self)
    let simple = rows.graph
    let degrees = simple.nodes.map { simple.outgoing.row($0).count }
    let cubes = degrees.reduce(0) { $0 + Double($1) * Double($1) * Double($1) }
    guard cubes < 4e18, simple.sMetric() < 4e18 else {
      throw .optionOutOfRange(
        name: "the sum of the cubes of the degrees", value: cubes, range: "below 4e18")
    }
    var (trianglesOfNode, trianglesOfEdge) = (
      [Int](repeating: 0, count: nodeCount), [Int](repeating: 0, count: simple.edgeCount)
    )
    try simple.forEachTriangle { nodes, edges in
      for node in [nodes.0, nodes.1, nodes.2] { trianglesOfNode[node] += 1 }
      for edge in [edges.0, edges.1, edges.2] { trianglesOfEdge[edge] += 1 }
    }
    let triangles = trianglesOfNode.reduce(0, +) / 3
    let cliques = try rows.cliquesOfFour(execution: execution.part(0, of: 2))
    let rings = try simple.ringsOfFour(execution: execution.part(1, of: 2))
    // Sets of edges, whatever other edges there are between the same nodes.
    let wedges = degrees.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    let stars = degrees.reduce(0) { $0 + $1 * ($1 - 1) / 2 * max($1 - 2, 0) / 3 }
    let paths =
      simple.edges.reduce(0) { $0 + (degrees[$1.tail] - 1) * (degrees[$1.head] - 1) } - 3
      * triangles
    let paws = zip(trianglesOfNode, degrees).reduce(0) { $0 + $1.0 * ($1.1 - 2) }
    let chorded = trianglesOfEdge.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    // Less those that have more edges, times how often they hold the smaller one.
    let diamond = chorded - 6 * cliques
    let cycle = rings - diamond - 3 * cliques
    let paw = paws - 4 * diamond - 12 * cliques
    let path = paths - 2 * paw - 4 * cycle - 6 * diamond - 12 * cliques
    let star = stars - paw - 2 * diamond - 4 * cliques
    return MotifCounts(
      counts: [wedges - 3 * triangles, triangles, star, path, paw, cycle, diamond, cliques])
  }

  /// The motif counts against chance [Milo2002].
  ///
  /// - Parameter options: What chance is, as in `comparedWithNulls(_:measures:)`; the random graphs are
  ///   drawn from this graph without direction, loops and parallel edges.
  /// - Returns: The comparison of each count, in the order of `Motif.allCases`.
  /// - Throws: `GraphError` if an option is out of range, counts are too large, or the task has been
  ///   cancelled.
  /// - Complexity: That of `motifCounts(execution:)`, times the samples.
  public func motifComparison(
    _ options: NullOptions = NullOptions()
  ) throws(GraphError) -> [NullEnsemble] {
    let simple = asUndirected().simplified()
    return try simple.comparedWithNulls(options) { graph throws(GraphError) -> [Double?] in
      try graph.motifCounts(execution: Execution(threads: 1)).counts.map(Double.init)
    }
  }

  /// The rings of four edges of a simple undirected graph, with chords or without.
  ///
  /// Each is counted at its node of highest degree, from the ways of two edges to the node opposite
  /// [Chiba1985].
  private func ringsOfFour(execution: Execution) throws(GraphError) -> Int {
    let degrees = nodes.map { outgoing.row($0).count }
    @Sendable func precedes(_ first: Int, _ second: Int) -> Bool {
      (degrees[first], first) < (degrees[second], second)
    }
    let work = ChunkedWork(count: nodeCount, execution: execution, smallestChunk: 64)
    return try work.joined(into: 0) { chunk in
      var ways = [Int](repeating: 0, count: nodeCount)
      var reached: [Int] = []
      var rings = 0
      for top in chunk {
        for entry in outgoing.row(top) {
          let middle = Int(outgoing.targets[entry])
          guard precedes(middle, top) else { continue }
          for next in outgoing.row(middle) {
            let opposite = Int(outgoing.targets[next])
            guard precedes(opposite, top) else { continue }
            if ways[opposite] == 0 { reached.append(opposite) }
            rings += ways[opposite]
            ways[opposite] += 1
          }
        }
        for node in reached { ways[node] = 0 }
        reached.removeAll(keepingCapacity: true)
      }
      return rings
    } join: {
      $0 += $1
    }
  }
}

extension CliqueRows {
  /// The number of sets of four nodes that are all joined.
  fileprivate func cliquesOfFour(execution: Execution) throws(GraphError) -> Int {
    let work = ChunkedWork(count: order.count, execution: execution, smallestChunk: 64)
    return try work.joined(into: 0) { chunk in
      // By node, how many of the nodes chosen so far it comes after and is joined to.
      var marks = [UInt8](repeating: 0, count: order.count)
      var count = 0
      for first in chunk {
        for third in laterNeighbors(of: first) { marks[Int(third)] = 1 }
        let isLong = laterNeighbors(of: first).count > 256
        for second in laterNeighbors(of: first) {
          if isLong, Execution.isCancelled { break }
          for third in laterNeighbors(of: Int(second)) where marks[Int(third)] == 1 {
            marks[Int(third)] = 2
          }
          for third in laterNeighbors(of: Int(second)) where marks[Int(third)] == 2 {
            for fourth in laterNeighbors(of: Int(third)) where marks[Int(fourth)] == 2 {
              count += 1
            }
          }
          for third in laterNeighbors(of: Int(second)) where marks[Int(third)] == 2 {
            marks[Int(third)] = 1
          }
        }
        for third in laterNeighbors(of: first) { marks[Int(third)] = 0 }
      }
      return count
    } join: {
      $0 += $1
    }
  }
}
