import GraphCore

/// The nodes of a network as a table: a row a node, with the names that Gephi gives the columns.
struct NodeTableText {
  private let network: PlainNetwork

  init(_ network: PlainNetwork) { self.network = network }

  private var names: [String] {
    TableNames.distinct(
      network.nodeAttributes.columns.map(\.name), usual: [:], taken: ["id", "label"])
  }

  /// What a reader of the file will miss.
  var losses: [String] {
    let renamed = zip(network.nodeAttributes.columns, names).compactMap { column, name in
      column.name == name
        ? nil
        : "the attribute '\(column.name)' of nodes is called '\(name)', as another column has its name"
    }
    let tellsTypes = !EvidenceNetwork.isEvidence(network)
    return renamed
      + network.nodeAttributes.columns.compactMap {
        $0.tableLoss(of: "nodes", tellsTypes: tellsTypes)
      }
  }

  /// Writes the names of the columns and a row a node.
  func write(to output: inout PiecedOutput) throws {
    let columns = try zip(network.nodeAttributes.columns, names).map {
      try TableColumnText($0, name: $1)
    }
    try TableCells.writeRow(["Id", "Label"] + columns.map(\.name), separator: ",", to: &output)
    let names = NameCells(network.names)
    for row in network.graph.nodes {
      try names.write(row, to: &output)
      try output.write("," + TableCells.cell(network.nodes[row].label))
      for column in columns { try output.write("," + column.cell(row)) }
      try output.write("\n")
    }
  }
}
