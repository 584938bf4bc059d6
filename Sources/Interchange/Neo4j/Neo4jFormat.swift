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

  /// The tables of `neo4j-admin database import`.
  static let neo4j = FormatEntry.files(
    .neo4j, title: "import tables of Neo4j",
    network: { Neo4jImport(LabelledGraph($0)).members }, networkLosses: LabelledGraph.losses,
    evidence: { Neo4jImport(LabelledGraph($0)).members })
}
