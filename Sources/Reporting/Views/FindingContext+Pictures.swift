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
    var lines = head + statements.prefix(8).map { line($0, hasDate: true) }
    if statements.count > 8 { lines.append(words.rest(statements.count - 8)) }
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
    return sourceLine(ofSources: sources)
  }

  /// The publishers of sources, with dates and grades; nothing if there are none.
  ///
  /// - Parameter ids: The ids of the sources.
  /// - Returns: The line.
  func sourceLine(ofSources ids: Set<String>) -> String {
    let publishers = evidence.sources.filter { ids.contains($0.id) }.map { source in
      words(
        "picture.source",
        [
          "publisher": .text(source.publisher ?? source.author ?? source.id),
          "date": .text(source.published.map { text(of: $0) } ?? ""),
          "grade": .text(source.reliability?.rawValue ?? ""),
        ])
    }
    guard !publishers.isEmpty else { return "" }
    let more = publishers.count > 8 ? [Inline.text(words.rest(publishers.count - 8))] : []
    return words.plain(
      "picture.sources",
      [
        "sources": .inline(words.joined(Array(publishers.prefix(8)), by: "list.semicolon")),
        "more": .inline(more),
      ])
  }

  /// The dates of an entity in words.
  func dates(of entity: Entity) -> [String] {
    let dates: [(String, EDTF?)] = [
      ("born", entity.born), ("died", entity.died), ("date", entity.date),
      ("founded", entity.founded), ("dissolved", entity.dissolved),
    ]
    return dates.compactMap { name, date in
      date.map { words.plain("entity." + name, ["date": .text(text(of: $0))]) }
    }
  }

  /// The dates of an entity in words, and its other names.
  func facts(of entity: Entity) -> [String] {
    let names = words.joined(entity.aliases.map { [.text($0)] }, by: "list.comma")
    return dates(of: entity)
      + (names.isEmpty ? [] : [words.plain("entity.also", ["names": .inline(names)])])
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

extension Words {
  /// What stands for the rest of a list: `and 3 more`.
  func rest(_ count: Int) -> String { plain("list.rest", ["n": .count(count)]) }

  /// A probability as a percentage, as a text.
  func percentText(_ probability: Double) -> String { percent(probability).plain }

  /// The word for a probability, as a text.
  func likelihoodText(_ probability: Double) -> String { likelihood(probability).plain }

  /// The first and the last year of some times, or the one; nothing if none is known.
  func years(_ spans: [DayBounds?]) -> String? {
    let years = spans.flatMap { [$0?.first, $0?.last] }.compactMap { $0?.year }
    guard let first = years.min(), let last = years.max() else { return nil }
    return first == last
      ? "\(first)" : plain("range", ["from": .text("\(first)"), "to": .text("\(last)")])
  }
}
