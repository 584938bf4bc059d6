internal import Evidence
public import GraphCore
public import InfluenceAnalysis

/// A network whose structure is asked about: of evidence, or plain.
public struct StudiedNetwork: Sendable {
  /// Where the edges come from.
  public enum Origin: Sendable, Equatable {
    /// From a file that records no evidence.
    case plain
    /// From statements, under a projection and a policy.
    case evidence(projection: String, policy: String)
  }

  /// The name of the file, or its title.
  public let title: String
  /// The network. Of evidence, the weight of an edge is the probability of the link.
  public let graph: Graph
  /// Its nodes by index, with the names to print.
  public let nodes: [MeasureTable.Node]
  /// Where the edges come from.
  public let origin: Origin
  /// Of evidence, how many entities have no link in the projection.
  private let unlinkedCount: Int

  /// Describes a plain network.
  ///
  /// - Parameter plain: The network.
  public init(_ plain: PlainSubject) {
    title = plain.title
    graph = plain.graph
    nodes = plain.nodes
    origin = .plain
    unlinkedCount = 0
  }

  /// Describes a network of evidence, every link taken as present.
  ///
  /// Where every link is a tie that runs both ways, such as a marriage, the network is undirected and
  /// has each tie once.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - title: What it is called.
  /// - Throws: `GraphError` if its edges cannot be used.
  public init(_ network: InfluenceNetwork, title: String) throws(GraphError) {
    self.title = title
    graph =
      network.isMutual
      ? try Graph(
        nodeCount: network.graph.nodeCount,
        edges: network.graph.edges.filter { $0.tail < $0.head },
        isDirected: false)
      : network.graph
    unlinkedCount = network.evidence.entities.count - network.nodes.count
    nodes = network.nodes.map { id in
      MeasureTable.Node(
        id: id, name: network.evidence.name(of: id), kind: network.evidence.entity(id)?.kind ?? "")
    }
    origin = .evidence(projection: network.projection.name, policy: network.policy.name)
  }

  private init(_ other: StudiedNetwork, graph: Graph, nodes: [MeasureTable.Node]) {
    title = other.title
    self.graph = graph
    self.nodes = nodes
    origin = other.origin
    unlinkedCount = other.unlinkedCount
  }

  /// The part between some nodes.
  ///
  /// - Parameter members: The indices of the nodes, each once, in the order that they are to have.
  /// - Returns: The part.
  /// - Throws: `GraphError` if an edge cannot be used.
  func part(_ members: [Int]) throws(GraphError) -> StudiedNetwork {
    var places = [Int?](repeating: nil, count: graph.nodeCount)
    for (place, node) in members.enumerated() { places[node] = place }
    let edges = graph.edges.compactMap { edge -> Graph.Edge? in
      guard let tail = places[edge.tail], let head = places[edge.head] else { return nil }
      return Graph.Edge(tail, head, weight: edge.weight)
    }
    return StudiedNetwork(
      self,
      graph: try Graph(nodeCount: members.count, edges: edges, isDirected: graph.isDirected),
      nodes: members.map { nodes[$0] })
  }

  /// Whether the edges come from statements.
  var isEvidence: Bool { origin != .plain }

  /// What the weights of its edges are, in words.
  var weightWords: String { isEvidence ? "the probabilities of links" : "the weights of edges" }

  /// What it is and how large, in words.
  var summary: String {
    let size =
      Plural.text(graph.nodeCount, "node", "nodes") + ", "
      + Plural.text(graph.edgeCount, "edge", "edges") + ", "
      + (graph.isDirected ? "directed" : "undirected")
    switch origin {
    case .plain: return "plain network, \(PlainSubject.noEvidence): \(size)"
    case .evidence(let projection, let policy):
      return "projection \(projection), policy \(policy): \(size)"
    }
  }

  /// What a reader must know who takes every link of evidence as present.
  var presence: [String] {
    guard isEvidence else { return [] }
    return [
      "Every link that somebody affirms is taken as present, whatever its probability, and every "
        + "other as absent. What nobody looked into is missing, so the figures describe what was "
        + "said and by whom it was studied as much as the people themselves."
    ]
      + (unlinkedCount > 0
        ? [
          Plural.text(unlinkedCount, "entity", "entities")
            + " of the graph without a link in this projection "
            + (unlinkedCount == 1 ? "is" : "are") + " not among the nodes."
        ] : [])
  }
}
