internal import GraphCore
internal import InfluenceAnalysis

extension PlainTraceReport {
  /// The ways as comma-separated values, a row an edge; no probability, since no evidence is recorded.
  ///
  /// - Returns: The text with CRLF line ends, a header first.
  public func csv() -> String {
    let header = [
      "way", "length", "edge", "tail", "tail-name", "relation", "head", "head-name", "weight",
    ]
    return paths.enumerated().reduce(into: CSVText.row(header.map { .text($0) })) { text, item in
      let (index, path) = item
      for (place, edge) in path.edges.enumerated() {
        let (tail, head) = (path.nodes[place], path.nodes[place + 1])
        text += CSVText.row([
          .integer(index + 1), .number(path.length), .integer(place + 1),
          .text(network.nodes[tail].id), .text(network.name(tail)),
          .text(network.edgeName(edge) ?? ""), .text(network.nodes[head].id),
          .text(network.name(head)), .number(network.graph.edges[edge].weight),
        ])
      }
    }
  }
}
