public import DOT

/// Where pictures are drawn: in this process, or in a child of it within limits.
///
/// Both make the same picture of the same text. In this process nothing but ``GraphvizLimits`` guards against a
/// text that makes Graphviz crash or take for ever; a child costs some milliseconds a picture.
public enum GraphvizBackend: Sendable {
  /// In this process.
  case inProcess(GraphvizLimits = GraphvizLimits())
  /// In a child of it.
  case isolated(IsolatedRenderer)

  /// Draws a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - engine: How places are found.
  ///   - format: What to write.
  /// - Returns: The drawing and what was said about it.
  /// - Throws: ``GraphvizError`` that says what is missing, too large, or why the child ended.
  public func render(
    _ graph: DOTGraph, by engine: GraphvizEngine, as format: GraphvizFormat
  ) throws(GraphvizError) -> Rendering {
    try render(DOTWriter().write(graph), by: engine, as: format)
  }

  /// Draws a DOT text; a layout that the text names itself is taken before the engine.
  ///
  /// - Parameters:
  ///   - text: The text; nothing in it is trusted.
  ///   - engine: How places are found.
  ///   - format: What to write.
  /// - Returns: The drawing and what was said about it.
  /// - Throws: ``GraphvizError`` that says what is missing, too large, or why the child ended.
  public func render(
    _ text: String, by engine: GraphvizEngine, as format: GraphvizFormat
  ) throws(GraphvizError) -> Rendering {
    switch self {
    case .inProcess(let limits):
      return try GraphvizRenderer(engine: engine, limits: limits).render(text, as: format)
    case .isolated(let renderer): return try renderer.render(text, by: engine, as: format)
    }
  }
}
