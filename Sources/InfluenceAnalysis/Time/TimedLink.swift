import Evidence

/// One link of a chain as far as time is concerned.
struct TimedLink: Sendable {
  /// An end of the link.
  struct End: Sendable {
    /// The id of the entity.
    var id: String
    /// Whether it is something that happens or comes out on a day: an attack, event or publication.
    var isThing = false
    /// Whether it is an attack.
    var isAttack = false
    /// The day of a thing.
    var date: DayBounds?
    /// When a person was born.
    var born: DayBounds?
    /// When a person died.
    var died: DayBounds?
  }

  /// The entity that influences.
  var tail: End
  /// The entity that is influenced.
  var head: End
  /// How the date of the relation binds.
  var time: Relation.Timing
  /// Whether the two must have been in touch.
  var contact: Bool
  /// Whether the tail must have been alive.
  var alive: Bool
  /// The date of the fact.
  var when: EDTF.Extent?
  /// Whether that date is a time from a start to an end.
  var isInterval: Bool
  /// The last day on which a source reported it; it cannot have reported the future.
  var reported: Day?
}

extension TimedLink {
  /// The days that the link allows by itself, `nil` where unbounded on a side.
  ///
  /// - Parameter lead: For how many days before an attack an undated contact may have led to it.
  /// - Returns: The first and the last day.
  func limits(lead: Int) -> Limits {
    var limits = Limits(last: reported)
    if tail.isThing { limits.raise(to: tail.date?.first) }
    if head.isThing { limits.lower(to: head.date?.last) }
    if contact, head.isAttack, when == nil {
      limits.raise(to: head.date?.first.map { $0.adding(days: -lead) })
    }
    limits.raise(to: tail.born?.first)
    limits.raise(to: head.born?.first)
    limits.lower(to: head.died?.last)
    if contact || alive { limits.lower(to: tail.died?.last) }
    return limits
  }

  /// When the link can have begun and ended, `nil` where that end is open.
  ///
  /// - Parameters:
  ///   - lead: As in ``limits(lead:)``.
  ///   - outlastsReport: Whether a state that a source reports may have gone on after the report. For
  ///     the order of a chain that makes no difference worth having: influence needs one day only.
  /// - Returns: The days of the start and of the end.
  func window(lead: Int, outlastsReport: Bool = false) -> (start: Limits?, end: Limits?) {
    let limits = limits(lead: lead)
    func cut(_ bounds: DayBounds) -> Limits {
      var result = limits
      result.raise(to: bounds.first)
      result.lower(to: bounds.last)
      return result
    }
    guard let when else {
      if time == .at, head.isThing, let date = head.date { return (cut(date), cut(date)) }
      guard time == .span, outlastsReport else { return (limits, limits) }
      return (limits, withoutReport.limits(lead: lead))
    }
    if time == .span, isInterval {
      let ends = withoutReport.limits(lead: lead)
      let lastsToDeath = outlastsReport && when.end == nil && ends.last != nil
      return (when.start.map(cut), lastsToDeath ? Limits(last: ends.last) : when.end.map(cut))
    }
    let bounds = when.bounds
    let day = cut(time == .by ? DayBounds(first: nil, last: bounds.last) : bounds)
    return (day, day)
  }

  private var withoutReport: TimedLink {
    var link = self
    link.reported = nil
    return link
  }

  /// Whether the link is in force on a day: certainly if it must have begun by then and cannot have
  /// ended before, possibly if it can have begun and can still have gone on.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - lead: As in ``limits(lead:)``.
  /// - Returns: How surely it is.
  func inForce(on day: Day, lead: Int) -> InForce {
    let (start, end) = window(lead: lead, outlastsReport: true)
    // An open start has begun before any day, an open end comes after any; a bound that is missing
    // from a start or end that exists is unknown.
    let hasBegun = start.map { $0.last.map { $0 <= day } ?? false } ?? true
    let goesOn = end.map { $0.first.map { day <= $0 } ?? false } ?? true
    if hasBegun, goesOn { return .certainly }
    let mayHaveBegun = start.map { $0.first.map { $0 <= day } ?? true } ?? true
    let mayGoOn = end.map { $0.last.map { day <= $0 } ?? true } ?? true
    return mayHaveBegun && mayGoOn ? .possibly : .notInForce
  }
}

/// A first and a last day, which may exclude each other.
struct Limits: Sendable, Equatable {
  /// The first day; `nil` if unbounded.
  var first: Day?
  /// The last day; `nil` if unbounded.
  var last: Day?

  init(first: Day? = nil, last: Day? = nil) {
    self.first = first
    self.last = last
  }

  /// Whether no day is left.
  var isEmpty: Bool {
    if let first, let last { first > last } else { false }
  }

  /// Moves the first day on to another, if that is later.
  mutating func raise(to day: Day?) {
    if let day { first = first.map { max($0, day) } ?? day }
  }

  /// Moves the last day back to another, if that is earlier.
  mutating func lower(to day: Day?) {
    if let day { last = last.map { min($0, day) } ?? day }
  }
}
