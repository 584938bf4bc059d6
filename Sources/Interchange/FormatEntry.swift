import Evidence

/// How one format is told, read and written: what the registry holds of it.
struct FormatEntry: Sendable {
  /// Reads a file of the format.
  typealias Read = @Sendable (NetworkText, ReadingContext) throws(NetworkError) -> LoadedGraph
  /// Writes a plain network.
  typealias WriteNetwork = @Sendable (PlainNetwork, inout PiecedOutput) throws -> Void
  /// Writes a graph of evidence.
  typealias WriteEvidence =
    @Sendable (InfluenceGraph, WritingContext, inout PiecedOutput) throws -> Void

  /// The format.
  let format: GraphFormat
  /// Its name in prose.
  let title: String
  /// The endings of file names, without the point, in lower case; the first is the usual one.
  let endings: [String]
  /// Whether a file is of this format by its content.
  let matches: @Sendable (FileBeginning) -> Bool
  /// Reads it; `nil` if the format is only written.
  let read: Read?
  /// Writes a plain network; `nil` if the format holds none.
  let writeNetwork: WriteNetwork?
  /// What a file of the format loses of a plain network, one sentence each.
  let networkLosses: @Sendable (PlainNetwork) -> [String]
  /// Writes a graph of evidence; `nil` if the format holds none.
  let writeEvidence: WriteEvidence?
  /// What a file of the format loses of a graph of evidence, one sentence each.
  let evidenceLosses: @Sendable (InfluenceGraph) -> [String]
  /// Whether evidence travels as a network, in which statements of every stance are edges.
  var carriesEvidence = false
  /// The files that a plain network makes, in a format of several.
  var networkFiles: (@Sendable (PlainNetwork) throws -> [ZipArchive.Member])?
  /// The files that a graph of evidence makes, in a format of several.
  var evidenceFiles: (@Sendable (InfluenceGraph, WritingContext) throws -> [ZipArchive.Member])?

  /// Describes a format by all that it can do.
  init(
    _ format: GraphFormat, title: String, endings: [String],
    matches: @escaping @Sendable (FileBeginning) -> Bool, read: Read?,
    writeNetwork: WriteNetwork? = nil,
    networkLosses: @escaping @Sendable (PlainNetwork) -> [String] = { _ in [] },
    writeEvidence: WriteEvidence? = nil,
    evidenceLosses: @escaping @Sendable (InfluenceGraph) -> [String] = { _ in [] }
  ) {
    self.format = format
    self.title = title
    self.endings = endings
    self.matches = matches
    self.read = read
    self.writeNetwork = writeNetwork
    self.networkLosses = networkLosses
    self.writeEvidence = writeEvidence
    self.evidenceLosses = evidenceLosses
  }

  /// Describes a format of several files, which are only written: in one zip archive, or in a folder if
  /// the user names one.
  static func files(
    _ format: GraphFormat, title: String,
    network: @escaping @Sendable (PlainNetwork) throws -> [ZipArchive.Member],
    networkLosses: @escaping @Sendable (PlainNetwork) -> [String],
    evidence: @escaping @Sendable (InfluenceGraph) throws -> [ZipArchive.Member]
  ) -> FormatEntry {
    var entry = FormatEntry(
      format, title: title, endings: [], matches: { _ in false }, read: nil,
      writeNetwork: { try ZipArchive.write(try network($0), to: &$1) },
      networkLosses: networkLosses,
      writeEvidence: { graph, _, output in
        try ZipArchive.write(try evidence(graph), to: &output)
      })
    entry.networkFiles = network
    entry.evidenceFiles = { graph, _ in try evidence(graph) }
    return entry
  }

  /// Describes a format of networks.
  ///
  /// - Parameters:
  ///   - format: The format.
  ///   - title: Its name in prose.
  ///   - endings: The endings of file names.
  ///   - matches: Whether a file is of this format by its content.
  ///   - read: Reads a network; `nil` if the format is only written.
  ///   - write: Writes a network; `nil` if the format is only read.
  ///   - losses: What a file of the format loses of a network.
  ///   - carriesEvidence: Whether it knows attributes of nodes, edges and the whole, so that a graph of
  ///     evidence travels in it by ``EvidenceNetwork``.
  /// - Returns: The entry.
  static func network(
    _ format: GraphFormat, title: String, endings: [String],
    matches: @escaping @Sendable (FileBeginning) -> Bool,
    read: (@Sendable (NetworkText, NetworkOptions) throws(NetworkError) -> PlainNetwork)?,
    write: WriteNetwork?,
    losses: @escaping @Sendable (PlainNetwork) -> [String] = { _ in [] }, carriesEvidence: Bool
  ) -> FormatEntry {
    var readLoaded: Read?
    if let read {
      readLoaded = { text, context throws(NetworkError) in
        context.loaded(try read(text, context.options), path: text.path)
      }
    }
    var writeEvidence: WriteEvidence?
    if let write, carriesEvidence {
      writeEvidence = { graph, context, output in
        try write(try EvidenceNetwork.network(graph, corpus: context.corpus), &output)
      }
    }
    var entry = FormatEntry(
      format, title: title, endings: endings, matches: matches, read: readLoaded,
      writeNetwork: write, networkLosses: losses, writeEvidence: writeEvidence,
      evidenceLosses: { graph in
        guard carriesEvidence, let network = try? EvidenceNetwork.network(graph) else { return [] }
        return losses(network)
      })
    entry.carriesEvidence = carriesEvidence
    return entry
  }
}

/// The beginning of a file, by which its format is told.
struct FileBeginning: Sendable {
  /// At most so many bytes are looked at.
  static let size = 4096
  /// The first bytes as text; what is no UTF-8 is replaced.
  let text: String
  /// The first bytes.
  let bytes: [UInt8]
  /// The last part of the path, in lower case, without the ending of a packed file.
  let name: String

  /// The ending of the name, without the point; empty if there is none.
  var ending: String {
    name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
  }

  /// The text without a byte order mark and white space at its beginning.
  var trimmed: Substring {
    text.drop(while: { $0 == "\u{feff}" || $0.isWhitespace })
  }
}

/// What a reader may need beside the text.
struct ReadingContext: Sendable {
  /// The folder from which the corpus folder is reckoned.
  var folder: String
  /// How networks are to be read.
  var options = NetworkOptions()
  /// The words that a graph of evidence may use.
  var vocabulary = Vocabulary.standard

  /// A network as what it is: evidence if it carries the mark of it.
  func loaded(_ network: PlainNetwork, path: String) -> LoadedGraph {
    guard EvidenceNetwork.isEvidence(network) else { return .plain(network) }
    do throws(DocumentTree.Failure) {
      let (tree, strange) = try EvidenceNetwork.tree(network)
      var reading = read(tree, path: path)
      if !strange.isEmpty {
        reading.findings.append(
          Finding(
            .warning, rule: "left-out",
            message: "attributes that evidence does not know are left out: "
              + strange.joined(separator: ", "), mend: "nothing needs to be done",
            location: Location(file: path, line: 1, column: 1)))
      }
      return .evidence(reading)
    } catch {
      return .evidence(
        GraphFile.failed(
          NetworkError(
            file: path, line: 1, column: 1, message: error.message, mend: error.mend)))
    }
  }

  /// Reads the tree of a native document.
  func read(_ tree: DocumentTree, path: String) -> Reading {
    NativeReader(file: path, vocabulary: vocabulary).read(tree) { named in
      GraphFile.lookup(in: GraphFile.corpusFolder(of: folder, named: named))
    }
  }
}

/// What a writer of evidence may need beside the graph.
public struct WritingContext: Sendable {
  /// The corpus folder to name in the file; `nil` leaves the usual one.
  public var corpus: String?
  /// The form of statements in YAML.
  public var form: Reading.Form

  /// Says how to write.
  ///
  /// - Parameters:
  ///   - corpus: The corpus folder to name in the file; `nil` leaves the usual one.
  ///   - form: The form of statements in YAML.
  public init(corpus: String? = nil, form: Reading.Form = .long) {
    self.corpus = corpus
    self.form = form
  }
}
