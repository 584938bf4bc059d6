/// One date of an EDTF text: a year, perhaps a month or season, perhaps a day, each with its own
/// unspecified digits and qualifiers.
public struct EDTFDate: Sendable, Hashable {
  /// A component of a date.
  public enum Component: Int, Sendable, Hashable, CaseIterable {
    /// The year.
    case year
    /// The month, or the season or other part of a year in its place.
    case month
    /// The day of the month.
    case day
  }

  /// What `?`, `~` and `%` say of a component.
  public struct Qualifier: Sendable, Hashable {
    /// `?` or `%`: the source may be wrong.
    public var isUncertain: Bool
    /// `~` or `%`: the value is a guess near the truth.
    public var isApproximate: Bool

    /// Neither uncertain nor approximate.
    public static let none = Qualifier(isUncertain: false, isApproximate: false)

    /// Both said of one component.
    func union(_ other: Qualifier) -> Qualifier {
      Qualifier(
        isUncertain: isUncertain || other.isUncertain,
        isApproximate: isApproximate || other.isApproximate)
    }
  }

  /// How fine the date is written.
  public enum Precision: Sendable, Hashable {
    /// A year, decade, century ...
    case year
    /// A season, quarter or other part of a year.
    case subYear
    /// A month.
    case month
    /// A day.
    case day
  }

  /// The years that the written year allows.
  let year: EDTFYear
  /// What stands in the place of the month.
  let month: MonthField?
  /// The day of the month.
  let day: DigitMask?
  /// The qualifiers of year, month and day.
  let qualifiers: [Qualifier]
  /// The time of day and zone as written after `T`. The date is read as its local day.
  public let time: String?
  /// The first and last day that the date can mean, taken strictly.
  public let bounds: DayBounds

  /// What can stand in the place of the month.
  enum MonthField: Sendable, Hashable {
    case month(DigitMask)
    case subYear(SubYear)
  }

  /// Puts a date together; nil if the calendar has no day that fits.
  init?(
    year: EDTFYear, month: MonthField?, day: DigitMask?, qualifiers: [Qualifier], time: String?
  ) {
    guard let bounds = EDTFDate.bounds(year: year, month: month, day: day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.qualifiers = qualifiers
    self.time = time
    self.bounds = bounds
  }

  /// How fine the date is written.
  public var precision: Precision {
    switch (month, day) {
    case (nil, _): .year
    case (.subYear, _): .subYear
    case (_, nil): .month
    default: .day
    }
  }

  /// The season or other part of a year, if the date is one.
  public var subYear: SubYear? {
    if case .subYear(let part) = month { part } else { nil }
  }

  /// Whether a digit is written `X`.
  public var hasUnspecifiedDigits: Bool {
    if case .month(let mask) = month, mask.isUnspecified { return true }
    return year.isUnspecified || (day?.isUnspecified ?? false)
  }

  /// The qualifier that holds for a component.
  /// - Parameter component: A component, written or not.
  /// - Returns: Its qualifier; ``Qualifier/none`` if the date does not have the component.
  public func qualifier(of component: Component) -> Qualifier {
    qualifiers[component.rawValue]
  }

  /// Whether any component is qualified `?` or `%`.
  public var isUncertain: Bool { qualifiers.contains { $0.isUncertain } }
  /// Whether any component is qualified `~` or `%`.
  public var isApproximate: Bool { qualifiers.contains { $0.isApproximate } }

  /// The first and last day, wider by a slack if any component carries `?`, `~` or `%`.
  /// - Parameter slack: Days at either end, 0 or more.
  /// - Returns: The bounds; the strict ones if nothing is qualified.
  public func bounds(slack: Int) -> DayBounds {
    isUncertain || isApproximate ? bounds.widened(by: slack) : bounds
  }
}

// MARK: - Bounds

extension EDTFDate {
  /// The first and last day that fits; nil if none does.
  private static func bounds(year: EDTFYear, month: MonthField?, day: DigitMask?) -> DayBounds? {
    if case .subYear(let part) = month {
      let (start, end, crossesYear) = part.span
      guard let first = Day(year: year.first, month: start.month, day: start.day),
        let last = Day(
          year: year.last + (crossesYear ? 1 : 0), month: end.month, day: end.day)
      else { return nil }
      return DayBounds(first: first, last: last)
    }
    var months = Array(1...12)
    if case .month(let mask) = month { months = months.filter(mask.matches) }
    let days = (1...31).filter { day?.matches($0) ?? true }
    guard let first = firstDay(years: year.candidates, months: months, days: days),
      let last = firstDay(
        years: year.candidates.reversed(), months: months.reversed(), days: days.reversed())
    else { return nil }
    return DayBounds(first: first, last: last)
  }

  /// The first combination, in the given order, that the calendar has. Only a day that few months
  /// or years have, such as `XXXX-02-29`, is not found in the first year tried.
  private static func firstDay(years: [Int], months: [Int], days: [Int]) -> Day? {
    for year in years {
      for month in months {
        for day in days {
          if let found = Day(year: year, month: month, day: day) { return found }
        }
      }
    }
    return nil
  }
}
