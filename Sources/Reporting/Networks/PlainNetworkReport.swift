internal import Evidence
public import GraphCore
public import Graphviz
public import InfluenceAnalysis

/// The report on a plain network: how it hangs together and who stands where, and that no evidence is
/// recorded for any of it.
public struct PlainNetworkReport: Sendable {
  /// The measures of the report; their names and meanings are in the words.
  static let measures = ["degree", "betweenness", "closeness", "pagerank", "effective-size"]
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
  /// - Throws: `AnalysisError` if the network cannot be scored.
  public init(
    _ network: PlainSubject, edition: Report.Edition, remarks: [String] = [],
    execution: Execution = Execution()
  ) throws(AnalysisError) {
    self.network = network
    self.edition = edition
    self.remarks = remarks
    let graph = network.graph
    let isLarge = graph.nodeCount > 0 && graph.edgeCount > Self.mostSteps / graph.nodeCount
    let names = Self.measures.filter { name in
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
  /// - Parameters:
  ///   - template: The words, the frame and the style.
  ///   - backend: Where Graphviz draws.
  /// - Returns: The text, ending in a line end.
  /// - Throws: An error of the drawing.
  public func html(
    _ template: ReportTemplate = .standard, by backend: GraphvizBackend = .inProcess()
  ) throws(GraphvizError) -> String {
    var svg: String?
    var themes = ThemedDrawings()
    if network.graph.nodeCount <= Self.mostDrawn, network.graph.edgeCount <= 2 * Self.mostDrawn {
      let options = DiagramOptions(
        engine: network.graph.isDirected ? .dot : .neato, hasLineLabels: false,
        idPrefix: "network-")
      svg = try themes.drawn(network.diagram(title: ""), options, by: backend)
    }
    var page = PlainPage(self, template, svg: svg, hasPlots: true).page
    page.styles = [themes.sheet].filter { !$0.isEmpty }
    return page.html()
  }

  /// The report as CommonMark.
  ///
  /// - Parameter template: The words.
  /// - Returns: The text, ending in a line end.
  public func markdown(_ template: ReportTemplate = .standard) -> String {
    PlainPage(self, template, svg: nil, hasPlots: false).page.markdown()
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
      "communities": .array(facts.communities.map { .array($0.members.map(named)) }),
      "stability": .array(facts.communities.map { .number($0.stability) }),
    ])
    return value.text(pretty: pretty) + "\n"
  }
}
