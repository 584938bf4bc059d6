import GraphCore

/// A network as a METIS file.
struct METISText {
  private let network: PlainNetwork
  private let simple: Graph
  /// METIS holds whole numbers above zero.
  private let hasWeights: Bool

  init(_ network: PlainNetwork) {
    self.network = network
    simple = network.isDirected ? network.graph : network.graph.simplified()
    hasWeights =
      simple.isWeighted
      && simple.edges.allSatisfy { edge in
        edge.weight.map { $0 >= 1 && $0 == $0.rounded() && $0 < 0x1p53 } ?? false
      }
  }

  /// What a reader of the file will miss.
  var losses: [String] {
    var losses: [String] = []
    if network.names != .range(first: 1, count: network.names.count) {
      losses.append("the names of the nodes are lost: METIS counts them from 1")
    }
    let missing = network.graph.edgeCount - simple.edgeCount
    if missing > 0 {
      losses.append(
        "\(missing) loops and parallel edges are lost: METIS has none; weights are "
          + "added up")
    }
    if simple.isWeighted, !hasWeights {
      losses.append("the weights are lost: METIS holds whole numbers above zero")
    }
    return losses
  }

  /// Writes the header, and a line a node.
  func write(to output: inout PiecedOutput) throws {
    guard !network.isDirected else {
      throw GraphWriter.Refusal(
        description: "METIS holds networks without direction only; pass --undirected to drop it")
    }
    try output.write(
      "\(simple.nodeCount) \(simple.edgeCount)" + (hasWeights ? " 001\n" : "\n"))
    for node in simple.nodes {
      var isFirst = true
      for neighbor in simple.outNeighbors(of: node) {
        if !isFirst { try output.write(" ") }
        isFirst = false
        try output.write(number: neighbor.node + 1)
        if hasWeights, let weight = simple.edges[neighbor.edge].weight {
          try output.write(" " + NetworkNumber.text(weight))
        }
      }
      try output.write("\n")
    }
  }
}
