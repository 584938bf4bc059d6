/// The formats of files. A new format is one folder, one case and one line in `GraphFormat.entries`.
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
  /// A table of the Global Terrorism Database.
  case gtd
  /// A Matrix Market file.
  case mtx
  /// A METIS file.
  case metis
  /// The binary file of a network, which is mapped without being parsed.
  case tlg
  /// GraphML.
  case graphml
  /// The node-link JSON of NetworkX and d3.
  case nodelink
  /// The JSON of Cytoscape.js.
  case cyjs
  /// The JSON Graph Format.
  case jgf
  /// The JSON of graphology.
  case graphology
  /// FollowTheMoney, an entity a line of JSON.
  case ftm
  /// FollowTheMoney, a value a row.
  case ftmStatements = "ftm-statements"
  /// Statements of Cypher that make a network in Neo4j.
  case cypher
  /// The tables of `neo4j-admin database import`, in an archive or a folder.
  case neo4j
  /// Notes in Markdown that link to each other, in an archive or a folder.
  case obsidian
  /// Mermaid, a flowchart in text.
  case mermaid
  /// STIX 2.1.
  case stix
  /// Turtle, a form of RDF.
  case turtle
  /// JSON-LD, a form of RDF.
  case jsonld
  /// GEXF, the format of Gephi.
  case gexf
  /// GML.
  case gml
  /// Pajek: a network, or a project of several.
  case pajek
  /// A project of Pajek, with the attributes of nodes as partitions and vectors.
  case paj
  /// The data language of UCINET.
  case dl
}

extension GraphFormat {
  /// The registry. Where the content of a file fits several formats, the first one takes it.
  static let entries: [FormatEntry] = [
    .tlg, .tables, .ftmStatements, .statements, .gtd, .csv, .mtx, .dot, .graphml, .gexf, .stix,
    .ftm, .cyjs, .graphology, .jgf, .nodelink, .gml, .pajek, .paj, .dl, .metis, .edges, .tsv,
    .matrix, .adjacency, .native, .json, .neo4j, .cypher, .turtle, .jsonld, .obsidian, .mermaid,
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
    // What was made of a sheet is a table, whatever the workbook is called.
    if let ending = text.ending { name += ".\(ending)" }
    let bytes = Array(text.bytes.prefix(FileBeginning.size))
    let beginning = FileBeginning(
      text: String(decoding: bytes, as: UTF8.self), bytes: bytes,
      name: String(name))
    let readable = entries.filter { $0.read != nil }
    return
      (readable.first { $0.matches(beginning) }
      ?? readable.first { $0.endings.contains(beginning.ending) })?.format ?? .native
  }
}

/// What a file holds: evidence, or a plain network.
public enum LoadedGraph: Sendable {
  /// A graph of evidence, with what is wrong with it.
  case evidence(Reading)
  /// A network that knows no evidence.
  case plain(PlainNetwork)
}
