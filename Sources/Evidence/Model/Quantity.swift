/// A number as sources give it: `5`, `~200`, `>2000`, `<60` or `50..60`.
public struct Quantity: Sendable, Hashable, CustomStringConvertible {
  /// The text as written.
  public let text: String
  /// The least value, or `nil` without a lower bound; exclusive for `>`.
  public let lower: Double?
  /// The greatest value, or `nil` without an upper bound; exclusive for `<`.
  public let upper: Double?
  /// Whether the source gives it as approximate.
  public let isApproximate: Bool

  /// Reads a quantity.
  ///
  /// The result is `nil` if the text is no quantity or not finite.
  ///
  /// - Parameter text: The text; digits may be grouped by commas (`2,000`).
  public init?(_ text: String) {
    var rest = Substring(text)
    isApproximate = rest.first == "~"
    if isApproximate { rest = rest.dropFirst() }
    if let mark = rest.first, mark == ">" || mark == "<" {
      guard let bound = Self.number(rest.dropFirst()) else { return nil }
      lower = mark == ">" ? bound : nil
      upper = mark == "<" ? bound : nil
    } else if let dots = Self.dots(in: rest) {
      guard let low = Self.number(rest[..<dots.lowerBound]),
        let high = Self.number(rest[dots.upperBound...]), low <= high
      else { return nil }
      lower = low
      upper = high
    } else {
      guard let value = Self.number(rest) else { return nil }
      lower = value
      upper = value
    }
    self.text = text
  }

  private static func dots(in text: Substring) -> Range<Substring.Index>? {
    guard
      let first = text.indices.first(where: { text[$0...].hasPrefix("..") })
    else { return nil }
    return first..<text.index(first, offsetBy: 2)
  }

  private static func number(_ text: Substring) -> Double? {
    guard let first = text.first, first == "-" || first.isASCII && first.isNumber,
      text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == "," || $0 == "-") }),
      let value = Double(text.filter { $0 != "," }), value.isFinite
    else { return nil }
    return value
  }

  /// The single value that the text gives, if it gives one.
  public var value: Double? { lower == upper ? lower : nil }

  /// The text as written.
  public var description: String { text }

  /// Whether two quantities cannot both be right.
  ///
  /// Bounds are compared as sets of numbers. Rounding is not error: an approximate value covers a
  /// tenth to either side, the looseness of journalists' round figures.
  ///
  /// - Parameter other: The other quantity.
  /// - Returns: `true` if no number satisfies both.
  public func contradicts(_ other: Quantity) -> Bool {
    func low(_ q: Quantity) -> Double {
      q.lower.map { q.isApproximate ? $0 - abs($0) / 10 : $0 } ?? -.infinity
    }
    func high(_ q: Quantity) -> Double {
      q.upper.map { q.isApproximate ? $0 + abs($0) / 10 : $0 } ?? .infinity
    }
    let start = max(low(self), low(other))
    let end = min(high(self), high(other))
    if start > end { return true }
    guard start == end else { return false }
    // The two share one number only: an exclusive bound at that number leaves nothing.
    func excludes(_ q: Quantity) -> Bool {
      guard !q.isApproximate else { return false }
      return q.upper == nil && q.lower == start || q.lower == nil && q.upper == start
    }
    return excludes(self) || excludes(other)
  }
}

/// How much of a collective a statement speaks of.
public enum Share: Sendable, Hashable, CustomStringConvertible {
  /// So many of so many.
  case fraction(Int, of: Int)
  /// More than half.
  case most
  /// Some.
  case some
  /// Every one: the default.
  case all

  /// Reads `6/8`, `most`, `some` or `all`.
  ///
  /// The result is `nil` if it is none of these or the part exceeds the whole.
  ///
  /// - Parameter text: The text.
  public init?(_ text: String) {
    switch text {
    case "most": self = .most
    case "some": self = .some
    case "all": self = .all
    default:
      let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
      guard parts.count == 2, let part = parts[0], let whole = parts[1], part >= 0, whole > 0,
        part <= whole
      else { return nil }
      self = .fraction(part, of: whole)
    }
  }

  /// Whether a statement with this share reaches each named member.
  public var coversEveryMember: Bool {
    switch self {
    case .all: true
    case .fraction(let part, let whole): part == whole
    case .most, .some: false
    }
  }

  /// The share as it is written.
  public var description: String {
    switch self {
    case .fraction(let part, let whole): "\(part)/\(whole)"
    case .most: "most"
    case .some: "some"
    case .all: "all"
    }
  }
}
