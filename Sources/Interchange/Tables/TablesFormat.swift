extension FormatEntry {
  /// A table of edges or nodes, or an edge list, with commas or semicolons.
  static let csv = table(
    .csv, title: "CSV", endings: ["csv"], separator: ",",
    matches: { DelimitedReader.looksLikeEdges($0, separator: nil) })

  /// The same with tabs.
  static let tsv = table(
    .tsv, title: "TSV", endings: ["tsv", "tab"], separator: "\t", matches: { _ in false })

  /// The tables of nodes and edges in one archive.
  static let tables = FormatEntry.network(
    .tables, title: "tables", endings: ["zip"],
    matches: { beginning in
      beginning.bytes.starts(with: ZipArchive.magic)
        && (beginning.text.contains(TableSet.names.edges)
          || beginning.text.contains(TableSet.names.nodes))
    },
    read: { text, options throws(NetworkError) in
      try TableArchive.read(text, options).read(options)
    },
    write: { network, output in try TableArchive(network).write(to: &output) },
    losses: { TableArchive($0).losses }, carriesEvidence: true)

  /// An adjacency matrix.
  static let matrix = FormatEntry.network(
    .matrix, title: "adjacency matrix", endings: [], matches: { _ in false },
    read: { text, options throws(NetworkError) in
      try MatrixTableReader(text: text, options: options).read()
    },
    write: { network, output in try MatrixTableText(network).write(to: &output) },
    losses: { MatrixTableText($0).losses }, carriesEvidence: false)

  /// Adjacency lists.
  static let adjacency = FormatEntry.network(
    .adjacency, title: "adjacency lists", endings: [], matches: { _ in false },
    read: { text, options throws(NetworkError) in
      try AdjacencyTableReader(text: text, options: options).read()
    },
    write: { network, output in try AdjacencyTableText(network).write(to: &output) },
    losses: { AdjacencyTableText($0).losses }, carriesEvidence: false)

  /// A spreadsheet of evidence: a statement a row.
  static let statements = FormatEntry(
    .statements, title: "table of statements", endings: [],
    matches: DelimitedReader.looksLikeStatements,
    read: { text, context throws(NetworkError) in
      try StatementTableReader(text: text, context: context).read()
    },
    writeEvidence: { graph, context, output in
      try StatementTableText(graph, corpus: context.corpus).write(to: &output)
    })

  private static func table(
    _ format: GraphFormat, title: String, endings: [String], separator: String,
    matches: @escaping @Sendable (FileBeginning) -> Bool
  ) -> FormatEntry {
    FormatEntry(
      format, title: title, endings: endings, matches: matches,
      read: { text, context throws(NetworkError) in
        try DelimitedReader(text: text, context: context).read()
      },
      writeNetwork: { network, output in
        try EdgeTableText(network, separator: separator).write(to: &output)
      },
      networkLosses: { EdgeTableText($0, separator: separator).losses },
      writeEvidence: { graph, context, output in
        let network = try EvidenceNetwork.network(graph, corpus: context.corpus)
        try EdgeTableText(network, separator: separator).write(to: &output)
      },
      evidenceLosses: { graph in
        [
          "sources, entities and statements that are no relation of one to one are lost: --to "
            + "statements keeps the evidence"
        ]
      })
  }
}
