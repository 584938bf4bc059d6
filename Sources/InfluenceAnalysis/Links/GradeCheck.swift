public import Evidence

extension LinkTable {
  /// The statements graded 1 that nothing confirms.
  ///
  /// "Confirmed by other sources" must be so: a grade of 1 needs `confirmed by`, or another
  /// uninterested voice on the same side that weighs half or more. Without either it counts as 2.
  ///
  /// - Returns: An error for each, in the order of the graph.
  /// - Complexity: O(n) in the number of statements.
  public func unconfirmedGrades() -> [Finding] {
    graph.statements.enumerated().compactMap { index, statement in
      guard statement.credibility == .confirmed, statement.confirmedBy == nil,
        let weight = weight(of: statement.id), weight.credibility != .confirmed
      else { return nil }
      return Finding(
        .error, rule: "unconfirmed-grade",
        message: "'\(statement.id)' is graded 1, confirmed, but nothing confirms it",
        mend: "say what does with 'confirmed by', or grade it 2",
        place: Place(.statement(index), "credibility"))
    }
  }
}
