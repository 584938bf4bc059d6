internal import Evidence
internal import InfluenceAnalysis

extension ReportPage {
  /// The attacks: those that somebody is tied to, those without a known link, entries for several.
  var attackBlocks: [Block] {
    let findings = verdicts
    let chains = Dictionary(
      report.attacks.map { ($0.attack, $0) }, uniquingKeysWith: { first, _ in first })
    let reached = findings.filter {
      $0.attribution.verdict.rung != nil || chains[$0.attribution.attack]?.chains.isEmpty == false
    }
    let ids = Set(reached.map(\.attribution.attack))
    let unreached = findings.filter { !ids.contains($0.attribution.attack) }
    var blocks: [Block] = []
    if !reached.isEmpty {
      blocks += [
        section("attacks", "attacks.heading"),
        .answer(words("attacks.answer", ["n": .count(reached.count)])),
      ]
      for finding in reached {
        blocks += attackBlocks(finding, chains[finding.attribution.attack])
      }
    }
    if !unreached.isEmpty {
      blocks += [
        section("no-link", "attacks.none.heading"),
        .answer(words("attacks.none.answer", ["n": .count(unreached.count)])),
      ]
      for finding in unreached {
        blocks += attackBlocks(finding, chains[finding.attribution.attack])
      }
    }
    return blocks + collectiveBlocks
  }

  /// Entries that stand for several attacks: those that a chain leads to, and the names of the others.
  private var collectiveBlocks: [Block] {
    let collectives = report.attacks.filter(report.isCollective)
    let reached = collectives.filter { !$0.chains.isEmpty }
    let others = collectives.filter { $0.chains.isEmpty }.map(\.attack)
    guard !collectives.isEmpty else { return [] }
    var blocks: [Block] = [
      section("several", "attacks.several.heading"),
      .answer(words("attacks.several.answer", ["n": .count(reached.count)])),
    ]
    for finding in reached {
      blocks.append(.heading(3, id: Anchor.attack(finding.attack), prose.title(finding.attack)))
      blocks += chainBlocks(finding)
    }
    if !others.isEmpty {
      blocks.append(
        .paragraph(words("attacks.several.others", ["names": .inline(prose.names(others))])))
    }
    return blocks
  }

  private func attackBlocks(
    _ finding: AttributionReport.Finding, _ chains: Report.AttackFinding?
  ) -> [Block] {
    let attribution = finding.attribution
    let attack = attribution.attack
    let (against, denied) = denials(attribution)
    var blocks: [Block] = [
      .heading(3, id: Anchor.attack(attack), prose.title(attack)), .answer(verdict(attribution)),
    ]
    blocks += grounds(attribution)
    blocks += perpetrators(of: attack)
    if attribution.verdict.rung != nil {
      blocks.append(
        .paragraph(
          words(
            "attack.rests",
            [
              "statements": .count(attribution.statementsForVerdict.count),
              "sources": .count(prose.sources(attribution.statementsForVerdict)),
              "voices": .count(voices(attribution)),
              "against": .count(against.count), "denied": .count(denied.count),
              "changed": .count(finding.sensitivity.changed),
              "draws": .count(finding.sensitivity.draws),
              "to": .inline(moved(finding.sensitivity)),
              "firmness": .count(finding.sensitivity.firmnessChanged),
            ])))
    }
    if let chains, !chains.chains.isEmpty {
      blocks.append(part("links", attack, "attack.links"))
      blocks += chainBlocks(chains, ways: attribution.ways)
    } else if !attribution.statementsFor.isEmpty {
      blocks.append(part("links", attack, "attack.links"))
      blocks.append(saidList(attribution.statementsFor))
    }
    if let check = report.verdictChecks[attack] { blocks += checkBlocks(check, attack) }
    if let check = report.checks[attack] { blocks += checkBlocks(check, attack, chains) }
    let verdict = Set(attribution.statementsForVerdict)
    if !verdict.isEmpty {
      blocks += list(
        attribution.statementsFor.filter { !verdict.contains($0) }, "affirmed", attack,
        "attack.affirmed")
    }
    blocks +=
      list(against, "against", attack, "attack.against")
      + idle(attack, among: against)
    blocks += list(
      denied, "denied", attack,
      attribution.verdict.rung == nil ? "attack.denied.any" : "attack.denied")
    blocks += claims(attribution) + interested(attribution)
    blocks += refusals(chains, attribution)
    return blocks + rest(attribution, besides: blocks)
  }

  /// What is said of the attack and of those who carried it out and stands nowhere in its section: ties and parts in
  /// words, what is said for a fact apart from what somebody denies, supposes or leaves open, and the rest by its ids.
  private func rest(_ attribution: Attribution, besides blocks: [Block]) -> [Block] {
    let told = Set(CitedPlaces(blocks).places.keys)
    let ids = ([attribution.attack] + attribution.perpetrators).flatMap {
      network.table.links(touching: $0).flatMap { $0.statements + $0.implied }
    }
    let wanted = Set(ids.filter { !told.contains(Anchor.statement($0)) })
    let ordered = evidence.statements.filter { wanted.contains($0.id) }
    let ties = ordered.filter(isTie)
    let open = ties.filter(\.isDoubt).map(\.id)
    let asserted = ties.map(\.id).filter { !open.contains($0) }
    let inWords = Set(open + asserted)
    let others = ordered.map(\.id).filter { !inWords.contains($0) }
    var parts = list(asserted, "asserted", attribution.attack, "attack.asserted")
    parts += list(open, "open", attribution.attack, "attack.open")
    if !others.isEmpty {
      let notes = prose.notes(others, limit: others.count)
      parts.append(.paragraph(words("attack.rest", ["notes": .inline(notes)])))
    }
    return parts
  }

  /// Whether a statement speaks of a tie to somebody, or of a part in something.
  private func isTie(_ statement: Statement) -> Bool {
    guard let name = statement.relation,
      let degree = evidence.vocabulary.relation(name)?.degree
    else { return false }
    return degree != .none && degree != .carries
  }

  /// Those denials that leave the chance of the verdict as it is, and why.
  private func idle(_ attack: String, among against: [String]) -> [Block] {
    let idle = (report.verdictChecks[attack]?.statements ?? []).filter { item in
      guard let chance = report.verdictChecks[attack]?.outcome.chance else { return false }
      return !item.isFor && abs(item.struck.chance - chance) < 0.0005
    }
    guard !idle.isEmpty else { return [] }
    return [
      .paragraph(
        words(
          "attack.against.idle",
          [
            "n": .count(idle.count), "notes": .inline(prose.notes(idle.map(\.id))),
            "all": .flag(idle.count == against.count),
          ]))
    ]
  }

  /// How many independent voices affirm the link that decides the verdict.
  private func voices(_ attribution: Attribution) -> Int {
    guard let arc = deciding(attribution) ?? attribution.ways.first?.arcs.last else { return 0 }
    let affirming = arc.statements.compactMap { id -> String? in
      guard let weight = network.table.weight(of: id), weight.side == .affirms,
        weight.trust > 0, !weight.isInterested
      else { return nil }
      return weight.origin
    }
    return Set(affirming).count
  }

  /// What a verdict changes to when the grades are moved, and how often.
  private func moved(_ sensitivity: VerdictSensitivity) -> [Inline] {
    words.list(
      sensitivity.counts.filter { $0.verdict != sensitivity.verdict && $0.draws > 0 }.map {
        words(
          "attack.moved",
          [
            "n": .count($0.draws),
            "verdict": .inline(words("verdict." + Words.key($0.verdict.rawValue))),
          ])
      })
  }

  /// A heading of a part of what is said of an attack.
  private func part(_ family: String, _ attack: String, _ key: String) -> Block {
    .heading(4, id: Anchor.id(family, attack), words(key))
  }

  private func verdict(_ attribution: Attribution) -> [Inline] {
    let rung = attribution.verdict.rung
    let chance = rung.map {
      attribution.isTentative ? attribution.degrees[$0] : attribution.degrees.atLeast($0)
    }
    return words(
      "attack.verdict." + Words.key(attribution.verdict.rawValue),
      [
        "who": .inline(
          attribution.principal.map(prose.principal)
            ?? prose.listed(context.interestedVoices(on: attribution))),
        "chance": .inline(chance.map(prose.chance) ?? []),
        "tentative": .flag(attribution.isTentative), "disputed": .flag(attribution.isDisputed),
        "unopposed": .flag(attribution.statementsAgainstVerdict.isEmpty),
        "notes": .inline(
          prose.notes(
            attribution.statementsForVerdict, limit: 6,
            rest: Anchor.id("links", attribution.attack))),
      ])
  }

  /// What puts the attack on its rung where the verdict's own word does not say it, and who else is as likely
  /// to have had that part.
  private func grounds(_ attribution: Attribution) -> [Block] {
    guard let rung = attribution.verdict.rung else { return [] }
    var sentences: [[Inline]] = []
    if let arc = deciding(attribution), arc.relation != rung.rawValue {
      sentences.append(
        words(
          "attack.because." + rung.rawValue,
          [
            "matter": .inline(prose.matter(arc)),
            "pledge": .flag(arc.relation == "pledged-allegiance"),
            "heard": .flag(arc.relation == "consumed"),
            "answer": .flag(arc.relation == "responded-to"),
          ]))
    }
    let hedged = hedged(attribution)
    if !hedged.isEmpty {
      let said = context.statements(hedged).compactMap(\.words).first
      sentences.append(
        words(
          "attack.hedged",
          ["words": .inline(said.map { [.name($0)] } ?? []), "notes": .inline(prose.notes(hedged))])
      )
    }
    let tied = tied(with: attribution)
    if !tied.isEmpty {
      sentences.append(
        words(
          "attack.tied",
          ["names": .inline(words.list(tied.map(prose.principal)))]))
    }
    // What hangs on one statement alone hangs on how its coder read it.
    if attribution.ways.count == 1, let last = attribution.ways[0].arcs.last {
      let own = Set(last.statements).intersection(attribution.statementsForVerdict)
      if own.count == 1, let statement = own.first.flatMap(evidence.statement),
        let note = statement.note
      {
        sentences.append(
          words(
            "attack.remark",
            ["notes": .inline(prose.notes([statement.id])), "text": .name(note)]))
      }
    }
    return sentences.map(Block.paragraph)
  }

  /// The statements for the link that decides the verdict, if none of them says it outright.
  private func hedged(_ attribution: Attribution) -> [String] {
    guard let arc = deciding(attribution) ?? attribution.ways.first?.arcs.last else { return [] }
    let statements = context.statements(arc.statements).filter { $0.stance == .affirms }
    let isHedged = statements.allSatisfy { $0.modality == .suspected }
    return isHedged ? statements.map(\.id) : []
  }

  /// The link that puts the likeliest way of a verdict on its rung.
  func deciding(_ attribution: Attribution) -> Arc? {
    let degree: Degree? =
      switch attribution.verdict.rung {
      case .directed: .directs
      case .enabled: .enables
      case .inspired: .inspires
      case nil: nil
      }
    return attribution.ways.first?.arcs.last { $0.degree == degree }
  }

  /// Who else had the same part with the same chance.
  func tied(with attribution: Attribution) -> [Principal] {
    guard let rung = attribution.verdict.rung else { return [] }
    func percent(_ chances: RungChances) -> Int { Int((chances.atLeast(rung) * 100).rounded()) }
    return attribution.candidates.filter {
      $0.principal != attribution.principal && $0.rung == rung
        && $0.isTentative == attribution.isTentative
        && percent($0.degrees) == percent(attribution.degrees)
    }.map(\.principal)
  }

  /// What speaks against the very verdict, and what denies other parts or the part of others.
  func denials(_ attribution: Attribution) -> (against: [String], denied: [String]) {
    let against = Set(attribution.statementsAgainstVerdict)
    return (
      attribution.statementsAgainst.filter(against.contains),
      attribution.statementsAgainst.filter { !against.contains($0) }
    )
  }

  private func perpetrators(of attack: String) -> [Block] {
    let carriers = network.arcs.filter { $0.head == attack && $0.degree == .carries }
    guard !carriers.isEmpty else { return [] }
    return [
      .paragraph(
        words(
          "attack.carried-out",
          [
            "who": .inline(prose.names(AttributionReport.unique(carriers.map(\.tail)))),
            "notes": .inline(prose.notes(carriers.flatMap(\.statements), limit: 4)),
          ]))
    ]
  }

  /// Statements as a list of sentences.
  func saidList(_ ids: [String], limit: Int = 12) -> Block {
    let statements = context.statements(ids)
    let more = statements.count - limit
    return .lines(
      statements.prefix(limit).map { prose.said($0) }
        + (more > 0 ? [words("list.more", ["n": .count(more)])] : []))
  }

  private func list(_ ids: [String], _ family: String, _ attack: String, _ key: String) -> [Block] {
    ids.isEmpty ? [] : [part(family, attack, key), saidList(ids)]
  }

  private func claims(_ attribution: Attribution) -> [Block] {
    guard !attribution.claims.isEmpty else { return [] }
    return [
      part("claims", attribution.attack, "attack.claims"),
      .paragraph(words("attack.claims.meaning")),
      .lines(attribution.claims.map { context.told($0, notes: prose.notes($0.statements)) }),
    ]
  }

  /// What nobody says but interested voices, claims apart.
  private func interested(_ attribution: Attribution) -> [Block] {
    let ids = context.interestedStatements(on: attribution)
    guard !ids.isEmpty else { return [] }
    return [
      part("interested", attribution.attack, "attack.interested"),
      .paragraph(words("attack.interested.meaning")), saidList(ids),
    ]
  }

  private func refusals(
    _ chains: Report.AttackFinding?, _ attribution: Attribution
  ) -> [Block] {
    let told = Set(attribution.statementsAgainst)
    let others = (chains?.refusals ?? []).filter {
      $0.link.relation != "claimed"
        && ($0.reason != .denied || !told.isSuperset(of: $0.statements))
    }
    guard !others.isEmpty else { return [] }
    return [
      part("refused", attribution.attack, "attack.refused"),
      .lines(
        others.flatMap { refusal -> [[Inline]] in
          // A denial is told with how many it is of, and by whom.
          guard refusal.reason != .denied else {
            return context.statements(refusal.statements).map { prose.said($0) }
          }
          return [
            words(
              "refused",
              [
                "matter": .inline(prose.matter(refusal.link)),
                "reason": .inline(words("refused." + Words.key(refusal.reason.rawValue))),
                "notes": .inline(prose.notes(refusal.statements)),
              ])
          ]
        }),
    ]
  }
}

extension Statement {
  /// Whether it denies, supposes, suspects or leaves open what it speaks of.
  fileprivate var isDoubt: Bool {
    stance != .affirms || ![.asserted, .reported].contains(modality)
  }
}
