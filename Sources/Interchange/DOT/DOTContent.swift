import DOT
import GraphCore

/// What one graph of a DOT text holds.
struct DOTContent {
  /// A subgraph; the whole graph is the first.
  struct Part {
    /// The name, if it has one.
    var name: String?
    /// The part that it lies in.
    var parent: Int?
    /// Whether it is a mere list of ends, `{b c}`, or says something of its own.
    var attributes: [(name: String, value: DOTRawValue)] = []
    /// By name, which attribute it is.
    var places: [String: Int] = [:]
    /// What nodes that are made here get, by column.
    var nodeDefaults: [Int: Int32] = [:]
    /// What edges that are made here get, by column.
    var edgeDefaults: [Int: Int32] = [:]
    /// The weight that edges that are made here get.
    var defaultWeight: Double?
    /// The nodes that it names itself, as often as it names them.
    var mentions: [Int32] = []
    /// The parts right within it.
    var parts: [Int] = []
    /// How deep it lies.
    var depth = 0
  }

  let isDirected: Bool
  let isStrict: Bool
  let options: NetworkOptions
  private let mostExpanded: Int
  /// The parts, by number; 0 is the whole.
  private(set) var parts: [Part]
  /// The names of the nodes.
  private(set) var names = LabelNumbering()
  private(set) var nodes = DOTCells()
  private(set) var edges = DOTCells()
  private(set) var tails: [Int32] = []
  private(set) var heads: [Int32] = []
  private(set) var weights: [Double] = []
  private(set) var hasWeight = Bitmap()
  /// By node, the innermost part that names it; 0 if only the whole does.
  private(set) var homes: [Int32] = []
  /// How many nodes lie in parts of which none holds the other.
  private(set) var torn: Set<Int32> = []
  private(set) var skipped: [Fault] = []

  /// By name, the way a node is written, where it holds a backslash.
  private var spellings: [Int32: [UInt8]] = [:]
  private var partsByName: [PartName: Int] = [:]
  private var edgesByEnds: [Ends: Int32] = [:]
  /// How many ends were looked at for edges between many nodes.
  private var expanded = 0

  private struct PartName: Hashable {
    var parent: Int
    var name: String
  }

  private struct Ends: Hashable {
    var tail: Int32
    var head: Int32
    var key: String?
  }

  init(
    name: String?, isDirected: Bool, isStrict: Bool, options: NetworkOptions,
    limits: DOTLimits = DOTLimits()
  ) {
    nodes.mostCells = limits.cells
    edges.mostCells = limits.cells
    mostExpanded = limits.expanded
    self.isDirected = isDirected
    self.isStrict = isStrict
    self.options = options
    parts = [Part(name: name)]
  }
}

extension DOTContent {
  /// A part of another, made unless there is one of that name in it.
  mutating func part(_ name: String?, in parent: Int) -> Int {
    if let name, let part = partsByName[PartName(parent: parent, name: name)] { return part }
    var part = Part(name: name, parent: parent)
    part.depth = parts[parent].depth + 1
    parts.append(part)
    parts[parent].parts.append(parts.count - 1)
    if let name { partsByName[PartName(parent: parent, name: name)] = parts.count - 1 }
    return parts.count - 1
  }

  /// A node of a name, made with the defaults of the part if it is new.
  mutating func node(_ raw: [UInt8], in part: Int, offset: Int) throws(Fault) -> Int32 {
    let hasBackslash = raw.contains(UInt8(ascii: "\\"))
    let name =
      hasBackslash
      ? Array(DOTEscaping.name(raw: String(decoding: raw, as: UTF8.self)).utf8) : raw
    let known = names.count
    let node = name.withUnsafeBufferPointer { names.number(of: $0, place: offset) }
    if names.count > known {
      homes.append(0)
      if hasBackslash { spellings[node] = raw }
      if names.count & 1023 == 0 { try nodes.check(rows: names.count, of: "nodes", offset: offset) }
      for (column, code) in defaults(of: part, \.nodeDefaults) {
        nodes.set(DOTCells.Cell(column: column, code: code), row: Int(node))
      }
    } else if hasBackslash || spellings[node] != nil, spellings[node] ?? name != raw {
      throw Fault(
        offset: offset,
        message: "two nodes differ only in how they write the backslashes of "
          + "'\(Fault.cut(String(decoding: name.prefix(200), as: UTF8.self)))'",
        mend: "write every backslash in a name twice")
    }
    mention(node, in: part)
    return node
  }

  private mutating func mention(_ node: Int32, in part: Int) {
    if parts[part].mentions.last != node { parts[part].mentions.append(node) }
    let home = Int(homes[Int(node)])
    guard home != part else { return }
    if contains(home, part) {
      homes[Int(node)] = Int32(part)
    } else if !contains(part, home) {
      torn.insert(node)
    }
  }

  /// Whether a part holds another.
  private func contains(_ outer: Int, _ inner: Int) -> Bool {
    var part = inner
    while parts[part].depth > parts[outer].depth { part = parts[part].parent ?? 0 }
    return part == outer
  }

  /// What is set for new nodes or edges in a part and those around it.
  private func defaults(of part: Int, _ which: KeyPath<Part, [Int: Int32]>) -> [Int: Int32] {
    var all = parts[part][keyPath: which]
    var outer = parts[part].parent
    while let part = outer {
      let more = parts[part][keyPath: which]
      if !more.isEmpty { all.merge(more) { inner, _ in inner } }
      outer = parts[part].parent
    }
    return all
  }

  /// Sets an attribute of a part itself.
  mutating func set(_ name: String, _ value: DOTRawValue, of part: Int) throws(Fault) {
    if let place = parts[part].places[name] {
      parts[part].attributes[place].value = value
    } else {
      guard parts[part].attributes.count < options.mostAttributes else {
        throw Fault(
          offset: 0, message: "a graph has more than \(options.mostAttributes) attributes",
          mend: "give it fewer, or raise the limit with --most-attributes")
      }
      parts[part].places[name] = parts[part].attributes.count
      parts[part].attributes.append((name, value))
    }
  }

  /// Sets what new nodes of a part get.
  mutating func setNodeDefault(_ attribute: DOTAttributeText, of part: Int) throws(Fault) {
    let cell = try nodes.cell(
      attribute.name, attribute.value, most: options.mostAttributes, offset: attribute.offset)
    parts[part].nodeDefaults[cell.column] = cell.code
  }

  /// Sets what new edges of a part get.
  mutating func setEdgeDefault(_ attribute: DOTAttributeText, of part: Int) throws(Fault) {
    if attribute.name == "key" { return }
    if attribute.name == "weight" {
      do throws(Fault) {
        parts[part].defaultWeight = try attribute.weight
      } catch {
        try skip(error)
      }
      return
    }
    let cell = try edges.cell(
      attribute.name, attribute.value, most: options.mostAttributes, offset: attribute.offset)
    parts[part].edgeDefaults[cell.column] = cell.code
  }

  private mutating func skip(_ fault: Fault) throws(Fault) {
    guard options.isLenient else { throw fault }
    skipped.append(fault)
  }

  /// Sets attributes of nodes.
  mutating func set(_ attributes: [DOTAttributeText], of nodes: [Int32]) throws(Fault) {
    for attribute in attributes {
      let cell = try self.nodes.cell(
        attribute.name, attribute.value, most: options.mostAttributes, offset: attribute.offset)
      try self.nodes.check(rows: names.count, of: "nodes", offset: attribute.offset)
      for node in nodes { self.nodes.set(cell, row: Int(node)) }
    }
  }
}

extension DOTContent {
  /// One end of an edge statement.
  enum End {
    /// Nodes, each perhaps with a port.
    case nodes([(node: Int32, port: String?)])
    /// All nodes of a part.
    case part(Int)
  }

  /// The nodes of an end in the order in which they were made.
  private mutating func nodes(
    of end: End, offset: Int
  ) throws(Fault) -> [(node: Int32, port: String?)] {
    switch end {
    case .nodes(let nodes): return nodes
    case .part(let part):
      var found: [Int32] = []
      var open = [part]
      while let part = open.popLast() {
        found += parts[part].mentions
        open += parts[part].parts
        try count(parts[part].mentions.count + 1, offset: offset)
      }
      found.sort()
      var last: Int32 = -1
      found.removeAll { node in
        defer { last = node }
        return node == last
      }
      return found.map { ($0, nil) }
    }
  }

  private mutating func count(_ number: Int, offset: Int) throws(Fault) {
    expanded += number
    guard expanded <= mostExpanded else {
      throw Fault(
        offset: offset,
        message: "edges between all nodes of subgraphs are more than \(mostExpanded)",
        mend: "write the edges that are meant one by one")
    }
  }

  /// Adds the edges of a statement.
  mutating func addEdges(
    _ ends: [End], _ attributes: [DOTAttributeText], in part: Int, offset: Int
  ) throws(Fault) {
    var key: String?
    var weight = parts[part].defaultWeight
    var outer = parts[part].parent
    while weight == nil, let around = outer {
      weight = parts[around].defaultWeight
      outer = parts[around].parent
    }
    let inherited = weight
    var own: Double?
    var cells: [DOTCells.Cell] = []
    for attribute in attributes {
      if attribute.name == "key" {
        key = attribute.value.raw
      } else if attribute.name == "weight" {
        do throws(Fault) {
          own = try attribute.weight
          if let own, let needed = options.neededWeights, !needed.admits(own) {
            throw .unusable(weight: own, needed: needed, offset: attribute.offset)
          }
        } catch {
          return try skip(error)
        }
      } else {
        cells.append(
          try edges.cell(
            attribute.name, attribute.value, most: options.mostAttributes,
            offset: attribute.offset))
      }
    }
    let defaults = defaults(of: part, \.edgeDefaults).map {
      DOTCells.Cell(column: $0.key, code: $0.value)
    }
    var tails = try nodes(of: ends[0], offset: offset)
    for end in ends.dropFirst() {
      let heads = try nodes(of: end, offset: offset)
      if tails.count > 1 || heads.count > 1 {
        let (product, overflow) = tails.count.multipliedReportingOverflow(by: heads.count)
        try count(overflow ? .max / 2 : product, offset: offset)
      }
      for tail in tails {
        for head in heads {
          guard let (edge, isNew, isTurned) = edge(tail.node, head.node, key: key) else { continue }
          if isNew {
            for cell in defaults { edges.set(cell, row: edge) }
            if let inherited { set(weight: inherited, edge) }
          }
          let ports = isTurned ? (head.port, tail.port) : (tail.port, head.port)
          try set(port: ports.0, "tailport", edge, offset: offset)
          try set(port: ports.1, "headport", edge, offset: offset)
          for cell in cells { edges.set(cell, row: edge) }
          if let own { set(weight: own, edge) }
        }
      }
      try edges.check(rows: self.tails.count, of: "edges", offset: offset)
      tails = heads
    }
  }

  private mutating func set(weight: Double, _ edge: Int) {
    let missing = edge + 1 - weights.count
    if missing > 0 { weights.append(contentsOf: repeatElement(1, count: missing)) }
    weights[edge] = weight
    hasWeight[edge] = true
  }

  private mutating func set(
    port: String?, _ name: String, _ edge: Int, offset: Int
  ) throws(Fault) {
    guard let port else { return }
    let cell = try edges.cell(
      name, DOTRawValue(raw: port, isHTML: false), most: options.mostAttributes, offset: offset)
    edges.set(cell, row: edge)
  }

  /// The edge between two nodes: a new one, or in a strict graph or one with keys the one that is
  /// there; none where a strict graph has another. Follows the library of Graphviz.
  private mutating func edge(
    _ tail: Int32, _ head: Int32, key: String?
  ) -> (row: Int, isNew: Bool, isTurned: Bool)? {
    if isStrict || key != nil {
      if let row = edgesByEnds[Ends(tail: tail, head: head, key: key)] {
        return (Int(row), false, false)
      }
      if !isDirected, let row = edgesByEnds[Ends(tail: head, head: tail, key: key)] {
        return (Int(row), false, tail != head)
      }
      if isStrict, edgesByEnds[Ends(tail: tail, head: head, key: nil)] != nil { return nil }
    }
    let row = Int32(tails.count)
    tails.append(tail)
    heads.append(head)
    if isStrict, edgesByEnds[Ends(tail: tail, head: head, key: nil)] == nil {
      edgesByEnds[Ends(tail: tail, head: head, key: nil)] = row
    }
    if let key {
      edgesByEnds[Ends(tail: tail, head: head, key: key)] = row
      let cell = try? edges.cell(
        "key", DOTRawValue(raw: key, isHTML: false), most: options.mostAttributes + 1, offset: 0)
      if let cell { edges.set(cell, row: Int(row)) }
    }
    return (Int(row), true, false)
  }
}

/// An attribute as it stands in a list.
struct DOTAttributeText {
  var name: String
  var value: DOTRawValue
  /// Where the value stands.
  var offset: Int

  /// The value as a weight; nothing if it is empty.
  var weight: Double? {
    get throws(Fault) {
      if value.isEmpty { return nil }
      guard let number = Double(value.raw.trimmingSpaces), number.isFinite else {
        throw Fault(
          offset: offset, message: "the weight '\(Fault.cut(value.raw))' is no finite number",
          mend: "give a number, or name the attribute otherwise")
      }
      return number
    }
  }
}
