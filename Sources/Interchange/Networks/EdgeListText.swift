import GraphCore

/// A network as an edge list: fields between blanks, as SNAP writes it.
struct EdgeListText {
  private let network: PlainNetwork

  init(_ network: PlainNetwork) { self.network = network }

  /// What a reader of the file will miss.
  var losses: [String] {
    network.labels == nil ? [] : ["labels that are not the names of nodes are lost"]
  }

  /// Writes comments, a line an edge, and a line for each node without edges.
  func write(to output: inout PiecedOutput) throws {
    let graph = network.graph
    try output.write(graph.isDirected ? "# Directed graph\n" : "# Undirected graph\n")
    try output.write("# Nodes: \(graph.nodeCount) Edges: \(graph.edgeCount)\n")
    var hasEdge = [Bool](repeating: false, count: graph.nodeCount)
    for edge in graph.edges {
      hasEdge[edge.tail] = true
      hasEdge[edge.head] = true
      try write(node: edge.tail, to: &output)
      try output.write(bytes: CollectionOfOne(UInt8(ascii: " ")))
      try write(node: edge.head, to: &output)
      if let weight = edge.weight {
        try output.write(bytes: CollectionOfOne(UInt8(ascii: " ")))
        try output.write(NetworkNumber.text(weight))
      }
      try output.write(bytes: CollectionOfOne(UInt8(ascii: "\n")))
    }
    for node in graph.nodes where !hasEdge[node] {
      try write(node: node, to: &output)
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
      try output.write(name)
    }
  }

  /// A name that no reader could take apart again is refused.
  private func check(_ name: String) throws {
    let hasLineBreak = name.utf8.contains { $0 == 10 || $0 == 13 || $0 == 0 }
    guard !hasLineBreak, !name.isEmpty else {
      throw GraphWriter.Refusal(
        description: "the name '\(name)' has no place in an edge list; write .tlg or .dot instead")
    }
    let isBare = !name.utf8.contains { " \t,;\"".utf8.contains($0) }
    guard isBare && name.first != "#" && name.first != "%" else {
      throw GraphWriter.Refusal(
        description: "the name '\(name)' cannot stand between blanks; write .csv or .tsv instead")
    }
  }
}
