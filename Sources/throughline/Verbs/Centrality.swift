import ArgumentParser
import Evidence
import Foundation
import GraphCore
import InfluenceAnalysis
import Interchange
import Reporting

/// `centrality`: scores of the nodes of a network.
struct Centrality: ParsableCommand, NetworkVerb, AnalysisVerb {
  static let configuration = CommandConfiguration(
    abstract: "Score the entities of a network.",
    discussion: """
      Measures: \(Measure.all.map(\.name).joined(separator: " ")); 'all' stands for every one of \
      these. \(Measure.ofTies.map(\.name).joined(separator: " ")) scores ties. Scores are those of the network with every arc present; every result says what it is divided \
      by and which way it looks.

      Examples:
        throughline centrality attacks.yaml --measures reach,betweenness --top 10
        throughline centrality attacks.yaml --samples 1000 -o ranks.csv
        throughline centrality network.graphml --weights strength
      """)

  @OptionGroup var input: GraphInput
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var ties: DirectionOptions
  @OptionGroup var projection: ProjectionOptions
  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "Measures, separated by commas; all for every one.")
  var measures = "degree,betweenness,pagerank"

  @Option(parsing: .unconditional, help: "Show only the first N of each measure.")
  var top: Int?

  @Option(help: "How scores are divided: usual or raw.")
  var normalization: Normalization = .usual

  @Option(
    help: """
      What the weights of a plain network mean: none, strength (more is nearer) or distance (more is \
      farther).
      """)
  var weights: WeightMeaning = .none

  @Option(
    parsing: .unconditional,
    help: "Draw N worlds of the evidence for intervals of scores and ranks.")
  var samples = 0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Of katz: how much a step weakens influence; below 1 over the largest eigenvalue. (default: 0.01)",
      valueName: "alpha"))
  var alpha: Double?

  @Flag(
    help: """
      Make random errors in the network, 5 to 50 % of its nodes or edges missing or too many, and say \
      in a table of its own what becomes of the first places (not in csv).
      """)
  var perturb = false

  @Option(name: [.short, .long], help: "table, csv, json, markdown or vega-lite.")
  var format: Format?

  enum Format: String, FormatChoice {
    case table, csv, json, markdown
    case vegaLite = "vega-lite"

    static let usual = Format.table
  }

  enum Normalization: String, ExpressibleByArgument, CaseIterable { case usual, raw }

  func validate() throws {
    guard top.map({ $0 > 0 }) ?? true else { throw ValidationError("--top must be 1 or more.") }
    if let alpha {
      guard alpha.isFinite, alpha > 0 else {
        throw ValidationError("--alpha must be above 0.")
      }
      let names = measureNames
      guard names.contains("katz") || names.contains("all") else {
        throw ValidationError(
          "--alpha is for the measure katz; leave it out, or add katz to --measures.")
      }
      guard !perturb else {
        throw ValidationError("--perturb takes every measure as it usually is; leave --alpha out.")
      }
    }
    guard (0...1_000_000).contains(samples) else {
      throw ValidationError("--samples must be from 0 to 1000000.")
    }
  }

  func perform() throws {
    let format = try output.format(format)
    guard !perturb || (format != .csv && format != .vegaLite) else {
      throw Failure(
        .usage,
        "--perturb makes a table of its own, which \(format.rawValue) does not hold; take table, json or "
          + "markdown, or leave it out")
    }
    let names = measureNames
    let alpha = alpha ?? Measure.usualAlpha
    let scaling: Measure.Scaling = normalization == .raw ? .raw : .usual
    switch try input.loadAny(common) {
    case .evidence(let reading):
      let network = try analysis.network(of: try input.graph(of: reading))
      guard weights == .none else {
        throw Failure(
          .usage,
          "a graph of evidence has no weights but probabilities; --samples reckons with them")
      }
      let table = try common.console.watched("scores") { execution in
        samples > 0
          ? try MeasureTable(
            network, measures: names, scaling: scaling, alpha: alpha, samples: samples,
            seed: analysis.seed, execution: execution)
          : try MeasureTable(
            network, measures: names, scaling: scaling, alpha: alpha, execution: execution)
      }
      let setting = CentralityReport.Setting(
        projection: network.projection.name, nodes: network.nodes.count,
        edges: network.graph.edgeCount, isDirected: true, seed: analysis.seed, samples: samples)
      try write(
        CentralityReport(
          table, setting: setting, top: top, curves: try curves(network.graph, of: table)),
        as: format)
    case .plain(let plain):
      try analysis.refuse(on: input)
      let subject = plain.subject(input)
      guard samples == 0 else {
        throw Failure(
          .usage, "\(input.name) is a plain network: it has no evidence to draw worlds from")
      }
      let table: MeasureTable
      do {
        table = try common.console.watched("scores") { execution in
          try MeasureTable(
            subject.graph, nodes: subject.nodes, measures: names,
            setting: Measure.Setting(
              scaling: scaling, weights: weights.meaning, alpha: alpha, execution: execution))
        }
      } catch AnalysisError.unusableGraph(let reason) {
        throw plain.failure(reason, input, common)
      }
      let setting = CentralityReport.Setting(
        projection: "as it stands", nodes: subject.nodes.count, edges: subject.graph.edgeCount,
        isDirected: subject.graph.isDirected, seed: analysis.seed)
      try write(
        CentralityReport(
          table, setting: setting, top: top, curves: try curves(subject.graph, of: table)),
        as: format)
      common.console.say("\(input.name) is a plain network: no evidence recorded")
    }
  }

  private var measureNames: [String] {
    measures.split(separator: ",").map { String($0.filter { !$0.isWhitespace }) }
  }

  /// What becomes of the first places of each measure of nodes if the network has errors.
  private func curves(_ graph: Graph, of table: MeasureTable) throws -> [PerturbationCurves] {
    guard perturb else { return [] }
    let names = table.measures.map(\.name).filter { Measure.named($0)?.subject == .nodes }
    var options = PerturbationCurves.Options()
    options.seed = analysis.seed
    return try common.console.watched("errors") { execution in
      try names.enumerated().map { number, name in
        execution.progress?(Double(number) / Double(names.count))
        return try PerturbationCurves(graph, measure: name, options: options)
      }
    }
  }

  private func write(_ report: CentralityReport, as format: Format) throws {
    switch format {
    case .table: try output.write(report.text(common.console.style), console: common.console)
    case .csv: try output.write(data: report.csv(), console: common.console)
    case .vegaLite: try output.write(report.vegaLite(), console: common.console)
    case .json: try output.write(report.json(), console: common.console)
    case .markdown: try output.write(report.markdown(), console: common.console)
    }
  }

}
