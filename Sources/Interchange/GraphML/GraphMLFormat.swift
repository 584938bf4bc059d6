extension FormatEntry {
  /// GraphML.
  static let graphml = FormatEntry.network(
    .graphml, title: "GraphML", endings: ["graphml"],
    matches: { XMLBeginning.root($0) == "graphml" },
    read: { text, options throws(NetworkError) in
      try GraphMLReader(text: text, options: options).read()
    },
    write: { network, output in try GraphMLText(network).write(to: &output) },
    losses: XMLText.losses, carriesEvidence: true)
}
