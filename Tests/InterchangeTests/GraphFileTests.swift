import Evidence
import Foundation
import Testing

@testable import Interchange

@Suite struct GraphFileTests {
  /// A folder of its own with the files given, removed afterwards.
  static func withFolder<T>(_ files: [String: Data], _ body: (String) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (path, data) in files {
      let file = folder + "/" + path
      try FileManager.default.createDirectory(
        atPath: Path.folder(of: file), withIntermediateDirectories: true)
      try data.write(to: URL(fileURLWithPath: file))
    }
    return try body(folder)
  }

  static let corpusFile = """
    ---
    id: x
    title: The X
    reliability: B
    ---

    First paragraph.

    Second paragraph: "words".
    """

  static func graph(sources: String) -> String {
    """
    throughline: 1
    title: t
    sources: [\(sources)]
    entities:
      - {id: a, kind: person}
      - {id: b, kind: person}
    statements:
      x:
        2:
          - a inspired b "words"
    """
  }

  @Test func readsAGraphWithItsCorpus() throws {
    let files = [
      "graphs/g.yaml": Data(Self.graph(sources: "x").utf8),
      "corpus/x.md": Data(Self.corpusFile.utf8),
    ]
    try Self.withFolder(files) { folder in
      let reading = try GraphFile.load(folder + "/graphs/g.yaml")
      #expect(reading.findings == [])
      let graph = try #require(reading.graph)
      #expect(graph.sources[0].title == "The X")
      #expect(graph.sources[0].home == .corpus)
      #expect(graph.sources[0].paragraphs == ["First paragraph.", "Second paragraph: \"words\"."])
      #expect(graph.statements[0].citation.quote?.range == 19..<24)
    }
  }

  @Test func aCorpusFolderMayBeNamed() throws {
    let text = Self.graph(sources: "x").replacing("title: t", with: "title: t\ncorpus: texts")
    let files = ["g.yaml": Data(text.utf8), "texts/x.md": Data(Self.corpusFile.utf8)]
    try Self.withFolder(files) { folder in
      let reading = try GraphFile.load(folder + "/g.yaml")
      #expect(reading.findings == [])
      #expect(reading.corpus == "texts")
    }
  }

  @Test func aMissingCorpusFileIsAnErrorAtItsId() throws {
    try Self.withFolder(["graphs/g.yaml": Data(Self.graph(sources: "x").utf8)]) { folder in
      let file = folder + "/graphs/g.yaml"
      let error = try #require(try GraphFile.load(file).errors.first)
      #expect(error.rule == "missing-source")
      #expect(error.location == Location(file: file, line: 3, column: 11))
      #expect(error.message == "the source 'x' has no file \(folder)/corpus/x.md")
      #expect(error.mend.hasPrefix("add the file, correct the id"))
    }
  }

  /// The secret stands where each id would lead if it were followed.
  @Test(arguments: ["../../secret", "../secret", "..", ".hidden", "sub/x", "/etc/passwd", "''"])
  func anIdLeadsOutOfNoFolder(id: String) throws {
    let secret = Data(Self.corpusFile.replacing("The X", with: "SECRET").utf8)
    let files = [
      "in/graphs/g.yaml": Data(Self.graph(sources: id).utf8), "secret.md": secret,
      "in/secret.md": secret, "in/corpus/.hidden.md": secret, "in/corpus/sub/x.md": secret,
      "in/.md": secret, "in/corpus/.md": secret,
    ]
    try Self.withFolder(files) { folder in
      let reading = try GraphFile.load(folder + "/in/graphs/g.yaml")
      #expect(reading.errors.contains { $0.rule == "missing-source" })
      #expect(reading.graph?.sources.contains { $0.title == "SECRET" } == false)
    }
  }

  @Test func aFileThatIsNotThereOrNoFileIsReported() throws {
    try Self.withFolder(["a/b": Data()]) { folder in
      let (none, within) = (folder + "/none.yaml", folder + "/a")
      #expect(throws: GraphFileError.noSuchFile(none)) { try GraphFile.load(none) }
      #expect(throws: GraphFileError.noSuchFile(none)) { try GraphFile.loadAny(none) }
      #expect(throws: GraphFileError.folder(within)) { try GraphFile.load(within) }
      #expect(throws: GraphFileError.folder(within)) { try GraphFile.loadAny(within) }
    }
    #expect(
      GraphFileError.noSuchFile("x").description
        == "x: there is no such file, or it cannot be read; check the path")
    #expect(
      GraphFileError.folder("x").description
        == "x: this is a folder without nodes.csv or edges.csv; name a file, or a folder with these"
    )
  }

  @Test func anEmptyFileIsMalformed() throws {
    try Self.withFolder(["g.yaml": Data()]) { folder in
      let reading = try GraphFile.load(folder + "/g.yaml")
      #expect(reading.graph == nil)
      #expect(reading.errors.map(\.rule) == ["malformed"])
      #expect(reading.errors.map(\.message) == ["the file is empty"])
    }
  }

  @Test func aByteOrderMarkIsDropped() throws {
    #expect(try GraphFile.text(of: [0xEF, 0xBB, 0xBF, 0x61], path: "g") == "a")
  }

  /// The Unicode Standard, table 3-7: bytes that begin or go on no sequence.
  @Test(
    arguments: [
      ([0xFF], 1), ([0x61, 0x0A, 0xFF, 0x0A], 2), ([0x61, 0x0A, 0x0A, 0x80], 3), ([0xE9, 0x0A], 1),
      ([0x0A, 0xC3, 0xA9, 0x0A, 0xC3, 0x28], 3), ([0x0A, 0xF0, 0x9F, 0x98], 2),
      ([0x0A, 0xED, 0xA0, 0x80, 0x0A], 2), ([0x0A, 0xC0, 0xAF], 2),
      ([0x0A, 0x80, 0x80, 0x80, 0x80], 2),
      ([0xF4, 0x90, 0x80, 0x80], 1), ([0xEF, 0xBB, 0xBF, 0x0A, 0xFE], 2),
    ] as [([UInt8], Int)])
  func bytesThatAreNoTextAreLocated(bytes: [UInt8], line: Int) {
    #expect(throws: GraphFileError.notText("g", line: line)) {
      try GraphFile.text(of: bytes, path: "g")
    }
  }

  @Test func theMessageForOtherEncodingsNamesTheLine() {
    #expect(
      GraphFileError.notText("g", line: 7).description
        == "g:7:1: the file is no UTF-8 text; convert it, for example with 'iconv -f LATIN1 -t UTF-8'"
    )
  }
}

@Suite struct PathTests {
  @Test(arguments: [
    ("a/b.yaml", "a"), ("b.yaml", "."), ("/b.yaml", "/"), ("/a/b/c", "/a/b"), ("./x", "."),
  ])
  func folder(path: String, expected: String) { #expect(Path.folder(of: path) == expected) }

  @Test(arguments: [
    ("graphs", "../corpus", "corpus"), (".", "../corpus", "../corpus"), ("a", "/b", "/b"),
    ("/a/b", "../c", "/a/c"), ("a/b", "./c", "a/b/c"), ("a", "..", "."), ("../a", "../b", "../b"),
    ("a", "../../b", "../b"), ("/", "x", "/x"), (".", "x", "x"), ("a", "b//c/", "a/b/c"),
  ])
  func join(folder: String, path: String, expected: String) {
    #expect(Path.join(folder, path) == expected)
  }

  @Test(arguments: [
    ("graphs", "corpus", "../corpus"), (".", "corpus", "corpus"), ("a", "a", "."),
    ("/a/b", "/a/c/d", "../c/d"), ("a/b", "a", ".."), ("/a", "b", nil), ("../a", "b", nil),
    ("a", "../b", "../../b"),
  ])
  func relative(from: String, to: String, expected: String?) {
    #expect(Path.relative(from: from, to: to) == expected)
  }

  @Test(arguments: [
    ("x", true), ("cnn-2016", true), ("a b", true), ("", false), (".", false), ("..", false),
    (".x", false), ("a/b", false), ("/a", false), ("a\0", false),
  ])
  func plainName(name: String, expected: Bool) { #expect(Path.isPlainName(name) == expected) }
}
