import Evidence
import Testing

@Suite struct ParagraphSetTests {
  @Test(arguments: [
    ("12", [12], "12"), ("8-9", [8, 9], "8-9"), ("11, 26", [11, 26], "11, 26"),
    ("11,26", [11, 26], "11, 26"), ("3, 1-2", [1, 2, 3], "3, 1-2"), (" 4 ", [4], "4"),
    ("2-4, 3", [2, 3, 4], "2-4, 3"), ("007", [7], "7"),
  ])
  func reads(text: String, numbers: [Int], written: String) throws {
    let set = try #require(ParagraphSet(text))
    #expect(set.numbers == numbers)
    #expect(set.description == written)
    #expect(set.last == numbers.last)
  }

  @Test(arguments: [
    "", "0", "-1", "1-", "-", "9-8", "1-2-3", "a", "1 2", "1,", ",1", "1.5", "٣", "+1", "p3",
    "1000000000", "99999999999999999999", "document",
  ])
  func refuses(text: String) {
    #expect(ParagraphSet(text) == nil)
  }

  /// A range over the memory of the machine must not be taken at its word.
  @Test func boundsHowManyMayBeNamed() {
    #expect(ParagraphSet("1-100000")?.numbers.count == 100_000)
    #expect(ParagraphSet("1-100001") == nil)
    #expect(ParagraphSet("1-999999999") == nil)
    #expect(ParagraphSet("1-60000, 1-60000") == nil)
  }

  @Test func namesWhatASourceHas() throws {
    let set = try #require(ParagraphSet("9, 2-4, 3"))
    #expect(set.numbers(upTo: 3) == [2, 3])
    #expect(set.numbers(upTo: 1) == [])
    #expect(set.numbers(upTo: 100) == [2, 3, 4, 9])
  }

  @Test func keepsTheOrderWritten() throws {
    #expect(try #require(ParagraphSet("26, 11")).first == 26)
    #expect(ParagraphSet("26, 11") != ParagraphSet("11, 26"))
    #expect(ParagraphSet("5") == ParagraphSet(5))
  }
}

@Suite struct QuoteTests {
  /// Offsets are counted by hand, in Unicode scalars from 0, end exclusive.
  @Test(arguments: [
    ("Awlaki's sermons", "sermons", 9..<16),
    ("Awlaki’s sermons", "Awlaki's", 0..<8),
    ("he said “go” twice", "\"go\"", 8..<12),
    ("in 2014–15 it", "2014-15", 3..<10),
    ("two  words\u{A0}here", "two words here", 0..<15),
    ("  edge  ", "edge", 2..<6),
    ("😀 after", "after", 2..<7),
    ("one two one three", "one", 0..<3),
    ("one two one three", "one ... three", 0..<17),
    ("a b a c b", "a … b", 0..<3),
    ("the ... dots", "the ... dots", 0..<12),
    ("x", " x ", 0..<1),
  ])
  func finds(paragraph: String, words: String, expected: Range<Int>) {
    #expect(Quote(words).find(in: paragraph) == expected)
  }

  @Test(arguments: [
    ("Awlaki's sermons", "speeches"), ("", "a"), ("a", ""), ("b then a", "a ... b"), ("A", "a"),
    ("short", "much longer than it"), ("a", "a ... a"),
  ])
  func missesWhatIsNotThere(paragraph: String, words: String) {
    #expect(Quote(words).find(in: paragraph) == nil)
  }
}
