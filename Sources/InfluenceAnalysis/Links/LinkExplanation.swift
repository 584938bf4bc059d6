public import Evidence

/// How the probability of one link came about, voice by voice.
public struct LinkExplanation: Sendable, Equatable {
  /// What names the link.
  public let key: LinkKey
  /// How strong an involvement it states.
  public let degree: Degree
  /// Support, opposition, the three chances, the echo and the status.
  public let pooled: Pooled
  /// The probability and its status in words.
  public let phrase: String
  /// The probability with every reliability and credibility 15 % lower and higher.
  public let sensitivity: Sensitivity
  /// The name of the policy.
  public let policy: String
  /// Every voice that says something of the link: those that count, affirming ones first, each side
  /// by key of the voice; then those that do not, by key.
  public let origins: [OriginExplanation]
  /// What else a reader must know, in sentences.
  public let notes: [String]

  /// The voices that count.
  public var counting: [OriginExplanation] { origins.filter { $0.counts != nil } }
}

/// What one voice says of a link, and which of its statements counts.
public struct OriginExplanation: Sendable, Equatable {
  /// The key by which its copies are recognised.
  public let id: String
  /// Its name.
  public let name: String
  /// The side on which it counts; `nil` if it counts for neither.
  public let side: Side?
  /// The statement that counts; `nil` if none does.
  public let counts: StatementExplanation?
  /// Its other statements, in the order of the graph, those on the link itself first.
  public let others: [StatementExplanation]
}

/// What one statement weighs on a link, and if it does not count, why.
public struct StatementExplanation: Sendable, Equatable {
  /// Why a statement does not count.
  public enum Silence: String, Sendable, CaseIterable {
    /// The same voice says it with more trust, or said it first.
    case weaker
    /// The same voice took it back later.
    case takenBack = "taken back"
    /// The same voice says the contrary, and it is not known which came later.
    case contradictsItself = "contradicts itself"
    /// Its grade, or its weight as a denial, is 0.
    case weightless
    /// It is only supposed.
    case hypothetical
    /// It is foretold.
    case forecast
    /// It asks, or leaves the matter undecided.
    case leftOpen = "left open"
    /// It judges other statements, not the matter.
    case judgement
  }

  /// The id of the statement.
  public let statement: String
  /// What it says of the link.
  public let stance: Stance
  /// The factors of its trust; `nil` for a statement that can never count.
  public let weight: StatementWeight?
  /// What the grade's digit is worth, before the halvings; `nil` for one that can never count.
  public let credibility: Double?
  /// The id of the source.
  public let source: String
  /// The paragraphs, such as `8-9`; `nil` if none are given.
  public let paragraph: String?
  /// The link that the statement itself speaks of, if it bears on this one by implication.
  public let through: LinkKey?
  /// Why it does not count; `nil` if it does.
  public let silence: Silence?

  /// The trust; `nil` for a statement that can never count.
  public var trust: Double? { weight?.trust }
  /// The grade that counted, such as `B2`; `nil` for a statement that can never count.
  public var grade: String? { weight?.grade }
}

extension LinkTable {
  /// How the probability of a link came about.
  ///
  /// - Parameter key: Its key; the ends of a symmetric relation in either order.
  /// - Returns: The explanation, or `nil` if no statement speaks of the link.
  /// - Complexity: O(n log n) in the statements that bear on the link, and O(n) in all statements to
  ///   find those that name it among alternatives.
  public func explanation(of key: LinkKey) -> LinkExplanation? {
    guard let link = self[key] else { return nil }
    let origins = OriginReader(table: self, link: link).origins
    return LinkExplanation(
      key: link.key, degree: link.degree, pooled: link.pooled, phrase: link.phrase,
      sensitivity: link.sensitivity, policy: policy.name, origins: origins,
      notes: notes(on: link, origins))
  }

  private func notes(on link: Link, _ origins: [OriginExplanation]) -> [String] {
    var notes: [String] = []
    let statements = origins.flatMap { ($0.counts.map { [$0] } ?? []) + $0.others }
    for statement in statements {
      if let note = statement.weight?.note { notes.append("\(statement.statement): \(note)") }
    }
    for statement in statements {
      if let through = statement.through {
        notes.append(
          "\(statement.statement) speaks of '\(through)', which bears on this link by implication")
      }
    }
    let weak = origins.filter { $0.counts?.weight?.isWeak == true }
    if weak.count > 1 {
      notes.append(
        "\(weak.map(\.name).joined(separator: ", ")): of doubtful reliability; they share one "
          + "common doubt and are right or wrong together")
    }
    notes += discrepancies(on: link.key).map(\.sentence)
    for statement in graph.statements where names(statement, link.key) {
      notes.append("\(statement.id) names it as one of several, and counts for none of them")
    }
    if link.pooled.status == .claimedOnly {
      notes.append("only the party that it credits affirms it: it makes no arc")
    } else if !link.isAffirmed, link.pooled.support > 0 {
      notes.append("it only follows from other links: it makes no arc")
    }
    for (scale, words) in [(0.85, "lower"), (1.15, "higher")] {
      let status = Pooling.pool(link.origins, policy: policy, scale: scale).status
      if status != link.pooled.status {
        notes.append("with every grade 15 % \(words) it would be \(status.rawValue)")
      }
    }
    return notes
  }

  /// Whether a statement names the link among alternatives.
  private func names(_ statement: Statement, _ key: LinkKey) -> Bool {
    guard case .relation(let name, let object) = statement.predicate, name == key.relation,
      statement.subject.id == nil || object.id == nil
    else { return false }
    func joins(_ subject: String, _ end: String) -> Bool {
      statement.subject.ids.contains(subject) && object.ids.contains(end)
    }
    return joins(key.subject, key.object)
      || graph.vocabulary.relation(name)?.isSymmetric == true && joins(key.object, key.subject)
  }
}

/// Reads from a table what each voice says of a link.
private struct OriginReader {
  let table: LinkTable
  let link: Link

  /// Every voice on the link, those that count first.
  var origins: [OriginExplanation] {
    let groups = groups
    let counting = link.origins.compactMap { verdict in
      groups[verdict.id].map { explanation(verdict.id, $0, verdict: verdict) }
    }
    let counted = Set(link.origins.map(\.id))
    let silent = groups.keys.filter { !counted.contains($0) }.sorted().compactMap { id in
      groups[id].map { explanation(id, $0, verdict: nil) }
    }
    return counting + silent
  }

  /// The statements on the link and those that bear on it, by voice.
  private var groups: [String: [Statement]] {
    let found = table.draft.statements(on: link.key)
    var groups: [String: [Statement]] = [:]
    for number in found.own + found.implied {
      let statement = table.graph.statements[number]
      groups[origin(of: statement).id, default: []].append(statement)
    }
    return groups
  }

  private func origin(of statement: Statement) -> (id: String, name: String) {
    if let weight = table.weight(of: statement.id) { return (weight.origin, weight.originName) }
    let voice = table.draft.scales.voices.origin(of: statement)
    return (voice.id, voice.name)
  }

  private func explanation(
    _ id: String, _ statements: [Statement], verdict: OriginVerdict?
  ) -> OriginExplanation {
    let counting = statements.first { $0.id == verdict?.statement }
    return OriginExplanation(
      id: id, name: verdict?.name ?? statements.first.map { origin(of: $0).name } ?? id,
      side: verdict?.side, counts: counting.map { explanation($0, silence: nil) },
      others: statements.filter { $0.id != counting?.id }.map {
        explanation($0, silence: silence(of: $0, verdict: verdict))
      })
  }

  private func explanation(
    _ statement: Statement, silence: StatementExplanation.Silence?
  ) -> StatementExplanation {
    let weight = table.weight(of: statement.id)
    let key = statement.linkKey(in: table.graph.vocabulary)
    return StatementExplanation(
      statement: statement.id, stance: statement.stance, weight: weight,
      credibility: weight.map { table.policy.worth(of: $0.credibility) },
      source: statement.citation.source, paragraph: statement.citation.paragraphs?.description,
      through: key == link.key ? nil : key, silence: silence)
  }

  private func silence(
    of statement: Statement, verdict: OriginVerdict?
  ) -> StatementExplanation.Silence {
    guard let weight = table.weight(of: statement.id) else {
      if statement.modality == .hypothetical { return .hypothetical }
      if statement.modality == .forecast { return .forecast }
      return statement.stance == .leavesOpen ? .leftOpen : .judgement
    }
    guard weight.trust > 0 else { return .weightless }
    guard let verdict else { return .contradictsItself }
    return weight.side == verdict.side ? .weaker : .takenBack
  }
}
