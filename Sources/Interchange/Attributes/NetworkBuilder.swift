import GraphCore

/// Collects what a reader finds, and makes a network of it. Every format that knows attributes is read
/// through it, so that names, weights, skipped records and limits mean the same in all of them.
///
/// Attributes with a meaning of their own: `label` of a node is its text to print; `weight` of an edge
/// is its weight in the graph; `id`, `kind` (the sort of a node, the relation of an edge), `start`,
/// `end`, `color`, `x`, `y`, `z`, `size`, `shape`, `parent` (the group or node that a node lies in) are
/// kept under these names by all formats, whatever they call them.
struct NetworkBuilder: Sendable {
  /// What the user asks for.
  let options: NetworkOptions
  /// Whether edges have a direction, as far as the file says.
  var isDirected: Bool?
  /// Whether all names of nodes were numbers, not texts, in a format that tells them apart.
  var namesAreNumbers = false
  /// The attributes of the whole network.
  var attributes: [NamedAttribute] = []
  /// The attributes of the nodes other than their labels.
  var nodes: AttributeTableBuilder
  /// The attributes of the edges other than their weights.
  var edges: AttributeTableBuilder
  /// What a user should know, one sentence each.
  var remarks: [String] = []

  private var names = LabelNumbering()
  /// The names of the nodes, where they are numbers one after the other.
  private var numbers: Range<Int>?
  private var labels: [Int32: String] = [:]
  private var tails: [Int32] = []
  private var heads: [Int32] = []
  private var weights: [Double] = []
  private var hasWeight = Bitmap()
  private var weightCount = 0
  private var undirected: [Int] = []
  private(set) var skipped = SkippedRecords()

  /// Prepares a builder.
  init(options: NetworkOptions) {
    self.options = options
    nodes = AttributeTableBuilder(mostEmptyCells: options.mostEmptyCells)
    edges = AttributeTableBuilder(mostEmptyCells: options.mostEmptyCells)
  }

  /// How many nodes there are so far.
  var nodeCount: Int { numbers?.count ?? names.count }
  /// How many edges there are so far.
  var edgeCount: Int { tails.count }

  /// The index of a node, which is made if it is new.
  ///
  /// - Parameters:
  ///   - name: The name in the file, as UTF-8.
  ///   - offset: Where it stands, for messages.
  /// - Returns: Its index.
  mutating func node(_ name: UnsafeBufferPointer<UInt8>, offset: Int = 0) -> Int {
    Int(names.number(of: name, place: offset))
  }

  /// The index of a node, which is made if it is new.
  mutating func node(_ name: String, offset: Int = 0) -> Int {
    var name = name
    return name.withUTF8 { node($0, offset: offset) }
  }

  /// Makes all nodes at once, in a network without any, and names them by numbers: many nodes take no
  /// memory then.
  mutating func numberNodes(_ range: Range<Int>) {
    precondition(names.count == 0, "no node has another name")
    numbers = range
  }

  /// The name of a node.
  func name(of node: Int) -> String {
    if let numbers { return String(numbers.lowerBound + node) }
    return String(decoding: names.text(node), as: UTF8.self)
  }

  /// Where a node was first named.
  func place(of node: Int) -> Int { names.places[node] }

  /// Sets the text to print of a node.
  mutating func setLabel(_ label: String, of node: Int) { labels[Int32(node)] = label }

  /// Sets an attribute of a node by name; `label` is its text to print.
  mutating func set(_ name: String, _ value: AttributeValue, ofNode node: Int) {
    if name == "label", case .text(let text) = value { return setLabel(text, of: node) }
    nodes.set(value, column: nodes.column(name), row: node)
  }

  /// Adds an edge.
  ///
  /// - Returns: Its row, for attributes.
  mutating func addEdge(_ tail: Int, _ head: Int) -> Int {
    tails.append(Int32(tail))
    heads.append(Int32(head))
    return tails.count - 1
  }

  /// Says that an edge has no direction in a network whose other edges have one. In the end it is
  /// joined by its opposite with the same attributes, and a remark tells so.
  mutating func markUndirected(_ edge: Int) { undirected.append(edge) }

  /// Sets the weight of an edge; a second one replaces the first.
  ///
  /// - Throws: ``Fault`` if the weight is not finite, or not as needed; `offset` is where it stands, or `nil` if it
  ///   has no place of its own.
  mutating func setWeight(_ weight: Double, of edge: Int, offset: Int?) throws(Fault) {
    if let offset, let needed = options.neededWeights, !needed.admits(weight) {
      throw .unusable(weight: weight, needed: needed, offset: offset)
    }
    guard weight.isFinite else {
      throw Fault(
        offset: offset ?? 0, message: "the weight \(weight) is not finite",
        mend: "give a finite number, or leave the weight out")
    }
    while weights.count <= edge { weights.append(1) }
    weights[edge] = weight
    if !hasWeight[edge] { weightCount += 1 }
    hasWeight[edge] = true
  }

  /// Sets an attribute of an edge by name; `weight` is its weight, and must be a number.
  ///
  /// - Throws: ``Fault`` for a weight that is no finite number.
  mutating func set(
    _ name: String, _ value: AttributeValue, ofEdge edge: Int, offset: Int
  ) throws(Fault) {
    guard name == "weight" else {
      return edges.set(value, column: edges.column(name), row: edge)
    }
    let number = value.number ?? Double(value.text.trimmingSpaces)
    guard let number else {
      throw Fault(
        offset: offset, message: "the weight '\(Fault.cut(value.text))' is no number",
        mend: "give a number, or name the attribute otherwise")
    }
    try setWeight(number, of: edge, offset: offset)
  }

  /// Stops at a bad record, or counts it and goes on if the user asked for that.
  mutating func skip(_ fault: Fault) throws(Fault) {
    guard options.isLenient else { throw fault }
    skipped.add(fault)
  }

  /// Forgets the bad records so far, once they were told.
  mutating func forgetSkipped() { skipped = SkippedRecords() }

  /// What a user should know of edges without a weight beside others.
  static func remark(withoutWeight count: Int, of edges: Int) -> String {
    "\(count) of \(edges) edges \(count == 1 ? "has" : "have") no weight and "
      + (count == 1 ? "weighs 1" : "weigh 1")
  }

  /// The network.
  ///
  /// - Throws: ``Fault`` if the user asks for what the file does not have, or a name is no text.
  func network() throws(Fault) -> PlainNetwork {
    var whole = self
    try whole.checkParents()
    try whole.addOpposites()
    let directed = try options.isDirected(file: whole.isDirected)
    var notes = whole.remarks
    let hasGaps = whole.weightCount > 0 && whole.weightCount < whole.edgeCount
    if hasGaps {
      let count = whole.edgeCount - whole.weightCount
      notes.append(Self.remark(withoutWeight: count, of: whole.edgeCount))
    }
    var weights = whole.weights
    if whole.weightCount > 0 {
      weights += [Double](repeating: 1, count: whole.edgeCount - weights.count)
    }
    for node in 0..<names.count where names.text(node).contains(0) {
      throw Fault(
        offset: names.places[node], message: "the name of a node holds a byte of value 0",
        mend: "take it out")
    }
    let graph: Graph
    do throws(GraphError) {
      graph = try Graph(
        checking: nodeCount, tails: Column(whole.tails), heads: Column(whole.heads),
        weights: whole.weightCount > 0 ? weights : nil, isDirected: directed)
    } catch {
      throw Fault(offset: 0, message: error.description, mend: "correct the file")
    }
    let names =
      numbers.map { NodeLabels.range(first: $0.lowerBound, count: $0.count) } ?? .texts(names.table)
    let texts = labels.filter { $0.value != name(of: Int($0.key)) }
    return PlainNetwork(
      graph: graph, ownWeights: hasGaps ? whole.hasWeight : nil, names: names,
      labels: texts.isEmpty
        ? nil : TextTable((0..<nodeCount).lazy.map { texts[Int32($0)] ?? name(of: $0) }),
      attributes: whole.attributes, nodeAttributes: try whole.nodes.table(rowCount: nodeCount),
      edgeAttributes: try whole.edges.table(rowCount: whole.edgeCount),
      namesAreNumbers: namesAreNumbers, remarks: notes, skipped: whole.skipped)
  }

  private mutating func addOpposites() throws(Fault) {
    guard isDirected != false, !undirected.isEmpty else { return }
    if undirected.count == edgeCount {
      isDirected = false
      return
    }
    let table = try edges.table(rowCount: edgeCount)
    for edge in undirected where tails[edge] != heads[edge] {
      let row = addEdge(Int(heads[edge]), Int(tails[edge]))
      if hasWeight[edge] { try setWeight(weights[edge], of: row, offset: nil) }
      for attribute in table.attributes(of: edge) where attribute.name != "id" {
        edges.set(attribute.value, column: edges.column(attribute.name), row: row)
      }
    }
    remarks.append(
      Plural.text(undirected.count, "edge has", "edges have")
        + " no direction beside others that have one; "
        + (undirected.count == 1
          ? "it is taken as two, one each way"
          : "each is taken as two, one each way"))
  }
}

/// Records that were left out because the user asked for it.
public struct SkippedRecords: Sendable, Equatable {
  /// How many there are.
  public private(set) var count = 0
  /// The first of them, at most five.
  private(set) var first: [Fault] = []

  mutating func add(_ fault: Fault) {
    count += 1
    if first.count < 5 { first.append(fault) }
  }

  mutating func add(_ others: SkippedRecords) {
    count += others.count
    first += others.first.prefix(5 - first.count)
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmingSpaces: String {
    var rest = self[...]
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest.drop(while: \.isWhitespace))
  }
}
