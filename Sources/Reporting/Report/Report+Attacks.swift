internal import Evidence
internal import InfluenceAnalysis

extension Report {
  /// What the sources support, in sentences.
  var summary: [Block] {
    let links = network.table.links
    func count(_ status: LinkStatus) -> Int { links.count { $0.pooled.status == status } }
    let disputed = network.arcs.count { $0.status == .disputed || $0.status == .denied }
    var sentences: [[Inline]] = [
      [
        .text(
          "\(Plural.text(evidence.statements.count, "statement", "statements")) from "
            + "\(Plural.text(evidence.sources.count, "source", "sources")) on "
            + "\(Plural.text(evidence.entities.count, "entity", "entities")) were weighed; they make "
            + "\(Plural.text(links.count, "link", "links")): \(count(.supported)) supported, "
            + "\(count(.disputed)) disputed, \(count(.weak)) weak, \(count(.denied)) denied, "
            + "\(count(.claimedOnly)) claimed only, \(count(.raised)) raised and not asserted.")
      ],
      [
        .text(
          "\(Plural.text(network.arcs.count, "arc", "arcs")) of influence come of them, \(disputed) of "
            + "them disputed. A claim of responsibility makes none.")
      ],
      [
        .text(
          "Of \(Plural.text(reached.count + unreached.count, "attack", "attacks")), \(reached.count) are "
            + "reached by some chain of influence; to \(unreached.count) no chain leads.")
      ],
      [
        .text(
          "\(Plural.text(contradictions.count, "matter", "matters")) are contradicted or noted as an "
            + "error of a source.")
      ],
    ]
    let best = reached.compactMap { finding in finding.chains.first.map { (finding, $0) } }
      .sorted { ($1.1.probability, $0.0.attack) < ($0.1.probability, $1.0.attack) }
    for (finding, chain) in best.prefix(5) {
      let start = chain.nodes.first.map(evidence.name) ?? ""
      sentences.append([
        .text("Best supported: from "), .name(start), .text(" to "),
        .reference(evidence.name(of: finding.attack), to: Anchor.attack(finding.attack)),
        .text(", \(TraceReport.summary(chain))."),
      ])
    }
    return [.heading(2, id: "summary", ["Summary"]), .lines(sentences)]
  }

  /// The attacks with their chains, and those without.
  var attackBlocks: [Block] {
    var blocks: [Block] = []
    if !reached.isEmpty {
      blocks.append(.heading(2, id: "chains", ["Chains to attacks"]))
      for finding in reached { blocks += self.blocks(reached: finding) }
    }
    if !unreached.isEmpty {
      blocks.append(.heading(2, id: "no-chain", ["Attacks that no chain leads to"]))
      for finding in unreached { blocks += self.blocks(unreached: finding) }
      if !unreachedCollectives.isEmpty {
        let names = unreachedCollectives.map { evidence.name(of: $0.attack) }
        blocks.append(
          .paragraph([
            "Left out are entries that stand for several attacks, as calls and threats speak of: ",
            .name(names.joined(separator: "; ")), ".",
          ]))
      }
    }
    return blocks
  }

  private func heading(_ finding: AttackFinding) -> Block {
    .heading(
      3, id: Anchor.attack(finding.attack), [.name(context.title(of: finding.attack))])
  }

  private func blocks(reached finding: AttackFinding) -> [Block] {
    let shown = finding.influencers.prefix(8)
    var blocks = [heading(finding)]
    blocks.append(
      .table(
        Table(
          caption: [
            .text("What may have influenced it"),
            .text(
              finding.influencers.count > shown.count
                ? ": the first \(shown.count) of \(finding.influencers.count)" : ""),
          ],
          columns: [
            .init("Entity"), .init("Kind"), .init("Connection", .trailing), .init("In words"),
            .init("Degree"),
          ],
          rows: shown.map { item in
            [
              [.name(evidence.name(of: item.entity))],
              [.text(evidence.entity(item.entity)?.kind ?? "")],
              [.text(Phrase.percent(item.connection.probability))],
              [.text(Phrase.likelihood(item.connection.probability))],
              [.text(TraceReport.degreeWords(of: item.best))],
            ]
          })))
    for chain in finding.chains { blocks += context.blocks(chain, linksStatements: true) }
    if !finding.refusals.isEmpty {
      blocks.append(.paragraph([.emphasis(["Said of it too, and no chain:"])]))
      blocks.append(refusalList(finding))
    }
    return blocks
  }

  private func blocks(unreached finding: AttackFinding) -> [Block] {
    var blocks = [heading(finding)]
    let carriers = network.arcs.filter { $0.head == finding.attack && $0.degree == .carries }
    if !carriers.isEmpty {
      let statements = context.statements(carriers.flatMap(\.statements))
      blocks.append(
        .paragraph([
          .text("Carried out by "),
          .name(carriers.map { evidence.name(of: $0.tail) }.joined(separator: ", ")), ".",
        ]))
      blocks.append(.lines(statements.map { context.cited($0, isLinked: true) }))
    }
    if finding.refusals.isEmpty {
      blocks.append(.paragraph(["No source says who or what influenced it."]))
    } else {
      blocks.append(refusalList(finding))
    }
    return blocks
  }

  private func refusalList(_ finding: AttackFinding) -> Block {
    .list(
      finding.refusals.map { context.blocks($0, linksStatements: true) }, isOrdered: false)
  }
}
