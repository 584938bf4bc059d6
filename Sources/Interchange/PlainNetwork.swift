public import DOT
public import GraphCore

/// A network that knows no evidence: nodes with labels, and edges with weights.
///
/// It is a frozen graph and the names of its nodes, both compact, so that it may have many million
/// edges; nodes and edges are made as they are asked for.
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

  /// The network as a frozen graph: its nodes and edges in the same order.
  public let graph: Graph
  /// The attributes of the whole network.
  public var attributes: [NamedAttribute]
  /// The attributes of the nodes, by node index, other than their labels.
  public let nodeAttributes: AttributeTable
  /// The attributes of the edges, by edge index, other than their weights.
  public let edgeAttributes: AttributeTable
  /// Whether the names of all nodes were numbers in a format that tells numbers from texts.
  public var namesAreNumbers: Bool
  /// What the reader noticed and a user should know, one sentence each.
  public var remarks: [String]
  /// The records that were left out because the user asked for it.
  public var skipped: SkippedRecords

  /// The names of the nodes.
  let names: NodeLabels
  /// The texts to print, where they are not the names.
  let labels: TextTable?
  /// The document that it was read from, if it was a DOT document.
  private let document: DOTGraph?

  /// Makes a network of what a reader found.
  init(
    graph: Graph, names: NodeLabels, labels: TextTable? = nil, document: DOTGraph? = nil,
    attributes: [NamedAttribute] = [], nodeAttributes: AttributeTable? = nil,
    edgeAttributes: AttributeTable? = nil, namesAreNumbers: Bool = false, remarks: [String] = [],
    skipped: SkippedRecords = SkippedRecords()
  ) {
    precondition(names.count == graph.nodeCount, "each node has one name")
    self.graph = graph
    self.names = names
    self.labels = labels
    self.document = document
    self.attributes = attributes
    self.nodeAttributes = nodeAttributes ?? AttributeTable(rowCount: graph.nodeCount)
    self.edgeAttributes = edgeAttributes ?? AttributeTable(rowCount: graph.edgeCount)
    self.namesAreNumbers = namesAreNumbers
    self.remarks = remarks
    self.skipped = skipped
    precondition(self.nodeAttributes.rowCount == graph.nodeCount, "each node has one row")
    precondition(self.edgeAttributes.rowCount == graph.edgeCount, "each edge has one row")
  }

  /// Whether the edges have a direction.
  public var isDirected: Bool { graph.isDirected }

  /// The edges, in the order of the file.
  public var edges: Graph.Edges { graph.edges }

  /// The nodes.
  public var nodes: Nodes { Nodes(names: names, labels: labels) }

  /// The nodes of a network as a collection; the position is the node index of the graph.
  public struct Nodes: RandomAccessCollection, Sendable {
    let names: NodeLabels
    let labels: TextTable?

    /// The first node index, 0.
    public var startIndex: Int { 0 }
    /// One past the last node index.
    public var endIndex: Int { names.count }

    /// The node of an index.
    ///
    /// - Parameter index: A node index.
    /// - Returns: The node with its name and label.
    public subscript(index: Int) -> Node {
      let name = names[index]
      return Node(id: name, label: labels?[index] ?? name)
    }
  }

  /// The network with the direction of its edges ignored.
  ///
  /// - Returns: The same nodes, edges and weights; an edge and its answer are two parallel edges.
  public func asUndirected() -> PlainNetwork {
    guard isDirected else { return self }
    return PlainNetwork(
      graph: graph.asUndirected(), names: names, labels: labels, attributes: attributes,
      nodeAttributes: nodeAttributes, edgeAttributes: edgeAttributes,
      namesAreNumbers: namesAreNumbers, remarks: remarks, skipped: skipped)
  }

  /// The value of an attribute of the whole network.
  ///
  /// - Parameter name: The name.
  /// - Returns: The value of the first attribute of that name, or `nil`.
  public func attribute(_ name: String) -> AttributeValue? {
    attributes.first { $0.name == name }?.value
  }

  /// Whether two networks hold the same: names, labels, edges in their order, weights, and attributes
  /// whatever their order; remarks do not count.
  ///
  /// - Parameter other: The other network.
  /// - Returns: Whether they do.
  public func holdsSame(as other: PlainNetwork) -> Bool {
    isDirected == other.isDirected && nodes.elementsEqual(other.nodes)
      && edges.elementsEqual(other.edges)
      && nodeAttributes.holdsSame(as: other.nodeAttributes)
      && edgeAttributes.holdsSame(as: other.edgeAttributes)
      && attributes.sorted { $0.name < $1.name } == other.attributes.sorted { $0.name < $1.name }
  }

  /// The network as a DOT document: the one that it was read from, or one made of its nodes and
  /// edges.
  ///
  /// - Complexity: O(1) for a network that was read from DOT, else O(n + m).
  public var dot: DOTGraph {
    if let document { return document }
    var dot = DOTGraph(isDirected: isDirected)
    let nodes = Array(nodes)
    dot.nodes = nodes.map { node in
      DOTNode(node.id, node.label == node.id ? [:] : ["label": .text(node.label)])
    }
    dot.edges = edges.map { edge in
      DOTEdge(
        from: nodes[edge.tail].id, to: nodes[edge.head].id,
        edge.weight.map { ["weight": .text(NetworkNumber.text($0))] } ?? [:])
    }
    return dot
  }
}

extension PlainNetwork {
  /// Reads the nodes and edges of a DOT document, those of its subgraphs included.
  ///
  /// - Parameter dot: The document; the attributes `label` of nodes and `weight` of edges are used.
  ///   If one edge has a weight, an edge without a finite one weighs 1.
  /// - Throws: ``GraphCore/GraphError`` if there are more edges than a graph can have.
  /// - Complexity: O(n + m).
  public init(_ dot: DOTGraph) throws(GraphError) {
    var places: [String: Int] = [:]
    var names: [String] = []
    var labels: [String] = []
    func place(of name: String, label: String? = nil) -> Int {
      if let place = places[name] {
        if let label, labels[place] == name { labels[place] = label }
        return place
      }
      places[name] = names.count
      names.append(name)
      labels.append(label ?? name)
      return names.count - 1
    }
    var parts = [
      DOTSubgraph(name: nil, nodes: dot.nodes, subgraphs: dot.subgraphs, edges: dot.edges)
    ]
    var found: [DOTEdge] = []
    while let part = parts.popLast() {
      for node in part.nodes {
        _ = place(of: node.name, label: node.attributes["label"]?.plainText)
      }
      found += part.edges
      parts += part.subgraphs.reversed()
    }
    let edges = found.map { edge in
      Graph.Edge(
        place(of: edge.tail), place(of: edge.head),
        weight: (edge.attributes["weight"]?.plainText).flatMap(Double.init)
          .flatMap { $0.isFinite ? $0 : nil })
    }
    self.init(
      graph: try Graph(nodeCount: names.count, edges: edges, isDirected: dot.isDirected),
      names: .texts(TextTable(names)), labels: labels == names ? nil : TextTable(labels),
      document: dot)
  }
}

/// Numbers as files hold them.
enum NetworkNumber {
  /// The shortest text that reads back as the number; whole numbers without a point.
  static func text(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 0x1p53 { return String(Int(number)) }
    return String(number)
  }
}
