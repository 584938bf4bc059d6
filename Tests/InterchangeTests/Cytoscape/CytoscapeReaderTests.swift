import GraphCore
import Testing

@testable import Interchange

@Suite struct CytoscapeReaderTests {
  /// What networkx 3.6.1 `cytoscape_data` writes of MultiDiGraph(name="g"), nodes a (label "A"), b, 3.
  @Test func networkXIsRead() throws {
    let network = try JSON.network(
      """
      {"data": [["name", "g"]], "directed": true, "multigraph": true, "elements": {"nodes": [{"data": \
      {"label": "A", "id": "a", "value": "a", "name": "a"}}, {"data": {"id": "b", "value": "b", "name": "b"}}, \
      {"data": {"id": "3", "value": 3, "name": "3"}}], "edges": [{"data": {"weight": 2, "source": "a", \
      "target": "b", "key": 0}}, {"data": {"source": "a", "target": 3, "key": 0}}]}}
      """)
    #expect(network.lines == ["a>b:2", "a>3"])
    #expect(network.nodes.map(\.label) == ["A", "b", "3"])
    #expect(network.attributes == [NamedAttribute("name", .text("g"))])
    #expect(network.nodeAttributes.columns.isEmpty)
    #expect(network.edgeAttributes.columns.isEmpty)
  }

  /// By hand, after what Cytoscape 3.10 exports.
  @Test func theDesktopIsRead() throws {
    let network = try JSON.network(
      """
      {"format_version":"1.0","generated_by":"cytoscape-3.10.1","target_cytoscapejs_version":"~2.1",
       "data":{"shared_name":"n","SUID":52},
       "elements":{"nodes":[
        {"data":{"id":"62","shared_name":"Alpha","name":"Alpha","SUID":62,"selected":false},
         "position":{"x":-1.5,"y":20},"selected":false},
        {"data":{"id":"63","name":"Bravo","parent":"62"},"classes":"big red"}],
       "edges":[{"data":{"id":"70","source":"62","target":"63","interaction":"knows","weight":0.5},
         "selected":false}]},"style":[]}
      """)
    #expect(network.lines == ["62>63:0.5"])
    #expect(network.nodes.map(\.label) == ["Alpha", "Bravo"])
    #expect(network.nodeAttributes["x"]?[0] == .real(-1.5))
    #expect(network.nodeAttributes["y"]?[0] == .integer(20))
    #expect(network.nodeAttributes["parent"]?[1] == .text("62"))
    #expect(network.nodeAttributes["classes"]?[1] == .text("big red"))
    #expect(network.edgeAttributes["kind"]?[0] == .text("knows"))
    #expect(network.edgeAttributes["id"]?[0] == .text("70"))
    #expect(network.remarks == ["what only drawing needs is left out: style, selected"])
    let first = try GraphWriterTests.bytes(network, .cyjs)
    let again = try Text.network(bytes: first)
    #expect(again.holdsSame(as: network))
    #expect(try GraphWriterTests.bytes(again, .cyjs) == first)
  }

  /// By hand: one list, edges first; what has ends is an edge unless its group says otherwise.
  @Test func oneListIsRead() throws {
    let text = """
      [{"data":{"id":"e","source":"a","target":"b"}},{"group":"nodes","data":{"id":"a","source":"x"}},
       {"data":{"id":"b"}},{"group":"edges","data":{"source":"b","target":"a"}}]
      """
    let network = try JSON.network(text)
    #expect(network.ids == ["a", "b"])
    #expect(network.lines == ["a>b", "b>a"])
    #expect(network.nodeAttributes["source"]?[0] == .text("x"))
    #expect(try JSON.network("{\"elements\":\(text)}").holdsSame(as: network))
  }

  @Test func namesThatAreNumbersComeBackAsNumbers() throws {
    let network = try JSON.network(
      "{\"directed\":false,\"nodes\":[{\"id\":1},{\"id\":2}],\"edges\":[{\"source\":1,\"target\":2}]}"
    )
    let text = String(decoding: try GraphWriterTests.bytes(network, .cyjs), as: UTF8.self)
    #expect(text.contains("{\"data\":{\"id\":\"1\",\"value\":1,\"name\":\"1\",\"label\":\"1\"}}"))
    #expect(text.contains("{\"data\":{\"source\":1,\"target\":2}}"))
    #expect(try Text.network(text, .cyjs).namesAreNumbers)
  }

  @Test func idsOfEdgesThatAreTakenAreSetAside() throws {
    var builder = NetworkBuilder(options: NetworkOptions())
    let node = builder.node("a")
    let edge = builder.addEdge(node, node)
    try builder.set("id", .text("a"), ofEdge: edge, offset: 0)
    let network = try builder.network()
    #expect(GraphWriter(.cyjs).losses(network).count == 1)
    let first = try GraphWriterTests.bytes(network, .cyjs)
    let again = try Text.network(bytes: first)
    #expect(again.edgeAttributes["edge_id"]?[0] == .text("a"))
    #expect(again.edgeAttributes["id"] == nil)
    #expect(try GraphWriterTests.bytes(again, .cyjs) == first)
  }
}
