import Evidence

extension LinkTable {
  /// Everything in the graph that cannot all be right, and every noted error of a source.
  ///
  /// A link contradicts itself if statements of weight stand on both sides, whatever its status, and be
  /// they those of one voice that contradicts itself and so counts for neither. Values are compared
  /// for the same subject, attribute and `of` only, and only where they may hold at one time and for
  /// the same share of a collective: "three dead" does not conflict with "two on the bridge". Of an
  /// attribute that may have several values, only to affirm and to deny the same one is a conflict.
  ///
  /// - Returns: Links by key, then attributes by subject, attribute and `of`, then noted errors in
  ///   the order of the graph.
  /// - Complexity: O(n log n) in the statements, quadratic in the values given for one attribute.
  public func contradictions() -> [Contradiction] {
    disputedLinks + disputedAttributes + notedErrors
  }

  private var disputedLinks: [Contradiction] {
    links.compactMap { link in
      let positions = [Side.affirms, .denies].map { side in
        Contradiction.Position(
          says: side.rawValue,
          statements: (link.statements + link.implied).filter {
            weight(of: $0).map { $0.side == side && $0.trust > 0 } == true
          })
      }
      guard positions.allSatisfy({ !$0.statements.isEmpty }) else { return nil }
      let weighed = Set(positions.flatMap(\.statements))
      return Contradiction(
        kind: .link, subject: link.key.subject, predicate: link.key.relation,
        object: link.key.object, link: link.key, positions: positions,
        unweighed: link.statements.filter { !weighed.contains($0) })
    }
  }

  private var disputedAttributes: [Contradiction] {
    var groups: [AttributeQuestion: [Statement]] = [:]
    for statement in graph.statements {
      guard case .attribute(let name, _) = statement.predicate, let subject = statement.subject.id,
        graph.vocabulary.attribute(name) != nil
      else { continue }
      let question = AttributeQuestion(
        subject: subject, name: name, of: statement.of.map { VoiceBook.fold($0) } ?? "")
      groups[question, default: []].append(statement)
    }
    return groups.keys.sorted().compactMap { question in
      let all = groups[question, default: []]
      let statements = all.filter(\.canPool)
      guard let attribute = graph.vocabulary.attribute(question.name) else { return nil }
      let disputed = statements.filter { one in
        statements.contains { isConflict(one, $0, of: attribute) }
      }
      guard !disputed.isEmpty else { return nil }
      // Of several values only those at odds are told; where one is right, all are.
      return contradiction(
        question, attribute.single ? statements : disputed,
        unweighed: all.filter { !$0.canPool }.map(\.id))
    }
  }

  private func isConflict(
    _ one: Statement, _ other: Statement, of attribute: AttributeDefinition
  ) -> Bool {
    (attribute.single || one.stance.isDenial != other.stance.isDenial)
      && AttributeValue.conflict(one, other, type: attribute.value)
  }

  private func contradiction(
    _ question: AttributeQuestion, _ statements: [Statement], unweighed: [String]
  ) -> Contradiction {
    var positions: [(says: String, ids: [String])] = []
    for statement in statements {
      let says = AttributeValue.words(of: statement)
      if let known = positions.firstIndex(where: { $0.says == says }) {
        positions[known].ids.append(statement.id)
      } else {
        positions.append((says, [statement.id]))
      }
    }
    return Contradiction(
      kind: .attribute, subject: question.subject, predicate: question.name,
      object: statements.first?.of, link: nil,
      positions: positions.map { Contradiction.Position(says: $0.says, statements: $0.ids) },
      unweighed: unweighed)
  }

  private var notedErrors: [Contradiction] {
    graph.statements.compactMap { statement in
      guard let right = statement.sic else { return nil }
      let predicate: String
      let says: String
      switch statement.predicate {
      case .relation(let name, let object):
        predicate = name
        says = object.ids.map { graph.name(of: $0) }.joined(separator: " or ")
      case .attribute(let name, let value):
        predicate = name
        says = value
      }
      return Contradiction(
        kind: .sic, subject: statement.subject.ids.joined(separator: " | "), predicate: predicate,
        object: statement.object?.ids.joined(separator: " | ") ?? statement.of,
        link: statement.linkKey(in: graph.vocabulary),
        positions: [
          Contradiction.Position(says: says, statements: [statement.id]),
          Contradiction.Position(says: right, statements: []),
        ], unweighed: [])
    }
  }
}

/// What the values of an attribute are compared for.
private struct AttributeQuestion: Hashable, Comparable {
  var subject: String
  var name: String
  var of: String

  static func < (left: Self, right: Self) -> Bool {
    (left.subject, left.name, left.of) < (right.subject, right.name, right.of)
  }
}
