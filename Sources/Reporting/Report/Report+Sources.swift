internal import Evidence
internal import InfluenceAnalysis

extension Report {
  /// The sources with their grades.
  var sourceBlocks: [Block] {
    var counts: [String: Int] = [:]
    for statement in evidence.statements { counts[statement.citation.source, default: 0] += 1 }
    var blocks: [Block] = [
      .heading(2, id: "sources", ["Sources"]),
      .paragraph([
        .text(
          "Reliability by the Admiralty code: A completely, B usually, C fairly, D not usually reliable, "
            + "E unreliable, F cannot be judged.")
      ]),
    ]
    for source in evidence.sources {
      var line: [Inline] = [
        .code(source.id), .text(" "),
        .strong([.name(source.title.isEmpty ? source.id : source.title)]),
      ]
      let facts = [source.author, source.publisher, source.published?.text].compactMap { $0 }
      if !facts.isEmpty { line += [.text(", "), .name(facts.joined(separator: ", "))] }
      var grade: [Inline] = [
        .text(source.reliability.map { "Reliability \($0.rawValue)" } ?? "Reliability not given")
      ]
      if let why = source.why { grade += [.text(": "), .name(why)] }
      grade.append(
        .text(". \(Plural.text(counts[source.id, default: 0], "statement", "statements"))."))
      if let origin = source.origin { grade += [.text(" Copied from "), .name(origin), "."] }
      var entry: [Block] = [.paragraph(line), .paragraph(grade)]
      if let url = source.url { entry.append(.paragraph([.link(url, address: url)])) }
      blocks.append(.anchored(id: Anchor.source(source.id), entry))
    }
    return blocks
  }

  /// How the numbers came about.
  var methodBlocks: [Block] {
    let policy = network.policy
    func list<Key: Comparable>(
      _ values: [Key: Double], _ name: (Key) -> String
    ) -> String {
      values.sorted { $0.key < $1.key }.map { "\(name($0.key)) \(CentralityReport.text($0.value))" }
        .joined(separator: ", ")
    }
    let relations = evidence.vocabulary.relations(of: network.projection).joined(separator: ", ")
    return [
      .heading(2, id: "method", ["Method"]),
      .lines([
        [
          .text(
            "A statement is what a source says, never a line of the picture. Statements on one subject, "
              + "relation and object are weighed together: each independent voice counts once, by its "
              + "strongest statement, and denials count against affirmations.")
        ],
        [
          .text(
            "A probability is the chance, under policy \(policy.name), that what the sources say "
              + "establishes the link. It is not a base rate and was not calibrated against outcomes."
          )
        ],
        [.text("Reliability counts as \(list(policy.reliability) { $0.rawValue }).")],
        [.text("Credibility counts as \(list(policy.credibility) { "\($0.rawValue)" }).")],
        [
          .text(
            "A denial counts \(CentralityReport.text(policy.directDenial)), no evidence found "
              + "\(CentralityReport.text(policy.noEvidence)), none so far "
              + "\(CentralityReport.text(policy.noEvidenceYet)), an interested voice "
              + "\(CentralityReport.text(policy.interest)) of its grade.")
        ],
        [
          .text(
            "What only the credited party affirms is claimed only and makes no chain; nor does a denial, a "
              + "hypothesis or an open question.")
        ],
        [.text("Projection \(network.projection.name): \(relations).")],
        [
          .text(
            "The words for probabilities are those of ICD 203: almost no chance under 5 %, very unlikely "
              + "to 20 %, unlikely to 45 %, roughly even chance to 55 %, likely to 80 %, very likely to "
              + "95 %, almost certain above.")
        ],
        [
          .text(
            "Made by Throughline \(edition.version) on \(edition.date), seed \(edition.seed); the same graph, "
              + "policy and seed give the same report.")
        ],
      ]),
    ]
  }

  /// Every statement, with a place of its own that the report refers to.
  var appendix: [Block] {
    var blocks: [Block] = [.heading(2, id: "statements", ["Statements"])]
    for statement in evidence.statements {
      var entry: [Block] = [
        .paragraph([.code(statement.id), .text(" "), .name(sentence(statement))]),
        .paragraph([
          .name(context.asserter(of: statement)), .text(", \(context.grade(of: statement)), "),
          .reference(
            context.place(of: statement), to: Anchor.source(statement.citation.source)),
        ]),
      ]
      if let quote = statement.citation.quote {
        entry.append(.paragraph([.text("\u{201C}"), .name(quote.text), .text("\u{201D}")]))
      }
      let notes = [
        statement.words.map { "in the words \u{201C}\($0)\u{201D}" },
        statement.confirmedBy.map { "confirmed by \($0)" },
        statement.sic.map { "the source errs: \($0)" }, statement.note,
      ].compactMap { $0 }
      if !notes.isEmpty { entry.append(.paragraph([.name(notes.joined(separator: "; "))])) }
      blocks.append(.anchored(id: Anchor.statement(statement.id), entry))
    }
    return blocks
  }

  private func sentence(_ statement: Statement) -> String {
    let hedges = context.hedges(of: statement)
    let date = statement.when.map { ", \(context.text(of: $0))" } ?? ""
    let through = statement.through.map { ", through \(evidence.name(of: $0))" } ?? ""
    return context.sentence(statement) + date + through
      + (hedges.isEmpty ? "" : " (\(hedges.joined(separator: ", ")))")
  }
}
