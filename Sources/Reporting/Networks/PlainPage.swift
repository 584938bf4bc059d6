internal import Evidence
internal import GraphCore
internal import InfluenceAnalysis

/// Puts the findings on a plain network on a page, in the look of the report on evidence.
struct PlainPage {
  let report: PlainNetworkReport
  let template: ReportTemplate
  let svg: String?
  let hasPlots: Bool

  private var words: Words { template.words }
  private var network: PlainSubject { report.network }
  private var facts: PlainFacts { report.facts }

  init(
    _ report: PlainNetworkReport, _ template: ReportTemplate, svg: String?, hasPlots: Bool
  ) {
    self.report = report
    self.template = template
    self.svg = svg
    self.hasPlots = hasPlots
  }

  private var counts: KeyValuePairs<String, Words.Value> {
    [
      "nodes": .count(network.graph.nodeCount), "edges": .count(network.graph.edgeCount),
      "directed": .flag(network.graph.isDirected), "parts": .count(facts.parts),
      "version": .text(report.edition.version), "date": .text(report.edition.date),
    ]
  }

  var page: Page {
    var blocks: [Block] = [
      .heading(1, id: "title", [.name(network.title)]), .paragraph(words("plain.byline", counts)),
      .paragraph(words("plain.no-evidence")),
    ]
    if !report.remarks.isEmpty { blocks.append(.lines(report.remarks.map { [.name($0)] })) }
    blocks += shapeBlocks + pictureBlocks + measureBlocks + cutBlocks + communityBlocks
    return Page(
      title: network.title, blocks: blocks, footer: words("plain.footer", counts),
      template: template)
  }

  private var pictureBlocks: [Block] {
    guard let svg else { return [] }
    return [
      .heading(2, id: "network", words("plain.network.heading")),
      .figure(
        Figure(
          id: "figure-network", svg: svg,
          description: words.plain("plain.network.description", counts),
          caption: words("plain.network.caption"), isLarge: true)),
    ]
  }

  private var shapeBlocks: [Block] {
    [
      .heading(2, id: "shape", words("plain.shape.heading")),
      .answer(words("plain.shape.answer", counts)),
      .table(
        Table(
          caption: words("plain.shape.table"), columns: columns("figure", "#value", "meaning"),
          rows: facts.figures.map { figure in
            [
              words("plain.figure.\(figure.key)"), [.text(words.number(figure.value))],
              words("plain.figure.\(figure.key).meaning"),
            ]
          })),
      .table(
        Table(
          caption: words("plain.degrees.table"), columns: columns("#degrees", "#nodes"),
          rows: facts.degrees.map { [[.text($0.degrees)], [.text(words.number($0.count))]] })),
    ]
  }

  private var measureBlocks: [Block] {
    let measures = report.table.measures
    guard !measures.isEmpty else { return [] }
    let leaders = AttributionReport.unique(measures.compactMap { $0.scores.first?.name })
    var blocks: [Block] = [
      .heading(2, id: "centrality", words("measures.heading")),
      .answer(
        words(
          "plain.measures.answer", ["names": .inline(words.list(leaders.map { [.name($0)] }))])),
    ]
    for measure in measures { blocks += self.blocks(measure) }
    if measures.count < PlainNetworkReport.measures.count {
      blocks.append(.paragraph(words("plain.measures.left-out")))
    }
    return blocks
  }

  private func blocks(_ measure: MeasureResult) -> [Block] {
    let key = "measure." + measure.name
    let blocks: [Block] = [
      .heading(
        3, id: Anchor.id("measure", measure.name), words.optional(key) ?? [.text(measure.name)]),
      .paragraph(
        words.optional("plain." + key + ".meaning") ?? words.optional(key + ".meaning")
          ?? words("measures.says", ["meaning": .text(measure.meaning)])),
    ]
    let shown = Array(measure.scores.prefix(PlainNetworkReport.shown))
    guard shown.contains(where: { $0.score != nil }) else {
      return blocks + [.paragraph(words("measures.undefined"))]
    }
    let description = words.plain("plain.measures.table", ["measure": .text(measure.name)])
    let plot = WhiskerPlot(
      title: description,
      rows: shown.compactMap { score in
        score.score.map { WhiskerPlot.Row(name: score.name, value: $0, interval: nil) }
      }, number: { words.number($0) })
    return blocks + [
      .figure(
        Figure(
          id: Anchor.id("figure-measure", measure.name),
          svg: hasPlots
            ? plot.canvas.svg(idPrefix: Anchor.id("plot", measure.name) + "-") : nil,
          description: description,
          caption: words(
            "plain.plot.caption",
            [
              "scale": .inline(
                words.optional(key + ".scale") ?? [.text(measure.normalization)])
            ]), isNarrow: true)),
      .table(
        Table(
          caption: words("plain.measures.table", ["measure": .text(measure.name)]),
          columns: columns("name", "#rank", "#score"),
          rows: shown.map { score in
            [
              [.name(score.name)], [.text(CentralityReport.rank(score.rank))],
              [.text(words.number(score.score))],
            ]
          })),
    ]
  }

  private var cutBlocks: [Block] {
    let points = NetworkStructure.cutPoints(of: network.graph)
    var blocks: [Block] = [
      .heading(2, id: "cut", words("brokers.heading")),
      .answer(
        words(
          "plain.cut.answer",
          [
            "n": .count(points.count), "bridges": .count(facts.bridges.count),
            "names": .inline(
              words.list(points.prefix(3).map { [.name(network.name($0.node))] })),
          ])),
    ]
    if !points.isEmpty {
      blocks.append(
        .table(
          Table(
            caption: words("plain.cut.table"), columns: columns("name", "#cut"),
            rows: points.prefix(2 * PlainNetworkReport.shown).map { point in
              [[.name(network.name(point.node))], [.text(words.number(point.cutOff))]]
            })))
    }
    if !facts.bridges.isEmpty {
      let more = facts.bridges.count - 2 * PlainNetworkReport.shown
      blocks += [
        .heading(3, id: "bridges", words("plain.bridges.heading")),
        .lines(
          facts.bridges.prefix(2 * PlainNetworkReport.shown).map { [.name(network.tie($0))] }
            + (more > 0 ? [words("list.more", ["n": .count(more)])] : [])),
      ]
    }
    return blocks
  }

  private var communityBlocks: [Block] {
    guard !facts.communities.isEmpty else { return [] }
    let runs = PlainFacts.runs
    return [
      .heading(2, id: "communities", words("communities.heading")),
      .answer(
        words(
          "plain.communities.answer",
          [
            "n": .count(facts.communities.count),
            "modularity": .text(facts.modularity.map { words.number($0) } ?? ""),
          ])),
      .paragraph(
        words(
          "plain.communities.meaning",
          ["seed": .text("\(report.edition.seed)"), "runs": .count(runs)])),
      .table(
        Table(
          caption: words("communities.table"),
          columns: columns("community", "#members", "stability", "names"),
          rows: facts.communities.prefix(2 * PlainNetworkReport.shown).enumerated().map(row),
          isStacked: true)),
    ]
  }

  private func row(_ number: Int, _ community: StableCommunity) -> [[Inline]] {
    let members = NetworkStructure.byTies(community.members, in: network.graph)
    let names = members.prefix(8).map { [Inline.name(network.name($0))] }
    let more = members.count - names.count
    return [
      words(
        "communities.around", ["n": .count(number + 1), "who": .inline(names.first ?? [])]),
      [.text(words.number(members.count))], words.stability(community.stability),
      words.joined(
        names + (more > 0 ? [words("list.more", ["n": .count(more)])] : []), by: "list.comma"),
    ]
  }

  private func columns(_ keys: String...) -> [Table.Column] {
    keys.map { Table.Column(key: $0, words) }
  }
}
