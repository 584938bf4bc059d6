internal import Evidence
internal import InfluenceAnalysis

/// Puts findings into the words of a template.
struct Prose {
  let words: Words
  let context: FindingContext
  /// The number of each statement, its place in the graph.
  let numbers: [String: Int]
  /// Whether the ids of all statements are short enough to stand in the text.
  let hasShortIds: Bool

  init(_ words: Words, context: FindingContext) {
    self.words = words
    self.context = context
    numbers = Dictionary(
      context.evidence.statements.enumerated().map { ($1.id, $0 + 1) },
      uniquingKeysWith: { first, _ in first })
    hasShortIds = context.evidence.statements.allSatisfy { $0.id.count <= 8 }
  }

  var evidence: InfluenceGraph { context.evidence }
}

// MARK: - Numbers

extension Prose {
  /// `likely (68 %)`.
  func chance(_ probability: Double) -> [Inline] {
    words(
      "chance",
      [
        "word": .inline(words.likelihood(probability)),
        "percent": .inline(words.percent(probability)),
      ])
  }
}

// MARK: - Names

extension Prose {
  /// The name of an entity, which keeps its own direction; of an id that stands for several, with bars between
  /// theirs, all names.
  func name(_ id: String) -> [Inline] {
    let parts = id.split(separator: "|").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    guard evidence.entity(id) == nil, parts.count > 1 else { return [.name(evidence.name(of: id))] }
    return words.list(parts.map { [.name(evidence.name(of: $0))] }, "list.or")
  }

  /// A name within a sentence: a single attack has an article, where its name does not begin with one.
  func named(_ id: String) -> [Inline] {
    guard let entity = evidence.entity(id), entity.collective == nil,
      evidence.vocabulary.isKind(entity.kind, a: "attack"),
      let first = entity.name.split(separator: " ").first.map({ $0.lowercased() }),
      !["the", "a", "an"].contains(first), !first.hasSuffix("s\u{2019}"),
      !first.hasSuffix("\u{2019}s"), !first.hasSuffix("'s")
    else { return name(id) }
    return words("name.attack", ["name": .inline(name(id))])
  }

  /// Names that are no ids, in a sentence.
  func listed(_ names: [String]) -> [Inline] { words.list(names.map { [.name($0)] }) }

  /// The name of an attack, which leads to its section.
  func attack(_ id: String) -> [Inline] {
    [.reference([.name(evidence.name(of: id))], to: Anchor.attack(id))]
  }

  /// Several names in a sentence.
  func names(_ ids: [String], _ last: String = "list.and") -> [Inline] {
    words.list(ids.map(name), last)
  }

  /// Who may stand behind an attack.
  func principal(_ principal: Principal) -> [Inline] {
    names(principal.alternatives, "list.or")
  }

  func kind(_ kind: String) -> [Inline] {
    words.optional("kind." + kind) ?? (kind.isEmpty ? [] : [.name(kind)])
  }

  /// The title of an attack: its name and date.
  func title(_ id: String) -> [Inline] {
    let name = evidence.name(of: id)
    let heading = [Inline.name(name.prefix(1).uppercased() + name.dropFirst())]
    guard let date = evidence.entity(id)?.date?.text else { return heading }
    return words(
      "attack.title", ["name": .inline(heading), "date": .inline(self.date(date))])
  }
}

// MARK: - Dates

extension Prose {
  /// A date that is written, as a reader says it.
  func date(_ text: String) -> [Inline] { DateWords(words: words).inline(text) }

  /// The date of a fact: a date, or before or after something.
  func when(_ when: When) -> [Inline] {
    switch when {
    case .date(let date): return self.date(date.text)
    case .relative(let relative):
      return words(
        "when." + relative.side.rawValue,
        [
          "what": .inline(name(relative.anchor)),
          "by": .inline(relative.distance.map { DateWords(words: words).inline($0) } ?? []),
        ])
    }
  }

  /// When an arc was, by the statements that affirm it.
  func when(_ arc: Arc) -> [Inline] {
    var texts: [[Inline]] = []
    for statement in context.statements(arc.statements) where statement.stance == .affirms {
      guard let text = statement.when.map({ self.when($0) }), !texts.contains(text) else {
        continue
      }
      texts.append(text)
    }
    return words.joined(texts, by: "list.comma")
  }
}
