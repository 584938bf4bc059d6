/// Files of other programs that are not read, though they hold networks, tables or texts: told by their
/// first bytes, so that nobody gets advice for a format that the file never was.
enum ForeignFile {
  /// What a kind of file is, and what to do with it.
  private struct Kind {
    let name: String
    let mend: String

    init(_ name: String, _ mend: String) {
      self.name = name
      self.mend = mend
    }
  }

  private static let sheet = "open it, and save its table as .xlsx or .csv"
  private static let packing = "unpack it, or pack it by gzip, zstd or zip"
  private static let picture = Kind("a picture", "name the file that it was drawn from")

  /// By the first bytes.
  private static let byMagic: [(magic: [UInt8], kind: Kind)] = [
    (
      Array("%PDF-".utf8),
      Kind("a PDF document", "copy its table into a sheet, saved as .xlsx or .csv")
    ),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], Kind("an old file of Office", sheet)),
    (Array("{\\rtf".utf8), Kind("an RTF document", sheet)),
    (Array("SQLite format 3\0".utf8), Kind("an SQLite database", "export its tables as .csv")),
    (Array("PAR1".utf8), Kind("a Parquet file", "write its table as .csv")),
    ([0x89] + Array("HDF".utf8), Kind("an HDF5 file", "write its tables as .csv")),
    ([0x89] + Array("PNG".utf8), picture), (Array("GIF8".utf8), picture),
    ([0xFF, 0xD8, 0xFF], picture),
    (Array("BZh91AY&SY".utf8), Kind("a file packed by bzip2", packing)),
    ([0xFD] + Array("7zXZ\0".utf8), Kind("a file packed by xz", packing)),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], Kind("a 7z archive", packing)),
  ]

  /// By the first word, whatever its case.
  private static let byWord: [(word: String, kind: Kind)] = [
    ("leda.graph", Kind("a LEDA graph", "save it as GML or GraphML")),
    (">>graph6<<", Kind("a graph6 file", "save it as GraphML or an edge list")),
    (">>sparse6<<", Kind("a sparse6 file", "save it as GraphML or an edge list")),
    ("<!doctype html", Kind("a web page", "download the file itself")),
    ("<html", Kind("a web page", "download the file itself")),
  ]

  /// By what the beginning of a zip archive holds.
  private static let byMember: [(text: String, kind: Kind)] = [
    (
      "mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
      Kind("an OpenDocument sheet", "save it as .xlsx or .csv")
    ),
    ("mimetypeapplication/vnd.oasis.opendocument.", Kind("an OpenDocument file", sheet)),
    (
      "word/document.xml",
      Kind("a Word document", "copy its table into a sheet, saved as .xlsx or .csv")
    ),
    ("CytoscapeSession-", Kind("a session of Cytoscape", "export the network as .cyjs or GraphML")),
  ]

  /// What to say of a file, if it is of another program; `nil` for any other.
  static func error(_ text: NetworkText) -> NetworkError? {
    guard let kind = kind(Array(text.bytes.prefix(FileBeginning.size))) else { return nil }
    return NetworkError(
      file: text.path, message: "this is \(kind.name), which is not read", mend: kind.mend)
  }

  private static func kind(_ bytes: [UInt8]) -> Kind? {
    if let kind = byMagic.first(where: { bytes.starts(with: $0.magic) })?.kind { return kind }
    let beginning = FileBeginning(
      text: String(decoding: bytes, as: UTF8.self), bytes: bytes, name: "")
    if bytes.starts(with: ZipArchive.magic) {
      return byMember.first { beginning.text.contains($0.text) }?.kind
    }
    let word = beginning.trimmed.prefix(20).lowercased()
    return byWord.first { word.hasPrefix($0.word) }?.kind
  }
}
