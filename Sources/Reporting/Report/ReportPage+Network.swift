internal import Evidence
internal import InfluenceAnalysis

extension ReportPage {
  /// What hangs together, as a picture.
  var networkBlocks: [Block] {
    guard !network.arcs.isEmpty else {
      return [
        section("network", "network.heading"),
        .answer(
          words(
            "network.empty",
            [
              "projection": .text(network.projection.name),
              "links": .count(network.table.links.count),
              "others": .inline(words.list(otherProjections, "list.or")),
            ])),
      ]
    }
    let structure = report.structure
    let counts: KeyValuePairs<String, Words.Value> = [
      "n": .count(network.nodes.count), "arcs": .count(network.lineCount),
      "ties": .flag(network.isMutual),
      "disputed": .count(
        network.arcs.count { $0.status == .disputed || $0.status == .denied }),
      "parts": .count(structure.parts),
      "others": .count(max(0, pictures.drawn - network.nodes.count)),
      "projection": .text(network.projection.name),
    ]
    return [
      section("network", "network.heading"), .answer(words("network.answer", counts)),
      .figure(
        Figure(
          id: "figure-network", svg: pictures.network, interactive: pictures.interactive?.html,
          description: words.plain("network.description", counts),
          caption: overview(counts),
          isLarge: true)),
    ]
  }

  /// The projections by which arcs would come of the links.
  private var otherProjections: [[Inline]] {
    evidence.vocabulary.projections.map(\.name).filter { name in
      guard name != network.projection.name,
        let other = try? InfluenceNetwork(network.table, projection: name)
      else { return false }
      return !other.arcs.isEmpty
    }.map { [.code($0)] }
  }

  private func overview(_ counts: KeyValuePairs<String, Words.Value>) -> [Inline] {
    if pictures.interactive != nil { return words("network.caption.interactive", counts) }
    switch pictures.overview {
    case .whole: return words("network.caption", counts)
    case .communities: return words("network.caption.communities", counts)
    case .chains(let shown):
      return words(
        "network.caption.chains",
        ["shown": .count(shown), "projection": .text(network.projection.name)])
    }
  }

  /// Who matters, by each measure: a sentence, a plot, a table.
  var measureBlocks: [Block] {
    guard !network.hops.isEmpty else { return [] }
    let leaders = AttributionReport.unique(report.measures.measures.compactMap(leader))
    var blocks: [Block] = [
      section("centrality", "measures.heading"),
      .answer(
        words(
          "measures.answer",
          ["n": .count(leaders.count), "names": .inline(prose.names(leaders))])),
      .paragraph(words("measures.meaning", ["worlds": .count(report.options.samples)])),
    ]
    for measure in report.measures.measures { blocks += self.blocks(measure) }
    return blocks
  }

  private func name(of measure: MeasureResult) -> [Inline] {
    words.optional("measure." + measure.name) ?? [.text(measure.name)]
  }

  /// Who comes first by a measure, if nobody has the same score.
  private func leader(_ measure: MeasureResult) -> String? {
    func number(_ score: MeasureResult.Score) -> String {
      words.number(score.spread?.mean ?? score.score)
    }
    guard let first = measure.scores.first else { return nil }
    if measure.scores.count > 1, number(measure.scores[1]) == number(first) { return nil }
    return first.id
  }

  private func blocks(_ measure: MeasureResult) -> [Block] {
    let key = "measure." + measure.name
    var blocks: [Block] = [
      .heading(3, id: Anchor.id("measure", measure.name), name(of: measure))
    ]
    let meaning =
      words.optional(key + ".meaning")
      ?? words("measures.says", ["meaning": .text(measure.meaning)])
    guard measure.undefinedBecause == nil, let first = measure.scores.first,
      first.score.map({ $0 > 0 }) == true
    else {
      return blocks + [.paragraph(meaning), .paragraph(words("measures.undefined"))]
    }
    // Who comes first in most worlds need not have the highest score on average.
    let leader = measure.scores.max { ($0.spread?.first ?? 0) < ($1.spread?.first ?? 0) }
    let other = leader?.id == first.id || (leader?.spread?.first ?? 0) <= 0 ? nil : leader
    blocks.append(
      .paragraph(
        meaning
          + words(
            "measures.first",
            [
              "leader": .inline(other.map { prose.name($0.id) } ?? []),
              "most": .inline(other?.spread.map { words.share($0.first) } ?? []),
              "who": .inline(prose.name(first.id)),
              "share": .inline(first.spread.map { words.share($0.first) } ?? []),
              "ranks": .inline(first.spread.map(ranks) ?? []),
            ])))
    let shown = Array(measure.scores.prefix(10))
    blocks.append(
      .figure(
        Figure(
          id: Anchor.id("figure-measure", measure.name),
          svg: pictures.hasPlots
            ? plot(measure, shown).svg(idPrefix: Anchor.id("plot", measure.name) + "-") : nil,
          description: words.plain("plot.description", ["measure": .inline(name(of: measure))]),
          caption: words(
            "plot.caption",
            [
              "scale": .inline(words.optional(key + ".scale") ?? [.text(measure.normalization)])
            ]), isNarrow: true)))
    blocks.append(
      .table(
        Table(
          caption: words("measures.table", ["measure": .inline(name(of: measure))]),
          columns: columns("name", "kind", "#score", "#interval", "#rank", "#ranks", "#first"),
          rows: shown.map(row), isStacked: true)))
    return blocks
  }

  private func plot(_ measure: MeasureResult, _ shown: [MeasureResult.Score]) -> Canvas {
    WhiskerPlot(
      title: words.plain("plot.description", ["measure": .inline(name(of: measure))]),
      rows: shown.compactMap { score in
        guard let value = score.spread?.mean ?? score.score else { return nil }
        return WhiskerPlot.Row(
          name: score.name, value: value,
          interval: score.spread.map { min($0.low, value)...max($0.high, value) })
      }, number: { words.number($0) }
    ).canvas
  }

  private func range(_ low: String, _ high: String) -> [Inline] {
    low == high ? [.text(low)] : words("range", ["from": .text(low), "to": .text(high)])
  }

  private func ranks(_ spread: MeasureResult.Spread) -> [Inline] {
    range(CentralityReport.rank(spread.rankLow), CentralityReport.rank(spread.rankHigh))
  }

  private func row(_ score: MeasureResult.Score) -> [[Inline]] {
    let spread = score.spread
    return [
      [.name(score.name)], prose.kind(score.kind),
      [.text(words.number(spread?.mean ?? score.score))],
      spread.map { range(words.number($0.low), words.number($0.high)) } ?? words("none"),
      [.text(CentralityReport.rank(score.rank))],
      spread.map(ranks) ?? words("none"),
      spread.map { words.share($0.first) } ?? words("none"),
    ]
  }

  /// Who holds parts of the network together.
  var brokerBlocks: [Block] {
    guard !network.hops.isEmpty else { return [] }
    let points = report.structure.cutPoints
    var blocks: [Block] = [
      section("brokers", "brokers.heading"),
      .answer(
        words(
          "brokers.answer",
          [
            "n": .count(points.count),
            "names": .inline(prose.names(points.prefix(3).map(\.id))),
          ])),
      .paragraph(words("brokers.meaning")),
    ]
    if !points.isEmpty {
      blocks.append(
        .table(
          Table(
            caption: words("brokers.table"), columns: columns("name", "kind", "#cut"),
            rows: points.prefix(15).map { point in
              [
                prose.name(point.id), prose.kind(evidence.entity(point.id)?.kind ?? ""),
                [.text(words.number(point.cutOff))],
              ]
            })))
    }
    return blocks
  }

  /// Who is tied to whom more than to others.
  var communityBlocks: [Block] {
    let communities = report.structure.communities
    guard !communities.isEmpty else { return [] }
    let stable = communities.count { $0.stability >= StabilityWords.firm }
    return [
      section("communities", "communities.heading"),
      .answer(
        words(
          "communities.answer", ["n": .count(communities.count), "stable": .count(stable)])),
      .paragraph(words("communities.meaning")),
      .table(
        Table(
          caption: words("communities.table"),
          columns: columns("community", "#members", "stability", "names"),
          rows: communities.enumerated().map { number, community in
            [
              words(
                "communities.around",
                ["n": .count(number + 1), "who": .inline(prose.name(community.members[0]))]),
              [.text(words.number(community.members.count))],
              words.stability(community.stability),
              words.joined(community.members.map(prose.name), by: "list.comma"),
            ]
          }, isStacked: true)),
    ]
  }
}

/// How far a community is found again, in words; the bounds are those that its measure is read with [Hennig2007].
enum StabilityWords {
  /// From here on it is a community that a reader may count on.
  static let firm = 0.75
  /// From here on it shows a pattern, though who belongs to it is doubtful.
  static let loose = 0.6
}

extension Words {
  /// How far a community is found again.
  func stability(_ value: Double) -> [Inline] {
    let key =
      value >= StabilityWords.firm ? "firm" : value >= StabilityWords.loose ? "loose" : "none"
    return self("stability." + key, ["value": .text(number((value * 100).rounded() / 100))])
  }
}
