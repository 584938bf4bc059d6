import Testing

@testable import Reporting

@Suite struct MarkupTextTests {
  @Test(arguments: Sample.hostileNames)
  func escapedTextReadsBackAsText(name: String) throws {
    let elements = try #require(
      XMLTree.elements(of: "<a b=\"\(MarkupText.escaped(name))\">\(MarkupText.escaped(name))</a>"))
    #expect(elements.count == 1)
    // What XML cannot hold is replaced; everything else survives as it was.
    let expected = String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { VisibleText.isHidden($0) && $0 != "\n" ? "\u{FFFD}" : $0 }))
    #expect(elements.first?.text == expected)
  }

  @Test(arguments: [
    ("https://example.org/a?b=1&c=2", true), ("http://example.org", true),
    ("javascript:alert(1)", false), (" https://example.org", false), ("data:text/html,x", false),
    ("https://example.org/\u{1B}", false), ("//example.org", false), ("", false),
  ])
  func onlyWebAddressesAreLinked(address: String, isSafe: Bool) {
    #expect(MarkupText.isSafe(address: address) == isSafe)
  }
}
