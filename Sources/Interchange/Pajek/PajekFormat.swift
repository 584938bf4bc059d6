extension FormatEntry {
  /// A network of Pajek.
  static let pajek = pajek(.pajek, title: "Pajek", endings: ["net", "pajek"], isProject: false)

  /// A project of Pajek.
  static let paj = pajek(.paj, title: "Pajek project", endings: ["paj"], isProject: true)

  private static func pajek(
    _ format: GraphFormat, title: String, endings: [String], isProject: Bool
  ) -> FormatEntry {
    .network(
      format, title: title, endings: endings,
      matches: { beginning in
        isProject == (beginning.ending == "paj") && looksLikePajek(beginning.trimmed)
      },
      read: { text, options throws(NetworkError) in
        try PajekReader(text: text, options: options).read()
      },
      write: { network, output in
        try PajekText(network, isProject: isProject).write(to: &output)
      },
      losses: { PajekText($0, isProject: isProject).losses }, carriesEvidence: false)
  }

  /// Whether the first line that is no comment is `*Vertices` or `*Network`.
  private static func looksLikePajek(_ text: Substring) -> Bool {
    var rest = text
    // Matrix Market and METIS have such comments too, and no star after them.
    while rest.first == "%" {
      rest = rest.drop { !$0.isNewline }.drop(while: \.isWhitespace)
    }
    guard rest.first == "*" else { return false }
    let word = rest.dropFirst().drop { $0 == " " }.prefix { $0.isLetter }.lowercased()
    return word == "vertices" || word == "network" || word == "nodes"
  }
}
