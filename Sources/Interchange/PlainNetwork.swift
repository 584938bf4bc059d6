public import DOT
public import GraphCore

/// A network that knows no evidence: nodes with labels, and edges with weights.
public struct PlainNetwork: Sendable, Equatable {
  /// A node.
  public struct Node: Sendable, Equatable {
    /// The name in the file.
    public var id: String
    /// The text to print.
    public var label: String

    /// Makes a node.
    ///
    /// - Parameters:
    ///   - id: The name in the file.
    ///   - label: The text to print.
    public init(id: String, label: String) {
      self.id = id
      self.label = label
    }
  }

  /// An edge between two nodes, by their places in ``PlainNetwork/nodes``.
  public struct Edge: Sendable, Equatable {
    /// The place of the tail.
    public var tail: Int
    /// The place of the head.
    public var head: Int
    /// The weight, if the file gives one: a finite number.
    public var weight: Double?
  }

  /// The nodes, in the order of the file.
  public var nodes: [Node]
  /// The edges, in the order of the file.
  public var edges: [Edge]
  /// Whether the edges have a direction.
  public var isDirected: Bool
  /// The document that it was read from.
  public var dot: DOTGraph

  /// Reads the nodes and edges of a DOT document, those of its subgraphs included.
  ///
  /// - Parameter dot: The document; the attributes `label` of nodes and `weight` of edges are used.
  /// - Complexity: O(n + m).
  public init(_ dot: DOTGraph) {
    self.dot = dot
    isDirected = dot.isDirected
    nodes = []
    edges = []
    var places: [String: Int] = [:]
    var parts = [
      DOTSubgraph(name: nil, nodes: dot.nodes, subgraphs: dot.subgraphs, edges: dot.edges)
    ]
    var found: [DOTEdge] = []
    while let part = parts.popLast() {
      for node in part.nodes {
        place(of: node.name, label: node.attributes["label"]?.plainText, in: &places)
      }
      found += part.edges
      parts += part.subgraphs.reversed()
    }
    for edge in found {
      let tail = place(of: edge.tail, label: nil, in: &places)
      let head = place(of: edge.head, label: nil, in: &places)
      let weight = (edge.attributes["weight"]?.plainText).flatMap(Double.init)
      edges.append(
        Edge(tail: tail, head: head, weight: weight.flatMap { $0.isFinite ? $0 : nil }))
    }
  }

  @discardableResult
  private mutating func place(
    of name: String, label: String?, in places: inout [String: Int]
  ) -> Int {
    if let place = places[name] {
      if let label, nodes[place].label == name { nodes[place].label = label }
      return place
    }
    places[name] = nodes.count
    nodes.append(Node(id: name, label: label ?? name))
    return nodes.count - 1
  }

  /// The network as a frozen graph; edges without a weight weigh 1.
  ///
  /// - Returns: The graph, node by node and edge by edge in this order.
  /// - Throws: ``GraphCore/GraphError`` for a weight that no measure can use.
  public func graph() throws(GraphError) -> Graph {
    let isWeighted = edges.contains { $0.weight != nil }
    return try Graph(
      nodeCount: nodes.count,
      edges: edges.map {
        Graph.Edge($0.tail, $0.head, weight: isWeighted ? $0.weight ?? 1 : nil)
      }, isDirected: isDirected)
  }
}
