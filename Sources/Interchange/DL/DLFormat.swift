extension FormatEntry {
  /// The data language of UCINET.
  static let dl = FormatEntry.network(
    .dl, title: "UCINET DL", endings: ["dl"], matches: { looksLikeDL($0.trimmed) },
    read: { text, options throws(NetworkError) in
      try DLReader(text: text, options: options).read()
    },
    write: { network, output in try DLText(network).write(to: &output) },
    losses: { DLText($0).losses }, carriesEvidence: false)

  /// Whether the first word is `dl`, and the next one of those that may follow it.
  private static func looksLikeDL(_ text: Substring) -> Bool {
    let words = text.lowercased().split(maxSplits: 2) { character in
      character.isWhitespace || character == "=" || character == "," || character == ":"
    }
    return words.count >= 2 && words[0] == "dl"
      && ["n", "nr", "nc", "nm", "format", "labels", "row", "column", "data"].contains(words[1])
  }
}
