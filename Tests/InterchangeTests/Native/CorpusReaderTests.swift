import Evidence
import Testing

@testable import Interchange

@Suite struct CorpusReaderTests {
  @Test func readsFrontMatterAndParagraphs() throws {
    let text = """
      ---
      id: x
      title: 'The X: a story'
      publisher: P
      author: A
      published: 2015-11-17
      accessed: 2016-01
      language: en
      url: https://example.org/x#top
      reliability: B
      why: an editor checks it
      origin: wire
      content: digest
      note: n
      ---

      # Heading

      One  line.
      \u{A0}
      Another --- line.
      ---
      Last.

      """
    let (source, findings) = CorpusReader.read(text, id: "x", path: "x.md")
    #expect(findings == [])
    let expected = Source(
      id: "x", title: "The X: a story", publisher: "P", author: "A",
      published: try EDTF("2015-11-17"), accessed: try EDTF("2016-01"), language: "en",
      url: "https://example.org/x#top", reliability: .b, why: "an editor checks it",
      origin: "wire", content: .digest,
      paragraphs: ["# Heading", "One  line.", "Another --- line.", "---", "Last."], note: "n",
      home: .corpus)
    #expect(source == expected)
  }

  @Test(arguments: [
    "---\nid: x\ntitle: T\n---", "---\r\nid: x\r\ntitle: T\r\n---\r\n",
    " --- \nid: x\ntitle: T\n---",
  ])
  func aTextMayBeEmpty(text: String) {
    let (source, findings) = CorpusReader.read(text, id: "x", path: "x.md")
    #expect(findings == [])
    #expect(source.title == "T")
    #expect(source.paragraphs == [])
  }

  /// A form feed or a Unicode separator is part of its line, as it is for an editor.
  @Test func onlyLineEndingsPartParagraphs() {
    let (source, _) = CorpusReader.read(
      "---\nid: x\ntitle: T\n---\na\u{C}b\u{2028}c\r\nd\re", id: "x", path: "x.md")
    #expect(source.paragraphs == ["a\u{C}b\u{2028}c", "d", "e"])
  }

  @Test func aFileUnderAnotherNameKeepsTheNameOfTheGraph() {
    let (source, findings) = CorpusReader.read(
      "---\nid: y\ntitle: T\n---\n", id: "x", path: "x.md")
    #expect(source.id == "x")
    #expect(findings.map(\.message) == ["the file of 'x' calls itself 'y'"])
    #expect(findings.map(\.mend) == ["give file and front matter one id"])
  }
}
