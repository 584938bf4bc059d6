import ArgumentParser
import Evidence
import Foundation
import GraphCore
import InfluenceAnalysis
import Interchange
import Reporting

/// `render`: a picture of a network, in one of several views.
struct Render: ParsableCommand, NetworkVerb, AnalysisVerb {
  static let configuration = CommandConfiguration(
    abstract: "Draw a network, a part of it, or what follows from it.",
    discussion: """
      The format follows from the ending of the output (.svg, .png, .pdf, .html, .dot) or from --format. \
      HTML is a page of its own to search, filter and follow, with every statement; it loads nothing. What \
      each view shows, and how to read it, is in docs/gallery.md.

      Examples:
        throughline render attacks.yaml -o attacks.svg
        throughline render attacks.yaml --focus Awlaki --hops 1 -o awlaki.png
        throughline render attacks.yaml --chain "Adnani,Magnanville" -o chain.pdf
        throughline render attacks.yaml --view diff --as-of 2015-12-31 -o since.svg
        throughline render network.graphml --color-by community -o network.html
      """)

  @OptionGroup var input: GraphInput
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var ties: DirectionOptions
  @OptionGroup var projection: ProjectionOptions
  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup(title: "Views") var views: ViewOptions
  @OptionGroup var drawing: DrawingOptions
  @OptionGroup(title: "Sheets") var sheet: SheetOptions

  @Option(
    help: """
      network, chain, ego, attribution, timeline, matrix, communities, backbone or diff; ego with \
      --focus, chain with --chain, otherwise network.
      """)
  var view: ViewName?

  @Option(
    help: """
      auto, or dot (layers), neato, fdp, sfdp (springs), twopi (rings) or circo (circles). auto takes \
      dot, but neato for a dense network and sfdp for more than 300 nodes; an ego takes what suits it. \
      (default: auto)
      """)
  var layout: Layout?

  @Option(
    help: """
      The page to fill: a4, a4-landscape, a3, a3-landscape, letter, letter-landscape, slide, square, or \
      fit for as much room as the picture needs. (default: fit)
      """)
  var page: Page?

  @Option(help: "Draw this entity and what lies around it.")
  var focus: String?

  @Option(parsing: .unconditional, help: "How far around the focus. (default: 2)")
  var hops: Int?

  @Option(
    help: """
      What color means: kind, community or a measure; of evidence also involvement, probability (of the \
      connection from --focus, else of the strongest arc), status or date; of a plain network any attribute. \
      (default: kind)
      """)
  var colorBy: String?

  @Option(help: "What size means: a measure.")
  var sizeBy: String?

  @Option(help: "Frame together by kind or community.")
  var clusterBy: Cluster?

  @Flag(inversion: .prefixedNo, help: "Explain the marks in a legend.")
  var legend = true

  @Option(help: "A title of your own.")
  var title: String?

  @Option(name: [.short, .long], help: "svg, png, pdf, html or dot.")
  var format: PictureFormat?

  @Flag(
    help: """
      Instead of the picture write what can be counted of its layout, as JSON: overlaps, crossings, \
      lines through nodes, and the size of the smallest letters on a page.
      """)
  var measureLayout = false

  @Flag(help: "Draw a DOT file as it stands, with marks and layout of its own.")
  var raw = false

  enum Layout: String, ExpressibleByArgument, CaseIterable {
    case auto, dot, neato, fdp, sfdp, twopi, circo

    /// The engine, or nothing if the picture is to choose.
    var engine: DiagramOptions.Engine? { DiagramOptions.Engine(rawValue: rawValue) }
  }
  /// The pages, by the names that users give them.
  enum Page: String, ExpressibleByArgument, CaseIterable {
    case a4, a3, letter, slide, square, fit
    case a4Landscape = "a4-landscape"
    case a3Landscape = "a3-landscape"
    case letterLandscape = "letter-landscape"

    var size: PageSize { PageSize(rawValue: rawValue) ?? .fit }
  }
  enum Cluster: String, ExpressibleByArgument, CaseIterable { case kind, community }

  /// The views, by the names that users give them.
  enum ViewName: String, ExpressibleByArgument, CaseIterable {
    case network, chain, ego, attribution, timeline, matrix, communities, backbone, diff
  }

  func validate() throws {
    guard focus == nil || views.chain.isEmpty else {
      throw ValidationError("Give --focus or --chain, not both.")
    }
    guard (0...100).contains(hops ?? 2) else {
      throw ValidationError("--hops must be from 0 to 100.")
    }
    if view == .ego, focus == nil { throw ValidationError("The view ego needs --focus ENTITY.") }
    if view == .chain, views.chain.isEmpty {
      throw ValidationError("The view chain needs --chain A,B.")
    }
    if view == .diff, views.against == nil, analysis.evidence.asOf == nil {
      throw ValidationError(
        "The view diff needs --against NEW, the graph as it is, or --as-of DATE, to set what was known that "
          + "day against all.")
    }
    try refuseWhatMeansNothing()
  }

  /// The view that the options ask for.
  var chosenView: ViewName {
    view ?? (focus != nil ? .ego : views.chain.isEmpty ? .network : .chain)
  }

  func perform() throws {
    if raw { return try drawRaw() }
    let format = measureLayout ? .svg : try PictureFormat.chosen(format, output)
    if format == .html { return try writePage() }
    let picture: Picture
    let vocabulary: Vocabulary
    var projection: String?
    switch try input.loadAny(common) {
    case .evidence(let reading):
      let whole = try input.graph(of: reading)
      let network = try analysis.network(of: whole)
      vocabulary = network.evidence.vocabulary
      picture = try self.picture(of: network, in: whole)
      projection = network.projection.name
    case .plain(let plain):
      try analysis.refuse(on: input)
      vocabulary = .standard
      picture = try self.picture(of: plain)
    }
    warnOfEmptiness(picture, projection: projection)
    if measureLayout { return try measure(picture, vocabulary) }
    try output.write(
      format.render(picture, drawing, vocabulary: vocabulary, console: common.console),
      console: common.console)
  }

  /// Says what a picture without a mark lacks: such a picture is written all the same, for whoever draws many.
  ///
  /// - Parameters:
  ///   - picture: The picture.
  ///   - projection: The projection of a graph of evidence; `nil` for a plain network.
  func warnOfEmptiness(_ picture: Picture, projection: String? = nil) {
    guard picture.isEmpty else { return }
    let lack =
      switch (chosenView, projection) {
      case (_, nil): "the network has no node"
      case (.attribution, _): "there is no attack in the graph"
      case (.timeline, _): "nothing in the graph has a date"
      case (_, let projection?):
        "no link of the projection '\(projection)' joins anything in the graph; --projection takes another, "
          + "and validate tells what the graph holds"
      }
    let known = analysis.evidence.asOf.map { ", of what had been published by \($0)" } ?? ""
    common.console.say("\(input.name)\(known): the picture is empty: \(lack)")
  }

  /// How a diagram is drawn, before its encodings.
  var diagramOptions: DiagramOptions {
    DiagramOptions(
      engine: layout?.engine, hasLegend: legend,
      lineColouring: views.lineColorBy?.colouring ?? .degree, theme: drawing.theme.theme,
      page: (page ?? .fit).size)
  }

  /// Sets what color, size and frames mean.
  ///
  /// - Parameters:
  ///   - scored: The graph for measures and communities.
  ///   - options: The options to set.
  ///   - own: Colours that are no measure of the graph, by their name.
  /// - Throws: `Failure` for a colour or a measure that there is not.
  func encode(
    _ scored: ScoredNetwork, in options: inout DiagramOptions,
    _ own: (String) throws -> DiagramOptions.Colouring?
  ) throws {
    let name = colorBy ?? "kind"
    if let colouring = try own(name) {
      options.colouring = colouring
    } else {
      switch name {
      case "kind": options.colouring = .kind
      case "community": options.colouring = .groups(try scored.communities(seed: analysis.seed))
      default:
        guard Measure.named(name) != nil else {
          throw Failure(
            .usage,
            "--color-by knows no '\(name)'; write kind or community, of evidence involvement, probability, "
              + "status or date, of a plain network an attribute, or a measure: "
              + Measure.all.map(\.name).joined(separator: ", "))
        }
        options.colouring = .scores(try scored.scores(name))
      }
    }
    if let sizeBy { options.sizes = try scored.scores(sizeBy) }
    switch clusterBy {
    case nil: break
    case .kind: options.clustering = .kind
    case .community:
      options.clustering = .groups(try scored.communities(seed: analysis.seed))
    }
  }
}
