/// Numbers and truth values as cells of tables hold them. A text is a number only if the number would be
/// written as that text again, so that `007`, `1.50` and `+49` stay what they are.
enum TableNumber {
  /// A whole number of 64 bits, written as one writes it.
  @inline(__always)
  static func integer(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    let isNegative = text.first == UInt8(ascii: "-")
    let first = isNegative ? 1 : 0
    let digits = text.count &- first
    guard digits >= 1, digits <= 19 else { return nil }
    if text[first] == UInt8(ascii: "0") { return digits == 1 && !isNegative ? 0 : nil }
    var value: UInt64 = 0
    for at in first..<text.count {
      let digit = text[at] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value &* 10 &+ UInt64(digit)
    }
    if isNegative {
      return value <= UInt64(Int.max) ? -Int(value) : value == 1 << 63 ? Int.min : nil
    }
    return value <= UInt64(Int.max) ? Int(value) : nil
  }

  /// A finite number with a point or an exponent, as the shortest text that reads back as it.
  static func real(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    guard text.count <= 32, let first = text.first,
      first == UInt8(ascii: "-") || first &- UInt8(ascii: "0") < 10
    else { return nil }
    var cursor = FieldCursor(text, 0..<text.count)
    guard let value = cursor.number(), cursor.at == text.count, value.isFinite else { return nil }
    if isShortDecimal(text) { return value }
    return Array(String(value).utf8).elementsEqual(text) ? value : nil
  }

  /// Whether a text is a plain number, whole or not.
  static func isPlain(_ text: some Collection<UInt8>) -> Bool {
    let text = Array(text.prefix(40))
    return text.withUnsafeBufferPointer { integer($0) != nil || real($0) != nil }
  }

  /// Whether a spreadsheet would take a text for a number and show another text for it.
  static func looksOtherwise(_ text: some Collection<UInt8>) -> Bool {
    guard let first = text.first, first &- UInt8(ascii: "0") < 10 || first == UInt8(ascii: "."),
      text.count <= 400
    else { return false }
    let text = Array(text)
    return text.withUnsafeBufferPointer { text in
      var cursor = FieldCursor(text, 0..<text.count)
      return cursor.number() != nil && cursor.at == text.count && integer(text) == nil
        && real(text) == nil
    }
  }

  /// A truth value: `true` or `false`, also as R, Excel and Python write them.
  static func flag(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
    switch text.count {
    case 4 where ["true", "TRUE", "True"].contains(String(decoding: text, as: UTF8.self)): true
    case 5 where ["false", "FALSE", "False"].contains(String(decoding: text, as: UTF8.self)): false
    default: nil
    }
  }

  /// Few digits, a point among them, no needless zeros, and no need of an exponent: then the text is
  /// the shortest one without trying.
  private static func isShortDecimal(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = text.first == UInt8(ascii: "-") ? 1 : 0
    guard text.count - first <= 16, let point = text.firstIndex(of: UInt8(ascii: ".")),
      point > first, point + 1 < text.count
    else { return false }
    let isBelowOne = text[first] == UInt8(ascii: "0")
    for (at, byte) in text.enumerated() where at >= first && at != point {
      guard byte &- UInt8(ascii: "0") < 10 else { return false }
    }
    let endsWell = text[text.count - 1] != UInt8(ascii: "0") || point + 2 == text.count
    // Below one ten-thousandth numbers are written with an exponent.
    return endsWell && (!isBelowOne || (point == first + 1 && text[point + 1] != UInt8(ascii: "0")))
  }
}

/// The type that holds all values of a column which have been seen.
struct ColumnTyping {
  /// The type so far; `nil` before the first value.
  private(set) var type: AttributeType?
  private var isTooWideForReal = false

  /// Takes in a value.
  ///
  /// - Parameters:
  ///   - text: The text of a cell that is not empty.
  ///   - wasGuarded: Whether it was marked as no formula, and so as a text.
  @inline(__always)
  mutating func note(_ text: UnsafeBufferPointer<UInt8>, wasGuarded: Bool) {
    if type == .text { return }
    type = wasGuarded ? .text : widened(by: text)
  }

  private mutating func widened(by text: UnsafeBufferPointer<UInt8>) -> AttributeType {
    if type != .flag, let number = TableNumber.integer(text) {
      if number > 1 << 53 || number < -(1 << 53) { isTooWideForReal = true }
      return type == .real ? (isTooWideForReal ? .text : .real) : .integer
    }
    if type != .flag, !isTooWideForReal, TableNumber.real(text) != nil { return .real }
    if type == nil || type == .flag, TableNumber.flag(text) != nil { return .flag }
    return .text
  }

  /// The value of a cell under this type.
  func value(_ text: UnsafeBufferPointer<UInt8>) -> AttributeValue {
    switch type {
    case .integer:
      if let number = TableNumber.integer(text) { return .integer(number) }
    case .real:
      if let number = TableNumber.real(text) { return .real(number) }
      if let number = TableNumber.integer(text) { return .real(Double(number)) }
    case .flag:
      if let flag = TableNumber.flag(text) { return .flag(flag) }
    case .text, .json, nil: break
    }
    return .text(String(decoding: text, as: UTF8.self))
  }
}
