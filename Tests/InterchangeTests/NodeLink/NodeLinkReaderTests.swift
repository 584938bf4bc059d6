import GraphCore
import Testing

@testable import Interchange

@Suite struct NodeLinkReaderTests {
  /// What networkx 3.6.1 `node_link_data` writes of MultiDiGraph(name="g"), nodes a (label "A"), b, 3.
  @Test func networkXIsRead() throws {
    let network = try JSON.network(
      """
      {"directed": true, "multigraph": true, "graph": {"name": "g"}, "nodes": [{"label": "A", "id": "a"}, \
      {"id": "b"}, {"id": 3}], "edges": [{"weight": 2, "source": "a", "target": "b", "key": 0}, \
      {"source": "a", "target": "b", "key": 1}]}
      """, .nodelink)
    #expect(network.isDirected)
    #expect(network.ids == ["a", "b", "3"])
    #expect(network.nodes[0].label == "A")
    #expect(network.lines == ["a>b:2", "a>b"])
    #expect(network.attributes == [NamedAttribute("name", .text("g"))])
    #expect(network.edgeAttributes.columns.isEmpty)
    #expect(!network.namesAreNumbers)
    #expect(
      network.remarks == [
        "some names of nodes are numbers and some are texts; all are texts from now on",
        "1 of 2 edges has no weight and weighs 1",
      ])
  }

  /// What networkx 3.6.1 `adjacency_data` writes of an undirected triangle with a loop at 2; the counts
  /// are those of the graph that was written.
  @Test func adjacencyIsRead() throws {
    let network = try JSON.network(
      """
      {"directed": false, "multigraph": false, "graph": [["name", "t"]], "nodes": [{"id": 0}, {"id": 1}, \
      {"id": 2}], "adjacency": [[{"w": 1, "id": 1}, {"id": 2}], [{"w": 1, "id": 0}, {"id": 2}], \
      [{"id": 0}, {"id": 1}, {"id": 2}]]}
      """)
    #expect(network.lines == ["0-1", "0-2", "1-2", "2-2"])
    #expect(network.namesAreNumbers)
    #expect(network.edgeAttributes["w"]?[0] == .integer(1))
    #expect(network.attribute("name") == .text("t"))
  }

  /// By hand: d3 of old numbers nodes by their position, and edges may come first.
  @Test func positionsAreNames() throws {
    let network = try JSON.network(
      """
      {"links":[{"source":1,"target":0,"value":3}],"nodes":[{"name":"Alpha","group":1},{"name":"Bravo"}]}
      """)
    #expect(network.ids == ["0", "1"])
    #expect(network.nodes.map(\.label) == ["Alpha", "Bravo"])
    #expect(network.lines == ["1>0"])
    #expect(network.edgeAttributes["value"]?[0] == .integer(3))
    #expect(network.nodeAttributes.columns.map(\.name) == ["group"])
    #expect(network.remarks == ["nodes without an id are named by their position, from 0"])
  }

  /// By hand: the names of vis.
  @Test func fromAndToAreEndsWhereNothingElseIs() throws {
    let network = try JSON.network(
      "{\"nodes\":[{\"id\":1}],\"edges\":[{\"from\":1,\"to\":2},{\"source\":2,\"target\":1,\"from\":9}]}"
    )
    #expect(network.lines == ["1>2", "2>1"])
    #expect(network.edgeAttributes["from"]?[0] == nil)
    #expect(network.edgeAttributes["from"]?[1] == .integer(9))
    #expect(network.remarks == ["1 node is named by edges only"])
  }

  @Test func numbersStayNumbers() throws {
    let text = """
      {"directed":false,"multigraph":false,
      "graph":{},
      "nodes":[
      {"id":1},
      {"id":-2},
      {"id":2.5},
      {"id":12345678901234567890}
      ],
      "edges":[
      {"source":1,"target":-2}
      ]}

      """
    let network = try Text.network(text, .nodelink)
    #expect(network.namesAreNumbers)
    #expect(network.ids == ["1", "-2", "2.5", "12345678901234567890"])
    #expect(String(decoding: try GraphWriterTests.bytes(network, .nodelink), as: UTF8.self) == text)
    let floats = try JSON.network(
      "{\"nodes\":[{\"id\":1.0}],\"edges\":[{\"source\":1,\"target\":1e0}]}")
    #expect(floats.ids == ["1"])
  }

  @Test func tuplesAreNames() throws {
    let network = try JSON.network(
      "{\"nodes\":[{\"id\":[0, 1]}],\"edges\":[{\"source\":[0,1],\"target\":[0,\"b\"]}]}")
    #expect(network.ids == ["[0,1]", "[0,\"b\"]"])
  }

  /// By hand: keys other than those that NetworkX gives by itself are kept, and come back.
  @Test func keysOfOnesOwnAreKept() throws {
    let text = """
      {"directed":false,"multigraph":true,
      "graph":{},
      "nodes":[
      {"id":"a"},
      {"id":"b"}
      ],
      "edges":[
      {"source":"a","target":"b","key":0},
      {"source":"b","target":"a","key":1},
      {"source":"b","target":"b","key":"x"}
      ]}

      """
    let network = try JSON.network(text)
    #expect(network.edgeAttributes["key"]?[0] == .integer(0))
    #expect(network.edgeAttributes["key"]?[1] == .integer(1))
    #expect(network.edgeAttributes["key"]?[2] == .text("x"))
    #expect(String(decoding: try GraphWriterTests.bytes(network, .nodelink), as: UTF8.self) == text)
  }

  @Test func theRestIsAnAttributeOfTheWhole() throws {
    let network = try JSON.network(
      "{\"nodes\":[{\"id\":1,\"label\":5,\"n\":null,\"v\":-Infinity}],\"zoom\":{\"x\": 1}}",
      .nodelink)
    #expect(network.attribute("zoom") == .json("{\"x\":1}"))
    #expect(network.nodes[0].label == "5")
    #expect(
      network.remarks == [
        "2 values are null or not finite and count as missing",
        "1 label is no text and becomes one",
      ])
  }

  @Test func attributesWhoseNamesAreTakenAreLost() throws {
    var builder = NetworkBuilder(options: NetworkOptions())
    let node = builder.node("a")
    builder.set("id", .text("x"), ofNode: node)
    let edge = builder.addEdge(node, node)
    try builder.set("source", .text("x"), ofEdge: edge, offset: 0)
    #expect(
      GraphWriter(.nodelink).losses(try builder.network()) == [
        "attributes of nodes are lost, as their names mean something else: id",
        "attributes of edges are lost, as their names mean something else: source",
      ])
  }
}
