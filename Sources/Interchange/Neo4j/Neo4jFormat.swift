extension FormatEntry {
  /// Statements of Cypher.
  static let cypher = FormatEntry(
    .cypher, title: "Cypher", endings: ["cypher", "cql"], matches: { _ in false }, read: nil,
    writeNetwork: { network, output in
      try CypherWriter(LabelledGraph(network)).write(to: &output)
    },
    networkLosses: LabelledGraph.losses,
    writeEvidence: { graph, _, output in
      try CypherWriter(LabelledGraph(graph)).write(to: &output)
    })
}
