import Evidence
import Testing

@testable import Interchange

@Suite struct NameReaderTests {
  let names = NameReader(
    entities: [
      Entity(id: "bob", kind: "person", name: "Bob Baker"),
      Entity(id: "a|b", kind: "person", name: "A or B"), Entity(id: " c ", kind: "person"),
      Entity(id: "court", kind: "authority", name: "The Court"),
    ],
    asserters: [
      DeclaredAsserter(id: "court", reliability: .a),
      DeclaredAsserter(id: "paper", name: "A Paper"),
    ])

  func term(_ text: String) -> Term {
    var log = ReadingLog(file: "g")
    return names.term(
      text, in: nil, at: .init(line: 1, column: 1), place: .document, log: &log)
  }

  @Test func anIdCountsWhateverItIsMadeOf() {
    #expect(term("a|b") == .one("a|b"))
    #expect(term(" c ") == .one(" c "))
    #expect(term("bob | a|b") == .oneOf(["bob", "a", "b"]))
  }

  @Test func aNameIsLookedUp() {
    #expect(term("Bob Baker") == .one("bob"))
    #expect(term("nobody") == .one("nobody"))
    #expect(term("") == .one(""))
    #expect(term("|") == .one("|"))
  }

  /// An entity that is graded as a voice stays an entity.
  @Test func aVoiceIsFoundInOrder() {
    #expect(names.voice("court", in: nil) == .entity("court"))
    #expect(names.voice("paper", in: nil) == .declared("paper"))
    #expect(names.voice("a paper", in: nil) == .declared("paper"))
    #expect(names.voice("bob baker", in: nil) == .entity("bob"))
    #expect(names.voice("someone", in: nil) == .words("someone"))
  }

  @Test(arguments: [("  a b ", "a b"), ("", ""), (" \t\n", ""), ("\u{A0}x", "x")])
  func trims(text: String, expected: String) { #expect(text.trimmed == expected) }
}
