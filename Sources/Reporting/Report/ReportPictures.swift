internal import Evidence
internal import Graphviz
internal import InfluenceAnalysis

/// The pictures of a report as SVG, each with ids of its own.
struct ReportPictures {
  /// What the picture of the network shows of it.
  enum Overview: Equatable {
    /// All of it.
    case whole
    /// The entities on chains to attacks, so many of them.
    case chains(Int)
    /// Its communities.
    case communities
  }

  /// The network, or what stands for it where it is large.
  var network: String?
  /// The whole network as a figure that a reader can search and follow, for a screen.
  var interactive: InteractiveFigure.Pieces?
  /// The verdicts in their lanes.
  var attribution: String?
  /// What happened when.
  var timeline: String?
  /// What the picture of the network shows of it.
  var overview = Overview.whole
  /// How many entities the picture of the whole network shows: those of arcs, and those that only claims, denials
  /// and leads touch.
  var drawn = 0
  /// The chains to each attack.
  var chains: [String: String] = [:]
  /// The same from the top down, for a screen that is narrow and high.
  var uprightChains: [String: String] = [:]
  /// Whether plots are drawn.
  var hasPlots = false
  /// How still pictures follow a page from light to dark.
  private(set) var themes = ThemedDrawings()

  /// A picture of more entities cannot be read on a page.
  static let mostDrawn = 60
  /// A picture of more entities takes long to lay out, and to search.
  static let mostSearched = 600

  /// The height of the rows of verdicts on a sheet of paper, in points of the picture, whose width is that of A4
  /// within its margins: below 220 mm there is room for the legend.
  static let sheetHeight = AttributionPicture.width * 190 / 174

  /// No pictures.
  init() {}

  /// Draws the pictures of a report.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - words: The words.
  ///   - isInteractive: Whether the network can be searched and followed.
  ///   - backend: Where Graphviz draws.
  /// - Throws: An error of the drawing.
  init(
    _ report: Report, _ words: Words, isInteractive: Bool, by backend: GraphvizBackend
  ) throws(GraphvizError) {
    hasPlots = true
    let vocabulary = report.evidence.vocabulary
    if !report.attribution.findings.isEmpty {
      let (light, dark) = Self.inBothThemes {
        // On paper letters cannot be enlarged: the rows go over as many sheets as they need.
        AttributionPicture(report.attribution.ofSingleAttacks, theme: $0, words: words)
          .canvases(height: isInteractive ? .infinity : Self.sheetHeight).enumerated()
          .map { $1.svg(idPrefix: $0 == 0 ? "verdicts-" : "verdicts-\($0 + 1)-") }.joined()
      }
      attribution = themes.joined(light: light, dark: dark)
    }
    if !report.timeline.calls.isEmpty {
      let (light, dark) = Self.inBothThemes {
        TimelinePicture(report.timeline, theme: $0, words: words).canvas().svg(
          idPrefix: "timeline-")
      }
      timeline = themes.joined(light: light, dark: dark)
    }
    let whole = Diagram(report.network, words: words)
    drawn = whole.nodes.count
    if isInteractive, !report.network.arcs.isEmpty, whole.nodes.count <= Self.mostSearched {
      var figure = InteractiveFigure(
        .diagram(whole, DiagramOptions()), network: report.network, vocabulary: vocabulary,
        idPrefix: "network-", words: words)
      // The statements stand in the report itself.
      figure.hasTables = false
      figure.headingLevel = 3
      interactive = try figure.pieces(by: backend)
    } else if !report.network.arcs.isEmpty {
      let (diagram, sizes) = self.overview(of: report, words)
      var options = DiagramOptions(idPrefix: "network-")
      options.sizes = sizes
      network = try themes.drawn(diagram, options, vocabulary: vocabulary, by: backend)
    }
    for finding in report.attacks where !finding.chains.isEmpty {
      let diagram = Self.chains(finding.chains, in: report.network, words)
      var options = DiagramOptions(
        direction: .right, hasLegend: false,
        idPrefix: Anchor.id("chain", finding.attack) + "-")
      chains[finding.attack] = try themes.drawn(
        diagram, options, vocabulary: vocabulary, by: backend)
      guard isInteractive else { continue }
      options.direction = .down
      options.idPrefix = Anchor.id("upright", finding.attack) + "-"
      uprightChains[finding.attack] = try themes.drawn(
        diagram, options, vocabulary: vocabulary, by: backend)
    }
  }

  private static func inBothThemes(
    _ draw: (Theme) -> String
  ) -> (light: String, dark: String) { (draw(.light), draw(.dark)) }

  /// The whole network; where it is large, what lies on the chains to attacks; else its communities.
  private mutating func overview(
    of report: Report, _ words: Words
  ) -> (diagram: Diagram, sizes: DiagramOptions.Scores?) {
    let whole = Diagram(report.network, title: "", words: words)
    guard whole.nodes.count > Self.mostDrawn else { return (whole, nil) }
    let own = Set(report.attacks.flatMap(\.chains).flatMap(\.nodes))
    guard (2...Self.mostDrawn).contains(own.count) else {
      overview = .communities
      let communities = report.structure.communities
      let view = CommunitiesView(
        whole, by: DiagramOptions.Groups(communities: communities.map(\.members)),
        stability: Dictionary(
          uniqueKeysWithValues: communities.enumerated().map { ($0, $1.stability) }), words: words)
      let (diagram, sizes) = view.collapsed(title: "")
      return (diagram, sizes)
    }
    overview = .chains(own.count)
    var chains = Diagram(
      title: "", nodes: whole.nodes.filter { own.contains($0.id) }, lines: whole.lines)
    chains.words = words
    return (chains, nil)
  }

  /// The chains alone, without what lies around them.
  private static func chains(
    _ chains: [Chain], in network: InfluenceNetwork, _ words: Words
  ) -> Diagram {
    let whole = Diagram(network, view: .chains(chains), title: "", words: words)
    let own = Set(chains.flatMap(\.nodes))
    var diagram = Diagram(
      title: "",
      nodes: whole.nodes.filter { own.contains($0.id) }.map { node in
        var node = node
        node.emphasis = .plain
        return node
      },
      lines: whole.lines.filter {
        own.contains($0.tail) && own.contains($0.head) && $0.emphasis != .faded
          && $0.standing != .claimedOnly && $0.standing != .denied
      }.map { line in
        var line = line
        line.emphasis = .plain
        return line
      })
    diagram.words = words
    return diagram
  }
}
