/// Digits of which some are unspecified, such as `X1` or `20`.
struct DigitMask: Sendable, Hashable {
  /// The digits from the left; nil is `X`.
  let digits: [Int?]

  var isUnspecified: Bool { digits.contains(nil) }

  /// The number, if every digit is given.
  var value: Int? {
    digits.reduce(0) { number, digit in
      if let number, let digit { number * 10 + digit } else { nil }
    }
  }

  /// Whether a number has these digits, with leading zeros if need be.
  func matches(_ number: Int) -> Bool {
    var rest = number
    for digit in digits.reversed() {
      if let digit, digit != rest % 10 { return false }
      rest /= 10
    }
    return rest == 0
  }
}

/// The years that a written year allows.
struct EDTFYear: Sendable, Hashable {
  /// The earliest year.
  let first: Int
  /// The latest year.
  let last: Int
  /// The written digits, where some are `X`; otherwise all years from first to last are allowed.
  private let mask: DigitMask?

  /// Any year from `first` to `last`.
  init(first: Int, last: Int) {
    precondition(first <= last, "years run backwards: \(first) to \(last)")
    self.first = first
    self.last = last
    self.mask = nil
  }

  /// The years with these four digits; nil for the year -0, which does not exist.
  init?(_ mask: DigitMask, isNegative: Bool) {
    let years = EDTFYear.years(matching: mask, isNegative: isNegative)
    guard let first = years.first, let last = years.last else { return nil }
    self.first = first
    self.last = last
    self.mask = mask.isUnspecified ? mask : nil
  }

  /// Whether a digit is written `X`.
  var isUnspecified: Bool { mask != nil }

  /// The years that can hold the earliest and the latest day, ascending. Where no digit is `X`,
  /// the two ends are enough: only a year alone can stand for a range.
  var candidates: [Int] {
    if let mask { EDTFYear.years(matching: mask, isNegative: first < 0) } else { [first, last] }
  }

  private static func years(matching mask: DigitMask, isNegative: Bool) -> [Int] {
    let lowest = mask.digits.reduce(0) { $0 * 10 + ($1 ?? 0) }
    let highest = mask.digits.reduce(0) { $0 * 10 + ($1 ?? 9) }
    let magnitudes = (lowest...highest).filter(mask.matches)
    return isNegative ? magnitudes.reversed().filter { $0 != 0 }.map { -$0 } : magnitudes
  }
}
