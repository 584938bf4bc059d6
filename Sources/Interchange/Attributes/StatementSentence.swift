import Evidence

/// Says a statement in words, for programs that show no more than a text.
struct StatementSentence {
  /// The graph.
  let graph: InfluenceGraph

  /// Who says what, with the hedge, the time and the quoted words.
  func text(_ statement: Statement, _ bearing: StatementBearing) -> String {
    // Who tells that a party claimed something claims nothing.
    let isClaim = bearing == .claim && statement.relation != "claimed"
    let verb =
      isClaim
      ? "claims, and nobody else in this statement says" + guess(statement) : verb(statement)
    var text = speaker(statement) + " " + verb + ": " + fact(statement)
    if let when = when(statement) { text += ", " + when }
    text += "."
    if let quote = statement.citation.quote { text += " \"" + quote.text + "\"" }
    if let words = statement.words { text += " In the words of the source: " + words + "." }
    if let sic = statement.sic { text += " The source errs: " + sic + "." }
    if let note = statement.note { text += " Note: " + note }
    return text
  }

  /// Who speaks, and by whom it came to us.
  private func speaker(_ statement: Statement) -> String {
    let names = statement.via.map { graph.name(of: $0) }
    let first = voice(statement)
    return names.isEmpty ? first : first + " (as told by " + names.joined(separator: ", ") + ")"
  }

  /// The name of the first voice; the document speaks itself where none is named.
  func voice(_ statement: Statement) -> String {
    if let asserter = statement.asserter { return graph.name(of: asserter) }
    return graph.source(statement.citation.source).map(Self.title) ?? statement.citation.source
  }

  /// What to call a source.
  static func title(_ source: Source) -> String {
    source.title.isEmpty ? source.id : source.title
  }

  private func guess(_ statement: Statement) -> String {
    statement.modality == .asserted ? "" : " (" + statement.modality.rawValue + ")"
  }

  private func verb(_ statement: Statement) -> String {
    let guess = guess(statement)
    let soFar = statement.soFar ? " so far" : ""
    switch statement.stance {
    case .affirms:
      switch statement.modality {
      case .asserted: return "says"
      case .reported: return "reports"
      case .suspected: return "suspects"
      case .opinion: return "holds"
      case .hypothetical: return "supposes"
      case .forecast: return "foresees"
      }
    case .denies: return "denies" + guess
    case .findsNoEvidence: return "finds no evidence" + soFar + guess
    case .leavesOpen: return "leaves open" + guess
    }
  }

  private func fact(_ statement: Statement) -> String {
    let subject = names(statement.subject)
    switch statement.predicate {
    case .relation(let name, let object): return subject + " " + name + " " + names(object)
    case .attribute(let name, let value):
      return subject + ", " + name + (statement.of.map { " of " + $0 } ?? "") + ": " + value
    }
  }

  private func names(_ term: Term) -> String {
    term.ids.map { graph.name(of: $0) }.joined(separator: " or ")
  }

  private func when(_ statement: Statement) -> String? {
    switch statement.when {
    case nil: nil
    case .date(let date): date.text
    case .relative(let relative):
      (relative.distance.map { $0.text + " " } ?? "") + relative.side.rawValue + " "
        + graph.name(of: relative.anchor)
    }
  }
}
