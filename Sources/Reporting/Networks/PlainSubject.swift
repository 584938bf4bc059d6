internal import Evidence
public import GraphCore
public import InfluenceAnalysis

/// A network that knows no evidence, with the names that a finding prints.
public struct PlainSubject: Sendable {
  /// The name of the file, or its title.
  public let title: String
  /// The network.
  public let graph: Graph
  /// Its nodes by index, with the names to print.
  public let nodes: [MeasureTable.Node]
  /// What an edge is called, by index; nothing if the file does not say.
  public let edgeName: @Sendable (Int) -> String?

  /// Describes a network.
  ///
  /// - Parameters:
  ///   - title: The name of the file, or its title.
  ///   - graph: The network.
  ///   - nodes: Its nodes by index.
  ///   - edgeName: What an edge is called, by index.
  public init(
    title: String, graph: Graph, nodes: [MeasureTable.Node],
    edgeName: @escaping @Sendable (Int) -> String? = { _ in nil }
  ) {
    precondition(nodes.count == graph.nodeCount, "every node of the graph needs a name")
    self.title = title
    self.graph = graph
    self.nodes = nodes
    self.edgeName = edgeName
  }

  /// What is to be said of every link.
  public static let noEvidence = "no evidence recorded"

  /// How many nodes and edges there are, in words.
  public var counts: String {
    Plural.text(graph.nodeCount, "node", "nodes") + ", "
      + Plural.text(graph.edgeCount, "edge", "edges") + ", "
      + (graph.isDirected ? "directed" : "undirected")
  }

  /// The name of a node.
  func name(_ node: Int) -> String { nodes[node].name }

  /// An edge by the names of its ends.
  func tie(_ edge: Int) -> String {
    let ends = graph.edges[edge]
    return name(ends.tail) + (graph.isDirected ? " -> " : " -- ") + name(ends.head)
  }

  /// The network, or a part of it, as a diagram.
  ///
  /// - Parameters:
  ///   - title: The title of the picture.
  ///   - part: The nodes to draw; all if `nil`.
  ///   - edges: The edges to draw; all between these nodes if `nil`.
  ///   - strong: The nodes that the picture is about.
  ///   - showsKinds: Whether nodes are drawn by their kinds.
  /// - Returns: The diagram; its lines are ties without evidence.
  public func diagram(
    title: String? = nil, of part: Set<Int>? = nil, edges: Set<Int>? = nil,
    strong: Set<Int> = [], showsKinds: Bool = true
  ) -> Diagram {
    let drawn = graph.nodes.filter { part?.contains($0) ?? true }
    let lines = graph.edges.enumerated().filter { number, edge in
      (edges?.contains(number) ?? true)
        && (part.map { $0.contains(edge.tail) && $0.contains(edge.head) } ?? true)
    }
    let words =
      part == nil
      ? Self.noEvidence + ": " + counts
      : "\(Self.noEvidence): \(Plural.text(drawn.count, "node", "nodes")) of \(graph.nodeCount), "
        + "\(Plural.text(lines.count, "edge", "edges")) of \(graph.edgeCount)"
    return Diagram(
      title: title ?? self.title, subtitle: "plain network, " + words,
      nodes: drawn.map { node in
        let named = nodes[node]
        return Diagram.Node(
          id: named.id, name: named.name, kind: showsKinds ? named.kind : "",
          tooltip: named.kind.isEmpty ? named.name : "\(named.name) (\(named.kind))",
          emphasis: strong.contains(node) ? .strong : .plain)
      },
      lines: lines.map { number, edge in
        let name = edgeName(number)
        return Diagram.Line(
          tail: nodes[edge.tail].id, head: nodes[edge.head].id, relation: String(number),
          label: name ?? "", degree: .none, standing: .tie,
          tooltip: (name.map { $0 + "; " } ?? "") + tie(number) + "; " + Self.noEvidence,
          isDirected: graph.isDirected)
      })
  }
}
