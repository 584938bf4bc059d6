extension FormatEntry {
  /// GML.
  static let gml = FormatEntry.network(
    .gml, title: "GML", endings: ["gml"],
    matches: { $0.ending == "gml" || looksLikeGML($0.trimmed) },
    read: { text, options throws(NetworkError) in
      try GMLReader(text: text, options: options).read()
    },
    write: { network, output in try GMLText(network).write(to: &output) }, carriesEvidence: true)

  /// Whether the first words are keys of GML: `graph [`, or what stands before it.
  private static func looksLikeGML(_ text: Substring) -> Bool {
    var rest = text
    while rest.first == "#" {
      rest = rest.drop { !$0.isNewline }.drop(while: \.isWhitespace)
    }
    let word = rest.prefix { $0.isLetter }.lowercased()
    let next = rest.dropFirst(word.count).drop(while: \.isWhitespace).first
    switch word {
    case "graph": return next == "["
    case "creator", "comment", "author": return next == "\"" && holdsGraph(rest)
    case "version": return next?.isNumber == true && holdsGraph(rest)
    default: return false
    }
  }

  private static func holdsGraph(_ text: Substring) -> Bool {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace)
    return zip(words, words.dropFirst()).contains { word, next in
      word == "graph[" || word == "graph" && next.first == "["
    }
  }
}
