public import ArgumentParser
import GraphCore
import InfluenceAnalysis
public import Reporting

/// `robustness`: what is left of a network while its nodes go.
struct Robustness: ParsableCommand, NetworkVerb {
  static let configuration = CommandConfiguration(
    abstract: "Say what is left of a network while its nodes go one by one.",
    discussion: """
      Nodes go in random order, or the highest score of a measure first: \
      \(Measure.all.map(\.name).joined(separator: " ")). With --adaptive the measure is taken anew in \
      what is left after each. --edges takes edges instead, one by one, beside the nodes; --missing tells how \
      far degree, betweenness, closeness and eigenvector hold if nodes and edges are missing, made up or \
      mistaken for each other. In a graph of evidence every link is taken as present. With -o NAME.svg, \
      .png or .pdf the curves are drawn.

      Examples:
        throughline robustness attacks.yaml --by betweenness --adaptive
        throughline robustness network.graphml --samples 1000 -o curve.csv
        throughline robustness network.graphml --edges betweenness --missing
      """)

  @OptionGroup var input: GraphInput
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var ties: DirectionOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp("random, or the measure whose highest go first.", valueName: "order"))
  var by = "random"

  @Flag(help: "Take the measure anew after each that goes.")
  var adaptive = false

  @Option(
    help: ArgumentHelp(
      "Take edges one by one too: random, or betweenness, the highest first.", valueName: "order"))
  var edges: RobustnessReport.EdgeOrder?

  @Flag(help: "Say how far scores hold if nodes and edges are missing or mistaken.")
  var missing = false

  @Option(
    help: ArgumentHelp("Say what is left without these, with commas between.", valueName: "nodes"))
  var without: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Find sets of K that hold the network together, or reach it.", valueName: "k"))
  var keyPlayers: Int?

  @Option(
    parsing: .unconditional,
    help: "How many random orders are drawn, and errors of each kind and size with --missing.")
  var samples = 100

  @Option(
    name: [.short, .long],
    help: """
      text, json, csv (the whole curve, of edges with --edges), markdown, vega-lite, svg, png or pdf.
      """)
  var format: TabularFormat?

  @OptionGroup(title: "Drawing") var drawing: DrawingOptions

  func validate() throws {
    guard (1...1_000_000).contains(samples) else {
      throw ValidationError("--samples must be from 1 to 1000000.")
    }
    guard keyPlayers.map((1...1_000).contains) ?? true else {
      throw ValidationError("--key-players must be from 1 to 1000.")
    }
    guard by != "random" || !adaptive else {
      throw ValidationError("--adaptive takes a measure anew; name one with --by.")
    }
  }

  func perform() throws {
    let format = try output.format(format)
    let order: RobustnessReport.Order
    if by == "random" {
      order = .random
    } else if let measure = Measure.named(by), measure.subject == .nodes {
      order = .measure(measure, adaptively: adaptive)
    } else {
      throw AnalysisError.unknownMeasure(by, known: ["random"] + Measure.all.map(\.name))
    }
    let studied = try StudiedInput(input, common, study)
    let removed = try without.map { try studied.nodes(named: $0) } ?? []
    let nodeCount = studied.network.graph.nodeCount
    if let keyPlayers, keyPlayers >= nodeCount {
      throw Failure(
        .usage,
        "--key-players \(keyPlayers) leaves nothing of a network of "
          + (nodeCount == 1 ? "1 node" : "\(nodeCount) nodes")
          + (nodeCount > 1 ? "; take 1 to \(nodeCount - 1)" : "; leave it out"))
    }
    let findings = try studied.reckoned("robustness", common.console) { execution in
      try RobustnessReport.findings(
        on: studied.network, by: order, samples: samples, seed: study.seed,
        edges: edges, missing: missing, without: removed, keyPlayers: keyPlayers ?? 0,
        execution: execution)
    }
    try output.write(findings, as: format, drawing, console: common.console)
  }
}

extension RobustnessReport.EdgeOrder: ExpressibleByArgument {}
