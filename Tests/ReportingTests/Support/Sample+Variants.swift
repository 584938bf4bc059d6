import Evidence

extension InfluenceGraph {
  /// The same graph with other statements, and perhaps more entities.
  ///
  /// - Parameters:
  ///   - more: Entities to add.
  ///   - change: Changes the statements.
  /// - Returns: The graph.
  func changed(
    adding more: [Entity] = [], _ change: (inout [Statement]) -> Void
  ) -> InfluenceGraph {
    var own = statements
    change(&own)
    return InfluenceGraph(
      title: title, sources: sources, asserters: asserters, entities: entities + more,
      statements: own)
  }
}
