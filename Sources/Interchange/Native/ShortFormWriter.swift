import Evidence

/// Writes a statement as one line of the short form.
enum ShortFormWriter {
  /// The line, or `nil` if the short form cannot hold the statement: it would not read back equal.
  ///
  /// The place of a quote is left to the reader, who finds it in the source.
  static func line(_ statement: Statement) -> String? {
    guard let core = core(of: statement), let rest = qualifiers(of: statement) else { return nil }
    var line = core
    switch statement.when {
    case nil: break
    case .date(let date):
      guard !date.text.contains(" ") else { return nil }
      line += " @\(date.text)"
    case .relative(let relative):
      guard isPlainId(relative.anchor) else { return nil }
      let distance = relative.distance.map { ", \($0.text)" } ?? ""
      line += " @\(relative.side.rawValue)(\(relative.anchor)\(distance))"
    }
    line = ([line] + rest).joined(separator: ", ")
    if let quote = statement.citation.quote {
      guard !quote.text.isEmpty,
        !quote.text.unicodeScalars.contains(where: { $0 == "\"" || $0.value < 32 })
      else { return nil }
      line += " \"\(quote.text)\""
    }
    return line
  }

  private static func core(of statement: Statement) -> String? {
    guard let subject = term(statement.subject) else { return nil }
    let prefix: String
    switch statement.stance {
    case .affirms: prefix = ""
    case .denies, .findsNoEvidence: prefix = "not "
    case .leavesOpen: prefix = "whether "
    }
    switch statement.predicate {
    case .relation(let name, let object):
      guard let object = term(object), isPlainId(name) else { return nil }
      return "\(prefix)\(subject) \(name) \(object)"
    case .attribute(let name, let value):
      guard let value = StatementLine.written(value), isPlainId(name) else { return nil }
      return "\(prefix)\(subject) \(name) = \(value)"
    }
  }

  private static func term(_ term: Term) -> String? {
    guard !term.ids.isEmpty, term.ids.allSatisfy(isPlainId) else { return nil }
    if case .oneOf(let ids) = term, ids.count < 2 { return nil }
    return term.ids.joined(separator: " | ")
  }

  /// Whether an id can stand in a line without being taken for anything else.
  private static func isPlainId(_ id: String) -> Bool {
    guard let first = id.unicodeScalars.first, first.properties.isAlphabetic || first.isDigit,
      id != "not", id != "whether", StatementLine.standsAlone(id)
    else { return false }
    return id.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.isDigit || "-_./:".unicodeScalars.contains($0)
    } && !id.hasSuffix(":")
  }

  private static func qualifiers(of statement: Statement) -> [String]? {
    var parts: [String?] = []
    func add(_ keyword: String, _ text: String?) {
      if let text { parts.append(StatementLine.written(text).map { "\(keyword) \($0)" }) }
    }
    add("says", statement.asserter?.text)
    for voice in statement.via { add("via", voice.text) }
    if statement.modality != .asserted { parts.append(statement.modality.rawValue) }
    if statement.stance == .findsNoEvidence { parts.append("no evidence") }
    if statement.soFar { parts.append("so far") }
    if let credibility = statement.credibility { parts.append("grade \(credibility.rawValue)") }
    add("confirmed by", statement.confirmedBy)
    if let interested = statement.isInterested {
      parts.append(interested ? "interested" : "disinterested")
    }
    if let said = statement.said {
      parts.append(said.text.contains(", ") ? nil : "said \(said.text)")
    }
    if let through = statement.through {
      parts.append(isPlainId(through) ? "through \(through)" : nil)
    }
    if !statement.about.isEmpty {
      parts.append(
        statement.about.allSatisfy(isPlainId)
          ? "about \(statement.about.joined(separator: " + "))" : nil)
    }
    if let share = statement.share { parts.append("share \(share)") }
    add("of", statement.of)
    add("role", statement.role)
    add("words", statement.words)
    add("sic", statement.sic)
    add("note", statement.note)
    let written = parts.compactMap { $0 }
    return written.count == parts.count ? written : nil
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is one of 0-9.
  var isDigit: Bool { ("0"..."9").contains(self) }
}
