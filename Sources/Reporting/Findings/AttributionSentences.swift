internal import Evidence
internal import InfluenceAnalysis

/// What is said of one attack, in sentences.
struct AttributionSentences {
  let finding: AttributionReport.Finding
  let context: FindingContext

  private var attribution: Attribution { finding.attribution }

  /// The verdict in a sentence, without how sure one can be of it.
  var verdict: String {
    let rung = attribution.verdict.rung
    let chance =
      rung.map {
        attribution.isTentative ? attribution.degrees[$0] : attribution.degrees.atLeast($0)
      } ?? 0
    let who = attribution.principal.map(context.name) ?? context.words.plain("somebody")
    return context.words.plain(
      "verdict.sentence." + Words.key(attribution.verdict.rawValue),
      [
        "who": .text(who), "likelihood": .inline(context.words.likelihood(chance)),
        "tentative": .flag(attribution.isTentative), "disputed": .flag(attribution.isDisputed),
      ])
  }

  /// The parts of the finding, those that have something to say.
  var passages: [Passage] {
    [
      claims, interested, assessed, rests, affirmed, against, denied, disputed, secondLook,
      sensitivity,
    ].compactMap { $0 }
  }

  private var claims: Passage? {
    guard !attribution.claims.isEmpty else { return nil }
    return Passage(
      title: "Claimed",
      entries: attribution.claims.map { claim in
        Passage.Entry(head: words(claim), details: lines(claim.statements))
      })
  }

  /// What only interested voices say, of the attack and of those who carried it out.
  private var interested: Passage? {
    passage("Said only by interested voices", context.interestedStatements(on: attribution))
  }

  /// `ISIS, through A'maq, took credit, 12 June 2016, the same day.`
  func words(_ claim: ClaimOfResponsibility) -> String { context.told(claim).plain }

  /// Bounds of a day as EDTF: a day, or an interval; nothing if neither end is known.
  static func text(_ bounds: DayBounds) -> String? {
    guard bounds.first != nil || bounds.last != nil else { return nil }
    if let first = bounds.first, first == bounds.last { return first.description }
    return (bounds.first?.description ?? "..") + "/" + (bounds.last?.description ?? "..")
  }

  private var assessed: Passage? {
    guard !attribution.candidates.isEmpty else { return nil }
    let shown = attribution.candidates.prefix(6)
    var entries = shown.map { candidate in
      let parts = Rung.allCases.filter { candidate.degrees[$0] > 0 }.map {
        "\($0.rawValue) \(Phrase.percent(candidate.degrees[$0]))"
      }
      return Passage.Entry(
        head: "\(candidate.principal.name): \(parts.joined(separator: ", "))."
          + (candidate.isComplete ? "" : " Not all ways were looked at: these are the least."))
    }
    if attribution.candidates.count > shown.count {
      entries.append(
        Passage.Entry(head: "\(attribution.candidates.count - shown.count) more with less."))
    }
    if let rung = attribution.verdict.rung {
      let ties = rung.ties.map(\.words).joined(separator: "; or ")
      entries.append(
        Passage.Entry(
          head: "In the six types of Hegghammer and Nesser this is: \(ties). In the three of "
            + "intelligence services: \(ServiceClass(rung).rawValue)."))
    }
    return Passage(title: "Assessed, part by part", entries: entries)
  }

  private func lines(_ ids: [String]) -> [String] { context.statements(ids).map(context.said) }

  /// The ways that the verdict rests on, each with what is said of its links.
  private var rests: Passage? {
    guard !attribution.ways.isEmpty else { return nil }
    return Passage(
      title: "What the verdict rests on",
      entries: attribution.ways.map { way in
        let ends = (way.arcs.first.map { [$0.tail] } ?? []) + way.arcs.map(\.head)
        return Passage.Entry(
          head: ends.map(context.evidence.name).joined(separator: " -> ")
            + ": \(way.rung.rawValue), \(Phrase.percent(way.probability))",
          details: lines(way.statements))
      })
  }

  /// What is said for other parts, or for parts of others than the principal.
  private var affirmed: Passage? {
    let told = Set(attribution.statementsForVerdict)
    return passage(
      attribution.ways.isEmpty ? "What speaks for it" : "What speaks for other parts",
      attribution.statementsFor.filter { !told.contains($0) })
  }

  private var against: Passage? {
    passage("What speaks against this verdict", attribution.statementsAgainstVerdict)
  }

  private var denied: Passage? {
    let told = Set(attribution.statementsAgainstVerdict)
    return passage(
      attribution.ways.isEmpty ? "What speaks against any part" : "What speaks against other parts",
      attribution.statementsAgainst.filter { !told.contains($0) })
  }

  private func passage(_ title: String, _ ids: [String]) -> Passage? {
    ids.isEmpty
      ? nil : Passage(title: title, entries: lines(ids).map { Passage.Entry(head: $0) })
  }

  private var disputed: Passage? {
    guard !attribution.disputedLinks.isEmpty else { return nil }
    return Passage(
      title: "Disputed",
      entries: attribution.disputedLinks.map {
        Passage.Entry(head: context.sentence($0) + ".")
      })
  }

  /// The matrix of hypotheses, in words.
  private var secondLook: Passage? {
    let matrix = finding.hypotheses
    guard !matrix.items.isEmpty else { return nil }
    let sums = Hypothesis.allCases.map {
      "\($0.rawValue) \(Self.number(matrix.inconsistency(with: $0)))"
    }
    let first = matrix.first.map(\.rawValue).joined(separator: " and ")
    var entries = [
      Passage.Entry(
        head:
          "What speaks against each: \(sums.joined(separator: ", ")). The least against it has: "
          + "\(first). This asks what fits ill, statement by statement, without chains; it is not "
          + "merged with the verdict.")
    ]
    let telling = matrix.items.filter { $0.diagnosticity > 0 }
      .sorted { ($1.diagnosticity, $0.statement) < ($0.diagnosticity, $1.statement) }
    if !telling.isEmpty {
      entries.append(
        Passage.Entry(
          head: "The statements that tell most:",
          details: telling.prefix(5).compactMap { item in
            context.evidence.statement(item.statement).map { statement in
              "\(Self.number(item.diagnosticity)): \(context.said(statement)): counts "
                + (item.side == .denies ? "against " : "for ") + item.content.rawValue
            }
          }))
    }
    if !matrix.smallestFlips.isEmpty {
      let sets = matrix.smallestFlips.prefix(5).map { $0.joined(separator: " and ") }
      entries.append(
        Passage.Entry(head: "Another would come first without \(sets.joined(separator: "; or ")).")
      )
    }
    return Passage(title: "A second look: competing hypotheses", entries: entries)
  }

  private var sensitivity: Passage? {
    let moved = finding.sensitivity
    guard moved.draws > 0, attribution.verdict.rung != nil || moved.isSensitive else { return nil }
    let counts = moved.counts.filter { $0.verdict != moved.verdict }
      .map { "\($0.verdict.rawValue) in \($0.draws)" }
    let firmness =
      moved.firmnessChanged > 0
      ? " In \(moved.firmnessChanged) more it changes between firm and tentative." : ""
    let head =
      moved.isSensitive
      ? "Verdict sensitive to policy: with every grade moved at random by up to 15 %, it changes in "
        + "\(moved.changed) of \(moved.draws) draws (\(counts.joined(separator: ", ")))." + firmness
      : "With every grade moved at random by up to 15 %, the verdict stays in all \(moved.draws) "
        + "draws." + firmness
    return Passage(title: "How far it hangs on the policy", entries: [Passage.Entry(head: head)])
  }

  /// A sum of weights with two decimals.
  static func number(_ value: Double) -> String {
    JSONValue.number((value * 100).rounded() / 100).text()
  }
}

extension OrganisationalTie {
  /// The type in words.
  var words: String {
    switch self {
    case .trainingAndTopLevelDirectives: "training and top-level directives"
    case .trainingAndMidLevelDirectives: "training and mid-level directives"
    case .training: "training without directives"
    case .remoteContactWithDirectives: "remote contact with directives"
    case .remoteContactWithoutDirectives: "remote contact without directives"
    case .sympathyWithoutContact: "no contact but sympathy"
    }
  }
}

extension FindingContext {
  /// A statement in a sentence with its voice, grade and place: `Orlando police: Omar Mateen pledged
  /// allegiance to ISIS (B2, cnn-2016-06-14 ¶17, s101)`.
  func said(_ statement: Statement) -> String {
    let what = words(
      "told." + Self.key(statement.stance, soFar: statement.soFar),
      ["matter": .text(sentence(statement))])
    let hedge = statement.modality == .asserted ? [] : words("hedge." + statement.modality.rawValue)
    return words.plain(
      "told",
      [
        "voice": .text(asserter(of: statement)), "what": .inline(what), "hedge": .inline(hedge),
        "share": .text(statement.share.map { $0 == .all ? "" : "\($0)" } ?? ""),
        "quote": .text(statement.citation.quote?.text ?? ""),
        "grade": .text(grade(of: statement)), "place": .text(place(of: statement)),
        "id": .text(statement.id),
      ])
  }

  /// Who claimed responsibility, through whom, how, and when.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - notes: What leads to the statements.
  /// - Returns: A sentence without its end.
  func told(_ claim: ClaimOfResponsibility, notes: [Inline] = []) -> [Inline] {
    let contents = claim.contents.map { words("claim." + Words.key($0.rawValue)) }
    let dates = DateWords(words: words)
    return words(
      "claim",
      [
        "who": .name(evidence.name(of: claim.by)),
        "outlet": .name(claim.outlet.map(evidence.name) ?? ""),
        "what": .inline(contents.isEmpty ? words("claim.plain") : words.list(contents)),
        "titles": .inline(words.list(claim.titles.map { words("quoted", ["text": .name($0)]) })),
        "date": .inline(
          claim.date.flatMap(AttributionSentences.text).map { dates.inline($0) } ?? []),
        "lag": .inline(claim.lag.map(words.lag) ?? []), "notes": .inline(notes),
      ])
  }

  /// What only interested voices say, of an attack and of those who carried it out, claims apart.
  func interestedStatements(on attribution: Attribution) -> [String] {
    let links = ([attribution.attack] + attribution.perpetrators).flatMap {
      table.links(touching: $0)
    }.filter { $0.pooled.status == .claimedOnly && $0.key.relation != "claimed" }
    return AttributionReport.unique(links.flatMap(\.statements))
  }

  /// The names of those who claimed an attack, and of the interested voices that alone speak of a part in it.
  func interestedVoices(on attribution: Attribution) -> [String] {
    let affirming = statements(interestedStatements(on: attribution)).filter {
      $0.stance == .affirms
    }
    return AttributionReport.unique(
      attribution.claims.map { evidence.name(of: $0.by) } + affirming.map(asserter))
  }

  /// The name of who may stand behind an attack.
  func name(of principal: Principal) -> String {
    words.joined(principal.alternatives.map { [.text(evidence.name(of: $0))] }, by: "list.or").plain
  }
}
