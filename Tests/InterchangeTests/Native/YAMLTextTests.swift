import TestSupport
import Testing

@testable import Interchange

@Suite struct YAMLTextTests {
  /// YAML 1.1 and 1.2: where a plain scalar may stand, and what it would be read as.
  @Test(arguments: [
    ("plain", "plain"), ("two words", "two words"), ("a:b", "a:b"), ("a#b", "a#b"),
    ("it's", "it's"), ("2015-12-02", "2015-12-02"), ("../2015-12", "../2015-12"), ("~200", "~200"),
    (">20", "'>20'"), ("", "''"), ("yes", "'yes'"), ("No", "'No'"), ("NULL", "'NULL'"),
    ("~", "'~'"),
    ("a: b", "'a: b'"), ("a:", "'a:'"), ("a #b", "'a #b'"), ("#a", "'#a'"), ("- a", "'- a'"),
    ("'a'", "'''a'''"), ("\"a\"", "'\"a\"'"), (" a", "' a'"), ("a ", "'a '"), ("[a]", "'[a]'"),
    ("@a", "'@a'"), ("a\nb", "\"a\\nb\""), ("a\tb", "\"a\\tb\""), ("\u{0}", "\"\\u0000\""),
    ("\u{2028}", "\"\\u2028\""), ("\u{1FFFE}", "\"\\U0001fffe\""), ("a\\b", "a\\b"),
    ("\n\\\"", "\"\\n\\\\\\\"\""), ("é😀", "é😀"), ("a, b", "a, b"), ("'\u{301}", "'''\u{301}'"),
  ])
  func writesAScalar(text: String, expected: String) {
    #expect(Array(YAMLText.scalar(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(arguments: [
    ("a, b", "'a, b'"), ("a[b", "'a[b'"), ("a}b", "'a}b'"), ("a:b", "'a:b'"), ("a b", "a b"),
  ])
  func quotesMoreWithinBrackets(text: String, expected: String) {
    #expect(YAMLText.scalar(text, inFlow: true) == expected)
  }

  @Test func writesAListInOneLine() {
    #expect(YAMLText.list([]) == "[]")
    #expect(YAMLText.list(["a", "b, c", "no"]) == "[a, 'b, c', 'no']")
  }

  /// Folding is at 100 columns, the indent counted in.
  @Test func writesLongAndBrokenTextAsBlocks() {
    #expect(YAMLText.block("short", indent: 4) == "short")
    #expect(YAMLText.block("a\nb", indent: 4) == "|-\n    a\n    b")
    #expect(YAMLText.block("a\n\nb\n", indent: 2) == "|\n  a\n\n  b")
    #expect(YAMLText.block("a\n\n", indent: 2) == "\"a\\n\\n\"")
    #expect(YAMLText.block(" a\nb", indent: 2) == "\" a\\nb\"")
    #expect(YAMLText.block("a\tb\nc", indent: 2) == "\"a\\tb\\nc\"")
    let word = String(repeating: "w", count: 40)
    #expect(
      YAMLText.block("\(word) \(word) \(word)", indent: 4)
        == ">-\n    \(word) \(word)\n    \(word)")
    let hundred = String(repeating: "x", count: 100)
    #expect(YAMLText.block(hundred, indent: 0) == hundred)
    #expect(YAMLText.block(hundred + "y", indent: 0) == hundred + "y")
    #expect(YAMLText.block("\(hundred)  y", indent: 0) == "\(hundred)  y")
    #expect(YAMLText.block("\(hundred) \u{301}y", indent: 0) == ">-\n\(hundred)\n\u{301}y")
  }

  @Test func announcesLongKeys() {
    let long = String(repeating: "k", count: 1_001)
    #expect(YAMLText.key("a b", indent: 2) == "a b:")
    #expect(YAMLText.key("no", indent: 2) == "'no':")
    #expect(YAMLText.key(long, indent: 2) == "? \(long)\n  :")
    #expect(YAMLText.flowKey("a,b") == "'a,b':")
    #expect(YAMLText.flowKey(long) == "? \(long):")
  }

  /// In every place of a document: alone, after a key, in a list, as a key, within braces.
  @Test(arguments: RandomEvidence.hostile + RandomEvidence.long)
  func everyTextReadsBackFromEveryPlace(text: String) throws {
    let document = """
      \(YAMLText.key(text, indent: 0)) \(YAMLText.block(text, indent: 2))
      list: \(YAMLText.list([text, text]))
      map: {\(YAMLText.flowKey(text)) \(YAMLText.scalar(text, inFlow: true))}
      items:
        - \(YAMLText.scalar(text))
        - deep: \(YAMLText.block(text, indent: 6))

      """
    let expected = [
      text, text, "list", text, text, "map", text, text, "items", text, "deep", text,
    ]
    let scalars = DocumentTreeTests.scalars(try DocumentTree.parse(document))
    #expect(scalars.map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
  }
}
