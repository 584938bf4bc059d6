/// A tree over each component of a graph.
public struct SpanningForest: Sendable, Equatable {
  /// The indices of its edges, ascending.
  public let edges: [Int]
  /// The sum of their lengths, added in the order of the edges.
  public let length: Double
  /// The number of trees, an isolate being one.
  public let treeCount: Int
}

extension Graph {
  /// A spanning forest of least length: every component is held together by a tree of its edges
  /// whose lengths have the smallest sum.
  ///
  /// Edges are taken from the shortest up unless they close a cycle [Kruskal1956]; of equally long
  /// ones the smaller index comes first. Direction is ignored; loops are never part of it, and of
  /// parallel edges at most one is.
  ///
  /// - Parameter lengths: What the length of an edge is; any finite number. By hops, any forest is
  ///   as good, and the one of the smallest edge indices is returned.
  /// - Returns: The forest: n edges less the number of components.
  /// - Throws: `GraphError` if a length is not finite or there is not one for each edge.
  /// - Complexity: O(n + m a(n)) time, lengths being sorted by their digits and a the inverse of
  ///   Ackermann's function; O(n + m) space.
  public func minimumSpanningForest(lengths: EdgeLengths) throws(GraphError) -> SpanningForest {
    let lengths = try resolve(lengths, needed: .finite)
    return spanningForest(lengths, isShortestFirst: true)
  }

  /// A spanning forest of greatest length: as `minimumSpanningForest(lengths:)`, from the longest
  /// edge down. With weights as lengths it keeps the strongest ties that hold all together.
  ///
  /// - Parameter lengths: What the length of an edge is; any finite number.
  /// - Returns: The forest: n edges less the number of components.
  /// - Throws: `GraphError` if a length is not finite or there is not one for each edge.
  /// - Complexity: As `minimumSpanningForest(lengths:)`. [Kruskal1956]
  public func maximumSpanningForest(lengths: EdgeLengths) throws(GraphError) -> SpanningForest {
    let lengths = try resolve(lengths, needed: .finite)
    return spanningForest(lengths, isShortestFirst: false)
  }

  private func spanningForest(_ lengths: [Double]?, isShortestFirst: Bool) -> SpanningForest {
    let ordered =
      lengths.map { ValueOrder.positions(of: $0, isSmallestFirst: isShortestFirst) }
      ?? tails.indices.map { Int32(truncatingIfNeeded: $0) }
    var trees = NodeSets(count: nodeCount)
    var isChosen = [Bool](repeating: false, count: edgeCount)
    var left = nodeCount - 1
    for edge in ordered {
      if left <= 0 { break }
      guard trees.join(Int(tails[Int(edge)]), Int(heads[Int(edge)])) else { continue }
      isChosen[Int(edge)] = true
      left -= 1
    }
    let chosen = tails.indices.filter { isChosen[$0] }
    return SpanningForest(
      edges: chosen, length: chosen.reduce(0) { $0 + (lengths?[$1] ?? 1) },
      treeCount: nodeCount - chosen.count)
  }
}

/// Disjoint sets of nodes that are joined one pair at a time [Tarjan1984].
struct NodeSets {
  /// By node, a node nearer to the root of its set; itself at the root.
  private var parents: [Int32]
  private var sizes: [Int32]

  init(count: Int) {
    parents = (0..<count).map { Int32(truncatingIfNeeded: $0) }
    sizes = [Int32](repeating: 1, count: count)
  }

  /// The node that stands for the set of a node.
  mutating func root(_ node: Int) -> Int {
    var node = node
    while Int(parents[node]) != node {
      parents[node] = parents[Int(parents[node])]
      node = Int(parents[node])
    }
    return node
  }

  /// Joins the sets of two nodes.
  ///
  /// - Returns: Whether they were two.
  mutating func join(_ first: Int, _ second: Int) -> Bool {
    var (large, small) = (root(first), root(second))
    if large == small { return false }
    if sizes[large] < sizes[small] { swap(&large, &small) }
    parents[small] = Int32(truncatingIfNeeded: large)
    sizes[large] += sizes[small]
    return true
  }
}
