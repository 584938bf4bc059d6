import Evidence

extension FormatEntry {
  /// FollowTheMoney, an entity a line.
  static let ftm = FormatEntry(
    .ftm, title: "FollowTheMoney", endings: ["ftm", "ijson", "jsonl"],
    matches: { beginning in
      guard let first = beginning.trimmed.first, first == "{" || first == "[" else { return false }
      // Other formats have one of these words, none has them all and lists as values.
      let line = beginning.trimmed.prefix { $0 != "\n" }
      guard line.contains("\"id\""), let place = line.firstRange(of: "\"properties\"") else {
        return false
      }
      let rest = line[place.upperBound...].filter { !$0.isWhitespace }
      return rest.hasPrefix(":{")
        && (line.contains("\"schema\"") || (rest.contains("\":[\"") && !line.contains("\"type\"")))
    },
    read: { text, context throws(NetworkError) in
      context.loaded(
        try FollowTheMoneyReader(text: text, options: context.options).read(), path: text.path)
    },
    writeNetwork: { network, output in
      try FollowTheMoneyNetwork(network).entities { try output.write($0.line) }
    },
    networkLosses: FollowTheMoneyNetwork.losses,
    writeEvidence: { graph, context, output in
      try FollowTheMoneyEvidence(graph, corpus: context.corpus).entities {
        try output.write($0.line)
      }
    },
    evidenceLosses: FollowTheMoneyEvidence.losses)

  /// FollowTheMoney, a value a row.
  static let ftmStatements = FormatEntry(
    .ftmStatements, title: "statements of FollowTheMoney", endings: [],
    matches: { beginning in
      let line = beginning.trimmed.prefix { !$0.isNewline }
      if line.first == "{" {
        return line.contains("\"prop\"") && line.contains("\"entity_id\"")
      }
      return FollowTheMoneyStatements.isHeader(line)
    },
    read: { text, context throws(NetworkError) in
      context.loaded(
        try FollowTheMoneyStatements(text: text, options: context.options).read(), path: text.path)
    },
    writeNetwork: { network, output in
      try output.write(FollowTheMoneyStatements.header)
      try FollowTheMoneyNetwork(network).entities {
        try output.write(FollowTheMoneyStatements.rows($0))
      }
    },
    networkLosses: FollowTheMoneyNetwork.losses,
    writeEvidence: { graph, context, output in
      try output.write(FollowTheMoneyStatements.header)
      try FollowTheMoneyEvidence(graph, corpus: context.corpus).entities {
        try output.write(FollowTheMoneyStatements.rows($0))
      }
    },
    evidenceLosses: FollowTheMoneyEvidence.losses)
}
