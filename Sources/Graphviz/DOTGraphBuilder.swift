import CGraphviz
import DOT

/// Turns a graph of libcgraph into a document.
struct DOTGraphBuilder {
  private let graphAttributes: [Declaration]
  private let nodeAttributes: [Declaration]
  private let edgeAttributes: [Declaration]
  private var describedNodes: Set<String.UTF8Bytes> = []
  private var describedEdges: Set<UInt32> = []

  /// An attribute that the text declares, with its value for the whole graph.
  @safe private struct Declaration {
    let symbol: AttributePointer
    let name: String
    let defaultValue: DOTValue

    init(_ symbol: AttributePointer) {
      unsafe self.symbol = symbol
      let rawName = unsafe symbol.pointee.name.map { unsafe String(cString: $0) } ?? ""
      name = DOTEscaping.name(raw: DOTNameMark.remove(from: rawName))
      defaultValue = unsafe DOTGraphBuilder.value(symbol.pointee.defval, attribute: name)
    }
  }

  init(_ root: GraphPointer) {
    graphAttributes = unsafe GraphObjects.attributes(of: root, .graph).map {
      unsafe Declaration($0)
    }
    nodeAttributes = unsafe GraphObjects.attributes(of: root, .node).map { unsafe Declaration($0) }
    edgeAttributes = unsafe GraphObjects.attributes(of: root, .edge).map { unsafe Declaration($0) }
  }

  /// The whole document.
  mutating func graph(_ root: GraphPointer) throws(GraphvizError) -> DOTGraph {
    unsafe try checkNames(of: root)
    var nodeDefaults = Self.defaults(nodeAttributes)
    // Graphviz gives every node this label by itself.
    if nodeDefaults["label"] == .escString("\\N") { nodeDefaults["label"] = nil }
    var attributes = DOTAttributes()
    for declaration in graphAttributes {
      let value = unsafe Self.value(tl_value(root, declaration.symbol), attribute: declaration.name)
      if value != .text("") { attributes[declaration.name] = value }
    }
    var graph = unsafe DOTGraph(
      isStrict: tl_is_strict(root) != 0, isDirected: tl_is_directed(root) != 0,
      name: GraphObjects.name(of: root), attributes: attributes, nodeDefaults: nodeDefaults,
      edgeDefaults: Self.defaults(edgeAttributes))
    let parts = unsafe GraphObjects.subgraphs(of: root)
    graph.nodes = unsafe nodes(of: root, outside: parts)
    graph.subgraphs = unsafe parts.map { unsafe subgraph($0, in: root) }
    graph.edges = unsafe edges(of: root)
    return graph
  }

  private mutating func subgraph(_ pointer: GraphPointer, in parent: GraphPointer) -> DOTSubgraph {
    var subgraph = unsafe DOTSubgraph(name: GraphObjects.name(of: pointer))
    for declaration in graphAttributes {
      let own = unsafe Self.value(
        tl_value(pointer, declaration.symbol), attribute: declaration.name)
      let inherited = unsafe Self.value(
        tl_value(parent, declaration.symbol), attribute: declaration.name)
      if own != inherited { subgraph.attributes[declaration.name] = own }
    }
    let parts = unsafe GraphObjects.subgraphs(of: pointer)
    subgraph.nodes = unsafe nodes(of: pointer, outside: parts)
    subgraph.subgraphs = unsafe parts.map { unsafe self.subgraph($0, in: pointer) }
    subgraph.edges = unsafe edges(of: pointer)
    return subgraph
  }

  /// The nodes of a graph that none of its parts names; each has its attributes where it first stands.
  private mutating func nodes(of graph: GraphPointer, outside parts: [GraphPointer]) -> [DOTNode] {
    let outside = unsafe GraphObjects.nodes(of: graph).filter { pointer in
      unsafe !parts.contains { unsafe tl_has_node($0, pointer) != 0 }
    }
    return unsafe outside.map { pointer in
      let name = unsafe GraphObjects.name(of: pointer) ?? ""
      var node = DOTNode(name)
      if describedNodes.insert(String.UTF8Bytes(name)).inserted {
        node.attributes = unsafe Self.attributes(of: pointer, nodeAttributes)
      }
      return node
    }
  }

  /// The edges of a graph that none of its parts has taken, since parts come first.
  private mutating func edges(of graph: GraphPointer) -> [DOTEdge] {
    let edges = unsafe GraphObjects.edges(of: graph).filter { pointer in
      unsafe describedEdges.insert(tl_edge_sequence(pointer)).inserted
    }
    return unsafe edges.map { unsafe edge($0) }
  }

  private func edge(_ pointer: EdgePointer) -> DOTEdge {
    var attributes = DOTAttributes()
    if let key = unsafe GraphObjects.name(of: pointer) { attributes["key"] = .text(key) }
    attributes.merge(unsafe Self.attributes(of: pointer, edgeAttributes))
    var edge = unsafe DOTEdge(
      from: GraphObjects.name(of: tl_tail(pointer)) ?? "",
      to: GraphObjects.name(of: tl_head(pointer)) ?? "")
    edge.tailPort = unsafe takePort("tailport", of: pointer, from: &attributes)
    edge.headPort = unsafe takePort("headport", of: pointer, from: &attributes)
    edge.attributes = attributes
    return edge
  }

  /// Takes a port, which libcgraph keeps as an attribute, out of the attributes of an edge.
  private func takePort(
    _ name: String, of edge: EdgePointer, from attributes: inout DOTAttributes
  ) -> DOTPort? {
    guard let value = attributes[name], value != .text(""),
      let declaration = edgeAttributes.first(where: { $0.name == name })
    else { return nil }
    attributes[name] = nil
    let raw = unsafe DOTNameMark.remove(from: GraphObjects.value(of: edge, declaration.symbol))
    if let compass = DOTCompass(rawValue: raw) { return .compass(compass) }
    if let colon = raw.lastIndex(of: ":"),
      let compass = DOTCompass(rawValue: String(raw[raw.index(after: colon)...]))
    {
      return .namedCompass(DOTEscaping.name(raw: String(raw[..<colon])), compass)
    }
    return .named(DOTEscaping.name(raw: raw))
  }

  /// Names are decoded, and a file of another program may hold two names that become one.
  private func checkNames(of root: GraphPointer) throws(GraphvizError) {
    var seen: Set<String.UTF8Bytes> = []
    let names = unsafe GraphObjects.nodes(of: root).map { unsafe GraphObjects.name(of: $0) ?? "" }
    for name in names {
      guard seen.insert(String.UTF8Bytes(name)).inserted else {
        throw GraphvizError(
          .ambiguousName, "Two nodes differ only in how they write the backslashes of \"\(name)\".",
          mend: "Write every backslash in a name twice.")
      }
    }
  }
}

extension DOTGraphBuilder {
  private static func defaults(_ declarations: [Declaration]) -> DOTAttributes {
    var attributes = DOTAttributes()
    for declaration in declarations where declaration.defaultValue != .text("") {
      attributes[declaration.name] = declaration.defaultValue
    }
    return attributes
  }

  private static func attributes(
    of object: UnsafeMutableRawPointer, _ declarations: [Declaration]
  ) -> DOTAttributes {
    var attributes = DOTAttributes()
    for declaration in declarations {
      let value = unsafe value(tl_value(object, declaration.symbol), attribute: declaration.name)
      if value != declaration.defaultValue { attributes[declaration.name] = value }
    }
    return attributes
  }

  private static func value(_ pointer: UnsafePointer<CChar>?, attribute: String) -> DOTValue {
    guard let pointer = unsafe pointer else { return .text("") }
    let raw = unsafe String(cString: pointer)
    if unsafe tl_is_html(pointer) != 0,
      let label = HTMLLabel(markup: DOTNameMark.removeHTML(from: raw))
    {
      return .html(label)
    }
    return DOTValue(raw: DOTNameMark.remove(from: raw), attribute: attribute)
  }
}

extension String {
  /// A name as its bytes: `==` of strings would equate the composed and the decomposed é.
  fileprivate struct UTF8Bytes: Hashable {
    let bytes: [UInt8]

    init(_ text: String) {
      bytes = Array(text.utf8)
    }
  }
}
