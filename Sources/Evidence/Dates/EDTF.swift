/// A date as a source gives it: exact, coarse, doubtful, open at an end, or one of several.
///
/// The notation is the Extended Date/Time Format (ISO 8601-2; Library of Congress specification of
/// 2019). Support, in the words that the specification asks for: **level 2 is supported**, that is
///
/// - level 0: dates (`2015`, `2015-06`, `2015-06-26`), date and time (read as its local day), and
///   intervals (`2014-06/2015`);
/// - level 1: years beyond four digits (`Y170000002`) and before 0 (`-0044`), seasons (`2015-21`
///   to `2015-24`), `?` uncertain, `~` approximate, `%` both, unspecified digits (`201X`), open
///   ends (`2014/..`) and unknown ends (`2014/`);
/// - level 2: exponential years (`Y-17E7`), significant digits (`1950S2`), other parts of a year
///   (codes 25 to 41), one of a set (`[2009,2010]`), all of a set (`{1960,1961-12}`), qualifiers of
///   components (`2004-06~-11`, `?2004-06-~11`), and unspecified digits anywhere (`1X32`).
///
/// ``first`` and ``last`` are strict. A qualifier does not widen them unless a slack is asked for
/// by name, since how far off “about June” may be is a judgement, and the user's.
///
/// **Unknown is not open.** `2014/` ended on some day from 2014 on; `2014/..` has not ended.
///
/// The value keeps its text, so writing it gives back what was read. Two values are equal if their
/// texts are.
public struct EDTF: Sendable {
  /// The text, exactly as written.
  public let text: String
  /// What the text says.
  public let form: Form
  /// The days that the text means, taken strictly.
  public let extent: Extent

  /// What a date text says.
  public enum Form: Sendable, Hashable {
    /// One date, within which the day lies.
    case date(EDTFDate)
    /// A time from some start to some end.
    case interval(start: End, end: End)
    /// `[...]`: the day lies within one of the members.
    case oneOf([Member])
    /// `{...}`: all of the members.
    case allOf([Member])
  }

  /// An end of an interval.
  public enum End: Sendable, Hashable {
    /// It lies within a date.
    case date(EDTFDate)
    /// `..`: there is none.
    case open
    /// Nothing: there is one, and it is not known.
    case unknown
  }

  /// A member of a set.
  public enum Member: Sendable, Hashable {
    /// One date.
    case date(EDTFDate)
    /// `a..b`; nil for “and all earlier” or “and all later”.
    case range(from: EDTFDate?, through: EDTFDate?)
  }

  /// The days that a date text means.
  public enum Extent: Sendable, Hashable {
    /// One day, somewhere within the bounds.
    case day(DayBounds)
    /// A time: its first day lies within `start`, its last within `end`; nil if that end is open.
    case span(start: DayBounds?, end: DayBounds?)
  }

  /// Reads a date.
  /// - Parameter text: An EDTF text, without white space around it.
  /// - Throws: ``EDTFError``, which says where the mistake is and what could have been meant.
  public init(_ text: String) throws(EDTFError) {
    do {
      try self.init(parsing: text)
    } catch {
      throw EDTFMend.completed(error)
    }
  }

  /// Reads a date; an error comes without ``EDTFError/replacements``.
  init(parsing text: String) throws(EDTFError) {
    var parser = EDTFParser(text)
    self.text = text
    self.form = try parser.parse()
    self.extent = form.extent(slack: 0)
  }
}

// MARK: - Days

extension EDTF {
  /// The earliest day, strictly; nil if there is no such bound.
  public var first: Day? { bounds.first }
  /// The latest day, strictly; nil if there is no such bound.
  public var last: Day? { bounds.last }
  /// The earliest and the latest day, strictly.
  public var bounds: DayBounds { extent.bounds }
  /// Where the first day of the time lies; nil if the start is open. For a single day, ``bounds``.
  public var start: DayBounds? { extent.start }
  /// Where the last day of the time lies; nil if the end is open. For a single day, ``bounds``.
  public var end: DayBounds? { extent.end }

  /// The days that the text means, with some slack where it is not sure.
  ///
  /// Only dates that carry `?`, `~` or `%` somewhere are widened: in `2014/2015-06~` the end, not
  /// the start; in `[2009,2010~]` the second member.
  /// - Parameter slack: Days at either end of a qualified date, 0 or more.
  /// - Returns: The extent; ``extent`` itself for slack 0.
  public func extent(slack: Int) -> Extent {
    slack == 0 ? extent : form.extent(slack: slack)
  }

  /// Whether any part is qualified `?` or `%`.
  public var isUncertain: Bool { form.dates.contains { $0.isUncertain } }
  /// Whether any part is qualified `~` or `%`.
  public var isApproximate: Bool { form.dates.contains { $0.isApproximate } }

  /// Whether this is a time from a start to an end.
  public var isInterval: Bool {
    if case .interval = form { true } else { false }
  }
}

extension EDTF.Extent {
  /// The earliest and the latest day of all.
  public var bounds: DayBounds {
    switch self {
    case .day(let bounds): bounds
    case .span(let start, let end): DayBounds(first: start?.first, last: end?.last)
    }
  }

  /// Where the first day lies; nil if the start is open.
  public var start: DayBounds? {
    switch self {
    case .day(let bounds): bounds
    case .span(let start, _): start
    }
  }

  /// Where the last day lies; nil if the end is open.
  public var end: DayBounds? {
    switch self {
    case .day(let bounds): bounds
    case .span(_, let end): end
    }
  }
}

extension EDTF.Form {
  /// Every date in the text, in order.
  public var dates: [EDTFDate] {
    switch self {
    case .date(let date): [date]
    case .interval(let start, let end): [start.date, end.date].compactMap { $0 }
    case .oneOf(let members), .allOf(let members):
      members.flatMap { [$0.from, $0.isRange ? $0.through : nil].compactMap { $0 } }
    }
  }

  /// The days meant, with the dates that carry a qualifier widened.
  func extent(slack: Int) -> EDTF.Extent {
    switch self {
    case .date(let date):
      return .day(date.bounds(slack: slack))
    case .interval(let start, let end):
      let from = start.date?.bounds(slack: slack)
      let through = end.date?.bounds(slack: slack)
      // An unknown end is some day not before the start, and the other way round.
      return .span(
        start: start == .unknown ? DayBounds(first: nil, last: through?.last) : from,
        end: end == .unknown ? DayBounds(first: from?.first, last: nil) : through)
    case .oneOf(let members):
      let froms = members.map { $0.from?.bounds(slack: slack) }
      let throughs = members.map { $0.through?.bounds(slack: slack) }
      return .day(
        DayBounds(
          first: froms.contains(nil) ? nil : froms.compactMap { $0?.first }.min(),
          last: throughs.contains(nil) ? nil : throughs.compactMap { $0?.last }.max()))
    case .allOf(let members):
      // The first of several days is not after any of their last bounds, and so on.
      let froms = members.map { $0.from?.bounds(slack: slack) }
      let throughs = members.map { $0.through?.bounds(slack: slack) }
      return .span(
        start: froms.contains(nil)
          ? nil
          : DayBounds(
            first: froms.compactMap { $0?.first }.min(), last: froms.compactMap { $0?.last }.min()),
        end: throughs.contains(nil)
          ? nil
          : DayBounds(
            first: throughs.compactMap { $0?.first }.max(),
            last: throughs.compactMap { $0?.last }.max()))
    }
  }
}

extension EDTF.End {
  /// The date at this end, if one is written.
  public var date: EDTFDate? {
    if case .date(let date) = self { date } else { nil }
  }
}

extension EDTF.Member {
  /// The date that the member begins with; nil for “and all earlier”.
  public var from: EDTFDate? {
    switch self {
    case .date(let date): date
    case .range(let from, _): from
    }
  }

  /// The date that the member ends with; nil for “and all later”.
  public var through: EDTFDate? {
    switch self {
    case .date(let date): date
    case .range(_, let through): through
    }
  }

  /// Whether this is `a..b`, `..b` or `a..`.
  var isRange: Bool {
    if case .range = self { true } else { false }
  }
}

// MARK: - Order and text

extension EDTF: Hashable {
  /// Whether two dates are written alike.
  /// - Parameters:
  ///   - lhs: A date.
  ///   - rhs: Another date.
  /// - Returns: True if the texts are the same.
  public static func == (lhs: EDTF, rhs: EDTF) -> Bool {
    lhs.text == rhs.text
  }

  /// Feeds the text to a hasher.
  /// - Parameter hasher: The hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
  }
}

extension EDTF: Comparable {
  /// Whether one date sorts before another: by ``first``, then ``last``, then ``text``. An absent
  /// first day sorts before all days, an absent last day after them.
  ///
  /// This is an order for lists. It does not say which of two events came first.
  /// - Parameters:
  ///   - lhs: A date.
  ///   - rhs: Another date.
  /// - Returns: True if `lhs` sorts first.
  public static func < (lhs: EDTF, rhs: EDTF) -> Bool {
    let (a, b) = (lhs.bounds, rhs.bounds)
    if a.first != b.first {
      guard let first = a.first else { return true }
      return b.first.map { first < $0 } ?? false
    }
    if a.last != b.last {
      guard let last = b.last else { return true }
      return a.last.map { $0 < last } ?? false
    }
    return lhs.text < rhs.text
  }
}

extension EDTF: CustomStringConvertible {
  /// The text, exactly as written.
  public var description: String { text }
}

extension EDTF: Codable {
  /// Reads a date from its text.
  /// - Parameter decoder: Holds one string.
  /// - Throws: `DecodingError` with the whole message of ``EDTFError``.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do {
      try self.init(text)
    } catch {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: container.codingPath, debugDescription: error.description,
          underlyingError: error))
    }
  }

  /// Writes the date as its text.
  /// - Parameter encoder: Receives one string.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
