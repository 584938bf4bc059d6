import Evidence

/// Reads a corpus file: YAML front matter between two lines of `---`, then the paragraphs.
enum CorpusReader {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - text: The text of the file.
  ///   - id: The id that the graph uses, which the front matter must repeat.
  ///   - path: The path to name in messages.
  /// - Returns: The source, and what is wrong with the file.
  static func read(_ text: String, id: String, path: String) -> (Source, [Finding]) {
    var log = ReadingLog(file: path)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.endsLine)
    guard lines.first.map({ $0.trimmed }) == "---",
      let end = lines.dropFirst().firstIndex(where: { $0.trimmed == "---" })
    else {
      log.error(
        "front-matter", "the corpus file has no front matter",
        mend:
          "begin it with '---', the keys id, title, publisher, published, reliability, and '---'",
        at: .init(line: 1, column: 1))
      return (Source(id: id, home: .corpus), log.findings)
    }
    // A leading newline keeps the line numbers of the file.
    let front = "\n" + lines[1..<end].joined(separator: "\n")
    var source = Source(id: id, home: .corpus)
    do throws(DocumentTree.Failure) {
      let tree = try DocumentTree.parse(front)
      if let fields = FieldReader(
        tree, what: "the front matter", item: .document, known: Keys.source, log: &log)
      {
        source = NativeReader.source(from: fields, home: .corpus, log: &log)
        if source.id != id {
          log.error(
            "front-matter", "the file of '\(id)' calls itself '\(source.id)'",
            mend: "give file and front matter one id", at: fields.tree("id")?.mark ?? fields.mark)
          source.id = id
        }
      }
    } catch {
      log.error("malformed", error.message, mend: error.mend, at: error.mark)
    }
    source.paragraphs = Source.paragraphs(of: lines[(end + 1)...].joined(separator: "\n"))
    return (source, log.findings)
  }
}
