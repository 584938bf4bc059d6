extension FormatEntry {
  /// The DOT language.
  static let dot = FormatEntry.network(
    .dot, title: "DOT", endings: ["dot", "gv"], matches: { isDOT($0.text) },
    read: { text, options throws(NetworkError) in
      try DOTNetworkReader(text, options: options).read()
    },
    write: { network, output in try DOTText(network).write(to: &output) },
    losses: { DOTText($0).losses }, carriesEvidence: true)

  /// Whether the first words outside comments are those with which DOT begins: `strict`, `graph` or
  /// `digraph`, perhaps a name, and a brace. `graph: ...` is a key of YAML, `graph [` begins GML.
  static func isDOT(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      var scanner = DOTScanner(bytes: bytes, mostTextBytes: .max, mostDepth: .max)
      // What the beginning of a file cuts off cannot be looked at.
      func next() -> DOTToken? { try? scanner.next() }
      guard var token = next() else { return false }
      if token.kind == .keyword(.strict) {
        guard let second = next() else { return false }
        token = second
      }
      guard token.kind == .keyword(.graph) || token.kind == .keyword(.digraph) else { return false }
      guard var brace = next(), brace.kind != .end else { return true }
      if brace.isName {
        guard let third = next() else { return true }
        brace = third
      }
      return brace.kind == .mark(UInt8(ascii: "{"))
    }
  }
}
