internal import FoundationEssentials

extension LayoutQuality {
  /// Counts from a layout that Graphviz wrote as JSON, with its drawing operations.
  ///
  /// - Parameter json: What ``GraphvizFormat/json`` gives.
  /// - Throws: What keeps the text from being read as such a layout.
  init(graphvizJSON json: [UInt8]) throws {
    let drawing = try JSONDecoder().decode(DrawnGraph.self, from: Data(json))
    var shapes = LayoutShapes()
    var places: [Int: Int] = [:]
    var fonts = DrawnObject.text(drawing.labels).sizes
    for object in drawing.objects ?? [] {
      let text = DrawnObject.text(object.labels)
      fonts += text.sizes
      guard let box = object.box else { continue }
      places[object.number] = shapes.boxes.count
      shapes.boxes.append(box)
    }
    for edge in drawing.edges ?? [] {
      let text = DrawnObject.text(edge.labels)
      fonts += text.sizes
      if let box = LayoutBox(around: text.corners) { shapes.labels.append(box) }
      // A line that is drawn twice side by side is one line.
      let controls = (edge.drawing ?? []).first { "bB".contains($0.op) }?.points ?? []
      shapes.lines.append(
        LayoutShapes.Line(
          tail: places[edge.tail ?? -1] ?? -1, head: places[edge.head ?? -1] ?? -1,
          points: LayoutShapes.flattened(controls.compactMap(DrawnObject.place))))
    }
    let bounds = DrawnObject.numbers(drawing.bb)
    let pad = DrawnObject.numbers(drawing.pad).first.map { $0 * 72 } ?? 4
    let size = bounds.count == 4 ? (bounds[2] - bounds[0], bounds[3] - bounds[1]) : (0, 0)
    self.init(
      nodes: shapes.boxes.count, edges: shapes.lines.count, labels: shapes.labels.count,
      nodeOverlaps: LayoutShapes.overlaps(shapes.boxes, by: 0.5),
      labelsOnNodes: shapes.labels.reduce(0) { sum, label in
        sum + shapes.boxes.count { $0.overlaps(label, by: 1) }
      },
      labelsOnLabels: LayoutShapes.overlaps(shapes.labels, by: 1), crossings: shapes.crossings,
      edgesThroughNodes: shapes.linesThroughBoxes, width: size.0 + 2 * pad,
      height: size.1 + 2 * pad, smallestFont: fonts.min() ?? 0)
  }

  /// The figures as a JSON object, under the names that `scripts/check-layout.py` uses too.
  ///
  /// - Returns: The text, ending in a line end.
  public func json() -> String {
    func text(_ value: Double, _ digits: Double = 100) -> String {
      String((value * digits).rounded() / digits)
    }
    let counts: [(String, Int)] = [
      ("nodes", nodes), ("edges", edges), ("labels", labels), ("nodeOverlaps", nodeOverlaps),
      ("labelsOnNodes", labelsOnNodes), ("labelsOnLabels", labelsOnLabels),
      ("crossings", crossings), ("edgesThroughNodes", edgesThroughNodes),
    ]
    let pages = [PageSize.a4, .a4Landscape, .a3, .a3Landscape].map { page in
      "    \"\(page.rawValue)\": {\"byWidth\": \(text(smallestFont(on: page, isWhole: false))), "
        + "\"whole\": \(text(smallestFont(on: page)))}"
    }
    let lengths = [
      "\"width\": \(text(width, 10))", "\"height\": \(text(height, 10))",
      "\"aspectRatio\": \(text(aspectRatio, 1000))", "\"smallestFont\": \(text(smallestFont))",
      "\"smallestFontOnPage\": {\n\(pages.joined(separator: ",\n"))\n  }",
    ]
    let members = counts.map { "\"\($0)\": \($1)" } + lengths
    return "{\n  " + members.joined(separator: ",\n  ") + "\n}\n"
  }
}

/// What of Graphviz's JSON the figures need.
private struct DrawnGraph: Decodable {
  var bb: String?
  var pad: String?
  var labels: [DrawnObject.Operation]?
  var objects: [DrawnObject]?
  var edges: [DrawnObject]?

  enum CodingKeys: String, CodingKey {
    case bb, pad, objects, edges
    case labels = "_ldraw_"
  }
}

/// A node, an edge or a frame.
private struct DrawnObject: Decodable {
  /// A step of drawing; an edge has its curves in the form `b`, a text stands at a point with a width.
  struct Operation: Decodable {
    var op: String
    var size: Double?
    var points: [[Double]]?
    var pt: [Double]?
    var align: String?
    var width: Double?
    var text: String?
  }

  var number: Int
  var tail: Int?
  var head: Int?
  var pos: String?
  var width: String?
  var height: String?
  var drawing: [Operation]?
  var labels: [Operation]?

  enum CodingKeys: String, CodingKey {
    case tail, head, pos, width, height
    case number = "_gvid"
    case drawing = "_draw_"
    case labels = "_ldraw_"
  }

  /// The box of a node.
  var box: LayoutBox? {
    guard tail == nil, let middle = Self.place(Self.numbers(pos)),
      let width = Self.numbers(width).first, let height = Self.numbers(height).first
    else { return nil }
    return LayoutBox(
      left: middle.x - width * 36, bottom: middle.y - height * 36, right: middle.x + width * 36,
      top: middle.y + height * 36)
  }

  static func numbers(_ text: String?) -> [Double] {
    (text ?? "").split(separator: ",").compactMap { Double($0) }
  }

  static func place(_ numbers: [Double]) -> LayoutPlace? {
    numbers.count >= 2 ? LayoutPlace(x: numbers[0], y: numbers[1]) : nil
  }

  /// The sizes of letters, and the corners of all lines of text.
  static func text(_ operations: [Operation]?) -> (sizes: [Double], corners: [LayoutPlace]) {
    var size = 0.0
    var sizes: [Double] = []
    var corners: [LayoutPlace] = []
    for operation in operations ?? [] {
      if operation.op == "F" { size = operation.size ?? size }
      guard operation.op == "T", let text = operation.text, let place = place(operation.pt ?? []),
        let width = operation.width, let first = text.firstIndex(where: { !isBlank($0) }),
        let last = text.lastIndex(where: { !isBlank($0) })
      else { continue }
      sizes.append(size)
      // Blanks around the words keep them off their line; they are no ink.
      let blank = 0.278 * size
      let lead = Double(text[..<first].count) * blank
      let trail = Double(text[last...].count - 1) * blank
      let left =
        place.x - (operation.align == "c" ? width / 2 : operation.align == "r" ? width : 0)
      corners += [
        LayoutPlace(x: left + lead, y: place.y - 0.2 * size),
        LayoutPlace(x: left + width - trail, y: place.y + 0.75 * size),
      ]
    }
    return (sizes, corners)
  }

  private static func isBlank(_ character: Character) -> Bool {
    character.isWhitespace
  }
}
