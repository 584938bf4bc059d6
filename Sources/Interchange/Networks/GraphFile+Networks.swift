public import Evidence
import GraphCore

extension GraphFile {
  /// Reads a file in any format: the native one, DOT, or a plain network, packed by gzip or zstd or
  /// not.
  ///
  /// - Parameters:
  ///   - path: The path of the file; large ones are mapped, not copied.
  ///   - format: The format; `nil` tells it by content, then by the ending of the name.
  ///   - options: How a plain network is to be read.
  ///   - vocabulary: The words that a graph of evidence may use.
  /// - Returns: What the file holds; a malformed file is an error in the findings.
  /// - Throws: ``GraphFileError`` if the file itself cannot be read.
  public static func loadAny(
    _ path: String, format: GraphFormat? = nil, options: NetworkOptions = NetworkOptions(),
    vocabulary: Vocabulary = .standard
  ) throws(GraphFileError) -> LoadedGraph {
    guard let bytes = MappedFile.bytes(of: path) else { throw .noSuchFile(path) }
    let text = NetworkText(bytes: bytes, path: path, isMapped: true)
    return try readAny(
      text, folder: Path.folder(of: path), format: format, options: options, vocabulary: vocabulary)
  }

  /// Reads bytes in any format, such as those that came through a pipe.
  ///
  /// - Parameters:
  ///   - bytes: The bytes, packed by gzip or zstd or not.
  ///   - path: The path to name in messages.
  ///   - folder: The folder from which the corpus folder is reckoned.
  ///   - format: The format; `nil` tells it by content, then by the ending of the path.
  ///   - options: How a plain network is to be read.
  ///   - vocabulary: The words that a graph of evidence may use.
  /// - Returns: What the bytes hold; malformed ones are an error in the findings.
  /// - Throws: ``GraphFileError`` if they are no UTF-8 text in a format that is text.
  public static func readAny(
    bytes: [UInt8], path: String, folder: String, format: GraphFormat? = nil,
    options: NetworkOptions = NetworkOptions(), vocabulary: Vocabulary = .standard
  ) throws(GraphFileError) -> LoadedGraph {
    try readAny(
      NetworkText(bytes: Column(bytes), path: path), folder: folder, format: format,
      options: options, vocabulary: vocabulary)
  }

  private static func readAny(
    _ packed: NetworkText, folder: String, format: GraphFormat?, options: NetworkOptions,
    vocabulary: Vocabulary
  ) throws(GraphFileError) -> LoadedGraph {
    let path = packed.path
    let bytes: Column<UInt8>
    do throws(NetworkError) {
      bytes = try Unpacking.unpacked(packed.bytes, path: path, most: options.mostBytes)
    } catch {
      return .evidence(failed(error))
    }
    let isPacked = Unpacking.Packing(packed.bytes) != nil
    let text = NetworkText(bytes: bytes, path: path, isMapped: packed.isMapped && !isPacked)
    switch format ?? GraphFormat.detect(text, isPacked: isPacked) {
    case .native, .dot, nil:
      let string = try self.text(of: Array(bytes), path: path)
      return redirected(
        readAny(string, path: path, folder: folder, format: format, vocabulary: vocabulary),
        options, path: path)
    case .some(let format):
      return readNetwork(text, format: format, options: options)
    }
  }

  /// Reads a plain network in a format of its own.
  static func readNetwork(
    _ text: NetworkText, format: GraphFormat, options: NetworkOptions
  ) -> LoadedGraph {
    do throws(NetworkError) {
      switch format {
      case .mtx: return .plain(try MatrixMarketReader(text: text, options: options).read())
      case .metis: return .plain(try METISReader(text: text, options: options).read())
      case .tlg: return .plain(try BinaryNetworkReader(text: text, options: options).read())
      case .edges, .native, .dot:
        return .plain(try EdgeListReader(text: text, options: options).read())
      }
    } catch {
      return .evidence(failed(error))
    }
  }

  private static func failed(_ error: NetworkError) -> Reading {
    let finding = Finding(
      .error, rule: "malformed", message: error.message, mend: error.mend,
      location: Location(file: error.file, line: error.line ?? 1, column: error.column ?? 1))
    return Reading(graph: nil, findings: [finding], form: .long, locations: [:])
  }

  /// A network of DOT, whose direction the user may drop but not invent.
  private static func redirected(
    _ loaded: LoadedGraph, _ options: NetworkOptions, path: String
  ) -> LoadedGraph {
    guard case .plain(let network) = loaded else { return loaded }
    do throws(Fault) {
      let isDirected = try options.isDirected(file: network.isDirected)
      return .plain(isDirected ? network : network.asUndirected())
    } catch {
      return .evidence(
        failed(NetworkError(file: path, message: error.message, mend: error.mend)))
    }
  }
}

extension GraphFormat {
  /// Tells the format of a plain network: by content where it is plain, then by the ending of the
  /// path.
  ///
  /// - Returns: The format, or `nil` if the file is to be read as native or DOT.
  static func detect(_ text: NetworkText, isPacked: Bool) -> GraphFormat? {
    if text.bytes.starts(with: BinaryNetwork.magic) { return .tlg }
    let beginning = text.bytes.prefix(4096)
    let words = String(decoding: beginning.prefix(40), as: UTF8.self)
    if words.drop(while: { $0 == "\u{feff}" }).lowercased().hasPrefix("%%matrixmarket") {
      return .mtx
    }
    var name = text.path.lowercased().split(separator: "/").last ?? ""
    if isPacked, let dot = name.lastIndex(of: ".") { name = name[..<dot] }
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...] } ?? ""
    let isNative = ["yaml", "yml", "json"].contains(ending)
    let isDOT = detect(String(decoding: beginning, as: UTF8.self)) == .dot
    if isDOT || isNative { return nil }
    switch ending {
    case "graph", "metis": return .metis
    case "mtx": return .mtx
    case "tlg": return .tlg
    case "edges", "edgelist", "csv", "tsv", "txt", "el", "wel", "ncol": return .edges
    case "dot", "gv": return nil
    default: return looksLikeEdges(text) ? .edges : nil
    }
  }

  /// Whether the first line with data is two or three numbers, or a comment is that of an edge
  /// list.
  private static func looksLikeEdges(_ text: NetworkText) -> Bool {
    text.bytes.withUnsafeBufferPointer { bytes in
      guard let layout = try? EdgeListLayout(bytes) else { return false }
      if layout.isDirected != nil || layout.hasHeader { return true }
      var cursor = FieldCursor(bytes, layout.start..<bytes.count)
      var count = 0
      while let field = try? cursor.field(separator: layout.separator) {
        var number = FieldCursor(bytes, field.bytes)
        guard count < 3, number.number() != nil, number.at == number.end else { return false }
        count += 1
      }
      return count >= 2
    }
  }
}
