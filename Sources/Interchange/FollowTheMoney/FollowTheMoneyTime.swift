import Evidence

/// Dates of FollowTheMoney as evidence has them.
enum FollowTheMoneyTime {
  /// The day, month or year of a text; hours are left off. `nil` if it is no date.
  static func date(_ text: String) -> EDTF? {
    let day = String(text.prefix { $0 != "T" && $0 != " " })
    return FollowTheMoneyDate.isDate(day) ? try? EDTF(day) : nil
  }

  /// The date that several values agree on: the finest, if each other one is the beginning of it.
  static func date(_ values: [String]) -> EDTF? {
    let dates = values.compactMap { date($0) }
    guard dates.count == values.count,
      let finest = dates.max(by: { $0.text.utf8.count < $1.text.utf8.count }),
      dates.allSatisfy({ finest.text.hasPrefix($0.text) })
    else { return nil }
    return finest
  }

  /// The time of a link; an end that is not given is unknown, which is not the same as open.
  ///
  /// - Returns: `nil` if nothing is given, or what is given is no time.
  static func time(start: [String], end: [String], date: [String]) -> EDTF? {
    if start.isEmpty, end.isEmpty { return Self.date(date) }
    let (first, last) = (Self.date(start), Self.date(end))
    guard (first == nil) == start.isEmpty, (last == nil) == end.isEmpty else { return nil }
    if let first, first == last { return first }
    return try? EDTF("\(first?.text ?? "")/\(last?.text ?? "")")
  }
}
