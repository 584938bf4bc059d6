import GraphCore
import Testing

@testable import Interchange

@Suite struct Neo4jImportTests {
  private func files(_ graph: LabelledGraph) throws -> [String: String] {
    final class Sink { var bytes: [UInt8] = [] }
    var files: [String: String] = [:]
    for member in Neo4jImport(graph).members {
      let sink = Sink()
      var output = PiecedOutput { sink.bytes += $0 }
      try member.make(&output)
      try output.flush()
      files[member.name] = String(decoding: sink.bytes, as: UTF8.self)
    }
    return files
  }

  /// By hand from the manual of neo4j-admin: types after a colon, empty cells are missing, empty texts are
  /// not.
  @Test func columnsHaveTheirTypes() throws {
    var graph = LabelledGraph()
    graph.nodes = [
      LabelledGraph.Node(
        id: "a", labels: ["Node", "Per;son"],
        properties: [
          NamedAttribute("n", .integer(1)), NamedAttribute("x", .integer(2)),
          NamedAttribute("f", .flag(true)), NamedAttribute("t:t", .text("")),
          NamedAttribute("l", .json("[\"p\",\"q\"]")), NamedAttribute("m", .json("[\"p;q\"]")),
        ]),
      LabelledGraph.Node(
        id: "b \"q\"", labels: ["Node"], properties: [NamedAttribute("x", .real(0.5))]),
    ]
    graph.relationships = [
      LabelledGraph.Relationship(id: "r", tail: 0, head: 1, type: "KNOWS", properties: [])
    ]
    let files = try files(graph)
    #expect(
      files["nodes.csv"] == #"""
        id:ID,:LABEL,"n:long","x:double","f:boolean","t_t:string","l:string[]","m:string"
        "a","Node;Per_son",1,2,true,"","p;q","[""p;q""]"
        "b ""q""","Node",,0.5,,,,

        """#)
    #expect(
      files["relationships.csv"] == #"""
        :START_ID,:END_ID,:TYPE,id
        "a","b ""q""","KNOWS","r"

        """#)
  }

  @Test func rowsAreAsManyAsNodesAndEdges() throws {
    let files = try files(LabelledGraph(try Text.network("1 2\n2 3\n")))
    #expect(files["nodes.csv"]?.split(separator: "\n").count == 4)
    #expect(files["relationships.csv"]?.split(separator: "\n").count == 3)
  }
}
