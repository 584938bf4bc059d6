internal import Evidence
internal import InfluenceAnalysis

extension Prose {
  /// What a statement is called in the text: its id, or its place in the graph where ids are long.
  func label(_ id: String) -> String { hasShortIds ? id : "\(numbers[id] ?? 0)" }

  /// The labels of statements, which lead to them; of many the first, and how many more there are, which leads
  /// to where all are told.
  func notes(_ ids: [String], limit: Int = 8, rest: String? = nil) -> [Inline] {
    let known = ids.filter { numbers[$0] != nil }
    let shown = known.prefix(limit).map { Inline.note(label($0), to: Anchor.statement($0)) }
    guard known.count > limit else { return Array(shown) }
    let more = words("note.more", ["n": .count(known.count - limit)])
    return shown + (rest.map { [.reference(more, to: $0)] } ?? more)
  }

  /// The labels of statements as words of a sentence.
  func labels(_ ids: [String]) -> [Inline] {
    words.joined(
      ids.map { [.reference([.name(label($0))], to: Anchor.statement($0))] }, by: "list.with")
  }

  /// A relation as a verb between its ends.
  func verb(_ relation: String, isReversed: Bool = false) -> [Inline] {
    words.optional("relation." + relation + (isReversed ? ".reversed" : ""))
      ?? [.text(evidence.vocabulary.verb(of: relation, isReversed: isReversed))]
  }

  /// A link as a sentence without its end.
  func matter(_ link: LinkKey) -> [Inline] {
    words(
      "matter.relation",
      [
        "subject": .inline(named(link.subject)), "verb": .inline(verb(link.relation)),
        "object": .inline(named(link.object)),
      ])
  }

  /// An arc as a sentence without its end, read along the influence.
  func matter(_ arc: Arc) -> [Inline] {
    words(
      "matter.relation",
      [
        "subject": .inline(named(arc.tail)),
        "verb": .inline([.emphasis(verb(arc.relation, isReversed: arc.isReversed))]),
        "object": .inline(named(arc.head)),
      ])
  }

  /// What a statement says, whoever says it.
  func matter(_ statement: Statement) -> [Inline] {
    let subject = words.list(statement.subject.ids.map(named), "list.or")
    switch statement.predicate {
    case .relation(let relation, let object):
      return words(
        "matter.relation",
        [
          "subject": .inline(subject), "verb": .inline(verb(relation)),
          "object": .inline(words.list(object.ids.map(named), "list.or")),
        ])
    case .attribute(let attribute, let value):
      return words(
        "matter.attribute",
        [
          "subject": .inline(subject), "attribute": .inline(self.attribute(attribute)),
          "of": .name(statement.of ?? ""),
          "value": .inline(self.value(value, of: attribute)),
        ])
    }
  }

  /// A value of an attribute; dates with their seasons in words.
  func value(_ value: String, of attribute: String) -> [Inline] {
    evidence.vocabulary.attribute(attribute)?.value == .date ? date(value) : [.name(value)]
  }

  func attribute(_ name: String) -> [Inline] {
    words.optional("attribute." + name) ?? [.text(evidence.vocabulary.verb(of: name))]
  }

  /// Who says it, and who carried it.
  func voice(_ statement: Statement) -> [Inline] {
    let carriers = context.carriers(of: statement).map { [Inline.name($0)] }
    return words(
      "voice",
      [
        "who": .name(context.asserter(of: statement)), "carriers": .inline(words.list(carriers)),
      ])
  }

  /// What the voice does with the matter, as a sentence with its grade and, unless it stands there already,
  /// its number.
  func said(_ statement: Statement, hasNote: Bool = true) -> [Inline] {
    let isAttribute = if case .attribute = statement.predicate { true } else { false }
    return words(
      "said." + Self.stance(of: statement),
      [
        "voice": .inline(voice(statement)), "matter": .inline(matter(statement)),
        "verb": .inline(words("verb." + statement.modality.rawValue)),
        "hedge": .inline(hedge(statement)), "attribute": .flag(isAttribute),
        "share": .inline(share(statement)), "grade": .inline(grade(statement)),
        "notes": .inline(hasNote ? notes([statement.id]) : []),
      ])
  }

  /// Who says it, and how, where what is said has just been told.
  func voiced(_ statement: Statement) -> [Inline] {
    let told = words(
      "voiced." + Self.stance(of: statement),
      [
        "voice": .inline(voice(statement)), "hedge": .inline(hedge(statement)),
        "share": .inline(share(statement)), "grade": .inline(grade(statement)),
        "notes": .inline(notes([statement.id])),
      ])
    return told + inWords(statement) + remark(on: statement)
  }

  /// The words of the source on which a statement rests, where they were noted.
  private func inWords(_ statement: Statement) -> [Inline] {
    statement.words.map { words("voiced.words", ["text": .name($0)]) } ?? []
  }

  /// What whoever coded a statement noted on it.
  func remark(on statement: Statement) -> [Inline] {
    statement.note.map { words("remark", ["text": .name($0)]) } ?? []
  }

  private static func stance(of statement: Statement) -> String {
    FindingContext.key(statement.stance, soFar: statement.soFar)
  }

  /// How firmly it is put, unless as a fact.
  private func hedge(_ statement: Statement) -> [Inline] {
    statement.modality == .asserted ? [] : words("modality." + statement.modality.rawValue)
  }

  /// Of how many of several it speaks, unless of all.
  private func share(_ statement: Statement) -> [Inline] {
    guard let share = statement.share, share != .all else { return [] }
    return [.text("\(share)")]
  }

  private func grade(_ statement: Statement) -> [Inline] {
    context.givenGrade(of: statement).map { [.text($0)] } ?? words("ungraded")
  }

  /// The distinct sources of statements.
  func sources(_ ids: [String]) -> Int {
    Set(context.statements(ids).map(\.citation.source)).count
  }
}
