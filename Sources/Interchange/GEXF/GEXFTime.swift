/// Times as GEXF holds them: days or numbers, one sort in a file.
enum GEXFTime {
  /// What the attribute `timeformat` of a file that is written says.
  enum Format: String, Sendable {
    /// Days, such as `2015-12-02`.
    case date
    /// Numbers.
    case double
  }

  /// Whether a text is a day that every reader takes: `YYYY-MM-DD` in the years 1 to 9999.
  static func isDay(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return false
    }
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(0) { value, byte in
        guard let value, (0x30...0x39).contains(byte) else { return nil }
        return value * 10 + Int(byte - 0x30)
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), year > 0,
      (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[month - 1]).contains(day)
  }

  /// The first and last day of a text that is a day, or two of them with a slash between.
  ///
  /// Anything vaguer, such as `2015~` or `2015-12/`, gives none: a reader of GEXF would take it for
  /// certain.
  static func bounds(of text: String) -> (start: String, end: String)? {
    if isDay(text) { return (text, text) }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy(isDay), parts[0] <= parts[1] else { return nil }
    return (parts[0], parts[1])
  }

  /// Whether a `timeformat` is one of whole numbers.
  static func isWhole(_ format: String?) -> Bool {
    ["integer", "long", "int"].contains(format?.lowercased())
  }

  /// A time in a file: a number where its `timeformat` is one of numbers or is left out, else text.
  static func value(_ bytes: UnsafeBufferPointer<UInt8>, format: String?) -> AttributeValue {
    switch format {
    case _ where isWhole(format):
      if let number = GEXFType.integer(bytes) { return .integer(number) }
    case nil, "double", "float":
      if let number = GEXFType.number(bytes), number.isFinite { return .real(number) }
    default: break
    }
    return .text(String(decoding: bytes, as: UTF8.self))
  }
}

/// When something held, as the attributes of one element of a GEXF file say.
struct GEXFSpan: Sendable, Equatable {
  /// The first time.
  var start: AttributeValue?
  /// The last time.
  var end: AttributeValue?
  /// Whether the first time is not part of it; of version 1.2 and before.
  var startIsOpen = false
  /// Whether the last time is not part of it.
  var endIsOpen = false
  /// A single time.
  var timestamp: AttributeValue?

  /// Whether the element says nothing.
  var isEmpty: Bool { start == nil && end == nil && timestamp == nil }

  /// The span as a JSON object, with a value before it if there is one.
  func json(value: AttributeValue? = nil) -> String {
    let members: [(String, AttributeValue?)] = [
      ("value", value), (startIsOpen ? "startopen" : "start", start),
      (endIsOpen ? "endopen" : "end", end), ("timestamp", timestamp),
    ]
    let texts = members.compactMap { key, value in
      value.map { "\"\(key)\":\(JSONCell.text(of: $0))" }
    }
    return "{" + texts.joined(separator: ",") + "}"
  }
}
