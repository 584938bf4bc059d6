#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A scale of numbers with round ones marked.
struct Axis {
  let low: Double
  let high: Double
  /// The round numbers, ascending.
  let ticks: [Double]
  private let step: Double
  private let isLogarithmic: Bool

  /// A logarithmic scale, with powers of ten marked, and 2 and 5 times them where it is short.
  ///
  /// - Parameter values: What it must hold, one number or more, all above 0.
  init(logarithmic values: [Double]) {
    let (least, most) = (values.min() ?? 1, values.max() ?? 10)
    // A little room on both sides, so that no point lies on an axis.
    let room = pow(most / least, 0.03) * 1.05
    (low, high) = (least / room, most * room)
    let powers = Int(log10(low).rounded(.down))...Int(log10(high).rounded(.up))
    let multiples = high / low < 300 ? [1.0, 2, 5] : [1]
    // Dividing keeps 0.1 what it reads as.
    ticks = powers.flatMap { power in
      multiples.map { power < 0 ? $0 / pow(10, Double(-power)) : $0 * pow(10, Double(power)) }
    }.filter { [low, high] tick in tick >= low && tick <= high }
    step = 1
    isLogarithmic = true
  }

  /// - Parameters:
  ///   - values: What it must hold, one number or more.
  ///   - isBars: Whether half a unit of room is left on both sides, and only whole numbers are marked.
  init(_ values: [Double], isBars: Bool) {
    let (least, most) = (values.min() ?? 0, values.max() ?? 1)
    let room = isBars ? 0.5 : 0
    low = least - room
    high = most > least || isBars ? most + room : least + 1
    let whole = values.allSatisfy { $0 == $0.rounded() }
    step = max(Self.step((high - low) / 5), whole ? 1 : 0)
    let first = Int((low / step).rounded(.up))
    let last = Int((high / step).rounded(.down))
    isLogarithmic = false
    let step = step
    ticks = first <= last ? (first...last).map { Double($0) * step } : []
  }

  /// How far from low to high, 0 to 1.
  func share(_ value: Double) -> Double {
    isLogarithmic ? log(value / low) / log(high / low) : (value - low) / (high - low)
  }

  /// A round number in as few digits as tell it from the next.
  func words(_ tick: Double) -> String {
    if isLogarithmic {
      return tick < 1
        ? Self.fraction(tick, digits: Int(-log10(tick).rounded(.down))) : "\(Int(tick))"
    }
    if step >= 1 { return "\(Int(tick.rounded()))" }
    var (digits, unit) = (0, step)
    while unit < 0.999, digits < 9 {
      unit *= 10
      digits += 1
    }
    return Self.fraction(tick, digits: digits)
  }

  /// A number with so many digits behind the point.
  private static func fraction(_ tick: Double, digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let count = Int((abs(tick) * scale).rounded())
    let (whole, rest) = (count / Int(scale), count % Int(scale))
    let fraction = String(rest)
    return (tick < 0 && count > 0 ? "-" : "") + "\(whole)."
      + String(repeating: "0", count: digits - fraction.count) + fraction
  }

  /// 1, 2 or 5 times a power of ten, a number or the next above it.
  private static func step(_ least: Double) -> Double {
    var unit = 1.0
    while unit > least { unit /= 10 }
    while unit * 10 <= least { unit *= 10 }
    return [1, 2, 5].map { $0 * unit }.first { $0 >= least } ?? 10 * unit
  }
}
