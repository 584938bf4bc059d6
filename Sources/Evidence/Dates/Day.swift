/// A day of the proleptic Gregorian calendar, without time of day or zone.
///
/// The calendar is carried back before 1582 with today's rules, and has a year 0 before year 1, as
/// ISO 8601 wants it. A day is a plain count, so comparing and subtracting days is exact and fast.
public struct Day: Sendable, Hashable {
  /// Days since 1970-01-01; negative before it.
  public let daysSinceEpoch: Int

  /// The years that a day can be made from; wide enough for any written year, and far from overflow.
  public static let years = -999_999_999_999...999_999_999_999

  /// The day that is so many days after 1970-01-01.
  /// - Parameter daysSinceEpoch: Days since 1970-01-01; negative before it.
  public init(daysSinceEpoch: Int) {
    self.daysSinceEpoch = daysSinceEpoch
  }

  /// The day with this date, or nil if the calendar has no such day.
  /// - Parameters:
  ///   - year: The year, within ``years``; 0 is the year before 1.
  ///   - month: The month, 1 to 12.
  ///   - day: The day of the month, from 1.
  public init?(year: Int, month: Int, day: Int) {
    guard Day.years.contains(year), (1...12).contains(month), day >= 1,
      day <= Day.count(inMonth: month, of: year)
    else { return nil }
    self.init(daysSinceEpoch: Day.ordinal(year: year, month: month) + day - 1)
  }

  /// The year; 0 is the year before 1.
  public var year: Int { parts.year }
  /// The month, 1 to 12.
  public var month: Int { parts.month }
  /// The day of the month, from 1.
  public var day: Int { parts.day }

  /// Whether a year has a 29 February.
  /// - Parameter year: Any year; 0 is the year before 1.
  /// - Returns: True for a leap year.
  public static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// How many days a month has.
  /// - Parameters:
  ///   - month: The month, 1 to 12.
  ///   - year: The year, which decides about February.
  /// - Returns: 28 to 31.
  public static func count(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

// MARK: - Arithmetic

extension Day {
  /// The day so many days later.
  /// - Parameter days: How many; negative for earlier.
  /// - Returns: The day reached.
  public func adding(days: Int) -> Day {
    Day(daysSinceEpoch: daysSinceEpoch + days)
  }

  /// The same day of the month so many months later, or that month's last day if it is shorter.
  /// - Parameter months: How many; negative for earlier.
  /// - Returns: The day reached; 31 January plus one month is the last day of February.
  public func adding(months: Int) -> Day {
    let here = parts
    let total = here.year * 12 + (here.month - 1) + months
    let year = Day.floorDivide(total, 12)
    let month = total - year * 12 + 1
    let day = min(here.day, Day.count(inMonth: month, of: year))
    return Day(daysSinceEpoch: Day.ordinal(year: year, month: month) + day - 1)
  }

  /// The same date so many years later; 29 February becomes the 28th in a common year.
  /// - Parameter years: How many; negative for earlier.
  /// - Returns: The day reached.
  public func adding(years: Int) -> Day {
    adding(months: years * 12)
  }

  /// How many days lie between two days.
  /// - Parameter other: The day to count to.
  /// - Returns: Positive if `other` is later, 0 for the same day.
  public func days(to other: Day) -> Int {
    other.daysSinceEpoch - daysSinceEpoch
  }

  // A year is counted from March, so that the leap day is its last: then the days before month m
  // (0 = March) are (153m + 2) / 5, and 400 years are always 146,097 days. 719,468 is the number
  // of days from 0000-03-01 to 1970-01-01.

  /// Days since 1970-01-01 of the first of a month.
  private static func ordinal(year: Int, month: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let cycle = floorDivide(marchYear, 400)
    let yearOfCycle = marchYear - cycle * 400
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5
    let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
    return cycle * 146_097 + dayOfCycle - 719_468
  }

  /// The written parts of this day: ``ordinal(year:month:)`` undone.
  private var parts: (year: Int, month: Int, day: Int) {
    let shifted = daysSinceEpoch + 719_468
    let cycle = Day.floorDivide(shifted, 146_097)
    let dayOfCycle = shifted - cycle * 146_097
    // Leap days so far are taken out, so that a plain division by 365 finds the year.
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  private static func floorDivide(_ a: Int, _ b: Int) -> Int {
    let quotient = a / b
    return a % b < 0 ? quotient - 1 : quotient
  }
}

extension Day: Comparable {
  /// Whether the first day is the earlier one.
  /// - Parameters:
  ///   - lhs: A day.
  ///   - rhs: Another day.
  /// - Returns: True if `lhs` is before `rhs`.
  public static func < (lhs: Day, rhs: Day) -> Bool {
    lhs.daysSinceEpoch < rhs.daysSinceEpoch
  }
}

// MARK: - Text

extension Day: LosslessStringConvertible {
  /// The day as ISO 8601 writes it: `2015-06-26`; `-0044-03-15` before year 0, and with a sign and
  /// as many digits as it takes after year 9999 (`+12345-06-07`).
  public var description: String {
    let (year, month, day) = parts
    let sign = year < 0 ? "-" : year > 9999 ? "+" : ""
    return sign + Day.padded(year.magnitude, to: 4) + "-" + Day.padded(month.magnitude, to: 2)
      + "-" + Day.padded(day.magnitude, to: 2)
  }

  /// The day that ``description`` writes so, or nil if it would write it otherwise.
  /// - Parameter description: `YYYY-MM-DD`, or with a sign outside the years 0 to 9999.
  public init?(_ description: String) {
    let isNegative = description.hasPrefix("-")
    let unsigned =
      isNegative || description.hasPrefix("+") ? description.dropFirst() : description[...]
    let fields = unsigned.split(separator: "-", omittingEmptySubsequences: false)
    guard fields.count == 3, let year = Int(fields[0]), let month = Int(fields[1]),
      let day = Int(fields[2]),
      let value = Day(year: isNegative ? -year : year, month: month, day: day),
      value.description == description
    else { return nil }
    self = value
  }

  private static func padded(_ number: UInt, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension Day: Codable {
  /// Reads the day from its ISO 8601 text.
  /// - Parameter decoder: Holds one string.
  /// - Throws: `DecodingError` if the string is no day.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = Day(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(text)” is no day; write it as 2015-06-26")
    }
    self = day
  }

  /// Writes the day as its ISO 8601 text.
  /// - Parameter encoder: Receives one string.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
