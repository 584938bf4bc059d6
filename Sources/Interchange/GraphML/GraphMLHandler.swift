/// Makes a network of the elements of a GraphML document.
struct GraphMLHandler: XMLHandler {
  /// The elements of GraphML, in the order of ``Tag``, then those of drawings.
  let tagNames = Tag.allCases.map { "\($0)" } + GraphMLDrawing.names

  /// The elements of GraphML.
  enum Tag: Int, CaseIterable {
    case graphml, key, `default`, graph, node, edge, data, desc
    /// How many there are.
    static let count = 8
  }

  /// An element that is open.
  struct Frame {
    var tag: Tag
    /// The row of a node or edge; of a graph, that of the node in which it lies, or -1.
    var row = -1
    /// Of a graph: whether its edges have a direction unless they say otherwise.
    var isDirected = false
    /// Of a node: red, green and blue, as far as they were told; -1 where not.
    var color = SIMD3<Int16>(repeating: -1)
  }

  let options: NetworkOptions
  /// Which graph of the file is read, from 1.
  private let number: Int
  /// At most so many cells are filled with defaults: a small file must not fill the memory.
  var mostDefaults: Int
  var builder: NetworkBuilder
  var keys = GraphMLKeys()
  private(set) var open: [Frame] = []
  /// How many elements are open that are passed over with all that is in them.
  private var skipping = 0
  var graphCount = 0

  // What is collected of the element in hand: a value, a default, a description.
  var cell: [UInt8] = []
  var isCollecting = false
  /// The key of the value in hand, and what has it.
  var key = (domain: GraphMLKey.Domain.node, place: -1)
  /// What lies within the value in hand, if it is no plain text.
  var drawing: GraphMLDrawing?
  private var drawingDepth = 0

  /// The keys that the element in hand declares.
  var declaredKeys: [(domain: GraphMLKey.Domain, place: Int)] = []
  /// Tells where faults stand.
  private unowned(unsafe) var reading: XMLReading?

  /// The color of nodes that tell none, and the weight of edges.
  var defaultColor = SIMD3<Int16>(repeating: -1)
  var defaultWeight: Double?
  /// The id of an edge that has another as a value perhaps, of another type than text.
  var heldID: String?
  var holdsIDs = false
  var wholePlaces: [String: Int] = [:]
  var hasDirectedEdge = false
  var declared = Bitmap()
  var labelled = Bitmap()

  // What is told in the end.
  var notFinite = 0
  var leftOut: [String: Int] = [:]
  var hasDrawings = false
  var declaredTwice = 0
  var isDirectedByDefault: Bool?

  init(options: NetworkOptions, number: Int, size: Int) {
    self.options = options
    self.number = number
    mostDefaults = 1 << 20 + 4 * size
    builder = NetworkBuilder(options: options)
  }

  mutating func instruction(_ target: String, _ text: String) throws(Fault) {
    guard target == XMLInstruction.target else { return }
    for attribute in try XMLInstruction.attributes(text, options: options) { setWhole(attribute) }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {
    guard skipping == 0 else { return }
    if drawing != nil {
      drawing?.take(bytes)
    } else if isCollecting {
      cell.append(contentsOf: bytes)
    }
  }

  mutating func open(_ element: borrowing XMLElementEvent) throws(Fault) {
    if skipping > 0 {
      skipping += 1
      return
    }
    if isCollecting { return openDrawing(element) }
    guard let tag = Tag(rawValue: element.tag), element.isLikeRoot else {
      if open.isEmpty { throw noGraphML(element) }
      return pass(over: element.name)
    }
    switch (open.last?.tag, tag) {
    case (nil, .graphml):
      reading = element.reading
      try checkNamespace(element)
      open.append(Frame(tag: tag))
    case (nil, _): throw noGraphML(element)
    case (.graphml, .graph), (.node, .graph), (.edge, .graph): openGraph(element)
    case (.graph, .node): try openNode(element)
    case (.graph, .edge): try openEdge(element)
    case (.graphml, .key), (.graph, .key): try openKey(element)
    case (.key, .default): begin(tag)
    case (.graphml, .data), (.graph, .data), (.node, .data), (.edge, .data): try openData(element)
    case (.graphml, .desc), (.graph, .desc), (.node, .desc), (.edge, .desc): begin(tag)
    case (.key, .desc): skipping = 1
    default: pass(over: element.name)
    }
  }

  mutating func close(_ tag: Int) throws(Fault) {
    if skipping > 0 {
      skipping -= 1
      return
    }
    if drawingDepth > 0 {
      drawing?.close(depth: drawingDepth)
      drawingDepth -= 1
      return
    }
    guard let frame = open.popLast() else { return }
    switch frame.tag {
    case .node: closeNode(frame)
    case .edge: closeEdge(frame.row)
    case .data: try closeData()
    case .default: try closeDefault()
    case .desc: closeDescription()
    default: break
    }
    isCollecting = false
  }

  /// The element around the one in hand.
  var around: Frame { open.last ?? Frame(tag: .graphml) }

  /// Whether what is in hand belongs to the whole, and not to a graph within a node.
  var isOfWhole: Bool { open.count <= 2 }

  /// Keeps a part of the color of the node in hand.
  mutating func setColor(_ value: Int16, part: Int) {
    if !open.isEmpty { open[open.count - 1].color[part] = value }
  }

  /// Sets an attribute of the whole; a later value wins.
  mutating func setWhole(_ attribute: NamedAttribute) {
    if let place = wholePlaces[attribute.name] {
      builder.attributes[place] = attribute
    } else {
      wholePlaces[attribute.name] = builder.attributes.count
      builder.attributes.append(attribute)
    }
  }

  /// Leaves out what is bad in the element in hand if the user asked for that, else ends the reading.
  mutating func skip(_ fault: Fault) throws(Fault) {
    var fault = fault
    if fault.offset == 0 { fault.offset = reading?.elementOffset ?? 0 }
    try builder.skip(fault)
  }

  /// Begins to collect text.
  mutating func begin(_ tag: Tag) {
    open.append(Frame(tag: tag))
    cell.removeAll(keepingCapacity: true)
    isCollecting = true
    drawing = nil
  }

  /// Passes over an element with all that is in it, and remembers to tell.
  mutating func pass(over name: String) {
    leftOut[name, default: 0] += 1
    skipping = 1
  }

  /// Passes over a bad element if the user asked for that.
  mutating func skipElement(_ fault: Fault) throws(Fault) {
    try skip(fault)
    skipping = 1
  }

  private mutating func openDrawing(_ element: borrowing XMLElementEvent) {
    if drawing == nil { drawing = GraphMLDrawing() }
    drawingDepth += 1
    drawing?.open(element, name: element.tag - Tag.count, depth: drawingDepth)
  }

  private mutating func noGraphML(_ element: borrowing XMLElementEvent) -> Fault {
    Fault(
      offset: element.offset,
      message: "the root element is '\(Fault.cut(element.name))', not 'graphml'",
      mend: "is this GraphML?")
  }

  private mutating func checkNamespace(_ element: borrowing XMLElementEvent) throws(Fault) {
    guard let space = element.namespace else {
      return builder.remarks.append(
        "the file names no namespace; other programs may not read it as GraphML")
    }
    // Older files go on after `xmlns`.
    guard space.contains("://graphml.graphdrawing.org/xmlns") else {
      throw Fault(
        offset: element.offset,
        message: "the namespace '\(Fault.cut(space))' is not that of GraphML",
        mend: "write xmlns=\"http://graphml.graphdrawing.org/xmlns\"")
    }
  }

  private mutating func openGraph(_ element: borrowing XMLElementEvent) {
    var row = -1
    if open.count == 1 {
      graphCount += 1
      guard graphCount == number else {
        skipping = 1
        return
      }
    } else if open.last?.tag == .node {
      row = open.last?.row ?? -1
    }
    let isDirected = element.text("edgedefault")?.lowercased() == "directed"
    if isDirectedByDefault == nil { isDirectedByDefault = isDirected }
    open.append(Frame(tag: .graph, row: row, isDirected: isDirected))
  }

  private mutating func openNode(_ element: borrowing XMLElementEvent) throws(Fault) {
    guard let id = element.attribute("id") else {
      return try skipElement(
        Fault(offset: element.offset, message: "a node has no id", mend: "give it one"))
    }
    let row = builder.node(id, offset: element.offset)
    if declared[row] { declaredTwice += 1 }
    declared[row] = true
    let parent = open.last?.row ?? -1
    if parent >= 0 {
      builder.nodes.set(
        .text(builder.name(of: parent)), column: builder.nodes.column("parent", type: .text),
        row: row)
    }
    open.append(Frame(tag: .node, row: row))
  }

  private mutating func openEdge(_ element: borrowing XMLElementEvent) throws(Fault) {
    let offset = element.offset
    guard let source = element.attribute("source"), let target = element.attribute("target") else {
      let missing = element.attribute("source") == nil ? "source" : "target"
      return try skipElement(
        Fault(offset: offset, message: "an edge has no \(missing)", mend: "name both of its ends"))
    }
    let row = builder.addEdge(
      builder.node(source, offset: offset), builder.node(target, offset: offset))
    var isDirected = open.last?.isDirected ?? false
    if let said = element.attribute("directed") {
      switch String(decoding: said.prefix(6), as: UTF8.self).lowercased() {
      case "true", "1": isDirected = true
      case "false", "0": isDirected = false
      default:
        try skip(
          Fault(
            offset: offset, message: "directed=\(Fault.quoted(said)) is neither true nor false",
            mend: "write true or false"))
      }
    }
    note(isDirected, of: row)
    if let id = element.attribute("id") {
      if holdsIDs {
        heldID = String(decoding: id, as: UTF8.self)
      } else {
        builder.edges.set(text: id, column: idColumn, row: row)
      }
    }
    if let port = element.attribute("sourceport") {
      builder.edges.set(
        text: port, column: builder.edges.column("sourceport", type: .text), row: row)
    }
    if let port = element.attribute("targetport") {
      builder.edges.set(
        text: port, column: builder.edges.column("targetport", type: .text), row: row)
    }
    if let weight = defaultWeight { try builder.setWeight(weight, of: row, offset: offset) }
    open.append(Frame(tag: .edge, row: row))
  }

  /// A key is declared.
  mutating func push(_ keys: [(domain: GraphMLKey.Domain, place: Int)]) {
    declaredKeys = keys
    open.append(Frame(tag: .key))
  }

  /// The column of the ids of edges.
  lazy var idColumn = builder.edges.column("id")

  /// Keeps the direction of an edge: only where both sorts occur does the network have to know.
  private mutating func note(_ isDirected: Bool, of row: Int) {
    guard options.direction != .undirected else {
      hasDirectedEdge = hasDirectedEdge || isDirected
      return
    }
    if isDirected {
      if !hasDirectedEdge { for earlier in 0..<row { builder.markUndirected(earlier) } }
      hasDirectedEdge = true
    } else if hasDirectedEdge {
      builder.markUndirected(row)
    }
  }
}
