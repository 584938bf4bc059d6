import Evidence

/// Dates as FollowTheMoney knows them: `2015`, `2015-06`, `2015-06-26`.
///
/// It knows no doubt and no open ends, so a date is cut to what holds for every day that it can mean; one
/// that is approximate or uncertain is cut by one more part. What is left of it may be nothing; the whole
/// stands in the description.
enum FollowTheMoneyDate {
  /// The date of something that was on one day, or within one month or year.
  static func point(_ date: EDTF) -> String? {
    date.isInterval ? nil : text(date.bounds, isSure: isSure(date))
  }

  /// The start of a time.
  static func start(_ date: EDTF) -> String? {
    date.isInterval ? date.start.flatMap { text($0, isSure: isSure(date)) } : nil
  }

  /// The end of a time.
  static func end(_ date: EDTF) -> String? {
    date.isInterval ? date.end.flatMap { text($0, isSure: isSure(date)) } : nil
  }

  /// Whether a text is a date that FollowTheMoney reads as it stands.
  static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      parts.allSatisfy({
        $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      })
    else { return false }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers[0] > 0 else { return false }
    return Day(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : 1,
      day: numbers.count > 2 ? numbers[2] : 1) != nil
  }

  private static func isSure(_ date: EDTF) -> Bool { !date.isApproximate && !date.isUncertain }

  private static func text(_ bounds: DayBounds, isSure: Bool) -> String? {
    guard let first = bounds.first, let last = bounds.last, (1...9999).contains(first.year),
      first.year == last.year
    else { return nil }
    var parts = first.month != last.month ? 1 : first.day != last.day ? 2 : 3
    if !isSure { parts -= 1 }
    return parts == 0 ? nil : String(first.description.prefix([4, 7, 10][parts - 1]))
  }
}
