extension Graph {
  /// The subgraph centrality of each node: its closed walks, each of k edges counting 1 / k!.
  ///
  /// The diagonal of the exponential of the adjacency matrix [Estrada2005]. Half of the exponential
  /// is applied to each node's own vector, as the power series, in which no term is negative, so
  /// nothing cancels; the score is the scalar product of what goes out and what comes in. Parallel
  /// edges count each, a loop counts once, and weights are ignored, as in NetworkX. In a directed
  /// graph, for which NetworkX has no such measure, walks follow the edges.
  ///
  /// - Parameter execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Raw scores from 1, which an isolate has. If they are too large for a `Double`, as
  ///   beyond an eigenvalue of 709, all are nil and `undefinedBecause` says so.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(n (n + m) k) time for the k terms of the series, which are some 30 and twice the
  ///   largest eigenvalue; O(n) space for each of at most 64 chunks.
  public func subgraphCentrality(
    execution: Execution = Execution()
  ) throws(GraphError) -> NodeValues<Double?> {
    let outward = HalfExponential(rows: outgoing, nodeCount: nodeCount)
    let inward = isDirected ? HalfExponential(rows: incoming, nodeCount: nodeCount) : outward
    let lanes = HalfExponential.lanes
    let groups = (nodeCount + lanes - 1) / lanes
    let values = try ChunkedWork(count: groups, execution: execution).map { chunk in
      chunk.flatMap { group -> [Double] in
        let roots = (group * lanes)..<min((group + 1) * lanes, nodeCount)
        let out = outward.applied(to: roots)
        let into = isDirected ? inward.applied(to: roots) : out
        var sums = HalfExponential.Vector.zero
        for node in nodes { sums += out[node] * into[node] }
        return roots.indices.map { sums[$0 - roots.lowerBound] }
      }
    }
    guard values.allSatisfy(\.isFinite) else {
      return NodeValues(
        measure: "subgraph", values: [Double?](repeating: nil, count: nodeCount),
        undefinedBecause: "there are too many walks: the scores are above 10^308")
    }
    return NodeValues(measure: "subgraph", values: values)
  }
}

/// The exponential of half an adjacency matrix, applied to the unit vectors of eight nodes at once.
private struct HalfExponential {
  typealias Vector = SIMD8<Double>
  static let lanes = 8

  let rows: Adjacency
  let nodeCount: Int
  /// Positive numbers up to 1 by which entries are measured, one over each: those of a vector close
  /// to that of the largest eigenvalue.
  private let scales: [Double]
  /// Half the matrix makes no vector larger than this many times itself, so measured.
  private let norm: Double

  init(rows: Adjacency, nodeCount: Int) {
    self.rows = rows
    self.nodeCount = nodeCount
    // The largest ratio of A x to x, for any positive x, is at least the largest eigenvalue; a few
    // rounds of iteration bring it down to near there, from the largest degree.
    func gathered(_ vector: [Double]) -> [Double] {
      (0..<nodeCount).map { node in
        rows.row(node).reduce(0.0) { $0 + vector[Int(rows.targets[$1])] }
      }
    }
    func largestRatio(_ gathered: [Double], _ vector: [Double]) -> Double {
      zip(gathered, vector).reduce(0) { max($0, $1.0 / $1.1) }
    }
    var vector = [Double](repeating: 1, count: nodeCount)
    for _ in 0..<20 {
      let product = gathered(vector)
      let shift = max(1, largestRatio(product, vector) / 4)
      let next = zip(product, vector).map { $0 + shift * $1 }
      let largest = next.max() ?? 1
      // Numbers too small would ask for terms that no score can show.
      vector = next.map { max($0 / largest, 1e-6) }
    }
    norm = largestRatio(gathered(vector), vector) / 2
    scales = vector.map { 1 / $0 }
  }

  /// By node, the entries for each root, up to the rounding of the largest.
  func applied(to roots: Range<Int>) -> [Vector] {
    var term = [Vector](repeating: .zero, count: nodeCount)
    for root in roots { term[root][root - roots.lowerBound] = 1 }
    var sum = term
    var next = term
    var power = 0.0
    while true {
      power += 1
      var largest = Vector.zero
      for node in 0..<nodeCount {
        var gathered = Vector.zero
        for entry in rows.row(node) { gathered += term[Int(rows.targets[entry])] }
        gathered *= 0.5 / power
        next[node] = gathered
        sum[node] += gathered
        largest = pointwiseMax(largest, gathered * scales[node])
      }
      swap(&term, &next)
      // Each term measures at most norm / power times the one before; once that is below one half,
      // what is left measures no more than the last term. Entries begin at 1.
      if power >= 2 * norm, largest.max() < 1e-18 { return sum }
      if !largest.max().isFinite { return sum }
    }
  }
}
