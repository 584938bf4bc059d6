public import Evidence
import GraphCore

extension GraphFile {
  /// Reads a file in any format, packed by gzip, zstd or zip or not.
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
    if let tables = TableSet.folder(path) {
      return readTables(
        tables, path: path,
        context: ReadingContext(folder: path, options: options, vocabulary: vocabulary))
    }
    guard let bytes = MappedFile.bytes(of: path) else { throw GraphFileError.unreadable(path) }
    return readAny(
      NetworkText(bytes: bytes, path: path, isMapped: true), format: format,
      context: ReadingContext(
        folder: Path.folder(of: path), options: options, vocabulary: vocabulary))
  }

  /// Reads bytes in any format, such as those that came through a pipe.
  ///
  /// - Parameters:
  ///   - bytes: The bytes, packed by gzip, zstd or zip or not.
  ///   - path: The path to name in messages.
  ///   - folder: The folder from which the corpus folder is reckoned.
  ///   - format: The format; `nil` tells it by content, then by the ending of the path.
  ///   - options: How a plain network is to be read.
  ///   - vocabulary: The words that a graph of evidence may use.
  /// - Returns: What the bytes hold; malformed ones are an error in the findings.
  public static func readAny(
    bytes: [UInt8], path: String, folder: String, format: GraphFormat? = nil,
    options: NetworkOptions = NetworkOptions(), vocabulary: Vocabulary = .standard
  ) -> LoadedGraph {
    readAny(
      NetworkText(bytes: Column(bytes), path: path), format: format,
      context: ReadingContext(folder: folder, options: options, vocabulary: vocabulary))
  }

  /// Reads the tables of a folder.
  private static func readTables(
    _ tables: TableSet, path: String, context: ReadingContext
  ) -> LoadedGraph {
    do throws(NetworkError) {
      var network = try tables.read(context.options)
      if let last = tables.edges ?? tables.nodes { network.tellSkipped(last) }
      return context.loaded(network, path: path)
    } catch {
      return .evidence(failed(error))
    }
  }

  private static func readAny(
    _ packed: NetworkText, format: GraphFormat?, context: ReadingContext
  ) -> LoadedGraph {
    do throws(NetworkError) {
      if format == nil, let foreign = ForeignFile.error(packed) { throw foreign }
      let (text, isPacked) = try unpacked(packed, options: context.options)
      if format == nil, let foreign = ForeignFile.error(text) { throw foreign }
      let format = format ?? GraphFormat.detect(text, isPacked: isPacked)
      guard let read = format.entry.read else {
        throw NetworkError(
          file: packed.path, message: "\(format.title) is written, not read",
          mend: "name a format that is read with --input-format")
      }
      guard context.options.nodes == nil || format == .csv || format == .tsv else {
        throw NetworkError(
          file: packed.path,
          message: "a table of nodes goes with a table of edges, not \(format.title)",
          mend: "leave out --nodes")
      }
      let loaded: LoadedGraph
      do throws(NetworkError) {
        loaded = try read(text, context)
      } catch {
        guard let sheet = text.sheet, context.options.graph == nil else { throw error }
        throw sheet.hinting(error)
      }
      switch loaded {
      case .evidence(let reading):
        // YAML takes for a text what JSON has no word for, so its reader may find no fault in it.
        if format == .json && !reading.errors.isEmpty
          || format == .native && reading.errors.contains(where: \.isMalformed),
          let broken = text.brokenJSON(isNamedSo: format == .json, context.options)
        {
          throw broken
        }
        return .evidence(reading)
      case .plain(var network):
        if context.options.graph == nil, let remark = text.sheet?.remark {
          network.remarks.append(remark)
        }
        if network.graph.nodeCount == 0, text.isBlank {
          network.remarks.append(
            text.sheet == nil ? PlainNetwork.holdsNothing : "the sheet holds nothing")
        }
        network.tellSkipped(text)
        return .plain(network)
      }
    } catch {
      return .evidence(failed(error))
    }
  }

  /// What bytes hold that are no native file, for messages.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of a file.
  ///   - path: Its path, whose ending may tell the format.
  /// - Returns: The name of the format in prose; `nil` if it is a native one, or nothing tells.
  public static func foreignFormat(of bytes: [UInt8], path: String) -> String? {
    let text = NetworkText(bytes: Column(bytes), path: path)
    if Archive.isArchive(text.bytes) { return "a zip archive or a workbook" }
    if let packing = Unpacking.Packing(text.bytes) { return packing.rawValue }
    let format = GraphFormat.detect(text, isPacked: false)
    return format == .native || format == .json ? nil : format.title
  }

  /// The text of a file: unpacked by gzip and zstd, the only file of a zip archive, and in UTF-8.
  ///
  /// - Returns: The text, and whether its name ends in that of a packing. An archive of several files
  ///   comes back as it is, for a format that is made so.
  private static func unpacked(
    _ packed: NetworkText, options: NetworkOptions
  ) throws(NetworkError) -> (NetworkText, isPacked: Bool) {
    var text = packed
    var isPacked = false
    if Unpacking.Packing(text.bytes) != nil {
      text = NetworkText(
        bytes: try Unpacking.unpacked(text.bytes, path: text.path, most: options.mostBytes),
        path: text.path)
      isPacked = true
    }
    if Archive.isArchive(text.bytes) {
      let archive = try Archive(text.bytes, path: text.path, most: options.mostBytes)
      if let workbook = Workbook(archive, path: text.path, options: options) {
        // The path stays as the user knows it; the ending is that of what was made of it.
        let (csv, sheet) = try workbook.csv()
        return (NetworkText(bytes: csv, path: text.path, ending: "csv", sheet: sheet), isPacked)
      }
      guard let member = archive.members.first, archive.members.count == 1 else {
        return (text, isPacked)
      }
      // The ending that tells the format is that of the member.
      text = NetworkText(bytes: member.bytes, path: "\(text.path)/\(member.name)")
      isPacked = false
    }
    if let encoding = TextEncoding(text.bytes) {
      text = NetworkText(
        bytes: try encoding.utf8(text.bytes, path: text.path), path: text.path, isTranscoded: true)
    }
    return (text, isPacked)
  }

  /// What is left of a file that cannot be read: why.
  static func failed(_ error: NetworkError) -> Reading {
    let finding = Finding(
      .error, rule: "malformed", message: error.message, mend: error.mend,
      location: Location(file: error.file, line: error.line ?? 1, column: error.column ?? 1))
    return Reading(graph: nil, findings: [finding], form: .long, locations: [:])
  }
}

extension NetworkText {
  /// Whether there is nothing but white space and separators.
  fileprivate var isBlank: Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      return bytes[start...].allSatisfy { " \t\r\n,;".utf8.contains($0) }
    }
  }
}

extension Finding {
  /// Whether the file could not be taken apart at all.
  fileprivate var isMalformed: Bool { rule == "malformed" }
}

extension NetworkText {
  /// What is wrong with a file as JSON, if it is meant as JSON: YAML takes braces too, and its advice
  /// would be no help.
  ///
  /// - Parameters:
  ///   - isNamedSo: Whether the name of the file, or the user, says that it is JSON.
  ///   - options: The limits.
  /// - Returns: The fault, or `nil` if it is JSON, or is not meant as it.
  fileprivate func brokenJSON(isNamedSo: Bool, _ options: NetworkOptions) -> NetworkError? {
    bytes.withUnsafeBufferPointer { bytes in
      var cursor = JSONCursor(bytes, options: options)
      cursor.takesNotFinite = true
      let first = cursor.peek()
      guard isNamedSo || first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
        return nil
      }
      var ahead = cursor
      ahead.at += 1
      // A key without a mark of quotation is one of YAML.
      let isYAML = first == UInt8(ascii: "{") && UnicodeScalar(ahead.peek()).properties.isAlphabetic
      guard isNamedSo || !isYAML else { return nil }
      do throws(Fault) {
        try cursor.skipValue()
        try cursor.finish()
        return nil
      } catch {
        return self.error(error)
      }
    }
  }
}

extension PlainNetwork {
  /// Tells in remarks which records were left out.
  mutating func tellSkipped(_ text: NetworkText) {
    guard skipped.count > 0 else { return }
    let places = skipped.first.map { text.error($0) }.map { error in
      "\(error.line ?? 1):\(error.column ?? 1) (\(error.message))"
    }
    let more = skipped.count > places.count ? " and others" : ""
    remarks.append(
      "\(skipped.count) bad \(skipped.count == 1 ? "record was" : "records were") left out, at "
        + places.joined(separator: ", ") + more)
  }
}
