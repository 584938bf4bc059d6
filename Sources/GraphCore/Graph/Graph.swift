/// A frozen graph in compressed sparse rows: directed or undirected, with parallel edges and loops.
///
/// Nodes are the indices `0 ..< nodeCount`, edges the indices `0 ..< edgeCount` in the order in
/// which they were given. The graph knows no names, dates or files: whoever makes it keeps the
/// names.
///
/// Conventions that every algorithm follows unless its comment says otherwise:
/// - A row holds the neighbours of a node sorted by node, then by edge index, so every result is
///   the same on every machine and in every run.
/// - Parallel edges are edges of their own. A loop of an undirected graph stands once in its node's
///   row (a 1 on the diagonal of the adjacency matrix) and counts twice in the degree.
/// - A graph is weighted or not: if one edge has a weight, an edge given without one weighs 1.
/// - A node index outside the graph is a mistake of the caller and stops the program.
public struct Graph: Sendable {
  /// One edge: it runs from `tail` to `head`; in an undirected graph the order of its two ends
  /// means nothing.
  public struct Edge: Sendable, Hashable {
    /// The node at which the edge begins.
    public let tail: Int
    /// The node at which the edge ends.
    public let head: Int
    /// The weight, or nil in an unweighted graph.
    public let weight: Double?

    /// Makes an edge; the graph that takes it checks the ends and the weight.
    ///
    /// - Parameters:
    ///   - tail: The node at which the edge begins.
    ///   - head: The node at which the edge ends.
    ///   - weight: Any finite number, or nil for an edge without a weight.
    public init(_ tail: Int, _ head: Int, weight: Double? = nil) {
      self.tail = tail
      self.head = head
      self.weight = weight
    }
  }

  /// The way in which an algorithm walks along the edges; without meaning in an undirected graph.
  public enum Direction: Sendable, Hashable, CaseIterable {
    /// From tail to head.
    case outward
    /// From head to tail.
    case inward
  }

  /// The number of nodes, n.
  public let nodeCount: Int
  /// Whether an edge leads from its tail to its head only.
  public let isDirected: Bool

  let tails: Column<Int32>
  let heads: Column<Int32>
  let weights: [Double]?
  let outgoing: Adjacency
  let incoming: Adjacency

  /// Freezes a list of edges into a graph.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes, 0 to 2,147,483,647.
  ///   - edges: The edges; the position in the list becomes the edge index.
  ///   - isDirected: Whether an edge leads from its tail to its head only.
  /// - Throws: `GraphError` if an end is outside the graph, a weight is not finite, or a count is
  ///   too large.
  /// - Complexity: O(n + m) time and space: two passes of counting sort.
  public init(nodeCount: Int, edges: some Sequence<Edge>, isDirected: Bool) throws(GraphError) {
    var builder = try GraphBuilder(nodeCount: nodeCount, isDirected: isDirected)
    for edge in edges {
      try builder.addEdge(edge)
    }
    self = builder.build()
  }

  /// Takes columns that the caller has checked.
  init(nodeCount: Int, tails: [Int32], heads: [Int32], weights: [Double]?, isDirected: Bool) {
    self.init(
      nodeCount: nodeCount, tails: Column(tails), heads: Column(heads), weights: weights,
      isDirected: isDirected)
  }

  /// Takes columns that the caller has checked, without copying them.
  init(
    nodeCount: Int, tails: Column<Int32>, heads: Column<Int32>, weights: [Double]?,
    isDirected: Bool
  ) {
    self.nodeCount = nodeCount
    self.isDirected = isDirected
    self.tails = tails
    self.heads = heads
    self.weights = weights
    if isDirected {
      outgoing = Adjacency(nodeCount: nodeCount, from: tails, to: heads)
      incoming = Adjacency(nodeCount: nodeCount, from: heads, to: tails)
    } else {
      outgoing = Adjacency(nodeCount: nodeCount, joining: tails, and: heads)
      incoming = outgoing
    }
  }

  /// Takes columns and rows that the caller has checked.
  init(
    nodeCount: Int, isDirected: Bool, tails: Column<Int32>, heads: Column<Int32>,
    weights: [Double]?, outgoing: Adjacency, incoming: Adjacency
  ) {
    self.nodeCount = nodeCount
    self.isDirected = isDirected
    self.tails = tails
    self.heads = heads
    self.weights = weights
    self.outgoing = outgoing
    self.incoming = incoming
  }

  /// The number of edges, m; parallel edges and loops count.
  public var edgeCount: Int { tails.count }

  /// The nodes, `0 ..< nodeCount`.
  public var nodes: Range<Int> { 0..<nodeCount }

  /// Whether the edges have weights.
  public var isWeighted: Bool { weights != nil }

  /// The edges by edge index.
  public var edges: Edges { Edges(graph: self) }

  /// The edges of a graph as a collection; the position is the edge index.
  public struct Edges: RandomAccessCollection, Sendable {
    let graph: Graph

    /// The first edge index, 0.
    public var startIndex: Int { 0 }
    /// One past the last edge index.
    public var endIndex: Int { graph.tails.count }

    /// The edge of an index.
    ///
    /// - Parameter index: An edge index.
    /// - Returns: The edge, with its weight if the graph is weighted.
    public subscript(index: Int) -> Edge {
      Edge(Int(graph.tails[index]), Int(graph.heads[index]), weight: graph.weights?[index])
    }
  }
}

extension Graph: Equatable {
  /// Whether two graphs have the same nodes and, index by index, the same edges.
  ///
  /// - Parameters:
  ///   - left: A graph.
  ///   - right: Another.
  /// - Returns: True if they are equal; the rows follow from the edges.
  public static func == (left: Graph, right: Graph) -> Bool {
    left.nodeCount == right.nodeCount && left.isDirected == right.isDirected
      && left.tails == right.tails && left.heads == right.heads && left.weights == right.weights
  }
}
