import GraphCore

/// A network in the node-link form of NetworkX.
struct NodeLinkText {
  private let network: PlainNetwork
  private let shared: JSONNetworkText

  init(_ network: PlainNetwork) {
    self.network = network
    shared = JSONNetworkText(network: network)
  }

  /// What a reader of the file will miss.
  var losses: [String] {
    JSONNetworkText.losses(network.nodeAttributes, taken: ["id"], of: "nodes")
      + JSONNetworkText.losses(
        network.edgeAttributes, taken: ["source", "target", "weight"], of: "edges")
      + lostGaps
  }

  /// Beside edges with a key of their own every edge is given one.
  private var lostGaps: [String] {
    guard let column = network.edgeAttributes["key"] else { return [] }
    let count = (0..<column.rowCount).count { column[$0] == nil }
    guard count > 0, count < column.rowCount else { return [] }
    return ["\(count) edges without a key are given one, as others have one"]
  }

  /// Writes the file, a line a node or an edge.
  func write(to output: inout PiecedOutput) throws {
    let keys = AutomaticKeys.keys(of: network)
    try output.write(
      "{\"directed\":\(network.isDirected),\"multigraph\":\(keys != nil),\n\"graph\":")
    try shared.write(attributes: network.attributes, to: &output)
    try output.write(",\n\"nodes\":")
    let nodes = network.nodes
    let hasLabels = network.nodeAttributes["label"]
    let nodeColumns = JSONNetworkText.columns(network.nodeAttributes, without: ["id"])
    try shared.write(list: nodes.count, to: &output) { row, output in
      let node = nodes[row]
      try output.write("{\"id\":")
      try shared.write(name: node.id, to: &output)
      var isFirst = false
      if node.label != node.id, hasLabels?[row] == nil {
        try output.begin(member: "\"label\":", &isFirst)
        try output.write(quoted: node.label)
      }
      try shared.write(nodeColumns, row: row, &isFirst, to: &output)
      try output.write("}")
    }
    try output.write(",\n\"edges\":")
    let edges = network.edges
    let edgeColumns = JSONNetworkText.columns(
      network.edgeAttributes,
      without: ["source", "target", "weight"] + (keys == nil ? [] : ["key"]))
    try shared.write(list: edges.count, to: &output) { row, output in
      let edge = edges[row]
      try output.write("{\"source\":")
      try shared.write(name: network.names[edge.tail], to: &output)
      try output.write(",\"target\":")
      try shared.write(name: network.names[edge.head], to: &output)
      var isFirst = false
      if let keys {
        try output.begin(member: "\"key\":", &isFirst)
        try output.write(json: keys[row])
      }
      if let weight = edge.weight {
        try output.begin(member: "\"weight\":", &isFirst)
        try output.write(NetworkNumber.text(weight))
      }
      try shared.write(edgeColumns, row: row, &isFirst, to: &output)
      try output.write("}")
    }
    try output.write("}\n")
  }
}
