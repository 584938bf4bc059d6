internal import Evidence
internal import InfluenceAnalysis

extension ReportPage {
  /// The attributions of single attacks, by date and id.
  var verdicts: [AttributionReport.Finding] {
    report.attribution.findings.filter { !$0.attribution.isCollective }
  }

  /// What the sources support and what they do not, with every attack on a line.
  var summary: [Block] {
    var blocks: [Block] = [section("summary", "summary.heading")]
    if verdicts.isEmpty {
      blocks.append(.answer(words("summary.no-attacks")))
    } else {
      blocks.append(.answer(supported))
      blocks.append(.paragraph(unsupported))
    }
    blocks.append(.paragraph(rests))
    if !report.contradictions.isEmpty {
      blocks.append(
        .paragraph(
          words(
            "summary.contradictions",
            [
              "n": .count(report.contradictions.count),
              "where": .inline([
                .reference(words("contradictions.heading"), to: "contradictions")
              ]),
            ])))
    }
    if !verdicts.isEmpty { blocks.append(.table(glance)) }
    return blocks
  }

  private func count(_ verdict: Verdict) -> Int {
    verdicts.count { $0.attribution.verdict == verdict }
  }

  private var supported: [Inline] {
    let rungs = Rung.allCases.map { ($0, count(Verdict($0))) }.filter { $0.1 > 0 }
    return words(
      "summary.supported",
      [
        "n": .count(verdicts.count), "linked": .count(rungs.reduce(0) { $0 + $1.1 }),
        "parts": .inline(
          words.list(rungs.map { words("summary.\($0.rawValue)", ["n": .count($1)]) })),
        "tentative": .count(verdicts.count(where: \.attribution.isTentative)),
      ])
  }

  private var unsupported: [Inline] {
    words(
      "summary.unsupported",
      [
        "claimed": .count(count(.claimedOnly)), "unknown": .count(count(.noKnownLink)),
        "carried": .count(
          verdicts.count {
            $0.attribution.verdict == .noKnownLink && !$0.attribution.perpetrators.isEmpty
          }),
        "claims": .count(verdicts.count { !$0.attribution.claims.isEmpty }),
      ])
  }

  private var rests: [Inline] {
    let links = network.table.links
    let statuses: [LinkStatus] = [
      .supported, .weak, .disputed, .denied, .claimedOnly, .raised,
    ]
    let parts = statuses.compactMap { status -> [Inline]? in
      let count = links.count { $0.pooled.status == status }
      return count == 0
        ? nil : words("status." + Words.key(status.rawValue), ["n": .count(count)])
    }
    return words(
      "summary.rests",
      [
        "statements": .count(evidence.statements.count),
        "sources": .count(evidence.sources.count), "links": .count(links.count),
        "parts": .inline(words.list(parts)), "arcs": .count(network.lineCount),
        "ties": .flag(network.isMutual),
      ])
  }

  private var glance: Table {
    Table(
      caption: words("summary.table"),
      columns: columns("attack", "verdict", "whom", "#probability", "rests", "against"),
      rows: ordered(verdicts).map { row(of: $0.attribution) }, isStacked: true)
  }

  /// Attacks that somebody is tied to come first, each group by date.
  func ordered(_ findings: [AttributionReport.Finding]) -> [AttributionReport.Finding] {
    findings.filter { $0.attribution.verdict.rung != nil }
      + findings.filter { $0.attribution.verdict.rung == nil }
  }

  private func row(of attribution: Attribution) -> [[Inline]] {
    let rung = attribution.verdict.rung
    let chance = rung.map {
      attribution.isTentative ? attribution.degrees[$0] : attribution.degrees.atLeast($0)
    }
    let whom: [Inline]
    if rung != nil {
      let name = attribution.principal.map(prose.principal) ?? []
      let tied = tied(with: attribution)
      whom = words(
        "summary.whom",
        [
          "who": .inline(name), "tied": .count(tied.count),
          "names": .inline(tied.count < 3 ? words.list(tied.map(prose.principal), "list.or") : []),
        ])
    } else {
      let claimants = AttributionReport.unique(attribution.claims.map(\.by))
      whom =
        claimants.isEmpty
        ? unclaimed(attribution)
        : words("summary.claimant", ["who": .inline(prose.names(claimants))])
    }
    let (against, denied) = denials(attribution)
    return [
      [.reference(prose.title(attribution.attack), to: Anchor.attack(attribution.attack))],
      verdictWords(attribution), whom, chance.map(words.percent) ?? words("none"),
      rung == nil ? words("none") : basis(attribution.statementsForVerdict),
      against.isEmpty && denied.isEmpty
        ? words("none")
        : words(
          rung == nil ? "summary.denied" : "summary.against",
          ["against": .count(against.count), "denied": .count(denied.count)]),
    ]
  }

  /// Who stands behind an attack that no group or ideologue is tied to and nobody claimed.
  private func unclaimed(_ attribution: Attribution) -> [Inline] {
    if attribution.verdict == .claimedOnly {
      let voices = context.interestedVoices(on: attribution)
      return words("summary.interested", ["who": .inline(prose.listed(voices))])
    }
    guard !attribution.perpetrators.isEmpty else { return words("none") }
    return words(
      "summary.perpetrators", ["who": .inline(prose.names(attribution.perpetrators))])
  }

  /// How many statements of how many sources.
  func basis(_ ids: [String]) -> [Inline] {
    words(
      "basis", ["statements": .count(ids.count), "sources": .count(prose.sources(ids))])
  }

  /// The verdict in a word, with what is to be said beside it.
  func verdictWords(_ attribution: Attribution) -> [Inline] {
    words(
      "verdict",
      [
        "verdict": .inline(words("verdict." + Words.key(attribution.verdict.rawValue))),
        "means": .inline(
          deciding(attribution).flatMap { words.optional("verdict.by." + $0.relation) } ?? []),
        "tentative": .flag(attribution.isTentative), "disputed": .flag(attribution.isDisputed),
      ])
  }

  /// How firm the verdicts are, part by part.
  var verdictBlocks: [Block] {
    let findings = ordered(verdicts).filter { !$0.attribution.candidates.isEmpty }
    guard !findings.isEmpty else { return [] }
    let sensitive = findings.count(where: \.sensitivity.isSensitive)
    return [
      section("verdicts", "verdicts.heading"),
      .answer(
        words(
          "verdicts.answer",
          [
            "sensitive": .count(sensitive), "n": .count(findings.count),
            "tentative": .count(findings.count(where: \.attribution.isTentative)),
            "firmness": .count(
              findings.count { !$0.sensitivity.isSensitive && $0.sensitivity.firmnessChanged > 0 }),
            "draws": .count(report.options.draws),
          ])),
      .figure(
        Figure(
          id: "figure-verdicts", svg: pictures.attribution,
          description: words.plain("verdicts.description"),
          caption: pictures.attribution == nil ? [] : words("verdicts.caption"), isLarge: true)),
      .paragraph(words("verdicts.meaning")),
      .table(
        Table(
          caption: words("verdicts.table"),
          columns: columns(
            "attack", "candidate", "#directed", "#enabled", "#inspired", "#nobody", "#holds"),
          rows: findings.flatMap(rows), isStacked: true)),
    ]
  }

  private func rows(of finding: AttributionReport.Finding) -> [[[Inline]]] {
    finding.attribution.candidates.prefix(3).enumerated().map { place, candidate in
      let degrees = candidate.degrees
      let none = max(0, 1 - degrees.atLeast(.inspired))
      func part(_ chance: Double) -> [Inline] { chance > 0 ? words.percent(chance) : words("none") }
      let kept = finding.sensitivity.draws - finding.sensitivity.changed
      return [
        prose.attack(finding.attribution.attack), prose.principal(candidate.principal),
        part(degrees.directed), part(degrees.enabled), part(degrees.inspired), part(none),
        place == 0 && finding.sensitivity.draws > 0
          ? words(
            "verdicts.holds",
            [
              "kept": .count(kept), "draws": .count(finding.sensitivity.draws),
              "firmness": .count(finding.sensitivity.firmnessChanged),
            ]) : words("none"),
      ]
    }
  }
}
