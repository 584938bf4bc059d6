import Evidence

/// One voice that says different things of one matter in two documents.
///
/// It counts once all the same: on a link by its strongest statement, or by its later side, or for
/// neither side. What differs is told, since it may be an error of a document or of the coder.
public struct OriginDiscrepancy: Sendable, Equatable {
  /// What differs.
  public enum Kind: String, Sendable, CaseIterable {
    /// One document has it affirm what it denies in another.
    case stance
    /// The grade.
    case grade
    /// The date of the fact, the dates having no day in common.
    case date
    /// How much of a collective is meant.
    case share
    /// The value of an attribute, the values excluding each other.
    case value
  }

  /// What differs.
  public let kind: Kind
  /// The key of the voice.
  public let origin: String
  /// Its name.
  public let name: String
  /// The link, or `nil` for an attribute.
  public let link: LinkKey?
  /// The matter: the link in words, or the subject and the attribute.
  public let matter: String
  /// The ids of the statements, in the order of the graph.
  public let statements: [String]
  /// What each of them says of it.
  public let says: [String]

  /// The whole in a sentence.
  public var sentence: String {
    let parts = zip(statements, says).map { "\($1) in \($0)" }.joined(separator: ", ")
    return "\(name) has different \(Self.plural(kind)) for \(matter): \(parts)"
  }

  private static func plural(_ kind: Kind) -> String {
    switch kind {
    case .stance: "stances"
    case .grade: "grades"
    case .date: "dates"
    case .share: "shares"
    case .value: "values"
    }
  }
}

extension LinkTable {
  /// Every matter on which one voice says different things in two documents.
  ///
  /// - Returns: Links by key, then attributes by subject and name; each by voice, then by what
  ///   differs.
  /// - Complexity: O(n log n) in the statements, quadratic in those of one voice on one matter.
  public func discrepancies() -> [OriginDiscrepancy] {
    links.flatMap { discrepancies(on: $0.key) } + attributeDiscrepancies()
  }

  /// The discrepancies of voices on one link.
  func discrepancies(on key: LinkKey) -> [OriginDiscrepancy] {
    let statements = draft.statements(on: key).own.map { graph.statements[$0] }.filter(\.canPool)
    let byOrigin = Dictionary(grouping: statements) { weight(of: $0.id)?.origin ?? "" }
    return byOrigin.keys.sorted().flatMap { origin -> [OriginDiscrepancy] in
      let own = byOrigin[origin, default: []]
      func weight(_ statement: Statement) -> StatementWeight? { self.weight(of: statement.id) }
      func found(
        _ kind: OriginDiscrepancy.Kind, _ says: (Statement) -> String?,
        differ: (Statement, Statement) -> Bool
      ) -> OriginDiscrepancy? {
        discrepancy(
          kind, among: own, origin: origin, name: own.first.flatMap(weight)?.originName ?? origin,
          link: key, matter: key.description, says: says, differ: differ)
      }
      return [
        found(.stance, { weight($0)?.side.rawValue }) { weight($0)?.side != weight($1)?.side },
        found(.grade, { weight($0)?.grade }) {
          weight($0)?.side == weight($1)?.side && weight($0)?.grade != weight($1)?.grade
        },
        found(.date, { $0.when.map(Self.words) }) { Self.areApart($0.when, $1.when) },
        found(.share, { $0.share?.description ?? "all" }) {
          $0.stance == $1.stance && ($0.share ?? .all) != ($1.share ?? .all)
        },
      ].compactMap { $0 }
    }
  }

  private func attributeDiscrepancies() -> [OriginDiscrepancy] {
    struct Matter: Hashable {
      var subject: String
      var attribute: String
      var of: String
      var origin: String
    }
    var groups: [Matter: [Statement]] = [:]
    for statement in graph.statements where statement.canPool {
      guard case .attribute(let name, _) = statement.predicate, let subject = statement.subject.id,
        graph.vocabulary.attribute(name)?.single == true
      else { continue }
      let matter = Matter(
        subject: subject, attribute: name, of: statement.of.map { VoiceBook.fold($0) } ?? "",
        origin: draft.scales.voices.origin(of: statement).id)
      groups[matter, default: []].append(statement)
    }
    let matters = groups.keys.sorted {
      ($0.subject, $0.attribute, $0.of, $0.origin) < ($1.subject, $1.attribute, $1.of, $1.origin)
    }
    return matters.compactMap { matter in
      guard let own = groups[matter], let first = own.first,
        let type = graph.vocabulary.attribute(matter.attribute)?.value
      else { return nil }
      return discrepancy(
        .value, among: own, origin: matter.origin,
        name: draft.scales.voices.origin(of: first).name, link: nil,
        matter: "\(matter.subject) \(matter.attribute)" + (first.of.map { " of \($0)" } ?? ""),
        says: { AttributeValue.words(of: $0) }
      ) { AttributeValue.conflict($0, $1, type: type) }
    }
  }

  /// The statements that differ from one in another document, if there are any.
  private func discrepancy(
    _ kind: OriginDiscrepancy.Kind, among statements: [Statement], origin: String, name: String,
    link: LinkKey?, matter: String, says: (Statement) -> String?,
    differ: (Statement, Statement) -> Bool
  ) -> OriginDiscrepancy? {
    let involved = statements.filter { one in
      statements.contains { other in
        one.citation.source != other.citation.source && differ(one, other)
      }
    }
    guard !involved.isEmpty else { return nil }
    return OriginDiscrepancy(
      kind: kind, origin: origin, name: name, link: link, matter: matter,
      statements: involved.map(\.id), says: involved.map { says($0) ?? "nothing" })
  }

  private static func words(_ when: When) -> String {
    if case .date(let date) = when { date.description } else { "a relative date" }
  }

  /// Whether two dates have no day in common.
  private static func areApart(_ one: When?, _ other: When?) -> Bool {
    guard case .date(let a) = one, case .date(let b) = other else { return false }
    return AttributeValue.areApart(a, b)
  }
}
