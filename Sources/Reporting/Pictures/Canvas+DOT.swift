public import DOT

extension Canvas {
  /// The picture as DOT in which every node and every edge has its place, for the formats that Graphviz draws.
  ///
  /// Each element is a node of its size, or a loop of an unseen node that runs along the element's line, since
  /// Graphviz draws nodes in order and each one's edges after it. Words stand in a box without a frame that
  /// begins, ends or is centred where the words are, so that no width of letters need be known.
  ///
  /// - Returns: The document; it is to be drawn by `GraphvizEngine.nop`.
  public func dot() -> DOTGraph {
    var pen = Pen(width: width, height: height)
    let sheet = Element.box(
      Point(0, 0), width: width, height: height, radius: 0, fill: paper, nil)
    pen.draw([sheet] + elements, in: nil)
    return DOTGraph(
      isDirected: true, name: VisibleText.line(title),
      attributes: [
        "bgcolor": .text(paper.hex), "charset": "UTF-8", "pad": "0", "margin": "0",
        "tooltip": .text(VisibleText.line(title)), "comment": .text(VisibleText.line(summary)),
      ],
      nodeDefaults: [
        "shape": "box", "fixedsize": "true", "margin": "0", "label": "", "tooltip": " ",
        "fontname": .text(Drawing.font),
      ],
      edgeDefaults: ["arrowhead": "none", "tooltip": " "], nodes: pen.nodes, edges: pen.edges)
  }

  /// Pixels an inch of a picture of pixels: those of a sharp screen, fewer where the sheet is so large that
  /// the picture would have more than 80 million.
  var resolution: Double {
    let most = (80e6 / max(width * height, 1)).squareRoot() * 72
    return min(144, max(most.rounded(.down), 1))
  }
}

/// Writes elements as nodes and edges with places, from the lower left corner upwards.
private struct Pen {
  let width: Double
  let height: Double
  var nodes: [DOTNode] = []
  var edges: [DOTEdge] = []

  /// A group's id, for the first of its elements, and its tooltip, for all.
  private struct Group {
    var id: String?
    let tooltip: String
  }

  private var group: Group?

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  mutating func draw(_ elements: [Canvas.Element], in group: (id: String, tooltip: String)?) {
    let outer = self.group
    if let group { self.group = Group(id: group.id, tooltip: group.tooltip) }
    for element in elements { draw(element) }
    self.group = outer
  }

  private mutating func draw(_ element: Canvas.Element) {
    switch element {
    case .box(let corner, let width, let height, let radius, let fill, let stroke):
      let middle = Canvas.Point(corner.x + width / 2, corner.y + height / 2)
      // Graphviz rounds by a third of the shorter side, or not at all; the nearer of the two is taken.
      let rounding = min(12, min(width, height) / 3)
      var attributes = Self.paint(fill, stroke, isRounded: radius > rounding / 2)
      attributes.merge(place(middle, width: width, height: height))
      add(attributes)
    case .circle(let middle, let radius, let fill, let stroke):
      draw("circle", middle, size: 2 * radius, fill, stroke)
    case .mark(let mark, let middle, let size, let fill, let stroke):
      draw(mark.rawValue, middle, size: size, fill, stroke)
    case .line(let points, let stroke, let hasArrowhead): line(points, stroke, hasArrowhead)
    case .curve(let points, let stroke): spline(points, tip: nil, stroke)
    case .label(let label): draw(label)
    case .group(let id, let tooltip, let elements): draw(elements, in: (id, tooltip))
    }
  }

  private mutating func draw(
    _ shape: String, _ middle: Canvas.Point, size: Double, _ fill: Colour?,
    _ stroke: Canvas.Stroke?
  ) {
    var attributes: DOTAttributes = ["shape": .text(shape)]
    attributes.merge(Self.paint(fill, stroke, isRounded: false))
    attributes.merge(place(middle, width: size, height: size))
    add(attributes)
  }

  /// The middle of a line of letters lies a quarter of their size above the line that they stand on.
  private static let middleOfLetters = 0.25

  private mutating func draw(_ label: Canvas.Label) {
    let x = min(max(label.at.x, 0), width)
    let (room, middle): (Double, Double) =
      switch label.anchor {
      case .start: (width - x, (x + width) / 2)
      case .middle: (2 * min(x, width - x), x)
      case .end: (x, x / 2)
      }
    let alignment: DOTValue.Alignment =
      switch label.anchor {
      case .start: .left
      case .middle: .center
      case .end: .right
      }
    // Graphviz centres what is wider than its box, so that words which leave the sheet are cut at its edge.
    let letters = Lettering(size: label.size, isBold: label.isBold)
    let text = letters.lines(of: label.text, width: max(room, 1), limit: 1)
    var attributes: DOTAttributes = [
      "shape": "plaintext", "label": .lines(text, align: alignment),
      "fontsize": .number(label.size), "fontcolor": .text(label.colour.hex),
    ]
    if label.isBold { attributes["fontname"] = .text(Self.boldFont) }
    attributes.merge(
      place(
        Canvas.Point(middle, label.at.y - label.size * Self.middleOfLetters),
        width: max(room, 1), height: label.size * 1.6))
    add(attributes)
  }

  private static let boldFont = Drawing.font + " Bold"

  private mutating func line(
    _ points: [Canvas.Point], _ stroke: Canvas.Stroke, _ hasArrowhead: Bool
  ) {
    var points = points
    var tip: Canvas.Point?
    // Graphviz draws the head from the end of the line to its tip, so the line ends where the head begins.
    if hasArrowhead, let triangle = Canvas.arrowhead(points, width: stroke.width) {
      tip = triangle[0]
      points[points.count - 1] = Canvas.Point(
        (triangle[1].x + triangle[2].x) / 2, (triangle[1].y + triangle[2].y) / 2)
    }
    guard let start = points.first else { return }
    let pieces = zip(points, points.dropFirst()).flatMap { [$0, $1, $1] }
    spline([start] + pieces, tip: tip, stroke)
  }

  private mutating func spline(
    _ points: [Canvas.Point], tip: Canvas.Point?, _ stroke: Canvas.Stroke
  ) {
    guard points.count > 3, let start = points.first else { return }
    let end = tip.map { "e,\(position($0)) " } ?? ""
    var attributes: DOTAttributes = [
      "pos": .text(end + points.map(position).joined(separator: " ")),
      "color": .text(Self.colour(stroke)), "penwidth": .number(stroke.width),
    ]
    if tip != nil {
      attributes["arrowhead"] = "normal"
      attributes["arrowsize"] = .number(Canvas.arrowheadLength(stroke.width) / 10)
    }
    if stroke.style != .solid { attributes["style"] = .text(stroke.style.rawValue) }
    let words = tooltip()
    attributes.merge(words)
    let name = "n\(nodes.count)"
    var anchor: DOTAttributes = ["style": "invis"]
    anchor.merge(place(start, width: 0.1, height: 0.1))
    nodes.append(DOTNode(name, anchor))
    edges.append(DOTEdge(from: name, to: name, attributes))
  }

  private mutating func add(_ attributes: DOTAttributes) {
    var attributes = attributes
    attributes.merge(tooltip())
    nodes.append(DOTNode("n\(nodes.count)", attributes))
  }

  /// The words of the group, and once its id.
  private mutating func tooltip() -> DOTAttributes {
    guard let group else { return [:] }
    var attributes: DOTAttributes = ["tooltip": .text(group.tooltip)]
    if let id = group.id { attributes["id"] = .text(id) }
    self.group?.id = nil
    return attributes
  }

  private static func paint(
    _ fill: Colour?, _ stroke: Canvas.Stroke?, isRounded: Bool
  ) -> DOTAttributes {
    var styles = isRounded ? ["rounded"] : []
    if fill != nil { styles.append("filled") }
    if let style = stroke?.style, style != .solid { styles.append(style.rawValue) }
    var attributes: DOTAttributes = ["color": .text(stroke.map(colour) ?? "transparent")]
    if let stroke { attributes["penwidth"] = .number(stroke.width) }
    if let fill { attributes["fillcolor"] = .text(fill.hex) }
    if !styles.isEmpty { attributes["style"] = .text(styles.joined(separator: ",")) }
    return attributes
  }

  private static func colour(_ stroke: Canvas.Stroke) -> String {
    stroke.opacity < 1 ? stroke.colour.hex(opacity: stroke.opacity) : stroke.colour.hex
  }

  private func place(
    _ middle: Canvas.Point, width: Double, height: Double
  ) -> DOTAttributes {
    [
      "pos": .text(position(middle)), "width": .text(Self.inches(width)),
      "height": .text(Self.inches(height)),
    ]
  }

  private func position(_ point: Canvas.Point) -> String {
    Canvas.text(point.x) + "," + Canvas.text(height - point.y)
  }

  /// Points as inches, to a ten-thousandth of a point.
  private static func inches(_ points: Double) -> String {
    "\((points / 72 * 1e6).rounded() / 1e6)"
  }
}
