internal import Evidence
public import Graphviz
internal import InfluenceAnalysis

extension Report {
  /// The report as one self-contained HTML file with the diagram in it.
  ///
  /// - Parameter backend: Where Graphviz draws.
  /// - Returns: The text, ending in a line end.
  /// - Throws: An error of the drawing.
  public func html(by backend: GraphvizBackend = .inProcess()) throws(GraphvizError) -> String {
    try page(svg: drawing(by: backend)).html()
  }

  /// The report as CommonMark, its diagram in words.
  ///
  /// - Returns: The text, ending in a line end.
  public func markdown() -> String { page(svg: nil).markdown() }

  /// The diagram of the whole network as SVG.
  private func drawing(by backend: GraphvizBackend) throws(GraphvizError) -> String {
    try diagram.rendered(
      as: .svg, DiagramOptions(idPrefix: "network-"), vocabulary: evidence.vocabulary,
      by: backend
    ).text
  }

  private var diagram: Diagram { Diagram(network) }

  /// The report as a page.
  ///
  /// - Parameter svg: The diagram.
  /// - Returns: The page.
  func page(svg: String?) -> Page {
    let title = evidence.title.isEmpty ? "Report" : evidence.title
    var blocks: [Block] = [
      .heading(1, id: "title", [.name(title)]),
      .paragraph([
        .text(
          "Report by Throughline \(edition.version), \(edition.date). Policy "
            + "\(network.policy.name), projection \(network.projection.name), seed \(edition.seed)."
        )
      ]),
    ]
    if let about = evidence.about { blocks.append(.paragraph([.name(about)])) }
    blocks += summary + picture(svg) + attackBlocks + measureBlocks + contradictionBlocks
    blocks += sourceBlocks + methodBlocks + appendix
    return Page(title: title, blocks: blocks)
  }

  private func picture(_ svg: String?) -> [Block] {
    let diagram = diagram
    let words =
      "Network of \(Plural.text(diagram.nodes.count, "entity", "entities")) and "
      + "\(Plural.text(diagram.lines.count, "link", "links")); the chains below say the same in words."
    return [
      .heading(2, id: "network", ["The network"]),
      .figure(
        id: "network", svg: svg ?? "", description: words,
        caption: [
          .text(
            "Solid lines are influence, the wider and darker the more probable; broken lines are claims, "
              + "denials and leads, and no influence. "),
          .text(words),
        ]),
    ]
  }

  private var measureBlocks: [Block] {
    let setting = CentralityReport.Setting(
      projection: network.projection.name, nodes: network.nodes.count, edges: network.hops.count,
      isDirected: true, seed: edition.seed)
    let report = CentralityReport(measures, setting: setting, top: 10)
    var blocks: [Block] = [
      .heading(2, id: "centrality", ["Who stands where"]),
      .paragraph([
        .text(
          "Scores of the network of \(network.nodes.count) entities in which every arc counts. They "
            + "describe what these sources tell, not the world: who is often written about scores high."
        )
      ]),
    ]
    for measure in measures.measures {
      blocks.append(.heading(3, id: Anchor.id("measure", measure.name), [.text(measure.name)]))
      blocks += report.blocks(measure)
    }
    return blocks
  }

  private var contradictionBlocks: [Block] {
    guard !contradictions.isEmpty else { return [] }
    var blocks: [Block] = [
      .heading(2, id: "contradictions", ["What the sources contradict"]),
      .paragraph([
        .text(
          "\(Plural.text(contradictions.count, "matter", "matters")) on which statements cannot all be "
            + "right, or a source was seen to err; every side with its statements.")
      ]),
    ]
    for contradiction in contradictions {
      blocks += context.blocks(contradiction, linksStatements: true)
    }
    return blocks
  }
}
