internal import Evidence

/// Words that stand in pictures of several views.
extension FindingContext {
  /// What is shown when the pointer rests on a mark: what it is, and the first eight statements behind it.
  ///
  /// - Parameters:
  ///   - head: What it is, in lines.
  ///   - ids: The ids of the statements.
  /// - Returns: The lines, with a line end between them.
  func tooltip(_ head: [String], _ ids: [String]) -> String {
    let statements = statements(ids)
    var lines =
      head
      + statements.prefix(8).map { statement in
        let date = statement.when.map { ", \(text(of: $0))" } ?? ""
        return line(statement) + date
      }
    if statements.count > 8 { lines.append("and \(statements.count - 8) more") }
    return lines.joined(separator: "\n")
  }

  /// The publishers of the sources of statements, with dates and grades; nothing if there are none.
  ///
  /// - Parameter ids: The ids of the statements.
  /// - Returns: The line.
  func sourceLine(of ids: Set<String>) -> String {
    var sources: Set<String> = []
    for statement in evidence.statements where ids.contains(statement.id) {
      sources.insert(statement.citation.source)
    }
    let publishers = evidence.sources.filter { sources.contains($0.id) }.map { source in
      (source.publisher ?? source.author ?? source.id)
        + (source.published.map { ", \(DateWords.text($0))" } ?? "")
        + (source.reliability.map { " (\($0.rawValue))" } ?? "")
    }
    guard !publishers.isEmpty else { return "" }
    let more = publishers.count > 8 ? " and \(publishers.count - 8) more" : ""
    return "Sources: " + publishers.prefix(8).joined(separator: "; ") + more
  }

  /// The statements that name each entity, in the order of the graph.
  var statementsByEntity: [String: [String]] {
    var statements: [String: [String]] = [:]
    for statement in evidence.statements {
      for id in Set(statement.ends) { statements[id, default: []].append(statement.id) }
    }
    return statements
  }
}
