/// Writes a ``DOTGraph`` in the DOT language.
///
/// Names and values always stand in quotes, so keywords, leading digits, the empty name and hyphens need no
/// rule of their own. Attribute names stand bare where the grammar allows it. There is one statement on a
/// line and one attribute list in a statement. Defaults are written only where there are some.
public struct DOTWriter: Sendable {
  /// Makes a writer.
  public init() {}

  /// Writes a graph.
  ///
  /// - Complexity: O(*n*) in the length of the result.
  ///
  /// - Parameter graph: The graph.
  /// - Returns: A DOT text that ends in a line end.
  public func write(_ graph: DOTGraph) -> String {
    var output = Output(edgeOperator: graph.isDirected ? "->" : "--")
    let keyword = (graph.isStrict ? "strict " : "") + (graph.isDirected ? "digraph" : "graph")
    output.open(keyword, name: graph.name)
    output.defaults(graph.attributes, graph.nodeDefaults, graph.edgeDefaults)
    output.body(nodes: graph.nodes, subgraphs: graph.subgraphs, edges: graph.edges)
    output.close()
    return output.text
  }

  /// Writes several graphs, one after the other.
  ///
  /// - Parameter graphs: The graphs.
  /// - Returns: A DOT text of all graphs.
  public func write(_ graphs: [DOTGraph]) -> String {
    graphs.map(write).joined()
  }
}

/// The text so far and how deep it stands.
private struct Output {
  var text = ""
  let edgeOperator: String
  private var depth = 0

  init(edgeOperator: String) {
    self.edgeOperator = edgeOperator
  }

  mutating func open(_ keyword: String, name: String?) {
    let name = name.map { DOTEscaping.quoted(name: $0) + " " } ?? ""
    line("\(keyword) \(name){")
    depth += 1
  }

  mutating func close() {
    depth -= 1
    line("}")
  }

  mutating func defaults(
    _ graph: DOTAttributes, _ node: DOTAttributes, _ edge: DOTAttributes
  ) {
    if !graph.isEmpty { line("graph\(list(graph));") }
    if !node.isEmpty { line("node\(list(node));") }
    if !edge.isEmpty { line("edge\(list(edge));") }
  }

  mutating func body(nodes: [DOTNode], subgraphs: [DOTSubgraph], edges: [DOTEdge]) {
    for node in nodes { line("\(DOTEscaping.quoted(name: node.name))\(list(node.attributes));") }
    for subgraph in subgraphs {
      open("subgraph", name: subgraph.name)
      defaults(subgraph.attributes, subgraph.nodeDefaults, subgraph.edgeDefaults)
      body(nodes: subgraph.nodes, subgraphs: subgraph.subgraphs, edges: subgraph.edges)
      close()
    }
    for edge in edges {
      let tail = Self.end(edge.tail, edge.tailPort)
      let head = Self.end(edge.head, edge.headPort)
      line("\(tail) \(edgeOperator) \(head)\(list(edge.attributes));")
    }
  }

  private mutating func line(_ content: String) {
    for _ in 0..<depth { text += "  " }
    text += content
    text += "\n"
  }

  private func list(_ attributes: DOTAttributes) -> String {
    if attributes.isEmpty { return "" }
    let pairs = attributes.map { attribute in
      let name = DOTEscaping.attributeName(attribute.name)
      return "\(name)=\(attribute.value.written(attribute: attribute.name))"
    }
    return " [\(pairs.joined(separator: ", "))]"
  }

  private static func end(_ node: String, _ port: DOTPort?) -> String {
    switch port {
    case nil: DOTEscaping.quoted(name: node)
    case .named(let name): "\(DOTEscaping.quoted(name: node)):\(DOTEscaping.quoted(name: name))"
    case .compass(let compass): "\(DOTEscaping.quoted(name: node)):\(compass.rawValue)"
    case .namedCompass(let name, let compass):
      "\(DOTEscaping.quoted(name: node)):\(DOTEscaping.quoted(name: name)):\(compass.rawValue)"
    }
  }
}
