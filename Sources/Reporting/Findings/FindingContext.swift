public import Evidence
public import InfluenceAnalysis

/// What the findings of an analysis are written with: the evidence, and the choices that were made.
public struct FindingContext: Sendable {
  /// The evidence.
  public let evidence: InfluenceGraph
  /// The name of the projection.
  public let projection: String
  /// The name of the policy.
  public var policy: String { table.policy.name }
  /// The seed of random steps.
  public let seed: UInt64
  /// Whether every link shows how its probability came about.
  public let explains: Bool
  /// The links, which know how each statement counted.
  let table: LinkTable
  /// The language of what people read; JSON and comma-separated values are in English.
  let words: Words

  /// Makes a context.
  ///
  /// - Parameters:
  ///   - table: The links of the evidence.
  ///   - projection: The name of the projection.
  ///   - seed: The seed of random steps.
  ///   - explains: Whether every link shows how its probability came about.
  ///   - words: The language of what people read.
  public init(
    _ table: LinkTable, projection: String, seed: UInt64, explains: Bool = false,
    words: Words = .standard
  ) {
    self.evidence = table.graph
    self.words = words
    self.explains = explains
    self.projection = projection
    self.seed = seed
    self.table = table
  }

  /// Makes a context of a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - seed: The seed of random steps.
  ///   - explains: Whether every link shows how its probability came about.
  ///   - words: The language of what people read.
  public init(
    _ network: InfluenceNetwork, seed: UInt64, explains: Bool = false, words: Words = .standard
  ) {
    self.init(
      network.table, projection: network.projection.name, seed: seed, explains: explains,
      words: words)
  }

  /// The same in another language.
  ///
  /// - Parameter words: The words of the language.
  /// - Returns: The context.
  func with(_ words: Words) -> FindingContext {
    FindingContext(
      table, projection: projection, seed: seed, explains: explains, words: words)
  }
}

extension FindingContext {
  /// The grade of a statement: as it counted, else as the source and the coder gave it.
  ///
  /// - Parameter statement: The statement.
  /// - Returns: For example `B2`, `B` where the information has no grade of its own, or the word for none.
  func grade(of statement: Statement) -> String {
    givenGrade(of: statement) ?? words.plain("ungraded")
  }

  /// The same; nothing where there is none.
  func givenGrade(of statement: Statement) -> String? {
    if let weight = table.weight(of: statement.id) { return weight.grade }
    let document = evidence.source(statement.citation.source)?.reliability
    let voice: Reliability? =
      if case .declared(let id)? = statement.asserter {
        evidence.asserter(id)?.reliability
      } else {
        nil
      }
    // A missing half stays away: "B-" would read as a mark between B and C.
    let letter = [document, voice].compactMap { $0 }.max()?.rawValue ?? ""
    let grade = letter + (statement.credibility.map { "\($0.rawValue)" } ?? "")
    return grade.isEmpty ? nil : grade
  }

  /// The first voice of a statement; of an article that speaks for itself its publisher.
  ///
  /// - Parameter statement: The statement.
  /// - Returns: The name.
  func asserter(of statement: Statement) -> String {
    statement.asserter.map(evidence.name) ?? publisher(of: statement)
  }

  /// Who brought the voice to the reader.
  func carriers(of statement: Statement) -> [String] {
    let named = statement.via.map(evidence.name)
    if !named.isEmpty || statement.asserter == nil { return named }
    let publisher = publisher(of: statement)
    return publisher == asserter(of: statement) ? [] : [publisher]
  }

  private func publisher(of statement: Statement) -> String {
    let source = evidence.source(statement.citation.source)
    return source?.publisher ?? source?.author ?? statement.citation.source
  }

  /// Who says it, and who carried it: `federal indictment via CNN`.
  func voice(of statement: Statement) -> String {
    let carriers = carriers(of: statement).map { [Inline.text($0)] }
    return words.plain(
      "voice.short",
      [
        "who": .text(asserter(of: statement)),
        "carriers": .inline(words.joined(carriers, by: "list.comma")),
      ])
  }

  /// Who says it, how well, and where: `federal indictment via CNN, B2, cnn-2016-06-14 ¶25`.
  func attribution(of statement: Statement) -> String {
    "\(voice(of: statement)), \(grade(of: statement)), \(place(of: statement))"
  }

  /// Where a statement stands: `cnn-2016-06-14 ¶25`.
  func place(of statement: Statement) -> String {
    let paragraphs = statement.citation.paragraphs.map { " ¶\($0)" } ?? ""
    return statement.citation.source + paragraphs
  }

  /// What a statement says of its link, where that is not a plain affirmation.
  func hedges(of statement: Statement) -> [String] {
    var hedges: [String] = []
    if statement.stance != .affirms {
      hedges.append(words.plain("hedge." + Self.key(statement.stance, soFar: statement.soFar)))
    }
    if statement.modality != .asserted {
      hedges.append(words.plain("hedge." + statement.modality.rawValue))
    }
    if let share = statement.share, share != .all {
      hedges.append(words.plain("hedge.share", ["share": .text("\(share)")]))
    }
    return hedges
  }

  /// A stance as the part of a key of words.
  static func key(_ stance: Stance, soFar: Bool) -> String {
    stance == .findsNoEvidence && soFar ? "finds-no-evidence-so-far" : stance.rawValue
  }

  /// A statement on one line: `s163 federal indictment via CNN, B2, cnn-2016-06-14 ¶25 (reported)`.
  ///
  /// - Parameters:
  ///   - statement: The statement.
  ///   - hasDate: Whether the date of the fact ends the line.
  /// - Returns: The line.
  func line(_ statement: Statement, hasDate: Bool = false) -> String {
    let date = hasDate ? statement.when.map { text(of: $0) } : nil
    return words.plain(
      "tooltip.statement",
      [
        "id": .text(statement.id), "voice": .text(voice(of: statement)),
        "grade": .text(grade(of: statement)), "place": .text(place(of: statement)),
        "hedges": .text(hedges(of: statement).joined(separator: words.plain("list.comma"))),
        "quote": .text(statement.citation.quote?.text ?? ""), "when": .text(date ?? ""),
      ])
  }

  /// Statements by their ids, in the order given.
  func statements(_ ids: [String]) -> [Statement] { ids.compactMap(evidence.statement) }

  /// The date of a fact as a reader says it.
  func text(of when: When) -> String { text(of: when, inWords: true) }

  private func text(of when: When, inWords: Bool) -> String {
    switch when {
    case .date(let date): return inWords ? text(of: date) : date.text
    case .relative(let relative):
      let distance = relative.distance.map {
        inWords ? DateWords(words: words).inline($0) : [.text($0.text)]
      }
      return words.plain(
        "when." + relative.side.rawValue,
        [
          "what": .text(evidence.name(of: relative.anchor)), "by": .inline(distance ?? []),
        ])
    }
  }

  /// A date as a reader says it.
  ///
  /// - Parameters:
  ///   - date: The date.
  ///   - year: A year that need not be said, since it stands above.
  /// - Returns: The words.
  func text(of date: EDTF, in year: Int? = nil) -> String {
    DateWords(words: words).inline(date, in: year).plain
  }

  /// When an arc was, by the statements that affirm it, with dates as they were given; nothing if none says.
  func when(_ arc: Arc) -> String? { when(arc, inWords: false) }

  /// The same with dates as a reader says them.
  func whenWords(_ arc: Arc) -> String? { when(arc, inWords: true) }

  private func when(_ arc: Arc, inWords: Bool) -> String? {
    var texts: [String] = []
    for statement in statements(arc.statements) where statement.stance == .affirms {
      guard let text = statement.when.map({ text(of: $0, inWords: inWords) }), !texts.contains(text)
      else {
        continue
      }
      texts.append(text)
    }
    return texts.isEmpty ? nil : texts.joined(separator: "; ")
  }

  /// The name of a relation as it is read along an arc, short for a picture or a table.
  func relation(_ arc: Arc) -> String { relation(arc.relation, isReversed: arc.isReversed) }

  /// The name of a relation in words, forward or read from its object.
  func relation(_ name: String, isReversed: Bool) -> String {
    words.optional("relation." + name + (isReversed ? ".reversed" : ""))?.plain
      ?? Self.words(of: name, isReversed: isReversed, in: evidence.vocabulary)
  }

  /// The name of a kind in words.
  func kind(_ name: String) -> String { words.optional("kind." + name)?.plain ?? name }

  /// The name of a relation in English, forward or read from its object.
  static func words(of relation: String, isReversed: Bool, in vocabulary: Vocabulary) -> String {
    let name = isReversed ? vocabulary.relation(relation)?.inverse ?? relation : relation
    return name.map { $0 == "-" ? " " : "\($0)" }.joined()
  }

  /// A link as a sentence without its end.
  func sentence(_ key: LinkKey) -> String {
    matter(evidence.name(of: key.subject), key.relation, evidence.name(of: key.object))
  }

  private func matter(_ subject: String, _ relation: String, _ object: String) -> String {
    let verb =
      words.optional("relation." + relation) ?? [.text(evidence.vocabulary.verb(of: relation))]
    return words.plain(
      "matter.relation",
      ["subject": .text(subject), "verb": .inline(verb), "object": .text(object)])
  }

  /// A predicate of a statement and its value or object, in words; a date that is a value as it was given.
  func sentence(_ statement: Statement) -> String { sentence(statement) { $0 } }

  /// The same with a date as a reader says it.
  func sentenceWords(_ statement: Statement) -> String {
    sentence(statement) { DateWords(words: words).inline($0).plain }
  }

  private func sentence(_ statement: Statement, _ written: (String) -> String) -> String {
    func names(_ term: Term) -> String {
      words.joined(term.ids.map { [.text(evidence.name(of: $0))] }, by: "list.or").plain
    }
    let subject = names(statement.subject)
    switch statement.predicate {
    case .relation(let name, let object): return matter(subject, name, names(object))
    case .attribute(let name, let value):
      let attribute =
        words.optional("attribute." + name)
        ?? [.text(Self.words(of: name, isReversed: false, in: evidence.vocabulary))]
      return words.plain(
        "sentence.attribute",
        [
          "subject": .text(subject), "attribute": .inline(attribute),
          "of": .text(statement.of ?? ""), "value": .text(written("\(value)")),
        ])
    }
  }

  /// The name and, for an attack, the date of an entity.
  func title(of id: String) -> String {
    guard let entity = evidence.entity(id) else { return id }
    guard evidence.vocabulary.isKind(entity.kind, a: "attack"), let date = entity.date else {
      return entity.name
    }
    return words.plain(
      "attack.title", ["name": .text(entity.name), "date": .text(text(of: date))])
  }

  /// The time order of a chain in words.
  static func words(_ order: TimeOrder) -> String {
    switch order {
    case .certain: "its links follow each other in time"
    case .possible: "its links may follow each other in time"
    case .impossible: "its links cannot follow each other in time"
    }
  }
}
