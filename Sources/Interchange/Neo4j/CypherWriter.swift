/// Writes a network as statements of Cypher, one a line: first that ids are unique, then the nodes, then the
/// relationships. To run them twice changes nothing.
struct CypherWriter {
  private let graph: LabelledGraph

  init(_ graph: LabelledGraph) { self.graph = graph }

  func write(to output: inout PiecedOutput) throws {
    let every = CypherText.name(LabelledGraph.everyNode)
    try output.write(
      "CREATE CONSTRAINT `throughline_node_id` IF NOT EXISTS FOR (n:\(every)) "
        + "REQUIRE n.`id` IS UNIQUE;\n")
    for node in graph.nodes {
      var line = "MERGE (n:\(every) {`id`: \(CypherText.quoted(node.id))})"
      var changes = node.labels.dropFirst().map { "n:" + CypherText.name($0) }
      changes += settings(node.properties, of: "n")
      if !changes.isEmpty { line += " SET " + changes.joined(separator: ", ") }
      try output.write(line + ";\n")
    }
    for tie in graph.relationships {
      var line = "MATCH (a:\(every) {`id`: \(CypherText.quoted(graph.nodes[tie.tail].id))})"
      line += ", (b:\(every) {`id`: \(CypherText.quoted(graph.nodes[tie.head].id))})"
      line += " MERGE (a)-[r:\(CypherText.name(tie.type))"
      line += " {`id`: \(CypherText.quoted(tie.id))}]->(b)"
      let changes = settings(tie.properties, of: "r")
      if !changes.isEmpty { line += " SET " + changes.joined(separator: ", ") }
      try output.write(line + ";\n")
    }
  }

  private func settings(_ properties: [LabelledGraph.Property], of name: String) -> [String] {
    properties.map { "\(name).\(CypherText.name($0.name)) = \(CypherText.value($0.value))" }
  }
}
