import Testing

@testable import Graphviz

@Suite struct DOTNameMarkTests {
  /// One mark goes, at the beginning and after line ends, and all others stay.
  @Test(arguments: [
    ("plain", "plain"), ("\u{2060}%1", "%1"), ("\u{2060}\u{2060}x", "\u{2060}x"),
    ("a\n\u{2060}", "a\n"), ("a\n\u{2060}\u{2060}b", "a\n\u{2060}b"), ("a\u{2060}b", "a\u{2060}b"),
    ("", ""),
  ])
  func marksGoFromNames(raw: String, name: String) {
    #expect(Array(DOTNameMark.remove(from: raw).utf8) == Array(name.utf8))
  }

  @Test(arguments: [
    ("<title>\u{2060}%3</title>", "<title>%3</title>"), ("a\u{2060}b", "a\u{2060}b"),
    ("\u{2060}%\u{2060}%", "%%"), ("\u{2060}\u{2060}x\u{2060}", "\u{2060}x\u{2060}"), ("é≤", "é≤"),
    ("", ""),
  ])
  func marksGoFromWrittenFormats(text: String, expected: String) {
    var bytes = Array(text.utf8)
    DOTNameMark.remove(fromWritten: &bytes)
    #expect(bytes == Array(expected.utf8))
  }
}
