import GraphCore

/// The tables of one network: nodes, edges, and the attributes of the whole, each if there is one.
struct TableSet {
  /// The table of nodes.
  var nodes: NetworkText?
  /// The table of edges.
  var edges: NetworkText?
  /// The table of the attributes of the whole network.
  var whole: NetworkText?

  /// The names of the files.
  static let names = (nodes: "nodes.csv", edges: "edges.csv", whole: "network.csv")

  /// Reads the network.
  ///
  /// - Complexity: O(bytes).
  func read(_ options: NetworkOptions) throws(NetworkError) -> PlainNetwork {
    var builder = NetworkBuilder(options: options)
    if let whole {
      try located(in: whole) { () throws(Fault) in
        builder.attributes = try WholeTable.read(whole, options)
      }
    }
    let tellsTypes = !builder.attributes.contains { $0.name == EvidenceNetwork.mark }
    if let nodes {
      try located(in: nodes) { () throws(Fault) in
        try NodeTableReader(text: nodes, options: options, tellsTypes: tellsTypes)
          .read(into: &builder)
      }
      tellSkipped(&builder, in: nodes, before: 0)
    }
    let declared = builder.nodeCount
    if let edges {
      let layout = edges.bytes.withUnsafeBufferPointer { TableLayout($0) }
      try located(in: edges) { () throws(Fault) in
        try EdgeTableReader(text: edges, layout: layout, options: options, tellsTypes: tellsTypes)
          .read(into: &builder)
      }
    }
    if nodes != nil, builder.nodeCount > declared {
      let first = Fault.cut(builder.name(of: declared))
      builder.remarks.append(
        Plural.text(
          builder.nodeCount - declared, "node of the edges is", "nodes of the edges are")
          + " not in the table of nodes, the first of them '\(first)'")
    }
    var network: PlainNetwork?
    try located(in: edges ?? nodes ?? whole) { () throws(Fault) in
      network = try builder.network()
    }
    guard let network else { preconditionFailure("the closure ran") }
    return network
  }

  /// Bad rows of the nodes stand in another file than those of the edges: they are told here.
  private func tellSkipped(
    _ builder: inout NetworkBuilder, in text: NetworkText, before: Int
  ) {
    guard edges != nil, builder.skipped.count > before else { return }
    let count = builder.skipped.count
    builder.remarks.append(
      "\(text.path): \(count) bad \(count == 1 ? "record was" : "records were") left out")
    builder.forgetSkipped()
  }

  private func located(
    in text: NetworkText?, _ body: () throws(Fault) -> Void
  ) throws(NetworkError) {
    do throws(Fault) {
      try body()
    } catch {
      guard let text else {
        throw NetworkError(file: "", message: error.message, mend: error.mend)
      }
      throw text.error(error)
    }
  }
}

/// The table of the attributes of the whole network: a name and a value in a row.
enum WholeTable {
  /// Reads it; a value that is no text is written as JSON.
  static func read(
    _ text: NetworkText, _ options: NetworkOptions
  ) throws(Fault) -> [NamedAttribute] {
    let result = text.bytes.withUnsafeBufferPointer { bytes -> Result<[NamedAttribute], Fault> in
      do throws(Fault) {
        return .success(try read(bytes, options))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ options: NetworkOptions
  ) throws(Fault) -> [NamedAttribute] {
    try TextCheck.check(bytes)
    var reader = TableLayout(bytes).reader(bytes, options)
    let header = try TableHeader(&reader, most: options.mostAttributes)
    guard header.folded == ["name", "value"] else {
      throw Fault(
        offset: 0, message: "the table of the whole network has other columns than Name and Value",
        mend: "name its two columns Name and Value")
    }
    var pairs: [(String, String)] = []
    var cells: [TableReader.Cell] = []
    while try reader.record(into: &cells) {
      guard cells.count == 2, !cells[0].isEmpty else {
        throw Fault(
          offset: cells.first?.place ?? 0, message: "the record is no name with a value",
          mend: "write the name of an attribute and its value")
      }
      pairs.append((reader.text(cells[0]), reader.text(cells[1])))
    }
    let isEvidence = pairs.contains { $0.0 == EvidenceNetwork.mark }
    return pairs.map { NamedAttribute($0, isEvidence ? .text($1) : value($1)) }
  }

  private static func value(_ text: String) -> AttributeValue {
    switch text.first {
    case "\"", "[", "{": return JSONCell.value(of: text)
    default: break
    }
    var typing = ColumnTyping()
    var text = text
    return text.withUTF8 { bytes in
      typing.note(bytes, wasGuarded: false)
      return typing.value(bytes)
    }
  }

  /// The cell of a value.
  static func cell(_ value: AttributeValue) -> String {
    guard case .text(let text) = value else { return value.text }
    return self.value(text) == value && !text.isEmpty ? text : quoted(text)
  }

  /// A text as the JSON string that ``JSONCell`` reads back.
  private static func quoted(_ text: String) -> String { JSONCell.text(of: .text(text)) }
}
