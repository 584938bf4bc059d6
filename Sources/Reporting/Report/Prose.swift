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

  /// A raw value of an enumeration as the part of a key.
  static func key(_ raw: String) -> String {
    String(raw.map { $0 == " " ? "-" : $0 })
  }
}

// MARK: - Numbers

extension Prose {
  /// `likely (68 %)`.
  func chance(_ probability: Double) -> [Inline] {
    words(
      "chance",
      [
        "word": .inline(likelihood(probability)), "percent": .inline(words.percent(probability)),
      ])
  }

  /// The word for a probability.
  func likelihood(_ probability: Double) -> [Inline] {
    words("likelihood." + Self.key(Phrase.likelihood(probability)))
  }
}

extension Words {
  /// A percentage that is never 0 or 100.
  func percent(_ probability: Double) -> [Inline] {
    let rounded = Int((probability * 100).rounded())
    if probability < 0.01 || rounded < 1 { return self("percent.least") }
    if probability > 0.99 || rounded > 99 { return self("percent.most") }
    return share(probability)
  }

  /// A share as a percentage, 0 and 100 among them.
  func share(_ share: Double) -> [Inline] {
    self("percent", ["n": .text("\(Int((share * 100).rounded()))")])
  }

  /// Parts of a sentence joined by commas, the last two by a conjunction: `list.and` or `list.or`.
  func list(_ items: [[Inline]], _ last: String = "list.and") -> [Inline] {
    guard let first = items.first else { return [] }
    return items.dropFirst().enumerated().reduce(first) { parts, item in
      let isLast = item.offset == items.count - 2
      return parts + self(isLast ? last : "list.comma") + item.element
    }
  }

  /// Parts joined by the same mark throughout.
  func joined(_ items: [[Inline]], by key: String) -> [Inline] {
    guard let first = items.first else { return [] }
    return items.dropFirst().reduce(first) { $0 + self(key) + $1 }
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
    guard let date = evidence.entity(id)?.date?.text else { return name(id) }
    return words(
      "attack.title", ["name": .inline(name(id)), "date": .inline(self.date(date))])
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

  /// How many days lie between two things.
  func lag(_ lag: ClosedRange<Int>) -> [Inline] {
    if lag == 0...0 { return words("lag.same-day") }
    if lag.lowerBound < 0 {
      return words("lag.around", ["before": .count(-lag.lowerBound), "to": .count(lag.upperBound)])
    }
    if lag.lowerBound == lag.upperBound {
      return words("lag.days", ["n": .count(lag.lowerBound)])
    }
    return words("lag.range", ["from": .count(lag.lowerBound), "to": .count(lag.upperBound)])
  }
}
