import DOT
import Testing

@Suite struct DOTValueTests {
  /// The meaning of each escape is that of the escString type (graphviz.org/docs/attr-types/escString) and of
  /// the entities of HTML.
  @Test(arguments: [
    (DOTValue.text("&amp; \\N"), "&amp; \\N"),
    (.escString(#"a\lb\rc\n"#), "a\nb\nc"),
    (.escString(#"a\\lb \x"#), #"a\lb x"#),
    (.escString(#"\N of \G"#), #"\N of \G"#),
    (.escString(#"end\"#), #"end\"#),
    (
      .escString("&lt;&#233;&#xE9;&gt;&quot;&apos;&unknown;&#x110000;"),
      "<éé>\"'&unknown;&#x110000;"
    ),
    (.lines(["a\\b", "&amp;"], align: .left), "a\\b\n&amp;"),
    (.html(HTMLLabel([.bold([.text("a<b")]), .lineBreak(), .text("c & d")])), "a<b\nc & d"),
    (
      .html(
        HTMLLabel(
          HTMLTable(rows: [HTMLRow([HTMLCell(text: "x"), HTMLCell(text: "y")])]))), "x\ny"
    ),
  ])
  func plainText(value: DOTValue, text: String) {
    #expect(value.plainText == text)
  }
}
