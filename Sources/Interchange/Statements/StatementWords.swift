import Evidence

/// A statement in plain words, with who says it, how well, and where.
struct StatementWords {
  /// The graph that it belongs to.
  let graph: InfluenceGraph

  /// A relation or attribute in words: `pledged allegiance`.
  static func words(_ name: String) -> String {
    String(name.map { $0 == "-" ? " " : $0 })
  }

  /// A relation in words, with the modality behind it unless it is plainly asserted, for programs that
  /// show nothing else of a link: `inspired (suspected)`.
  static func hedged(_ relation: String, _ modality: Modality) -> String {
    words(relation) + (modality == .asserted ? "" : " (\(modality.rawValue))")
  }

  /// The name of an entity, or the names of alternatives.
  func name(_ term: Term) -> String { term.ids.map(graph.name(of:)).joined(separator: " or ") }

  /// What is said, whoever says it: `Alpha inspired Bravo`, `Bravo: age = 24`.
  ///
  /// - Parameters:
  ///   - statement: The statement.
  ///   - name: The text of an end; by name unless it is given.
  /// - Returns: The words.
  func matter(_ statement: Statement, name: ((Term) -> String)? = nil) -> String {
    let name = name ?? self.name
    switch statement.predicate {
    case .relation(let relation, let object):
      let verb = graph.vocabulary.verb(of: relation)
      return "\(name(statement.subject)) \(verb) \(name(object))"
    case .attribute(let attribute, let value):
      let counted = statement.of.map { " of \($0)" } ?? ""
      return "\(name(statement.subject)): \(Self.words(attribute))\(counted) = \(value)"
    }
  }

  /// Who says it: `federal indictment via Daily Echo`; the publisher where the document speaks.
  func voice(_ statement: Statement) -> String {
    let source = graph.source(statement.citation.source)
    let publisher = source?.publisher ?? source?.author ?? statement.citation.source
    let carriers = statement.via.map(graph.name(of:))
    guard let asserter = statement.asserter else {
      return ([publisher] + carriers).joined(separator: " via ")
    }
    let first = graph.name(of: asserter)
    let rest = carriers.isEmpty && publisher != first ? [publisher] : carriers
    return first + (rest.isEmpty ? "" : " via " + rest.joined(separator: ", "))
  }

  /// What the voice does with the matter: `says`, `denies`, `found no evidence so far that`.
  func verb(_ statement: Statement, _ bearing: StatementBearing) -> String {
    switch statement.stance {
    case .denies: return "denies that"
    case .findsNoEvidence:
      return statement.soFar ? "found no evidence so far that" : "found no evidence that"
    case .leavesOpen: return "leaves open whether"
    case .affirms: break
    }
    // Who tells that a party claimed something claims nothing.
    if bearing == .claim, statement.relation != "claimed" {
      return "claims, and nobody else in this statement says, that"
    }
    switch statement.modality {
    case .asserted: return "says that"
    case .reported: return "reports that"
    case .suspected: return "suspects that"
    case .opinion: return "holds that"
    case .hypothetical: return "supposes, without saying that it is so, that"
    case .forecast: return "foretells that"
    }
  }

  /// The whole as a sentence: `Daily Echo denies that Alpha inspired Bravo`.
  func sentence(
    _ statement: Statement, _ bearing: StatementBearing, name: ((Term) -> String)? = nil
  ) -> String {
    "\(voice(statement)) \(verb(statement, bearing)) \(matter(statement, name: name))"
  }

  /// The grade, as far as one was given: `B2`, `B`, or `ungraded`.
  func grade(_ statement: Statement) -> String {
    let document = graph.source(statement.citation.source)?.reliability
    var voice: Reliability?
    if case .declared(let id)? = statement.asserter { voice = graph.asserter(id)?.reliability }
    let letter = [document, voice].compactMap { $0 }.max()?.rawValue ?? ""
    let grade = letter + (statement.credibility.map { String($0.rawValue) } ?? "")
    return grade.isEmpty ? "ungraded" : grade
  }

  /// When the fact was, as written: `2015-06~`, `before Bravo by 1w/8w`; nothing if it is not said.
  func when(_ statement: Statement) -> String? {
    switch statement.when {
    case nil: return nil
    case .date(let date): return date.text
    case .relative(let relative):
      let distance = relative.distance.map { " by \($0.text)" } ?? ""
      return "\(relative.side.rawValue) \(graph.name(of: relative.anchor))\(distance)"
    }
  }

  /// Where it stands: `cnn-2016-06-14, paragraph 25`.
  func place(_ statement: Statement) -> String {
    statement.citation.source
      + (statement.citation.paragraphs.map { ", paragraph \($0)" } ?? "")
  }

  /// What else belongs to a statement, each as `name: value`.
  func details(_ statement: Statement) -> [String] {
    var details = [
      "stance: \(statement.stance.rawValue)", "modality: \(statement.modality.rawValue)",
      "grade: \(grade(statement))",
    ]
    func add(_ name: String, _ text: String?) {
      if let text { details.append("\(name): \(text)") }
    }
    add("when", when(statement))
    add("said", statement.said?.text)
    add("through", statement.through.map(graph.name(of:)))
    if !statement.about.isEmpty { add("about", statement.about.joined(separator: ", ")) }
    add("share", statement.share?.description)
    add("role", statement.role)
    add("words", statement.words)
    add("sic", statement.sic)
    add("note", statement.note)
    add("quote", statement.citation.quote?.text)
    return details
  }
}
