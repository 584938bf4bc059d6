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

  /// Whether the link may be in force on a day.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - lead: As in ``limits(lead:)``.
  /// - Returns: `true` if the first day that it can have begun is not later, and the last day that it
  ///   can have ended not earlier.
  func mayBeInForce(on day: Day, lead: Int) -> Bool {
    var start = limits(lead: lead)
    var end = start
    if let when {
      let isSpan = isInterval && time == .span
      if time != .by { start.raise(to: isSpan ? when.start?.first : when.bounds.first) }
      end.lower(to: isSpan ? when.end?.last : when.bounds.last)
    } else if time == .at, head.isThing {
      start.raise(to: head.date?.first)
      end.lower(to: head.date?.last)
    }
    return start.first.map { $0 <= day } ?? true && (end.last.map { day <= $0 } ?? true)
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
