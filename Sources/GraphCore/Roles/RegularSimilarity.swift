extension Graph {
  /// How nearly two nodes are regularly equivalent, by REGE: how well the ties of each can be matched
  /// by ties of the other to nodes that are themselves alike.
  ///
  /// All pairs begin at 1. In each round every tie pair of one node with a third is matched with that
  /// of the other which gives most: the smaller of the two ties out, and of the two ties in, times how
  /// alike the third nodes are. The sum for both nodes, over what perfect matches would give, is how
  /// alike the two are [White1983]. Programs differ in that denominator; here it is the sum of all ties
  /// of both. Loops are left out.
  ///
  /// - Parameters:
  ///   - rounds: How many rounds, 1 to 1,000. 3 unless set, as is the custom: each round looks one step
  ///     farther, and in the end all but a few pairs fall towards 0.
  ///   - usesWeights: Whether a tie is the sum of its weights, 0 or more; 1 otherwise.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Numbers from 0 to 1; 1 for two nodes without ties.
  /// - Throws: `GraphError` if the number of rounds is out of range, a weight that is used is
  ///   negative, or the task has been cancelled.
  /// - Complexity: O(m^2) time for each round, O(n^2) space.
  public func regularSimilarities(
    rounds: Int = 3, usesWeights: Bool = false, execution: Execution = Execution()
  ) throws(GraphError) -> PairValues<Double> {
    try GraphError.require(rounds, "the number of rounds", in: 1...1_000)
    if usesWeights { _ = try checkedWeights(.notNegative) }
    let (ties, count) = (TieMatrix(self, usesWeights: usesWeights), nodeCount)
    let near = nodes.map { node in
      nodes.filter { ties[node, $0] > 0 || ties[$0, node] > 0 }
    }
    let totals = nodes.map { node in
      near[node].reduce(0) { $0 + ties[node, $1] + ties[$1, node] }
    }
    var alike = [Double](repeating: 1, count: count * count)
    for round in 0..<rounds {
      let given = alike
      /// What the ties of a node find among those of another.
      @Sendable func matched(_ first: Int, _ second: Int) -> Double {
        near[first].reduce(0) { sum, third in
          sum
            + near[second].reduce(0) { best, other in
              let out = min(ties[first, third], ties[second, other])
              let into = min(ties[third, first], ties[other, second])
              return max(best, given[third * count + other] * (out + into))
            }
        }
      }
      let work = ChunkedWork(
        count: count, execution: execution.part(round, of: rounds), smallestChunk: 1)
      let rows = try work.map { chunk in
        chunk.map { second in
          (0..<second).map { first in
            let all = totals[first] + totals[second]
            return all > 0 ? (matched(first, second) + matched(second, first)) / all : 1
          }
        }
      }
      for (second, row) in rows.enumerated() {
        for (first, value) in row.enumerated() {
          alike[first * count + second] = value
          alike[second * count + first] = value
        }
      }
    }
    let values = nodes.flatMap { second in (0..<second).map { alike[second * count + $0] } }
    return PairValues(measure: "regular-similarity", nodeCount: count, values: values)
  }
}
