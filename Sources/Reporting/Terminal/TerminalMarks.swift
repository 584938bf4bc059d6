/// Numbers drawn with block and box characters, one line high.
///
/// Every mark stands beside the number that it shows and never in its place.
enum TerminalMarks {
  private static let eighths = [
    "", "\u{258F}", "\u{258E}", "\u{258D}", "\u{258C}", "\u{258B}", "\u{258A}", "\u{2589}",
  ]
  private static let heights: [Character] = [
    "\u{2581}", "\u{2582}", "\u{2583}", "\u{2584}", "\u{2585}", "\u{2586}", "\u{2587}", "\u{2588}",
  ]

  /// A bar as long as a share, to an eighth of a cell.
  ///
  /// - Parameters:
  ///   - share: From 0, which draws nothing, to 1; beyond that and for NaN it is cut.
  ///   - cells: The length of a full bar.
  /// - Returns: At most as many characters as cells.
  static func bar(_ share: Double, cells: Int) -> String {
    let share = share.isFinite ? min(max(share, 0), 1) : 0
    let filled = Int((share * Double(cells * 8)).rounded())
    return String(repeating: "\u{2588}", count: filled / 8) + eighths[filled % 8]
  }

  /// An interval with its middle on an axis: `├───●──┤`.
  ///
  /// - Parameters:
  ///   - low: The lower end.
  ///   - middle: What lies between; drawn above an end that falls into the same cell.
  ///   - high: The upper end.
  ///   - axis: What the first and the last cell stand for.
  ///   - cells: The length of the axis, 1 or more.
  /// - Returns: As many characters as cells.
  static func whisker(
    low: Double, middle: Double, high: Double, on axis: ClosedRange<Double>, cells: Int
  ) -> String {
    let width = axis.upperBound - axis.lowerBound
    func cell(_ value: Double) -> Int {
      guard width > 0, value.isFinite else { return 0 }
      let share = min(max((value - axis.lowerBound) / width, 0), 1)
      return Int((share * Double(cells - 1)).rounded())
    }
    let (first, last) = (cell(min(low, high)), cell(max(low, high)))
    var line = (0..<cells).map { place -> Character in
      switch place {
      case first where first == last: "\u{2502}"
      case first: "\u{251C}"
      case last: "\u{2524}"
      case first..<last: "\u{2500}"
      // A blank that no table breaks at.
      default: "\u{00A0}"
      }
    }
    line[cell(middle)] = "\u{25CF}"
    return String(line)
  }

  /// Columns as high as numbers, the highest full.
  ///
  /// - Parameter values: Numbers of 0 or more; others count as 0. What is above 0 is never drawn as nothing.
  /// - Returns: One character a number: a space for 0.
  static func sparkline(_ values: [Double]) -> String {
    let values = values.map { $0.isFinite ? max($0, 0) : 0 }
    guard let most = values.max(), most > 0 else {
      return String(repeating: " ", count: values.count)
    }
    return String(
      values.map { value in
        value == 0 ? " " : heights[max(0, Int((value / most * 8).rounded(.up)) - 1)]
      })
  }

  /// How many values fall into each of some ranges of equal width, from the least value to the largest.
  ///
  /// - Parameters:
  ///   - values: The values; those that are not finite are left out.
  ///   - bins: How many ranges, 1 or more.
  /// - Returns: The counts; all values in the first if they are equal.
  static func histogram(_ values: [Double], bins: Int) -> [Double] {
    let values = values.filter(\.isFinite)
    guard let least = values.min(), let most = values.max() else {
      return Array(repeating: 0, count: bins)
    }
    var counts = Array(repeating: 0.0, count: bins)
    for value in values {
      let share = most > least ? (value - least) / (most - least) : 0
      counts[min(Int(share * Double(bins)), bins - 1)] += 1
    }
    return counts
  }
}
