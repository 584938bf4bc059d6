/// Takes a GEXF document in, element by element.
///
/// Local names tell the elements: the addresses of the namespaces differ from program to program. Values
/// of attributes go to the builder as they come; what an element says about time is settled when it
/// ends.
struct GEXFHandler: XMLHandler {
  let tagNames = GEXFElement.allCases.map(\.rawValue)

  /// What has been found.
  var builder: NetworkBuilder
  /// What the document says of the whole.
  var header = GEXFHeader()
  /// The attributes that are declared for nodes.
  var nodes = GEXFDeclarations()
  /// The attributes that are declared for edges.
  var edges = GEXFDeclarations()
  /// The attribute that is being declared.
  var declaration: GEXFDeclaration?
  /// The class and mode of the declarations that are open.
  var declares = (edges: false, dynamic: false)
  /// The nodes and the edge that are open, the innermost last.
  var elements: [GEXFOpenElement] = []
  /// How many nodes and edges have begun.
  var elementCount = 0
  /// The nodes that have an element of their own.
  var declaredNodes = Bitmap()
  /// Whether an edge has a direction.
  var hasDirected = false
  /// The tags of nodes and edges whose attributes are known.
  var shapes: [Int] = []
  /// What a user should know, counted.
  var notes = GEXFNotes()

  private var isReading = false
  private var wasRead = false
  private var graphCount = 0
  private var metaDepth: Int?
  private var metaName: String?
  private var isCollecting = false
  private var collected: [UInt8] = []

  /// Prepares a reading.
  init(options: NetworkOptions) { builder = NetworkBuilder(options: options) }

  mutating func open(_ element: borrowing XMLElementEvent) throws(Fault) {
    if element.depth == 0 { return try beginRoot(element) }
    if let depth = metaDepth {
      guard element.depth == depth + 1 else { return }
      metaName = element.name.lowercased()
      return collect()
    }
    switch GEXFElement(tag: element.tag) {
    case nil: notes.passOver(element.name)
    case .meta?:
      metaDepth = element.depth
      header.meta("lastmodifieddate", element.text("lastmodifieddate"))
    case .graph?: try beginGraph(element)
    case .some(let kind): if isReading { try open(kind, element) }
    }
  }

  private mutating func open(
    _ kind: GEXFElement, _ element: borrowing XMLElementEvent
  ) throws(Fault) {
    switch kind {
    case .attributes: try beginAttributes(element)
    case .attribute: try beginAttribute(element)
    case .initial, .options: collect()
    case .node: try beginNode(element)
    case .edge: try beginEdge(element)
    case .attvalue: try takeValue(element)
    case .spell, .slice: takeSpell(element)
    case .parent: takeParent(element)
    case .color, .size, .position, .shape, .thickness: try takeLook(kind, element)
    case .gexf, .meta, .graph, .nodes, .edges, .attvalues, .spells, .slices, .parents: break
    }
  }

  mutating func close(_ tag: Int) throws(Fault) {
    if metaDepth != nil { return endMeta(tag) }
    guard let kind = GEXFElement(tag: tag) else { return }
    guard isReading else { return }
    switch kind {
    case .graph: isReading = false
    case .initial: try setInitial(collectedText())
    case .options: setOptions(collectedText())
    case .attribute: try declare()
    case .node, .edge: if let element = elements.popLast() { try settle(element) }
    default: break
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {
    if isCollecting { collected.append(contentsOf: bytes) }
  }

  mutating func instruction(_ target: String, _ text: String) throws(Fault) {
    if target == GEXFType.jsonMark {
      declaration?.type = .json
    } else {
      try header.takeInstruction(target, text)
    }
  }

  private mutating func collect() {
    collected.removeAll(keepingCapacity: true)
    isCollecting = true
  }

  private mutating func collectedText() -> String {
    isCollecting = false
    return String(decoding: collected, as: UTF8.self)
  }
}

extension GEXFHandler {
  private mutating func beginRoot(_ element: borrowing XMLElementEvent) throws(Fault) {
    guard GEXFElement(tag: element.tag) == .gexf else {
      throw Fault(
        offset: 0, message: "the root element is '\(Fault.cut(element.name))', not 'gexf'",
        mend: "name the format of the file with --input-format")
    }
    header.attribute("variant", element.text("variant"))
  }

  private mutating func endMeta(_ tag: Int) {
    if let name = metaName {
      if isCollecting { header.meta(name, collectedText().trimmingSpaces) }
      // What lies deeper ends first; it has no text of its own.
      metaName = nil
    } else if GEXFElement(tag: tag) == .meta {
      metaDepth = nil
    }
  }

  private mutating func beginGraph(_ element: borrowing XMLElementEvent) throws(Fault) {
    graphCount += 1
    guard !isReading else {
      throw Fault(
        offset: 0, message: "a graph lies in a graph", mend: "write them one after the other")
    }
    let wanted = builder.options.graph
    let isWanted = wanted == nil || wanted == element.text("name") || wanted == String(graphCount)
    guard !wasRead, isWanted else { return }
    (isReading, wasRead) = (true, true)
    try header.takeGraph(element)
  }

  /// The network, once the document has been read.
  ///
  /// - Throws: ``Fault`` if there is no graph in it, or not the one that is asked for.
  mutating func network() throws(Fault) -> PlainNetwork {
    guard wasRead else {
      guard let wanted = builder.options.graph, graphCount > 0 else {
        throw Fault(
          offset: 0, message: "the file holds no element 'graph'", mend: "is the file whole?")
      }
      throw Fault(
        offset: 0, message: "no graph is called '\(Fault.cut(wanted))'",
        mend: "give a name or a number from 1 to \(graphCount)")
    }
    if graphCount > 1, builder.options.graph == nil {
      builder.remarks.append(
        "the file holds \(graphCount) graphs, and the first is taken; --graph-name picks another")
    }
    try fillInitials()
    builder.isDirected =
      builder.edgeCount == 0 ? header.direction != .undirected : hasDirected
    builder.attributes = header.attributes
    builder.namesAreNumbers =
      header.idsAreNumbers
      && (0..<builder.nodeCount).allSatisfy { Int(builder.name(of: $0)) != nil }
    builder.remarks += notes.remarks
    return try builder.network()
  }

  /// Gives the nodes and edges without a value the one that is declared for them.
  private mutating func fillInitials() throws(Fault) {
    let (ofNodes, ofEdges) = (nodes.initials, edges.initials)
    // A few bytes may ask for a value in each of many rows.
    let count = ofNodes.count * builder.nodeCount + ofEdges.count * builder.edgeCount
    guard count <= Self.mostInitials else {
      throw Fault(
        offset: 0, message: "defaults would give more than \(Self.mostInitials) values",
        mend: "is the file broken? Else declare fewer defaults")
    }
    for (column, value) in ofNodes {
      for row in 0..<builder.nodeCount where !builder.nodes.has(column, row: row) {
        builder.nodes.set(value, column: column, row: row)
      }
    }
    for (column, value) in ofEdges {
      for row in 0..<builder.edgeCount where !builder.edges.has(column, row: row) {
        builder.edges.set(value, column: column, row: row)
      }
    }
  }

  /// Defaults may give so many values.
  private static let mostInitials = 1 << 26
}
