/// A number where it stands in a JSON document.
struct JSONDigits: Sendable {
  /// The bytes.
  var range: Range<Int>
  /// Whether it has neither a point nor an exponent.
  var isWhole: Bool
}

extension JSONCursor {
  /// Reads a number.
  mutating func number() throws(Fault) -> JSONDigits {
    let first = peek()
    let start = at
    if first == UInt8(ascii: "-") { at &+= 1 }
    let digits = at
    skipDigits()
    guard at > digits else {
      at = start
      throw unexpected("a number")
    }
    if bytes[digits] == UInt8(ascii: "0"), at - digits > 1 {
      throw badNumber(start, "begins with 0", "take the zero out, or put quotation marks around it")
    }
    var isWhole = true
    if at < end, bytes[at] == UInt8(ascii: ".") {
      isWhole = false
      at &+= 1
      let fraction = at
      skipDigits()
      if at == fraction { throw badNumber(start, "ends with a point", "add a digit after it") }
    }
    if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      at &+= 1
      if at < end, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at &+= 1 }
      let exponent = at
      skipDigits()
      if at == exponent { throw badNumber(start, "has no exponent", "write it like 1e5") }
    }
    if at < end {
      let next = bytes[at]
      let isPart =
        next == UInt8(ascii: ".") || next == UInt8(ascii: "_") || next >= 0x80
        || UInt8(ascii: "a")...UInt8(ascii: "z") ~= next | 0x20
      if isPart { throw badNumber(start, "is no JSON number", "write it like -12.5e3") }
    }
    let number = JSONDigits(range: start..<at, isWhole: isWhole)
    if !isWhole || at - start > 300, !double(number).isFinite {
      throw badNumber(start, "is too large", "1.8e308 is about the largest")
    }
    return number
  }

  @inline(__always)
  private mutating func skipDigits() {
    while at < end, bytes[at] &- UInt8(ascii: "0") < 10 { at &+= 1 }
  }

  /// The number itself.
  func double(_ number: JSONDigits) -> Double {
    var digits = FieldCursor(bytes, number.range)
    return digits.number() ?? .nan
  }

  /// The whole number, if it is one of 64 bits.
  @inline(__always)
  func integer(_ number: JSONDigits) -> Int? {
    guard number.isWhole else { return nil }
    guard number.range.count <= 18 else {
      return Int(String(decoding: bytes[number.range], as: UTF8.self))
    }
    var value = 0
    var place = number.range.lowerBound
    let isNegative = bytes[place] == UInt8(ascii: "-")
    if isNegative { place &+= 1 }
    while place < number.range.upperBound {
      value = value &* 10 &+ Int(bytes[place] &- UInt8(ascii: "0"))
      place &+= 1
    }
    return isNegative ? 0 &- value : value
  }
}
