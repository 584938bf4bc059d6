extension FormatEntry {
  /// The JSON Graph Format.
  static let jgf = FormatEntry.network(
    .jgf, title: "JSON Graph Format", endings: ["jgf"],
    matches: { JSONBeginning($0)?.isJSONGraph == true },
    read: { text, options throws(NetworkError) in try JSONGraphReader.read(text, options) },
    write: { network, output in try JSONGraphText(network).write(to: &output) },
    losses: { _ in [] }, carriesEvidence: true)
}
