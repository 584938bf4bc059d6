import Evidence

extension LinkTable {
  /// Everything in the graph that cannot all be right, and every noted error of a source.
  ///
  /// A link contradicts itself if both sides have weight, whatever its status. Values are compared
  /// for the same subject, attribute and `of` only, and only where they may hold at one time and for
  /// the same share of a collective: "three dead" does not conflict with "two on the bridge".
  ///
  /// - Returns: Links by key, then attributes by subject, attribute and `of`, then noted errors in
  ///   the order of the graph.
  /// - Complexity: O(n log n) in the statements, quadratic in the values given for one attribute.
  public func contradictions() -> [Contradiction] {
    disputedLinks + disputedAttributes + notedErrors
  }

  private var disputedLinks: [Contradiction] {
    links.filter { $0.pooled.support > 0 && $0.pooled.opposition > 0 }.map { link in
      Contradiction(
        kind: .link, subject: link.key.subject, predicate: link.key.relation,
        object: link.key.object, link: link.key,
        positions: [Side.affirms, .denies].map { side in
          Contradiction.Position(
            says: side.rawValue,
            statements: (link.statements + link.implied).filter {
              weight(of: $0).map { $0.side == side && $0.trust > 0 } == true
            })
        })
    }
  }

  private var disputedAttributes: [Contradiction] {
    var groups: [AttributeQuestion: [Statement]] = [:]
    for statement in graph.statements where statement.canPool {
      guard case .attribute(let name, _) = statement.predicate, let subject = statement.subject.id,
        graph.vocabulary.attribute(name)?.single == true
      else { continue }
      let question = AttributeQuestion(
        subject: subject, name: name, of: statement.of.map { VoiceBook.fold($0) } ?? "")
      groups[question, default: []].append(statement)
    }
    return groups.keys.sorted().compactMap { question in
      let statements = groups[question, default: []]
      guard let type = graph.vocabulary.attribute(question.name)?.value else { return nil }
      let isDisputed = statements.indices.contains { one in
        statements[one...].dropFirst().contains {
          AttributeValue.conflict(statements[one], $0, type: type)
        }
      }
      return isDisputed ? contradiction(question, statements) : nil
    }
  }

  private func contradiction(
    _ question: AttributeQuestion, _ statements: [Statement]
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
      positions: positions.map { Contradiction.Position(says: $0.says, statements: $0.ids) })
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
        ])
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
