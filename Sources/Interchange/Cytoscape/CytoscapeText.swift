import GraphCore

/// A network in the JSON of Cytoscape.js, with what NetworkX's `cytoscape_graph` needs.
struct CytoscapeText {
  private let network: PlainNetwork
  private let shared: JSONNetworkText

  init(_ network: PlainNetwork) {
    self.network = network
    shared = JSONNetworkText(network: network)
  }

  private static let takenByNodes = ["id", "label", "name", "value"]
  private static let takenByEdges = ["source", "target", "weight"]

  /// What a reader of the file will miss.
  var losses: [String] {
    var losses =
      JSONNetworkText.losses(network.nodeAttributes, taken: ["id", "value"], of: "nodes")
      + JSONNetworkText.losses(network.edgeAttributes, taken: Self.takenByEdges, of: "edges")
    if hasTakenIds {
      losses.append(
        "the ids of edges are written as 'edge_id': Cytoscape wants ids that no node and no other edge has"
      )
    }
    return losses
  }

  /// Whether ids of edges are no texts, or those of nodes or other edges.
  private var hasTakenIds: Bool {
    guard let ids = network.edgeAttributes["id"] else { return false }
    var seen = LabelNumbering()
    func isNew(_ text: String) -> Bool {
      var text = text
      let before = seen.count
      return text.withUTF8 { Int(seen.number(of: $0, place: 0)) } == before
    }
    for node in network.nodes { _ = isNew(node.id) }
    return (0..<ids.rowCount).contains { row in
      guard let id = ids[row] else { return false }
      guard case .text(let text) = id else { return true }
      return !isNew(text)
    }
  }

  /// Writes the file, a line an element.
  func write(to output: inout PiecedOutput) throws {
    let keys = AutomaticKeys.keys(of: network)
    try output.write(
      "{\"format_version\":\"1.0\",\"generated_by\":\"throughline\","
        + "\"target_cytoscapejs_version\":\"~2.1\",\n"
        + "\"directed\":\(network.isDirected),\"multigraph\":\(keys != nil),\n\"data\":")
    try shared.write(attributes: network.attributes, to: &output)
    try output.write(",\n\"elements\":{\"nodes\":")
    try writeNodes(to: &output)
    try output.write(",\n\"edges\":")
    try writeEdges(keys, to: &output)
    try output.write("}}\n")
  }

  private func writeNodes(to output: inout PiecedOutput) throws {
    let nodes = network.nodes
    let table = network.nodeAttributes
    let (labels, names) = (table["label"], table["name"])
    let (x, y, classes) = (table["x"], table["y"], table["classes"])
    let columns = JSONNetworkText.columns(
      table, without: Self.takenByNodes + ["x", "y", "classes"])
    try shared.write(list: nodes.count, to: &output) { row, output in
      let node = nodes[row]
      try output.write("{\"data\":{\"id\":")
      try output.write(quoted: node.id)
      try output.write(",\"value\":")
      try shared.write(name: node.id, to: &output)
      try output.write(",\"name\":")
      try output.write(json: names?[row] ?? .text(node.label))
      try output.write(",\"label\":")
      try output.write(json: labels?[row] ?? .text(node.label))
      var isFirst = false
      try shared.write(columns, row: row, &isFirst, to: &output)
      let place = [("\"x\":", x?[row]), ("\"y\":", y?[row])].filter { $0.1 != nil }
      if place.count == 2 { try output.write("}") }
      if place.count == 2 { try output.write(",\"position\":{") }
      var isFirstPlace = place.count == 2
      for (key, value) in place {
        guard let value else { continue }
        try output.begin(member: key, &isFirstPlace)
        try output.write(json: value)
      }
      try output.write("}")
      if let value = classes?[row] {
        try output.write(",\"classes\":")
        try output.write(json: value)
      }
      try output.write("}")
    }
  }

  private func writeEdges(_ keys: [AttributeValue]?, to output: inout PiecedOutput) throws {
    let edges = network.edges
    let table = network.edgeAttributes
    let hasTakenIds = hasTakenIds
    let ids = hasTakenIds ? nil : table["id"]
    let classes = table["classes"]
    // A file with both keeps both under their names.
    let kinds = table["interaction"] == nil ? table["kind"] : nil
    var left = Self.takenByEdges + ["classes"]
    if !hasTakenIds || table["edge_id"] != nil { left.append("id") }
    if keys != nil { left.append("key") }
    if kinds != nil { left.append("kind") }
    let columns = JSONNetworkText.columns(table, without: left, renaming: ["id": "edge_id"])
    try shared.write(list: edges.count, to: &output) { row, output in
      let edge = edges[row]
      try output.write("{\"data\":{")
      var isFirst = true
      if let id = ids?[row] {
        try output.begin(member: "\"id\":", &isFirst)
        try output.write(json: id)
      }
      try output.begin(member: "\"source\":", &isFirst)
      try shared.write(name: network.names[edge.tail], to: &output)
      try output.write(",\"target\":")
      try shared.write(name: network.names[edge.head], to: &output)
      if let keys {
        try output.write(",\"key\":")
        try output.write(json: keys[row])
      }
      if let kind = kinds?[row] {
        try output.write(",\"interaction\":")
        try output.write(json: kind)
      }
      if let weight = edge.weight {
        try output.write(",\"weight\":" + NetworkNumber.text(weight))
      }
      try shared.write(columns, row: row, &isFirst, to: &output)
      try output.write("}")
      if let value = classes?[row] {
        try output.write(",\"classes\":")
        try output.write(json: value)
      }
      try output.write("}")
    }
  }
}
