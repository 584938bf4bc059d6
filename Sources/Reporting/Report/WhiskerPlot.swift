/// Values of named things as dots with their intervals as lines, one below the other.
struct WhiskerPlot {
  /// A line of the plot.
  struct Row {
    /// The name.
    var name: String
    /// Where the dot stands.
    var value: Double
    /// What the whisker spans; `nil` for a dot alone.
    var interval: ClosedRange<Double>?
  }

  /// What it shows, read aloud.
  var title: String
  /// The lines, from the top.
  var rows: [Row]
  /// How a number is written.
  var number: (Double) -> String

  private static let width = 720.0
  /// Between the last line of the scale and the numbers.
  private static let gap = 16.0
  private static let step = 24.0
  private static let top = 8.0
  /// A name is cut to as many columns.
  private static let longest = 44

  /// The plot as a picture.
  var canvas: Canvas {
    let left = names
    let right = Self.width - values
    let bottom = Self.top + Double(rows.count) * Self.step
    let scale = Self.scale(to: rows.map { max($0.value, $0.interval?.upperBound ?? 0) }.max() ?? 0)
    func x(_ value: Double) -> Double { left + (right - left) * max(0, value) / scale.end }
    var elements: [Canvas.Element] = []
    for tick in scale.ticks {
      elements.append(
        .line(
          [.init(x(tick), Self.top), .init(x(tick), bottom + 4)],
          Canvas.Stroke(Theme.light.rule, width: 0.75), hasArrowhead: false))
      elements.append(
        .label(
          Canvas.Label(
            number(tick), at: .init(x(tick), bottom + 18), anchor: .middle, size: 11,
            colour: Theme.light.quietInk)))
    }
    for (place, row) in rows.enumerated() {
      let y = Self.top + (Double(place) + 0.5) * Self.step
      elements.append(
        .label(
          Canvas.Label(
            VisibleText.cut(VisibleText.line(row.name), to: Self.longest),
            at: .init(left - 12, y + 4), anchor: .end, size: 12, colour: Theme.light.ink)))
      if let interval = row.interval {
        let stroke = Canvas.Stroke(Palette.blue, width: 2)
        let (low, high) = (x(interval.lowerBound), x(interval.upperBound))
        elements.append(.line([.init(low, y), .init(high, y)], stroke, hasArrowhead: false))
        for end in [low, high] {
          elements.append(
            .line([.init(end, y - 4), .init(end, y + 4)], stroke, hasArrowhead: false))
        }
      }
      elements.append(.circle(.init(x(row.value), y), radius: 4.5, fill: Palette.blue, nil))
      elements.append(
        .label(
          Canvas.Label(
            number(row.value), at: .init(Self.width - 4, y + 4), anchor: .end, size: 12,
            colour: Theme.light.ink)))
    }
    return Canvas(title: title, width: Self.width, height: bottom + 26, elements: elements)
  }

  /// The room that the longest number takes, with the gap before it; at least that of a label of the scale.
  private var values: Double {
    let widest = rows.map { LetterWidths.width(of: number($0.value), size: 12) }.max() ?? 0
    return max(44, Self.gap + widest + 4)
  }

  /// The room that the longest name takes; a letter is some seven points wide.
  private var names: Double {
    let columns = rows.map { min(Self.longest, VisibleText.width(of: $0.name)) }.max() ?? 0
    return 24 + 6.1 * Double(columns)
  }

  /// A scale from 0 to at least some value, with round ticks.
  static func scale(to value: Double) -> (end: Double, ticks: [Double]) {
    guard value > 0, value.isFinite else { return (1, [0, 1]) }
    var unit = 1.0
    while unit * 10 <= value { unit *= 10 }
    while unit > value { unit /= 10 }
    // Up to five steps of 1, 2 or 5 of a power of ten.
    let step = [0.2, 0.5, 1, 2].map { $0 * unit }.first { value / $0 <= 5 } ?? 2 * unit
    let count = Int((value / step - 1e-9).rounded(.up))
    return (step * Double(count), (0...count).map { step * Double($0) })
  }
}
