import Evidence
import GraphCore

/// Collects the entities of a file as nodes and edges.
struct FollowTheMoneyCollector {
  /// What is collected.
  var builder: NetworkBuilder
  /// How many entities there were.
  private(set) var count = 0
  /// How many of them we wrote.
  private(set) var markedCount = 0
  /// The parts of a network of ours.
  private(set) var marks: [FollowTheMoneyMarkReader.Mark] = []

  private let bytes: UnsafeBufferPointer<UInt8>
  private let model = FollowTheMoneyModel.standard
  private var shapes: [FollowTheMoneyShape] = []
  private var shapeNumbers: [String: Int] = [:]
  private var names = LabelNumbering()
  private var nameTexts: [String] = []
  private var entity = FollowTheMoneyScan()
  private var isDefined = Bitmap()
  private var scratch: [UInt8] = []
  private var repeated = 0
  private var halfLinks = 0
  private var deletions = 0

  /// Starts with nothing.
  init(_ bytes: UnsafeBufferPointer<UInt8>, options: NetworkOptions) {
    self.bytes = bytes
    builder = NetworkBuilder(options: options)
    builder.isDirected = true
  }

  /// Takes the entity at the cursor, and those that lie within it.
  mutating func take(_ cursor: inout JSONCursor, offset: Int) throws(Fault) {
    var waiting: [JSONCursor] = []
    try scan(&cursor, offset: offset, waiting: &waiting)
    while var inner = waiting.popLast() {
      _ = inner.peek()
      try scan(&inner, offset: inner.at, waiting: &waiting)
    }
  }

  private mutating func scan(
    _ cursor: inout JSONCursor, offset: Int, waiting: inout [JSONCursor]
  ) throws(Fault) {
    // A scan that failed half-way leaves its storage to the next one.
    var scan = FollowTheMoneyScan()
    swap(&scan, &entity)
    defer { swap(&scan, &entity) }
    try scan.read(&cursor, waiting: &waiting)
    switch scan.operation {
    case "DEL":
      deletions += 1
      return
    case nil: break
    default: if scan.id == nil { return }
    }
    guard let id = scan.id, id.end > id.start else {
      throw Fault(
        offset: offset, message: "an entity has no id", mend: "add \"id\": a text of its own")
    }
    guard let schema = scan.schema else {
      throw Fault(
        offset: offset, message: "the entity \(Fault.quoted(bytes[id.range])) has no schema",
        mend: "add \"schema\": for example \"Person\"")
    }
    count += 1
    try add(scan, id: id, schema: cursor.string(schema), cursor, offset: offset)
  }

  private mutating func add(
    _ scan: FollowTheMoneyScan, id: JSONText, schema: String, _ cursor: JSONCursor, offset: Int
  ) throws(Fault) {
    let shape = try shapeNumber(schema, offset: offset)
    if takeMarks(scan, shape, cursor) { markedCount += 1 }
    if let link = shapes[shape].link {
      let tails = scan.values(of: link.source, cursor)
      let heads = scan.values(of: link.target, cursor)
      if !tails.isEmpty, !heads.isEmpty {
        for tail in tails {
          for head in heads {
            try addEdge(scan, id, shape, link, (tail, head), cursor, offset: offset)
          }
        }
        return
      }
      halfLinks += 1
    }
    try addNode(scan, id, shape, cursor, offset: offset)
  }

  /// The number of what is known of a schema.
  private mutating func shapeNumber(_ schema: String, offset: Int) throws(Fault) -> Int {
    if let number = shapeNumbers[schema] { return number }
    guard shapes.count < builder.options.mostAttributes else {
      throw Fault(
        offset: offset,
        message: "there are more than \(builder.options.mostAttributes) different schemata",
        mend: "is this a file of FollowTheMoney? leave some out")
    }
    shapeNumbers[schema] = shapes.count
    shapes.append(FollowTheMoneyShape(name: schema, schema: model[schema]))
    return shapes.count - 1
  }

  /// The number of a property name.
  private mutating func nameNumber(
    _ key: JSONText, _ cursor: JSONCursor
  ) throws(Fault) -> Int {
    let number = Int(cursor.withBytes(of: key) { names.number(of: $0, place: key.start) })
    if number == nameTexts.count {
      nameTexts.append(cursor.string(key))
      guard nameTexts.count <= builder.options.mostAttributes else {
        throw Fault(
          offset: key.offset,
          message: "there are more than \(builder.options.mostAttributes) different properties",
          mend: "is this a file of FollowTheMoney? leave some out")
      }
    }
    return number
  }

  private mutating func takeMarks(
    _ scan: FollowTheMoneyScan, _ shape: Int, _ cursor: JSONCursor
  ) -> Bool {
    var isMarked = false
    for property in scan.properties {
      for text in scan.values[property.values]
      where !text.isPlain && bytes[text.start] == UInt8(ascii: "{") {
        cursor.withBytes(of: text) { value in
          guard value.starts(with: FollowTheMoneyMark.beginning.utf8) else { return }
          marks.append(FollowTheMoneyMarkReader.Mark(text: Array(value), offset: text.start))
          isMarked = true
        }
      }
    }
    return isMarked
  }
}

extension FollowTheMoneyCollector {
  private mutating func node(_ id: JSONText, _ cursor: JSONCursor) -> Int {
    cursor.withBytes(of: id) { builder.node($0, offset: id.start) }
  }

  private mutating func addNode(
    _ scan: FollowTheMoneyScan, _ id: JSONText, _ shape: Int, _ cursor: JSONCursor, offset: Int
  ) throws(Fault) {
    let node = node(id, cursor)
    if isDefined[node] { repeated += 1 }
    isDefined[node] = true
    setText(shapes[shape].name, column: builder.nodes.column("kind"), row: node)
    if let caption = scan.caption ?? caption(scan, shapes[shape], cursor) {
      builder.setLabel(cursor.string(caption), of: node)
    }
    for property in scan.properties where !property.values.isEmpty {
      let name = try nameNumber(property.key, cursor)
      switch shapes[shape].use(of: name, nameTexts[name], asLink: false, &builder) {
      case .column(let column):
        set(scan.values[property.values], column: column, ofNode: true, row: node, cursor)
      case .reference:
        let kind = builder.edges.column("kind")
        for value in scan.values[property.values] where value.end > value.start {
          let edge = builder.addEdge(node, self.node(value, cursor))
          setText(nameTexts[name], column: kind, row: edge, ofNode: false)
        }
      case .end: break
      }
    }
    for (name, value) in scan.others {
      builder.nodes.set(value, column: builder.nodes.column(name), row: node)
    }
  }

  private mutating func addEdge(
    _ scan: FollowTheMoneyScan, _ id: JSONText, _ shape: Int, _ link: FollowTheMoneyModel.Link,
    _ ends: (JSONText, JSONText), _ cursor: JSONCursor, offset: Int
  ) throws(Fault) {
    let tail = node(ends.0, cursor)
    let edge = builder.addEdge(tail, node(ends.1, cursor))
    if !link.isDirected, !shapes[shape].keepsDirection { builder.markUndirected(edge) }
    let idColumn = builder.edges.column("id")
    cursor.withBytes(of: id) { builder.edges.set(text: $0, column: idColumn, row: edge) }
    setText(shapes[shape].name, column: builder.edges.column("kind"), row: edge, ofNode: false)
    for property in scan.properties where !property.values.isEmpty {
      let name = try nameNumber(property.key, cursor)
      guard
        case .column(let column) = shapes[shape].use(
          of: name, nameTexts[name], asLink: true, &builder)
      else { continue }
      set(scan.values[property.values], column: column, ofNode: false, row: edge, cursor)
    }
    for (name, value) in scan.others where name != "weight" {
      builder.edges.set(value, column: builder.edges.column(name), row: edge)
    }
  }

  /// The value by which an entity is called.
  private func caption(
    _ scan: FollowTheMoneyScan, _ shape: FollowTheMoneyShape, _ cursor: JSONCursor
  ) -> JSONText? {
    for name in shape.caption {
      if let value = scan.values(of: name, cursor).first { return value }
    }
    return nil
  }

  private mutating func setText(_ text: String, column: Int, row: Int, ofNode: Bool = true) {
    var text = text
    text.withUTF8 { bytes in
      if ofNode {
        builder.nodes.set(text: bytes, column: column, row: row)
      } else {
        builder.edges.set(text: bytes, column: column, row: row)
      }
    }
  }

  /// Sets one value as text, several as a list.
  private mutating func set(
    _ values: ArraySlice<JSONText>, column: Int, ofNode: Bool, row: Int, _ cursor: JSONCursor
  ) {
    let type = ofNode ? builder.nodes.type(ofColumn: column) : builder.edges.type(ofColumn: column)
    if values.count == 1, type != .json, let value = values.first {
      cursor.withBytes(of: value) { text in
        if ofNode {
          builder.nodes.set(text: text, column: column, row: row)
        } else {
          builder.edges.set(text: text, column: column, row: row)
        }
      }
      return
    }
    scratch.removeAll(keepingCapacity: true)
    if values.count > 1 { scratch.append(UInt8(ascii: "[")) }
    for (number, value) in values.enumerated() {
      if number > 0 { scratch.append(UInt8(ascii: ",")) }
      appendQuoted(value, cursor)
    }
    if values.count > 1 { scratch.append(UInt8(ascii: "]")) }
    scratch.withUnsafeBufferPointer { json in
      if ofNode {
        builder.nodes.set(json: json, column: column, row: row)
      } else {
        builder.edges.set(json: json, column: column, row: row)
      }
    }
  }

  private mutating func appendQuoted(_ value: JSONText, _ cursor: JSONCursor) {
    let raw = bytes[value.range]
    // What stands in the file without an escape, and needs none by our own rules, is taken as it is.
    let isOurs =
      value.isPlain
      && raw.allSatisfy { byte in
        byte != 0x2F && byte != 0x7F && byte != 0xC2 && byte != 0xE2 && byte != 0xEF
      }
    guard isOurs else {
      return scratch.append(contentsOf: JSONText.quoted(cursor.string(value)).utf8)
    }
    scratch.append(UInt8(ascii: "\""))
    scratch.append(contentsOf: raw)
    scratch.append(UInt8(ascii: "\""))
  }

  /// The network, with what a user should know of it.
  func network() throws(Fault) -> PlainNetwork {
    var builder = builder
    let missing = (0..<builder.nodeCount).count { !isDefined[$0] }
    if missing > 0 {
      builder.remarks.append(
        Plural.text(
          missing, "entity is referred to and not in the file; it is a node without a kind",
          "entities are referred to and not in the file; they are nodes without a kind"))
    }
    if repeated > 0 {
      builder.remarks.append(
        "\(repeated) entities stand more than once, and a later value replaces an earlier one; 'ftm "
          + "aggregate' joins them")
    }
    if halfLinks > 0 {
      builder.remarks.append("\(halfLinks) links lack one of their ends and are nodes")
    }
    if deletions > 0 {
      builder.remarks.append("\(deletions) deletions of a delta file are passed over")
    }
    let unknown = shapes.filter { !$0.isKnown }.map(\.name).sorted()
    if !unknown.isEmpty {
      let shown = unknown.prefix(5).map { Fault.cut($0) }.joined(separator: ", ")
      builder.remarks.append(
        "FollowTheMoney 4.11 knows no schema \(shown)\(unknown.count > 5 ? ", ..." : ""); such entities "
          + "are nodes")
    }
    return try builder.network()
  }
}
