/// A sheet that is filled from the top: title and subtitle, the picture itself, legend, notes, source line.
struct Sheet {
  /// The ground and its colours.
  let theme: Theme
  /// The width in points.
  let width: Double
  /// Where the next thing may begin, from the upper edge.
  var top: Double = Self.margin
  /// What is drawn so far.
  var elements: [Canvas.Element] = []

  /// From the edges of the sheet to what is on it.
  static let margin = 24.0
  static let title = Lettering(size: 18, isBold: true)
  static let subtitle = Lettering(size: 11)
  static let head = Lettering(size: 11, isBold: true)
  static let body = Lettering(size: 10.5)
  static let note = Lettering(size: 10)
  static let small = Lettering(size: 8.5)

  /// - Parameters:
  ///   - theme: The ground and its colours.
  ///   - width: The width in points.
  init(theme: Theme, width: Double) {
    self.theme = theme
    self.width = width
  }

  /// Where what is on the sheet ends on the right.
  var right: Double { width - Self.margin }

  /// Writes a text from the left edge in as many lines as it takes.
  ///
  /// - Parameters:
  ///   - text: The text; nothing is written for an empty one.
  ///   - letters: The letters.
  ///   - colour: Their colour; the quiet ink of the theme by default.
  ///   - limit: The most lines.
  mutating func write(
    _ text: String, _ letters: Lettering, _ colour: Colour? = nil, limit: Int = .max
  ) {
    for line in letters.lines(of: text, width: right - Self.margin, limit: limit) {
      elements.append(
        .label(
          Canvas.Label(
            line, at: Canvas.Point(Self.margin, top + letters.size), size: letters.size,
            isBold: letters.isBold, colour: colour ?? theme.quietInk)))
      top += letters.leading
    }
  }

  /// Writes title and subtitle.
  mutating func writeHeading(_ title: String, _ subtitle: String) {
    write(title, Self.title, theme.ink, limit: 3)
    top += 2
    write(subtitle, Self.subtitle)
    top += 12
  }

  /// The sheet as a canvas.
  ///
  /// - Parameters:
  ///   - title: What the picture shows, in a few words.
  ///   - summary: What can be read from it, in some sentences.
  /// - Returns: The canvas, as high as what is on it.
  func canvas(title: String, summary: String) -> Canvas {
    Canvas(
      title: title, summary: summary, width: width, height: (top + Self.margin).rounded(.up),
      paper: theme.paper, elements: elements)
  }
}

extension Sheet {
  /// A mark and what it means.
  struct Sample {
    /// The width of the mark.
    let width: Double
    /// What it means.
    let label: String
    /// Draws the mark from the middle of its left edge.
    let draw: (Canvas.Point) -> [Canvas.Element]
  }

  /// Writes marks with their meaning, as many on a line as fit.
  mutating func writeLegend(_ samples: [Sample]) {
    guard !samples.isEmpty else { return }
    let height = 19.0
    var x = Self.margin
    for sample in samples {
      let needed = sample.width + 6 + Self.note.width(of: sample.label) * 1.03
      if x > Self.margin, x + needed > right {
        x = Self.margin
        top += height
      }
      elements += sample.draw(Canvas.Point(x, top + height / 2))
      elements.append(
        .label(
          Canvas.Label(
            sample.label, at: Canvas.Point(x + sample.width + 6, top + height / 2 + 3.5),
            size: Self.note.size, colour: theme.ink)))
      x += needed + 20
    }
    top += height
  }
}

extension Canvas.Element {
  /// Lines of letters one below the other, the first on a line at a height.
  static func words(
    _ lines: [String], at start: Canvas.Point, _ letters: Lettering, _ colour: Colour,
    anchor: Canvas.Anchor = .start
  ) -> [Canvas.Element] {
    lines.enumerated().map { row, line in
      .label(
        Canvas.Label(
          line, at: Canvas.Point(start.x, start.y + Double(row) * letters.leading), anchor: anchor,
          size: letters.size, isBold: letters.isBold, colour: colour))
    }
  }
}
