public import Evidence

extension PlainNetwork {
  /// The network as a graph of evidence, if it was read from FollowTheMoney.
  ///
  /// Entities and links become what the vocabulary has a word for, each with the source that it names:
  /// an address, else a publisher, else a document that proves it, else the collection that holds it.
  /// Whatever names none is left out, and so is whatever has no word; findings of the rule `left-out`
  /// count it. All grades are F6, cannot be judged.
  ///
  /// - Parameters:
  ///   - path: The path to name in findings.
  ///   - dataset: The collection to name as the source of what names none; `nil` leaves that out.
  ///   - vocabulary: The words that the graph may use.
  /// - Returns: The graph with what was found wrong with it and what is left out.
  /// - Throws: ``NetworkError`` if the network is not of FollowTheMoney, or nothing in it has a source
  ///   and a word.
  /// - Complexity: O(nodes and edges, times their attributes).
  public func asEvidence(
    path: String, dataset: String? = nil, vocabulary: Vocabulary = .standard
  ) throws(NetworkError) -> Reading {
    var coding = FollowTheMoneyCoding(self, dataset: dataset, vocabulary: vocabulary)
    let file = path.split(separator: "/").last.map(String.init) ?? path
    guard let graph = coding.graph(title: file) else {
      throw NetworkError(
        file: path,
        message: "this is no network of FollowTheMoney, so nothing says what its nodes are",
        mend: "write its statements in a table, with their sources")
    }
    let leftOut = coding.leftOut.findings(path: path)
    guard !graph.statements.isEmpty else {
      throw NetworkError(
        file: path,
        message: (["no entity and no link becomes a statement"] + leftOut.map(\.message))
          .joined(separator: "; "),
        mend: dataset == nil
          ? "if the file names no sources, name its collection with --dataset"
          : "use it as a plain network")
    }
    var reading = Reading(graph: graph, findings: [], form: .long, locations: [:])
    reading.add(GraphValidator.findings(in: graph) + leftOut, file: path)
    return reading
  }
}
