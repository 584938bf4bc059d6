extension FormatEntry {
  /// The JSON of Cytoscape.js, which Cytoscape and NetworkX write too.
  static let cyjs = FormatEntry.network(
    .cyjs, title: "Cytoscape JSON", endings: ["cyjs"],
    matches: { JSONBeginning($0)?.isCytoscape == true },
    read: { text, options throws(NetworkError) in try CytoscapeReader.read(text, options) },
    write: { network, output in try CytoscapeText(network).write(to: &output) },
    losses: { CytoscapeText($0).losses }, carriesEvidence: true)
}
