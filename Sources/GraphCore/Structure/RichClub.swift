/// How densely the nodes of high degree are joined to each other.
public struct RichClub: Sendable, Equatable {
  /// By degree k, the density among the nodes of more than k neighbors; as far as there are two.
  public let coefficients: [Double]
  /// By degree k, the mean coefficient of the graphs compared with; nil where none of them has two
  /// such nodes, or nothing was compared.
  public let expected: [Double?]

  /// By degree k, the coefficient over what is expected; above 1 the rich hold together more than
  /// their degrees alone would have it. Nil where nothing, or 0, is expected.
  public var normalized: [Double?] {
    zip(coefficients, expected).map { coefficient, expected in
      guard let expected, expected > 0 else { return nil }
      return coefficient / expected
    }
  }
}

extension Graph {
  /// The rich-club coefficient by degree: how densely the nodes of more than k neighbors are joined.
  ///
  /// With N nodes of more than k neighbors and E edges between them, 2 E / (N (N - 1))
  /// [Colizza2006]. It rises with k in nearly every graph, so it says something only against graphs
  /// of the same degrees whose edges are chance, as from
  /// `simpleConfiguration(degrees:switchesPerEdge:using:)`. Direction is ignored, loops are left out
  /// and parallel edges are one, also in those.
  ///
  /// - Parameter references: Graphs to compare with; none unless set.
  /// - Returns: The coefficients, from 0 to 1, and their means over the references.
  /// - Complexity: O(n + m) time and space for each graph.
  public func richClub(against references: some Sequence<Graph> = [Graph]()) -> RichClub {
    let coefficients = richClubCoefficients()
    var sums = [Double](repeating: 0, count: coefficients.count)
    var counts = [Int](repeating: 0, count: coefficients.count)
    for reference in references {
      for (k, value) in zip(coefficients.indices, reference.richClubCoefficients()) {
        sums[k] += value
        counts[k] += 1
      }
    }
    return RichClub(
      coefficients: coefficients,
      expected: zip(sums, counts).map { $1 > 0 ? $0 / Double($1) : nil })
  }

  private func richClubCoefficients() -> [Double] {
    let simple = asUndirected().simplified()
    let degrees = simple.degreeCounts(.total)
    let largest = degrees.max() ?? 0
    // By degree, the nodes that have it and the edges whose smaller end has it.
    var nodesOf = [Int](repeating: 0, count: largest + 1)
    var edgesOf = nodesOf
    for degree in degrees { nodesOf[degree] += 1 }
    for edge in simple.edges { edgesOf[min(degrees[edge.tail], degrees[edge.head])] += 1 }
    var (nodesLeft, edgesLeft) = (nodeCount, simple.edgeCount)
    var coefficients: [Double] = []
    for k in 0...largest {
      nodesLeft -= nodesOf[k]
      edgesLeft -= edgesOf[k]
      if nodesLeft < 2 { break }
      coefficients.append(2 * Double(edgesLeft) / (Double(nodesLeft) * Double(nodesLeft - 1)))
    }
    return coefficients
  }
}
