internal import Evidence
internal import InfluenceAnalysis

extension ReportPage {
  /// The sources with their grades.
  var sourceBlocks: [Block] {
    var counts: [String: Int] = [:]
    for statement in evidence.statements { counts[statement.citation.source, default: 0] += 1 }
    let best = evidence.sources.count { ($0.reliability ?? .f) <= .b }
    var blocks: [Block] = [
      section("sources", "sources.heading"),
      .answer(
        words(
          "sources.answer", ["n": .count(evidence.sources.count), "reliable": .count(best)])),
      .paragraph(words("sources.meaning")),
    ]
    for source in evidence.sources {
      blocks.append(
        .anchored(
          id: Anchor.source(source.id), entry(source, count: counts[source.id, default: 0])))
    }
    return blocks
  }

  private func entry(_ source: Source, count: Int) -> [Block] {
    let facts =
      [source.author, source.publisher].compactMap { $0 }.map { [Inline.name($0)] }
      + [source.published.map { DateWords(words: words).inline($0) }].compactMap { $0 }
    var blocks: [Block] = [
      .paragraph(
        words(
          "sources.entry",
          [
            "title": .inline([.strong([.name(source.title.isEmpty ? source.id : source.title)])]),
            "facts": .inline(words.joined(facts, by: "list.comma")),
            "id": .inline([.code(source.id)]),
          ])),
      .paragraph(
        words(
          "sources.grade",
          [
            "letter": .text(source.reliability?.rawValue ?? ""), "why": .name(source.why ?? ""),
            "n": .count(count), "origin": .name(source.origin ?? ""),
          ])),
    ]
    if let note = source.note {
      blocks.append(.paragraph(words("sources.note", ["text": .name(note)])))
    }
    if let url = source.url { blocks.append(.paragraph([.link(url, address: url)])) }
    return blocks
  }

  /// How the numbers came about, and under which conditions.
  var methodBlocks: [Block] {
    let conditions = report.conditions
    let policy = network.policy
    func worths<Key: Comparable>(
      _ values: [Key: Double], _ name: (Key) -> String
    ) -> [Inline] {
      words.joined(
        values.sorted { $0.key < $1.key }.map {
          [.text("\(name($0.key)) \(words.number($0.value))")]
        },
        by: "list.comma")
    }
    let relations = evidence.vocabulary.relations(of: network.projection).map {
      prose.verb($0)
    }
    let rows: [(String, [Inline])] = [
      ("version", [.text(conditions.edition.version)]), ("date", [.text(conditions.edition.date)]),
      ("policy", [.name(conditions.policy)]), ("projection", [.name(conditions.projection)]),
      (
        "dependence", words("condition.dependence." + conditions.dependence.rawValue)
      ),
      (
        "as-of",
        conditions.edition.asOf.map { [.text($0)] } ?? words("condition.as-of.all")
      ),
      ("seed", [.text("\(conditions.edition.seed)")]),
      ("samples", [.text(words.number(conditions.samples))]),
      ("draws", [.text(words.number(conditions.draws))]),
      ("window", words("lag.length", ["n": .count(conditions.window)])),
    ]
    let onAttacks =
      report.attacks.isEmpty ? [] : [words("method.several"), words("method.verdict")]
    return [
      section("method", "method.heading"), .answer(words("method.answer")),
      .lines(
        [
          words("method.statement"),
          words(
            "method.status",
            [
              "supported": .inline(words.percent(policy.supported)),
              "dispute": .inline(words.percent(policy.dispute)),
            ]), words("method.chance", ["policy": .name(policy.name)]),
          words("method.claim"), words("method.chain"),
        ] + onAttacks + [
          words(
            "method.grades",
            [
              "reliability": .inline(worths(policy.reliability) { $0.rawValue }),
              "credibility": .inline(worths(policy.credibility) { "\($0.rawValue)" }),
            ]),
          words(
            "method.denials",
            [
              "denial": .text(words.number(policy.directDenial)),
              "none": .text(words.number(policy.noEvidence)),
              "yet": .text(words.number(policy.noEvidenceYet)),
              "interest": .text(words.number(policy.interest)),
            ]),
          words(
            "method.projection",
            [
              "name": .name(network.projection.name),
              "relations": .inline(words.joined(relations, by: "list.comma")),
            ]),
          words("method.words"),
        ]),
      .table(
        Table(
          caption: words("method.conditions"), columns: columns("condition", "value"),
          rows: rows.map { [words("condition." + $0.0), $0.1] })),
      .paragraph(words("method.again")),
    ]
  }

  /// Every statement, numbered as in the text, with its citation and where it is cited.
  func statementBlocks(citedIn cited: CitedPlaces) -> [Block] {
    var blocks: [Block] = [
      section("statements", "statements.heading"),
      .answer(words("statements.answer", ["n": .count(evidence.statements.count)])),
    ]
    for statement in evidence.statements {
      let anchor = Anchor.statement(statement.id)
      blocks.append(
        .anchored(id: anchor, entry(statement, places: cited.places[anchor] ?? [])))
    }
    return blocks
  }

  private func entry(_ statement: Statement, places: [CitedPlaces.Place]) -> [Block] {
    let source = evidence.source(statement.citation.source)
    let title = source.map { $0.title.isEmpty ? $0.id : $0.title } ?? statement.citation.source
    let address = source?.url.flatMap { MarkupText.isSafe(address: $0) ? $0 : nil }
    var blocks: [Block] = [
      .paragraph(
        words(
          "statements.entry",
          [
            "number": .inline([.strong([.name(prose.label(statement.id))])]),
            "said": .inline(prose.said(statement, hasNote: false)),
            "when": .inline(statement.when.map(prose.when) ?? []),
            "through": .inline(statement.through.map(prose.name) ?? []),
          ])),
      .paragraph(
        words(
          "statements.citation",
          [
            "source": .inline([
              .reference([.name(title)], to: Anchor.source(statement.citation.source))
            ]),
            "paragraph": .text(statement.citation.paragraphs.map { "\($0)" } ?? ""),
            "link": .inline(
              address.map { [.link(words.plain("statements.open"), address: $0)] } ?? []),
            "id": .inline(prose.hasShortIds ? [] : [.code(statement.id)]),
            "interested": .flag(
              network.table.weight(of: statement.id)?.isInterested ?? false),
          ])),
    ]
    if let quote = statement.citation.quote {
      blocks.append(.paragraph(words("quoted", ["text": .name(quote.text)])))
    }
    let notes: [[Inline]] = [
      statement.words.map { words("statements.words", ["text": .name($0)]) },
      statement.confirmedBy.map { words("statements.confirmed", ["who": .name($0)]) },
      statement.sic.map { words("statements.sic", ["text": .name($0)]) },
      statement.note.map { [.name($0)] },
    ].compactMap { $0 }
    if !notes.isEmpty {
      blocks.append(.paragraph(words.joined(notes, by: "list.semicolon")))
    }
    if !places.isEmpty {
      let links = places.map { [Inline.reference($0.title, to: $0.id)] }
      blocks.append(
        .paragraph(
          words("statements.cited", ["places": .inline(words.joined(links, by: "list.comma"))])))
    }
    return blocks
  }
}
