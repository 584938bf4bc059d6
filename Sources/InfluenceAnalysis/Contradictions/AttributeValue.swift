import Evidence

/// Compares what two statements say of one attribute of one subject.
enum AttributeValue {
  /// The value as the statement has it, a denied one with `not`.
  static func words(of statement: Statement) -> String {
    guard case .attribute(_, let value) = statement.predicate else { return "" }
    return statement.stance.isDenial ? "not \(value)" : value
  }

  /// Whether two statements cannot both be right.
  ///
  /// Two affirmations conflict if their values exclude each other; an affirmation and a denial if
  /// they speak of the same value; two denials never, except that to deny both yes and no leaves
  /// nothing.
  static func conflict(
    _ one: Statement, _ other: Statement, type: AttributeDefinition.ValueType
  ) -> Bool {
    guard case .attribute(_, let a) = one.predicate, case .attribute(_, let b) = other.predicate,
      mayHoldTogether(one, other)
    else { return false }
    if type == .yesNo { return isYes(a, one.stance) != isYes(b, other.stance) }
    switch (one.stance.isDenial, other.stance.isDenial) {
    case (true, true): return false
    case (false, false): return excludes(a, b, type: type)
    default: return VoiceBook.fold(a) == VoiceBook.fold(b)
    }
  }

  private static func isYes(_ value: String, _ stance: Stance) -> Bool {
    (value == "yes") != stance.isDenial
  }

  private static func excludes(
    _ one: String, _ other: String, type: AttributeDefinition.ValueType
  ) -> Bool {
    switch type {
    case .number:
      guard let a = Quantity(one), let b = Quantity(other) else { return false }
      return a.contradicts(b)
    case .date: return areApart(try? EDTF(one), try? EDTF(other))
    case .text, .yesNo: return VoiceBook.fold(one) != VoiceBook.fold(other)
    }
  }

  /// Whether two statements may speak of one time and of the same part of a collective.
  private static func mayHoldTogether(_ one: Statement, _ other: Statement) -> Bool {
    guard one.share == other.share else { return false }
    guard case .date(let a) = one.when, case .date(let b) = other.when else { return true }
    return !areApart(a, b)
  }

  /// Whether two dates have no day in common.
  static func areApart(_ one: EDTF?, _ other: EDTF?) -> Bool {
    guard let a = one?.bounds, let b = other?.bounds else { return false }
    func isBefore(_ left: DayBounds, _ right: DayBounds) -> Bool {
      if let last = left.last, let first = right.first { last < first } else { false }
    }
    return isBefore(a, b) || isBefore(b, a)
  }
}
