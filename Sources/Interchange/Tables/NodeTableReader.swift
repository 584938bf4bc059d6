import GraphCore

/// Reads a table of nodes, such as Gephi's: a row a node, with columns for its name, the text to
/// print, and any attributes.
struct NodeTableReader {
  let text: NetworkText
  let options: NetworkOptions
  /// Whether columns that hold numbers only are read as numbers.
  var tellsTypes = true

  /// Reads the nodes into a builder.
  ///
  /// - Complexity: O(bytes).
  func read(into builder: inout NetworkBuilder) throws(Fault) {
    var whole = builder
    let fault = text.bytes.withUnsafeBufferPointer { bytes -> Fault? in
      do throws(Fault) {
        try read(bytes, into: &whole)
        return nil
      } catch {
        return error
      }
    }
    if let fault { throw fault }
    builder = whole
  }

  private func read(
    _ bytes: UnsafeBufferPointer<UInt8>, into builder: inout NetworkBuilder
  ) throws(Fault) {
    try TextCheck.check(bytes)
    var reader = TableLayout(bytes).reader(bytes, options)
    let header = try TableHeader(&reader, most: options.mostAttributes)
    guard !header.names.isEmpty else { return }
    guard let id = header.id else {
      throw Fault(
        offset: header.places.first ?? 0,
        message: "the first line names no column for the names of nodes", mend: "name it Id")
    }
    try header.checkNames()
    let label = header.column(["label", "name"]).flatMap { $0 == id ? nil : $0 }
    let others = (0..<header.names.count).filter { $0 != id && $0 != label }
    var columns = others.map { AttributeColumnReader($0, name: header.attribute($0)) }
    try tellTypes(reader, &columns)
    for index in columns.indices { columns[index].open(&builder.nodes, tellsTypes: tellsTypes) }
    let count = header.names.count
    var cells: [TableReader.Cell] = []
    while try reader.record(into: &cells, &builder) {
      do throws(Fault) {
        try Self.check(cells, count: count, id: id)
        let known = builder.nodeCount
        let node = reader.withText(of: cells[id]) { name, _ in
          builder.node(name, offset: cells[id].place)
        }
        guard node == known else {
          throw Fault(
            offset: cells[id].place,
            message: "a second row has the node '\(Fault.cut(reader.text(cells[id])))'",
            mend: "merge the two rows")
        }
        if let label, label < cells.count, !cells[label].isEmpty {
          builder.setLabel(reader.text(cells[label]), of: node)
        }
        for column in columns where column.column < cells.count {
          column.set(cells[column.column], reader, in: &builder.nodes, row: node)
        }
      } catch {
        try builder.skip(error)
      }
    }
  }

  private func tellTypes(
    _ start: TableReader, _ columns: inout [AttributeColumnReader]
  ) throws(Fault) {
    var reader = start
    var cells: [TableReader.Cell] = []
    var ignored = NetworkBuilder(options: options)
    while try reader.record(into: &cells, &ignored) {
      for index in columns.indices {
        let column = columns[index].column
        guard column < cells.count, !cells[column].isEmpty else { continue }
        reader.withText(of: cells[column]) { text, wasGuarded in
          columns[index].note(text, wasGuarded: wasGuarded)
        }
      }
    }
  }

  private static func check(
    _ cells: [TableReader.Cell], count: Int, id: Int
  ) throws(Fault) {
    if cells.count > count, let more = cells[count...].first(where: { !$0.isEmpty }) {
      throw Fault(
        offset: more.place, message: "the record has more than \(count) cells",
        mend: "put a cell that holds the separator in quotation marks")
    }
    guard id < cells.count, !cells[id].isEmpty else {
      throw Fault(
        offset: id < cells.count ? cells[id].place : cells.first?.place ?? 0,
        message: "the record has no id", mend: "name the node")
    }
    guard cells.count >= count else {
      throw Fault(
        offset: cells.first?.place ?? 0,
        message: "the record has \(cells.count) cells, the first line \(count)",
        mend: "add the missing ones, empty or not")
    }
  }
}
