import CGraphviz

extension GraphvizRenderer {
  /// Refuses a bitmap that would take more memory than it is worth; cairo would print to stderr, or crash.
  ///
  /// The size follows graphviz.org/docs/attrs for `dpi`, `resolution`, `size` and `viewport`.
  func checkPixels(of graph: GraphPointer) throws(GraphvizError) {
    let bounds = unsafe tl_bounds(graph)
    var width = bounds.UR.x - bounds.LL.x + 8
    var height = bounds.UR.y - bounds.LL.y + 8
    let size = unsafe numbers(of: "size", in: graph)
    let isEnlarging = unsafe value(of: "size", in: graph).hasSuffix("!")
    if let wanted = size.first, wanted > 0 {
      let scale = min(wanted * 72 / width, (size.count > 1 ? size[1] : wanted) * 72 / height)
      if scale < 1 || isEnlarging {
        width *= scale
        height *= scale
      }
    }
    let viewport = unsafe numbers(of: "viewport", in: graph)
    if viewport.count >= 2 {
      let zoom = viewport.count > 2 && viewport[2] > 0 ? viewport[2] : 1
      width = viewport[0] * zoom
      height = viewport[1] * zoom
    }
    let resolution = ["dpi", "resolution"].compactMap { name in
      unsafe numbers(of: name, in: graph).first
    }
    let scale = (resolution.first { $0 > 0 } ?? 96) / 72
    let pixels = width * scale * height * scale
    guard pixels <= Double(limits.pixels) else {
      throw GraphvizError(
        .tooLarge,
        "The PNG would have \(GraphvizRenderer.rounded(width * scale)) by "
          + "\(GraphvizRenderer.rounded(height * scale)) pixels; the limit is \(limits.pixels) in all.",
        mend: "Write SVG or PDF, lower dpi, or draw a part of the graph.")
    }
  }

  private static func rounded(_ number: Double) -> String {
    Int(exactly: number.rounded()).map(String.init) ?? String(number)
  }

  private func value(of name: String, in graph: GraphPointer) -> String {
    guard let attribute = unsafe tl_attribute(graph, ObjectKind.graph.rawValue, name) else {
      return ""
    }
    return unsafe GraphObjects.value(of: graph, attribute)
  }

  private func numbers(of name: String, in graph: GraphPointer) -> [Double] {
    unsafe value(of: name, in: graph).split(separator: ",").compactMap { part in
      Double(part.filter { !$0.isWhitespace && $0 != "!" && $0 != "'" })
    }
  }
}
