internal import Evidence

/// Dates as a reader says them: `26 June`, `about 2014`, `summer`, `18-27 June`.
enum DateWords {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// A date in words.
  ///
  /// - Parameters:
  ///   - date: The date; what has no plain words (one of a set, years with unknown digits) stays as it was
  ///     written.
  ///   - year: A year that need not be said, since it stands above.
  /// - Returns: The words.
  static func text(_ date: EDTF, in year: Int? = nil) -> String {
    switch date.form {
    case .date(let day): return text(day, in: year) ?? date.text
    case .interval(.date(let start), .date(let end)): return interval(start, end, year) ?? date.text
    case .interval(.date(let start), .open):
      return text(start, in: year).map { "from \($0) on" } ?? date.text
    case .interval(.date(let start), .unknown):
      return text(start, in: year).map { "from \($0) to an unknown day" } ?? date.text
    case .interval(.open, .date(let end)):
      return text(end, in: year).map { "up to \($0)" } ?? date.text
    case .interval(.unknown, .date(let end)):
      return text(end, in: year).map { "from an unknown day to \($0)" } ?? date.text
    case .interval: return date.text
    case .oneOf(let members): return text(members, in: year, joint: " or ") ?? date.text
    case .allOf(let members): return text(members, in: year, joint: " and ") ?? date.text
    }
  }

  /// Up to three dates with a word between them; nothing for ranges, and for more.
  private static func text(_ members: [EDTF.Member], in year: Int?, joint: String) -> String? {
    let words = members.compactMap { member -> String? in
      if case .date(let date) = member { text(date, in: year) } else { nil }
    }
    return words.count == members.count && words.count <= 3 ? words.joined(separator: joint) : nil
  }

  private static func interval(_ start: EDTFDate, _ end: EDTFDate, _ year: Int?) -> String? {
    guard let from = text(start, in: year), let through = text(end, in: year) else { return nil }
    if start.precision == .day, end.precision == .day, !isQualified(start), !isQualified(end),
      let first = start.bounds.first, let last = end.bounds.first, first.year == last.year,
      first.month == last.month
    {
      return "\(first.day)\u{2013}\(through)"
    }
    return "\(from) to \(through)"
  }

  private static func isQualified(_ date: EDTFDate) -> Bool {
    date.isApproximate || date.isUncertain
  }

  private static func text(_ date: EDTFDate, in year: Int?) -> String? {
    guard !date.hasUnspecifiedDigits, let first = date.bounds.first else { return nil }
    let plain: String
    let ending = first.year == year ? "" : " \(first.year)"
    switch date.precision {
    case .day: plain = "\(first.day) \(months[first.month - 1])" + ending
    case .month: plain = months[first.month - 1] + ending
    case .subYear: plain = (date.subYear?.name ?? "") + ending
    case .year:
      // A century or an exponential year is more than one.
      guard date.bounds.last?.year == first.year else { return nil }
      plain = "\(first.year)"
    }
    return (date.isApproximate ? "about " : "") + plain + (date.isUncertain ? "?" : "")
  }
}
