extension Canvas {
  /// The picture as SVG, a document of its own that is well-formed whatever the words are.
  ///
  /// - Parameter idPrefix: Put before every id, so that several pictures fit on one page.
  /// - Returns: The text, ending in a line end.
  public func svg(idPrefix: String = "") -> String {
    let size = "\(Self.text(width))\" height=\"\(Self.text(height))"
    let prefix = MarkupText.escaped(idPrefix)
    let words = summary.isEmpty ? "" : "\n<desc id=\"\(prefix)desc\">\(Self.shown(summary))</desc>"
    let labels = summary.isEmpty ? "\(prefix)title" : "\(prefix)title \(prefix)desc"
    var ids: Set<String> = ["title", "desc"]
    let body = elements.map { Self.svg($0, idPrefix, &ids) }.joined(separator: "\n")
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.text(width)) \(Self.text(height))" \
      width="\(size)" role="img" aria-labelledby="\(labels)" \
      font-family="\(Self.font)">
      <title id="\(prefix)title">\(Self.shown(title))</title>\(words)
      <rect width="100%" height="100%" fill="\(paper.hex)"/>
      \(body)
      </svg>

      """
  }

  private static func shown(_ text: String) -> String {
    MarkupText.escaped(VisibleText.line(text))
  }

  private static func svg(
    _ element: Element, _ prefix: String, _ ids: inout Set<String>
  ) -> String {
    switch element {
    case .box(let corner, let width, let height, let radius, let fill, let stroke):
      let round = radius > 0 ? " rx=\"\(text(radius))\"" : ""
      return "<rect x=\"\(text(corner.x))\" y=\"\(text(corner.y))\" width=\"\(text(width))\" "
        + "height=\"\(text(height))\"\(round)\(paint(fill, stroke))/>"
    case .circle(let middle, let radius, let fill, let stroke):
      return "<circle cx=\"\(text(middle.x))\" cy=\"\(text(middle.y))\" r=\"\(text(radius))\""
        + "\(paint(fill, stroke))/>"
    case .line(let points, let stroke, let hasArrowhead):
      let path = points.map { "\(text($0.x)),\(text($0.y))" }.joined(separator: " ")
      let line = "<polyline points=\"\(path)\"\(paint(nil, stroke))/>"
      return hasArrowhead ? line + arrowhead(points, stroke) : line
    case .curve(let points, let stroke):
      guard let start = points.first else { return "" }
      let path = points.dropFirst().map { "\(text($0.x)) \(text($0.y))" }.joined(separator: " ")
      return "<path d=\"M\(text(start.x)) \(text(start.y))C\(path)\"\(paint(nil, stroke))/>"
    case .mark(let mark, let middle, let size, let fill, let stroke):
      return polygon(mark.corners(around: middle, size: size), paint(fill, stroke))
    case .label(let label): return svg(label)
    case .group(let id, let tooltip, let elements):
      let words = MarkupText.escaped(tooltip)
      let own = MarkupText.escaped(prefix + unused(id, &ids))
      return "<g id=\"\(own)\"><title>\(words)</title>"
        + elements.map { svg($0, prefix, &ids) }.joined() + "</g>"
    }
  }

  /// An id as it may stand in a page, with a number if it is there already.
  private static func unused(_ id: String, _ ids: inout Set<String>) -> String {
    let wanted = Reporting.Anchor.id(id)
    var own = wanted
    var count = 1
    while !ids.insert(own).inserted {
      count += 1
      own = "\(wanted)_\(count)"
    }
    return own
  }

  private static func svg(_ label: Label) -> String {
    let anchor = label.anchor == .start ? "" : " text-anchor=\"\(label.anchor.rawValue)\""
    let weight = label.isBold ? " font-weight=\"bold\"" : ""
    let shown = VisibleText.line(label.text)
    // A name of a script from right to left keeps its own order and still begins where it should.
    let isolated = VisibleText.runsRightToLeft(shown) ? " unicode-bidi=\"isolate\"" : ""
    return "<text x=\"\(text(label.at.x))\" y=\"\(text(label.at.y))\" "
      + "font-size=\"\(text(label.size))\"\(weight)\(anchor)\(isolated) "
      + "fill=\"\(label.colour.hex)\">\(MarkupText.escaped(shown))</text>"
  }

  /// The arrowhead at the end of a line: a triangle along its last stretch.
  private static func arrowhead(_ points: [Point], _ stroke: Stroke) -> String {
    guard let triangle = arrowhead(points, width: stroke.width) else { return "" }
    return polygon(triangle, paint(stroke.colour, nil, opacity: stroke.opacity))
  }

  private static func polygon(_ corners: [Point], _ paint: String) -> String {
    let points = corners.map { "\(text($0.x)),\(text($0.y))" }.joined(separator: " ")
    return "<polygon points=\"\(points)\"\(paint)/>"
  }

  /// The corners of the arrowhead of a line, `nil` for a line without a last stretch.
  static func arrowhead(_ points: [Point], width: Double) -> [Point]? {
    guard points.count > 1, let tip = points.last else { return nil }
    let before = points[points.count - 2]
    let (dx, dy) = (tip.x - before.x, tip.y - before.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else { return nil }
    let size = arrowheadLength(width)
    let (ux, uy) = (dx / length, dy / length)
    let foot = Point(tip.x - ux * size, tip.y - uy * size)
    let half = size * 0.35
    return [
      tip, Point(foot.x - uy * half, foot.y + ux * half),
      Point(foot.x + uy * half, foot.y - ux * half),
    ]
  }

  /// The length of the arrowhead of a line of some width.
  static func arrowheadLength(_ width: Double) -> Double { 5 + 1.5 * width }

  private static func paint(_ fill: Colour?, _ stroke: Stroke?, opacity: Double = 1) -> String {
    var out = " fill=\"\(fill?.hex ?? "none")\""
    if fill != nil, opacity < 1 { out += " fill-opacity=\"\(text(opacity))\"" }
    guard let stroke else { return out }
    out += " stroke=\"\(stroke.colour.hex)\" stroke-width=\"\(text(stroke.width))\""
    switch stroke.style {
    case .solid: break
    case .dashed: out += " stroke-dasharray=\"4 3\""
    case .dotted: out += " stroke-dasharray=\"1 3\" stroke-linecap=\"round\""
    }
    if stroke.opacity < 1 { out += " stroke-opacity=\"\(text(stroke.opacity))\"" }
    return out
  }

  /// A length to a hundredth of a point, without needless digits.
  static func text(_ number: Double) -> String {
    let rounded = (number * 100).rounded() / 100
    return rounded == rounded.rounded() && abs(rounded) < 1e15
      ? "\(Int64(rounded))" : "\(rounded)"
  }
}
