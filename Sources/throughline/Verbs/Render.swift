import ArgumentParser
import Evidence
import Foundation
import GraphCore
import InfluenceAnalysis
import Interchange
import Reporting

/// `render`: a picture of a network, in one of several views.
struct Render: ParsableCommand, Verb {
  static let configuration = CommandConfiguration(
    abstract: "Draw a network, a part of it, or what follows from it.",
    discussion: """
      The format follows from the ending of the output (.svg, .png, .pdf, .html, .dot) or from --format. \
      HTML is a page of its own to search, filter and follow, with every statement; it loads nothing. What \
      each view shows, and how to read it, is in docs/gallery.md.
      """)

  @OptionGroup var input: GraphInput
  @OptionGroup var common: CommonOptions
  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup(title: "Drawing") var drawing: DrawingOptions

  @Option(
    help: """
      network, chain, ego, attribution, timeline, matrix, communities, backbone or diff; ego with \
      --focus, chain with --chain, otherwise network.
      """)
  var view: ViewName?

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

  @Option(help: "svg, png, pdf, html or dot.")
  var format: PictureFormat?

  enum Layout: String, ExpressibleByArgument, CaseIterable {
    case dot, neato, fdp, sfdp, twopi, circo

    var engine: DiagramOptions.Engine { DiagramOptions.Engine(rawValue: rawValue) ?? .dot }
  }
  enum Cluster: String, ExpressibleByArgument, CaseIterable { case kind, community }

  /// The views, by the names that users give them.
  enum ViewName: String, ExpressibleByArgument, CaseIterable {
    case network, chain, ego, attribution, timeline, matrix, communities, backbone, diff
  }

  func validate() throws {
    guard focus == nil || chain == nil else {
      throw ValidationError("Give --focus or --chain, not both.")
    }
    guard (0...100).contains(hops) else { throw ValidationError("--hops must be from 0 to 100.") }
    if view == .ego, focus == nil { throw ValidationError("The view ego needs --focus ENTITY.") }
    if view == .chain, chain == nil { throw ValidationError("The view chain needs --chain A,B.") }
  }

  /// The view that the options ask for.
  var chosenView: ViewName {
    view ?? (focus != nil ? .ego : chain != nil ? .chain : .network)
  }

  func perform() throws {
    let format = try PictureFormat.chosen(format, output)
    if format == .html { return try writePage() }
    let picture: Picture
    let vocabulary: Vocabulary
    switch try input.loadAny(common) {
    case .evidence(let reading):
      let network = try analysis.network(of: try input.graph(of: reading))
      vocabulary = network.evidence.vocabulary
      picture = try self.picture(of: network)
    case .plain(let plain):
      try analysis.refuse(on: input)
      vocabulary = .standard
      picture = try self.picture(of: plain)
    }
    try output.write(
      format.render(picture, drawing, vocabulary: vocabulary, console: common.console),
      console: common.console)
  }

  /// How a diagram is drawn, before its encodings.
  var diagramOptions: DiagramOptions {
    DiagramOptions(engine: layout.engine, hasLegend: legend, theme: drawing.theme.theme)
  }

  /// Sets what color, size and frames mean.
  func encode(
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
}
