/// A network in which nodes have been mistaken for one another, and who they truly are.
public struct MistakenIdentities: Sendable, Equatable {
  /// The network with the mistakes.
  public let graph: Graph
  /// By node of that network, the true nodes in it, ascending: two where two were taken for one; of
  /// one that was taken for two, each has that one.
  public let origins: [[Int]]
}

extension Graph {
  /// The network if some pairs of nodes are taken for one each.
  ///
  /// Pairs of different nodes are drawn, none in two pairs; the first of a pair, the smaller, takes the
  /// edges of both [Wang2012a]. An edge between the two is lost; other loops stay, and edges of both to
  /// the same node become parallel.
  ///
  /// - Parameters:
  ///   - count: How many pairs, 0 to n / 2.
  ///   - generator: Draws the pairs.
  /// - Returns: The network, its nodes in their old order without the second of each pair.
  /// - Throws: `GraphError.optionOutOfRange` if there are not as many pairs.
  /// - Complexity: O(n + m).
  public func falselyMerged(
    _ count: Int, using generator: inout SeededGenerator
  ) throws(GraphError) -> MistakenIdentities {
    guard count >= 0, 2 * count <= nodeCount else {
      throw .optionOutOfRange(
        name: "the number of pairs", value: Double(count), range: "0 to \(nodeCount / 2)")
    }
    let drawn = nodes.shuffled(using: &generator)
    var standIn = Array(nodes)
    for pair in 0..<count {
      let (first, second) = (drawn[2 * pair], drawn[2 * pair + 1])
      standIn[max(first, second)] = min(first, second)
    }
    var origins: [[Int]] = []
    var names = [Int32](repeating: 0, count: nodeCount)
    for node in nodes where standIn[node] == node {
      names[node] = Int32(origins.count)
      origins.append([node])
    }
    for node in nodes where standIn[node] != node {
      names[node] = names[standIn[node]]
      origins[Int(names[node])].append(node)
    }
    let kept = tails.indices.filter { edge in
      tails[edge] == heads[edge] || names[Int(tails[edge])] != names[Int(heads[edge])]
    }
    return MistakenIdentities(
      graph: Graph(
        nodeCount: origins.count, tails: kept.map { names[Int(tails[$0])] },
        heads: kept.map { names[Int(heads[$0])] },
        weights: weights.map { weights in kept.map { weights[$0] } }, isDirected: isDirected),
      origins: origins)
  }

  /// The network if some nodes are taken for two each.
  ///
  /// Of a node that is taken for two, each end of an edge goes to the one or to the other, each with
  /// probability one half [Wang2012a]. The others come after the old nodes, in the order of those.
  ///
  /// - Parameters:
  ///   - count: How many nodes, 0 to n.
  ///   - generator: Draws the nodes, and where their edges go.
  /// - Returns: The network, with all edges under their old indices.
  /// - Throws: `GraphError` if there are not as many nodes, or there would be too many.
  /// - Complexity: O(n + m).
  public func falselySplit(
    _ count: Int, using generator: inout SeededGenerator
  ) throws(GraphError) -> MistakenIdentities {
    guard count >= 0, count <= nodeCount else {
      throw .optionOutOfRange(
        name: "the number of nodes", value: Double(count), range: "0 to \(nodeCount)")
    }
    guard nodeCount + count <= Int(Int32.max) else { throw .nodeCount(nodeCount + count) }
    let split = nodes.shuffled(using: &generator).prefix(count).sorted()
    var other = [Int32](repeating: -1, count: nodeCount)
    for (place, node) in split.enumerated() { other[node] = Int32(nodeCount + place) }
    func drawn(_ node: Int32) -> Int32 {
      other[Int(node)] >= 0 && generator.next() & 1 == 1 ? other[Int(node)] : node
    }
    var (newTails, newHeads): ([Int32], [Int32]) = ([], [])
    for edge in tails.indices {
      newTails.append(drawn(tails[edge]))
      newHeads.append(drawn(heads[edge]))
    }
    return MistakenIdentities(
      graph: Graph(
        nodeCount: nodeCount + count, tails: newTails, heads: newHeads, weights: weights,
        isDirected: isDirected),
      origins: nodes.map { [$0] } + split.map { [$0] })
  }
}
