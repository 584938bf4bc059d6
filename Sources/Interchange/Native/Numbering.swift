public import Evidence

extension InfluenceGraph {
  /// The same graph with an id for every statement that has none of its own: `s001`, `s002` and so
  /// on after the highest in use, in the order of the file. Ids in use never change.
  ///
  /// - Returns: The numbered graph, and how many ids were given.
  public func numbered() -> (graph: InfluenceGraph, given: Int) {
    let used = statements.compactMap { statement -> Int? in
      guard statement.id.first == "s", statement.id.utf8.count <= 16 else { return nil }
      return Int(statement.id.dropFirst())
    }
    var next = (used.max() ?? 0) + 1
    let missing = statements.count { Self.isProvisional($0) }
    let width = max(3, String(next + missing - 1).count)
    var renamed: [String: String] = [:]
    var result = statements
    for index in result.indices where Self.isProvisional(result[index]) {
      let digits = String(next)
      let id = "s" + String(repeating: "0", count: max(0, width - digits.count)) + digits
      renamed[result[index].id] = id
      result[index].id = id
      next += 1
    }
    for index in result.indices {
      result[index].about = result[index].about.map { renamed[$0] ?? $0 }
    }
    return (replacing(statements: result), missing)
  }

  /// Whether a statement goes by its place, as a reader names one without an id.
  private static func isProvisional(_ statement: Statement) -> Bool {
    let citation = statement.citation
    let stem = Statement.provisionalId(
      source: citation.source, paragraphs: citation.paragraphs, number: 0
    ).dropLast()
    guard statement.id.hasPrefix(stem) else { return false }
    let rest = statement.id.dropFirst(stem.count)
    return !rest.isEmpty && rest.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
