import ArgumentParser
import Evidence
import Foundation
import GraphCore
import InfluenceAnalysis
import Interchange
import Reporting

/// `trace`: chains of influence from one entity to another, or to and from everything.
struct Trace: ParsableCommand, NetworkVerb, AnalysisVerb {
  static let configuration = CommandConfiguration(
    abstract: "Trace chains of influence, link by link.",
    discussion: """
      With --from and --to the most credible chains between the two; with one of them everything \
      that it may have influenced, or that may have influenced it. Exits with 1 if there is no \
      chain, and says what there is instead. In a plain network it finds the shortest ways, and gives \
      no probability.

      Examples:
        throughline trace attacks.yaml --from Awlaki --to "Syed Rizwan Farook"
        throughline trace attacks.yaml --to Westminster --explain
        throughline trace network.graphml --from A --to B --weights distance
      """)

  @OptionGroup var input: GraphInput
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var ties: DirectionOptions
  @OptionGroup var projection: ProjectionOptions
  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var drawing: DrawingOptions

  @Option(help: "Where the influence comes from: an id, name or alias.")
  var from: String?

  @Option(help: "Where it may have arrived.")
  var to: String?

  @Option(
    name: [.customShort("k"), .long], parsing: .unconditional,
    help: "How many chains between two entities to list. (default: 5)")
  var count: Int?

  @Option(parsing: .unconditional, help: "The most links that a chain may have.")
  var maxHops = 8

  @Option(parsing: .unconditional, help: "Leave out chains below this probability, 0 to 1.")
  var minProbability = 0.0

  @Option(help: "Use only these relations, separated by commas.")
  var relations: String?

  @Option(help: "Use only links that may be in force on this day, such as 2015-06-26.")
  var at: String?

  @Flag(
    help: """
      Show for every link how its probability came about, without which evidence the chains fall, \
      and what to check next; with --to alone, how the influence is shared among those of one kind.
      """)
  var explain = false

  @Option(
    help: """
      What the weights of a plain network mean: none, strength (more is nearer) or distance (more is \
      farther).
      """)
  var weights: WeightMeaning = .none

  @Option(name: [.short, .long], help: "text, json, markdown, csv, vega-lite, dot or svg.")
  var format: Format?

  enum Format: String, FormatChoice {
    case text, json, markdown, csv, dot, svg
    case vegaLite = "vega-lite"

    static let usual = Format.text
  }

  func validate() throws {
    guard from != nil || to != nil else {
      throw ValidationError("Name an entity with --from, --to or both.")
    }
    guard count.map({ $0 > 0 }) ?? true else {
      throw ValidationError("--count must be 1 or more.")
    }
    guard count == nil || (from != nil && to != nil) else {
      throw ValidationError(
        "--count is how many chains lead from --from to --to; name both, or leave it out.")
    }
    guard !explain || to != nil else {
      throw ValidationError("--explain needs --to; 'explain' takes a single link apart.")
    }
    guard (1...64).contains(maxHops) else {
      throw ValidationError("--max-hops must be from 1 to 64.")
    }
    guard (0...1).contains(minProbability) else {
      throw ValidationError("--min-probability must be from 0 to 1.")
    }
  }

  func perform() throws {
    let format = try output.format(format)
    if format != .dot, format != .svg { try drawing.refuseTheme(for: format.rawValue) }
    guard !explain || [.text, .json, .markdown].contains(format) else {
      throw Failure(
        .usage,
        "--explain adds words, which \(format.rawValue) does not hold; take text, json or markdown, or "
          + "leave it out")
    }
    switch try input.loadAny(common) {
    case .evidence(let reading): try trace(try input.graph(of: reading), as: format)
    case .plain(let plain): try trace(plain, as: format)
    }
  }

  private func trace(_ whole: InfluenceGraph, as format: Format) throws {
    guard weights == .none else {
      throw Failure(
        .usage, "a graph of evidence has no weights but probabilities; leave --weights out")
    }
    let origin = try from.map { try EntityName.resolveEnd($0, in: whole) }
    let target = try to.map { try EntityName.resolveEnd($0, in: whole) }
    let graph = try analysis.evidence.known(whole, naming: [origin, target].compactMap { $0 })
    let network = try analysis.network(
      of: graph, remark: try at.map { "in force on \(try DayName.day($0))" })
    let tracer = Tracer(network, options: try options(for: graph))
    let context = FindingContext(network, seed: analysis.seed, explains: explain)
    if let origin, let target {
      let trace = tracer.chains(from: origin, to: target)
      let check =
        explain
        ? ConnectionCheck(
          tracer, from: origin, to: target,
          threshold: minProbability > 0 ? minProbability : nil) : nil
      try show(TraceReport(trace, context: context, check: check), network: network, as: format)
    } else if let origin {
      let reached = tracer.influenced(by: origin)
      try show(
        ReachReport(
          of: origin, .influenced, reached: reached,
          refusals: reached.isEmpty ? tracer.refusals(from: origin) : [], context: context),
        network: network, as: format)
    } else if let target {
      let reached = tracer.influencers(of: target)
      try show(
        ReachReport(
          of: target, .influencers, reached: reached,
          refusals: reached.isEmpty ? tracer.refusals(to: target) : [],
          credits: explain ? try credits(for: target, among: reached, tracer) : [],
          context: context),
        network: network, as: format)
    }
  }

  /// Ways through a plain network, of which nothing is known but its edges.
  private func trace(_ plain: PlainNetwork, as format: Format) throws {
    try analysis.refuse(on: input)
    try PolicyOptions.refuse(
      [
        ("--at", at != nil), ("--min-probability", minProbability > 0),
        ("--relations", relations != nil), ("--explain", explain),
      ], on: input)
    let subject = plain.subject(input)
    let origin = try from.map(plain.node(named:))
    let target = try to.map(plain.node(named:))
    let question: PlainTraceReport.Question
    do throws(GraphError) {
      question = try answer(origin, target, in: plain.graph)
    } catch {
      throw plain.failure(error, input, common)
    }
    let report = PlainTraceReport(
      subject, question, lengths: weights.words, maximumHops: maxHops, seed: analysis.seed)
    switch format {
    case .text: try output.write(report.text(common.console.style), console: common.console)
    case .json: try output.write(report.json(), console: common.console)
    case .markdown: try output.write(report.markdown(), console: common.console)
    case .csv: try output.write(data: report.csv(), console: common.console)
    case .vegaLite:
      throw Failure(
        .usage,
        "\(input.name) is a plain network: its ways have no probability to plot; use csv or svg")
    case .dot, .svg: try draw(report.diagram(), vocabulary: .standard, as: format)
    }
    common.console.say("\(input.name) is a plain network: no evidence recorded")
    if report.paths.isEmpty { throw ExitStatus.noResult.code }
  }

  private func answer(
    _ origin: Int?, _ target: Int?, in graph: Graph
  ) throws(GraphError) -> PlainTraceReport.Question {
    if let origin, let target {
      let ways = try graph.shortestSimplePaths(
        from: origin, to: target, lengths: weights.lengths, maximumHops: maxHops)
      return .ways(from: origin, to: target, Array(ways.prefix(count ?? 5)))
    }
    let root = origin ?? target ?? 0
    let direction: Graph.Direction = origin == nil ? .inward : .outward
    let tree =
      weights == .none
      ? graph.breadthFirst(from: root, direction: direction, maximumHops: maxHops)
      : try graph.shortestPaths(from: root, lengths: weights.lengths, direction: direction)
    // Where weights count, the shortest way may have too many edges; then the node is left out.
    let paths = tree.reached.filter { $0 != root }.compactMap(tree.path(to:))
      .filter { $0.hops <= maxHops }
    let sorted = paths.sorted { left, right in
      let (a, b) = (left.nodes, right.nodes)
      let ends = origin == nil ? (a.first ?? 0, b.first ?? 0) : (a.last ?? 0, b.last ?? 0)
      return (left.length, left.hops, ends.0) < (right.length, right.hops, ends.1)
    }
    return origin == nil ? .reaching(to: root, sorted) : .reached(from: root, sorted)
  }

  private func options(for graph: InfluenceGraph) throws -> Tracer.Options {
    var options = Tracer.Options()
    options.maxHops = maxHops
    options.count = count ?? options.count
    options.minProbability = minProbability
    options.seed = analysis.seed
    if let relations {
      let names = relations.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
      for name in names where graph.vocabulary.relation(name) == nil {
        throw Failure(.usage, "'\(name)' is no relation of the vocabulary")
      }
      options.relations = Set(names)
    }
    options.at = try at.map(DayName.day)
    return options
  }

  /// How the influence is shared among those of each kind who may have influenced.
  private func credits(
    for act: String, among reached: [Reached], _ tracer: Tracer
  ) throws -> [Credit] {
    let graph = tracer.network.evidence
    let kinds = Dictionary(grouping: reached.map(\.entity)) { graph.entity($0)?.kind ?? "" }
    return try kinds.keys.sorted().map { try tracer.credit(of: kinds[$0, default: []], for: act) }
  }

  private func show(_ report: TraceReport, network: InfluenceNetwork, as format: Format) throws {
    let trace = report.trace
    switch format {
    case .text: try output.write(report.text(common.console.style), console: common.console)
    case .json: try output.write(report.json(), console: common.console)
    case .markdown: try output.write(report.markdown(), console: common.console)
    case .csv: try output.write(data: report.csv(), console: common.console)
    case .vegaLite: try output.write(report.vegaLite(), console: common.console)
    case .dot, .svg:
      let view =
        trace.chains.isEmpty
        ? Diagram.View.around(trace.to, hops: 1) : .chains(trace.chains)
      try draw(Diagram(network, view: view), vocabulary: network.evidence.vocabulary, as: format)
    }
    if trace.chains.isEmpty { throw ExitStatus.noResult.code }
  }

  private func show(_ report: ReachReport, network: InfluenceNetwork, as format: Format) throws {
    switch format {
    case .text: try output.write(report.text(common.console.style), console: common.console)
    case .json: try output.write(report.json(), console: common.console)
    case .markdown: try output.write(report.markdown(), console: common.console)
    case .csv: try output.write(data: report.csv(), console: common.console)
    case .vegaLite: try output.write(report.vegaLite(), console: common.console)
    case .dot, .svg:
      let view =
        report.reached.isEmpty
        ? Diagram.View.around(report.entity, hops: 1) : .chains(report.reached.map(\.best))
      try draw(Diagram(network, view: view), vocabulary: network.evidence.vocabulary, as: format)
    }
    if report.reached.isEmpty { throw ExitStatus.noResult.code }
  }

  private func draw(_ diagram: Diagram, vocabulary: Vocabulary, as format: Format) throws {
    let format: PictureFormat = format == .dot ? .dot : .svg
    let options = DiagramOptions(direction: .right, theme: drawing.theme.theme)
    try output.write(
      format.render(
        .diagram(diagram, options), drawing, vocabulary: vocabulary, console: common.console),
      console: common.console)
  }

}
