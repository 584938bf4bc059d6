import GraphCore

/// Adjacency lists: a row names a node and then those to which its edges lead, as many as there are.
struct AdjacencyTableReader {
  let text: NetworkText
  let options: NetworkOptions

  /// Reads the network. Nodes that begin a row come first, in the order of the rows.
  ///
  /// - Complexity: O(bytes).
  func read() throws(NetworkError) -> PlainNetwork {
    let result = text.bytes.withUnsafeBufferPointer { bytes -> Result<PlainNetwork, Fault> in
      do throws(Fault) {
        return .success(try read(bytes))
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case .success(let network): return network
    case .failure(let fault): throw text.error(fault)
    }
  }

  private func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) -> PlainNetwork {
    try TextCheck.check(bytes)
    let layout = TableLayout(bytes)
    var builder = NetworkBuilder(options: options)
    var rows = NetworkBuilder(options: options)
    var cells: [TableReader.Cell] = []
    var reader = layout.reader(bytes, options)
    while try reader.record(into: &cells, &rows) {
      if let first = cells.first, !first.isEmpty { _ = node(first, reader, &builder) }
    }
    reader = layout.reader(bytes, options)
    while try reader.record(into: &cells, &builder) {
      guard let first = cells.first, !first.isEmpty else {
        try builder.skip(
          Fault(
            offset: cells.first?.place ?? 0, message: "the row begins with an empty cell",
            mend: "name the node first"))
        continue
      }
      let tail = node(first, reader, &builder)
      for cell in cells.dropFirst() where !cell.isEmpty {
        _ = builder.addEdge(tail, node(cell, reader, &builder))
      }
    }
    return try builder.network()
  }

  private func node(
    _ cell: TableReader.Cell, _ reader: TableReader, _ builder: inout NetworkBuilder
  ) -> Int {
    reader.withText(of: cell) { text, _ in builder.node(text, offset: cell.place) }
  }
}

/// A network as adjacency lists.
struct AdjacencyTableText {
  private let network: PlainNetwork

  init(_ network: PlainNetwork) { self.network = network }

  /// What a reader of the file will miss.
  var losses: [String] {
    var losses = FormatEntry.attributeLosses(network)
    if network.labels != nil { losses.append("labels that are not the names of nodes are lost") }
    if network.graph.isWeighted { losses.append("the weights are lost") }
    if !network.isDirected {
      losses.append("that edges have no direction is not said: read it with --undirected")
    }
    return losses
  }

  /// Writes a row for each node: its name, and the names of those to which its edges lead.
  func write(to output: inout PiecedOutput) throws {
    let graph = network.graph
    var heads = [[Int32]](repeating: [], count: graph.nodeCount)
    for edge in graph.edges { heads[edge.tail].append(Int32(edge.head)) }
    let nodes = network.nodes
    for node in graph.nodes {
      try TableCells.writeName(nodes[node].id, to: &output)
      for head in heads[node] {
        try output.write(",")
        try TableCells.writeName(nodes[Int(head)].id, to: &output)
      }
      try output.write("\n")
    }
  }
}
