/// Bounds within which a DOT text is read and drawn, since Graphviz has none of its own.
public struct GraphvizLimits: Sendable, Hashable {
  /// The most bytes of a text.
  public var textLength: Int

  /// The most levels of subgraphs, and of elements in an HTML label. Graphviz descends into both by
  /// recursion.
  public var nesting: Int

  /// The most pixels of a PNG.
  public var pixels: Int

  /// Makes limits.
  ///
  /// - Parameters:
  ///   - textLength: The most bytes of a text.
  ///   - nesting: The most levels of subgraphs, and of elements in an HTML label.
  ///   - pixels: The most pixels of a PNG.
  public init(textLength: Int = 64 << 20, nesting: Int = 100, pixels: Int = 100_000_000) {
    self.textLength = textLength
    self.nesting = nesting
    self.pixels = pixels
  }
}
