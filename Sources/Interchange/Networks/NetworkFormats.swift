import GraphCore

extension FormatEntry {
  /// The binary file of a network.
  static let tlg = FormatEntry.network(
    .tlg, title: "tlg", endings: ["tlg"],
    matches: { $0.bytes.starts(with: BinaryNetwork.magic) },
    read: { text, options throws(NetworkError) in
      try BinaryNetworkReader(text: text, options: options).read()
    },
    write: { network, output in try BinaryGraphWriter(network).write(to: &output) },
    losses: { $0.weightLosses + attributeLosses($0) }, carriesEvidence: false)

  /// Matrix Market.
  static let mtx = FormatEntry.network(
    .mtx, title: "Matrix Market", endings: ["mtx"],
    matches: { $0.trimmed.prefix(14).lowercased() == "%%matrixmarket" },
    read: { text, options throws(NetworkError) in
      try MatrixMarketReader(text: text, options: options).read()
    },
    write: { network, output in try MatrixMarketText(network).write(to: &output) },
    losses: { MatrixMarketText($0).losses + $0.weightLosses + attributeLosses($0) },
    carriesEvidence: false)

  /// METIS.
  static let metis = FormatEntry.network(
    .metis, title: "METIS", endings: ["metis", "graph"], matches: { _ in false },
    read: { text, options throws(NetworkError) in
      try METISReader(text: text, options: options).read()
    },
    write: { network, output in try METISText(network).write(to: &output) },
    losses: { METISText($0).losses + $0.weightLosses + attributeLosses($0) },
    carriesEvidence: false)

  /// A line an edge.
  static let edges = FormatEntry.network(
    .edges, title: "edge list", endings: ["edges", "edgelist", "txt", "el", "wel", "ncol"],
    matches: { beginning in
      // Any other ending that is known says more than two numbers in a line.
      !GraphFormat.entries.contains { $0.endings.contains(beginning.ending) }
        && looksLikeEdges(beginning)
    },
    read: { text, options throws(NetworkError) in
      try EdgeListReader(text: text, options: options).read()
    },
    write: { network, output in try EdgeListText(network).write(to: &output) },
    losses: { EdgeListText($0).losses + $0.weightLosses + attributeLosses($0) },
    carriesEvidence: false)

  /// What a format without attributes loses of a network.
  static func attributeLosses(_ network: PlainNetwork) -> [String] {
    func loss(_ names: [String], of what: String) -> [String] {
      names.isEmpty ? [] : ["attributes of \(what) are lost: " + names.joined(separator: ", ")]
    }
    return loss(network.attributes.map(\.name), of: "the whole")
      + loss(network.nodeAttributes.columns.map(\.name), of: "nodes")
      + loss(network.edgeAttributes.columns.map(\.name), of: "edges")
  }

  /// Whether the first line with data is two or three numbers, or a comment is that of an edge list.
  private static func looksLikeEdges(_ beginning: FileBeginning) -> Bool {
    beginning.bytes.withUnsafeBufferPointer { bytes in
      guard let layout = try? EdgeListLayout(bytes) else { return false }
      if layout.isDirected != nil || layout.hasHeader { return true }
      if layout.hasDictionaries { return false }
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
