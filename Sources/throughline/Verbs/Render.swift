import ArgumentParser
import Evidence
import Foundation
import GraphCore
import InfluenceAnalysis
import Interchange
import Reporting

/// `render`: a diagram of a network.
struct Render: ParsableCommand, Verb {
  static let configuration = CommandConfiguration(
    abstract: "Draw a network, a part of it, or a chain.",
    discussion: """
      The format follows from the ending of the output (.svg, .png, .pdf, .dot) or from --format.
      """)

  @OptionGroup var input: GraphInput
  @OptionGroup var common: CommonOptions
  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "dot, neato, fdp, sfdp, twopi or circo.")
  var layout: Layout = .dot

  @Option(help: "Draw this entity and what lies around it.")
  var focus: String?

  @Option(help: "How far around the focus.")
  var hops = 2

  @Option(help: "Draw the chains between two entities, FROM,TO.")
  var chain: String?

  @Option(help: "What color means: kind, community, a measure, or an attribute of a plain network.")
  var colorBy = "kind"

  @Option(help: "What size means: a measure.")
  var sizeBy: String?

  @Option(help: "Frame together by kind or community.")
  var clusterBy: Cluster?

  @Flag(inversion: .prefixedNo, help: "Explain the marks in a legend.")
  var legend = true

  @Option(help: "A title of your own.")
  var title: String?

  @Option(help: "svg, png, pdf or dot.")
  var format: Picture?

  enum Layout: String, ExpressibleByArgument, CaseIterable {
    case dot, neato, fdp, sfdp, twopi, circo

    var engine: DiagramOptions.Engine { DiagramOptions.Engine(rawValue: rawValue) ?? .dot }
  }
  enum Cluster: String, ExpressibleByArgument, CaseIterable { case kind, community }

  func validate() throws {
    guard focus == nil || chain == nil else {
      throw ValidationError("Give --focus or --chain, not both.")
    }
    guard (0...100).contains(hops) else { throw ValidationError("--hops must be from 0 to 100.") }
  }

  func perform() throws {
    let diagram: Diagram
    var options = DiagramOptions(engine: layout.engine, hasLegend: legend)
    let vocabulary: Vocabulary
    switch try input.loadAny(common) {
    case .evidence(let reading):
      let network = try analysis.network(of: try input.graph(of: reading))
      vocabulary = network.evidence.vocabulary
      diagram = Diagram(network, view: try view(of: network), title: title)
      if chain != nil { options.direction = .right }
      let scored = ScoredNetwork(
        graph: network.graph, nodes: network.nodes.map { MeasureTable.Node(id: $0, name: $0) })
      try encode(scored, in: &options)
    case .plain(let plain):
      try analysis.refuse(on: input)
      guard chain == nil else {
        throw Failure(
          .usage,
          "\(input.name) is a plain network without chains of influence; trace draws the ways between "
            + "two nodes")
      }
      vocabulary = .standard
      diagram = try draw(plain, in: &options)
    }
    let picture = try chosenFormat()
    try output.write(
      picture.render(diagram, options, vocabulary: vocabulary, console: common.console),
      console: common.console)
  }

  /// A plain network, or what lies around a node of it; its lines say nothing about influence.
  private func draw(_ plain: PlainNetwork, in options: inout DiagramOptions) throws -> Diagram {
    let subject = plain.subject(input)
    let column = Measure.named(colorBy) == nil ? plain.nodeAttributes[colorBy] : nil
    let ids = subject.nodes.map(\.id)
    let knowsKinds = subject.nodes.allSatisfy { Vocabulary.standard.kind($0.kind) != nil }
    if let column, colorBy != "kind" || !knowsKinds {
      options.colouring = Self.colouring(by: column, ids: ids)
      try encode(
        ScoredNetwork(graph: plain.graph, nodes: subject.nodes), in: &options, colors: false)
    } else {
      try encode(ScoredNetwork(graph: plain.graph, nodes: subject.nodes), in: &options)
    }
    let center = try focus.map(plain.node(named:))
    let around = center.map { center in
      Set(plain.graph.asUndirected().breadthFirst(from: center, maximumHops: hops).reached)
        .union([center])
    }
    return subject.diagram(
      title: title, of: around, strong: center.map { [$0] } ?? [], showsKinds: knowsKinds)
  }

  /// Colors by an attribute: as scores if it is a number, else each value for itself.
  private static func colouring(
    by column: AttributeColumn, ids: [String]
  ) -> DiagramOptions.Colouring {
    let values = zip(ids, 0..<column.rowCount).compactMap { id, row in
      column[row].map { (id, $0) }
    }
    if column.type == .integer || column.type == .real {
      return .scores(
        DiagramOptions.Scores(
          name: column.name,
          values: Dictionary(
            values.compactMap { id, value in value.number.map { (id, $0) } },
            uniquingKeysWith: { first, _ in first })))
    }
    let titles = Set(values.map(\.1.text)).sorted()
    let places = Dictionary(
      titles.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return .groups(
      DiagramOptions.Groups(
        name: column.name,
        values: Dictionary(
          values.compactMap { id, value in places[value.text].map { (id, $0) } },
          uniquingKeysWith: { first, _ in first }),
        titles: titles))
  }

  private func view(of network: InfluenceNetwork) throws -> Diagram.View {
    if let focus {
      return .around(try EntityName.resolve(focus, in: network.evidence), hops: hops)
    }
    guard let chain else { return .whole }
    let ends = chain.split(separator: ",", maxSplits: 1).map(String.init)
    guard ends.count == 2 else {
      throw Failure(.usage, "--chain needs two entities, such as --chain 'Adnani,Magnanville'")
    }
    let ids = try ends.map {
      try EntityName.resolve(
        $0.trimmingCharacters(in: .whitespaces), in: network.evidence)
    }
    let trace = Tracer(network).chains(from: ids[0], to: ids[1])
    guard !trace.chains.isEmpty else {
      let reasons = trace.refusals.prefix(5).map { "  " + $0.sentence }
      throw Failure(
        .noResult,
        (["no chain leads from \(ids[0]) to \(ids[1])"] + reasons).joined(separator: "\n"))
    }
    return .chains(trace.chains)
  }

  private func encode(
    _ scored: ScoredNetwork, in options: inout DiagramOptions, colors: Bool = true
  ) throws {
    switch colorBy {
    case _ where !colors: break
    case "kind": options.colouring = .kind
    case "community": options.colouring = .groups(try scored.communities(seed: analysis.seed))
    default: options.colouring = .scores(try scored.scores(colorBy))
    }
    if let sizeBy { options.sizes = try scored.scores(sizeBy) }
    switch clusterBy {
    case nil: break
    case .kind: options.clustering = .kind
    case .community:
      options.clustering = .groups(try scored.communities(seed: analysis.seed))
    }
  }

  private func chosenFormat() throws -> Picture {
    if let format { return format }
    guard let ending = output.ending else {
      if output.isStandardOutput { return .svg }
      throw Failure(.usage, "end the name of the output in .svg, .png, .pdf or .dot")
    }
    if let picture = Picture(rawValue: ending == "gv" ? "dot" : ending) { return picture }
    throw Failure(.usage, "'.\(ending)' is no picture; use .svg, .png, .pdf or .dot")
  }
}

/// A graph whose nodes have names, for the encodings of a diagram.
struct ScoredNetwork {
  let graph: Graph
  let nodes: [MeasureTable.Node]

  /// The scores of the nodes by a measure.
  func scores(_ measure: String) throws -> DiagramOptions.Scores {
    guard Measure.named(measure)?.subject != .ties else {
      throw Failure(.usage, "\(measure) scores ties; a node is sized and colored by its own score")
    }
    let result = try MeasureTable(graph, nodes: nodes, measures: [measure]).measures[0]
    if let reason = result.undefinedBecause {
      throw Failure(.noResult, "\(measure) has no scores here: \(reason)")
    }
    let pairs = result.scores.compactMap { score in score.score.map { (score.id, $0) } }
    return DiagramOptions.Scores(
      name: measure, values: Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
  }

  /// The communities of the nodes, ignoring direction.
  func communities(seed: UInt64) throws -> DiagramOptions.Groups {
    var options = Graph.CommunityOptions()
    options.seed = seed
    let found = try graph.asUndirected().leiden(options)
    return DiagramOptions.Groups(
      name: "community",
      values: Dictionary(
        zip(nodes.map(\.id), found.groups), uniquingKeysWith: { first, _ in first }))
  }
}
