import GraphCore

/// A network as graphology imports it.
struct GraphologyText {
  private let network: PlainNetwork
  private let shared: JSONNetworkText

  init(_ network: PlainNetwork) {
    self.network = network
    shared = JSONNetworkText(network: network)
  }

  /// What a reader of the file will miss.
  var losses: [String] {
    JSONNetworkText.losses(network.edgeAttributes, taken: ["weight"], of: "edges")
      + (keys == nil && network.edgeAttributes["id"] != nil
        ? [
          "the ids of edges are written as attributes: as keys, graphology wants each to be given once"
        ]
        : [])
  }

  /// The ids of edges, if each can be the key of one edge.
  private var keys: AttributeColumn? {
    guard let ids = network.edgeAttributes["id"], ids.type == .text else { return nil }
    var seen: Set<String> = []
    for row in 0..<ids.rowCount {
      if let id = ids[row]?.text, !seen.insert(id).inserted { return nil }
    }
    return ids
  }

  /// Writes the file, a line a node or an edge.
  func write(to output: inout PiecedOutput) throws {
    let hasLoops = network.edges.contains { $0.tail == $0.head }
    let isMultiple = AutomaticKeys.isMultiple(network)
    try output.write(
      "{\"options\":{\"type\":\"\(network.isDirected ? "directed" : "undirected")\","
        + "\"multi\":\(isMultiple),\"allowSelfLoops\":\(hasLoops)},\n\"attributes\":")
    try shared.write(attributes: network.attributes, to: &output)
    try output.write(",\n\"nodes\":")
    try writeNodes(to: &output)
    try output.write(",\n\"edges\":")
    try writeEdges(to: &output)
    try output.write("}\n")
  }

  private func writeNodes(to output: inout PiecedOutput) throws {
    let nodes = network.nodes
    let labels = network.nodeAttributes["label"]
    let columns = JSONNetworkText.columns(network.nodeAttributes)
    try shared.write(list: nodes.count, to: &output) { row, output in
      let node = nodes[row]
      try output.write("{\"key\":")
      try output.write(quoted: node.id)
      try output.write(",\"attributes\":{")
      var isFirst = true
      if node.label != node.id, labels?[row] == nil {
        try output.begin(member: "\"label\":", &isFirst)
        try output.write(quoted: node.label)
      }
      try shared.write(columns, row: row, &isFirst, to: &output)
      try output.write("}}")
    }
  }

  private func writeEdges(to output: inout PiecedOutput) throws {
    let edges = network.edges
    let keys = keys
    let columns = JSONNetworkText.columns(
      network.edgeAttributes, without: ["weight"] + (keys == nil ? [] : ["id"]))
    try shared.write(list: edges.count, to: &output) { row, output in
      let edge = edges[row]
      try output.write("{")
      var isFirst = true
      if let key = keys?[row] {
        try output.begin(member: "\"key\":", &isFirst)
        try output.write(json: key)
      }
      try output.begin(member: "\"source\":", &isFirst)
      try output.write(quoted: network.names[edge.tail])
      try output.write(",\"target\":")
      try output.write(quoted: network.names[edge.head])
      try output.write(",\"attributes\":{")
      var isFirstBelow = true
      if let weight = edge.weight {
        try output.begin(member: "\"weight\":", &isFirstBelow)
        try output.write(NetworkNumber.text(weight))
      }
      try shared.write(columns, row: row, &isFirstBelow, to: &output)
      try output.write(network.isDirected ? "}}" : "},\"undirected\":true}")
    }
  }
}
