import GraphCore

/// Reads GML [Himsolt1997]: pairs of a key and a value, of which one, `graph`, holds the network.
///
/// The number of a node is its name and its label the text to print, unless the file says by
/// `attributeTypes` that an attribute holds the names. Lists within nodes and edges become JSON, but
/// for `graphics`, which holds places, sizes and colors.
struct GMLReader {
  let text: NetworkText
  let options: NetworkOptions

  /// Reads the network.
  ///
  /// - Complexity: O(bytes); twice that if edges stand before the nodes that they join.
  func read() throws(NetworkError) -> PlainNetwork {
    try text.readingDecoded { bytes, start, remark throws(Fault) in
      try read(bytes, from: start, remark: remark)
    }
  }

  private func read(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, remark: String?
  ) throws(Fault) -> PlainNetwork {
    let limits = GMLCursor.Limits(depth: options.mostDepth, textBytes: options.mostTextBytes)
    var cursor = GMLCursor(bytes, start..<bytes.count, limits)
    var graphs: [GMLCursor.Value] = []
    var others: [(key: Range<Int>, value: GMLCursor.Value)] = []
    while let key = try cursor.key() {
      let value = try cursor.value(of: key)
      let name = String(decoding: bytes[key], as: UTF8.self)
      switch name.lowercased() {
      case "graph":
        guard value.kind == .list else {
          throw Fault(
            offset: value.offset, message: "the graph is no list", mend: "write 'graph [ ... ]'")
        }
        graphs.append(value)
      // Which program wrote the file says nothing about the network.
      case "creator", "version": break
      default: others.append((key, value))
      }
    }
    let chosen = try chosen(graphs, bytes, limits)
    func parse(_ pass: GMLPass) throws(Fault) -> GMLParser {
      var parser = GMLParser(bytes, limits, options: options)
      if let remark { parser.builder.remarks.append(remark) }
      if graphs.count > 1, options.graph == nil {
        parser.builder.remarks.append(
          "the file holds \(graphs.count) graphs, and the first is read; choose one with --graph-name"
        )
      }
      parser.pass = pass
      try parser.readTypes(of: graphs[chosen])
      try parser.readGraph(graphs[chosen].range, parent: nil, depth: 1)
      return parser
    }
    var parser = try parse(.all)
    if parser.edgeCameFirst {
      parser = try parse(.nodes)
      parser.pass = .edges
      try parser.readGraph(graphs[chosen].range, parent: nil, depth: 1)
    }
    for (key, value) in others { try parser.addGraphAttribute(key, value) }
    return try parser.network()
  }

  /// The number of the graph that the user asks for.
  private func chosen(
    _ graphs: [GMLCursor.Value], _ bytes: UnsafeBufferPointer<UInt8>, _ limits: GMLCursor.Limits
  ) throws(Fault) -> Int {
    guard !graphs.isEmpty else {
      throw Fault(
        offset: 0, message: "there is no graph in the file", mend: "GML holds 'graph [ ... ]'")
    }
    guard let wanted = options.graph else { return 0 }
    var names: [String] = []
    for (index, graph) in graphs.enumerated() {
      var cursor = GMLCursor(bytes, graph.range, limits)
      var name: String?
      while let key = try cursor.key() {
        let value = try cursor.value(of: key)
        guard name == nil, value.kind != .list,
          ["label", "name", "id"].contains(where: { word in
            String(decoding: bytes[key], as: UTF8.self).lowercased() == word
          })
        else { continue }
        name = GMLEntities.decoded(bytes[value.range])
      }
      if name == wanted { return index }
      names.append(name.map { "'\(Fault.cut($0))'" } ?? "\(index + 1)")
    }
    if let number = Int(wanted), graphs.indices.contains(number - 1) { return number - 1 }
    throw Fault(
      offset: 0, message: "there is no graph '\(Fault.cut(wanted))' in the file",
      mend: "it has \(names.prefix(10).joined(separator: ", "))"
        + (names.count > 10 ? " and others" : ""))
  }
}

/// What of a graph is read at a time.
enum GMLPass {
  /// Nodes and edges in one go.
  case all
  /// Nodes only, since an edge stood before a node that it joins.
  case nodes
  /// Then the edges.
  case edges
}
