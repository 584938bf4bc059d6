import GraphCore

/// A network as a Matrix Market file: general if directed, symmetric if not.
struct MatrixMarketText {
  private let network: PlainNetwork

  init(_ network: PlainNetwork) {
    self.network = network
  }

  /// What a reader of the file will miss.
  var losses: [String] {
    network.names == .range(first: 1, count: network.names.count)
      ? [] : ["the names of the nodes are lost: Matrix Market counts them from 1"]
  }

  /// Writes header, sizes, and a line an edge; of an undirected edge the larger end is the row.
  func write(to output: inout PiecedOutput) throws {
    let graph = network.graph
    try output.write("%%MatrixMarket matrix coordinate ")
    try output.write(graph.isWeighted ? "real " : "pattern ")
    try output.write(graph.isDirected ? "general\n" : "symmetric\n")
    try output.write("\(graph.nodeCount) \(graph.nodeCount) \(graph.edgeCount)\n")
    for edge in graph.edges {
      let isTurned = !graph.isDirected && edge.tail < edge.head
      try output.write(number: (isTurned ? edge.head : edge.tail) + 1)
      try output.write(" ")
      try output.write(number: (isTurned ? edge.tail : edge.head) + 1)
      if let weight = edge.weight { try output.write(" " + NetworkNumber.text(weight)) }
      try output.write("\n")
    }
  }
}
