extension FormatEntry {
  /// The JSON of graphology.
  static let graphology = FormatEntry.network(
    .graphology, title: "graphology JSON", endings: [],
    matches: { JSONBeginning($0)?.isGraphology == true },
    read: { text, options throws(NetworkError) in try GraphologyReader.read(text, options) },
    write: { network, output in try GraphologyText(network).write(to: &output) },
    losses: { GraphologyText($0).losses }, carriesEvidence: true)
}
