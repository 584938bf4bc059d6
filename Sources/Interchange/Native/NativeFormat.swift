extension FormatEntry {
  /// The native format, written as YAML.
  static let native = FormatEntry(
    .native, title: "native YAML", endings: ["yaml", "yml"],
    matches: { beginning in
      // `throughline: 1` as the first key, after comments.
      let lines = beginning.trimmed.split(whereSeparator: \.isNewline)
      let first = lines.first { !$0.drop(while: \.isWhitespace).hasPrefix("#") && $0 != "---" }
      return first?.hasPrefix("throughline:") == true
    }, read: read,
    writeEvidence: { graph, context, output in
      try output.write(NativeWriter(form: context.form, corpus: context.corpus).yaml(graph))
    })

  /// The native format, written as JSON.
  static let json = FormatEntry(
    .json, title: "native JSON", endings: ["json"],
    matches: { beginning in
      guard beginning.trimmed.first == "{" else { return false }
      return beginning.trimmed.dropFirst().drop(while: \.isWhitespace).hasPrefix("\"throughline\"")
    }, read: read,
    writeEvidence: { graph, context, output in
      try output.write(NativeWriter(corpus: context.corpus).json(graph))
    })

  private static let read: Read = { text, context throws(NetworkError) in
    .evidence(
      GraphFile.read(
        try text.string(), path: text.path, folder: context.folder, vocabulary: context.vocabulary))
  }
}

extension NetworkText {
  /// The whole as text; a byte order mark is dropped.
  ///
  /// - Throws: ``NetworkError`` with the line if it is no UTF-8.
  func string() throws(NetworkError) -> String {
    do throws(GraphFileError) {
      return try GraphFile.text(of: Array(bytes), path: path)
    } catch {
      guard case .notText(_, let line) = error else {
        throw NetworkError(file: path, message: error.description, mend: "check the path")
      }
      throw NetworkError(
        file: path, line: line, column: 1, message: "the file is no UTF-8 text",
        mend: "convert it, for example with 'iconv -f LATIN1 -t UTF-8'")
    }
  }
}
