internal import Evidence
internal import InfluenceAnalysis

/// The explanation of a link in words and sums, part by part.
struct ExplainPassages {
  let report: ExplainReport

  private var explanation: LinkExplanation { report.explanation }
  private var pooled: Pooled { report.explanation.pooled }
  private var context: FindingContext { report.context }

  /// Every part that has something to say.
  var all: [Passage] {
    [
      Passage(title: "For it", entries: voices(.affirms)),
      Passage(title: "Against it", entries: voices(.denies)),
      Passage(title: "Said, and not counted", entries: silent),
      Passage(title: "The sum", entries: sum),
      Passage(title: "What hangs on the assumptions", entries: checks),
      Passage(title: "Notes", entries: explanation.notes.map { Passage.Entry(head: $0) }),
    ].filter { !$0.entries.isEmpty }
  }

  /// Whether somebody denies it outright, not for want of evidence alone.
  private var hasDirectDenial: Bool {
    for origin in explanation.origins {
      var statements = origin.others
      if let counts = origin.counts { statements.append(counts) }
      for statement in statements where statement.stance == .denies && (statement.trust ?? 0) > 0 {
        return true
      }
    }
    return false
  }

  /// What it comes to, in a sentence or two.
  var outcome: String {
    switch pooled.status {
    case .denied:
      return pooled.support > 0
        ? "Denied: what speaks against it outweighs what speaks for it."
        : hasDirectDenial
          ? "Denied: nobody affirms it with any weight, and it is denied."
          : "Denied: nobody affirms it with any weight, and whoever looked found no evidence."
    case .raised:
      return "Not asserted: it was spoken of, but neither affirmed nor denied with any weight."
    case .claimedOnly: return "Claimed only: nobody affirms it but the party that it credits."
    case .supported, .disputed, .weak:
      let phrase = explanation.phrase
      return phrase.prefix(1).uppercased() + phrase.dropFirst()
        + ": by what the sources say it is established with a chance of "
        + "\(Phrase.percent(pooled.probability)), refuted with \(Phrase.percent(pooled.refuted)), "
        + "and open with \(Phrase.percent(pooled.unknown)). Status: \(pooled.status.rawValue)."
    }
  }

  /// What other numbers behind the grades would make of it.
  var sensitivity: String {
    func chance(_ value: Double) -> String {
      value > 0.99 ? "over 0.99" : value < 0.01 ? "under 0.01" : FindingContext.number(value)
    }
    return "with every reliability and credibility 15 % lower the probability is "
      + "\(chance(explanation.sensitivity.lower)), 15 % higher "
      + chance(explanation.sensitivity.higher)
  }

  private func voices(_ side: Side) -> [Passage.Entry] {
    explanation.counting.filter { $0.side == side }.map { origin in
      Passage.Entry(
        head: origin.name,
        details: (origin.counts.map { counted($0, of: origin) } ?? [])
          + origin.others.map(uncounted))
    }
  }

  private var silent: [Passage.Entry] {
    explanation.origins.filter { $0.counts == nil }.map { origin in
      Passage.Entry(head: origin.name, details: origin.others.map(uncounted))
    }
  }

  /// The statement that counts, why, and its trust.
  private func counted(_ statement: StatementExplanation, of origin: OriginExplanation) -> [String]
  {
    let why =
      origin.others.isEmpty ? "its only statement" : "its strongest statement, so it counts once"
    return [
      "\(line(statement)): \(why)", "trust \(statement.weight.map(trust) ?? "0")",
    ]
  }

  private func uncounted(_ statement: StatementExplanation) -> String {
    let reason =
      switch statement.silence {
      case .weaker: "the same voice says it with as much trust or more"
      case .takenBack: "the same voice took it back later"
      case .contradictsItself:
        "the same voice says the contrary, and it is not known which came later"
      case .weightless: "it has no weight"
      case .hypothetical: "it is only supposed"
      case .forecast: "it is foretold"
      case .leftOpen: "it asks, or leaves the matter open"
      case .judgement: "it judges other statements, not the matter"
      case nil: "it is another side of the same voice"
      }
    let trust = statement.weight.map { " (\(self.trust($0)))" } ?? ""
    return "\(line(statement)): not counted, \(reason)\(trust)"
  }

  private func line(_ statement: StatementExplanation) -> String {
    guard let said = context.evidence.statement(statement.statement) else {
      return statement.statement
    }
    let through = statement.through == nil ? "" : ", by implication: \(context.sentence(said))"
    return context.line(said) + through
  }

  /// `reliability B 0.9 x credibility 3 0.5 x no evidence found 0.5 = 0.225`.
  private func trust(_ weight: StatementWeight) -> String {
    let number = FindingContext.number
    let graded = weight.isGraded ? "" : " (inferred)"
    let credibility = context.table.policy.credibility[weight.credibility] ?? 0
    var factors = [
      "reliability \(weight.reliability.rawValue) \(number(weight.rho))",
      "credibility \(weight.credibility.rawValue)\(graded) \(number(credibility))",
    ]
    if weight.basis != 1 { factors.append("stance \(number(weight.basis))") }
    if weight.isInterested { factors.append("interest \(number(weight.interest))") }
    return factors.joined(separator: " x ") + " = \(number(weight.trust))"
  }

  private func trusts(_ side: Side) -> [Double] {
    explanation.counting.filter { $0.side == side }.compactMap { $0.counts?.trust }
  }

  private var sum: [Passage.Entry] {
    let number = FindingContext.number
    let both = report.doubts.reduce(0) { $0 + $1.width * $1.support * $1.opposition }
    let isShared = explanation.counting.count { $0.counts?.weight?.isWeak == true } > 1
    var entries = isShared ? shared : [.affirms, .denies].map(product)
    if pooled.support > 0, pooled.opposition > 0 {
      entries.append(
        Passage.Entry(
          head: "both at once "
            + (isShared
              ? number(both)
              : "\(number(pooled.support)) x \(number(pooled.opposition)) = \(number(both))")
            + ", which cannot be: dropped, and the rest scaled up"))
    }
    func share(_ name: String, _ side: Double, _ result: Double) -> Passage.Entry {
      both > 0
        ? Passage.Entry(
          head: "\(name) (\(number(side)) - \(number(both))) / (1 - \(number(both))) = "
            + number(result))
        : Passage.Entry(head: "\(name) \(number(result))")
    }
    let prior = context.table.policy.prior
    let hasPrior = prior > 0 && pooled.support > 0
    let plain = both < 1 ? (pooled.support - both) / (1 - both) : 0
    entries.append(share("established", pooled.support, hasPrior ? plain : pooled.probability))
    entries.append(share("refuted", pooled.opposition, pooled.refuted))
    entries.append(
      Passage.Entry(
        head: "unknown 1 - \(number(hasPrior ? plain : pooled.probability)) - "
          + "\(number(pooled.refuted)) = \(number(pooled.unknown))"))
    if hasPrior {
      entries.append(
        Passage.Entry(
          head: "probability \(number(plain)) + prior \(number(prior)) x "
            + "\(number(pooled.unknown)) = \(number(pooled.probability))"))
    }
    return entries
  }

  /// One side as the chance that not all of its voices fail.
  private func product(_ side: Side) -> Passage.Entry {
    let number = FindingContext.number
    let name = side == .affirms ? "support" : "opposition"
    let value = side == .affirms ? pooled.support : pooled.opposition
    let trusts = trusts(side)
    switch trusts.count {
    case 0: return Passage.Entry(head: "\(name) 0: nobody of weight")
    case 1: return Passage.Entry(head: "\(name) \(number(value)): one voice")
    default:
      let failures = trusts.map { "(1 - \(number($0)))" }.joined(separator: " x ")
      return Passage.Entry(head: "\(name) 1 - \(failures) = \(number(value))")
    }
  }

  /// Both sides over the cases of the doubt that voices of grade D, E and F share.
  private var shared: [Passage.Entry] {
    let number = FindingContext.number
    let cases = report.doubts.map { doubt in
      "doubt from \(number(doubt.start)) to \(number(doubt.end)): "
        + "support \(number(doubt.support)), opposition \(number(doubt.opposition))"
    }
    return [
      Passage.Entry(
        head: "the voices of grade D, E and F share one doubt; the sides are averaged over it",
        details: cases),
      Passage.Entry(head: "support \(number(pooled.support))"),
      Passage.Entry(head: "opposition \(number(pooled.opposition))"),
    ]
  }

  private var checks: [Passage.Entry] {
    guard pooled.support > 0 else { return [] }
    return [
      Passage.Entry(
        head:
          "if all affirming voices are one, and nobody denies it (echo): \(FindingContext.number(pooled.echo))"
      ),
      Passage.Entry(head: sensitivity),
    ]
  }
}
