import Testing

@testable import Reporting

/// Quoting by RFC 4180, section 2; the guard by the habit of spreadsheets to compute such cells.
@Suite struct CSVTextTests {
  @Test(arguments: [
    ("plain", "plain\r\n"), ("a,b", "\"a,b\"\r\n"), ("say \"x\"", "\"say \"\"x\"\"\"\r\n"),
    ("two\nlines", "\"two\nlines\"\r\n"), ("=SUM(A1)", "'=SUM(A1)\r\n"), ("@x", "'@x\r\n"),
    ("+1", "'+1\r\n"), ("-1", "'-1\r\n"), ("", "\r\n"),
  ])
  func textIsQuotedAndGuarded(text: String, expected: String) {
    #expect(CSVText.row([.text(text)]) == expected)
  }

  @Test func numbersAreBareAndUndefinedOnesEmpty() {
    #expect(
      CSVText.row([.number(-0.5), .number(nil), .number(.nan), .integer(3)]) == "-0.5,,,3\r\n")
  }
}
