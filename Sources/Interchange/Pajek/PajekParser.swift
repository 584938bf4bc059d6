/// Reads one network of a Pajek file into a builder.
struct PajekParser {
  let bytes: UnsafeBufferPointer<UInt8>
  var builder: NetworkBuilder
  var nodeCount = 0
  var header = 0
  /// How many ends of edges and lines of nodes there are.
  var named = 0
  var hasArcs = false
  var hasEdges = false
  /// Whether there is a part for edges and none for arcs, which tells where both are empty.
  var isForEdges = false
  /// The names of relations by their numbers.
  var relations: [Int32: String] = [:]
  /// The columns of parameters by their words.
  var nodeParameters = PajekParameters(ofNode: true)
  var edgeParameters = PajekParameters(ofNode: false)
  var names: [Int: String] = [:]
  var labels: [Int: String] = [:]
  var labelsAreNames = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, options: NetworkOptions) {
    self.bytes = bytes
    builder = NetworkBuilder(options: options)
  }

  /// Reads a network.
  mutating func readNetwork(_ network: PajekSections.Network) throws(Fault) {
    if let name = network.name { builder.attributes.append(NamedAttribute("name", .text(name))) }
    let header = try Self.header(bytes, network.vertices)
    (nodeCount, self.header) = (header.nodes, network.vertices.offset)
    readComments(network.comments)
    try readVertices(network.vertices.body)
    if let first = header.first {
      // Two kinds of nodes: those before and those after.
      try checkCount(of: 1)
      let column = builder.nodes.column("mode", type: .integer)
      for node in 0..<nodeCount {
        builder.nodes.set(.integer(node < first ? 1 : 2), column: column, row: node)
      }
    }
    let kinds = network.edges.map(\.kind)
    isForEdges = !kinds.isEmpty && kinds.allSatisfy { $0 == .edges || $0 == .edgeslist }
    for section in network.edges {
      switch section.kind {
      case .matrix: try readMatrix(section, first: header.first)
      case .arcslist, .edgeslist: try readLists(section)
      default: try readEdges(section)
      }
    }
  }

  /// The numbers in the line of the vertices.
  static func header(
    _ bytes: UnsafeBufferPointer<UInt8>, _ section: PajekSections.Section
  ) throws(Fault) -> (nodes: Int, first: Int?) {
    var cursor = FieldCursor(bytes, section.argument)
    var numbers: [Int] = []
    cursor.skipBlanks()
    while cursor.at < cursor.end {
      let start = cursor.at
      guard numbers.count < 2, let number = cursor.count() else {
        throw Fault(
          offset: start,
          message: "\(Fault.quoted(cursor.restOfLine)) after '*Vertices' is no number of nodes",
          mend: "write the number of nodes and, for two kinds of nodes, that of the first kind")
      }
      numbers.append(number)
      cursor.skipBlanks()
    }
    guard let nodes = numbers.first else {
      throw Fault(
        offset: section.offset, message: "'*Vertices' has no number of nodes",
        mend: "write it after the word")
    }
    guard nodes <= Int(Int32.max) else {
      throw Fault(
        offset: section.offset, message: "a graph cannot have \(nodes) nodes",
        mend: "2147483647 are the most")
    }
    guard numbers.count == 1 || numbers[1] <= nodes else {
      throw Fault(
        offset: section.offset,
        message: "'*Vertices' says \(nodes) nodes, \(numbers[1]) of them of the first kind",
        mend: "the second number cannot be larger than the first")
    }
    return (nodes, numbers.count == 2 ? numbers[1] : nil)
  }

  /// Refuses a header that announces far more nodes than the lines name, before memory is taken for
  /// so many columns with an entry for each node.
  func checkCount(of columns: Int) throws(Fault) {
    var options = builder.options
    options.mostUnnamedNodes /= max(1, columns)
    try options.checkNamed(nodeCount: nodeCount, ends: named, at: header)
  }

  /// What our writer says of names that do not fit the labels of Pajek.
  private mutating func readComments(_ range: Range<Int>) {
    var cursor = FieldCursor(bytes, range)
    while cursor.at < cursor.end {
      let line = cursor.restOfLine
      if line.first == UInt8(ascii: "%") {
        let text = String(decoding: line, as: UTF8.self)
        if text == PajekText.labelsAreNames { labelsAreNames = true }
        if let (node, name, label) = PajekText.node(inComment: text), node <= nodeCount {
          names[node - 1] = name
          if let label { labels[node - 1] = label }
        }
      }
      cursor.skipToLineEnd()
      cursor.skipLineEnd()
    }
  }

  /// Reads a partition, vector or permutation.
  mutating func readValues(_ values: PajekSections.Values) throws(Fault) {
    try checkCount(of: builder.nodes.names.count + 2)
    let word = values.name.isEmpty ? values.kind.rawValue : values.name
    var name = word
    var number = 2
    while builder.nodes.names.contains(name) || name == "label" {
      name = "\(word) \(number)"
      number += 1
    }
    guard builder.nodes.names.count < builder.options.mostAttributes else {
      throw tooMany(values.vertices.offset)
    }
    let column = builder.nodes.column(name, type: values.kind == .vector ? .real : .integer)
    var cursor = FieldCursor(bytes, values.vertices.body)
    var row = 0
    while try skipToField(&cursor) {
      let start = cursor.at
      let number = cursor.number()
      guard row < nodeCount, let number, cursor.at == cursor.end || cursor.byte <= 0x20 else {
        throw Fault(
          offset: start,
          message:
            "\(Fault.quoted(cursor.field(at: start))) is no value of one of \(nodeCount) nodes",
          mend: "write a number for each node")
      }
      guard number.isFinite, values.kind == .vector || Int(exactly: number) != nil else {
        throw Fault(
          offset: start, message: "the value \(Fault.quoted(cursor.field(at: start))) does not fit",
          mend: values.kind == .vector ? "write a finite number" : "write a whole number")
      }
      builder.nodes.set(
        values.kind == .vector ? .real(number) : .integer(Int(number)), column: column, row: row)
      row += 1
    }
    guard row == nodeCount else {
      throw Fault(
        offset: values.vertices.offset, message: "there are \(row) values for \(nodeCount) nodes",
        mend: "is the file whole? each node has one")
    }
  }

  /// Goes to the next field of any line; false at the end.
  func skipToField(_ cursor: inout FieldCursor) throws(Fault) -> Bool {
    while cursor.at < cursor.end {
      if cursor.byte == UInt8(ascii: "%") {
        cursor.skipToLineEnd()
      } else if cursor.byte > UInt8(ascii: " ") {
        return true
      } else {
        cursor.at += 1
      }
    }
    return false
  }

  func tooMany(_ offset: Int) -> Fault {
    Fault(
      offset: offset,
      message: "there are more than \(builder.options.mostAttributes) different attributes",
      mend: "is the file what it should be? else raise the limit with --most-attributes")
  }

  /// The network of all that was read.
  mutating func network() throws(Fault) -> PlainNetwork {
    let areNumbers = names.isEmpty && !labelsAreNames
    // Names that are texts take more memory than numbers.
    try checkCount(of: builder.nodes.names.count + (areNumbers ? 1 : 16))
    if areNumbers {
      builder.numberNodes(1..<nodeCount + 1)
      for (node, label) in labels { builder.setLabel(label, of: node) }
    }
    for node in areNumbers ? 0..<0 : 0..<nodeCount {
      let number = String(node + 1)
      let name = names[node] ?? (labelsAreNames ? labels[node] : nil) ?? number
      guard builder.node(name, offset: header) == node else {
        throw Fault(
          offset: header, message: "the name '\(Fault.cut(name))' is that of two nodes",
          mend: "take the comment out that says that the labels are names")
      }
      if let label = labels[node] { builder.setLabel(label, of: node) }
    }
    builder.isDirected = hasArcs || !hasEdges && !isForEdges
    builder.namesAreNumbers = areNumbers
    return try builder.network()
  }
}
