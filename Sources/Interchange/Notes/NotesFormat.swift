extension FormatEntry {
  /// Notes in Markdown that link to each other, as Obsidian and its like keep them.
  static let obsidian = FormatEntry.files(
    .obsidian, title: "notes of Obsidian", network: { try NetworkNotes($0).members },
    networkLosses: { network in
      network.attributes.isEmpty
        ? []
        : [
          "attributes of the whole are lost: "
            + network.attributes.map(\.name).joined(separator: ", ")
        ]
    },
    evidence: { EvidenceNotes($0).members })
}
