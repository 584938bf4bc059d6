import Testing

@testable import Interchange

@Suite struct GMLEntitiesTests {
  /// Expected by Python's `html.unescape`, but for what HTML reads without a semicolon.
  @Test(arguments: [
    ("a&amp;b", "a&b"), ("&auml;&Auml;&yuml;&nbsp;", "äÄÿ\u{A0}"), ("&euro;&diams;&apos;", "€♦'"),
    ("&#233;&#xE9;&#x1F600;", "éé😀"), ("&amp;amp;", "&amp;"), ("&", "&"), ("&;", "&;"),
    ("&amp", "&amp"), ("&#0;", "&#0;"), ("&#xD800;", "&#xD800;"), ("&#;", "&#;"),
    ("&#+5;", "&#+5;"),
    ("&averyverylongname;", "&averyverylongname;"),
  ])
  func entitiesAreReplaced(text: String, plain: String) {
    #expect(GMLEntities.decoded(Array(text.utf8)) == plain)
  }

  @Test func textsAreWrittenInASCII() {
    var out: [UInt8] = []
    GMLEntities.append("a \"b\" & <c> ä\n😀~\u{7F}", to: &out)
    #expect(
      String(decoding: out, as: UTF8.self)
        == "a &quot;b&quot; &amp; <c> &#228;&#10;&#128512;~&#127;")
  }
}
