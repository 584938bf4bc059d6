extension FormatEntry {
  /// The node-link form of NetworkX and d3.
  static let nodelink = FormatEntry.network(
    .nodelink, title: "node-link JSON", endings: [],
    matches: { JSONBeginning($0)?.isNodeLink == true },
    read: { text, options throws(NetworkError) in try NodeLinkReader.read(text, options) },
    write: { network, output in try NodeLinkText(network).write(to: &output) },
    losses: { NodeLinkText($0).losses }, carriesEvidence: true)
}
