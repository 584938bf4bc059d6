import Evidence
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct JSONValueTests {
  /// The grammar of RFC 8259; escapes as documented on the type.
  @Test(arguments: [
    (JSONValue.null, "null"), (.bool(true), "true"), (.bool(false), "false"), (.integer(-7), "-7"),
    (.number(0.5), "0.5"), (.number(3), "3"), (.number(-0.0), "0"), (.number(.nan), "null"),
    (.number(.infinity), "null"), (.number(1e300), "1e+300"), (.string(""), "\"\""),
    (.string("a\"b\\c/d"), #""a\"b\\c/d""#),
    (.string("\n\r\t\u{0}\u{1F}"), #""\n\r\t\u0000\u001f""#),
    (.string("é漢😀"), "\"é漢😀\""),
    (.string("\u{7F}\u{85}\u{2028}\u{FEFF}"), #""\u007f\u0085\u2028\ufeff""#),
    (.string("</script>"), #""<\/script>""#), (.array([]), "[]"), (.object([]), "{}"),
    (.array([.integer(1), .null]), "[1,null]"),
    (.object(["b": .integer(1), "a": .integer(2)]), #"{"b":1,"a":2}"#),
    (.optional(nil as String?), "null"), (.optional("x"), "\"x\""), (.optional(1.5), "1.5"),
  ])
  func writes(value: JSONValue, text: String) {
    #expect(value.text() == text)
  }

  @Test func indentsByTwoSpaces() {
    let value: JSONValue = .object(["a": .array([.integer(1), .object([:])]), "b": .array([])])
    #expect(
      value.text(pretty: true) == """
        {
          "a": [
            1,
            {}
          ],
          "b": []
        }
        """)
  }

  /// Foundation's reader is the other tool: what is written must read back as the same text.
  @Test func everyScalarReadsBack() throws {
    for value in UInt32(0)...0x11_00 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a" + String(scalar) + "</b"
      let data = Data(JSONValue.array([.string(text)]).text().utf8)
      let back = try JSONDecoder().decode([String].self, from: data)
      #expect(back.map { Array($0.unicodeScalars) } == [Array(text.unicodeScalars)])
    }
  }

  @Test(arguments: [0.1, 1 / 3.0, 1e15, 1e16, -2.5e-10, 123_456_789.125, .leastNonzeroMagnitude])
  func numbersReadBackToTheLastBit(number: Double) throws {
    let data = Data(JSONValue.array([.number(number)]).text().utf8)
    #expect(try JSONDecoder().decode([Double].self, from: data) == [number])
  }
}
