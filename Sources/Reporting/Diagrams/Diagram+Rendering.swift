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
      data: SVGSize.fitted(rendering.data, to: area), messages: rendering.messages)
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
