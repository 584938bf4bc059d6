import GraphCore

/// A network as a table of edges. One with nothing but names, weights and a direction is written as a
/// plain edge list; any other with the names that Gephi gives the columns.
struct EdgeTableText {
  private let network: PlainNetwork
  private let separator: String
  /// Whether nodes without edges stand elsewhere.
  private let hasNodeTable: Bool

  init(_ network: PlainNetwork, separator: String = ",", hasNodeTable: Bool = false) {
    self.network = network
    self.separator = separator
    self.hasNodeTable = hasNodeTable
  }

  private var isPlain: Bool {
    // In two or three columns alone, an edge without a weight weighs 1.
    network.isDirected && network.edgeAttributes.columns.isEmpty && !hasNodeTable
      && network.ownWeights == nil
  }

  /// Without edges there are no weights to be seen.
  private var isWeighted: Bool { network.graph.isWeighted && network.graph.edgeCount > 0 }

  /// What a reader of the file will miss.
  var losses: [String] {
    var losses: [String] = []
    if !hasNodeTable {
      if network.labels != nil { losses.append("labels that are not the names of nodes are lost") }
      losses += FormatEntry.attributeLosses(
        PlainNetwork(
          graph: network.graph, names: network.names, attributes: network.attributes,
          nodeAttributes: network.nodeAttributes))
      if !losses.isEmpty {
        losses[losses.count - 1] += "; --to tables keeps a table of the nodes too"
      }
    }
    if !network.isDirected, network.graph.edgeCount == 0 {
      losses.append("that the network has no direction is not said, as it has no edges")
    }
    losses += renamed
    let tellsTypes = !EvidenceNetwork.isEvidence(network) || !hasNodeTable
    return losses
      + network.edgeAttributes.columns.compactMap {
        $0.tableLoss(of: "edges", tellsTypes: tellsTypes)
      }
  }

  private var renamed: [String] {
    zip(network.edgeAttributes.columns, names).compactMap { column, name in
      column.name == name || Self.usual[column.name] == name
        ? nil
        : "the attribute '\(column.name)' of edges is called '\(name)', as another column has its name"
    }
  }

  /// The attributes that Gephi has names for.
  private static let usual = ["kind": "Kind", "id": "Id", "label": "Label"]

  /// The names of the columns of the attributes.
  private var names: [String] {
    TableNames.distinct(
      network.edgeAttributes.columns.map(\.name), usual: Self.usual,
      taken: ["source", "target", "type", "weight"])
  }

  /// Writes the names of the columns, a row an edge, and a row for each node without edges unless a
  /// table of nodes has it.
  func write(to output: inout PiecedOutput) throws {
    let graph = network.graph
    let columns = try ordered()
    let (first, rest) = (columns.filter(\.isUsual), columns.filter { !$0.isUsual })
    if isPlain {
      try TableCells.writeRow(
        ["source", "target"] + (isWeighted ? ["weight"] : []), separator: separator, to: &output)
    } else {
      try TableCells.writeRow(
        ["Source", "Target", "Type"] + first.map(\.text.name) + (isWeighted ? ["Weight"] : [])
          + rest.map(\.text.name), separator: separator, to: &output)
    }
    let names = NameCells(network.names)
    let type = separator + (graph.isDirected ? "Directed" : "Undirected")
    var hasEdge = [Bool](repeating: false, count: graph.nodeCount)
    for (row, edge) in network.edges.enumerated() {
      hasEdge[edge.tail] = true
      hasEdge[edge.head] = true
      try names.write(edge.tail, to: &output)
      try output.write(separator)
      try names.write(edge.head, to: &output)
      if !isPlain { try output.write(type) }
      for column in first { try output.write(separator + column.text.cell(row)) }
      if isWeighted {
        try output.write(separator + (edge.weight.map(NetworkNumber.text) ?? ""))
      }
      for column in rest { try output.write(separator + column.text.cell(row)) }
      try output.write("\n")
    }
    guard !hasNodeTable else { return }
    let empty =
      isPlain
      ? separator
      : String(
        repeating: separator, count: 2 + columns.count + (isWeighted ? 1 : 0))
    for node in graph.nodes where !hasEdge[node] {
      try names.write(node, to: &output)
      try output.write(empty + "\n")
    }
  }

  /// The columns, those that Gephi knows first.
  private func ordered() throws -> [(text: TableColumnText, isUsual: Bool)] {
    let all = try zip(network.edgeAttributes.columns, names).map { column, name in
      (
        name: column.name, text: try TableColumnText(column, name: name),
        isUsual: Self.usual[column.name] != nil
      )
    }
    let order = ["kind", "id", "label"]
    let usual = order.flatMap { name in all.filter { $0.name == name } }
    return (usual + all.filter { !$0.isUsual }).map { ($0.text, $0.isUsual) }
  }
}

/// The names of nodes as cells.
struct NameCells {
  private let names: NodeLabels

  init(_ names: NodeLabels) { self.names = names }

  /// Writes the name of a node.
  func write(_ node: Int, to output: inout PiecedOutput) throws {
    switch names {
    case .range(let first, _): try output.write(String(first + node))
    case .numbers(let numbers): try output.write(String(numbers[node]))
    case .texts(let texts): try TableCells.writeName(texts[node], to: &output)
    }
  }
}

/// Names of columns, of which no two may be one but for case.
enum TableNames {
  /// Distinct names for attributes.
  ///
  /// - Parameters:
  ///   - names: The names of the attributes.
  ///   - usual: The names that some of them have in tables.
  ///   - taken: Names in lower case that other columns have.
  /// - Returns: A name for each attribute; one that is taken gets a line under its end.
  static func distinct(_ names: [String], usual: [String: String], taken: Set<String>) -> [String] {
    var taken = taken.union(names.filter { usual[$0] != nil })
    return names.map { name in
      if let usual = usual[name] { return usual }
      var free = name.isEmpty ? "_" : name
      while !taken.insert(free.lowercased()).inserted { free += "_" }
      return free
    }
  }
}
