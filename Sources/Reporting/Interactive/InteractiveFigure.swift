public import Evidence
public import Graphviz
public import InfluenceAnalysis

/// A picture that a reader can search, filter and follow, for a page of its own or for a place in a report.
///
/// Without script it is the whole picture, its legend, and all its data in tables. The script, which comes with
/// it, makes nothing up: it shows, hides and marks what is there.
public struct InteractiveFigure: Sendable {
  /// Something known about a node or a line beyond what is drawn: an attribute of a plain network.
  public struct Fact: Sendable, Equatable {
    /// What is known.
    public var name: String
    /// Its value.
    public var value: String

    /// Makes a fact.
    ///
    /// - Parameters:
    ///   - name: What is known.
    ///   - value: Its value.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The parts of the figure, to be put on a page.
  public struct Pieces: Sendable, Equatable {
    /// The figure itself, HTML that an XML parser reads too; its data come with it.
    public let html: String
    /// The style sheet, whole, for a `style` element.
    public let style: String
    /// The script, whole, for a `script` element after the figure; one serves all figures of a page.
    public let script: String
    /// What Graphviz said about the drawing.
    public let messages: [GraphvizMessage]
  }

  /// The picture.
  public var picture: Picture
  /// The same picture on a dark ground, for one whose places are fixed; a diagram is recoloured by itself.
  public var darkPicture: Picture?
  /// The network that a picture of evidence was made of.
  public var network: InfluenceNetwork?
  /// The words that say which kind is a special case of which.
  public var vocabulary: Vocabulary
  /// What is known of nodes beyond what is drawn, by id.
  public var nodeFacts: [String: [Fact]] = [:]
  /// What is known of lines beyond what is drawn, by relation; in a plain network that is the number of the edge.
  public var lineFacts: [String: [Fact]] = [:]
  /// The language of the figure.
  public var words: Words
  /// Put before every id, so that several figures fit on one page: a letter, then letters and digits.
  public var idPrefix: String
  /// Whether tables of all nodes, lines and sources follow the picture.
  public var hasTables = true
  /// The level of the figure's headings, 2 to 5.
  public var headingLevel = 2

  /// Makes a figure.
  ///
  /// - Parameters:
  ///   - picture: The picture; a diagram is drawn light, and recoloured where the page is dark.
  ///   - darkPicture: The same picture on a dark ground, for one whose places are fixed.
  ///   - network: The network that a picture of evidence was made of; without it nothing is said about statements.
  ///   - vocabulary: The words of a picture without a network.
  ///   - idPrefix: Put before every id, so that several figures fit on one page.
  ///   - words: The language of the figure; a diagram brings its own along.
  public init(
    _ picture: Picture, dark darkPicture: Picture? = nil, network: InfluenceNetwork? = nil,
    vocabulary: Vocabulary = .standard, idPrefix: String = "fig", words: Words = .standard
  ) {
    self.words = words
    self.picture = picture
    self.darkPicture = darkPicture
    self.network = network
    self.vocabulary = network?.evidence.vocabulary ?? vocabulary
    self.idPrefix = Anchor.id("v", idPrefix) + "-"
  }

  /// Draws the picture and puts the figure together.
  ///
  /// - Parameter backend: Where Graphviz draws.
  /// - Returns: The parts.
  /// - Throws: An error of the drawing.
  public func pieces(by backend: GraphvizBackend = .inProcess()) throws(GraphvizError) -> Pieces {
    switch picture {
    case .diagram(let diagram, let options):
      return try pieces(of: diagram, options, by: backend)
    case .canvas(let canvas):
      let light = canvas.svg(idPrefix: idPrefix)
      var dark: String?
      if case .canvas(let canvas)? = darkPicture { dark = canvas.svg(idPrefix: idPrefix + "dark-") }
      return Pieces(
        html: html(Body(title: canvas.title, svg: light, darkSVG: dark)), style: ViewerCode.sheet,
        script: ViewerCode.script, messages: [])
    }
  }

  private func pieces(
    of diagram: Diagram, _ options: DiagramOptions, by backend: GraphvizBackend
  ) throws(GraphvizError) -> Pieces {
    var options = options
    // The page has the title, the legend and the source line in its own words.
    options.hasLegend = false
    options.idPrefix = idPrefix
    // A screen is wider than it is high; a phone moves over the sheet.
    if options.page == .fit { options.page = .slide }
    if options.theme.isDark { options.theme = .light }
    let tagged = TaggedDrawing(diagram, options, vocabulary: vocabulary)
    let drawn = try backend.render(tagged.dot, by: tagged.engine.graphviz, as: .svg)
    let legend = FigureLegend(diagram, options, vocabulary: vocabulary)
    let data = FigureData(self, diagram, options, tags: tagged)
    let colours = Recolouring(tagged, legend: legend).sheet(scope: "#\(idPrefix)figure")
    let body = Body(
      title: diagram.title, subtitle: diagram.subtitle, notes: diagram.notes,
      sourceLine: diagram.sourceLine, svg: drawn.text, legend: legend.html, data: data)
    return Pieces(
      html: html(body), style: ViewerCode.sheet + "\n" + colours, script: ViewerCode.script,
      messages: drawn.messages)
  }
}
