import GraphCore
import Testing

@testable import Interchange

@Suite struct FieldCursorTests {
  private func number(_ text: String) -> (value: Double?, rest: String) {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var cursor = FieldCursor(bytes, 0..<bytes.count)
      let value = cursor.number()
      return (value, String(decoding: bytes[cursor.at...], as: UTF8.self))
    }
  }

  /// The standard library reads the same text, digit by digit exactly.
  @Test func numbersAreThoseOfTheStandardLibrary() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      #expect(number(String(value)).value == value)
      let short = Double(Int(generator.next() % 2_000_000)) / 1000 - 1000
      #expect(number(String(short)).value == short)
    }
    for text in [
      "0", "-0.0", "00012", "1.", ".5", "9007199254740993", "123456789012345678901234567890",
      "2.2250738585072011e-308", "1e22", "1e23", "4.9e-324", "1e-400", "+3", "1E+05",
    ] {
      #expect(number(text).value == Double(text), "\(text)")
    }
  }

  @Test(
    arguments: [
      ("12 3", 12, " 3"), ("1e", 1, "e"), ("1e+", 1, "e+"), ("1.2.3", 1.2, ".3"), ("5x", 5, "x"),
      ("nan", nil, "nan"), ("-", nil, "-"), (".", nil, "."), ("", nil, ""), ("--1", nil, "--1"),
    ] as [(String, Double?, String)])
  func aNumberEndsWhereItEnds(text: String, value: Double?, rest: String) {
    #expect(number(text).value == value)
    #expect(number(text).rest == rest)
  }

  @Test func aNumberTooLargeIsInfinite() {
    #expect(number("1e999").value == .infinity)
    #expect(number("-1e99999999999999999999").value == -.infinity)
  }

  @Test(
    arguments: [
      ("0", 0), ("7 ", 7), ("2147483647", 2_147_483_647), ("2147483648", -1), ("00", -1),
      ("01", -1),
      ("-1", -1), ("", -1), ("x", -1), ("99999999999999999999", -1), ("12345678901", -1),
    ] as [(String, Int32)])
  func anIndexIsAPlainWholeNumber(text: String, value: Int32) {
    let found = Array(text.utf8).withUnsafeBufferPointer { bytes in
      var cursor = FieldCursor(bytes, 0..<bytes.count)
      return cursor.index()
    }
    #expect(found == value)
  }

  /// Numbers of any length before any byte, at the end of the text and well before it, as the standard
  /// library reads them.
  @Test func indicesAreThoseOfTheStandardLibrary() {
    var generator = SeededGenerator(seed: 2)
    for round in 0..<20_000 {
      let digits = String(generator.next() >> (generator.next() % 64))
      let next = UInt8(truncatingIfNeeded: round)
      let rest = [UInt8](repeating: next, count: Int(generator.next() % 12))
      let text = Array(digits.utf8) + rest
      // What follows may be digits too.
      let all = String(
        decoding: text.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }, as: UTF8.self)
      let isPlain = all == "0" || all.first != "0"
      let expected = isPlain ? Int32(all) ?? -1 : -1
      let (found, at) = text.withUnsafeBufferPointer { bytes in
        var cursor = FieldCursor(bytes, 0..<bytes.count)
        return (cursor.index(), cursor.at)
      }
      #expect(found == expected)
      #expect(at == (expected < 0 ? 0 : all.utf8.count))
    }
  }
}
