/// A picture whose places are known: boxes, lines, circles and words at points of a sheet.
///
/// The origin is the upper left corner, x grows to the right and y down; all lengths are points. Elements are drawn
/// in order, later ones above earlier ones. A ``Diagram`` is a picture whose places Graphviz finds.
public struct Canvas: Sendable, Equatable {
  /// A point of the sheet.
  public struct Point: Sendable, Equatable {
    /// From the left edge.
    public var x: Double
    /// From the upper edge.
    public var y: Double

    /// Makes a point.
    ///
    /// - Parameters:
    ///   - x: From the left edge.
    ///   - y: From the upper edge.
    public init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// How an outline or a line is drawn.
  public struct Stroke: Sendable, Equatable {
    /// The dashes of a line.
    public enum Style: String, Sendable { case solid, dashed, dotted }
    /// The colour.
    public var colour: Colour
    /// The width in points.
    public var width: Double
    /// The dashes.
    public var style: Style
    /// From 0, which shows nothing, to 1.
    public var opacity: Double

    /// Makes a stroke.
    ///
    /// - Parameters:
    ///   - colour: The colour.
    ///   - width: The width in points.
    ///   - style: The dashes.
    ///   - opacity: From 0 to 1.
    public init(
      _ colour: Colour, width: Double = 1, style: Style = .solid, opacity: Double = 1
    ) {
      self.colour = colour
      self.width = width
      self.style = style
      self.opacity = opacity
    }
  }

  /// Where a text stands to its point.
  public enum Anchor: String, Sendable { case start, middle, end }

  /// A text on one level line; control characters in it are shown, never obeyed.
  public struct Label: Sendable, Equatable {
    /// The text.
    public var text: String
    /// Its place: x as the anchor says, y the line that the letters stand on.
    public var at: Point
    /// Where it stands to its place.
    public var anchor: Anchor
    /// The size of the letters in points.
    public var size: Double
    /// Whether it is bold.
    public var isBold: Bool
    /// The colour.
    public var colour: Colour

    /// Makes a label.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - at: Its place.
    ///   - anchor: Where it stands to its place.
    ///   - size: The size of the letters in points.
    ///   - isBold: Whether it is bold.
    ///   - colour: The colour.
    public init(
      _ text: String, at: Point, anchor: Anchor = .start, size: Double = 12, isBold: Bool = false,
      colour: Colour
    ) {
      self.text = text
      self.at = at
      self.anchor = anchor
      self.size = size
      self.isBold = isBold
      self.colour = colour
    }
  }

  /// A small shape that is told from others without colour.
  public enum Mark: String, Sendable, CaseIterable {
    /// A square on its corner.
    case diamond
    /// A triangle that points up.
    case triangle
    /// A square without its corners.
    case octagon

    /// The corners of the shape in a square of a size, where Graphviz puts them too.
    func corners(around middle: Point, size: Double) -> [Point] {
      let half = size / 2
      let cut = half * 0.4142
      let places: [(Double, Double)] =
        switch self {
        case .diamond: [(0, -half), (half, 0), (0, half), (-half, 0)]
        case .triangle: [(0, -half), (half, half / 2), (-half, half / 2)]
        case .octagon:
          [
            (-cut, -half), (cut, -half), (half, -cut), (half, cut), (cut, half), (-cut, half),
            (-half, cut), (-half, -cut),
          ]
        }
      return places.map { Point(middle.x + $0.0, middle.y + $0.1) }
    }
  }

  /// Something that is drawn.
  public indirect enum Element: Sendable, Equatable {
    /// A box by its upper left corner and its size, with corners of some radius.
    case box(Point, width: Double, height: Double, radius: Double, fill: Colour?, Stroke?)
    /// A circle by its middle and its radius.
    case circle(Point, radius: Double, fill: Colour?, Stroke?)
    /// A line through points, with an arrowhead at its end or none.
    case line([Point], Stroke, hasArrowhead: Bool)
    /// Cubic Bézier curves that share their ends, 3k + 1 points: an end, two that pull, an end, and so on.
    case curve([Point], Stroke)
    /// A small shape by its middle and its size.
    case mark(Mark, Point, size: Double, fill: Colour?, Stroke?)
    /// Words.
    case label(Label)
    /// Elements that belong together: an id, one in the picture, and what is shown when the pointer rests on
    /// them.
    case group(id: String, tooltip: String, [Element])
  }

  /// What the picture shows, in a few words; read aloud, and not drawn by itself.
  public var title: String
  /// What can be read from the picture, in some sentences, for those who cannot see it.
  public var summary: String
  /// The width of the sheet in points.
  public var width: Double
  /// The height of the sheet in points.
  public var height: Double
  /// The colour of the sheet.
  public var paper: Colour
  /// What is drawn, in order.
  public var elements: [Element]

  /// The fonts of all pictures, the first that is there counts.
  static let font = "Helvetica, Arial, 'Liberation Sans', 'Noto Sans', 'DejaVu Sans', sans-serif"

  /// Makes a picture.
  ///
  /// - Parameters:
  ///   - title: What it shows, in a few words.
  ///   - summary: What can be read from it, in some sentences.
  ///   - width: The width of the sheet in points.
  ///   - height: The height of the sheet in points.
  ///   - paper: The colour of the sheet.
  ///   - elements: What is drawn, in order.
  public init(
    title: String, summary: String = "", width: Double, height: Double, paper: Colour = .white,
    elements: [Element] = []
  ) {
    self.title = title
    self.summary = summary
    self.width = width
    self.height = height
    self.paper = paper
    self.elements = elements
  }
}
