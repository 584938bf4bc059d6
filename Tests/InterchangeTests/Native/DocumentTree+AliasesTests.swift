import Testing

@testable import Interchange

@Suite struct DocumentTreeAliasesTests {
  /// Lines and columns of the alias, counted by hand.
  @Test(arguments: [
    ("a: &x 1\n*x : 2", 2, 1), ("a: &x 1\nb: {*x : 2}", 2, 5), ("a: &x 1\n? [*x]\n: 2", 2, 4),
    ("a: &x 1\n? {k: *x}\n: 2", 2, 7), ("a: &x 1\nb:\n  - ? *x\n    : 2", 3, 7),
  ])
  func anAliasInAKeyIsRefused(text: String, line: Int, column: Int) throws {
    let failure = try #require(DocumentTreeTests.failure(text))
    #expect(failure.message == "a key is an alias")
    #expect(failure.mend == "write the key out")
    #expect([failure.mark.line, failure.mark.column] == [line, column])
  }

  /// Hashing such a key would walk through all that the alias stands for.
  @Test func aKeyThatStandsForVeryMuchIsRefused() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    text += "? *a30\n: x\n"
    let failure = try #require(DocumentTreeTests.failure(text))
    #expect(failure.message == "a key is an alias")
    #expect(failure.mark.line == 32)
  }

  @Test(arguments: [
    "'*x': 1", "\"*x\": 1", "a*b: 1", "a: '*x'", "a: |\n  *x\n  *y", "a: b # *x",
    "a: &x 1\nb: *x", "- &x a\n- *x",
  ])
  func otherAsterisksAreLeftAlone(text: String) throws {
    #expect(DocumentTreeTests.failure(text) == nil)
  }
}
