internal import GraphCore
internal import InfluenceAnalysis

/// What lists of nodes and edges have in common.
extension StructureReport {
  /// The columns of the ends of an edge.
  static let ends: [NetworkFindings.Rows.Column] = [
    .init("tail", "id"), .init("head", "id"), .init("tailName", "from"), .init("headName", "to"),
  ]

  /// The ends of an edge under those columns.
  func cells(_ tail: Int, _ head: Int) -> [NetworkFindings.Cell] {
    [
      .name(network.nodes[tail].id), .name(network.nodes[head].id), .name(name(tail)),
      .name(name(head)),
    ]
  }

  /// The columns that say which node it is.
  static let who: [NetworkFindings.Rows.Column] = [
    .init("id", "id"), .init("name", "name"), .init("kind", "kind"),
  ]

  /// A node under those columns.
  func cells(_ node: Int) -> [NetworkFindings.Cell] {
    let named = network.nodes[node]
    return [.name(named.id), .name(named.name), .name(named.kind)]
  }

  /// What is said of a list of which people see the first rows alone.
  func listed(_ count: Int, _ things: String) -> [String] {
    count > Self.shown
      ? ["The first \(Self.shown) of \(count) \(things); json and csv have all."] : []
  }

  /// Rows of which people see the first alone.
  func firstRows(
    _ columns: [NetworkFindings.Rows.Column], _ rows: [[NetworkFindings.Cell]]
  ) -> NetworkFindings.Content {
    .rows(
      NetworkFindings.Rows(
        columns, rows, shown: rows.count > Self.shown ? Array(0..<Self.shown) : nil))
  }
}
