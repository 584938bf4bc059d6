/// The types that a GEXF file may declare for an attribute.
indirect enum GEXFType: Sendable, Equatable {
  /// `string`, `anyURI`, `char`, and `date` of old files.
  case text
  /// `integer`, `int`, `long`, `short`, `byte`.
  case integer
  /// `biginteger`: text where it does not fit 64 bits.
  case bigInteger
  /// `float`, `double`.
  case real
  /// `bigdecimal`: text where a number of 64 bits does not hold every digit.
  case bigDecimal
  /// `boolean`.
  case flag
  /// `liststring` and its like.
  case list(of: GEXFType)
  /// `string` that is marked as JSON by ``GEXFType/jsonMark``.
  case json

  /// The target of the instruction that marks an attribute whose texts are JSON. It stands in the
  /// declaration, where other readers pass over it.
  static let jsonMark = "throughline-json"

  /// The type of a name, whatever its case; `nil` for one that GEXF does not know.
  init?(_ name: String) {
    switch name.lowercased() {
    case "string", "anyuri", "char", "character", "date": self = .text
    case "integer", "int", "long", "short", "byte": self = .integer
    case "biginteger": self = .bigInteger
    case "float", "double": self = .real
    case "bigdecimal": self = .bigDecimal
    case "boolean", "bool": self = .flag
    case let list where list.hasPrefix("list"):
      guard let inner = GEXFType(String(list.dropFirst(4))) else { return nil }
      if case .list = inner { return nil }
      self = .list(of: inner)
    default: return nil
    }
  }

  /// The type of the column, before a value says otherwise.
  var column: AttributeType {
    switch self {
    case .text: .text
    case .integer, .bigInteger: .integer
    case .real, .bigDecimal: .real
    case .flag: .flag
    case .list, .json: .json
    }
  }

  /// The value of a text.
  ///
  /// - Returns: The value; `nil` if the text is none of the type.
  func value(of bytes: UnsafeBufferPointer<UInt8>) -> AttributeValue? {
    switch self {
    case .text: return .text(String(decoding: bytes, as: UTF8.self))
    case .integer: return Self.integer(bytes).map(AttributeValue.integer)
    case .real:
      if let number = Self.number(bytes) { return number.isFinite ? .real(number) : nil }
      let text = String(decoding: bytes, as: UTF8.self).trimmingSpaces
      // GraphCore holds finite numbers only; what the schema allows beside them stays as it stands.
      return ["INF", "-INF", "NaN", "Infinity", "-Infinity"].contains(text) ? .text(text) : nil
    case .bigInteger:
      if let number = Self.integer(bytes) { return .integer(number) }
      let text = String(decoding: bytes, as: UTF8.self).trimmingSpaces
      let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
      let isNumber = !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
      return isNumber ? .text(text) : nil
    case .bigDecimal:
      guard let number = Self.number(bytes) else { return nil }
      let text = String(decoding: bytes, as: UTF8.self).trimmingSpaces
      let isExact = number.isFinite && text.utf8.filter { (0x30...0x39).contains($0) }.count <= 15
      return isExact ? .real(number) : .text(text)
    case .flag:
      switch String(decoding: bytes, as: UTF8.self).trimmingSpaces.lowercased() {
      case "true", "1": return .flag(true)
      case "false", "0": return .flag(false)
      default: return nil
      }
    case .list(let inner):
      let items = GEXFList.items(String(decoding: bytes, as: UTF8.self))
      return .json("[" + items.map { inner.item($0) }.joined(separator: ",") + "]")
    case .json:
      // What is no JSON after all, because another program changed it, stays the text that it is.
      let text = String(decoding: bytes, as: UTF8.self)
      return Self.isJSON(bytes) ? .json(text) : .text(text)
    }
  }

  /// The JSON text of an item of a list: what is none of the type stays text.
  private func item(_ text: String) -> String {
    var text = text
    let found = text.withUTF8 { value(of: $0) }
    return JSONCell.text(of: found ?? .text(text))
  }

  /// A whole number of 64 bits, with blanks around it.
  static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let range = trimmed(bytes)
    var at = range.lowerBound
    guard at < range.upperBound else { return nil }
    let isNegative = bytes[at] == UInt8(ascii: "-")
    if isNegative || bytes[at] == UInt8(ascii: "+") { at += 1 }
    guard at < range.upperBound else { return nil }
    var value = 0
    while at < range.upperBound {
      let digit = Int(bytes[at] &- UInt8(ascii: "0"))
      guard digit < 10 else { return nil }
      let (scaled, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (next, overflows) =
        isNegative
        ? scaled.subtractingReportingOverflow(digit) : scaled.addingReportingOverflow(digit)
      if isTooLarge || overflows { return nil }
      value = next
      at += 1
    }
    return value
  }

  /// A decimal number, with blanks around it; infinite if it is too large.
  static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    let range = trimmed(bytes)
    var cursor = FieldCursor(bytes, range)
    guard !range.isEmpty, let number = cursor.number(), cursor.at == cursor.end else { return nil }
    return number
  }

  private static func isJSON(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var cursor = JSONCursor(bytes, options: NetworkOptions())
    do throws(Fault) {
      try cursor.skipValue()
      try cursor.finish()
      return true
    } catch {
      return false
    }
  }

  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var (start, end) = (0, bytes.count)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}
