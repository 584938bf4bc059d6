import GraphCore

/// Tells what a file of separated values holds, and reads it: statements, a table of edges, a table of
/// nodes, a matrix, or a plain edge list.
struct DelimitedReader {
  let text: NetworkText
  let context: ReadingContext

  /// What the first lines show.
  enum Kind: Equatable {
    case statements, edges, nodes, matrix
    /// An edge list without a need of this reader; the remark is for its first line.
    case list(remark: String?)
    case unknown
  }

  /// Reads the file.
  ///
  /// - Complexity: O(bytes).
  func read() throws(NetworkError) -> LoadedGraph {
    switch try kind() {
    case .statements: return try StatementTableReader(text: text, context: context).read()
    case .matrix:
      return .plain(try MatrixTableReader(text: text, options: context.options).read())
    case .list(let remark):
      return .plain(try list(remark: remark))
    case .edges, .unknown:
      var network = try TableSet(nodes: context.options.nodesText, edges: text)
        .read(context.options)
      if lacksSource { network.remarks.insert(Self.noSource, at: 0) }
      return .plain(network)
    case .nodes:
      return .plain(try TableSet(nodes: text, edges: nil).read(context.options))
    }
  }

  private func list(remark: String?) throws(NetworkError) -> PlainNetwork {
    do throws(NetworkError) {
      var network = try EdgeListReader(text: text, options: context.options).read()
      if let remark { network.remarks.insert(remark, at: 0) }
      return network
    } catch {
      guard remark != nil else { throw error }
      var error = error
      error.mend += "; rows of neighbors are read with --input-format adjacency"
      throw error
    }
  }

  /// Looks at the first records.
  func kind() throws(NetworkError) -> Kind {
    let found = text.bytes.withUnsafeBufferPointer { bytes -> Result<Kind, Fault> in
      do throws(Fault) {
        return .success(try Self.kind(bytes, context.options, isSheet: text.sheet != nil))
      } catch {
        return .failure(error)
      }
    }
    switch found {
    case .success(let kind): return kind
    case .failure(let fault): throw text.error(fault)
    }
  }

  /// Whether the columns are those of statements, but for the source.
  private var lacksSource: Bool {
    text.bytes.withUnsafeBufferPointer { bytes in
      var reader = TableLayout(bytes).reader(bytes, context.options)
      guard let header = try? TableHeader(&reader, most: context.options.mostAttributes) else {
        return false
      }
      return StatementColumns.tellWithoutSource(header)
    }
  }

  private static let noSource =
    "the columns are those of statements, but none is 'source' or 'source-title': the rows are read "
    + "as plain edges, not as evidence"

  private static func kind(
    _ bytes: UnsafeBufferPointer<UInt8>, _ options: NetworkOptions, isSheet: Bool
  ) throws(Fault) -> Kind {
    let layout = TableLayout(bytes)
    var reader = layout.reader(bytes, options)
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      try TextCheck.check(bytes)
    }
    guard layout.separator != nil else {
      guard let header = try? TableHeader(&reader, most: options.mostAttributes) else {
        return .list(remark: nil)
      }
      if isSheet, let title = header.names.first, header.folded != ["id"] {
        throw Fault(
          offset: header.places[0],
          message: "the first row has one cell only, '\(Fault.cut(title))', and names no columns",
          mend: "begin the sheet with the names of its columns, without a title above them")
      }
      return header.folded == ["id"] ? .nodes : options.nodes == nil ? .list(remark: nil) : .edges
    }
    let header = try TableHeader(&reader, most: options.mostAttributes)
    if StatementColumns.tell(header) { return .statements }
    // The reader of edge lists knows no marks for more than a line, no bars, and no guards.
    let isSimple =
      options.nodes == nil && layout.separator != UInt8(ascii: "|")
      && !bytes.contains(UInt8(ascii: "\"")) && !CellGuard.mayStand(in: bytes)
    if header.ends != nil {
      return header.isPlain && isSimple
        ? .list(remark: header.endsAreNumbered ? numbered(header) : nil) : .edges
    }
    if try MatrixTableReader.tell(header, reader) { return .matrix }
    if header.id != nil { return .nodes }
    guard header.names.count <= 3 else { return layout.hasComments ? .list(remark: nil) : .unknown }
    return options.nodes == nil && layout.separator != UInt8(ascii: "|")
      ? .list(remark: remark(header)) : .edges
  }

  /// What to say of a first line that is taken for names of columns and might be an edge.
  private static func numbered(_ header: TableHeader) -> String {
    let line = header.names.map { "'\(Fault.cut($0))'" }.joined(separator: ", ")
    return "the first line, \(line), is taken as the names of the columns; if it is an edge, "
      + "write a line Source, Target before it"
  }

  /// What to say of a first line that is taken as an edge and might be names of columns.
  private static func remark(_ header: TableHeader) -> String? {
    guard header.names.count > 1, header.names.allSatisfy({ $0.first?.isLetter == true }) else {
      return nil
    }
    let line = header.names.map { "'\(Fault.cut($0))'" }.joined(separator: ", ")
    return "the first line, \(line), is taken as an edge; if it names the columns, "
      + "name them Source and Target"
  }
}

extension DelimitedReader {
  /// Whether the beginning of a file is a table of statements, whatever its name says of values.
  static func looksLikeStatements(_ beginning: FileBeginning) -> Bool {
    guard isTableName(beginning) else { return false }
    return header(beginning).map { StatementColumns.tell($0) } ?? false
  }

  /// Whether the beginning of a file without a telling name is a table of edges with attributes.
  static func looksLikeEdges(_ beginning: FileBeginning, separator: UInt8?) -> Bool {
    let isNamed = GraphFormat.entries.contains { $0.endings.contains(beginning.ending) }
    guard !isNamed || beginning.ending == "txt",
      let header = header(beginning, separator: separator)
    else { return false }
    // More columns than ends and a weight: they would be passed over by the reader of plain lists.
    return header.ends != nil && !header.isPlain
  }

  private static func isTableName(_ beginning: FileBeginning) -> Bool {
    ["csv", "tsv", "txt", "tab"].contains(beginning.ending)
      || !GraphFormat.entries.contains { $0.endings.contains(beginning.ending) }
  }

  private static func header(
    _ beginning: FileBeginning, separator: UInt8? = nil
  ) -> TableHeader? {
    beginning.bytes.withUnsafeBufferPointer { bytes in
      let layout = TableLayout(bytes)
      guard layout.separator != nil, separator == nil || layout.separator == separator else {
        return nil
      }
      var reader = layout.reader(bytes, NetworkOptions())
      return try? TableHeader(&reader, most: 1000)
    }
  }
}
