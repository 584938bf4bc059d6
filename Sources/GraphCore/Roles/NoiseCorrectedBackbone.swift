/// How far each edge is heavier than its ends alone would make it, and how sure that is.
public struct NoiseCorrectedBackbone: Sendable, Equatable {
  /// By edge, (L - 1) / (L + 1) for a lift L of its weight over what is expected, from -1 to 1; nil
  /// where nothing can be said: for a loop, and for an edge without weight.
  public let scores: [Double?]
  /// By edge, the standard deviation of the score.
  public let deviations: [Double?]

  /// The edges that are heavier than chance would make them by some standard deviations.
  ///
  /// - Parameter deltas: How many standard deviations; 1.28, 1.64 and 2.32 are about one-sided
  ///   p-values of 0.1, 0.05 and 0.01.
  /// - Returns: The indices of the edges, ascending.
  public func edges(above deltas: Double) -> [Int] {
    scores.indices.filter { edge in
      guard let score = scores[edge], let deviation = deviations[edge] else { return false }
      return score - deltas * deviation > 0
    }
  }
}

extension Graph {
  /// The noise-corrected backbone: which edges are heavier than the strengths of their ends alone
  /// would make them, by more than noise [Coscia2017].
  ///
  /// Weights are counts: N(i, j) of N in all, with N(i) leaving i and N(j) arriving at j. By chance
  /// N(i) N(j) / N are expected; the chance of one count falling on the edge has a prior with that
  /// mean, and the counts make it sharper. (netbone 0.2.3 has 1 - p^2 in place of (1 - p)^2 in one
  /// parameter of the prior; deviations differ in the third digit.) An undirected edge counts in both
  /// directions. Loops are left out; parallel edges are scored as one, by the sum of their weights.
  ///
  /// - Parameter usesWeights: Whether an edge counts as its weight, 0 or more; 1 otherwise.
  /// - Returns: Scores and their deviations.
  /// - Throws: `GraphError.unusableWeight` if a weight that is used is negative.
  /// - Complexity: O(n + m log n) time, O(n + m) space.
  public func noiseCorrectedBackbone(
    usesWeights: Bool
  ) throws(GraphError) -> NoiseCorrectedBackbone {
    if usesWeights { _ = try checkedWeights(.notNegative) }
    let simple = simplified()
    func count(_ edge: Int) -> Double { usesWeights ? simple.weights?[edge] ?? 1 : 1 }
    var leaving = [Double](repeating: 0, count: nodeCount)
    var arriving = leaving
    for edge in simple.tails.indices {
      let (tail, head) = (Int(simple.tails[edge]), Int(simple.heads[edge]))
      leaving[tail] += count(edge)
      arriving[head] += count(edge)
      if !isDirected {
        leaving[head] += count(edge)
        arriving[tail] += count(edge)
      }
    }
    let total = leaving.reduce(0, +)
    let found = simple.tails.indices.map { edge in
      EdgeNoise(
        count(edge), of: total, leaving: leaving[Int(simple.tails[edge])],
        arriving: arriving[Int(simple.heads[edge])])
    }
    let own = edges.map { edge -> EdgeNoise? in
      guard edge.tail != edge.head else { return nil }
      return simple.edge(between: edge.tail, and: edge.head).flatMap { found[$0] }
    }
    return NoiseCorrectedBackbone(
      scores: own.map { $0?.score }, deviations: own.map { $0?.deviation })
  }
}

/// The score of one edge.
private struct EdgeNoise {
  let score: Double
  let deviation: Double

  init?(_ count: Double, of n: Double, leaving: Double, arriving: Double) {
    let both = leaving * arriving
    guard count > 0, n > 1, leaving < n, arriving < n else {
      // All counts leave the one node, or arrive at the other: there is no noise to compare with.
      guard count > 0, n > 0 else { return nil }
      let lift = n / both * count
      score = (lift - 1) / (lift + 1)
      deviation = 0
      return
    }
    // The paper's kappa, and the prior of P(i, j): its mean and variance as a beta distribution.
    let kappa = n / both
    let mean = both / (n * n)
    let variance = both * (n - leaving) * (n - arriving) / (n * n * n * n * (n - 1))
    let size = mean * (1 - mean) / variance - 1
    let (alpha, beta) = (mean * size, (1 - mean) * size)
    let posterior = (alpha + count) / (alpha + beta + n)
    let countVariance = posterior * (1 - posterior) * n
    // How the score changes with the count, which is also part of its margins.
    let slope = 1 / both - n * (leaving + arriving) / (both * both)
    let lift = kappa * count
    let change = 2 * (kappa + count * slope) / ((lift + 1) * (lift + 1))
    score = (lift - 1) / (lift + 1)
    deviation = countVariance.squareRoot() * abs(change)
  }
}
