public import GraphCore

extension PlainNetwork {
  /// The nodes that have a value of an attribute, joined where they share neighbors: one side of a
  /// bipartite network.
  ///
  /// - Parameters:
  ///   - attribute: The attribute that tells the sides apart.
  ///   - value: What the nodes to keep have, as text.
  ///   - weight: What the weight of an edge is.
  /// - Returns: An undirected network of those nodes with their labels and attributes, in their old order,
  ///   each edge with a weight; nil if no node has the value.
  /// - Throws: `GraphError.edgeWithinSide` if two of those nodes are joined, or one has a loop.
  /// - Complexity: As `Graph.projection(onto:weight:)`.
  public func projection(
    onto attribute: String, value: String, weight: Graph.ProjectionWeight
  ) throws(GraphError) -> PlainNetwork? {
    guard let column = nodeAttributes[attribute] else { return nil }
    let side = graph.nodes.filter { column[$0]?.text == value }
    guard !side.isEmpty else { return nil }
    let found = try graph.projection(onto: side, weight: weight)
    let nodes = found.nodes.map { self.nodes[$0] }
    return PlainNetwork(
      graph: found.graph, names: NodeLabels.texts(TextTable(nodes.map(\.id))),
      labels: labels == nil ? nil : TextTable(nodes.map(\.label)), attributes: attributes,
      nodeAttributes: AttributeTable(
        rowCount: nodes.count, columns: nodeAttributes.columns.map { $0.rows(found.nodes) }),
      namesAreNumbers: namesAreNumbers, remarks: remarks, skipped: skipped)
  }
}

extension AttributeColumn {
  /// The column of some rows, in the order in which they are named.
  fileprivate func rows(_ chosen: [Int]) -> AttributeColumn {
    let storage: Storage =
      switch self.storage {
      case .integer(let values): .integer(chosen.map { values[$0] })
      case .real(let values): .real(chosen.map { values[$0] })
      case .flag(let values): .flag(chosen.map { values[$0] })
      case .texts(let codes, let pool): .texts(codes: chosen.map { codes[$0] }, pool: pool)
      }
    let kept = presence.map { presence in
      var bits = Bitmap()
      for (row, old) in chosen.enumerated() { bits[row] = presence[old] }
      return bits
    }
    return AttributeColumn(name: name, type: type, presence: kept, storage: storage)
  }
}
