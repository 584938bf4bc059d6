/// Collects nodes and edges, checks them, and freezes them into a `Graph`.
public struct GraphBuilder: Sendable {
  /// Whether the edges lead from tail to head only.
  public let isDirected: Bool
  /// The number of nodes so far.
  public private(set) var nodeCount: Int

  private var tails: [Int32] = []
  private var heads: [Int32] = []
  private var weights: [Double] = []
  private var isWeighted = false

  /// Starts a graph without edges.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes to begin with.
  ///   - isDirected: Whether the edges lead from tail to head only.
  /// - Throws: `GraphError.nodeCount` if the count is negative or above 2,147,483,647.
  public init(nodeCount: Int = 0, isDirected: Bool) throws(GraphError) {
    guard nodeCount >= 0, nodeCount <= Int(Int32.max) else {
      throw .nodeCount(nodeCount)
    }
    self.nodeCount = nodeCount
    self.isDirected = isDirected
  }

  /// The number of edges so far.
  public var edgeCount: Int { tails.count }

  /// Adds a node.
  ///
  /// - Returns: The index of the new node.
  /// - Throws: `GraphError.nodeCount` if there would be more than 2,147,483,647.
  @discardableResult
  public mutating func addNode() throws(GraphError) -> Int {
    guard nodeCount < Int(Int32.max) else { throw .nodeCount(nodeCount + 1) }
    nodeCount += 1
    return nodeCount - 1
  }

  /// Adds an edge.
  ///
  /// - Parameters:
  ///   - tail: The node at which the edge begins.
  ///   - head: The node at which it ends.
  ///   - weight: Any finite number, or nil. An edge without a weight in a weighted graph weighs 1.
  /// - Returns: The index of the new edge.
  /// - Throws: `GraphError` if an end is not a node, the weight is not finite, or there are too
  ///   many edges.
  @discardableResult
  public mutating func addEdge(
    _ tail: Int, _ head: Int, weight: Double? = nil
  ) throws(GraphError) -> Int {
    try addEdge(Graph.Edge(tail, head, weight: weight))
  }

  /// Adds an edge.
  ///
  /// - Parameter edge: The edge.
  /// - Returns: The index of the new edge.
  /// - Throws: `GraphError` if an end is not a node, the weight is not finite, or there are too
  ///   many edges.
  @discardableResult
  public mutating func addEdge(_ edge: Graph.Edge) throws(GraphError) -> Int {
    let index = tails.count
    for end in [edge.tail, edge.head] where end < 0 || end >= nodeCount {
      throw .endpointOutOfRange(edge: index, node: end, nodeCount: nodeCount)
    }
    // Both halves of an undirected edge are counted in 32 bits.
    guard index < Int(Int32.max) / 2 else { throw .tooManyEdges(index + 1) }
    if let weight = edge.weight {
      guard weight.isFinite else {
        throw .unusableWeight(edge: index, weight: weight, needed: .finite)
      }
      isWeighted = true
    }
    tails.append(Int32(edge.tail))
    heads.append(Int32(edge.head))
    weights.append(edge.weight ?? 1)
    return index
  }

  /// Freezes what was added.
  ///
  /// - Returns: The graph; edge indices are those that `addEdge` returned.
  /// - Complexity: O(n + m).
  public func build() -> Graph {
    Graph(
      nodeCount: nodeCount, tails: tails, heads: heads, weights: isWeighted ? weights : nil,
      isDirected: isDirected)
  }
}
