/// Checks a graph against its vocabulary, its sources and itself.
///
/// Rules, each a stable word: `duplicate-id`, `unknown-kind`, `unknown-relation`, `unknown-attribute`,
/// `unknown-entity`, `unknown-source`, `unknown-statement`, `wrong-kind`, `wrong-value`,
/// `missing-paragraph`, `quote-not-found`, `alternatives`, `collective` (errors); `ambiguous-name`,
/// `unused-entity`, `unused-source`, `uncoded-paragraph`, `uncited-date`, `so-far`, `share`,
/// `no-paragraph` (warnings).
public struct GraphValidator: Sendable {
  let graph: InfluenceGraph
  private var findings: [Finding] = []

  /// Prepares the check of a graph.
  ///
  /// - Parameter graph: The graph.
  public init(_ graph: InfluenceGraph) {
    self.graph = graph
  }

  /// Checks everything.
  ///
  /// - Parameter graph: The graph.
  /// - Returns: The findings, in the order of the graph's parts.
  /// - Complexity: O(n) in statements, entities and paragraphs; quotes are searched in the cited
  ///   paragraphs only.
  public static func findings(in graph: InfluenceGraph) -> [Finding] {
    var validator = GraphValidator(graph)
    validator.checkIds()
    validator.checkEntities()
    validator.checkStatements()
    validator.checkUse()
    return validator.findings
  }

  private mutating func error(_ rule: String, _ place: Place, _ message: String, mend: String) {
    findings.append(Finding(.error, rule: rule, message: message, mend: mend, place: place))
  }

  private mutating func warn(_ rule: String, _ place: Place, _ message: String, mend: String) {
    findings.append(Finding(.warning, rule: rule, message: message, mend: mend, place: place))
  }
}

extension GraphValidator {
  private mutating func checkIds() {
    checkUnique(graph.sources.map(\.id), what: "source") { .source($0) }
    checkUnique(graph.asserters.map(\.id), what: "asserter") { .asserter($0) }
    checkUnique(graph.entities.map(\.id), what: "entity") { .entity($0) }
    checkUnique(graph.statements.map(\.id), what: "statement") { .statement($0) }
    for (index, asserter) in graph.asserters.enumerated() {
      for id in asserter.interestIn {
        checkEntity(id, Place(.asserter(index), "interest-in"), role: "an interest")
      }
    }
  }

  private mutating func checkUnique(
    _ ids: [String], what: String, item: (Int) -> Place.Item
  ) {
    var seen: Set<String> = []
    for (index, id) in ids.enumerated() {
      let place = Place(item(index), "id")
      if id.isEmpty {
        error("duplicate-id", place, "this \(what) has an empty id", mend: "give it an id")
      } else if !seen.insert(id).inserted {
        error(
          "duplicate-id", place, "a second \(what) has the id '\(id)'",
          mend: "give one of the two another id, or merge them")
      }
    }
  }

  private mutating func checkEntities() {
    for (index, entity) in graph.entities.enumerated() {
      if graph.vocabulary.kind(entity.kind) == nil {
        let known = graph.vocabulary.kinds.map(\.name).joined(separator: ", ")
        error(
          "unknown-kind", Place(.entity(index), "kind"),
          "'\(entity.kind)' is no kind of the vocabulary",
          mend: near(entity.kind, among: graph.vocabulary.kinds.map(\.name))
            ?? "use one of \(known)")
      }
      for member in entity.collective?.members ?? [] {
        let place = Place(.entity(index), "collective")
        checkEntity(member, place, role: "a member")
        if member == entity.id {
          error(
            "collective", place, "'\(entity.id)' is listed as a member of itself",
            mend: "remove it from its members")
        }
      }
      for alias in entity.sourceAliases where graph.source(alias.source) == nil {
        unknownSource(alias.source, Place(.entity(index), "aliases-in"))
      }
      checkAmbiguity(of: entity, Place(.entity(index)))
    }
  }

  private mutating func checkAmbiguity(of entity: Entity, _ place: Place) {
    for name in [entity.name] + entity.aliases {
      if case .many(let ids) = graph.resolve(name), ids.first == entity.id {
        warn(
          "ambiguous-name", place, "the name '\(name)' fits \(ids.joined(separator: ", "))",
          mend: "drop the alias from all but one, or restrict it with aliases-in")
      }
    }
  }

  private mutating func checkEntity(_ id: String, _ place: Place, role: String) {
    guard graph.entity(id) == nil else { return }
    var mend = "add the entity, or correct the id"
    switch graph.resolve(id) {
    case .one(let other): mend = "write '\(other)'"
    case .many(let others): mend = "write one of \(others.joined(separator: ", "))"
    case .none(let suggestions):
      if !suggestions.isEmpty { mend += "; near it: \(suggestions.joined(separator: ", "))" }
    }
    error("unknown-entity", place, "\(role) names '\(id)', which is no entity", mend: mend)
  }

  private mutating func unknownSource(_ id: String, _ place: Place) {
    error(
      "unknown-source", place, "'\(id)' is no source of this graph",
      mend: "add it to sources, or correct the id")
  }
}

extension GraphValidator {
  private mutating func checkStatements() {
    for (index, statement) in graph.statements.enumerated() {
      let item = Place.Item.statement(index)
      checkTerm(statement.subject, Place(item, "subject"), role: "the subject")
      switch statement.predicate {
      case .relation(let name, let object):
        checkTerm(object, Place(item, "object"), role: "the object")
        checkRelation(name, statement, object, item)
      case .attribute(let name, let value):
        checkAttribute(name, value, item)
      }
      checkRest(of: statement, item)
      checkCitation(statement, item)
    }
  }

  private mutating func checkTerm(_ term: Term, _ place: Place, role: String) {
    for id in term.ids { checkEntity(id, place, role: role) }
    if case .oneOf(let ids) = term, Set(ids).count < 2 {
      error(
        "alternatives", place, "\(role) has fewer than two different alternatives",
        mend: "name the one entity, or add the other alternatives")
    }
  }

  private mutating func checkRelation(
    _ name: String, _ statement: Statement, _ object: Term, _ item: Place.Item
  ) {
    guard let relation = graph.vocabulary.relation(name) else {
      let mend =
        graph.vocabulary.relation(inverse: name).map {
          "exchange the ends and write '\($0.name)'"
        }
        ?? near(name, among: graph.vocabulary.relations.flatMap { [$0.name, $0.inverse] })
        ?? "use a relation of the vocabulary, or pass your own with --vocabulary"
      error(
        "unknown-relation", Place(item, "relation"), "'\(name)' is no relation of the vocabulary",
        mend: mend)
      return
    }
    for subject in statement.subject.ids {
      for object in object.ids {
        guard let from = graph.entity(subject)?.kind, let to = graph.entity(object)?.kind,
          graph.vocabulary.kind(from) != nil, graph.vocabulary.kind(to) != nil,
          !graph.vocabulary.allows(relation, subject: from, object: to)
        else { continue }
        let same = relation.sameKind ? ", both of one kind" : ""
        error(
          "wrong-kind", Place(item, "relation"),
          "'\(name)' cannot join \(subject) (\(from)) to \(object) (\(to))",
          mend: "it joins \(relation.subject.joined(separator: "/")) to "
            + "\(relation.object.joined(separator: "/"))\(same): use another relation or ends")
      }
    }
  }

  /// The mend for a slip of a known word.
  private func near(_ word: String, among known: [String]) -> String? {
    NearMiss.nearest(to: word, among: known).map { "write '\($0)'" }
  }

  private mutating func checkAttribute(_ name: String, _ value: String, _ item: Place.Item) {
    guard let attribute = graph.vocabulary.attribute(name) else {
      error(
        "unknown-attribute", Place(item, "attribute"),
        "'\(name)' is no attribute of the vocabulary",
        mend: near(name, among: graph.vocabulary.attributes.map(\.name))
          ?? "use an attribute of the vocabulary (description fits anything)")
      return
    }
    let mend: String?
    switch attribute.value {
    case .number:
      mend = Quantity(value) == nil ? "write a number: 5, ~200, >2000, <60 or 50..60" : nil
    case .date:
      do throws(EDTFError) {
        _ = try EDTF(value)
        mend = nil
      } catch { mend = error.mend }
    case .yesNo: mend = value == "yes" || value == "no" ? nil : "write yes or no"
    case .text: mend = value.isEmpty ? "write what the source says" : nil
    }
    if let mend {
      self.error(
        "wrong-value", Place(item, "value"), "'\(value)' is no value of '\(name)'", mend: mend)
    }
  }

  private mutating func checkRest(of statement: Statement, _ item: Place.Item) {
    for id in statement.about {
      if graph.statement(id) == nil || id == statement.id {
        error(
          "unknown-statement", Place(item, "about"),
          "'\(id)' is no other statement of this graph",
          mend: "name the ids of the statements that this one judges")
      }
    }
    if let id = statement.through { checkEntity(id, Place(item, "through"), role: "through") }
    for case .entity(let id) in [statement.asserter].compactMap({ $0 }) + statement.via {
      checkEntity(id, Place(item, "asserter"), role: "a voice")
    }
    if case .relative(let relative) = statement.when {
      checkEntity(relative.anchor, Place(item, "when"), role: "the time")
    }
    if statement.soFar && !statement.stance.isDenial {
      warn(
        "so-far", Place(item, "so-far"), "'so far' has no meaning on a statement that affirms",
        mend: "remove it, or correct the stance")
    }
    if statement.share != nil,
      !statement.ends.contains(where: { graph.entity($0)?.collective != nil })
    {
      warn(
        "share", Place(item, "share"), "a share is given, but no end is a collective",
        mend: "mark the entity with collective:, or remove the share")
    }
  }

  private mutating func checkCitation(_ statement: Statement, _ item: Place.Item) {
    let citation = statement.citation
    guard let source = graph.source(citation.source) else {
      unknownSource(citation.source, Place(item, "source"))
      return
    }
    guard let paragraphs = citation.paragraphs else {
      if !source.paragraphs.isEmpty {
        warn(
          "no-paragraph", Place(item, "cite"),
          "the citation names no paragraph of '\(source.id)'", mend: "add the paragraph number")
      }
      return
    }
    guard !source.paragraphs.isEmpty else { return }
    if paragraphs.last > source.paragraphs.count {
      error(
        "missing-paragraph", Place(item, "paragraph"),
        "'\(source.id)' has \(source.paragraphs.count) paragraphs, the citation names "
          + "\(paragraphs)", mend: "correct the number: non-blank lines are counted from 1")
    } else if let quote = citation.quote,
      !paragraphs.numbers.contains(where: { quote.find(in: source.paragraphs[$0 - 1]) != nil })
    {
      error(
        "quote-not-found", Place(item, "quote"),
        "the quote does not stand in paragraph \(paragraphs) of '\(source.id)'",
        mend: "copy the words from the text, or give their two ends joined by ' ... '")
    }
  }
}

extension GraphValidator {
  private mutating func checkUse() {
    var used: Set<String> = []
    var cited: [String: Set<Int>] = [:]
    var dated: Set<String> = []
    for statement in graph.statements {
      used.formUnion(statement.ends)
      used.formUnion([statement.through].compactMap { $0 })
      for case .entity(let id) in [statement.asserter].compactMap({ $0 }) + statement.via {
        used.insert(id)
      }
      if case .relative(let relative) = statement.when { used.insert(relative.anchor) }
      cited[statement.citation.source, default: []]
        .formUnion(
          statement.citation.paragraphs?.numbers(
            upTo: graph.source(statement.citation.source)?.paragraphs.count ?? 0) ?? [])
      if case .attribute(let name, _) = statement.predicate {
        for id in statement.subject.ids { dated.insert("\(id) \(name)") }
      }
      if statement.when != nil { for id in statement.ends { dated.insert("\(id) date") } }
    }
    for entity in graph.entities where used.contains(entity.id) {
      used.formUnion(entity.collective?.members ?? [])
    }
    for (index, entity) in graph.entities.enumerated() {
      if !used.contains(entity.id) {
        warn(
          "unused-entity", Place(.entity(index)), "no statement speaks of '\(entity.id)'",
          mend: "code what the sources say of it, or remove it")
      }
      checkDates(of: entity, at: index, dated: dated)
    }
    for (index, source) in graph.sources.enumerated() {
      checkCoverage(of: source, at: index, cited: cited[source.id])
    }
  }

  private mutating func checkDates(of entity: Entity, at index: Int, dated: Set<String>) {
    for (key, value) in [("born", entity.born), ("died", entity.died), ("date", entity.date)] {
      guard let value, !dated.contains("\(entity.id) \(key)"),
        !(key == "date"
          && (dated.contains("\(entity.id) released") || dated.contains("\(entity.id) issued")
            || dated.contains("\(entity.id) recorded")))
      else { continue }
      warn(
        "uncited-date", Place(.entity(index), key),
        "no statement gives '\(entity.id)' the \(key) \(value.text)",
        mend: "add a statement '\(entity.id) \(key) = \(value.text)' with its source")
    }
  }

  private mutating func checkCoverage(of source: Source, at index: Int, cited: Set<Int>?) {
    guard let cited else {
      warn(
        "unused-source", Place(.source(index)), "no statement cites '\(source.id)'",
        mend: "code it, or remove it")
      return
    }
    guard graph.depth == .full, !source.paragraphs.isEmpty else { return }
    let missing = (1...source.paragraphs.count).filter { !cited.contains($0) }
    if !missing.isEmpty {
      warn(
        "uncoded-paragraph", Place(.source(index)),
        "\(missing.count) of \(source.paragraphs.count) paragraphs of '\(source.id)' hold no "
          + "statement: \(missing.map(String.init).joined(separator: ", "))",
        mend: "code them, or leave them if they state nothing")
    }
  }
}
