/// Shortest paths between one node, the root, and all others.
public struct PathTree: Sendable, Equatable {
  /// The node at which the search began.
  public let root: Int
  /// Outward for paths from the root, inward for paths to it.
  public let direction: Graph.Direction
  /// The nodes that were reached, the root first, in the order of their hops and, within that, of
  /// their paths.
  public let reached: [Int]

  let hopCounts: [Int32]
  let parents: [Int32]
  let parentEdges: [Int32]
  /// Nil where every edge has length 1.
  let distances: [Double]?
  let lengths: [Double]?

  /// The distance between the root and a node.
  ///
  /// - Parameter node: A node index.
  /// - Returns: The smallest sum of lengths, or nil if no path was found.
  public func distance(to node: Int) -> Double? {
    guard hopCounts[node] >= 0 else { return nil }
    return distances?[node] ?? Double(hopCounts[node])
  }

  /// The number of edges of the path between the root and a node.
  ///
  /// - Parameter node: A node index.
  /// - Returns: The number of edges of `path(to:)`, or nil if no path was found.
  public func hops(to node: Int) -> Int? {
    hopCounts[node] >= 0 ? Int(hopCounts[node]) : nil
  }

  /// The node next to a node on its path, on the side of the root.
  ///
  /// - Parameter node: A node index.
  /// - Returns: The neighbour, or nil for the root and for nodes without a path.
  public func parent(of node: Int) -> Int? {
    parents[node] >= 0 ? Int(parents[node]) : nil
  }

  /// The path between the root and a node.
  ///
  /// - Parameter node: A node index.
  /// - Returns: The path in the order in which its edges run: from the root to the node in an
  ///   outward tree, from the node to the root in an inward one. Nil if no path was found.
  /// - Complexity: O(hops).
  public func path(to node: Int) -> Path? {
    guard hopCounts[node] >= 0 else { return nil }
    var nodes = [node]
    var edges: [Int] = []
    var current = node
    while let parent = parent(of: current) {
      edges.append(Int(parentEdges[current]))
      nodes.append(parent)
      current = parent
    }
    if direction == .outward {
      nodes.reverse()
      edges.reverse()
    }
    let length = edges.reduce(0.0) { $0 + (lengths?[$1] ?? 1) }
    return Path(nodes: nodes, edges: edges, length: length)
  }
}
