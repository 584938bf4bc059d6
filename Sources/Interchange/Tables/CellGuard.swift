/// Keeps spreadsheets from taking a text for a formula: a text that begins with `=`, `+`, `-`, `@`, a
/// tab or a carriage return is written with an apostrophe before it, which is taken off on reading.
///
/// A text that already has apostrophes before such a sign gets one more, so that reading gives back
/// exactly what was written. A plain number such as `-5` is no danger and stays as it is.
enum CellGuard {
  /// What is put before a text.
  static let mark = UInt8(ascii: "'")

  /// Whether a text begins with apostrophes and then a sign that begins a formula.
  static func isGuarded(_ text: some Collection<UInt8>) -> Bool {
    guard text.first == mark, let sign = text.first(where: { $0 != mark }) else { return false }
    return beginsFormula(sign)
  }

  /// Whether a text needs a guard.
  static func needsGuard(_ text: some Collection<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    if first == mark { return isGuarded(text) }
    return beginsFormula(first) && !TableNumber.isPlain(text)
  }

  /// Whether a guard may stand somewhere in a text of many cells.
  static func mayStand(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = text[...]
    while let place = rest.firstIndex(of: mark) {
      rest = rest[(place + 1)...]
      if let next = rest.first, next == mark || beginsFormula(next) { return true }
    }
    return false
  }

  private static func beginsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      true
    default: false
    }
  }
}
