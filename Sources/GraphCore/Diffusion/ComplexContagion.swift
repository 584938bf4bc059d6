extension Graph {
  /// What it takes for a node to follow others.
  public enum ContagionThreshold: Sendable, Equatable {
    /// This many edges from active nodes, 1 or more.
    case count(Int)
    /// This share of the edges that arrive, 0 to 1, and one edge at least.
    case share(Double)
    /// By node, the share of the edges that arrive, 0 to 1, and one edge at least.
    case shares([Double])
  }

  /// Complex contagion: a node becomes active in the round after enough of those that it listens to
  /// have.
  ///
  /// Thresholds of Granovetter [Granovetter1978], on a network [Watts2002]; with more than one
  /// contact needed, long ties that carry a rumour do not carry it [Centola2007]. Nothing
  /// is left to chance, and nobody becomes passive again. Parallel edges count each; loops are left
  /// out; direction is followed from tail to head.
  ///
  /// - Parameters:
  ///   - seeds: The nodes that are active at the beginning.
  ///   - threshold: What it takes. With `.count(1)` it spreads like breadth-first search.
  /// - Returns: By node, when it became active.
  /// - Throws: `GraphError` if a threshold is outside its range or there is not one for each node.
  /// - Complexity: O(n + m) time, O(n) space.
  public func complexContagion(
    from seeds: [Int], threshold: ContagionThreshold
  ) throws(GraphError) -> Cascade {
    var missing = try edgesNeeded(threshold)
    var rounds = [Int?](repeating: nil, count: nodeCount)
    var queue: [Int] = []
    for node in seeds {
      requireNode(node)
      if rounds[node] == nil { queue.append(node) }
      rounds[node] = 0
    }
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      for entry in outgoing.row(node) where Int(outgoing.targets[entry]) != node {
        let target = Int(outgoing.targets[entry])
        missing[target] -= 1
        if missing[target] <= 0, rounds[target] == nil {
          rounds[target] = (rounds[node] ?? 0) + 1
          queue.append(target)
        }
      }
    }
    return Cascade(rounds: rounds)
  }

  /// By node, how many edges from active nodes it takes.
  private func edgesNeeded(_ threshold: ContagionThreshold) throws(GraphError) -> [Int] {
    func needed(_ node: Int, _ share: Double) throws(GraphError) -> Int {
      guard share >= 0, share <= 1 else {
        throw .optionOutOfRange(
          name: "the threshold of node \(node)", value: share, range: "0 to 1")
      }
      let count = incoming.row(node).reduce(0) {
        $0 + (Int(incoming.targets[$1]) == node ? 0 : 1)
      }
      // A third of three edges is one edge, whatever the rounding.
      return max(1, Int((share * Double(count) - 1e-9).rounded(.up)))
    }
    switch threshold {
    case .count(let count):
      guard count >= 1 else {
        throw .optionOutOfRange(name: "the threshold", value: Double(count), range: "1 or more")
      }
      return [Int](repeating: count, count: nodeCount)
    case .share(let share):
      var counts: [Int] = []
      for node in nodes { counts.append(try needed(node, share)) }
      return counts
    case .shares(let shares):
      guard shares.count == nodeCount else {
        throw .wrongCount(of: "thresholds", expected: nodeCount, actual: shares.count)
      }
      var counts: [Int] = []
      for node in nodes { counts.append(try needed(node, shares[node])) }
      return counts
    }
  }
}
