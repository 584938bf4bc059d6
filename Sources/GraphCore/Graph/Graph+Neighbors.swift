extension Graph {
  /// A neighbour of a node, and the edge that leads to it.
  public struct Neighbor: Sendable, Hashable {
    /// The node at the other end.
    public let node: Int
    /// The index of the edge between.
    public let edge: Int
  }

  /// One row of the graph: the neighbours of a node, sorted by node, then by edge index.
  ///
  /// A neighbour stands here once for each edge that leads to it.
  public struct Neighbors: RandomAccessCollection, Sendable {
    let targets: Column<Int32>
    let edges: Column<Int32>
    let row: Range<Int>

    /// The first position, 0.
    public var startIndex: Int { 0 }
    /// One past the last position.
    public var endIndex: Int { row.count }

    /// The neighbour at a position.
    ///
    /// - Parameter position: `0 ..< count`.
    /// - Returns: The neighbour and the edge that leads to it.
    public subscript(position: Int) -> Neighbor {
      let entry = row.lowerBound + position
      return Neighbor(node: Int(targets[entry]), edge: Int(edges[entry]))
    }
  }

  /// The nodes to which the edges of a node lead.
  ///
  /// - Parameter node: A node index.
  /// - Returns: The heads of the edges whose tail it is; in an undirected graph all its neighbours.
  /// - Complexity: O(1); walking over the result takes O(out-degree).
  public func outNeighbors(of node: Int) -> Neighbors {
    neighbors(of: node, direction: .outward)
  }

  /// The nodes from which edges lead to a node.
  ///
  /// - Parameter node: A node index.
  /// - Returns: The tails of the edges whose head it is; in an undirected graph all its neighbours.
  /// - Complexity: O(1); walking over the result takes O(in-degree).
  public func inNeighbors(of node: Int) -> Neighbors {
    neighbors(of: node, direction: .inward)
  }

  /// One row of the graph.
  ///
  /// - Parameters:
  ///   - node: A node index.
  ///   - direction: Outward for the heads of its edges, inward for the tails.
  /// - Returns: The neighbours, sorted by node, then by edge index.
  /// - Complexity: O(1).
  public func neighbors(of node: Int, direction: Direction) -> Neighbors {
    requireNode(node)
    let adjacency = adjacency(direction)
    return Neighbors(
      targets: adjacency.targets, edges: adjacency.edges, row: adjacency.row(node))
  }

  /// The rows for walking in a direction.
  ///
  /// - Parameter direction: Outward from tail to head, inward from head to tail.
  /// - Returns: The rows; the same for both directions of an undirected graph.
  package func adjacency(_ direction: Direction) -> Adjacency {
    direction == .outward ? outgoing : incoming
  }

  /// Stops the program if a node is not of this graph: a mistake of the caller, not of the data.
  func requireNode(_ node: Int) {
    precondition(
      node >= 0 && node < nodeCount, "node \(node) is outside the graph of \(nodeCount) nodes")
  }
}
