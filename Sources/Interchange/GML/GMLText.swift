import GraphCore

/// Writes a network as GML that NetworkX, igraph, Gephi, Cytoscape and yEd read.
///
/// The text is ASCII, as the format demands. Ids are numbers: the names of nodes if all of them are,
/// else 0, 1, 2, ..., with the names in an attribute that `attributeTypes` tells. Since NetworkX wants no
/// two labels to be the same, a label that several nodes have is followed by the name, and the label
/// itself stands in `labelText`.
struct GMLText {
  private let network: PlainNetwork
  /// The names of the nodes as numbers, if all of them are.
  private let ids: [Int]?
  /// The key of the names of nodes, if they are no numbers.
  private let nameKey: String?

  /// Prepares writing.
  init(_ network: PlainNetwork) {
    self.network = network
    var numbers: [Int] = []
    for node in network.nodes {
      guard let number = Int(node.id), String(number) == node.id else { break }
      numbers.append(number)
    }
    ids = numbers.count == network.nodes.count ? numbers : nil
    var key: String?
    if ids == nil {
      let taken = Set(network.nodeAttributes.columns.map(\.name))
      key = ["name", "nodeName"].first { !taken.contains($0) }
      var number = 2
      while key == nil {
        if !taken.contains("nodeName\(number)") { key = "nodeName\(number)" }
        number += 1
      }
    }
    nameKey = key
  }

  /// Writes the file.
  func write(to output: inout PiecedOutput) throws {
    try output.write("Creator \"Throughline\"\ngraph [\n  directed \(network.isDirected ? 1 : 0)\n")
    if hasParallelEdges { try output.write("  multigraph 1\n") }
    let edgeColumns = GMLColumn.ordered(network.edgeAttributes).map { column in
      GMLColumn(column, edgeKey(column))
    }
    let nodeColumns = GMLColumn.ordered(network.nodeAttributes).map { column in
      GMLColumn(column, GMLKey.encoded(column.name, .node))
    }
    try writeTypes(nodeColumns, edgeColumns, to: &output)
    var line: [UInt8] = []
    for attribute in network.attributes {
      GMLColumn.append(
        attribute.value, key: GMLKey.encoded(attribute.name, .whole), indent: 2, to: &line)
    }
    try output.write(bytes: line)
    try writeNodes(nodeColumns, to: &output)
    try writeEdges(edgeColumns, to: &output)
    try output.write("]\n")
  }

  private func writeTypes(
    _ nodeColumns: [GMLColumn], _ edgeColumns: [GMLColumn], to output: inout PiecedOutput
  ) throws {
    var lines: [String] = []
    if let nameKey { lines.append("    names \"\(nameKey)\"\n") }
    func list(_ what: String, _ types: [(key: String, type: GMLType?)]) {
      let marked = types.compactMap { entry in
        entry.type.map { "      \(entry.key) \"\($0.rawValue)\"\n" }
      }
      if !marked.isEmpty { lines.append("    \(what) [\n" + marked.joined() + "    ]\n") }
    }
    list(
      "graph",
      network.attributes.map { (GMLKey.encoded($0.name, .whole), GMLColumn.type($0.value.type)) })
    list("node", nodeColumns.map { ($0.key, $0.type) })
    list("edge", edgeColumns.map { ($0.key, $0.type) })
    guard !lines.isEmpty else { return }
    try output.write("  attributeTypes [\n" + lines.joined() + "  ]\n")
  }

  private func writeNodes(_ columns: [GMLColumn], to output: inout PiecedOutput) throws {
    var labels = GMLLabels(network)
    let places: [String: Int] = network.nodeAttributes["parent"] == nil ? [:] : nodeIndices
    let drawn = columns.filter { $0.isDrawn(ofNode: true) }
      .sorted { $0.drawnRank < $1.drawnRank }
    var line: [UInt8] = []
    for (index, node) in network.nodes.enumerated() {
      line.removeAll(keepingCapacity: true)
      line += Array("  node [\n    id \(ids?[index] ?? index)\n".utf8)
      let label = labels.label(of: node)
      GMLColumn.append(.text(label), key: "label", indent: 4, to: &line)
      if label != node.label {
        GMLColumn.append(.text(node.label), key: "labelText", indent: 4, to: &line)
      }
      if let nameKey { GMLColumn.append(.text(node.id), key: nameKey, indent: 4, to: &line) }
      for column in columns where !column.isDrawn(ofNode: true) {
        guard let value = column.values[index] else { continue }
        if column.values.name == "parent", column.values.type == .text,
          let place = places[value.text]
        {
          line += Array("    gid \(ids?[place] ?? place)\n".utf8)
        } else {
          column.append(value, to: &line)
        }
      }
      appendGraphics(drawn, index, ofNode: true, to: &line)
      line += Array("  ]\n".utf8)
      try output.write(bytes: line)
    }
  }

  private var nodeIndices: [String: Int] {
    Dictionary(
      network.nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func writeEdges(_ columns: [GMLColumn], to output: inout PiecedOutput) throws {
    let drawn = columns.filter { $0.isDrawn(ofNode: false) }
    let plain = columns.filter { !$0.isDrawn(ofNode: false) }
    var line: [UInt8] = []
    for (index, edge) in network.edges.enumerated() {
      line.removeAll(keepingCapacity: true)
      let (tail, head) = (ids?[edge.tail] ?? edge.tail, ids?[edge.head] ?? edge.head)
      line += Array("  edge [\n    source \(tail)\n    target \(head)\n".utf8)
      if let weight = edge.weight {
        line += Array("    weight \(GMLColumn.number(NetworkNumber.text(weight)))\n".utf8)
      }
      for column in plain {
        if let value = column.values[index] { column.append(value, to: &line) }
      }
      appendGraphics(drawn, index, ofNode: false, to: &line)
      line += Array("  ]\n".utf8)
      try output.write(bytes: line)
    }
  }

  private func appendGraphics(
    _ columns: [GMLColumn], _ row: Int, ofNode: Bool, to line: inout [UInt8]
  ) {
    var inside: [UInt8] = []
    for column in columns {
      guard let value = column.values[row] else { continue }
      for key in GMLColumn.drawnKeys(of: column.values.name, ofNode: ofNode) {
        GMLColumn.append(value, key: key, indent: 6, to: &inside)
      }
    }
    if !inside.isEmpty {
      line += Array("    graphics [\n".utf8) + inside + Array("    ]\n".utf8)
    }
  }

  // MARK: Parallel edges

  private func pair(_ edge: Graph.Edge) -> UInt64 {
    let ends = (UInt64(UInt32(edge.tail)), UInt64(UInt32(edge.head)))
    let isTurned = !network.isDirected && ends.0 > ends.1
    return isTurned ? ends.1 << 32 | ends.0 : ends.0 << 32 | ends.1
  }

  /// Whether two edges join the same nodes, which NetworkX wants to be told.
  private var hasParallelEdges: Bool {
    var pairs = Set<UInt64>(minimumCapacity: network.edges.count)
    return network.edges.contains { !pairs.insert(pair($0)).inserted }
  }

  /// The key of an attribute of edges. NetworkX tells parallel edges apart by `key`, so that stays as
  /// it is only if it does.
  private func edgeKey(_ column: AttributeColumn) -> String {
    guard column.name == "key" else { return GMLKey.encoded(column.name, .edge) }
    struct Place: Hashable {
      let pair: UInt64
      let key: AttributeValue
    }
    var places = Set<Place>()
    let isDistinct = network.edges.enumerated().allSatisfy { index, edge in
      guard let key = column[index], GMLColumn.type(column.type) == nil else { return false }
      return places.insert(Place(pair: pair(edge), key: key)).inserted
    }
    return isDistinct ? "key" : GMLKey.escaped("key")
  }
}
