import Testing

@testable import Interchange

@Suite struct XMLTextTests {
  /// By hand from the XML recommendation, sections 2.2 and 3.3.3.
  @Test(arguments: [
    ("a<b>&\"'", "a&lt;b&gt;&amp;\"'", "a&lt;b&gt;&amp;&quot;'"),
    ("a\tb\nc\rd", "a\tb\nc&#13;d", "a&#9;b&#10;c&#13;d"),
    ("x\u{1}y\u{FFFE}z\u{FFFF}", "x\u{FFFD}y\u{FFFD}z\u{FFFD}", "x\u{FFFD}y\u{FFFD}z\u{FFFD}"),
    ("漢😀\u{7F}\u{85}\u{FFFD}", "漢😀\u{7F}\u{85}\u{FFFD}", "漢😀\u{7F}\u{85}\u{FFFD}"),
  ])
  func textIsEscaped(text: String, content: String, attribute: String) {
    #expect(XMLText.content(text) == content)
    #expect(XMLText.attribute(text) == attribute)
    #expect(XMLText.canHold(text.utf8) == !text.contains("\u{1}"))
  }

  @Test func whatXMLCannotHoldIsToldOrRefused() throws {
    var builder = NetworkBuilder(options: NetworkOptions())
    builder.set("note", .text("a\u{2}b"), ofNode: builder.node("n"))
    let network = try builder.network()
    try XMLText.checkNames(of: network)
    #expect(
      XMLText.losses(network) == [
        "control characters in 1 text are written as U+FFFD: XML cannot hold them"
      ])
    _ = builder.node("m\u{1}")
    let named = try builder.network()
    #expect(throws: GraphWriter.Refusal.self) { try XMLText.checkNames(of: named) }
    #expect(XMLText.losses(try AwkwardNetwork.network()).isEmpty)
  }
}
