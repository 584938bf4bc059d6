internal import Evidence
internal import InfluenceAnalysis

/// What stands in the columns of one attack, block by block.
struct AttributionBlocks {
  typealias Block = AttributionRow.Block
  typealias Column = AttributionPicture.Column

  let finding: AttributionReport.Finding
  let told: AttributionSentences
  let context: FindingContext
  let theme: Theme

  private var attribution: Attribution { finding.attribution }
  private var language: Words { context.words }

  /// Words in a column.
  func words(
    _ text: String, _ column: Column, _ colour: Colour, _ letters: Lettering = Sheet.body,
    indent: Double = 0, limit: Int = 3
  ) -> Block {
    let lines = letters.lines(of: text, width: column.width - 8 - indent, limit: limit)
    return Block(height: Double(lines.count) * letters.leading) { start in
      Canvas.Element.words(
        lines, at: Canvas.Point(start.x + indent, start.y + letters.size), letters, colour)
    }
  }

  /// What stands in a lane: the verdict, and what else may be.
  func lane(_ column: Column) -> [Block] {
    var blocks: [Block] = []
    let isVerdict = Column(attribution.verdict) == column
    if isVerdict { blocks += verdict(column) }
    guard let rung = Rung.allCases.first(where: { Column(Verdict($0)) == column }) else {
      return blocks
    }
    if !isVerdict, let principal = attribution.principal, attribution.degrees[rung] > 0 {
      blocks += lesser(
        rung, chance: attribution.degrees[rung], of: principal, attribution.statementsFor, column)
    }
    let others = attribution.candidates.filter {
      $0.principal != attribution.principal && Self.likeliest($0.degrees) == rung
    }
    for candidate in others.prefix(2) {
      blocks += lesser(
        rung, chance: candidate.degrees[rung], of: candidate.principal, candidate.statements,
        column)
    }
    if others.count > 2 {
      blocks.append(
        words(language.rest(others.count - 2), column, theme.quietInk, Sheet.small, indent: 10))
    }
    return blocks
  }

  private static func likeliest(_ chances: RungChances) -> Rung? {
    Rung.allCases.max { (chances[$0], $1) < (chances[$1], $0) }
  }

  private func verdict(_ column: Column) -> [Block] {
    let tooltip = context.tooltip(
      [told.verdict],
      attribution.verdict.rung == nil ? attribution.statementsFor : attribution.statementsForVerdict
    )
    guard let rung = attribution.verdict.rung else {
      let mark = AttributionMark.none(attribution.verdict, theme)
      let name = language.plain("verdict." + Words.key(attribution.verdict.rawValue))
      let lines = Sheet.small.lines(of: name, width: column.width - 26)
      let words = flags.isEmpty ? [] : [self.words(flags, column, theme.ink, Sheet.small)]
      return [
        Block(height: max(16, Double(lines.count) * Sheet.small.leading + 3)) { start in
          [
            .group(
              id: "verdict-\(attribution.attack)", tooltip: tooltip,
              mark(Canvas.Point(start.x, start.y + 7))
                + Canvas.Element.words(
                  lines, at: Canvas.Point(start.x + 17, start.y + 10), Sheet.small, theme.ink))
          ]
        }
      ] + words
    }
    let chance = attribution.degrees[rung]
    let bar = AttributionMark.bar(
      rung, chance: chance, isTentative: attribution.isTentative,
      isDisputed: attribution.isDisputed, theme)
    var blocks = [
      Block(height: 18) { start in
        [
          .group(
            id: "verdict-\(attribution.attack)", tooltip: tooltip,
            bar(start) + [
              .label(
                Canvas.Label(
                  language.percentText(chance),
                  at: Canvas.Point(start.x + column.width - 10, start.y + 10),
                  anchor: .end, size: Sheet.body.size, isBold: true, colour: theme.ink))
            ])
        ]
      },
      words(attribution.principal.map(context.name) ?? "", column, theme.ink, Lettering(size: 9.5)),
    ]
    if !flags.isEmpty {
      blocks.append(words(flags, column, theme.ink, Lettering(size: 9, isBold: true)))
    }
    let whole = attribution.degrees.atLeast(rung)
    if whole - chance > 0.005 {
      blocks.append(
        words(
          language.plain("lane.whole", ["percent": .inline(language.percent(whole))]), column,
          theme.quietInk, Sheet.small))
    }
    return blocks
  }

  /// What makes the verdict less than firm, in words.
  private var flags: String {
    var flags: [[Inline]] = []
    if attribution.isTentative { flags.append(language("flag.tentative")) }
    if attribution.isDisputed { flags.append(language("flag.disputed")) }
    if finding.sensitivity.isSensitive { flags.append(language("flag.sensitive")) }
    return language.joined(flags, by: "list.comma").plain
  }

  /// A smaller mark for what is less likely.
  private func lesser(
    _ rung: Rung, chance: Double, of principal: Principal, _ statements: [String],
    _ column: Column
  ) -> [Block] {
    let who = context.name(of: principal)
    let text = "\(who) \(language.percentText(chance))"
    let lines = Sheet.small.lines(of: text, width: column.width - 18, limit: 3)
    let tooltip = context.tooltip(
      [
        language.plain(
          "lane.lesser." + rung.rawValue,
          ["who": .text(who), "percent": .inline(language.percent(chance))])
      ],
      statements)
    return [
      Block(height: Double(lines.count) * Sheet.small.leading + 2) { start in
        [
          .group(
            id: "may-be-\(attribution.attack)-\(rung.rawValue)-\(principal.id)", tooltip: tooltip,
            AttributionMark.dot(rung, theme)(Canvas.Point(start.x, start.y + 6))
              + Canvas.Element.words(
                lines, at: Canvas.Point(start.x + 10, start.y + 9), Sheet.small, theme.quietInk))
        ]
      }
    ]
  }

  /// Who claimed it, through whom, and how many days after.
  func claims() -> [Block] {
    attribution.claims.enumerated().map { number, claim in
      let text = language.plain(
        "lane.claim",
        [
          "who": .text(context.evidence.name(of: claim.by)),
          "outlet": .text(claim.outlet.map(context.evidence.name) ?? ""),
          "lag": .inline(claim.lag.map(language.lag) ?? language("lag.unknown")),
        ])
      return said(
        text, id: "claim-\(attribution.attack)-\(number + 1)", AttributionMark.flag(theme),
        context.tooltip([told.words(claim)], claim.statements))
    }
  }

  /// Who carried it out, if somebody says so.
  func perpetrators() -> [Block] {
    let names = attribution.perpetrators.map { [Inline.text(context.evidence.name(of: $0))] }
    guard !names.isEmpty else { return [] }
    let shown = names.prefix(3) + (names.count > 3 ? [[.text(language.rest(names.count - 3))]] : [])
    return [
      words(
        language.plain(
          "lane.by", ["who": .inline(language.joined(Array(shown), by: "list.comma"))]),
        .attack, theme.quietInk, Sheet.small)
    ]
  }

  /// How many statements only interested voices make, claims apart.
  func interested() -> [Block] {
    let ids = context.interestedStatements(on: attribution)
    guard !ids.isEmpty else { return [] }
    return [
      said(
        language.plain("lane.interested", ["n": .count(ids.count)]),
        id: "interested-\(attribution.attack)", AttributionMark.flag(theme),
        context.tooltip([language.plain("attack.interested")], ids))
    ]
  }

  /// How many statements speak against the verdict, and how many deny something else.
  func denials() -> [Block] {
    let against = attribution.statementsAgainstVerdict
    let told = Set(against)
    let others = attribution.statementsAgainst.filter { !told.contains($0) }
    let isOpen = attribution.verdict.rung == nil
    var blocks: [Block] = []
    if !against.isEmpty {
      blocks.append(
        said(
          language.plain("lane.against", ["n": .count(against.count)]),
          id: "against-\(attribution.attack)", AttributionMark.cross(theme),
          context.tooltip([language.plain("attack.against")], against)))
    }
    if !others.isEmpty {
      let key = isOpen ? "lane.against.any" : "lane.against.other"
      let head = isOpen ? "attack.denied.any" : "attack.denied"
      blocks.append(
        said(
          language.plain(key, ["n": .count(others.count)]), id: "denied-\(attribution.attack)",
          AttributionMark.cross(theme), context.tooltip([language.plain(head)], others)))
    }
    return blocks
  }

  private func said(
    _ text: String, id: String, _ mark: @escaping (Canvas.Point) -> [Canvas.Element],
    _ tooltip: String
  ) -> Block {
    let letters = Lettering(size: 9.5)
    let lines = letters.lines(of: text, width: Column.said.width - 18, limit: 3)
    return Block(height: Double(lines.count) * letters.leading + 3) { start in
      [
        .group(
          id: id, tooltip: tooltip,
          mark(Canvas.Point(start.x, start.y + 6))
            + Canvas.Element.words(
              lines, at: Canvas.Point(start.x + 16, start.y + 9.5), letters, theme.ink))
      ]
    }
  }
}
