import Evidence

/// A statement in one line, for tests.
struct Said {
  var statement: Statement
  var grade: String

  /// Reads a statement.
  ///
  /// - Parameters:
  ///   - line: `subject relation object`, a leading `not` for a denial.
  ///   - voice: The asserter in plain words; an entity's id names the entity.
  ///   - grade: The reliability of the source and the credibility, such as `B2`; the digit may be
  ///     left out.
  ///   - source: The source; one for each grade letter unless given.
  ///   - change: Sets rare keys.
  init(
    _ line: String, _ voice: String? = nil, _ grade: String = "A2", in source: String? = nil,
    _ change: (inout Statement) -> Void = { _ in }
  ) {
    var words = line.split(separator: " ").map(String.init)
    let isDenial = words.first == "not"
    if isDenial { words.removeFirst() }
    let object: Term =
      words[2].contains("|")
      ? .oneOf(words[2].split(separator: "|").map(String.init)) : .one(words[2])
    var made = Statement(
      id: "", subject: .one(words[0]), predicate: .relation(words[1], object: object),
      stance: isDenial ? .denies : .affirms, asserter: voice.map { .words($0) },
      credibility: grade.dropFirst().first?.wholeNumberValue.flatMap(Credibility.init(rawValue:)),
      citation: Citation(source: source ?? "paper-\(grade.prefix(1))"))
    change(&made)
    statement = made
    self.grade = grade
  }
}

extension InfluenceGraph {
  /// A graph of statements by the standard vocabulary; their ids are s1, s2 ... in order.
  ///
  /// - Parameters:
  ///   - said: The statements.
  ///   - entities: Entities with a kind other than person, or with dates.
  ///   - asserters: Declared asserters.
  ///   - published: When sources came out.
  ///   - origins: What sources were copied from.
  init(
    _ said: [Said], entities: [Entity] = [], asserters: [DeclaredAsserter] = [],
    published: [String: String] = [:], origins: [String: String] = [:]
  ) {
    let statements = said.enumerated().map { number, one in
      var statement = one.statement
      if statement.id.isEmpty { statement.id = "s\(number + 1)" }
      return statement
    }
    let known = Set(entities.map(\.id))
    let members = entities.flatMap { $0.collective?.members ?? [] }
    let others = Set(statements.flatMap(\.ends) + members).subtracting(known).sorted()
    var sources: [Source] = []
    for (one, statement) in zip(said, statements)
    where !sources.contains(where: { $0.id == statement.citation.source }) {
      let id = statement.citation.source
      sources.append(
        Source(
          id: id, published: published[id].flatMap { try? EDTF($0) },
          reliability: one.grade.first.flatMap { Reliability(rawValue: String($0)) },
          origin: origins[id]))
    }
    self.init(
      sources: sources, asserters: asserters,
      entities: entities + others.map { Entity(id: $0, kind: "person") }, statements: statements)
  }
}
