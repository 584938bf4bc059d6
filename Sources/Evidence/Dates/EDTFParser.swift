/// Reads the EDTF notation from left to right, one Unicode scalar at a time.
///
///     text   = date ["T" time] | end "/" end | "[" set "]" | "{" set "}"
///     end    = date | ".." | nothing
///     set    = member { "," member }        member = date | ".." date | date ".." [date]
///     date   = part ["-" part ["-" part]]   part   = [qualifier] digits [qualifier]
///
/// A qualifier before a part holds for that part; after it, for that part and all parts before.
struct EDTFParser {
  private let text: String
  let scalars: [Unicode.Scalar]
  var index = 0

  init(_ text: String) {
    self.text = text
    self.scalars = Array(text.unicodeScalars)
  }

  mutating func parse() throws(EDTFError) -> EDTF.Form {
    switch peek {
    case nil:
      throw error(.empty, "there is no text", mend: "write a date, or leave the key out")
    case "[": return .oneOf(try members(until: "]"))
    case "{": return .allOf(try members(until: "}"))
    default: return try dateOrInterval()
    }
  }
}

// MARK: - Intervals and sets

extension EDTFParser {
  private mutating func dateOrInterval() throws(EDTFError) -> EDTF.Form {
    let start = try end(isStart: true)
    if peek == nil, case .date(let date) = start { return .date(date) }
    guard take("/") else { throw unexpected() }
    if let date = start.date, date.time != nil {
      throw error(
        .time, at: 0, "an interval is between dates, without time of day",
        mend: "leave the time out")
    }
    let endIndex = index
    let end = try end(isStart: false)
    if peek != nil { throw unexpected() }
    if start == .unknown && end == .unknown {
      throw error(
        .interval, at: 0, "both ends of the interval are unknown", mend: "leave the key out")
    }
    if let first = start.date?.bounds.first, let last = end.date?.bounds.last, last < first {
      throw error(
        .interval, at: endIndex, "the interval ends before it begins", mend: "swap the two ends")
    }
    return .interval(start: start, end: end)
  }

  private mutating func end(isStart: Bool) throws(EDTFError) -> EDTF.End {
    if peek == (isStart ? "/" : nil) { return .unknown }
    if takeDots() { return .open }
    return .date(try date(allowingTime: isStart))
  }

  private mutating func members(until close: Unicode.Scalar) throws(EDTFError) -> [EDTF.Member] {
    index += 1
    var members: [EDTF.Member] = []
    while true {
      members.append(try member(isFirst: members.isEmpty, until: close))
      if take(close) { break }
      guard take(",") else {
        if peek == nil {
          throw error(.set, "the set is not closed", mend: "add “\(close)” at the end")
        }
        throw unexpected()
      }
    }
    if peek != nil { throw unexpected() }
    return members
  }

  private mutating func member(
    isFirst: Bool, until close: Unicode.Scalar
  ) throws(EDTFError) -> EDTF.Member {
    if peek == close || peek == "," {
      throw error(.set, "a member of the set is missing", mend: "write a date between the commas")
    }
    let start = index
    if takeDots() {
      guard isFirst else {
        throw error(
          .set, at: start, "“..” without a date before it can begin the first member only",
          mend: "put the earliest member first")
      }
      return .range(from: nil, through: try date(allowingTime: false))
    }
    let from = try date(allowingTime: false)
    guard takeDots() else { return .date(from) }
    if peek == close { return .range(from: from, through: nil) }
    if peek == "," {
      throw error(
        .set, "“..” without a date after it can end the last member only",
        mend: "put the latest member last")
    }
    let through = try date(allowingTime: false)
    if let first = from.bounds.first, let last = through.bounds.last, last < first {
      throw error(
        .set, at: start, "the range ends before it begins", mend: "swap its two dates")
    }
    return .range(from: from, through: through)
  }
}

// MARK: - Scalars

extension EDTFParser {
  var peek: Unicode.Scalar? {
    index < scalars.count ? scalars[index] : nil
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    index += 1
    return true
  }

  mutating func takeDots() -> Bool {
    guard peek == ".", index + 1 < scalars.count, scalars[index + 1] == "." else { return false }
    index += 2
    return true
  }

  /// The digits from here on; nil for `X`.
  mutating func digits(allowingX: Bool) -> [Int?] {
    var digits: [Int?] = []
    while let next = peek {
      if ("0"..."9").contains(next) {
        digits.append(Int(next.value - 48))
      } else if allowingX && next == "X" {
        digits.append(nil)
      } else {
        break
      }
      index += 1
    }
    return digits
  }

  /// A number of at most three digits.
  mutating func number() -> Int? {
    let digits = self.digits(allowingX: false)
    return (1...3).contains(digits.count) ? DigitMask(digits: digits).value : nil
  }

  func unexpected() -> EDTFError {
    guard let next = peek else {
      return error(.unexpected, "the text ends too early", mend: "write a date as in 2015-06-26")
    }
    let isPlain = (0x21...0x7E).contains(next.value)
    let name = isPlain ? "“\(next)”" : "U+" + EDTFParser.hex(next.value)
    return error(.unexpected, "\(name) cannot stand here", mend: "write a date as in 2015-06-26")
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// An error at a place; here if none is given.
  func error(
    _ kind: EDTFError.Kind, at place: Int? = nil, _ what: String, mend: String
  ) -> EDTFError {
    EDTFError(text: text, kind: kind, column: (place ?? index) + 1, what: what, mend: mend)
  }
}
