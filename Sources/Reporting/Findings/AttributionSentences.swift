internal import Evidence
internal import InfluenceAnalysis

/// What is said of one attack, in sentences.
struct AttributionSentences {
  let finding: AttributionReport.Finding
  let context: FindingContext

  private var attribution: Attribution { finding.attribution }

  /// The verdict in a sentence, without how sure one can be of it.
  var verdict: String {
    let who = attribution.principal?.name
    let disputed = attribution.isDisputed ? " Sources dispute it." : ""
    switch attribution.verdict {
    case .directed, .enabled, .inspired:
      let words = Phrase.likelihood(
        attribution.isTentative
          ? attribution.verdict.rung.map { attribution.degrees[$0] } ?? 0
          : attribution.verdict.rung.map(attribution.degrees.atLeast) ?? 0)
      let tentative =
        attribution.isTentative
        ? " No part has an even chance by itself; this is the likeliest, taken tentatively." : ""
      return "By what the sources say, \(who ?? "somebody") \(attribution.verdict.rawValue) it: "
        + words + "." + tentative + disputed
    case .claimedOnly:
      return "Nobody but those who gain by it says that they had a part in it: claimed only."
        + disputed
    case .noKnownLink:
      return "Nothing that the sources say joins it to a group or an ideologue." + disputed
    }
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

  /// What only those say who gain by it, of the attack and of those who carried it out.
  private var interested: Passage? {
    let links = ([attribution.attack] + attribution.perpetrators).flatMap {
      context.table.links(touching: $0)
    }.filter { $0.pooled.status == .claimedOnly && $0.key.relation != "claimed" }
    let ids = AttributionReport.unique(links.flatMap(\.statements))
    return passage("Said only by those who gain by it", ids)
  }

  /// `ISIS, through A'maq, took credit on 2016-06-12, the same day`.
  func words(_ claim: ClaimOfResponsibility) -> String {
    var words = context.evidence.name(of: claim.by)
    if let outlet = claim.outlet { words += ", through \(context.evidence.name(of: outlet))," }
    let acts = claim.contents.map { content in
      switch content {
      case .tookCredit: "took credit"
      case .calledItsOwn: "called a perpetrator its own"
      }
    }
    words += " " + (acts.isEmpty ? "claimed it" : acts.joined(separator: " and "))
    if !claim.titles.isEmpty {
      words += " (\(claim.titles.map { "\u{201C}\($0)\u{201D}" }.joined(separator: ", ")))"
    }
    if let date = claim.date.flatMap(Self.text) { words += ", \(DateWords.text(date))" }
    if let lag = claim.lag { words += ", \(Self.lagWords(lag))" }
    return words + "."
  }

  /// How long after the attack.
  static func lagWords(_ lag: ClosedRange<Int>) -> String {
    if lag == 0...0 { return "the same day" }
    let days = lag.upperBound == 1 ? "day" : "days"
    return lag.lowerBound == lag.upperBound
      ? "\(lag.lowerBound) \(days) after" : "\(lag.lowerBound) to \(lag.upperBound) \(days) after"
  }

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
    let what =
      switch statement.stance {
      case .affirms: sentence(statement)
      case .denies: "it is not so that " + sentence(statement)
      case .findsNoEvidence:
        (statement.soFar ? "there is no evidence so far that " : "there is no evidence that ")
          + sentence(statement)
      case .leavesOpen: "it is open whether " + sentence(statement)
      }
    var words = "\(asserter(of: statement)): \(what)"
    if statement.modality != .asserted { words += ", \(statement.modality.rawValue)" }
    if let share = statement.share, share != .all { words += ", of \(share) of them" }
    if let quote = statement.citation.quote { words += " \u{201C}\(quote.text)\u{201D}" }
    return words + " (\(grade(of: statement)), \(place(of: statement)), \(statement.id))"
  }
}
