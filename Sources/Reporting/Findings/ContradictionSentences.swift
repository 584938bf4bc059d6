internal import Evidence
internal import InfluenceAnalysis

/// A contradiction in sentences: the matter, what it comes to, and each side in turn.
struct ContradictionSentences {
  /// One side, or what counts for none.
  struct Side {
    /// What the side holds.
    var heading: String
    /// Whether the heading holds text from data, such as a value.
    var isValue = false
    /// Who says so, a sentence a statement.
    var lines: [(statement: Statement, sentence: String)]
  }

  let contradiction: Contradiction
  let context: FindingContext

  private var evidence: InfluenceGraph { context.evidence }

  /// What is contradicted.
  var matter: String {
    if let link = contradiction.link { return context.sentence(link) }
    let words = evidence.vocabulary.verb(of: contradiction.predicate)
    let subject = names(contradiction.subject)
    guard let object = contradiction.object else { return "\(subject): \(words)" }
    return isRelation ? "\(subject) \(words) \(names(object))" : "\(subject): \(words) of \(object)"
  }

  /// What the sides come to when they are weighed; values and noted errors are not weighed.
  var outcome: String? {
    guard let key = contradiction.link, contradiction.kind == .link, let link = context.table[key]
    else { return nil }
    let pooled = link.pooled
    switch pooled.status {
    case .denied: return "Taken together, more speaks against it than for it: denied."
    case .raised: return "Taken together, nothing of weight is left: not asserted."
    case .claimedOnly: return "Nobody affirms it but the party that it credits: claimed only."
    case .supported, .disputed, .weak:
      return "Taken together they make it \(link.phrase): "
        + "established \(Phrase.percent(pooled.probability)), "
        + "refuted \(Phrase.percent(pooled.refuted)), "
        + "left open \(Phrase.percent(pooled.unknown))."
    }
  }

  /// The sides in order, then what was said and counts for none.
  var sides: [Side] {
    let positions = contradiction.positions.enumerated().map { index, position in
      Side(
        heading: heading(index, position), isValue: contradiction.kind != .link,
        lines: lines(position.statements))
    }
    guard !contradiction.unweighed.isEmpty else { return positions }
    return positions + [
      Side(heading: "Said too, and not weighed", lines: lines(contradiction.unweighed))
    ]
  }

  private func heading(_ index: Int, _ position: Contradiction.Position) -> String {
    switch contradiction.kind {
    case .link: index == 0 ? "For it" : "Against it"
    case .attribute: position.says
    case .sic:
      index == 0 ? "The source has \u{201C}\(position.says)\u{201D}" : "Noted: \(position.says)"
    }
  }

  private func lines(_ ids: [String]) -> [(statement: Statement, sentence: String)] {
    context.statements(ids).map { ($0, sentence($0)) }
  }

  /// Who says it, in a sentence with its place: `According to TalkLeft, it is not so: “never traveled
  /// abroad”. (C2, talkleft-2015-06-28 ¶18, 29, s336)`.
  private func sentence(_ statement: Statement) -> String {
    var sentence = "According to \(context.voice(of: statement))" + says(statement)
    if let quote = statement.citation.quote?.text ?? statement.words {
      sentence += ": \u{201C}\(quote)\u{201D}"
    }
    let remarks = remarks(statement)
    if !remarks.isEmpty { sentence += "; " + remarks.joined(separator: ", ") }
    let place = "\(context.grade(of: statement)), \(context.place(of: statement))"
    return sentence + ". (\(place), \(statement.id))"
  }

  private func says(_ statement: Statement) -> String {
    let isOther = isImplied(statement)
    let other = context.sentence(statement)
    switch statement.stance {
    case .affirms:
      if isOther { return ", \(other)" }
      return contradiction.kind == .link ? ", it is so" : ""
    case .denies:
      if isOther { return ", it is not so that \(other)" }
      return contradiction.kind == .attribute ? "" : ", it is not so"
    case .findsNoEvidence:
      let none = statement.soFar ? "there is no evidence so far" : "there is no evidence"
      return isOther ? ", \(none) that \(other)" : ", \(none) of it"
    case .leavesOpen: return ", it is open whether \(other)"
    }
  }

  /// Whether a statement speaks of another link that bears on this one.
  private func isImplied(_ statement: Statement) -> Bool {
    guard contradiction.kind == .link, let key = contradiction.link else { return false }
    return context.table[key]?.implied.contains(statement.id) == true
  }

  private func remarks(_ statement: Statement) -> [String] {
    var remarks: [String] = []
    if isImplied(statement) {
      remarks.append(
        statement.stance.isDenial ? "without which it cannot be" : "from which it follows")
    }
    if statement.modality != .asserted { remarks.append(statement.modality.rawValue) }
    if let share = statement.share, share != .all { remarks.append("of \(share) of them") }
    if let when = statement.when { remarks.append(context.text(of: when)) }
    if !statement.about.isEmpty {
      remarks.append("said of \(statement.about.joined(separator: ", "))")
    }
    if contradiction.kind != .sic, let right = statement.sic {
      remarks.append("noted as an error: \(right)")
    }
    return remarks
  }

  private var isRelation: Bool {
    contradiction.positions.first?.statements.first.flatMap { evidence.statement($0) }?.object
      != nil
  }

  private func names(_ ids: String) -> String {
    guard evidence.entity(ids) == nil else { return evidence.name(of: ids) }
    return ids.split(separator: "|").map { id in
      evidence.name(of: String(id.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()))
    }.joined(separator: " or ")
  }
}

extension FindingContext {
  /// A contradiction as blocks of a page: its matter, what it comes to, then each side.
  ///
  /// - Parameters:
  ///   - contradiction: The contradiction.
  ///   - linksStatements: Whether ids of statements are links into an appendix of the page.
  /// - Returns: The blocks.
  func blocks(_ contradiction: Contradiction, linksStatements: Bool) -> [Block] {
    let told = ContradictionSentences(contradiction: contradiction, context: self)
    let mark = contradiction.kind == .sic ? " (noted error)" : ""
    var blocks: [Block] = [.paragraph([.strong([.name(told.matter), .text(mark)])])]
    if let outcome = told.outcome { blocks.append(.paragraph([.text(outcome)])) }
    blocks.append(
      .list(
        told.sides.map { side in
          [.paragraph([side.isValue ? .name(side.heading) : .text(side.heading)])]
            + (side.lines.isEmpty
              ? []
              : [
                .lines(
                  side.lines.map { line in
                    let id = line.statement.id
                    return linksStatements
                      ? [
                        .reference([.name(id)], to: Anchor.statement(id)), .text(" "),
                        .name(line.sentence),
                      ] : [.name(line.sentence)]
                  })
              ])
        }, isOrdered: false))
    return blocks
  }
}
