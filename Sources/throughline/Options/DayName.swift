import Evidence

/// Days as the user names them.
enum DayName {
  /// A day from a date that names exactly one.
  static func day(_ text: String) throws -> Day {
    let days = try days(text)
    guard days.lowerBound == days.upperBound else {
      throw Failure(.usage, "'\(text)' is more than one day; write one, such as 2015-06-26")
    }
    return days.lowerBound
  }

  /// The first and the last day of a date or an interval that has both.
  static func days(_ text: String) throws -> ClosedRange<Day> {
    do throws(EDTFError) {
      let date = try EDTF(text)
      if let first = date.first, let last = date.last, first <= last { return first...last }
    } catch {
      throw Failure(.usage, "'\(text)' is no date: \(error.mend)")
    }
    throw Failure(
      .usage, "'\(text)' has no first or no last day; write both, such as 2014-06/2017-03")
  }
}
