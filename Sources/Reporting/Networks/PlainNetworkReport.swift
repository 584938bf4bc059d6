internal import Evidence
public import GraphCore
public import Graphviz
public import InfluenceAnalysis

/// The report on a plain network: how it hangs together and who stands where, and that no evidence is
/// recorded for any of it.
public struct PlainNetworkReport: Sendable {
  /// A measure of the report, and what it says in a sentence; those of evidence speak of influence.
  static let measures: [(name: String, meaning: String)] = [
    ("degree", "How many edges it has: who is in touch with many."),
    (
      "betweenness",
      "How often it lies on the shortest way between two others: who could pass on, hold back or change "
        + "what goes between them."
    ),
    ("closeness", "How near it is to all that lead to it: who is reached in few steps."),
    (
      "pagerank",
      "Where a walk along the edges ends up: who is pointed at by those who are pointed at."
    ),
    (
      "effective-size",
      "How many of its contacts are not in touch with each other: who bridges gaps, and may broker."
    ),
  ]
  /// Measures of shortest ways are left out of networks in which they would take minutes.
  static let mostSteps = 400_000_000
  /// A network of more nodes is not drawn.
  static let mostDrawn = 300
  /// How many of a list are shown.
  static let shown = 10

  /// The network.
  public let network: PlainSubject
  /// What made the report, and when.
  public let edition: Report.Edition
  /// What the reader of the file noticed, one sentence each.
  public let remarks: [String]
  let table: MeasureTable
  let facts: PlainFacts

  /// Makes the findings of a report.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - edition: What made the report, and when.
  ///   - remarks: What the reader of the file noticed, one sentence each.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Throws: ``AnalysisError`` if the network cannot be scored.
  public init(
    _ network: PlainSubject, edition: Report.Edition, remarks: [String] = [],
    execution: Execution = Execution()
  ) throws(AnalysisError) {
    self.network = network
    self.edition = edition
    self.remarks = remarks
    let graph = network.graph
    let isLarge = graph.nodeCount > 0 && graph.edgeCount > Self.mostSteps / graph.nodeCount
    let names = Self.measures.map(\.name).filter { name in
      !isLarge || !["betweenness", "closeness"].contains(name)
    }
    table = try MeasureTable(
      graph, nodes: network.nodes, measures: graph.nodeCount == 0 ? [] : names,
      setting: Measure.Setting(execution: execution))
    do throws(GraphError) {
      facts = try PlainFacts(graph, seed: edition.seed)
    } catch {
      throw .unusableGraph(error)
    }
  }

  /// The report as one self-contained HTML file, with a diagram unless the network is large.
  ///
  /// - Parameter backend: Where Graphviz draws.
  /// - Returns: The text, ending in a line end.
  /// - Throws: An error of the drawing.
  public func html(by backend: GraphvizBackend = .inProcess()) throws(GraphvizError) -> String {
    guard network.graph.nodeCount <= Self.mostDrawn, network.graph.edgeCount <= 2 * Self.mostDrawn
    else { return page(svg: nil).html() }
    let options = DiagramOptions(
      engine: network.graph.isDirected ? .dot : .neato, hasLineLabels: false, idPrefix: "network-")
    return page(svg: try network.diagram().rendered(as: .svg, options, by: backend).text).html()
  }

  /// The report as CommonMark.
  ///
  /// - Returns: The text, ending in a line end.
  public func markdown() -> String { page(svg: nil).markdown() }
}

extension PlainNetworkReport {
  func page(svg: String?) -> Page {
    var blocks: [Block] = [
      .heading(1, id: "title", [.name(network.title)]),
      .paragraph([
        .text(
          "Report by Throughline \(edition.version), \(edition.date), on a plain network of "
            + "\(network.counts); seed \(edition.seed).")
      ]),
      .paragraph([
        .strong([.text("No evidence is recorded.")]),
        .text(
          " The file names no sources. This report describes the shape of the network as the file gives "
            + "it; nothing is claimed about why a link exists, or that anyone influenced anyone."),
      ]),
    ]
    if !remarks.isEmpty { blocks.append(.lines(remarks.map { [.name($0)] })) }
    if let svg {
      blocks += [
        .heading(2, id: "network", ["The network"]),
        .figure(
          id: "network", svg: svg, description: "Network of \(network.counts).",
          caption: ["Every line is an edge of the file; no evidence is recorded for any."]),
      ]
    }
    blocks += shapeBlocks + measureBlocks + cutBlocks + communityBlocks
    return Page(title: network.title, blocks: blocks)
  }

  private var shapeBlocks: [Block] {
    [
      .heading(2, id: "shape", ["Size and shape"]),
      .table(
        Table(
          columns: [.init("Figure"), .init("Value", .trailing), .init("What it says")],
          rows: facts.figures.map { [[.text($0.name)], [.text($0.text)], [.text($0.meaning)]] })),
      .heading(3, id: "degrees", ["Degrees"]),
      .table(
        Table(
          columns: [.init("Edges of a node", .trailing), .init("Nodes", .trailing)],
          rows: facts.degrees.map { [[.text($0.degrees)], [.text("\($0.count)")]] })),
    ]
  }

  private var measureBlocks: [Block] {
    guard !table.measures.isEmpty else { return [] }
    let setting = CentralityReport.Setting(
      projection: "as it stands", nodes: network.graph.nodeCount, edges: network.graph.edgeCount,
      isDirected: network.graph.isDirected, seed: edition.seed)
    let report = CentralityReport(table, setting: setting, top: Self.shown)
    var blocks: [Block] = [.heading(2, id: "centrality", ["Who stands where"])]
    for measure in table.measures {
      let meaning = Self.measures.first { $0.name == measure.name }?.meaning ?? ""
      blocks.append(.heading(3, id: Anchor.id("measure", measure.name), [.text(measure.name)]))
      // The meaning that the measure has by itself speaks of influence; here there is none.
      blocks.append(
        .paragraph([.text("\(meaning) Scale: "), .emphasis([.text(measure.normalization)]), "."]))
      blocks += report.blocks(measure).dropFirst()
    }
    if table.measures.count < Self.measures.count {
      blocks.append(
        .paragraph([
          .text(
            "Betweenness and closeness are left out: in a network of this size they take long. The verb "
              + "centrality reckons them.")
        ]))
    }
    return blocks
  }

  private func list(_ names: [String]) -> [Block] {
    let more = names.count - 2 * Self.shown
    return [
      .lines(
        names.prefix(2 * Self.shown).map { [.name($0)] }
          + (more > 0 ? [[.text("and \(more) more")]] : []))
    ]
  }

  private var cutBlocks: [Block] {
    var blocks: [Block] = [
      .heading(2, id: "cut", ["Brokers and cut points"]),
      .paragraph([
        .text(
          facts.cutPoints.isEmpty
            ? "No single node holds its part of the network together."
            : "\(Plural.text(facts.cutPoints.count, "node holds", "nodes hold")) parts of the network "
              + "together: without any one of them its part falls into pieces.")
      ]),
    ]
    if !facts.cutPoints.isEmpty { blocks += list(facts.cutPoints.map(network.name)) }
    if !facts.bridges.isEmpty {
      blocks.append(
        .paragraph([
          .text(
            "\(Plural.text(facts.bridges.count, "edge is", "edges are")) the only tie between two parts:"
          )
        ]))
      blocks += list(facts.bridges.map(network.tie))
    }
    return blocks
  }

  private var communityBlocks: [Block] {
    guard !facts.communities.isEmpty else { return [] }
    let degrees = network.graph.degree(.total, normalized: false)
    return [
      .heading(2, id: "communities", ["Communities"]),
      .paragraph([
        .text(
          "Groups with more edges within than chance would put there, ignoring direction (Leiden "
            + "algorithm, seed \(edition.seed)"
            + (facts.modularity.map { ", modularity \(CentralityReport.text($0))" } ?? "")
            + "). The names are those of the members with most edges.")
      ]),
      .table(
        Table(
          columns: [.init("Community"), .init("Nodes", .trailing), .init("Among them")],
          rows: facts.communities.prefix(2 * Self.shown).enumerated().map { number, members in
            let first = members.sorted {
              (degrees[$1], network.nodes[$0].id) < (degrees[$0], network.nodes[$1].id)
            }.prefix(5)
            return [
              [.text("\(number + 1)")], [.text("\(members.count)")],
              [.name(first.map(network.name).joined(separator: ", "))],
            ]
          })),
    ]
  }
}

extension PlainNetworkReport {
  /// The findings as JSON.
  ///
  /// - Parameter pretty: Whether it is spread over lines.
  /// - Returns: The text, ending in a line end.
  public func json(pretty: Bool = true) -> String {
    func named(_ node: Int) -> JSONValue {
      .object(["id": .string(network.nodes[node].id), "name": .string(network.name(node))])
    }
    let value = JSONValue.object([
      "title": .string(network.title), "version": .string(edition.version),
      "date": .string(edition.date), "seed": .string64(edition.seed),
      "evidence": .string(PlainSubject.noEvidence),
      "nodes": .integer(network.graph.nodeCount), "edges": .integer(network.graph.edgeCount),
      "directed": .bool(network.graph.isDirected), "weighted": .bool(network.graph.isWeighted),
      "remarks": .array(remarks.map(JSONValue.string)),
      "figures": .object(
        facts.figures.map { JSONValue.Member($0.key, .optional($0.value)) }),
      "degrees": .array(
        facts.distribution.enumerated().filter { $0.element > 0 }.map { degree, count in
          .object(["degree": .integer(degree), "nodes": .integer(count)])
        }),
      "measures": .array(
        table.measures.map { measure in
          .object([
            "name": .string(measure.name), "normalization": .string(measure.normalization),
            "converged": .bool(measure.converged),
            "scores": .array(
              measure.scores.prefix(Self.shown).map { score in
                .object([
                  "id": .string(score.id), "name": .string(score.name),
                  "kind": .string(score.kind), "score": .optional(score.score),
                  "rank": .optional(score.rank),
                ])
              }),
          ])
        }),
      "cutPoints": .array(facts.cutPoints.map(named)),
      "bridges": .array(
        facts.bridges.map { edge in
          let ends = network.graph.edges[edge]
          return .object(["tail": named(ends.tail), "head": named(ends.head)])
        }),
      "modularity": .optional(facts.modularity),
      "communities": .array(facts.communities.map { .array($0.map(named)) }),
    ])
    return value.text(pretty: pretty) + "\n"
  }
}
