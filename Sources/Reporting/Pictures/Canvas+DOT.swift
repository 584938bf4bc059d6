public import DOT

extension Canvas {
  /// The picture as DOT in which every node and every edge has its place, for the formats that Graphviz draws.
  ///
  /// - Returns: The document; it is to be drawn by ``GraphvizEngine/nop``.
  public func dot() -> DOTGraph {
    DOTGraph(
      isDirected: true, name: title,
      attributes: ["bgcolor": .text(paper.hex), "charset": "UTF-8", "pad": "0"])
  }
}
