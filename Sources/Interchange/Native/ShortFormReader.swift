import Evidence

/// Reads one line of the short form as a statement.
struct ShortFormReader {
  let names: NameReader
  let vocabulary: Vocabulary
  let source: String
  let paragraphs: ParagraphSet?
  let mark: DocumentTree.Mark
  let item: Place.Item

  /// Reads a line; what is wrong with it goes to the log.
  ///
  /// - Returns: `nil` if the line does not say who, what and whom.
  func statement(_ line: String, id: String, log: inout ReadingLog) -> Statement? {
    let parts: StatementLine
    do throws(StatementLine.Failure) {
      parts = try StatementLine(line)
    } catch {
      report(error, log: &log)
      return nil
    }
    guard let (subject, predicate) = core(of: parts.head, log: &log) else { return nil }
    var statement = Statement(
      id: id, subject: subject, predicate: predicate,
      citation: Citation(
        source: source, paragraphs: paragraphs, quote: parts.quote.map { Quote($0.text) }))
    switch parts.stance {
    case "not": statement.stance = .denies
    case "whether": statement.stance = .leavesOpen
    default: break
    }
    if let quote = parts.quote {
      log.locations[Place(item, "quote")] = log.location(mark, offset: quote.offset)
    }
    if let date = parts.date { statement.when = when(date, log: &log) }
    for qualifier in parts.qualifiers { apply(qualifier, to: &statement, log: &log) }
    return statement
  }

  private func report(_ failure: StatementLine.Failure, log: inout ReadingLog) {
    log.error(
      "unreadable-statement", failure.message, mend: failure.mend, at: mark,
      offset: failure.offset, place: Place(item))
  }

  private func core(
    of head: StatementLine.Piece, log: inout ReadingLog
  ) -> (Term, Predicate)? {
    if let split = Self.range(of: " = ", in: head.text) {
      return attribute(head, split: split, log: &log)
    }
    let words = Self.words(of: head)
    let candidates = words.indices.dropFirst().dropLast().filter {
      vocabulary.relation(words[$0].text) != nil
        || vocabulary.relation(inverse: words[$0].text) != nil
    }
    guard let first = candidates.first else {
      report(missingRelation(in: head, words: words), log: &log)
      return nil
    }
    func sides(_ index: Int) -> (left: StatementLine.Piece, right: StatementLine.Piece) {
      let left = words[..<index].map(\.text).joined(separator: " ")
      let right = words[(index + 1)...].map(\.text).joined(separator: " ")
      return (
        StatementLine.Piece(text: left, offset: words[0].offset),
        StatementLine.Piece(text: right, offset: words[index + 1].offset)
      )
    }
    // A name may hold a relation's word: prefer the split whose two sides are known.
    let chosen =
      candidates.first { index in
        let (left, right) = sides(index)
        return isKnown(left.text) && isKnown(right.text)
      } ?? first
    let (left, right) = sides(chosen)
    let word = words[chosen].text
    log.locations[Place(item, "relation")] = log.location(mark, offset: words[chosen].offset)
    if vocabulary.relation(word) == nil, let relation = vocabulary.relation(inverse: word) {
      let object = term(left, key: "object", log: &log)
      return (term(right, key: "subject", log: &log), .relation(relation.name, object: object))
    }
    let subject = term(left, key: "subject", log: &log)
    let object = term(right, key: "object", log: &log)
    return (subject, .relation(word, object: object))
  }

  private func attribute(
    _ head: StatementLine.Piece, split: Range<String.Index>, log: inout ReadingLog
  ) -> (Term, Predicate)? {
    let left = Self.words(
      of: .init(text: String(head.text[..<split.lowerBound]), offset: head.offset))
    guard left.count >= 2, let name = left.last else {
      report(
        .init(
          message: "there is no attribute before '='",
          mend: "write 'SUBJECT ATTRIBUTE = VALUE', such as 'abdulazeez age = 24'",
          offset: head.offset),
        log: &log)
      return nil
    }
    let subject = StatementLine.Piece(
      text: left.dropLast().map(\.text).joined(separator: " "), offset: left[0].offset)
    let before = head.text[..<split.upperBound].unicodeScalars.count
    log.locations[Place(item, "attribute")] = log.location(mark, offset: name.offset)
    log.locations[Place(item, "value")] = log.location(mark, offset: head.offset + before)
    let value = String(head.text[split.upperBound...]).trimmed
    return (
      term(subject, key: "subject", log: &log),
      .attribute(name.text, value: StatementLine.free(value))
    )
  }

  private func missingRelation(
    in head: StatementLine.Piece, words: [StatementLine.Piece]
  ) -> StatementLine.Failure {
    let known =
      vocabulary.relations.map(\.name) + vocabulary.relations.map(\.inverse)
    for word in words.dropFirst() {
      if let near = NearMiss.nearest(to: word.text, among: known) {
        return .init(
          message: "'\(word.text)' is no relation of the vocabulary", mend: "write '\(near)'",
          offset: word.offset)
      }
    }
    return .init(
      message: "no word of '\(head.text)' is a relation of the vocabulary",
      mend: "write 'SUBJECT RELATION OBJECT' or 'SUBJECT ATTRIBUTE = VALUE'", offset: head.offset)
  }

  private func isKnown(_ text: String) -> Bool {
    text.split(separator: "|").allSatisfy {
      if case .id = names.end($0.trimmed, in: source) { true } else { false }
    }
  }

  private func term(
    _ piece: StatementLine.Piece, key: String, log: inout ReadingLog
  ) -> Term {
    log.locations[Place(item, key)] = log.location(mark, offset: piece.offset)
    return names.term(
      piece.text, in: source, at: mark, offset: piece.offset, place: Place(item, key), log: &log)
  }

  private static func words(of piece: StatementLine.Piece) -> [StatementLine.Piece] {
    var words: [StatementLine.Piece] = []
    var current = ""
    var start = 0
    for (index, scalar) in piece.text.unicodeScalars.enumerated() {
      if scalar == " " {
        if !current.isEmpty { words.append(.init(text: current, offset: piece.offset + start)) }
        current = ""
      } else {
        if current.isEmpty { start = index }
        current.unicodeScalars.append(scalar)
      }
    }
    if !current.isEmpty { words.append(.init(text: current, offset: piece.offset + start)) }
    return words
  }

  /// The place of a short text in another, by plain search.
  static func range(of needle: String, in text: String) -> Range<String.Index>? {
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].hasPrefix(needle) {
        return start..<text.index(start, offsetBy: needle.count)
      }
      start = text.index(after: start)
    }
    return nil
  }
}

extension ShortFormReader {
  /// Reads `2015-12-02`, `before(ID, 1w/8w)` or `after(ID)`.
  func when(_ piece: StatementLine.Piece, log: inout ReadingLog) -> When? {
    log.locations[Place(item, "when")] = log.location(mark, offset: piece.offset)
    for side in [When.Relative.Side.before, .after] where piece.text.hasPrefix(side.rawValue + "(")
    {
      let inner = piece.text.dropFirst(side.rawValue.count + 1).dropLast()
      let parts = inner.split(separator: ",").map(\.trimmed)
      let distance = parts.count > 1 ? When.Distance(parts[1]) : nil
      guard piece.text.hasSuffix(")"), (1...2).contains(parts.count),
        (distance == nil) == (parts.count == 1)
      else { break }
      let anchor = names.term(
        parts[0], in: source, at: mark, offset: piece.offset, place: Place(item, "when"), log: &log)
      return .relative(.init(side: side, anchor: anchor.ids[0], distance: distance))
    }
    if piece.text.contains("(") {
      log.error(
        "unreadable-date", "'\(piece.text)' is no relative time",
        mend: "write 'before(ID, 1w/8w)' or 'after(ID)', in d, w, m or y", at: mark,
        offset: piece.offset, place: Place(item, "when"))
      return nil
    }
    return FieldReader.date(
      piece.text, at: mark, offset: piece.offset, place: Place(item, "when"), log: &log
    ).map(When.date)
  }

  private static let withText = [
    "says", "via", "grade", "confirmed by", "said", "through", "about", "share", "of", "role",
    "words", "sic", "note",
  ]

  /// The keys of the long form, where the short form has another word.
  private static let keys = [
    "says": "asserter", "grade": "credibility", "confirmed by": "confirmed-by",
  ]

  private func apply(
    _ piece: StatementLine.Piece, to statement: inout Statement, log: inout ReadingLog
  ) {
    if let modality = Modality(rawValue: piece.text) {
      statement.modality = modality
      return
    }
    switch piece.text {
    case "no evidence": statement.stance = .findsNoEvidence
    case "so far": statement.soFar = true
    case "interested": statement.isInterested = true
    case "disinterested": statement.isInterested = false
    default:
      guard
        let keyword = Self.withText.first(where: { piece.text.hasPrefix($0 + " ") })
      else {
        report(unknownQualifier(piece), log: &log)
        return
      }
      let rest = piece.text.dropFirst(keyword.count).trimmed
      let offset = piece.offset + keyword.unicodeScalars.count + 1
      set(keyword, to: .init(text: rest, offset: offset), of: &statement, log: &log)
    }
  }

  private func unknownQualifier(_ piece: StatementLine.Piece) -> StatementLine.Failure {
    .init(
      message: "'\(piece.text)' is no qualifier",
      mend: "use says, via, reported, suspected, opinion, hypothetical, forecast, grade, confirmed "
        + "by, no evidence, so far, said, through, about, share, of, role, words, sic or note; put "
        + "a text that holds ', ' in parentheses",
      offset: piece.offset)
  }

  private func set(
    _ keyword: String, to piece: StatementLine.Piece, of statement: inout Statement,
    log: inout ReadingLog
  ) {
    let free = StatementLine.free(piece.text)
    let key = Self.keys[keyword] ?? keyword
    log.locations[Place(item, key)] = log.location(mark, offset: piece.offset)
    func wrong(_ mend: String, log: inout ReadingLog) {
      log.error(
        "wrong-value", "'\(piece.text)' does not fit '\(keyword)'", mend: mend, at: mark,
        offset: piece.offset, place: Place(item))
    }
    switch keyword {
    case "says": statement.asserter = names.voice(free, in: source)
    case "via": statement.via.append(names.voice(free, in: source))
    case "grade":
      statement.credibility = Int(piece.text).flatMap(Credibility.init(rawValue:))
      if statement.credibility == nil { wrong("write a grade from 1 to 6", log: &log) }
    case "confirmed by": statement.confirmedBy = free
    case "said":
      statement.said = FieldReader.date(
        piece.text, at: mark, offset: piece.offset, place: Place(item, "said"), log: &log)
    case "through":
      statement.through =
        names.term(
          free, in: source, at: mark, offset: piece.offset, place: Place(item, "through"),
          log: &log
        ).ids.first
    case "about": statement.about = piece.text.split(separator: "+").map(\.trimmed)
    case "share":
      statement.share = Share(piece.text)
      if statement.share == nil { wrong("write 6/8, most, some or all", log: &log) }
    case "of": statement.of = free
    case "role": statement.role = free
    case "words": statement.words = free
    case "sic": statement.sic = free
    default: statement.note = free
    }
  }
}
