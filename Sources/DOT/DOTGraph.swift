/// A graph as the DOT language describes it.
///
/// Names are texts, not DOT source: the writer quotes and escapes them. Order is kept as given, so the same
/// document is always written as the same bytes. The attributes of a node or edge are those set on it,
/// without what it inherits from defaults.
///
///     var graph = DOTGraph(isDirected: true, attributes: ["rankdir": "LR"])
///     graph.nodes.append(DOTNode("a", ["label": "AT&T"]))
///     graph.edges.append(DOTEdge(from: "a", to: "b"))
///     let text = DOTWriter().write(graph)
///
/// A node that is named only by an edge exists all the same, and has the default attributes.
public struct DOTGraph: Sendable, Hashable {
  /// Whether parallel edges are merged into one.
  public var isStrict: Bool

  /// Whether the edges have a direction.
  public var isDirected: Bool

  /// The graph's name, if it has one.
  public var name: String?

  /// The attributes of the graph, which its subgraphs inherit.
  public var attributes: DOTAttributes

  /// The attributes that nodes have unless they set their own.
  public var nodeDefaults: DOTAttributes

  /// The attributes that edges have unless they set their own.
  public var edgeDefaults: DOTAttributes

  /// The nodes outside the subgraphs, written first.
  public var nodes: [DOTNode]

  /// The subgraphs and clusters, written after the nodes.
  public var subgraphs: [DOTSubgraph]

  /// The edges outside the subgraphs, written last.
  public var edges: [DOTEdge]

  /// Makes a graph.
  ///
  /// - Parameters:
  ///   - isStrict: Whether parallel edges are merged into one.
  ///   - isDirected: Whether the edges have a direction.
  ///   - name: The graph's name.
  ///   - attributes: The attributes of the graph.
  ///   - nodeDefaults: The attributes that nodes have unless they set their own.
  ///   - edgeDefaults: The attributes that edges have unless they set their own.
  ///   - nodes: The nodes outside the subgraphs.
  ///   - subgraphs: The subgraphs and clusters.
  ///   - edges: The edges outside the subgraphs.
  public init(
    isStrict: Bool = false, isDirected: Bool, name: String? = nil, attributes: DOTAttributes = [:],
    nodeDefaults: DOTAttributes = [:], edgeDefaults: DOTAttributes = [:], nodes: [DOTNode] = [],
    subgraphs: [DOTSubgraph] = [], edges: [DOTEdge] = []
  ) {
    self.isStrict = isStrict
    self.isDirected = isDirected
    self.name = name
    self.attributes = attributes
    self.nodeDefaults = nodeDefaults
    self.edgeDefaults = edgeDefaults
    self.nodes = nodes
    self.subgraphs = subgraphs
    self.edges = edges
  }
}

/// A part of a graph; one whose name begins with `cluster` is drawn in a box of its own.
///
/// A node may be named in several subgraphs. Its attributes belong to the first mention.
public struct DOTSubgraph: Sendable, Hashable {
  /// The subgraph's name, if it has one. Subgraphs of one graph with the same name are one subgraph.
  public var name: String?

  /// The attributes of the subgraph.
  public var attributes: DOTAttributes

  /// The attributes that nodes first named here have unless they set their own.
  public var nodeDefaults: DOTAttributes

  /// The attributes that edges named here have unless they set their own.
  public var edgeDefaults: DOTAttributes

  /// The nodes, written first.
  public var nodes: [DOTNode]

  /// The subgraphs within, written after the nodes.
  public var subgraphs: [DOTSubgraph]

  /// The edges, written last.
  public var edges: [DOTEdge]

  /// Makes a subgraph.
  ///
  /// - Parameters:
  ///   - name: The subgraph's name; with `cluster` at its beginning it is drawn as a box.
  ///   - attributes: The attributes of the subgraph.
  ///   - nodeDefaults: The attributes of nodes first named here.
  ///   - edgeDefaults: The attributes of edges named here.
  ///   - nodes: The nodes.
  ///   - subgraphs: The subgraphs within.
  ///   - edges: The edges.
  public init(
    name: String? = nil, attributes: DOTAttributes = [:], nodeDefaults: DOTAttributes = [:],
    edgeDefaults: DOTAttributes = [:], nodes: [DOTNode] = [], subgraphs: [DOTSubgraph] = [],
    edges: [DOTEdge] = []
  ) {
    self.name = name
    self.attributes = attributes
    self.nodeDefaults = nodeDefaults
    self.edgeDefaults = edgeDefaults
    self.nodes = nodes
    self.subgraphs = subgraphs
    self.edges = edges
  }
}
