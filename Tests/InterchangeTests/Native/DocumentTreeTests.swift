import Testing

@testable import Interchange

@Suite struct DocumentTreeTests {
  static func failure(_ text: String) -> DocumentTree.Failure? {
    do throws(DocumentTree.Failure) {
      _ = try DocumentTree.parse(text)
      return nil
    } catch { return error }
  }

  static func scalars(_ tree: DocumentTree) -> [String] {
    switch tree {
    case .scalar(let text, _): [text]
    case .sequence(let items, _): items.flatMap(scalars)
    case .mapping(let entries, _): entries.flatMap { [$0.key] + scalars($0.value) }
    }
  }

  @Test func keepsScalarsAsTheyAreWritten() throws {
    let tree = try DocumentTree.parse("[no, 2015-12, 007, ~, null, 1.0, true, 0x1F, 1e3, =]")
    #expect(
      Self.scalars(tree) == [
        "no", "2015-12", "007", "~", "null", "1.0", "true", "0x1F", "1e3", "=",
      ])
  }

  /// Lines and columns counted by hand, from 1, in Unicode scalars.
  @Test func marksEveryValue() throws {
    let tree = try DocumentTree.parse(
      """
      a: one
      é漢😀: 'two'
      list:
        - "x"
        - {k: v}
      """)
    guard case .mapping(let entries, _) = tree, case .sequence(let items, _) = entries[2].value,
      case .mapping(let inner, _) = items[1]
    else {
      Issue.record("the tree has another shape")
      return
    }
    func place(_ mark: DocumentTree.Mark) -> [Int] { [mark.line, mark.column] }
    #expect(place(entries[0].mark) == [1, 1])
    #expect(place(entries[0].value.mark) == [1, 4])
    #expect(place(entries[1].mark) == [2, 1])
    #expect(place(entries[1].value.mark) == [2, 6])
    #expect(place(items[0].mark) == [4, 5])
    #expect(place(items[1].mark) == [5, 5])
    #expect(place(inner[0].mark) == [5, 6])
    #expect(place(inner[0].value.mark) == [5, 9])
  }

  /// The column of a place within a scalar: a quotation mark opens it, a doubled one takes two columns.
  @Test func findsColumnsWithinScalars() throws {
    func column(_ text: String, at offset: Int) throws -> Int {
      try DocumentTree.parse(text).mark.column(at: offset)
    }
    #expect(try column("abc", at: 0) == 1)
    #expect(try column("abc", at: 2) == 3)
    #expect(try column("'abc'", at: 0) == 1)
    #expect(try column("'abc'", at: 2) == 4)
    #expect(try column("'it''s so'", at: 3) == 6)
    #expect(try column("\"abc\"", at: 2) == 4)
    #expect(try column(">-\n  abc", at: 2) == 1)
  }

  @Test(arguments: ["", "   ", "\n\n", "# only a comment\n", "---\n", "\u{FEFF}"])
  func anEmptyTextIsReported(text: String) throws {
    let failure = Self.failure(text)
    let isEmptyDocument = text == "---\n"
    #expect(failure?.message == (isEmptyDocument ? nil : "the file is empty"))
    if !isEmptyDocument { #expect(failure?.mark == .init(line: 1, column: 1)) }
  }

  /// What YAML forbids, with the place counted by hand; that of an escape is its first digit.
  @Test(arguments: [
    ("a: b: c", 1, 5, "put a value that holds ': ' in single quotes"),
    ("a: @x", 1, 4, "quote a value that begins with a mark such as @ % ` or *"),
    ("a:\n\t- b", 2, 1, "quote a value that begins with a mark such as @ % ` or *"),
    ("a: 'b' c", 1, 8, "quote a value that begins or goes on after a quotation mark"),
    ("a: [b", 2, 1, "quote a value that begins or goes on after a quotation mark"),
    ("a: *x", 1, 4, "correct the text there"),
    ("a: x\u{1}y", 1, 5, "remove it, or write it as an escape in double quotes"),
    ("b: 1\na: é\u{0}y", 2, 5, "remove it, or write it as an escape in double quotes"),
    ("a: 1\n---\nb: 2", 2, 1, "correct the text there"),
    ("{\"a\": \"\\uD800\"}", 1, 10, "correct the text there"),
    ("{\"a\": \"\\uDC00\\uD800\"}", 1, 10, "correct the text there"),
  ])
  func malformedTextIsLocated(text: String, line: Int, column: Int, mend: String) throws {
    let failure = try #require(Self.failure(text))
    #expect(failure.mark.line == line)
    #expect(failure.mark.column == column)
    #expect(failure.mend.hasSuffix(mend))
  }

  @Test(arguments: ["a: 1\nb: 2\na: 3", "a: 1\n'b': 2\n\"a\": 3", "{\"a\": 1, \"b\": 2, \"a\": 3}"])
  func aKeyThatStandsTwiceIsReported(text: String) throws {
    let failure = try #require(Self.failure(text))
    #expect(failure.message == "the key 'a' stands twice in one mapping")
    #expect(failure.mend == "merge the two, or rename one")
    #expect(failure.mark.line == 1)
  }

  @Test(arguments: ["? [a, b]\n: c", "? {a: b}\n: c", "[a, b]: c"])
  func aKeyMustBeAWord(text: String) throws {
    let failure = try #require(Self.failure(text))
    #expect(failure.mend == "write a single word as key")
    #expect(failure.mark.line == 1)
  }

  // MARK: JSON

  /// RFC 8259, section 7: a pair of escaped surrogates is one character.
  @Test(arguments: [
    (#"{"a": "\uD83D\uDE00"}"#, "😀"), (#"  {"a": "\ud83d\ude00!"}"#, "😀!"),
    ("\n{\"a\": \"x\\uD834\\uDD1Ey\"}", "x𝄞y"), (#"{"a": "\\uD83D\\uDE00"}"#, #"\uD83D\uDE00"#),
    (#"{"a": "\\\uD83D\uDE00"}"#, "\\😀"),
    (#"{"a": "\u0041\/\b\f\n\r\t\"\\"}"#, "A/\u{8}\u{C}\n\r\t\"\\"),
    (#"{"a": "\u0000"}"#, "\u{0}"), (#"{"a": "\uFEFFx\uFEFF"}"#, "\u{FEFF}x\u{FEFF}"),
    ("{\n\t\"a\":\t\"tab\"\n}", "tab"), ("{\"a\":\"tight\"}", "tight"),
    ("{\r\n\"a\": \"crlf\"\r\n}", "crlf"),
  ])
  func readsJSON(text: String, expected: String) throws {
    let scalars = Self.scalars(try DocumentTree.parse(text))
    #expect(
      scalars.map { Array($0.unicodeScalars) } == ["a", expected].map { Array($0.unicodeScalars) })
  }

  @Test func readsWindowsLinesAndAByteOrderMark() throws {
    let tree = try DocumentTree.parse("\u{FEFF}a: one\r\nb:\r\n  - two\r\n")
    #expect(Self.scalars(tree) == ["a", "one", "b", "two"])
  }

  // MARK: Bounds

  @Test(arguments: [60, 100, 900, 5_000, 200_000])
  func deepNestingEndsInAnError(depth: Int) throws {
    let texts = [
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth),
      String(repeating: "{a: ", count: depth) + String(repeating: "}", count: depth),
      String(repeating: "- ", count: depth) + "x",
    ]
    for text in texts {
      let failure = Self.failure(text)
      #expect((failure == nil) == (depth <= 60))
      #expect(failure?.mark.line ?? 1 == 1)
      if depth == 100 { #expect(failure?.message == "values are nested deeper than 64 levels") }
    }
  }

  /// Nine levels of nine aliases each would make 387 million values, thirty levels 4e28.
  @Test(arguments: [9, 30])
  func aliasesThatMultiplyEndInAnError(levels: Int) throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...levels {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let failure = try #require(Self.failure(text))
    #expect(failure.message.hasPrefix("aliases repeat more than"))
    #expect(failure.mend == "no graph needs this: check where the file comes from")
  }

  /// One long text, repeated often.
  @Test func aliasesOfALongTextEndInAnError() throws {
    let text =
      "a: &a \(String(repeating: "x", count: 50_000))\nb: ["
      + Array(repeating: "*a", count: 10_000).joined(separator: ", ") + "]"
    #expect(try #require(Self.failure(text)).message.hasPrefix("aliases repeat more than"))
  }

  @Test func aliasesInReasonAreFollowed() throws {
    let tree = try DocumentTree.parse("a: &x {source: s}\nb: *x\nc: [*x, *x]")
    #expect(Self.scalars(tree).count { $0 == "s" } == 4)
  }

  @Test func aLargeDocumentIsRead() throws {
    let text = "a:\n" + String(repeating: "- x\n", count: 100_000)
    #expect(Self.scalars(try DocumentTree.parse(text)).count == 100_001)
  }
}
