import GraphCore
import Testing

@testable import Interchange

/// The lines are those that `write_edgelist` of NetworkX 3.6.1 writes; expected values by hand.
@Suite struct EdgeDictionaryReaderTests {
  @Test func attributesOfEdgesAreRead() throws {
    let network = try Text.network(
      """
      # comment
      a b {'weight': 2.5, 'kind': 'met', 'since': 2001, 'flag': True, 'gone': None}
      b c {}
      c a {'weight': 3, 'kind': "it's", 'note': 'x\\n\\'\\xe9', 'flag': False}
      a a
      lone
      """)
    #expect(network.lines == ["a>b:2.5", "b>c", "c>a:3", "a>a"])
    #expect(network.ids == ["a", "b", "c", "lone"])
    #expect(
      network.edgeAttributes.attributes(of: 0) == [
        NamedAttribute("kind", .text("met")), NamedAttribute("since", .integer(2001)),
        NamedAttribute("flag", .flag(true)),
      ])
    #expect(
      network.edgeAttributes.attributes(of: 2) == [
        NamedAttribute("kind", .text("it's")), NamedAttribute("flag", .flag(false)),
        NamedAttribute("note", .text("x\n'é")),
      ])
  }

  @Test(arguments: [
    ("a b {}\na b c\n", "2:5: after two nodes there is no dictionary"),
    ("a b {}\na b {'x': [1]}\n", "2:11: '[1]' is no text, number, True, False or None"),
    ("a b {}\na b {'x': f(1)}\n", "2:11: 'f(1)' is no text"),
    ("a b {'x': nan}\n", "1:11: 'nan' is no text"),
    ("a b {'x': 1e999}\n", "1:11: '1e999' is no text"),
    ("a b {'weight': 'x'}\n", "1:5: the weight 'x' is no number"),
    ("a b {'x' 1}\n", "1:10: a key has no value"),
    ("a b {x: 1}\n", "1:6: the key is no text"),
    ("a b {'x': 1, 'x': 2}\n", "1:14: the key 'x' stands twice"),
    ("a b {'x': 'y}\n", "1:11: a text is opened and not closed on its line"),
    ("a b {'x': '\\q'}\n", "1:12: a backslash begins no character here"),
    ("a b {'x': '\\x0'}\n", "1:12: a backslash begins no character here"),
    ("a b {}\na b {'x': 1\n", "2:12: the dictionary does not go on here"),
    ("a b {}\na b {\n", "2:6: the key is no text"),
    ("a b {}\na b {} {}\n", "2:8: there is text after the dictionary"),
  ])
  func whatIsWrongIsSaidWithItsPlace(text: String, fault: String) {
    #expect(Text.fault(text)?.hasPrefix(fault) == true, "\(Text.fault(text) ?? "none")")
  }

  @Test func badLinesAreLeftOutIfAsked() throws {
    var options = NetworkOptions()
    options.isLenient = true
    let network = try Text.network(
      bytes: Array("a b {}\nc d {x}\ne f {'k': 1}\n".utf8), .edges, options: options)
    #expect(network.lines == ["a>b", "e>f"])
    #expect(network.ids == ["a", "b", "e", "f"])
    #expect(network.skipped.count == 1)
  }
}
