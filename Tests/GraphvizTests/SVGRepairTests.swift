import Testing

@testable import Graphviz

/// What XML allows is section 2.2 (characters) and 4.6 (predefined entities) of XML 1.0.
@Suite struct SVGRepairTests {
  @Test(
    arguments: [
      ("<a>&amp;&lt;&gt;&quot;&apos;&#65;&#x41;&#160;\t\r\n</a>", nil),
      ("&", "&amp;"), ("&x", "&amp;x"), ("a&b;c", "a&amp;b;c"), ("&nbsp;", "&amp;nbsp;"),
      ("&#1;&#xFFFF;&#xD800;&#;", "&amp;#1;&amp;#xFFFF;&amp;#xD800;&amp;#;"),
      ("\u{1}\u{1F}", "\u{2401}\u{241F}"),
      ("\u{FFFE}\u{FFFF}\u{FFFD}é", "\u{FFFD}\u{FFFD}\u{FFFD}é"),
      ("", nil),
    ] as [(String, String?)])
  func repairs(text: String, expected: String?) {
    var bytes = Array(text.utf8)
    SVGRepair.repair(&bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == expected ?? text)
  }
}
