/// The formats of files. A new format is one folder, one case and one line in ``GraphFormat/entries``.
public enum GraphFormat: String, Sendable, CaseIterable {
  /// The native format, in YAML or JSON; written as YAML.
  case native
  /// The native format, written as JSON.
  case json
  /// The DOT language.
  case dot
  /// An edge list: a line an edge.
  case edges
  /// A table of edges or nodes, or an edge list, with commas or semicolons.
  case csv
  /// The same with tabs.
  case tsv
  /// A table of nodes and one of edges, in a zip archive or a folder.
  case tables
  /// An adjacency matrix, with commas.
  case matrix
  /// A row a node and its neighbors, with commas.
  case adjacency
  /// A table of evidence: a statement a row.
  case statements
  /// A Matrix Market file.
  case mtx
  /// A METIS file.
  case metis
  /// The binary file of a network, which is mapped without being parsed.
  case tlg
}

extension GraphFormat {
  /// The registry. Where the content of a file fits several formats, the first one takes it.
  static let entries: [FormatEntry] = [
    .tlg, .tables, .statements, .csv, .mtx, .dot, .metis, .edges, .tsv, .matrix, .adjacency,
    .native,
    .json,
  ]

  private static let byFormat: [GraphFormat: FormatEntry] =
    Dictionary(entries.map { ($0.format, $0) }, uniquingKeysWith: { first, _ in first })

  /// What the registry holds of this format.
  var entry: FormatEntry {
    guard let entry = Self.byFormat[self] else {
      preconditionFailure("each format has a line in the registry: \(self)")
    }
    return entry
  }

  /// The name of the format in prose.
  public var title: String { entry.title }

  /// The endings of file names, without the point; the first is the usual one.
  public var endings: [String] { entry.endings }

  /// Whether files of the format can be read.
  public var isRead: Bool { entry.read != nil }

  /// Whether the format is written.
  public var isWritten: Bool { entry.writeNetwork != nil || entry.writeEvidence != nil }

  /// The format that is written to a file of a name.
  ///
  /// - Parameter ending: The ending of the name, without the point.
  /// - Returns: The first format of the registry that is written and has the ending, or `nil`.
  public static func written(ending: String) -> GraphFormat? {
    let ending = ending.lowercased()
    let fits = entries.filter { $0.format.isWritten && $0.endings.contains(ending) }
    // A format is at home in its first ending.
    return (fits.first { $0.endings.first == ending } ?? fits.first)?.format
  }

  /// Tells the format of a file: by content where it is plain, then by the ending of its name.
  ///
  /// - Parameters:
  ///   - text: The unpacked text.
  ///   - isPacked: Whether the name ends in that of a packing too.
  /// - Returns: The format; native if nothing tells.
  static func detect(_ text: NetworkText, isPacked: Bool) -> GraphFormat {
    var name = text.path.lowercased().split(separator: "/").last ?? ""
    if isPacked, let dot = name.lastIndex(of: ".") { name = name[..<dot] }
    let bytes = Array(text.bytes.prefix(FileBeginning.size))
    let beginning = FileBeginning(
      text: String(decoding: bytes, as: UTF8.self), bytes: bytes, name: String(name))
    let readable = entries.filter { $0.read != nil }
    let ending = beginning.ending
    return
      (readable.first { $0.matches(beginning) }
      ?? readable.first { $0.endings.contains(ending) })?.format ?? .native
  }
}

/// What a file holds: evidence, or a plain network.
public enum LoadedGraph: Sendable {
  /// A graph of evidence, with what is wrong with it.
  case evidence(Reading)
  /// A network that knows no evidence.
  case plain(PlainNetwork)
}
