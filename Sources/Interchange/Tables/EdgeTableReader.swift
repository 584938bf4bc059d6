import GraphCore

/// Reads a table of edges, such as Gephi's: a row an edge, with columns for its ends, its weight,
/// whether it has a direction, and any attributes. A table of nodes may come before it.
///
/// The types of attributes are told by all their values: the text is gone through twice. A row with a
/// source and nothing else is a node without edges.
struct EdgeTableReader {
  let text: NetworkText
  let layout: TableLayout
  let options: NetworkOptions
  /// Whether columns that hold numbers only are read as numbers.
  var tellsTypes = true

  /// Reads the edges into a builder.
  ///
  /// - Complexity: O(bytes).
  func read(into builder: inout NetworkBuilder) throws(Fault) {
    // `withUnsafeBufferPointer` hands on errors of any type, so the fault is carried by hand.
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
    var reader = layout.reader(bytes, options)
    var afterHeader = reader
    let header = try TableHeader(&afterHeader, most: options.mostAttributes)
    guard !header.names.isEmpty else { return }
    var columns = EdgeColumns(count: header.names.count)
    if let ends = header.ends {
      try header.checkNames()
      reader = afterHeader
      columns = EdgeColumns(header, ends)
    } else if header.names.count > 3 {
      throw header.noEnds
    }
    try tellTypes(reader, &columns)
    try columns.open(&builder, header, tellsTypes: tellsTypes)
    try addEdges(reader, columns, to: &builder)
  }

  /// The first way through the text: what the values of each column are. Bad records are met again.
  private func tellTypes(_ start: TableReader, _ columns: inout EdgeColumns) throws(Fault) {
    var reader = start
    var cells: [TableReader.Cell] = []
    var ignored = NetworkBuilder(options: options)
    while try reader.record(into: &cells, &ignored) {
      for index in columns.told.indices {
        let column = columns.told[index].column
        guard column < cells.count, !cells[column].isEmpty else { continue }
        reader.withText(of: cells[column]) { text, wasGuarded in
          columns.told[index].note(text, wasGuarded: wasGuarded)
        }
      }
    }
  }

  /// The second way through the text: the edges.
  private func addEdges(
    _ start: TableReader, _ columns: EdgeColumns, to builder: inout NetworkBuilder
  ) throws(Fault) {
    var reader = start
    var cells: [TableReader.Cell] = []
    var directedCount = 0
    var undirected: [Int] = []
    while try reader.record(into: &cells, &builder) {
      do throws(Fault) {
        let ends = try columns.check(cells)
        var weight: Double?
        if ends == .two, let column = columns.weight, column < cells.count, !cells[column].isEmpty {
          weight = try self.weight(cells[column], reader)
        }
        var isUndirected: Bool?
        if let column = columns.direction, column < cells.count, !cells[column].isEmpty {
          isUndirected = try columns.isUndirected(cells[column], reader)
        }
        let tail = reader.withText(of: cells[columns.tail]) { text, _ in
          builder.node(text, offset: cells[columns.tail].place)
        }
        guard ends == .two else { continue }
        let head = reader.withText(of: cells[columns.head]) { text, _ in
          builder.node(text, offset: cells[columns.head].place)
        }
        let edge = builder.addEdge(tail, head)
        if let weight, let column = columns.weight {
          try builder.setWeight(weight, of: edge, offset: cells[column].place)
        }
        if isUndirected == true { undirected.append(edge) }
        if isUndirected == false { directedCount += 1 }
        for attribute in columns.told where attribute.column < cells.count {
          attribute.set(cells[attribute.column], reader, in: &builder.edges, row: edge)
        }
      } catch {
        try builder.skip(error)
      }
    }
    if directedCount > 0 {
      builder.isDirected = true
      for edge in undirected { builder.markUndirected(edge) }
    } else if !undirected.isEmpty, undirected.count == builder.edgeCount {
      builder.isDirected = false
    } else {
      for edge in undirected { builder.markUndirected(edge) }
    }
  }

  private func weight(_ cell: TableReader.Cell, _ reader: TableReader) throws(Fault) -> Double {
    let number = reader.withText(of: cell) { text, _ -> Double? in
      var cursor = FieldCursor(text, 0..<text.count)
      if let number = cursor.number(), cursor.at == text.count { return number }
      // Where semicolons separate, a comma may stand in numbers.
      guard reader.separator == UInt8(ascii: ";"), text.contains(UInt8(ascii: ",")) else {
        return nil
      }
      let pointed = text.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
      return pointed.withUnsafeBufferPointer { text in
        var cursor = FieldCursor(text, 0..<text.count)
        guard let number = cursor.number(), cursor.at == text.count else { return nil }
        return number
      }
    }
    guard let number, number.isFinite else {
      throw Fault(
        offset: cell.place,
        message: "the weight '\(Fault.cut(reader.text(cell)))' is no finite number",
        mend: "give a finite number, or name the column otherwise")
    }
    return number
  }
}

extension TableHeader {
  /// That a table of edges cannot be told.
  var noEnds: Fault {
    Fault(
      offset: places.first ?? 0,
      message: "the first line names no columns for the two ends of an edge",
      mend: "name them Source and Target, or say what the table is with --input-format matrix or "
        + "adjacency")
  }
}

/// The columns of a table of edges.
private struct EdgeColumns {
  /// How many there are.
  let count: Int
  var tail = 0
  var head = 1
  var weight: Int?
  /// The column that says whether an edge has a direction.
  var direction: Int?
  /// The other columns.
  var told: [AttributeColumnReader] = []

  /// What a record holds.
  enum Ends { case one, two }

  /// A table without names: two ends, and perhaps a weight.
  init(count: Int) {
    self.count = count
    weight = count > 2 ? 2 : nil
  }

  /// A table with names.
  init(_ header: TableHeader, _ ends: (tail: Int, head: Int)) {
    count = header.names.count
    (tail, head) = ends
    weight = header.weight.flatMap { $0 == tail || $0 == head ? nil : $0 }
    for column in 0..<count where column != tail && column != head && column != weight {
      told.append(
        AttributeColumnReader(
          column, name: header.attribute(column), mayTellDirection: header.folded[column] == "type")
      )
    }
  }

  /// Finds the columns in the builder, once their types are known.
  mutating func open(
    _ builder: inout NetworkBuilder, _ header: TableHeader, tellsTypes: Bool
  ) throws(Fault) {
    direction = told.first { $0.tellsDirection }?.column
    told.removeAll { $0.tellsDirection }
    for index in told.indices {
      told[index].renameRelation(beside: header)
      told[index].open(&builder.edges, tellsTypes: tellsTypes)
    }
  }

  /// Tells whether a record is an edge or a node alone.
  ///
  /// - Throws: ``Fault`` if it is neither.
  func check(_ cells: [TableReader.Cell]) throws(Fault) -> Ends {
    let place = cells.first?.place ?? 0
    func has(_ column: Int) -> Bool { column < cells.count && !cells[column].isEmpty }
    if cells.count > count, let more = cells[count...].first(where: { !$0.isEmpty }) {
      throw Fault(
        offset: more.place, message: "the record has more than \(count) cells",
        mend: "put a cell that holds the separator in quotation marks")
    }
    guard has(tail) else {
      throw Fault(
        offset: tail < cells.count ? cells[tail].place : place,
        message: "the record has no source", mend: "name the node where the edge begins")
    }
    guard has(head) else {
      if !cells.indices.contains(where: { $0 != tail && $0 != direction && has($0) }) {
        return .one
      }
      throw Fault(
        offset: head < cells.count ? cells[head].place : place,
        message: "the record has no target",
        mend: "name the node where the edge ends, or leave all but the source empty")
    }
    guard cells.count >= count || told.isEmpty else {
      throw Fault(
        offset: place, message: "the record has \(cells.count) cells, the first line \(count)",
        mend: "add the missing ones, empty or not")
    }
    return .two
  }

  /// Whether a cell says that its edge has no direction.
  func isUndirected(_ cell: TableReader.Cell, _ reader: TableReader) throws(Fault) -> Bool {
    let isUndirected = reader.withText(of: cell) { text, _ in AttributeColumnReader.direction(text)
    }
    if let isUndirected { return isUndirected }
    throw Fault(
      offset: cell.place,
      message: "the type '\(Fault.cut(reader.text(cell)))' is neither Directed nor Undirected",
      mend: "write one of the two, or name the column Kind")
  }
}
