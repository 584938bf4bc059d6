import Evidence

/// A cell of a column that holds any JSON value: kept as JSON text.
enum JSONCell {
  /// The JSON text of a value.
  static func text(of value: AttributeValue) -> String {
    switch value {
    case .text(let text): JSONValue.string(text).text()
    case .json(let text): text
    case .integer, .real, .flag: value.text
    }
  }

  /// The value of a JSON text: a string, number or truth value as what it is.
  static func value(of text: String) -> AttributeValue {
    guard let first = text.utf8.first else { return .json(text) }
    switch first {
    case UInt8(ascii: "\""): return unquoted(text).map(AttributeValue.text) ?? .json(text)
    case UInt8(ascii: "t"): return text == "true" ? .flag(true) : .json(text)
    case UInt8(ascii: "f"): return text == "false" ? .flag(false) : .json(text)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return JSONNumber.value(of: text)
    default: return .json(text)
    }
  }

  /// The text of a JSON string that was written by ``text(of:)``.
  private static func unquoted(_ text: String) -> String? {
    guard text.utf8.count >= 2, text.utf8.last == UInt8(ascii: "\"") else { return nil }
    let inner = text.dropFirst().dropLast()
    guard inner.utf8.contains(UInt8(ascii: "\\")) else { return String(inner) }
    var out = String.UnicodeScalarView()
    var scalars = String(inner).unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "\\" else {
        out.append(scalar)
        continue
      }
      switch scalars.next() {
      case "n": out.append("\n")
      case "r": out.append("\r")
      case "t": out.append("\t")
      case "b": out.append("\u{8}")
      case "f": out.append("\u{c}")
      case "u":
        guard let unit = unit(&scalars) else { return nil }
        if UTF16.isLeadSurrogate(unit) {
          guard scalars.next() == "\\", scalars.next() == "u", let low = self.unit(&scalars),
            UTF16.isTrailSurrogate(low)
          else { return nil }
          out.append(UTF16.decode(UTF16.EncodedScalar([unit, low])))
        } else if let scalar = Unicode.Scalar(unit) {
          out.append(scalar)
        } else {
          return nil
        }
      case let other?: out.append(other)
      case nil: return nil
      }
    }
    return String(out)
  }

  private static func unit(_ scalars: inout String.UnicodeScalarView.Iterator) -> UInt16? {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = scalars.next().flatMap({ Character($0).hexDigitValue }) else { return nil }
      value = value << 4 | UInt16(digit)
    }
    return value
  }
}
