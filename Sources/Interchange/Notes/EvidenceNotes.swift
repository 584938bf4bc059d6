import Evidence

/// A graph of evidence as notes that link to each other: one for each entity, one for each source, and one
/// to begin with.
///
/// Nothing is said of an entity but by statements, each with who says it, how well it is graded, when, and
/// where it stands. What is denied, claimed, asked or supposed stands under a heading of its own.
struct EvidenceNotes {
  private let graph: InfluenceGraph
  private let words: StatementWords
  private let bearings: StatementBearings
  private var entityNames: [String: String] = [:]
  private var sourceNames: [String: String] = [:]
  private let startName: String

  /// Gives every note its name.
  init(_ graph: InfluenceGraph) {
    self.graph = graph
    words = StatementWords(graph: graph)
    bearings = StatementBearings(graph)
    var names = NoteNames()
    startName = names.name(for: "Start here", id: "start")
    for entity in graph.entities where entityNames[entity.id] == nil {
      entityNames[entity.id] = names.name(for: entity.name, id: entity.id)
    }
    for source in graph.sources where sourceNames[source.id] == nil {
      let title = source.title.isEmpty ? source.id : source.title
      sourceNames[source.id] = names.name(for: "Source - " + title, id: source.id)
    }
  }

  /// The headings, with what stands under each.
  private static let headings: [(bearing: StatementBearing, title: String)] = [
    (.link, "What is affirmed"), (.claim, "What is claimed only"), (.denial, "What is denied"),
    (.noEvidence, "What no evidence was found of"), (.leftOpen, "What is left open"),
    (.supposed, "What is supposed or foretold"), (.alternatives, "What holds of one of several"),
    (.judgement, "What is said of other statements"), (.value, "What is said of it alone"),
  ]

  /// The files.
  var members: [ZipArchive.Member] {
    var mentions: [String: [Int]] = [:]
    var citations: [String: [Int]] = [:]
    for (number, statement) in graph.statements.enumerated() {
      var seen: Set<String> = []
      for end in statement.ends where seen.insert(end).inserted {
        mentions[end, default: []].append(number)
      }
      citations[statement.citation.source, default: []].append(number)
    }
    var members = [note(startName, start)]
    for entity in graph.entities {
      guard let name = entityNames[entity.id] else { continue }
      members.append(note(name, text(entity, mentions[entity.id] ?? [])))
    }
    for source in graph.sources {
      guard let name = sourceNames[source.id] else { continue }
      members.append(note(name, text(source, citations[source.id] ?? [])))
    }
    return members
  }

  private func note(_ name: String, _ text: String) -> ZipArchive.Member {
    ZipArchive.Member(name: name + ".md") { output in try output.write(text) }
  }

  private var start: String {
    var text = "# " + NoteText.escaped(graph.title) + "\n\n"
    if let about = graph.about { text += NoteText.escaped(about) + "\n\n" }
    text +=
      "Every line of these notes is what a source says, not a fact. It tells who says it, how source and "
      + "information are graded (A to F, 1 to 6), when, and where it stands.\n\n## Sources\n\n"
    for source in graph.sources {
      guard let name = sourceNames[source.id] else { continue }
      text += "- " + NoteText.link(name, label: source.title.isEmpty ? source.id : source.title)
      text += "\n"
    }
    text += "\n## Entities\n\n"
    for entity in graph.entities {
      guard let name = entityNames[entity.id] else { continue }
      text += "- \(NoteText.link(name, label: entity.name)), \(NoteText.escaped(entity.kind))\n"
    }
    return text
  }

  private func text(_ entity: Entity, _ statements: [Int]) -> String {
    let fields = NativeFields.entity(entity).filter { $0.key != "aliases-in" && $0.key != "name" }
    var text = NoteText.head(fields) + "# " + NoteText.escaped(entity.name) + "\n"
    if let members = entity.collective?.members, !members.isEmpty {
      text += "\nMembers known by name: " + members.map(link).joined(separator: ", ") + ".\n"
    }
    if let note = entity.note { text += "\n" + NoteText.escaped(note) + "\n" }
    for (bearing, title) in Self.headings {
      let fitting = statements.map { graph.statements[$0] }.filter {
        bearings.bearing(of: $0) == bearing
      }
      guard !fitting.isEmpty else { continue }
      text += "\n## \(title)\n\n" + fitting.map(line).joined()
    }
    return text
  }

  private func text(_ source: Source, _ statements: [Int]) -> String {
    let title = source.title.isEmpty ? source.id : source.title
    var text = NoteText.head(NativeFields.source(source)) + "# " + NoteText.escaped(title) + "\n\n"
    let facts = [
      source.publisher, source.author, source.published?.text,
      source.reliability.map { "reliability \($0.rawValue)" }, source.why,
      source.origin.map { "copied from \($0)" },
    ].compactMap { $0.map(NoteText.escaped) }
    if !facts.isEmpty { text += facts.joined(separator: "; ") + ".\n" }
    if let url = source.url, url.hasPrefix("http"), !url.contains(where: { "<> \n".contains($0) }) {
      text += "\n<\(url)>\n"
    }
    var last: String?
    for statement in statements.map({ graph.statements[$0] }).sorted(by: Self.stands) {
      let heading = heading(statement.citation)
      if heading != last { text += "\n## \(heading)\n\n" }
      last = heading
      text += line(statement)
    }
    return text
  }

  /// Statements in the order of their paragraphs.
  private static func stands(_ left: Statement, before right: Statement) -> Bool {
    (left.citation.paragraphs?.first ?? 0, left.citation.paragraphs?.description ?? "")
      < (right.citation.paragraphs?.first ?? 0, right.citation.paragraphs?.description ?? "")
  }

  private func heading(_ citation: Citation) -> String {
    citation.paragraphs.map { "Paragraph \($0)" } ?? "The document"
  }

  private func link(_ id: String) -> String {
    entityNames[id].map { NoteText.link($0, label: graph.name(of: id)) } ?? NoteText.escaped(id)
  }

  /// A statement on a line of a list.
  private func line(_ statement: Statement) -> String {
    let bearing = bearings.bearing(of: statement)
    let verb = words.verb(statement, bearing)
    func names(_ term: Term) -> String { term.ids.map(link).joined(separator: " or ") }
    let matter: String
    switch statement.predicate {
    case .relation(let relation, let object):
      matter =
        "\(names(statement.subject)) **\(NoteText.escaped(graph.vocabulary.verb(of: relation)))** "
        + names(object)
    case .attribute(let attribute, let value):
      let counted = statement.of.map { " of \($0)" } ?? ""
      matter =
        "\(names(statement.subject)): \(NoteText.escaped(StatementWords.words(attribute) + counted)) "
        + "is " + NoteText.escaped(value)
    }
    let source = graph.source(statement.citation.source)
    let place =
      sourceNames[statement.citation.source].map {
        NoteText.link(
          $0, heading: heading(statement.citation), label: words.place(statement))
      } ?? NoteText.escaped(words.place(statement))
    let published = source?.published.map { " (\($0.text))" } ?? ""
    let details = words.details(statement).map(NoteText.escaped).joined(separator: "; ")
    return "- \(NoteText.escaped(words.voice(statement))) \(verb) \(matter). \(details). "
      + "\(place)\(NoteText.escaped(published)), statement \(NoteText.escaped(statement.id))\n"
  }
}
