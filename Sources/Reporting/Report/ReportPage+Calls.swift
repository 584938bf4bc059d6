internal import Evidence
internal import InfluenceAnalysis

extension ReportPage {
  /// Calls, what followed them, and whether that is more than chance.
  var callBlocks: [Block] {
    let calls = report.timeline.calls
    guard !calls.isEmpty else { return [] }
    let followed = calls.count { $0.followers.contains(where: \.isCertain) }
    let perhaps = calls.count { !$0.followers.isEmpty } - followed
    var blocks: [Block] = [
      section("calls", "calls.heading"),
      .answer(
        words(
          "calls.answer",
          [
            "n": .count(calls.count), "followed": .count(followed), "perhaps": .count(perhaps),
            "days": .count(report.options.window),
            "tested": .flag(report.timeline.association?.p != nil),
            "p": .text(report.timeline.association?.p.map(pText) ?? ""),
          ])),
      .list(calls.map(item), isOrdered: false),
      .figure(
        Figure(
          id: "figure-timeline", svg: pictures.timeline,
          description: words.plain("calls.description"),
          caption: pictures.timeline == nil ? [] : words("calls.caption"), isLarge: true)),
    ]
    if let association = report.timeline.association { blocks += test(association) }
    return blocks
  }

  private func item(_ call: CallFollowUp) -> [Block] {
    let head = words(
      "calls.call",
      [
        "date": .inline(prose.date(report.timeline.date(of: call.call))),
        "name": .inline(prose.name(call.call.id)),
        "notes": .inline(prose.notes(call.statements)),
        "any": .flag(!call.followers.isEmpty || !call.onTheDay.isEmpty),
      ])
    let followers = call.followers.map { follower in
      words(
        "calls.follower",
        [
          "name": .inline(link(follower.attack)), "lag": .inline(words.lag(follower.lag)),
          "open": .flag(!follower.isCertain),
        ])
    }
    let sameDay = call.onTheDay.map { words("calls.on-the-day", ["name": .inline(link($0))]) }
    let lines = followers + sameDay
    return [.paragraph(head)] + (lines.isEmpty ? [] : [.lines(lines)])
  }

  /// The name of an attack, which leads to its section if it has one.
  private func link(_ attack: String) -> [Inline] {
    let hasSection = verdicts.contains { $0.attribution.attack == attack }
    return hasSection ? prose.attack(attack) : prose.name(attack)
  }

  private func test(_ association: AssociationResult) -> [Block] {
    guard let span = report.timeline.span else { return [] }
    var blocks: [Block] = [
      .heading(3, id: "association", words("association.heading")),
      .lines(
        association.counts.map { count in
          words(
            "association.count",
            [
              "observed": .count(count.observed), "least": .count(count.range.lowerBound),
              "most": .count(count.range.upperBound),
              "open": .flag(count.range.lowerBound < count.range.upperBound),
              "attacks": .count(association.attacks),
              "window": .count(count.window), "calls": .count(association.calls),
              "expected": .text(words.number((count.expected * 100).rounded() / 100)),
              "covered": .inline(words.percent(count.covered)), "days": .count(association.days),
              "from": .text(span.lowerBound.description),
              "to": .text(span.upperBound.description),
            ])
        }),
    ]
    if let p = association.p {
      blocks.append(.paragraph(words("association.p", ["p": .text(pText(p))])))
    } else {
      blocks.append(.paragraph(words("association.refused")))
      blocks.append(
        .lines(association.refusals.map { words("association.refused." + Words.key($0.rawValue)) }))
    }
    blocks.append(.paragraph(words("association.caveats")))
    blocks.append(
      .lines(association.caveats.map { words("association.caveat." + Words.key($0.rawValue)) }))
    return blocks
  }

  private func pText(_ p: Double) -> String {
    let rounded = (p * 1_000).rounded() / 1_000
    return rounded < 0.001
      ? words.plain("p.least", ["p": .text(words.number(0.001))]) : words.number(rounded)
  }

  /// What cannot all be right, each side with its statements.
  var contradictionBlocks: [Block] {
    let all = report.contradictions
    guard !all.isEmpty else { return [] }
    var blocks: [Block] = [
      section("contradictions", "contradictions.heading"),
      .answer(
        words(
          "contradictions.answer",
          [
            "n": .count(all.count), "links": .count(all.count { $0.kind == .link }),
            "values": .count(all.count { $0.kind == .attribute }),
            "errors": .count(all.count { $0.kind == .sic }),
          ])),
    ]
    for kind in Contradiction.Kind.allCases {
      let own = all.filter { $0.kind == kind }
      guard !own.isEmpty else { continue }
      blocks.append(
        .heading(
          3, id: "contradictions-\(kind.rawValue)", words("contradictions.kind." + kind.rawValue)))
      for contradiction in own { blocks += self.blocks(contradiction) }
    }
    return blocks
  }

  private func blocks(_ contradiction: Contradiction) -> [Block] {
    var sides = contradiction.positions.enumerated().map { index, position -> [Block] in
      side(heading(contradiction, index, position), position.statements, of: contradiction)
    }
    if !contradiction.unweighed.isEmpty {
      sides.append(
        side(words("contradictions.unweighed"), contradiction.unweighed, of: contradiction))
    }
    return [
      .paragraph([.strong(matter(contradiction))] + outcome(contradiction)),
      .list(sides, isOrdered: false),
    ]
  }

  private func side(
    _ heading: [Inline], _ ids: [String], of contradiction: Contradiction
  ) -> [Block] {
    let implied = contradiction.link.flatMap { network.table[$0]?.implied } ?? []
    let voices = context.statements(ids).map { statement in
      // What only bears on the matter is told in full.
      implied.contains(statement.id) ? prose.said(statement) : prose.voiced(statement)
    }
    return [
      .paragraph(
        words(
          "contradictions.side",
          [
            "side": .inline(heading),
            "voices": .inline(words.joined(voices, by: "list.semicolon")),
          ]))
    ]
  }

  private func heading(
    _ contradiction: Contradiction, _ index: Int, _ position: Contradiction.Position
  ) -> [Inline] {
    switch contradiction.kind {
    case .link: words(index == 0 ? "contradictions.for" : "contradictions.against")
    case .attribute: prose.value(position.says, of: contradiction.predicate)
    case .sic:
      index == 0
        ? words(
          "contradictions.has",
          ["text": .inline(prose.value(position.says, of: contradiction.predicate))])
        : words("contradictions.noted", ["text": .name(position.says)])
    }
  }

  private func matter(_ contradiction: Contradiction) -> [Inline] {
    if let link = contradiction.link { return prose.matter(link) }
    let subject = prose.name(contradiction.subject)
    guard let object = contradiction.object else {
      return words(
        "contradictions.attribute",
        [
          "subject": .inline(subject),
          "attribute": .inline(prose.attribute(contradiction.predicate)), "of": .inline([]),
        ])
    }
    let isRelation =
      contradiction.positions.first?.statements.first
      .flatMap { evidence.statement($0) }?.object != nil
    if isRelation {
      return words(
        "matter.relation",
        [
          "subject": .inline(subject), "verb": .inline(prose.verb(contradiction.predicate)),
          "object": .inline(prose.name(object)),
        ])
    }
    return words(
      "contradictions.attribute",
      [
        "subject": .inline(subject),
        "attribute": .inline(prose.attribute(contradiction.predicate)),
        "of": .inline(prose.name(object)),
      ])
  }

  /// What the sides come to when they are weighed; values and noted errors are not weighed.
  private func outcome(_ contradiction: Contradiction) -> [Inline] {
    guard contradiction.kind == .link, let link = contradiction.link.flatMap({ network.table[$0] })
    else { return [] }
    let pooled = link.pooled
    return words(
      "contradictions.outcome." + Words.key(pooled.status.rawValue),
      [
        "chance": .inline(prose.chance(pooled.probability)),
        "refuted": .inline(words.percent(pooled.refuted)),
        "unknown": .inline(words.percent(pooled.unknown)),
      ])
  }
}
