/// What yEd and yFiles say of how a node or an edge looks, within a value.
///
/// Read are the first label, the place and size, the fill and the shape; the rest only means something
/// to the program that drew it.
struct GraphMLDrawing {
  /// The elements that are looked at, after those of GraphML itself.
  static let names = [
    "NodeLabel", "EdgeLabel", "Label.Text", "Geometry", "RectD", "Fill", "Shape", "LineStyle",
    "GenericNode",
  ]

  private(set) var label: String?
  private(set) var places: [(name: String, value: Double)] = []
  private(set) var color: String?
  private(set) var lineColor: String?
  private(set) var shape: String?
  private var configuration: String?
  /// How deep in the value the element lies whose text is the label; 0 for none.
  private var labelDepth = 0
  private var text: [UInt8] = []

  /// An element within the value begins; `name` is its place in ``names``, or something else, and
  /// `depth` how deep it lies in the value, from 1.
  mutating func open(_ element: borrowing XMLElementEvent, name: Int, depth: Int) {
    // Of a label, the text before the first element in it counts.
    if labelDepth > 0 { endLabel() }
    guard Self.names.indices.contains(name) else { return }
    switch Self.names[name] {
    case "NodeLabel", "EdgeLabel", "Label.Text":
      if label == nil, element.text("hasText") != "false" { labelDepth = depth }
    case "Geometry", "RectD":
      if places.isEmpty {
        for (name, value) in [
          ("x", element.text("x") ?? element.text("X")),
          ("y", element.text("y") ?? element.text("Y")),
          // In points; the width and height of DOT are in inches.
          ("width_px", element.text("width") ?? element.text("Width")),
          ("height_px", element.text("height") ?? element.text("Height")),
        ] {
          if let number = value.flatMap({ Double($0) }), number.isFinite {
            places.append((name, number))
          }
        }
      }
    case "Fill":
      if color == nil, element.text("hasColor") != "false" {
        color = Self.color(element.text("color"))
      }
    case "LineStyle": lineColor = lineColor ?? Self.color(element.text("color"))
    case "Shape": shape = shape ?? element.text("type")
    case "GenericNode": configuration = configuration ?? element.text("configuration")
    default: break
    }
  }

  /// Text within an element of the value.
  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    if labelDepth > 0 { text += bytes }
  }

  /// An element within the value ends.
  mutating func close(depth: Int) {
    if labelDepth == depth { endLabel() }
  }

  private mutating func endLabel() {
    labelDepth = 0
    let found = String(decoding: text, as: UTF8.self)
    text = []
    if !found.trimmingSpaces.isEmpty { label = found }
  }

  /// The shape of a node: that of a plain one, or the name of what was configured.
  var nodeShape: String? { shape ?? configuration }

  private static func color(_ text: String?) -> String? {
    guard let text, text.utf8.first == UInt8(ascii: "#"),
      text.utf8.count == 7 || text.utf8.count == 9, text.dropFirst().allSatisfy(\.isHexDigit)
    else { return nil }
    return text.lowercased()
  }
}
