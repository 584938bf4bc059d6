/// The positions of `0 ..< count` that chance draws, each with the same probability and on its own,
/// in ascending order.
///
/// Between two drawn positions lies a gap with a geometric distribution, floor(ln U / ln(1 - p)) for
/// a U drawn evenly, so positions that are not drawn cost nothing [Batagelj2005].
struct DrawnPositions {
  private let count: Int
  /// ln(1 - p).
  private let logarithm: Double
  private var nextPosition = 0

  /// Starts before the first position.
  ///
  /// - Parameters:
  ///   - count: The number of positions.
  ///   - probability: The probability of each, 0 to 1.
  init(count: Int, probability: Double) {
    self.count = probability > 0 ? count : 0
    logarithm =
      probability < 1 ? Double.naturalLogarithm(onePlus: -probability) : -Double.infinity
  }

  /// The next drawn position, or nil if there is none.
  @inline(__always)
  mutating func next(using generator: inout SeededGenerator) -> Int? {
    let remaining = count - nextPosition
    if remaining <= 0 { return nil }
    let gap = (1 - generator.nextUnit()).naturalLogarithm / logarithm
    // A gap beyond all whole numbers, or 0 / 0 for a vanishing probability, is one beyond the end.
    guard gap < 0x1p62, Int(gap) < remaining else {
      nextPosition = count
      return nil
    }
    defer { nextPosition += Int(gap) + 1 }
    return nextPosition + Int(gap)
  }
}
