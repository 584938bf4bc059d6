/// A part of a year that stands in the place of the month: seasons, quarters and the like.
///
/// Codes 21 to 24 are seasons "independent of location"; Throughline reads them as northern ones.
/// A season runs from the first day of its first month to the latest equinox or solstice that ends
/// it, so neighbouring seasons overlap: a writer who says "summer 2015" may count by months or by
/// the sun. The season that begins in December ends in the next year.
public struct SubYear: Sendable, Hashable {
  /// The code, 21 to 41.
  public let code: Int

  /// The part of a year with this code, or nil if there is none.
  /// - Parameter code: 21 to 41.
  public init?(code: Int) {
    guard (21...41).contains(code) else { return nil }
    self.code = code
  }

  /// What the code means, in English: `spring`, `summer (southern)`, `second quarter` ...
  public var name: String {
    let seasons = ["spring", "summer", "autumn", "winter"]
    let ordinals = ["first", "second", "third", "fourth"]
    switch code {
    case 21...24: return seasons[code - 21]
    case 25...28: return seasons[code - 25] + " (northern)"
    case 29...32: return seasons[code - 29] + " (southern)"
    case 33...36: return ordinals[code - 33] + " quarter"
    case 37...39: return ordinals[code - 37] + " third"
    default: return ordinals[code - 40] + " half"
    }
  }

  /// The first and last day of this part of a year, as month and day; the last may lie in the next.
  var span: (first: (month: Int, day: Int), last: (month: Int, day: Int), crossesYear: Bool) {
    switch code {
    case 21, 25, 31: ((3, 1), (6, 21), false)
    case 22, 26, 32: ((6, 1), (9, 23), false)
    case 23, 27, 29: ((9, 1), (12, 22), false)
    case 24, 28, 30: ((12, 1), (3, 21), true)
    case 33...36: months(count: 3, index: code - 33)
    case 37...39: months(count: 4, index: code - 37)
    default: months(count: 6, index: code - 40)
    }
  }

  /// The `index`-th run of `count` whole months; none of them ends in February.
  private func months(
    count: Int, index: Int
  ) -> (first: (month: Int, day: Int), last: (month: Int, day: Int), crossesYear: Bool) {
    let end = count * (index + 1)
    return ((end - count + 1, 1), (end, Day.count(inMonth: end, of: 1)), false)
  }
}
