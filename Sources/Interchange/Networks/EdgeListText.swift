import GraphCore

/// A network as an edge list.
struct EdgeListText {
  private let network: PlainNetwork
  private let format: GraphFormat

  init(_ network: PlainNetwork, _ format: GraphFormat) {
    self.network = network
    self.format = format
  }

  private var separator: UInt8 {
    switch format {
    case .csv: UInt8(ascii: ",")
    case .tsv: UInt8(ascii: "\t")
    default: UInt8(ascii: " ")
    }
  }

  /// What a reader of the file will miss.
  var losses: [String] {
    var losses: [String] = []
    if network.labels != nil {
      losses.append("labels that are not the names of nodes are lost")
    }
    if !network.isDirected, format != .edges {
      losses.append("that edges have no direction is not said: read it with --undirected")
    }
    return losses
  }

  /// Writes comments or column names, a line an edge, and a line for each node without edges.
  func write(to output: inout PiecedOutput) throws {
    let graph = network.graph
    if format == .edges {
      try output.write(graph.isDirected ? "# Directed graph\n" : "# Undirected graph\n")
      try output.write("# Nodes: \(graph.nodeCount) Edges: \(graph.edgeCount)\n")
    } else {
      let names = ["source", "target"] + (graph.isWeighted ? ["weight"] : [])
      try output.write(names.joined(separator: format == .csv ? "," : "\t") + "\n")
    }
    var hasEdge = [Bool](repeating: false, count: graph.nodeCount)
    for edge in graph.edges {
      hasEdge[edge.tail] = true
      hasEdge[edge.head] = true
      try write(node: edge.tail, to: &output)
      try output.write(bytes: CollectionOfOne(separator))
      try write(node: edge.head, to: &output)
      if let weight = edge.weight {
        try output.write(bytes: CollectionOfOne(separator))
        try output.write(NetworkNumber.text(weight))
      }
      try output.write(bytes: CollectionOfOne(UInt8(ascii: "\n")))
    }
    for node in graph.nodes where !hasEdge[node] {
      try write(node: node, to: &output)
      if format != .edges { try output.write(bytes: CollectionOfOne(separator)) }
      try output.write(bytes: CollectionOfOne(UInt8(ascii: "\n")))
    }
  }

  private func write(node: Int, to output: inout PiecedOutput) throws {
    switch network.names {
    case .range(let first, _): try output.write(number: first + node)
    case .numbers(let numbers): try output.write(number: Int(numbers[node]))
    case .texts(let texts):
      let name = texts[node]
      try check(name)
      try output.write(format == .edges ? name : Self.quoted(name, separator))
    }
  }

  /// A name that no reader could take apart again is refused.
  private func check(_ name: String) throws {
    let hasLineBreak = name.utf8.contains { $0 == 10 || $0 == 13 || $0 == 0 }
    let isBare = !name.utf8.contains { " \t,;\"".utf8.contains($0) }
    guard !hasLineBreak, !name.isEmpty else {
      throw GraphWriter.Refusal(
        description: "the name '\(name)' has no place in an edge list; write .tlg or .dot instead")
    }
    guard format != .edges || (isBare && name.first != "#" && name.first != "%") else {
      throw GraphWriter.Refusal(
        description: "the name '\(name)' cannot stand between blanks; write .csv or .tsv instead")
    }
  }

  private static func quoted(_ name: String, _ separator: UInt8) -> String {
    let needsMarks =
      name.utf8.contains { $0 == separator || ",;\t\"".utf8.contains($0) }
      || name.first == "#" || name.first == "%" || name.first == " " || name.last == " "
    return needsMarks
      ? "\""
        + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        + "\"" : name
  }
}
