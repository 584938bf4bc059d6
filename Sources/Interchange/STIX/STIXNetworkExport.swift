import Evidence
import GraphCore

/// Writes a plain network as a bundle of STIX 2.1: its nodes are identities of no class, its edges
/// relationships. What STIX has no place for is kept in our extension, and read back from there.
struct STIXNetworkExport {
  /// The network.
  let network: PlainNetwork

  /// Prepares a writer.
  init(_ network: PlainNetwork) { self.network = network }

  /// What a program that does not know our extension will miss.
  static let losses = [
    "names, weights and attributes stand in an extension that other programs pass over"
  ]

  /// Writes the bundle, an object a line.
  func write(to output: inout PiecedOutput) throws {
    let shell = STIXExport(InfluenceGraph(), corpus: nil)
    try output.write(
      "{\"type\":\"bundle\",\"id\":\"\(STIXName.id("bundle", "network"))\",\"objects\":[\n")
    try output.write(shell.maker.text() + ",\n" + shell.definition.text())
    try object("grouping", STIXName.id("grouping", "network"), to: &output)
    try output.write(
      ",\"name\":\"network\",\"context\":\"unspecified\",\"object_refs\":[\"\(STIXName.maker)\"]")
    try begin("network", 0, to: &output)
    try output.write("\"directed\":\(network.isDirected)")
    try write(network.attributes, to: &output)
    try output.write("}}}}")
    for index in 0..<network.graph.nodeCount { try node(index, to: &output) }
    for (index, edge) in network.edges.enumerated() { try self.edge(index, edge, to: &output) }
    try output.write("\n]}\n")
  }

  private func node(_ index: Int, to output: inout PiecedOutput) throws {
    let node = network.nodes[index]
    try object("identity", identity(node.id), to: &output)
    try output.write(",\"name\":")
    try output.write(quoted: node.label.isEmpty ? "unnamed" : node.label)
    try output.write(",\"identity_class\":\"unspecified\"")
    try begin("node", index, to: &output)
    try output.write("\"id\":")
    try output.write(quoted: node.id)
    if node.label != node.id {
      try output.write(",\"label\":")
      try output.write(quoted: node.label)
    }
    try write(network.nodeAttributes.attributes(of: index), to: &output)
    try output.write("}}}}")
  }

  private func edge(_ index: Int, _ edge: Graph.Edge, to output: inout PiecedOutput) throws {
    let attributes = network.edgeAttributes.attributes(of: index)
    let (tail, head) = (network.names[edge.tail], network.names[edge.head])
    try object("relationship", STIXName.id("relationship", "edge:\(index)"), to: &output)
    let kind = attributes.first { $0.name == "kind" }?.value.text ?? ""
    let type = kind.isEmpty ? "related-to" : STIXMapping.relationshipType(kind)
    try output.write(
      ",\"relationship_type\":\"\(type)\",\"source_ref\":\"\(identity(tail))\","
        + "\"target_ref\":\"\(identity(head))\"")
    try begin("edge", index, to: &output)
    try output.write("\"source\":")
    try output.write(quoted: tail)
    try output.write(",\"target\":")
    try output.write(quoted: head)
    if let weight = edge.weight { try output.write(",\"weight\":" + NetworkNumber.text(weight)) }
    try write(attributes, to: &output)
    try output.write("}}}}")
  }

  private func identity(_ name: String) -> String { STIXName.id("identity", "node:" + name) }

  private func object(_ type: String, _ id: String, to output: inout PiecedOutput) throws {
    try output.write(
      ",\n{\"type\":\"\(type)\",\"spec_version\":\"2.1\",\"id\":\"\(id)\",\"created\":\""
        + "\(STIXTime.unknown)\",\"modified\":\"\(STIXTime.unknown)\"")
  }

  private func begin(_ part: String, _ position: Int, to output: inout PiecedOutput) throws {
    try output.write(
      ",\"extensions\":{\"\(STIXName.definition)\":{\"extension_type\":\"property-extension\","
        + "\"part\":\"\(part)\",\"position\":\(position),\"native\":{")
  }

  private func write(_ attributes: [NamedAttribute], to output: inout PiecedOutput) throws {
    guard !attributes.isEmpty else { return }
    try output.write(",\"attributes\":{")
    for (index, attribute) in attributes.enumerated() {
      if index > 0 { try output.write(",") }
      try output.write(quoted: attribute.name)
      try output.write(":")
      try output.write(json: attribute.value)
    }
    try output.write("}")
  }
}
