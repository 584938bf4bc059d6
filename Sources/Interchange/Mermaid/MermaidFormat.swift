extension FormatEntry {
  /// A flowchart of Mermaid.
  static let mermaid = FormatEntry(
    .mermaid, title: "Mermaid", endings: ["mmd", "mermaid"], matches: { _ in false }, read: nil,
    writeNetwork: { network, output in try MermaidWriter(network).write(to: &output) },
    networkLosses: { network in
      MermaidWriter(network).losses + ["names and attributes are lost; labels stay"]
    },
    writeEvidence: { graph, _, output in try MermaidWriter(graph).write(to: &output) },
    evidenceLosses: { graph in
      MermaidWriter(graph).losses + [
        "sources, dates and grades are lost; what is supposed, asked or of a value is not drawn"
      ]
    })
}
