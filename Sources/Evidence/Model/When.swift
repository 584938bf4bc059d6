/// The time of a fact: a date, or a place in time relative to something dated.
public enum When: Sendable, Hashable {
  /// A date.
  case date(EDTF)
  /// So long before or after something.
  case relative(Relative)

  /// A time relative to a dated entity.
  public struct Relative: Sendable, Hashable {
    /// Which side of the anchor.
    public enum Side: String, Sendable, Hashable {
      /// Earlier than the anchor.
      case before
      /// Later than the anchor.
      case after
    }

    /// Which side of the anchor.
    public var side: Side
    /// The id of the entity that it is relative to.
    public var anchor: String
    /// The distance as written, such as `1w/8w`; `nil` if only the side is known.
    public var distance: Distance?

    /// Makes a relative time.
    ///
    /// - Parameters:
    ///   - side: Which side of the anchor.
    ///   - anchor: The id of the entity.
    ///   - distance: The distance, if it is known.
    public init(side: Side, anchor: String, distance: Distance? = nil) {
      self.side = side
      self.anchor = anchor
      self.distance = distance
    }
  }

  /// A span between two lengths of time, such as `1w/8w`, or one length, `10d`.
  public struct Distance: Sendable, Hashable, CustomStringConvertible {
    /// The text as written.
    public let text: String
    /// The shortest distance in days.
    public let least: Int
    /// The longest distance in days.
    public let most: Int

    /// Reads `10d`, `1w/8w`, `2m` or `1y`: days, weeks, months of 31 and years of 366 days at most.
    ///
    /// The result is `nil` if it is no distance or runs backwards.
    ///
    /// - Parameter text: The text.
    public init?(_ text: String) {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      guard (1...2).contains(parts.count), let first = Self.days(parts[0]),
        let last = Self.days(parts[parts.count - 1]), first.least <= last.most
      else { return nil }
      self.text = text
      least = first.least
      most = last.most
    }

    private static func days(_ text: Substring) -> (least: Int, most: Int)? {
      guard let unit = text.last, text.count <= 5, let number = Int(text.dropLast()), number >= 0
      else { return nil }
      switch unit {
      case "d": return (number, number)
      case "w": return (number * 7, number * 7)
      case "m": return (number * 28, number * 31)
      case "y": return (number * 365, number * 366)
      default: return nil
      }
    }

    /// The distance as it is written.
    public var description: String { text }
  }
}
