extension FormatEntry {
  /// Notes in Markdown that link to each other, as Obsidian and its like keep them.
  static let obsidian = FormatEntry(
    .obsidian, title: "notes of Obsidian", endings: [], matches: { _ in false }, read: nil,
    writeNetwork: { network, output in
      try ZipArchive.write(try NetworkNotes(network).members, to: &output)
    },
    networkLosses: { network in
      network.attributes.isEmpty
        ? []
        : [
          "attributes of the whole are lost: "
            + network.attributes.map(\.name).joined(separator: ", ")
        ]
    },
    writeEvidence: { graph, _, output in
      try ZipArchive.write(EvidenceNotes(graph).members, to: &output)
    })
}
