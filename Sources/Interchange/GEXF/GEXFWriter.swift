import GraphCore

/// Writes a network as GEXF 1.3, in the manner that Gephi, NetworkX and the published schema all take.
///
/// What they disagree about is said twice: the relation and the id of an edge stand in its tag for Gephi
/// and among its values for NetworkX. Attributes of the whole stand in one instruction, with their types;
/// `meta` repeats what it has a place for.
struct GEXFWriter {
  let network: PlainNetwork
  let nodeColumns: [GEXFColumn]
  let edgeColumns: [GEXFColumn]
  let nodeTimes: GEXFTimes
  let edgeTimes: GEXFTimes
  /// What the times in the tags are; `nil` if there are none.
  let format: GEXFTime.Format?
  let edgeIDs: GEXFEdgeIDs
  /// How many edges have a weight that Gephi would not take.
  let unusualWeights: Int

  /// Plans how to write a network.
  ///
  /// - Complexity: O(cells of the attributes).
  init(_ network: PlainNetwork) {
    self.network = network
    let (nodes, edges) = (network.nodeAttributes, network.edgeAttributes)
    let nodeTimes = GEXFTimes(nodes, ofEdges: false, network: network)
    let edgeTimes = GEXFTimes(edges, ofEdges: true, network: network)
    func has(_ format: GEXFTime.Format) -> Bool {
      nodeTimes.hasBounds(rows: nodes.rowCount, format: format)
        || edgeTimes.hasBounds(rows: edges.rowCount, format: format)
    }
    format = has(.date) ? .date : has(.double) ? .double : nil
    (self.nodeTimes, self.edgeTimes) = (nodeTimes, edgeTimes)
    edgeIDs = GEXFEdgeIDs(edges["id"], count: edges.rowCount)
    unusualWeights =
      network.graph.isWeighted
      ? network.edges.count { $0.weight.map { !Self.isUsual($0) } ?? false } : 0
    nodeColumns = nodes.columns.map { GEXFColumn(ofNodes: $0) }
    edgeColumns = edges.columns.map { GEXFColumn(ofEdges: $0) }
  }

  /// Whether the tag of an edge can say a weight: Gephi drops an edge that weighs nothing, complains of
  /// one below zero, and reads 32 bits.
  static func isUsual(_ weight: Double) -> Bool {
    let short = Float(weight)
    return short > 0 && short.isFinite
  }

  /// What a reader of the file will miss.
  var losses: [String] {
    var losses = XMLText.losses(network)
    if unusualWeights > 0 {
      losses.append(
        "\(unusualWeights) \(unusualWeights == 1 ? "weight is" : "weights are") not above zero, or "
          + "beyond 32 bits, and written as the attribute 'weight': Gephi takes such an edge to weigh "
          + "1")
    }
    if network.edgeAttributes["edge_id"] != nil {
      losses.append("the attribute 'edge_id' of edges comes back as 'edge_id_2'")
    }
    if network.nodeAttributes["label"] != nil {
      losses.append("the attribute 'label' of nodes, beside their labels, comes back as 'label_2'")
    }
    return losses
  }

  /// Writes the document.
  ///
  /// - Throws: ``GraphWriter/Refusal`` if XML cannot hold the name of a node.
  func write(to output: inout PiecedOutput) throws {
    try XMLText.checkNames(of: network)
    var pen = GEXFPen()
    pen.out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8
    pen.open("gexf", at: 0)
    pen.attribute("xmlns", "http://gexf.net/1.3")
    pen.attribute("xmlns:viz", "http://gexf.net/1.3/viz")
    pen.attribute("version", "1.3")
    pen.end()
    pen.out += "  ".utf8
    XMLInstruction.write(network.attributes, to: &pen.out)
    writeMeta(&pen)
    pen.open("graph", at: 1)
    pen.attribute("defaultedgetype", network.isDirected ? "directed" : "undirected")
    pen.attribute("mode", format == nil ? "static" : "dynamic")
    if let format {
      pen.attribute("timeformat", format.rawValue)
      pen.attribute("timerepresentation", "interval")
    }
    let idsAreNumbers =
      network.namesAreNumbers && edgeIDs.areNumbers
      && network.nodes.allSatisfy { Int32($0.id) != nil }
    pen.attribute("idtype", idsAreNumbers ? "integer" : "string")
    pen.end()
    let nodes = declared(nodeColumns, prefix: "n", has: hasValue)
    writeDeclarations("node", nodes, more: [], &pen)
    let edges = declared(edgeColumns, prefix: "e", has: hasEdgeValue)
    var more: [(id: String, title: String, type: String)] = []
    // Where an edge has no id of its own, the declaration says that the one in its tag is made.
    if !edges.contains(where: { $0.title == "edge_id" }), !network.edges.isEmpty {
      more.append(("e\(edges.count)", "edge_id", "string"))
    }
    let weightID = "e\(edges.count + more.count)"
    if unusualWeights > 0 { more.append((weightID, "weight", "double")) }
    writeDeclarations("edge", edges, more: more, &pen)
    try writeNodes(nodes, &pen, to: &output)
    try writeEdges(edges, weightID: weightID, &pen, to: &output)
    pen.close("graph", at: 1)
    pen.close("gexf", at: 0)
    try output.write(bytes: pen.out)
  }

  private func writeMeta(_ pen: inout GEXFPen) {
    func text(_ names: String...) -> String? {
      for name in names {
        if case .text(let text)? = network.attribute(name), !text.isEmpty { return text }
      }
      return nil
    }
    pen.open("meta", at: 1)
    if let date = text("lastmodifieddate"), GEXFTime.isDay(date) {
      pen.attribute("lastmodifieddate", date)
    }
    pen.end()
    pen.element("creator", text("creator") ?? "Throughline", at: 2)
    if let keywords = text("keywords") { pen.element("keywords", keywords, at: 2) }
    if let about = text("description", "title") { pen.element("description", about, at: 2) }
    pen.close("meta", at: 1)
  }
}

/// Writes tags.
struct GEXFPen {
  /// What has been written.
  var out: [UInt8] = []

  /// Begins a tag.
  mutating func open(_ name: StaticString, at depth: Int) {
    for _ in 0..<depth { out += "  ".utf8 }
    out.append(UInt8(ascii: "<"))
    append(name)
  }

  /// Adds an attribute to the tag.
  mutating func attribute(_ name: StaticString, _ value: String) {
    begin(name)
    XMLText.attribute(value, to: &out)
    out.append(UInt8(ascii: "\""))
  }

  /// Begins an attribute of the tag; the value and its closing mark are to follow.
  mutating func begin(_ name: StaticString) {
    out.append(UInt8(ascii: " "))
    append(name)
    out += "=\"".utf8
  }

  /// Ends the tag; other elements follow in the element.
  mutating func end() { out += ">\n".utf8 }

  /// Ends the tag of an element with nothing in it.
  mutating func endEmpty() { out += "/>\n".utf8 }

  /// Ends an element.
  mutating func close(_ name: StaticString, at depth: Int) {
    for _ in 0..<depth { out += "  ".utf8 }
    out += "</".utf8
    append(name)
    out += ">\n".utf8
  }

  /// Writes an element with text in it.
  mutating func element(_ name: StaticString, _ text: String, at depth: Int) {
    open(name, at: depth)
    out.append(UInt8(ascii: ">"))
    XMLText.content(text, to: &out)
    close(name, at: 0)
  }

  private mutating func append(_ name: StaticString) {
    out.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  /// Hands on what has been written if it is much.
  mutating func flush(to output: inout PiecedOutput) throws {
    guard out.count > 1 << 16 else { return }
    try output.write(bytes: out)
    out.removeAll(keepingCapacity: true)
  }
}
