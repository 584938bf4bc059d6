public import Evidence
public import Graphviz

extension Diagram {
  /// Lays the diagram out and draws it.
  ///
  /// - Parameters:
  ///   - format: What to write.
  ///   - options: How it is drawn.
  ///   - vocabulary: The words that say which kind is a special case of which.
  ///   - backend: Where Graphviz draws.
  /// - Returns: The drawing and what was said about it.
  /// - Throws: An error that says what is missing or too large.
  public func rendered(
    as format: GraphvizFormat, _ options: DiagramOptions = DiagramOptions(),
    vocabulary: Vocabulary = .standard, by backend: GraphvizBackend = .inProcess()
  ) throws(GraphvizError) -> Rendering {
    let drawing = Drawing(diagram: self, options: options, vocabulary: vocabulary)
    let rendering = try backend.render(
      drawing.dot(for: format), by: drawing.engine.graphviz, as: format)
    guard format == .svg, let area = options.page.area else { return rendering }
    return Rendering(
      data: SVGSize.framed(rendering.data, on: area, ground: drawing.theme.paper),
      messages: rendering.messages)
  }

  /// Lays the diagram out and counts how well it can be read.
  ///
  /// - Parameters:
  ///   - options: How it is drawn.
  ///   - vocabulary: The words that say which kind is a special case of which.
  ///   - backend: Where Graphviz lays out.
  /// - Returns: The figures.
  /// - Throws: `GraphvizError`, or what keeps the layout from being read.
  public func measured(
    _ options: DiagramOptions = DiagramOptions(), vocabulary: Vocabulary = .standard,
    by backend: GraphvizBackend = .inProcess()
  ) throws -> LayoutQuality {
    let layout = try rendered(as: .json, options, vocabulary: vocabulary, by: backend)
    return try LayoutQuality(graphvizJSON: layout.data).framed(on: options.page)
  }

  /// What a reader of the finished picture should know of its layout, in sentences for a terminal: which layout
  /// was chosen, unless it is the usual one, and whether letters become too small on a page.
  ///
  /// - Parameters:
  ///   - options: How it was drawn.
  ///   - vocabulary: The words that say which kind is a special case of which.
  ///   - svg: The picture as SVG; `nil` if there is none, then nothing is said of letters.
  /// - Returns: The sentences.
  public func remarks(
    _ options: DiagramOptions, vocabulary: Vocabulary = .standard, svg: [UInt8]? = nil
  ) -> [String] {
    let drawing = Drawing(diagram: self, options: options, vocabulary: vocabulary)
    var remarks: [String] = []
    if options.engine == nil, drawing.engine != .dot {
      let reason =
        drawing.engine == .sfdp
        ? "there are more than \(Detail.fullNodes) nodes" : "there are many lines to a node"
      remarks.append("layout \(drawing.engine.rawValue), since \(reason); --layout takes another")
    }
    guard let svg, let size = SVGSize.drawn(svg) else { return remarks }
    let (page, scale) = options.page.best(width: size.width, height: size.height)
    let letters = drawing.smallestLetters * scale
    if letters < Self.readable {
      remarks.append(
        "on \(page.words) the smallest letters have \((letters * 10).rounded() / 10) pt; draw a part with "
          + "--focus, or --view communities, or --view backbone with a large --alpha, or take a larger page"
      )
    }
    return remarks
  }

  /// Letters smaller than this, in points, cannot be read in print.
  static let readable = 6.0
}

extension ThemedDrawings {
  /// Draws a diagram in both themes and joins the two.
  ///
  /// - Parameters:
  ///   - diagram: The diagram.
  ///   - options: How it is drawn, whatever the theme.
  ///   - vocabulary: The words that say which kind is a special case of which.
  ///   - backend: Where Graphviz draws.
  /// - Returns: The light picture as SVG, with classes.
  /// - Throws: An error of the drawing.
  mutating func drawn(
    _ diagram: Diagram, _ options: DiagramOptions, vocabulary: Vocabulary = .standard,
    by backend: GraphvizBackend
  ) throws(GraphvizError) -> String {
    var options = options
    options.theme = .light
    let light = try diagram.rendered(as: .svg, options, vocabulary: vocabulary, by: backend).text
    options.theme = .dark
    let dark = try diagram.rendered(as: .svg, options, vocabulary: vocabulary, by: backend).text
    return joined(light: light, dark: dark)
  }
}

extension Drawing {
  /// The size of the smallest letters before the picture is scaled.
  var smallestLetters: Double {
    if diagram.lines.contains(where: { !label(of: $0).isEmpty }) { return Self.lineFont }
    return isCrowded && options.sizes == nil ? Self.nameFont : 10
  }
}

extension DiagramOptions.Engine {
  /// The layout engine under its name in the renderer.
  public var graphviz: GraphvizEngine {
    switch self {
    case .dot: .dot
    case .neato: .neato
    case .fdp: .fdp
    case .sfdp: .sfdp
    case .twopi: .twopi
    case .circo: .circo
    }
  }
}
