import GraphCore

/// A network in the JSON Graph Format, version 2.
struct JSONGraphText {
  private let network: PlainNetwork
  private let shared: JSONNetworkText

  init(_ network: PlainNetwork) {
    self.network = network
    shared = JSONNetworkText(network: network)
  }

  /// Members of a graph that stand beside its metadata, where they are texts.
  private static let members = ["id", "label", "type"]

  /// Writes the file, a line a node or an edge.
  func write(to output: inout PiecedOutput) throws {
    try output.write("{\"graph\":{\"directed\":\(network.isDirected)")
    var below: [NamedAttribute] = []
    var isFirst = false
    for attribute in network.attributes {
      if Self.members.contains(attribute.name), case .text = attribute.value,
        network.attribute(attribute.name) == attribute.value
      {
        try output.begin(member: JSONText.quoted(attribute.name) + ":", &isFirst)
        try output.write(json: attribute.value)
      } else {
        below.append(attribute)
      }
    }
    try output.write(",\n\"metadata\":")
    try shared.write(attributes: below, to: &output)
    try output.write(",\n\"nodes\":{\n")
    try writeNodes(to: &output)
    try output.write("},\n\"edges\":")
    try writeEdges(to: &output)
    try output.write("}}\n")
  }

  private func writeNodes(to output: inout PiecedOutput) throws {
    let nodes = network.nodes
    let columns = JSONNetworkText.columns(network.nodeAttributes)
    for row in nodes.indices {
      let node = nodes[row]
      try output.write(quoted: node.id)
      try output.write(":{")
      var isFirst = true
      if node.label != node.id {
        try output.begin(member: "\"label\":", &isFirst)
        try output.write(quoted: node.label)
      }
      try writeMetadata(columns, row: row, &isFirst, to: &output)
      try output.write(row < nodes.count - 1 ? "},\n" : "}\n")
    }
  }

  private func writeMetadata(
    _ columns: [JSONNetworkText.Column], row: Int, weight: Double? = nil, _ isFirst: inout Bool,
    to output: inout PiecedOutput
  ) throws {
    guard weight != nil || columns.contains(where: { $0.values[row] != nil }) else { return }
    try output.begin(member: "\"metadata\":{", &isFirst)
    var isFirstBelow = true
    if let weight {
      try output.begin(member: "\"weight\":", &isFirstBelow)
      try output.write(NetworkNumber.text(weight))
    }
    try shared.write(columns, row: row, &isFirstBelow, to: &output)
    try output.write("}")
  }

  private func writeEdges(to output: inout PiecedOutput) throws {
    let edges = network.edges
    let table = network.edgeAttributes
    // Each is a member only if all values are texts, as the schema has it; else it is metadata.
    let own = [("id", "id"), ("relation", "kind"), ("label", "label")].compactMap { member in
      table[member.1].flatMap { column in
        column.type == .text ? JSONNetworkText.Column(column, as: member.0) : nil
      }
    }
    let columns = JSONNetworkText.columns(
      table, without: ["weight"] + own.map(\.values.name))
    try shared.write(list: edges.count, to: &output) { row, output in
      let edge = edges[row]
      try output.write("{\"source\":")
      try output.write(quoted: network.names[edge.tail])
      try output.write(",\"target\":")
      try output.write(quoted: network.names[edge.head])
      var isFirst = false
      try shared.write(own, row: row, &isFirst, to: &output)
      try writeMetadata(columns, row: row, weight: edge.weight, &isFirst, to: &output)
      try output.write("}")
    }
  }
}
