import Evidence

extension NativeReader {
  /// Reads the statements in whichever form they stand.
  mutating func readStatements(
    _ fields: FieldReader, names: NameReader
  ) -> ([Statement], Reading.Form) {
    switch fields.tree("statements") {
    case nil, .scalar("", _): return ([], .long)
    case .sequence(let items, _):
      let header = fields.text("source", log: &log)
      var statements: [Statement] = []
      for tree in items {
        statements.append(
          longStatement(tree, index: statements.count, names: names, source: header, nil))
      }
      return (statements, .long)
    case .mapping(let entries, let mark):
      var statements: [Statement] = []
      if let source = fields.text("source", log: &log) {
        readParagraphs(
          entries, source: source, at: fields.tree("source")?.mark ?? fields.mark, names: names,
          into: &statements)
      } else {
        for entry in entries {
          readSource(entry, names: names, into: &statements)
        }
      }
      log.locations[Place(.document, "statements")] = log.location(mark)
      return (statements, .short)
    case .some(let tree):
      log.error(
        "wrong-shape", "'statements' is \(tree.kind)",
        mend: "write a list, or a mapping from sources to paragraphs", at: tree.mark)
      return ([], .long)
    }
  }

  private mutating func readSource(
    _ entry: DocumentTree.Entry, names: NameReader, into statements: inout [Statement]
  ) {
    switch entry.value {
    case .mapping(let paragraphs, _):
      readParagraphs(
        paragraphs, source: entry.key, at: entry.mark, names: names, into: &statements)
    case .scalar("", _): break
    case .scalar, .sequence:
      log.error(
        "wrong-shape", "under the source '\(entry.key)' stands \(entry.value.kind)",
        mend: "write paragraph numbers as keys, or 'document:' if there are none",
        at: entry.value.mark)
    }
  }

  private mutating func readParagraphs(
    _ entries: [DocumentTree.Entry], source: String, at sourceMark: DocumentTree.Mark,
    names: NameReader, into statements: inout [Statement]
  ) {
    for entry in entries {
      let paragraphs = ParagraphSet(entry.key)
      if paragraphs == nil, entry.key != "document" {
        log.error(
          "wrong-value", "'\(entry.key)' is no paragraph of '\(source)'",
          mend: "write a number, a range (8-9), a list (11, 26) or 'document'", at: entry.mark)
      }
      let items: [DocumentTree]
      switch entry.value {
      case .sequence(let list, _): items = list
      case .scalar("", _): items = []
      default: items = [entry.value]
      }
      for (number, item) in items.enumerated() {
        let place = Place.Item.statement(statements.count)
        log.locations[Place(place, "source")] = log.location(sourceMark)
        log.locations[Place(place, "paragraph")] = log.location(entry.mark)
        readShort(
          item, source: source, paragraphs: paragraphs, number: number + 1, names: names,
          into: &statements)
      }
    }
  }

  private mutating func readShort(
    _ tree: DocumentTree, source: String, paragraphs: ParagraphSet?, number: Int,
    names: NameReader, into statements: inout [Statement]
  ) {
    let index = statements.count
    var id = Statement.provisionalId(source: source, paragraphs: paragraphs, number: number)
    var line = tree
    if case .mapping(let entries, _) = tree {
      if entries.contains(where: { $0.key == "subject" }) {
        statements.append(
          longStatement(tree, index: index, names: names, source: source, paragraphs, id: id))
        return
      }
      guard entries.count == 1 else {
        log.error(
          "wrong-shape", "a statement has \(entries.count) keys but no 'subject'",
          mend: "write 'ID: SUBJECT RELATION OBJECT', or the keys of the long form", at: tree.mark)
        return
      }
      id = entries[0].key
      line = entries[0].value
    }
    guard case .scalar(let text, let mark) = line else {
      log.error(
        "wrong-shape", "a statement is \(line.kind)", mend: "write it as one line of text",
        at: line.mark)
      return
    }
    log.locations[Place(.statement(index))] = log.location(tree.mark)
    let reader = ShortFormReader(
      names: names, vocabulary: vocabulary, source: source, paragraphs: paragraphs, mark: mark,
      item: .statement(index))
    if let statement = reader.statement(text, id: id, log: &log) { statements.append(statement) }
  }

  private mutating func longStatement(
    _ tree: DocumentTree, index: Int, names: NameReader, source: String?,
    _ paragraphs: ParagraphSet?, id: String? = nil
  ) -> Statement {
    let item = Place.Item.statement(index)
    let empty = Statement(
      id: "", subject: .one(""), predicate: .attribute("", value: ""),
      citation: Citation(source: ""))
    guard
      let fields = FieldReader(
        tree, what: "the statement", item: item, known: Keys.statement, log: &log)
    else { return empty }
    let citation = citation(fields, source: source, paragraphs: paragraphs)
    let scope = citation.source
    func term(_ key: String, log: inout ReadingLog) -> Term {
      let place = Place(item, key)
      if case .sequence = fields.tree(key) {
        let ids = fields.list(key, log: &log).map {
          names.term(
            $0, in: scope, at: fields.tree(key)?.mark ?? fields.mark, place: place, log: &log)
        }
        return .oneOf(ids.flatMap(\.ids))
      }
      return names.term(
        fields.required(key, log: &log), in: scope, at: fields.tree(key)?.mark ?? fields.mark,
        place: place, log: &log)
    }
    let isAttribute =
      fields.tree("attribute") != nil
      || fields.tree("value") != nil && fields.tree("relation") == nil
    let other = (isAttribute ? ["relation", "object"] : ["value"]).first { fields.tree($0) != nil }
    let predicate: Predicate
    if let other {
      conflict(
        other, with: isAttribute ? "attribute" : "relation", in: fields,
        mend: "keep relation and object, or attribute and value; code the other on its own",
        place: Place(item, other))
      predicate = .attribute("", value: "")
    } else if isAttribute {
      predicate = .attribute(
        fields.required("attribute", log: &log), value: fields.required("value", log: &log))
    } else {
      predicate = .relation(
        fields.required("relation", log: &log), object: term("object", log: &log))
    }
    var statement = Statement(
      id: fields.text("id", log: &log) ?? id
        ?? Statement.provisionalId(
          source: citation.source, paragraphs: citation.paragraphs, number: index + 1),
      subject: term("subject", log: &log), predicate: predicate, citation: citation)
    readQualifiers(fields, names: names, scope: scope, into: &statement)
    return statement
  }

  /// Reports a key that has no meaning beside another one.
  private mutating func conflict(
    _ key: String, with other: String, in fields: FieldReader, mend: String, place: Place
  ) {
    log.error(
      "conflicting-keys", "\(fields.what) has both '\(other)' and '\(key)'", mend: mend,
      at: fields.keyMark(key), place: place)
  }

  private mutating func readQualifiers(
    _ fields: FieldReader, names: NameReader, scope: String, into statement: inout Statement
  ) {
    statement.stance =
      fields.value(
        "stance", expected: "affirms, denies, finds-no-evidence or leaves-open", log: &log
      ) { Stance(rawValue: $0) } ?? .affirms
    statement.modality =
      fields.value(
        "modality",
        expected: "asserted, reported, suspected, opinion, hypothetical or forecast", log: &log
      ) { Modality(rawValue: $0) } ?? .asserted
    statement.soFar = fields.flag("so-far", log: &log) ?? false
    statement.asserter = fields.text("asserter", log: &log).map { names.voice($0, in: scope) }
    statement.via = fields.list("via", log: &log).map { names.voice($0, in: scope) }
    statement.credibility = fields.value(
      "credibility", expected: "a grade from 1 to 6", log: &log
    ) { Int($0).flatMap(Credibility.init(rawValue:)) }
    statement.confirmedBy = fields.text("confirmed-by", log: &log)
    statement.isInterested = fields.flag("interested", log: &log)
    statement.when = when(fields, names: names, scope: scope)
    statement.said = fields.date("said", log: &log)
    statement.through = fields.text("through", log: &log).map { text in
      names.term(
        text, in: scope, at: fields.tree("through")?.mark ?? fields.mark,
        place: Place(fields.item, "through"), log: &log
      ).ids[0]
    }
    statement.about = fields.list("about", log: &log)
    statement.share = fields.value("share", expected: "6/8, most, some or all", log: &log) {
      Share($0)
    }
    statement.of = fields.text("of", log: &log)
    statement.role = fields.text("role", log: &log)
    statement.words = fields.text("words", log: &log)
    statement.sic = fields.text("sic", log: &log)
    statement.note = fields.text("note", log: &log)
  }

  private mutating func when(
    _ fields: FieldReader, names: NameReader, scope: String
  ) -> When? {
    guard case .mapping = fields.tree("when"), let tree = fields.tree("when") else {
      return fields.date("when", log: &log).map(When.date)
    }
    let place = log.locations[Place(fields.item)]
    defer { log.locations[Place(fields.item)] = place }
    guard
      let relative = FieldReader(
        tree, what: "the time", item: fields.item, known: Keys.relative, log: &log)
    else { return nil }
    let side: When.Relative.Side = relative.tree("before") == nil ? .after : .before
    if relative.tree("before") != nil, relative.tree("after") != nil {
      conflict(
        "after", with: "before", in: relative, mend: "keep one of the two",
        place: Place(fields.item, "when"))
    }
    let anchor = relative.required(side.rawValue, log: &log)
    let distance = relative.value("by", expected: "a distance such as 1w/8w or 10d", log: &log) {
      When.Distance($0)
    }
    let id = names.term(
      anchor, in: scope, at: relative.mark, place: Place(fields.item, "when"), log: &log
    ).ids[0]
    return .relative(.init(side: side, anchor: id, distance: distance))
  }

  private mutating func citation(
    _ fields: FieldReader, source: String?, paragraphs: ParagraphSet?
  ) -> Citation {
    guard let tree = fields.tree("cite") else {
      if let source { return Citation(source: source, paragraphs: paragraphs) }
      log.error(
        "missing-key", "the statement has no cite",
        mend: "add 'cite: {source: ID, paragraph: N}': nothing stands without a source",
        at: fields.mark, place: Place(fields.item, "cite"))
      return Citation(source: "")
    }
    let place = log.locations[Place(fields.item)]
    defer { log.locations[Place(fields.item)] = place }
    guard
      let cite = FieldReader(
        tree, what: "the citation", item: fields.item, known: Keys.citation, log: &log)
    else { return Citation(source: source ?? "") }
    let numbers = cite.value(
      "paragraph", expected: "a number, a range (8-9) or a list (11, 26)", log: &log
    ) { ParagraphSet($0) }
    let range = cite.value("at", expected: "two offsets, such as 12-40", log: &log) {
      text -> Range<Int>? in
      let ends = text.split(separator: "-").map { Int($0) }
      guard ends.count == 2, let start = ends[0], let end = ends[1], 0 <= start, start <= end
      else { return nil }
      return start..<end
    }
    return Citation(
      source: cite.text("source", log: &log) ?? source ?? cite.required("source", log: &log),
      paragraphs: numbers ?? paragraphs,
      quote: cite.text("quote", log: &log).map { Quote($0, range: range) })
  }
}

extension Statement {
  /// The id that a statement goes by until `number` gives it one: its place in its paragraph.
  static func provisionalId(source: String, paragraphs: ParagraphSet?, number: Int) -> String {
    "\(source).\(paragraphs.map { "p\($0)" } ?? "document").\(number)"
  }
}

extension InfluenceGraph {
  /// The same graph with the place of every quote that stands in one of its cited paragraphs.
  func locatingQuotes() -> InfluenceGraph {
    guard statements.contains(where: { $0.citation.quote != nil }) else { return self }
    return replacing(
      statements: statements.map { statement in
        guard statement.citation.quote != nil else { return statement }
        var statement = statement
        if let place = placeOfQuote(in: statement.citation) {
          statement.citation.quote?.range = place
        }
        return statement
      })
  }

  /// Where the quote of a citation stands in the first cited paragraph that holds it.
  func placeOfQuote(in citation: Citation) -> Range<Int>? {
    guard let quote = citation.quote, let source = source(citation.source) else { return nil }
    return (citation.paragraphs?.numbers(upTo: source.paragraphs.count) ?? []).lazy
      .compactMap { quote.find(in: source.paragraphs[$0 - 1]) }.first
  }
}
