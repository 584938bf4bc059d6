internal import Evidence
internal import InfluenceAnalysis

extension ReportPage {
  /// The chains to an attack: their picture, each link by link, and who else may have had a part.
  func chainBlocks(
    _ finding: Report.AttackFinding, ways: [AttributionWay] = []
  ) -> [Block] {
    var blocks: [Block] = []
    if let svg = pictures.chains[finding.attack] {
      var figure = Figure(
        id: Anchor.id("figure", finding.attack), svg: svg,
        description: words.plain(
          "chain.description",
          [
            "n": .count(finding.chains.count),
            "attack": .name(evidence.name(of: finding.attack)),
          ]),
        caption: words("chain.caption"))
      figure.uprightSVG = pictures.uprightChains[finding.attack]
      blocks.append(.figure(figure))
    }
    var told: Set<LinkKey> = []
    for (place, chain) in finding.chains.enumerated() {
      blocks += self.blocks(
        chain, of: finding.attack, isVerdict: place < finding.verdictChains && !ways.isEmpty,
        told: &told)
    }
    blocks += wayBlocks(ways, besides: finding)
    let shown = Set(finding.chains.flatMap(\.nodes))
    // A chain that only associates says that somebody was in touch or in command, and of no part in the attack.
    let others = finding.influencers.filter {
      !shown.contains($0.entity) && $0.best.degree != .associates
    }
    if !others.isEmpty {
      let items = others.prefix(8).map { item in
        words(
          "chain.other",
          [
            "path": .inline(path(item.best.nodes)),
            "percent": .inline(words.percent(item.connection.probability)),
            "notes": .inline(
              prose.notes(
                AttributionReport.unique(
                  item.best.hops.reversed().flatMap { $0.arcs.flatMap(\.statements) }), limit: 4)),
          ])
      }
      let more = others.count - 8
      let rest = more > 0 ? [words("list.more", ["n": .count(more)])] : []
      blocks += [.paragraph(words("chain.others")), .lines(items + rest)]
    }
    return blocks
  }

  /// The ways of a verdict that are no chain of the network or one too many to be told link by link.
  private func wayBlocks(
    _ ways: [AttributionWay], besides finding: Report.AttackFinding
  ) -> [Block] {
    let shown = finding.chains.map { $0.hops.flatMap { $0.arcs.map(\.link) } }
    let others = ways.filter { !shown.contains($0.arcs.map(\.link)) }
    guard !others.isEmpty else { return [] }
    return [
      .paragraph(
        words(
          "chain.ways",
          ["leader": .flag(others.contains { $0.arcs.contains(where: Self.isThroughLeader) })])),
      .lines(
        others.map { way in
          let ends = (way.arcs.first.map { [$0.tail] } ?? []) + way.arcs.map(\.head)
          return words(
            "chain.way",
            [
              "path": .inline(path(ends)),
              "percent": .inline(words.percent(way.probability)),
              "notes": .inline(prose.notes(way.statements)),
            ])
        }),
    ]
  }

  /// Names with arrows between them.
  private func path(_ ids: [String]) -> [Inline] {
    words.joined(ids.map(prose.name), by: "chain.arrow")
  }

  /// Whether an arc leads from a group to who leads it, as chains of a projection never do.
  private static func isThroughLeader(_ arc: Arc) -> Bool {
    arc.isReversed && arc.relation == "leads"
  }

  private func blocks(
    _ chain: Chain, of attack: String, isVerdict: Bool, told: inout Set<LinkKey>
  ) -> [Block] {
    let isShared = abs(chain.product - chain.probability) >= 0.005
    var rows: [[Block]] = []
    for (index, hop) in chain.hops.enumerated() {
      for arc in hop.arcs {
        let isTold = !told.insert(arc.link).inserted
        rows.append(
          link(arc, isWeakest: index == chain.weakest && chain.hops.count > 1, isTold: isTold))
      }
    }
    return [
      .paragraph(
        words(
          "chain",
          [
            "path": .inline(path(chain.nodes)),
            "chance": .inline(prose.chance(chain.probability)),
            "verdict": .flag(isVerdict), "single": .flag(chain.hops.count == 1),
            "degree": .inline(words("degree." + chain.degree.rawValue)),
            "collective": .inline(
              chain.nodes.last.flatMap { $0 == attack ? nil : prose.name($0) } ?? []),
            "order": .inline(words("order." + chain.order.rawValue)),
            "group": .flag(chain.crossesGroup),
            "product": .inline(isShared ? words.percent(chain.product) : []),
          ])),
      .list(rows, isOrdered: true),
    ]
  }

  /// A link of a chain: what is said, how probable it is, who says so.
  private func link(_ arc: Arc, isWeakest: Bool, isTold: Bool) -> [Block] {
    let statements = isTold ? [] : context.statements(arc.statements)
    let shown = statements.prefix(4).map(prose.voiced)
    let more = statements.count - shown.count
    let voices = shown + (more > 0 ? [words("list.more", ["n": .count(more)])] : [])
    return [
      .paragraph(
        words(
          "link",
          [
            "matter": .inline(prose.matter(arc)),
            "chance": .inline(prose.chance(arc.probability)),
            "disputed": .flag(arc.status == .disputed || arc.status == .denied),
            "when": .inline(prose.when(arc)), "weakest": .flag(isWeakest),
            "voices": .inline(words.joined(voices, by: "list.semicolon")),
          ]))
    ]
  }

  /// What the verdict hangs on, and what to check next.
  func checkBlocks(_ check: VerdictCheck, _ attack: String) -> [Block] {
    let moving = check.statements.filter { $0.swing >= 0.005 }.prefix(4)
    guard !moving.isEmpty else { return [] }
    let sets = check.breaking.prefix(4).map(prose.labels)
    var lines: [[Inline]] = [
      words(
        "check.breaking",
        [
          "n": .count(check.breaking.first?.count ?? 0),
          "tentative": .flag(check.outcome.isTentative),
          "sets": .inline(words.list(Array(sets), "list.or")),
          "single": .flag(check.breaking.count == 1),
          "more": .count(max(0, check.breaking.count - sets.count)),
        ])
    ]
    for item in moving {
      guard let statement = evidence.statement(item.id) else { continue }
      lines.append(
        words(
          "check.verdict.statement",
          [
            "said": .inline(prose.said(statement)), "remark": .inline(prose.remark(on: statement)),
            "denies": .flag(statement.stance.isDenial),
            "same": .flag(abs(item.confirmed.chance - check.outcome.chance) < 0.005),
            "confirmed": .inline(words.percent(item.confirmed.chance)),
            "struck": .inline(
              item.struck.chance > 0 ? words.percent(item.struck.chance) : []),
            "becomes": .inline(change(to: item.struck, from: check.outcome)),
          ]))
    }
    return [
      .heading(4, id: Anchor.id("check", attack), words("attack.check")),
      .paragraph(
        words("check.verdict", ["chance": .inline(words.percent(check.outcome.chance))])),
      .lines(lines),
    ]
  }

  /// The verdict that another becomes, and whom it names, if it becomes another.
  private func change(
    to outcome: VerdictCheck.Outcome, from now: VerdictCheck.Outcome
  ) -> [Inline] {
    guard
      (outcome.verdict, outcome.isTentative, outcome.principal)
        != (now.verdict, now.isTentative, now.principal)
    else { return [] }
    let verdict = words(
      "verdict",
      [
        "verdict": .inline(words("verdict." + Words.key(outcome.verdict.rawValue))),
        "tentative": .flag(outcome.isTentative), "disputed": .flag(false), "means": .inline([]),
      ])
    let who = outcome.principal == now.principal ? nil : outcome.principal
    return words(
      "check.becomes",
      [
        "verdict": .inline(verdict),
        "who": .inline(
          who.map { prose.names($0.split(separator: " | ").map(String.init), "list.or") } ?? []),
      ])
  }

  /// What the connection hangs on, and what to check next.
  func checkBlocks(
    _ found: ConnectionCheck, _ attack: String, _ chains: Report.AttackFinding?
  ) -> [Block] {
    guard let start = chains?.chains.first?.nodes.first else { return [] }
    var lines: [[Inline]] = []
    if let cut = found.cuts.first(where: { $0.unit == .statement }), cut.best > 0,
      let size = cut.size, size > 0
    {
      let sets = cut.sets.prefix(4).map(prose.labels)
      lines.append(
        words(
          "check.cut",
          [
            "n": .count(size), "percent": .inline(words.percent(cut.threshold)),
            "sets": .inline(words.list(Array(sets), "list.or")),
            "more": .count(max(0, cut.count - sets.count)),
          ]))
    }
    for item in found.check.statements.prefix(3) where item.swing >= 0.005 {
      guard let statement = evidence.statement(item.id) else { continue }
      lines.append(
        words(
          "check.statement",
          [
            "said": .inline(prose.said(statement)), "remark": .inline(prose.remark(on: statement)),
            "same": .flag(
              abs(item.confirmed - found.check.connection.probability) < 0.005),
            "confirmed": .inline(words.percent(item.confirmed)),
            "struck": .inline(words.percent(item.struck)),
          ]))
    }
    guard !lines.isEmpty else { return [] }
    return [
      .heading(4, id: Anchor.id("check", attack), words("attack.check")),
      .paragraph(
        words(
          "check.connection",
          [
            "from": .inline(prose.name(start)), "to": .inline(prose.name(attack)),
            "chance": .inline(prose.chance(found.check.connection.probability)),
          ])),
      .lines(lines),
    ]
  }
}
