import DOT
import Testing

/// The expected markup follows graphviz.org/doc/info/shapes.html#html and the escaping rules of XML 1.0.
@Suite struct HTMLLabelTests {
  @Test(arguments: [
    ("AT&T", "AT&amp;T"),
    ("<script>", "&lt;script&gt;"),
    ("\"q\"", "&quot;q&quot;"),
    ("a\nb\r\nc", "a<BR/>b<BR/>c"),
    (#"\N"#, #"\\N"#),
    ("\u{1}\0\u{FFFF}", "\u{2401}\u{2400}\u{FFFD}"),
    ("a\tb", "a&#9;b"),
    ("&amp;", "&amp;amp;"),
  ])
  func textIsNeverMarkup(text: String, markup: String) {
    #expect(HTMLLabel([.text(text)]).markup == markup)
  }

  @Test func textParts() {
    let label = HTMLLabel([
      .bold([.text("b")]), .italic([.text("i")]), .underline([.text("u")]),
      .font(color: "red\"", face: "A&B", pointSize: 8.5, [.text("f")]), .font([.text("g")]),
      .lineBreak(), .lineBreak(.left), .lineBreak(.right),
    ])
    #expect(
      label.markup == "<B>b</B><I>i</I><U>u</U>"
        + "<FONT COLOR=\"red&quot;\" FACE=\"A&amp;B\" POINT-SIZE=\"8.5\">f</FONT>g"
        + "<BR/><BR ALIGN=\"LEFT\"/><BR ALIGN=\"RIGHT\"/>")
  }

  /// Graphviz 2.43 reports a syntax error for `x<B></B>`.
  @Test func emptyElementsAreLeftOut() {
    #expect(HTMLLabel([.bold([]), .font(color: "red", [.text("")])]).markup == "")
  }

  @Test func accentsAfterTagsAreKept() {
    #expect(DOTValue.html(HTMLLabel([.bold([.text("\u{301}x")])])).plainText == "\u{301}x")
  }

  @Test func tables() {
    let inner = HTMLTable(rows: [HTMLRow([HTMLCell(text: "in")])])
    let table = HTMLTable(
      [.border(0), .cellBorder(1), .cellPadding(2), .cellSpacing(3), .style("ROUNDED")],
      rows: [
        HTMLRow([
          HTMLCell([.port("p\\"), .columnSpan(2), .align(.left), .background("#fff")], text: "x"),
          HTMLCell([.rowSpan(2), .width(10), .height(20), .color("red")], table: inner),
        ])
      ])
    #expect(
      HTMLLabel(table).markup
        == "<TABLE BORDER=\"0\" CELLBORDER=\"1\" CELLPADDING=\"2\" CELLSPACING=\"3\" STYLE=\"ROUNDED\">"
        + "<TR><TD PORT=\"p\\\\\" COLSPAN=\"2\" ALIGN=\"LEFT\" BGCOLOR=\"#fff\">x</TD>"
        + "<TD ROWSPAN=\"2\" WIDTH=\"10\" HEIGHT=\"20\" COLOR=\"red\">"
        + "<TABLE><TR><TD>in</TD></TR></TABLE></TD></TR></TABLE>")
  }

  /// XML undoes one layer, and Graphviz copies the rest into SVG, which is XML again.
  @Test func addressesAndTitlesAreEscapedTwice() {
    let cell = HTMLCell([.href("?a&b"), .title("R&D &amp;")], text: "")
    let label = HTMLLabel(HTMLTable(rows: [HTMLRow([cell])]))
    #expect(
      label.markup
        == "<TABLE><TR><TD HREF=\"?a&amp;amp;b\" TITLE=\"R&amp;D &amp;amp;amp;\"></TD></TR></TABLE>"
    )
  }

  @Test(arguments: [
    ("<B>x</B>", true), ("", true), ("x>", false), ("<B", false), (">]; a [label=<", false),
    ("nul\0", false),
  ])
  func verbatimMarkupMustBalance(markup: String, isAccepted: Bool) {
    #expect(HTMLLabel(markup: markup)?.markup == (isAccepted ? markup : nil))
  }
}
