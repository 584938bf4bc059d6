import Testing

@testable import Interchange

@Suite struct CypherTextTests {
  /// By hand from the openCypher grammar: escapes of string literals, and doubled backticks in names.
  @Test(arguments: [
    ("plain", "\"plain\""), ("say \"hi\" 'x'", "\"say \\\"hi\\\" 'x'\""),
    ("a\\b", "\"a\\\\b\""), ("line\nnext\ttab", "\"line\\nnext\\ttab\""),
    ("C:\\users\\u0041", "\"C:\\\\\" + \"users\\\\\" + \"u0041\""), ("\u{7}", "\"\\u0007\""),
    ("漢 😀", "\"漢 😀\""), ("", "\"\""),
  ])
  func textsAreEscaped(text: String, expected: String) {
    #expect(CypherText.quoted(text) == expected)
  }

  @Test(arguments: [
    ("a b", "`a b`"), ("a`b", "`a``b`"), ("", "`_`"), ("a\\u0060b", "`a_u0060b`"),
    ("a\nb", "`a_b`"),
  ])
  func namesStandInBackticks(name: String, expected: String) {
    #expect(CypherText.name(name) == expected)
  }

  @Test(arguments: [
    (AttributeValue.integer(-3), "-3"), (.integer(.min), "toInteger(\"-9223372036854775808\")"),
    (.real(1e21), "1e21"), (.real(1e-7), "1e-07"), (.real(2), "2.0"), (.flag(true), "true"),
    (.json("[\"a\",\"b\"]"), "[\"a\", \"b\"]"), (.json("[1,2]"), "[1, 2]"),
    (.json("[1,\"a\"]"), "\"[1,\\\"a\\\"]\""), (.json("{\"a\":1}"), "\"{\\\"a\\\":1}\""),
    (.json("[]"), "\"[]\""),
  ])
  func valuesKeepTheirType(value: AttributeValue, expected: String) {
    #expect(CypherText.value(value) == expected)
  }
}
