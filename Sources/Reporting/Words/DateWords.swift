internal import Evidence

/// Dates as a reader says them: `26 June 2015`, `about 2014`, `before 2016`, `between January and March 2015`.
///
/// The one rule for everything that people read: terminal, tables, pages, pictures and reports. JSON, YAML and
/// comma-separated values keep the date as it was given.
struct DateWords {
  /// The words, which may be those of another language.
  let words: Words

  /// Dates in the bundled words.
  static let standard = DateWords(words: .standard)

  /// The names of the months.
  var months: [String] { (1...12).map { month($0) } }

  /// A date in the bundled words.
  ///
  /// - Parameters:
  ///   - date: The date.
  ///   - year: A year that need not be said, since it stands above.
  /// - Returns: The words.
  static func text(_ date: EDTF, in year: Int? = nil) -> String {
    standard.inline(date, in: year).plain
  }

  /// A date that is written, in the bundled words; what is no date stays as it is.
  static func text(_ written: String) -> String { standard.inline(written).plain }

  /// A day in the bundled words.
  static func text(_ day: Day) -> String { text(day.description) }

  /// A distance in time in the bundled words.
  static func text(_ distance: When.Distance) -> String { standard.inline(distance).plain }

  /// A distance in time: `1 to 8 weeks` for `1w/8w`, in days where its ends have different units.
  func inline(_ distance: When.Distance) -> [Inline] {
    let parts = distance.text.split(separator: "/").map { (Int($0.dropLast()), $0.last) }
    var (least, most, unit) = (distance.least, distance.most, Character("d"))
    if let first = parts.first, let last = parts.last, let from = first.0, let to = last.0,
      let letter = first.1, letter == last.1
    {
      (least, most, unit) = (from, to, letter)
    }
    return words(
      "distance.\(unit)",
      ["n": .count(most), "least": .text(least == most ? "" : "\(least)")])
  }

  /// A date that is written; what is no date stays as it is.
  func inline(_ written: String) -> [Inline] {
    do throws(EDTFError) {
      return inline(try EDTF(written))
    } catch {
      return [.unbroken(written)]
    }
  }

  /// A date in words.
  ///
  /// An interval may be a time or the bounds of an unknown day; the words say only what both have in common.
  ///
  /// - Parameters:
  ///   - date: The date; what has no plain words (many of a set, a year of more than four digits) stays as it was
  ///     written.
  ///   - year: A year that need not be said, since it stands above.
  /// - Returns: The words.
  func inline(_ date: EDTF, in year: Int? = nil) -> [Inline] {
    said(date.form, in: year) ?? [.unbroken(date.text)]
  }

  private func said(_ form: EDTF.Form, in year: Int?) -> [Inline]? {
    switch form {
    case .date(let date): return said(date, in: year)
    case .interval(.date(let start), .date(let end)): return between(start, end, year)
    case .interval(.date(let start), .open):
      return said(start, in: year).map { words("date.from", ["date": .inline($0)]) }
    case .interval(.date(let start), .unknown):
      return said(start, in: year).map { words("date.from-to-unknown", ["date": .inline($0)]) }
    case .interval(.open, .date(let end)): return upTo(end, in: year)
    case .interval(.unknown, .date(let end)):
      return said(end, in: year).map { words("date.from-unknown-to", ["date": .inline($0)]) }
    case .interval: return nil
    case .oneOf(let members): return said(members, in: year, last: "list.or")
    case .allOf(let members): return said(members, in: year, last: "list.and")
    }
  }

  /// Up to three dates as a list; nothing for ranges, and for more.
  private func said(_ members: [EDTF.Member], in year: Int?, last: String) -> [Inline]? {
    let dates = members.compactMap { member -> [Inline]? in
      if case .date(let date) = member { said(date, in: year) } else { nil }
    }
    return dates.count == members.count && dates.count <= 3 ? words.list(dates, last) : nil
  }

  private func between(_ start: EDTFDate, _ end: EDTFDate, _ year: Int?) -> [Inline]? {
    guard let first = start.bounds.first, let last = end.bounds.first else { return nil }
    if start.isPlainDay, end.isPlainDay, first.year == last.year, first.month == last.month {
      return [
        .unbroken(
          words.plain(
            "date.days",
            [
              "from": .text("\(first.day)"), "to": .text("\(last.day)"),
              "month": .text(month(last.month)),
              "year": .text(last.year == year ? "" : "\(last.year)"),
            ]))
      ]
    }
    // The year is said once if it is the same.
    guard let from = said(start, in: first.year == last.year ? last.year : year),
      let to = said(end, in: year)
    else { return nil }
    return words("date.between", ["from": .inline(from), "to": .inline(to)])
  }

  /// What ends with a month or a year has ended before the next one begins; that cannot be misread.
  private func upTo(_ end: EDTFDate, in year: Int?) -> [Inline]? {
    guard !end.isApproximate, !end.isUncertain, !end.hasUnspecifiedDigits,
      end.precision == .month || end.precision == .year, let last = end.bounds.last
    else { return said(end, in: year).map { words("date.up-to", ["date": .inline($0)]) } }
    let date =
      last.month == 12
      ? "\(last.year + 1)"
      : month(last.month + 1, of: last.year == year ? nil : last.year)
    return words("date.before", ["date": .inline([.unbroken(date)])])
  }

  private func said(_ date: EDTFDate, in year: Int?) -> [Inline]? {
    guard let plain = plain(date, in: year) else { return nil }
    var said: [Inline] = [.unbroken(plain)]
    if date.isApproximate { said = words("date.about", ["date": .inline(said)]) }
    if date.isUncertain { said = words("date.perhaps", ["date": .inline(said)]) }
    return said
  }

  /// A date without what is doubtful of it.
  private func plain(_ date: EDTFDate, in year: Int?) -> String? {
    guard let first = date.bounds.first, let last = date.bounds.last else { return nil }
    if date.hasUnspecifiedDigits { return plain(from: first, to: last, in: year) }
    switch date.precision {
    case .day:
      return words.plain(
        "date.day",
        [
          "day": .text("\(first.day)"), "month": .text(month(first.month)),
          "year": .text(first.year == year ? "" : "\(first.year)"),
        ])
    case .month: return month(first.month, of: first.year == year ? nil : first.year)
    case .subYear:
      guard let part = date.subYear else { return nil }
      guard first.year != year, (21...24).contains(part.code) else {
        return part.name + (first.year == year ? "" : " \(first.year)")
      }
      return words.plain("season.\(part.code)", ["year": .text("\(first.year)")])
    case .year: return plain(from: first, to: last, in: nil)
    }
  }

  /// A whole month, year, decade or century; nothing for any other time.
  private func plain(from first: Day, to last: Day, in year: Int?) -> String? {
    let years = last.year - first.year + 1
    guard first.year > 0, first.day == 1, last.day == Day.count(inMonth: last.month, of: last.year)
    else { return nil }
    if years == 1, first.month == last.month {
      return month(first.month, of: first.year == year ? nil : first.year)
    }
    guard first.month == 1, last.month == 12 else { return nil }
    if years == 1 { return "\(first.year)" }
    guard [10, 100].contains(years), first.year.isMultiple(of: years) else { return nil }
    return words.plain("date.decade", ["year": .text("\(first.year)")])
  }

  private func month(_ number: Int) -> String { words.plain("month.\(number)") }

  private func month(_ number: Int, of year: Int?) -> String {
    words.plain(
      "date.month",
      ["month": .text(month(number)), "year": .text(year.map { "\($0)" } ?? "")])
  }
}

extension EDTFDate {
  /// Whether it is one day without doubt.
  fileprivate var isPlainDay: Bool {
    precision == .day && !isApproximate && !isUncertain && !hasUnspecifiedDigits
  }
}
