/// The ties between classes of nodes.
public struct Blockmodel: Sendable, Equatable {
  /// The classes, in the order of their first nodes, with the names that were given.
  public let names: [Int]
  /// By class, the number of its nodes.
  public let sizes: [Int]
  /// By class of the tail and class of the head, the sum of the ties; in an undirected graph each tie
  /// within a class counts twice, as do its pairs.
  public let sums: [[Double]]
  /// By class of the tail and class of the head, the sum over the number of ordered pairs of different
  /// nodes; nil within a class of one node.
  public let densities: [[Double?]]
  /// What a density must reach for its block to count as tied.
  public let threshold: Double

  /// The image: by class of the tail and class of the head, whether the density reaches the threshold
  /// and is above 0. A class of one node is not tied to itself.
  public var image: [[Bool]] {
    densities.map { row in
      row.map { density in
        guard let density else { return false }
        return density > 0 && density >= threshold
      }
    }
  }
}

extension Graph {
  /// A blockmodel: how dense ties are between and within given classes, and which blocks are tied.
  ///
  /// [White1976]. Loops are left out; without weights a tie is 1 however many edges it has, with
  /// weights the sum of theirs.
  ///
  /// - Parameters:
  ///   - classes: By node index, any number that names its class.
  ///   - threshold: What a density must reach for its block to count as tied; nil for the density of
  ///     all ties, the usual choice.
  ///   - usesWeights: Whether a tie is the sum of its weights, any finite numbers.
  /// - Returns: Sums, densities and image.
  /// - Throws: `GraphError.wrongCount` if there is not one class for each node, or
  ///   `GraphError.optionOutOfRange` if the threshold is not finite.
  /// - Complexity: O(n + m + c^2) time and space for c classes.
  public func blockmodel(
    of classes: [Int], threshold: Double? = nil, usesWeights: Bool = false
  ) throws(GraphError) -> Blockmodel {
    let groups = try numberedGroups(classes)
    if let threshold, !threshold.isFinite {
      throw .optionOutOfRange(name: "the threshold", value: threshold, range: "finite")
    }
    var names = [Int](repeating: 0, count: groups.count)
    var sizes = names
    for node in nodes {
      names[Int(groups.labels[node])] = classes[node]
      sizes[Int(groups.labels[node])] += 1
    }
    var sums = [[Double]](
      repeating: [Double](repeating: 0, count: groups.count), count: groups.count)
    var total = 0.0
    for edge in simplified().edges {
      let tie = usesWeights ? edge.weight ?? 1 : 1
      let (tail, head) = (Int(groups.labels[edge.tail]), Int(groups.labels[edge.head]))
      sums[tail][head] += tie
      if !isDirected { sums[head][tail] += tie }
      total += isDirected ? tie : 2 * tie
    }
    let densities = sums.indices.map { tail in
      sums.indices.map { head -> Double? in
        let pairs = sizes[tail] * (tail == head ? sizes[head] - 1 : sizes[head])
        return pairs > 0 ? sums[tail][head] / Double(pairs) : nil
      }
    }
    let pairs = Double(nodeCount) * Double(nodeCount - 1)
    return Blockmodel(
      names: names, sizes: sizes, sums: sums, densities: densities,
      threshold: threshold ?? (pairs > 0 ? total / pairs : 0))
  }
}
