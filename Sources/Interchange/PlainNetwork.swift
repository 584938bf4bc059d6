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

  /// Which edges have a weight of their own; `nil` if all have one, or none. The others weigh 1 in the
  /// graph, which knows weights for all edges or for none.
  let ownWeights: Bitmap?
  /// The names of the nodes.
  let names: NodeLabels
  /// The texts to print, where they are not the names.
  let labels: TextTable?

  /// Makes a network of what a reader found.
  init(
    graph: Graph, ownWeights: Bitmap? = nil, names: NodeLabels, labels: TextTable? = nil,
    attributes: [NamedAttribute] = [], nodeAttributes: AttributeTable? = nil,
    edgeAttributes: AttributeTable? = nil, namesAreNumbers: Bool = false, remarks: [String] = [],
    skipped: SkippedRecords = SkippedRecords()
  ) {
    precondition(names.count == graph.nodeCount, "each node has one name")
    self.graph = graph
    self.ownWeights = ownWeights
    self.names = names
    self.labels = labels
    self.attributes = attributes
    self.nodeAttributes = nodeAttributes ?? AttributeTable(rowCount: graph.nodeCount)
    self.edgeAttributes = edgeAttributes ?? AttributeTable(rowCount: graph.edgeCount)
    self.namesAreNumbers = namesAreNumbers
    self.remarks = remarks
    self.skipped = skipped
    precondition(self.nodeAttributes.rowCount == graph.nodeCount, "each node has one row")
    precondition(self.edgeAttributes.rowCount == graph.edgeCount, "each edge has one row")
  }

  /// What is said of a file without anything in it, which many formats take for an empty network.
  static let holdsNothing = "the file holds nothing"

  /// Whether the file that was read had nothing in it, not even a network without nodes that says so.
  public var isOfEmptyFile: Bool { graph.nodeCount == 0 && remarks.contains(Self.holdsNothing) }

  /// Whether the edges have a direction.
  public var isDirected: Bool { graph.isDirected }

  /// The edges, in the order of the file, each with its weight if it has one of its own.
  public var edges: Edges { Edges(all: graph.edges, ownWeights: ownWeights) }

  /// The edges of a network as a collection; the position is the edge index of the graph.
  public struct Edges: RandomAccessCollection, Sendable {
    let all: Graph.Edges
    let ownWeights: Bitmap?

    /// The first edge index, 0.
    public var startIndex: Int { 0 }
    /// One past the last edge index.
    public var endIndex: Int { all.count }

    /// The edge of an index.
    ///
    /// - Parameter index: An edge index.
    /// - Returns: The edge, with its weight if it has one of its own.
    public subscript(index: Int) -> Graph.Edge {
      let edge = all[index]
      guard let ownWeights, !ownWeights[index] else { return edge }
      return Graph.Edge(edge.tail, edge.head)
    }
  }

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
      graph: graph.asUndirected(), ownWeights: ownWeights, names: names, labels: labels,
      attributes: attributes,
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

  /// What a format loses in which every edge has a weight, or none.
  var weightLosses: [String] {
    guard let ownWeights else { return [] }
    let count = graph.edgeCount - ownWeights.count
    return [
      Plural.text(count, "edge without a weight is", "edges without a weight are")
        + " given the weight 1"
    ]
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
}

/// Numbers as files hold them.
enum NetworkNumber {
  /// The shortest text that reads back as the number; whole numbers without a point.
  static func text(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 0x1p53 { return String(Int(number)) }
    return String(number)
  }
}
