import Evidence

/// Reads the texts of values by the types of their keys.
enum GraphMLValue {
  /// What a text holds.
  enum Reading {
    case value(AttributeValue)
    /// No value, as an empty text where a number should be.
    case none
    /// Not a number, or an infinite one.
    case notFinite
  }

  /// The value of a text.
  ///
  /// - Throws: ``Fault`` with offset 0 if the text does not fit the type.
  static func value(
    _ bytes: UnsafeBufferPointer<UInt8>, _ kind: GraphMLKey.Kind
  ) throws(Fault) -> Reading {
    switch kind {
    case .text: return .value(.text(String(decoding: bytes, as: UTF8.self)))
    case .json: return .value(JSONCell.value(of: String(decoding: bytes, as: UTF8.self)))
    default: break
    }
    let text = trimmed(bytes)
    guard !text.isEmpty else { return .none }
    switch kind {
    case .integer:
      guard let number = integer(text) else {
        throw unfit(text, "no whole number of 64 bits", "write one, or declare the key as double")
      }
      return .value(.integer(number))
    case .real:
      guard let number = real(text) else {
        throw unfit(text, "no number", "write one, or declare the key as string")
      }
      return number.isFinite ? .value(.real(number)) : .notFinite
    case .flag:
      guard let flag = flag(text) else {
        throw unfit(text, "neither true nor false", "write true or false")
      }
      return .value(.flag(flag))
    case .numbers: return .value(try numbers(text))
    case .texts: return .value(texts(text))
    case .text, .json: return .none
    }
  }

  private static func unfit(
    _ text: UnsafeBufferPointer<UInt8>, _ what: String, _ mend: String
  ) -> Fault {
    Fault(
      offset: 0,
      message: "the value '\(Fault.cut(String(decoding: text.prefix(200), as: UTF8.self)))' is "
        + what, mend: mend)
  }

  /// The text without white space at its ends.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, bytes.count)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  private static func integer(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var value = 0
    let isNegative = text[0] == UInt8(ascii: "-")
    let first = isNegative || text[0] == UInt8(ascii: "+") ? 1 : 0
    guard first < text.count else { return nil }
    for at in first..<text.count {
      let digit = text[at] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      let (tens, isLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isLarger) =
        isNegative
        ? tens.subtractingReportingOverflow(Int(digit)) : tens.addingReportingOverflow(Int(digit))
      guard !isLarge, !isLarger else { return nil }
      value = sum
    }
    return value
  }

  /// A number, in the form of graph-tool (`0x1.8p+1`) too; it may be infinite or none.
  static func real(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    var cursor = FieldCursor(text, 0..<text.count)
    if let number = cursor.number(), cursor.at == text.count { return number }
    return Double(String(decoding: text, as: UTF8.self).lowercased())
  }

  private static func flag(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
    switch String(decoding: text.prefix(6), as: UTF8.self).lowercased() {
    case "true", "1", "yes": true
    case "false", "0", "no": false
    default: nil
    }
  }

  private static func numbers(_ text: UnsafeBufferPointer<UInt8>) throws(Fault) -> AttributeValue {
    var parts: [String] = []
    for part in text.split(separator: UInt8(ascii: ",")) {
      let part = trimmed(UnsafeBufferPointer(rebasing: part))
      if part.isEmpty { continue }
      if let number = integer(part) {
        parts.append(String(number))
      } else if let number = real(part), number.isFinite {
        parts.append(NetworkNumber.text(number))
      } else {
        throw unfit(part, "no finite number", "write numbers with commas between them")
      }
    }
    return .json("[" + parts.joined(separator: ",") + "]")
  }

  /// Texts with commas between them; a backslash stands before a comma or backslash of a text.
  private static func texts(_ text: UnsafeBufferPointer<UInt8>) -> AttributeValue {
    var parts: [[UInt8]] = [[]]
    var at = 0
    while at < text.count {
      if text[at] == UInt8(ascii: "\\"), at + 1 < text.count {
        parts[parts.count - 1].append(text[at + 1])
        at += 2
      } else if text[at] == UInt8(ascii: ",") {
        parts.append([])
        at += at + 1 < text.count && text[at + 1] == 0x20 ? 2 : 1
      } else {
        parts[parts.count - 1].append(text[at])
        at += 1
      }
    }
    let values = parts.map { JSONValue.string(String(decoding: $0, as: UTF8.self)) }
    return .json(JSONValue.array(values).text())
  }
}
