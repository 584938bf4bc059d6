import GraphCore

/// A network as an adjacency matrix with names in the first line and the first column.
struct MatrixTableText {
  /// A matrix of more nodes would be a file of gigabytes, nearly all of it zeros.
  static let mostNodes = 20_000

  private let network: PlainNetwork

  init(_ network: PlainNetwork) { self.network = network }

  /// What a reader of the file will miss.
  var losses: [String] {
    var losses = network.weightLosses + FormatEntry.attributeLosses(network)
    if network.labels != nil { losses.append("labels that are not the names of nodes are lost") }
    var seen: Set<[Int]> = []
    var merged = 0
    var vanished = 0
    for edge in network.graph.edges {
      let key = [edge.tail, edge.head]
      let isNew = seen.insert(network.isDirected ? key : key.sorted()).inserted
      if !isNew { merged += 1 }
      if edge.weight == 0 { vanished += 1 }
    }
    if merged > 0 {
      losses.append(
        Plural.text(merged, "parallel edge is", "parallel edges are")
          + " lost: a cell holds one number; weights are added up")
    }
    if vanished > 0 {
      losses.append(
        Plural.text(vanished, "edge of weight 0 is", "edges of weight 0 are")
          + " lost: 0 is no edge")
    }
    if network.isDirected, network.graph.edges.allSatisfy({ seen.contains([$0.head, $0.tail]) }) {
      losses.append("that edges have a direction may not be seen: read it with --directed")
    }
    return losses
  }

  /// Writes the matrix.
  ///
  /// - Throws: ``GraphWriter/Refusal`` for too many nodes.
  /// - Complexity: O(n^2 + m).
  func write(to output: inout PiecedOutput) throws {
    let graph = network.graph
    guard graph.nodeCount <= Self.mostNodes else {
      throw GraphWriter.Refusal(
        description: "a matrix of \(graph.nodeCount) nodes is too large; \(Self.mostNodes) are the "
          + "most: write a table of edges instead")
    }
    var rows = [[(column: Int, weight: Double)]](repeating: [], count: graph.nodeCount)
    for edge in graph.edges {
      rows[edge.tail].append((edge.head, edge.weight ?? 1))
      if !graph.isDirected, edge.tail != edge.head {
        rows[edge.head].append((edge.tail, edge.weight ?? 1))
      }
    }
    let names = network.nodes.map(\.id)
    for name in names {
      try output.write(",")
      try TableCells.writeName(name, to: &output)
    }
    try output.write("\n")
    var sums = [Double](repeating: 0, count: graph.nodeCount)
    for row in graph.nodes {
      for entry in rows[row] { sums[entry.column] += entry.weight }
      try TableCells.writeName(names[row], to: &output)
      for column in graph.nodes { try output.write("," + NetworkNumber.text(sums[column])) }
      try output.write("\n")
      for entry in rows[row] { sums[entry.column] = 0 }
    }
  }
}
