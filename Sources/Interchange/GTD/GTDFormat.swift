extension FormatEntry {
  /// The columns of the Global Terrorism Database, as CSV or the first sheet of a workbook.
  static let gtd = FormatEntry(
    .gtd, title: "GTD table", endings: [],
    matches: { beginning in
      guard let header = beginning.trimmed.split(whereSeparator: \.isNewline).first else {
        return false
      }
      let names = header.lowercased().split { ",;\t\"".contains($0) }.map(\.trimmingSpaces)
      return ["eventid", "iyear", "gname"].allSatisfy(names.contains)
    },
    read: { text, context throws(NetworkError) in try GTDReader(text, context).read() })
}
