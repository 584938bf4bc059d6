/// What is made of all that was read.
extension GraphMLHandler {
  /// The network.
  ///
  /// - Throws: ``Fault`` if there is none, or the user asks for what the file does not have.
  mutating func network() throws(Fault) -> PlainNetwork {
    guard let isDirectedByDefault else {
      throw Fault(offset: 0, message: "there is no graph in the file", mend: "is the file whole?")
    }
    try applyDefaults()
    try takeLabelsFromNames()
    builder.isDirected =
      builder.edgeCount == 0 ? isDirectedByDefault : hasDirectedEdge
    if graphCount > 1, options.graph == nil {
      builder.remarks.append(
        "the file holds \(graphCount) graphs, of which the first is read; --graph-name picks another"
      )
    }
    let undeclared = (0..<builder.nodeCount).count { !declared[$0] }
    if undeclared > 0 {
      builder.remarks.append(
        "\(undeclared) \(undeclared == 1 ? "node is" : "nodes are") named by edges only")
    }
    if declaredTwice > 0 {
      builder.remarks.append(
        "\(declaredTwice) \(declaredTwice == 1 ? "node is" : "nodes are") declared more than once; "
          + "later values win")
    }
    if notFinite > 0 {
      builder.remarks.append(
        "\(notFinite) \(notFinite == 1 ? "value is" : "values are") not finite (NaN, Infinity) and "
          + "left out")
    }
    if hasDrawings {
      builder.remarks.append(
        "of drawings within values the label, place, size, color and shape are kept, no more")
    }
    for (name, count) in leftOut.sorted(by: { $0.key < $1.key }).prefix(8) {
      builder.remarks.append(
        "\(count) '\(Fault.cut(name))' \(count == 1 ? "element is" : "elements are") left out")
    }
    return try builder.network()
  }

  /// igraph numbers the nodes and keeps their names as the attribute `name`, TinkerPop too.
  private mutating func takeLabelsFromNames() throws(Fault) {
    let isMeant = keys.keys[GraphMLKey.Domain.node.rawValue].contains {
      $0.name == "name" && $0.column != nil && !$0.isExact
    }
    guard isMeant, labelled.count == 0 else { return }
    let table = try builder.nodes.table(rowCount: builder.nodeCount)
    guard let column = table["name"], column.type == .text else { return }
    for row in 0..<builder.nodeCount {
      if case .text(let name)? = column[row], !name.isEmpty { builder.setLabel(name, of: row) }
    }
    builder.remarks.append("labels are taken from the attribute 'name' of nodes")
  }

  /// Gives the rows without a value the default of its key.
  mutating func applyDefaults() throws(Fault) {
    var left = mostDefaults
    func spend(_ cells: Int) throws(Fault) {
      left -= cells
      guard left < 0 else { return }
      throw Fault(
        offset: 0, message: "the defaults of keys fill more than \(mostDefaults) cells",
        mend: "take out the defaults that say nothing")
    }
    for place in 0..<keys.count(.node) {
      let key = keys[.node, place]
      guard let value = key.fallback else { continue }
      try spend(builder.nodeCount)
      switch key.role {
      case .color: break
      case .label:
        for row in 0..<builder.nodeCount where !labelled[row] {
          builder.setLabel(value.text, of: row)
          labelled[row] = true
        }
      default:
        let column = column(.node, place)
        for row in 0..<builder.nodeCount where !builder.nodes.has(column, row: row) {
          builder.nodes.set(value, column: column, row: row)
        }
      }
    }
    if defaultColor != SIMD3(repeating: -1) {
      for row in 0..<builder.nodeCount { setColor(defaultColor, row) }
    }
    for place in 0..<keys.count(.edge) {
      let key = keys[.edge, place]
      guard let value = key.fallback, key.role == .column else { continue }
      try spend(builder.edgeCount)
      let column = column(.edge, place)
      for row in 0..<builder.edgeCount where !builder.edges.has(column, row: row) {
        builder.edges.set(value, column: column, row: row)
      }
    }
    for place in 0..<keys.count(.whole) {
      let key = keys[.whole, place]
      if let value = key.fallback, wholePlaces[key.name] == nil {
        setWhole(NamedAttribute(key.name, value))
      }
    }
  }
}
