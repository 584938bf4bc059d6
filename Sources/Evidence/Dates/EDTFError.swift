/// Why a text is no EDTF date: what is wrong, where, and how to mend it.
public struct EDTFError: Error, Sendable, Hashable {
  /// What kind of mistake it is.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// There is no text.
    case empty
    /// A character that cannot stand at its place.
    case unexpected
    /// The year is not written with four digits, or `Y` and more than four.
    case year
    /// No such month, or not two digits.
    case month
    /// No such day in this month, or not two digits.
    case day
    /// The time of day is malformed, or stands where only dates may.
    case time
    /// A qualifier `?`, `~` or `%` at the wrong place, or more than one.
    case qualifier
    /// The interval runs backwards, or has no date at all.
    case interval
    /// The set is empty, unclosed, or has a malformed member.
    case set
  }

  /// The text as it was given.
  public let text: String
  /// What kind of mistake it is.
  public let kind: Kind
  /// Where it is: the offset of its first Unicode scalar, counted from 1.
  public let column: Int
  /// What is wrong, in words.
  public let what: String
  /// How to mend it, in words: “write 2015-06-26”.
  public let mend: String
  /// Texts that could have been meant, likeliest first; each is a valid EDTF date.
  public internal(set) var replacements: [String] = []
}

extension EDTFError: CustomStringConvertible {
  /// The whole message on one line.
  public var description: String {
    "“\(text)” is no EDTF date: \(what) (column \(column)); \(mend)"
  }
}
