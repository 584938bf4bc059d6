internal import DOT
public import Evidence
public import Graphviz

/// A picture of any view: a network that Graphviz lays out, or a sheet whose places are known.
public enum Picture: Sendable, Equatable {
  /// A network with the way that it is drawn.
  case diagram(Diagram, DiagramOptions)
  /// A sheet.
  case canvas(Canvas)

  /// The title.
  public var title: String {
    switch self {
    case .diagram(let diagram, _): diagram.title
    case .canvas(let canvas): canvas.title
    }
  }

  /// Whether nothing of the data is drawn: no node, or no mark on a sheet.
  public var isEmpty: Bool {
    switch self {
    case .diagram(let diagram, _): diagram.nodes.isEmpty
    case .canvas(let canvas):
      !canvas.elements.contains { if case .group = $0 { true } else { false } }
    }
  }

  /// The picture as DOT text, ready to be drawn.
  ///
  /// - Parameter vocabulary: The words that say which kind is a special case of which.
  /// - Returns: The text; the same picture gives the same text.
  public func dotText(vocabulary: Vocabulary = .standard) -> String {
    switch self {
    case .diagram(let diagram, let options):
      DOTWriter().write(diagram.dot(options, vocabulary: vocabulary))
    case .canvas(let canvas): DOTWriter().write(canvas.dot())
    }
  }

  /// Draws the picture.
  ///
  /// - Parameters:
  ///   - format: What to write.
  ///   - vocabulary: The words that say which kind is a special case of which.
  ///   - backend: Where Graphviz draws.
  /// - Returns: The drawing and what was said about it.
  /// - Throws: An error that says what is missing or too large.
  public func rendered(
    as format: GraphvizFormat, vocabulary: Vocabulary = .standard,
    by backend: GraphvizBackend = .inProcess()
  ) throws(GraphvizError) -> Rendering {
    switch self {
    case .diagram(let diagram, let options):
      return try diagram.rendered(as: format, options, vocabulary: vocabulary, by: backend)
    case .canvas(let canvas):
      if format == .svg { return Rendering(data: Array(canvas.svg().utf8), messages: []) }
      var graph = canvas.dot()
      // Small letters need more than the 96 pixels an inch that Graphviz takes by itself.
      if format == .png { graph.attributes["dpi"] = .number(canvas.resolution) }
      return try backend.render(graph, by: .nop, as: format)
    }
  }

  /// Counts how well the picture can be read; `nil` for a sheet, whose places no layout has found.
  ///
  /// - Parameters:
  ///   - vocabulary: The words that say which kind is a special case of which.
  ///   - backend: Where Graphviz lays out.
  /// - Returns: The figures.
  /// - Throws: `GraphvizError`, or what keeps the layout from being read.
  public func measured(
    vocabulary: Vocabulary = .standard, by backend: GraphvizBackend = .inProcess()
  ) throws -> LayoutQuality? {
    guard case .diagram(let diagram, let options) = self else { return nil }
    return try diagram.measured(options, vocabulary: vocabulary, by: backend)
  }

  /// What a reader of the finished picture should know of its layout; nothing for a sheet.
  ///
  /// - Parameters:
  ///   - vocabulary: The words that say which kind is a special case of which.
  ///   - svg: The picture as SVG, if it was drawn so.
  /// - Returns: The sentences.
  public func remarks(vocabulary: Vocabulary = .standard, svg: [UInt8]? = nil) -> [String] {
    guard case .diagram(let diagram, let options) = self else { return [] }
    return diagram.remarks(options, vocabulary: vocabulary, svg: svg)
  }
}
