import GraphCore

/// Writes a network as GraphML that NetworkX, igraph, Gephi and yEd read alike.
///
/// Keys come before the graph and nodes before edges; types are string, long, double and boolean. The id of
/// an edge is written twice, since igraph and others lose that of the element. What the names and types
/// of other programs cannot say stands beside them in a namespace of our own, which they pass over: that a
/// text is JSON, and that a name means no more than it says.
struct GraphMLText {
  private let network: PlainNetwork
  private let wholeKeys: [GraphMLWrittenKey]
  private let labelKey: GraphMLWrittenKey?
  private let nodeKeys: [GraphMLWrittenKey]
  private let weightKey: GraphMLWrittenKey?
  private let edgeKeys: [GraphMLWrittenKey]
  /// The column of the ids of edges.
  private let ids: AttributeColumn?

  /// Prepares a network to be written.
  init(_ network: PlainNetwork) {
    self.network = network
    var ids = GraphMLWrittenKey.Names()
    wholeKeys =
      EvidenceNetwork.isEvidence(network)
      ? []
      : network.attributes.map { attribute in
        ids.key(attribute.name, attribute.value.type, .whole, column: nil, isOurs: true)
      }
    labelKey =
      network.labels == nil
      ? nil : ids.key("label", .text, .node, column: nil, isOurs: true)
    let hasLabels = network.labels != nil
    nodeKeys = network.nodeAttributes.columns.filter(\.hasValues).map { column in
      ids.key(
        column.name, column.type, .node, column: column,
        isOurs: column.name != "name" || hasLabels || column.type != .text)
    }
    weightKey =
      network.graph.isWeighted
      ? ids.key("weight", .real, .edge, column: nil, isOurs: true) : nil
    let columns = network.edgeAttributes.columns.filter(\.hasValues)
    self.ids = columns.first { $0.name == "id" }
    edgeKeys = columns.map { column in
      column.name == "id"
        ? ids.key("edge_id", column.type, .edge, column: column, isOurs: true)
        : ids.key(column.name, column.type, .edge, column: column, isOurs: true)
    }
  }

  /// Writes the file.
  ///
  /// - Complexity: O(size of the network).
  func write(to output: inout PiecedOutput) throws {
    try XMLText.checkNames(of: network)
    var line: [UInt8] = []
    line.append(contentsOf: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    line.append(contentsOf: "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"".utf8)
    let keys =
      wholeKeys + [labelKey].compactMap(\.self) + nodeKeys
      + [weightKey].compactMap(\.self) + edgeKeys
    if keys.contains(where: \.isMarked) {
      line.append(contentsOf: " xmlns:throughline=\"\(GraphMLKey.namespace)\"".utf8)
    }
    line.append(contentsOf: ">\n".utf8)
    if EvidenceNetwork.isEvidence(network) {
      XMLInstruction.write(network.attributes, to: &line)
    }
    for key in keys { line.append(contentsOf: key.declaration.utf8) }
    let direction = network.isDirected ? "directed" : "undirected"
    line.append(contentsOf: "<graph id=\"G\" edgedefault=\"\(direction)\">\n".utf8)
    for (key, attribute) in zip(wholeKeys, network.attributes) {
      key.write(attribute.value.text, to: &line)
      line.append(UInt8(ascii: "\n"))
    }
    try output.write(bytes: line)
    try writeNodes(&output)
    try writeEdges(&output)
    try output.write("</graph>\n</graphml>\n")
  }

  private func writeNodes(_ output: inout PiecedOutput) throws {
    var line: [UInt8] = []
    for node in 0..<network.names.count {
      line.removeAll(keepingCapacity: true)
      line.append(contentsOf: "<node id=\"".utf8)
      appendName(node, to: &line)
      line.append(contentsOf: "\"".utf8)
      let start = line.count
      line.append(UInt8(ascii: ">"))
      if let labelKey, let label = network.labels?[node], label != network.names[node] {
        labelKey.write(label, to: &line)
      }
      for key in nodeKeys { key.writeCell(node, to: &line) }
      end("</node>\n", start, &line)
      try output.write(bytes: line)
    }
  }

  private func writeEdges(_ output: inout PiecedOutput) throws {
    var line: [UInt8] = []
    for (row, edge) in network.edges.enumerated() {
      line.removeAll(keepingCapacity: true)
      line.append(contentsOf: "<edge".utf8)
      if let id = ids?[row] {
        line.append(contentsOf: " id=\"".utf8)
        XMLText.attribute(id.text, to: &line)
        line.append(UInt8(ascii: "\""))
      }
      line.append(contentsOf: " source=\"".utf8)
      appendName(edge.tail, to: &line)
      line.append(contentsOf: "\" target=\"".utf8)
      appendName(edge.head, to: &line)
      line.append(contentsOf: "\"".utf8)
      let start = line.count
      line.append(UInt8(ascii: ">"))
      if let weightKey, let weight = edge.weight {
        weightKey.write(NetworkNumber.text(weight), to: &line)
      }
      for key in edgeKeys { key.writeCell(row, to: &line) }
      end("</edge>\n", start, &line)
      try output.write(bytes: line)
    }
  }

  /// Ends an element whose tag ends at a place; one without content is closed at once.
  private func end(_ closing: StaticString, _ start: Int, _ line: inout [UInt8]) {
    if line.count == start + 1 {
      line.removeLast()
      line.append(contentsOf: "/>\n".utf8)
    } else {
      closing.withUTF8Buffer { line.append(contentsOf: $0) }
    }
  }

  private func appendName(_ node: Int, to line: inout [UInt8]) {
    network.names.withBytes(of: node) { XMLText.attribute($0, to: &line) }
  }
}

extension AttributeColumn {
  /// Whether any row has a value.
  var hasValues: Bool {
    switch storage {
    case .texts(let codes, _): codes.contains { $0 >= 0 }
    case .integer, .real, .flag: rowCount > 0 && presence.map { $0.count > 0 } ?? true
    }
  }
}
