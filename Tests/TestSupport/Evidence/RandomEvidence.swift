package import Evidence
import GraphCore

/// Random graphs of evidence whose texts are as hostile as texts can be, the same for the same seed.
package struct RandomEvidence {
  private var generator: SeededGenerator

  /// Starts the sequence of a seed.
  package init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Texts that have broken readers of YAML, JSON, HTML or DOT.
  package static let hostile: [String] = [
    "", " ", "  two  ", "\t", "\n", "\n\n", "a\nb", "a\n", "a\n\n", "\na", "a\r\nb", "a\rb",
    "a\n b",
    "a \nb", "a\n\n  b\n", "\"", "'", "''", "\"quoted\"", "it's", "\\", "\\n", "a\\", "yes", "No",
    "null", "Null", "~", "true", "off", "y", "1", "007", "1e3", "0x1F", ".5", "-1", "1_000",
    "12:30",
    "2015-12-02", "a: b", "a:", ":a", ": ", "a #b", "#a", "a#b", "- a", "-", "--- a", "---", "...",
    "? a", "?", "[a]", "{a}", "a, b", "a,", ", a", "a]", "&a", "*a", "!a", "|", ">", "%a", "@a",
    "a @b", "`a", "=", "<<", "a = b", "(a", "a)", "(a)", "(a) and (b)", "((a))", "not a",
    "whether a", "so far", "reported", "says x", "grade 2", "<script>alert(1)</script>",
    "</script>",
    "&amp;", "<!--", "]]>", "\u{202E}abc\u{202C}", "مُحَمَّد العدناني", "אבג", "\u{200F}x", "😀", "👨‍👩‍👧‍👦",
    "🇫🇷", "e\u{301}", "\u{301}a", "'\u{301}", "- it'\u{301}s", ",\u{301} a", ", \u{301}a",
    "(\u{301}a)", "\u{600}", "a\u{600}", "\u{0}", "a\u{0}b", "\u{1}", "\u{7}", "\u{8}", "\u{B}",
    "\u{C}", "\u{1B}[31m", "\u{7F}", "\u{85}", "a\u{85}b", "\u{A0}", "\u{A0}a\u{A0}", "\u{AD}",
    "\u{200B}", "\u{2028}", "a\u{2028}b", "\u{2029}", "\u{FEFF}", "\u{FEFF}a", "\u{FFFD}",
    "\u{FFFE}", "\u{FFFF}", "\u{E000}", "\u{D7FF}", "\u{F8FE}", "\u{1FFFE}", "\u{10FFFF}",
  ]

  /// Texts that are hostile by their length; rarer, since they cost time.
  package static let long: [String] = [
    String(repeating: "a", count: 10_000), String(repeating: "word ", count: 2_000),
    String(repeating: "é ", count: 80) + "\u{301}x", String(repeating: "a", count: 99) + "  b",
    String(repeating: "[", count: 2_000), String(repeating: "line\n", count: 50),
  ]

  private static let alphabet: [Unicode.Scalar] = Array(
    ("abcXYZ 09-_.,:;#'\"\\/|>&*!%@`~=+()[]{}<>?$^\n\t\r \u{0}\u{1F}\u{7F}\u{85}\u{A0}\u{2028}"
      + "é\u{301}\u{200D}\u{202E}\u{FEFF}ا漢😀\u{E000}").unicodeScalars)

  /// A text: one of the hostile ones, some of them joined, or random characters.
  package mutating func text() -> String {
    switch Int.random(in: 0..<20, using: &generator) {
    case 0: return pick(Self.long)
    case 1...5: return pick(Self.hostile)
    case 6...10: return pick(Self.hostile) + pick([" ", "", ", ", "\n"]) + pick(Self.hostile)
    case 11...14: return "plain \(Int.random(in: 0..<100, using: &generator))"
    default:
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...20, using: &generator) { view.append(pick(Self.alphabet)) }
      return String(view)
    }
  }

  private mutating func pick<T>(_ values: [T]) -> T {
    values[Int.random(in: values.indices, using: &generator)]
  }

  private mutating func flip() -> Bool { Bool.random(using: &generator) }

  private mutating func optionalText() -> String? { flip() ? text() : nil }

  private mutating func texts() -> [String] {
    let count = Int.random(in: 0...3, using: &generator)
    return (0..<count).map { _ in text() }
  }

  private static let dates = [
    "2015-12-02", "2015-06", "../2015-12", "2014-01~", "2016-06-05/2016-07-05", "2015?", "-0044-03",
  ]

  private mutating func date() throws -> EDTF? { flip() ? try EDTF(pick(Self.dates)) : nil }

  /// Ids that are hard to tell from the language around them. JSON keys, as YAML reads them, end at
  /// 1,024 characters.
  private static let ids = [
    "plain", "3-leading", "yes", "null", "two words", "a|b", "a: b", "#x", "- x", "'q'", "not",
    "whether", "subject", "é", " edged ", "a,b", "42", "عدن", "x=y", "leads", "\"d\"", "a\nb",
    "[x]",
    String(repeating: "long", count: 200),
  ]
}

extension RandomEvidence {
  /// A graph with every part and every key in use. Its sources stand in the graph itself.
  package mutating func graph() throws -> InfluenceGraph {
    let sources = try (0..<3).map { try source(id: $0 == 0 ? "s" : pick(Self.ids) + "\($0)") }
    var entities: [Entity] = []
    for index in 0..<6 {
      let id = index < 2 ? "e\(index)" : pick(Self.ids) + (index == 2 ? "" : "\(index)")
      try entities.append(entity(id: id, members: entities.map(\.id), sources: sources))
    }
    let asserters = (0..<2).map { index in
      DeclaredAsserter(
        id: "voice-\(index)", name: flip() ? text() : nil, aliases: texts(),
        reliability: flip() ? pick(Reliability.allCases) : nil,
        interestIn: flip() ? [entities[0].id, entities[1].id] : [])
    }
    let frame = InfluenceGraph(
      title: text(), about: optionalText(), depth: flip() ? .full : nil, sources: sources,
      asserters: asserters, entities: entities)
    let spoken = NameIndex(
      asserters.flatMap { asserter in
        ([asserter.name] + asserter.aliases).map { NameIndex.Row(id: asserter.id, name: $0) }
      })
    var statements: [Statement] = []
    for index in 0..<8 {
      try statements.append(statement(index, frame: frame, spoken: spoken, earlier: statements))
    }
    return frame.replacing(statements: statements)
  }

  private mutating func source(id: String) throws -> Source {
    try Source(
      id: id, title: text(), publisher: optionalText(), author: optionalText(), published: date(),
      accessed: date(), language: optionalText(), url: optionalText(),
      reliability: flip() ? pick(Reliability.allCases) : nil, why: optionalText(),
      origin: optionalText(), content: flip() ? pick(Source.Content.allCases) : nil,
      note: optionalText())
  }

  private mutating func entity(
    id: String, members: [String], sources: [Source]
  ) throws -> Entity {
    var collective: Entity.Collective?
    if flip() {
      let size = pick(["5", "~200", ">2000", "50..60", "1,500"])
      collective = Entity.Collective(
        members: flip() ? members : [], size: flip() ? Quantity(size) : nil)
    }
    let scoped = sources.flatMap { source in
      (flip() ? texts() : []).map { Entity.SourceAlias(source: source.id, name: $0) }
    }
    return try Entity(
      id: id, kind: pick(["person", "group", "attack"]), name: flip() ? text() : nil,
      aliases: texts(), sourceAliases: scoped, collective: collective, born: date(), died: date(),
      date: date(), founded: date(), dissolved: date(), note: optionalText())
  }

  private mutating func term(_ frame: InfluenceGraph) -> Term {
    let ids = frame.entities.map(\.id)
    return flip() ? .one(pick(ids)) : .oneOf([pick(ids), pick(ids)])
  }

  /// A voice as a reader would understand its text: a word that names an entity is that entity.
  private mutating func voice(_ frame: InfluenceGraph, _ spoken: NameIndex, in source: String)
    -> Voice
  {
    if flip() { return .entity(pick(frame.entities).id) }
    let words = text()
    guard !frame.asserters.contains(where: { $0.id == words }) else { return .declared(words) }
    if case .one(let id) = frame.resolve(words, in: source) { return .entity(id) }
    if case .one(let id) = spoken.resolve(words) { return .declared(id) }
    return .words(words)
  }

  private mutating func statement(
    _ index: Int, frame: InfluenceGraph, spoken: NameIndex, earlier: [Statement]
  ) throws -> Statement {
    let source = pick(frame.sources).id
    let quote =
      flip() ? Quote(text(), range: flip() ? index..<(index + 7) : nil) : nil
    let paragraphs = pick(["", "3", "8-9", "11, 26", "5, 5", "7-7"])
    let predicate: Predicate =
      flip()
      ? .relation(pick(frame.vocabulary.relations).name, object: term(frame))
      : .attribute(pick(frame.vocabulary.attributes).name, value: text())
    var result = Statement(
      id: pick(["s00\(index)", pick(Self.ids) + "-\(index)", index == 0 ? "subject" : "s-\(index)"]
      ),
      subject: term(frame), predicate: predicate, stance: pick(Stance.allCases),
      modality: pick(Modality.allCases),
      citation: Citation(source: source, paragraphs: ParagraphSet(paragraphs), quote: quote))
    result.soFar = flip()
    result.asserter = flip() ? voice(frame, spoken, in: source) : nil
    if flip() {
      result.via = [voice(frame, spoken, in: source), voice(frame, spoken, in: source)]
    }
    result.credibility = flip() ? pick(Credibility.allCases) : nil
    result.confirmedBy = optionalText()
    result.isInterested = flip() ? flip() : nil
    result.when = try when(frame)
    result.said = try date()
    result.through = flip() ? pick(frame.entities).id : nil
    result.about = flip() ? earlier.map(\.id) : []
    result.share = flip() ? pick([.fraction(6, of: 8), .most, .some, .all]) : nil
    result.of = optionalText()
    result.role = optionalText()
    result.words = optionalText()
    result.sic = optionalText()
    result.note = optionalText()
    return result
  }

  private mutating func when(_ frame: InfluenceGraph) throws -> When? {
    if flip() { return try date().map(When.date) }
    return .relative(
      When.Relative(
        side: flip() ? .before : .after, anchor: pick(frame.entities).id,
        distance: flip() ? When.Distance("1w/8w") : nil))
  }
}
