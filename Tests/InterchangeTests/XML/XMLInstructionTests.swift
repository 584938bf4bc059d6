import Testing

@testable import Interchange

@Suite struct XMLInstructionTests {
  @Test func attributesComeBack() throws {
    let attributes = [
      NamedAttribute("title", .text("a ?> \"b\" \u{1}\u{FFFE} 😀\n")),
      NamedAttribute("a:b", .integer(-3)), NamedAttribute("r", .real(0.5)),
      NamedAttribute("f", .flag(true)),
      NamedAttribute("j", .json("{\"k\":[1,\"}>\"],\"l\":null}")),
      NamedAttribute("", .text("")),
    ]
    var out: [UInt8] = []
    XMLInstruction.write(attributes, to: &out)
    let text = String(decoding: out, as: UTF8.self)
    #expect(text.hasPrefix("<?throughline {\"title\":\"a ?\\u003e"))
    #expect(text.dropLast(3).contains("?>") == false)
    let inner = String(text.dropFirst(14).dropLast(3))
    let back = try XMLInstruction.attributes(inner)
    #expect(back.count == 6)
    for (old, new) in zip(attributes, back) where old.name != "j" { #expect(old == new) }
    #expect(back[4].value == .json("{\"k\":[1,\"}\\u003e\"],\"l\":null}"))
    #expect(try XMLInstruction.attributes("{}").isEmpty)
  }

  @Test(arguments: [
    "", "{", "[]", "{\"a\"}", "{\"a\":}", "{\"a\":1", "{\"a\":\"", "{1:2}", "{\"a\":[}",
  ])
  func brokenOnesAreRefused(text: String) {
    #expect(throws: Fault.self) { try XMLInstruction.attributes(text) }
  }
}
