extension FormatEntry {
  /// GEXF, the format of Gephi: versions 1.1, 1.2 and 1.3 are read, 1.3 is written.
  static let gexf = FormatEntry.network(
    .gexf, title: "GEXF", endings: ["gexf"],
    matches: { XMLBeginning.root($0)?.lowercased() == "gexf" },
    read: { text, options throws(NetworkError) in
      try GEXFReader(text: text, options: options).read()
    },
    write: { network, output in try GEXFWriter(network).write(to: &output) },
    losses: { GEXFWriter($0).losses }, carriesEvidence: true)
}

/// Reads GEXF files, versions 1.1 to 1.3.
struct GEXFReader {
  /// The document.
  let text: NetworkText
  /// How to read it.
  let options: NetworkOptions

  /// Reads the network.
  ///
  /// - Complexity: O(bytes).
  func read() throws(NetworkError) -> PlainNetwork {
    var handler = GEXFHandler(options: options)
    try XMLEvents.read(text, options: options, into: &handler)
    do throws(Fault) {
      return try handler.network()
    } catch {
      throw text.error(error)
    }
  }
}
