import Evidence

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
    evidence: { graph in
      guard graph.entities.count + graph.sources.count < NetworkNotes.most else {
        throw GraphWriter.Refusal(
          description:
            "the graph would make more than \(NetworkNotes.most) notes; choose another format"
        )
      }
      return EvidenceNotes(graph).members
    })
}
