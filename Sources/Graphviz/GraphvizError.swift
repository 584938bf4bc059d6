/// Why a DOT text could not be read or drawn: what, where, and how to mend it.
public struct GraphvizError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What went wrong.
  public enum Kind: String, Sendable, Hashable {
    /// The text breaks the grammar.
    case syntax
    /// The text holds no graph.
    case noGraph
    /// Subgraphs or HTML elements are nested deeper than Graphviz can bear.
    case tooDeep
    /// The text, or the picture in pixels, is larger than the limit.
    case tooLarge
    /// Two names of the file become the same text.
    case ambiguousName
    /// Graphviz lacks the part that writes the format.
    case missingPlugin
    /// Graphviz found no places for the nodes.
    case layoutFailed
    /// Graphviz could not draw the layout.
    case renderingFailed
    /// The child process that drew went beyond a limit of time or memory and was ended.
    case overLimit
    /// The child process that drew crashed, or could not be started.
    case stopped
  }

  /// What went wrong.
  public let kind: Kind

  /// What went wrong, in a sentence.
  public let message: String

  /// The line of the text, from 1, where that is known.
  public let line: Int?

  /// How to mend it, in a sentence.
  public let mend: String

  /// Everything in one line.
  public var description: String {
    let place = line.map { "line \($0): " } ?? ""
    return "\(place)\(message) \(mend)"
  }

  init(_ kind: Kind, _ message: String, line: Int? = nil, mend: String) {
    self.kind = kind
    self.message = message
    self.line = line
    self.mend = mend
  }
}

extension GraphvizError {
  /// The error of a text that libcgraph refused with these messages.
  static func syntax(_ messages: [GraphvizMessage]) -> GraphvizError {
    let error = messages.first { $0.severity == .error }
    return GraphvizError(
      .syntax, "The DOT text is not well formed: \(error?.text ?? "no reason given").",
      line: error?.line,
      mend: "Look for a missing quote, bracket or semicolon at this place or just before it.")
  }

  /// The error of a rendering that Graphviz refused with these messages.
  static func rendering(_ format: GraphvizFormat, _ messages: [GraphvizMessage]) -> GraphvizError {
    let said = messages.last { $0.severity == .error }?.text ?? "no reason given"
    let isMissing = ["not recognized", "unavailable", "Could not load"].contains {
      said.contains($0)
    }
    guard isMissing else {
      return GraphvizError(
        .renderingFailed, "Graphviz could not write \(format.rawValue): \(said).",
        mend: "Simplify the graph, or write another format.")
    }
    return GraphvizError(
      .missingPlugin, "Graphviz has no part that writes \(format.rawValue): \(said).",
      mend: format == .png || format == .pdf
        ? "Install the cairo plugin (Debian: the packages graphviz and libgvc6; Homebrew: graphviz), run "
          + "`dot -c`, or write SVG."
        : "Install the Debian package graphviz (Homebrew: graphviz) and run `dot -c`.")
  }

  /// The error of a layout that Graphviz refused with these messages.
  static func layout(_ engine: GraphvizEngine, _ messages: [GraphvizMessage]) -> GraphvizError {
    let said = messages.last { $0.severity == .error }?.text ?? "no reason given"
    if said.contains("not recognized") {
      return GraphvizError(
        .missingPlugin, "Graphviz has no layout \(engine.rawValue): \(said).",
        mend: "Install the Debian package graphviz (Homebrew: graphviz) and run `dot -c`.")
    }
    return GraphvizError(
      .layoutFailed, "The layout \(engine.rawValue) failed: \(said).",
      mend: "Try another layout, or a simpler graph.")
  }
}
