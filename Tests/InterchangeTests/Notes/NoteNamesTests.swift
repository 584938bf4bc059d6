import Testing

@testable import Interchange

@Suite struct NoteNamesTests {
  /// By hand from what file systems and links in double brackets refuse.
  @Test(arguments: [
    ("Alpha", "Alpha"), ("a/b\\c:d*e?f", "a b c d e f"),
    ("say \"hi\" [x] #1 ^2 |3", "say hi x 1 2 3"),
    ("..hidden.", "hidden"), ("CON", "CON note"), ("con.txt", "con.txt note"), ("  ", "note"),
    ("two\nlines", "two lines"), ("Ärger & Söhne", "Ärger & Söhne"),
  ])
  func namesFitEveryFileSystem(text: String, expected: String) {
    var names = NoteNames()
    #expect(names.name(for: text, id: "id") == expected)
  }

  @Test func noTwoNamesAreAlike() {
    var names = NoteNames()
    #expect(names.name(for: "Alpha", id: "a1") == "Alpha")
    #expect(names.name(for: "ALPHA", id: "a2") == "ALPHA (a2)")
    #expect(names.name(for: "Alpha", id: "a2") == "Alpha (a2) 2")
    #expect(names.name(for: "e\u{301}", id: "x") == "e\u{301}")
    #expect(names.name(for: "\u{e9}", id: "y") == "\u{e9} (y)")
  }

  @Test func longNamesAreCut() {
    var names = NoteNames()
    let long = String(repeating: "漢", count: 200)
    #expect(names.name(for: long, id: "a").utf8.count <= 120)
    #expect(names.name(for: long, id: "b").utf8.count <= 140)
  }

  /// By hand from CommonMark: punctuation may be escaped by a backslash.
  @Test func markupIsEscaped() {
    #expect(NoteText.escaped("a *b* [c](d) <e> #f\ng") == "a \\*b\\* \\[c\\](d) \\<e\\> \\#f g")
    #expect(NoteText.link("A", label: "A") == "[[A]]")
    #expect(
      NoteText.link("A b", heading: "Paragraph 3", label: "x|y]") == "[[A b#Paragraph 3|x y ]]")
  }
}
