import GraphCore
import Testing

@testable import Interchange

@Suite struct GraphologyReaderTests {
  /// By hand from the description of graphology's serialization.
  @Test func itsExportIsRead() throws {
    let network = try JSON.network(
      """
      {"attributes":{"name":"My Graph"},"options":{"allowSelfLoops":true,"multi":false,"type":"mixed"},
       "nodes":[{"key":"Alpha"},{"key":"Bravo","attributes":{"label":"B","x":1,"color":"#aa0000"}}],
       "edges":[{"key":"A->B","source":"Alpha","target":"Bravo","attributes":{"kind":"knows","weight":3}}]}
      """)
    #expect(network.lines == ["Alpha>Bravo:3"])
    #expect(network.nodes[1].label == "B")
    #expect(network.nodeAttributes["color"]?[1] == .text("#aa0000"))
    #expect(
      network.edgeAttributes.attributes(of: 0) == [
        NamedAttribute("id", .text("A->B")), NamedAttribute("kind", .text("knows")),
      ])
    #expect(network.attribute("name") == .text("My Graph"))
  }

  @Test func edgesWithoutDirectionAreTold() throws {
    let mixed = try JSON.network(
      """
      {"options":{"type":"mixed"},"nodes":[],"edges":[{"source":"a","target":"b","undirected":true},
       {"source":"b","target":"c"}]}
      """)
    #expect(mixed.lines == ["a>b", "b>c", "b>a"])
    let none = try JSON.network(
      "{\"options\":{\"type\":\"undirected\"},\"nodes\":[],\"edges\":[{\"source\":\"a\",\"target\":\"b\"}]}"
    )
    #expect(none.lines == ["a-b"])
  }

  /// By hand: what `Graph.from` of graphology wants to know.
  @Test func optionsSayWhatThereIs() throws {
    let network = try Text.network("1 1\n1 2\n2 1\n", direction: .undirected)
    let text = String(decoding: try GraphWriterTests.bytes(network, .graphology), as: UTF8.self)
    #expect(
      text.hasPrefix(
        "{\"options\":{\"type\":\"undirected\",\"multi\":true,\"allowSelfLoops\":true},"))
    #expect(
      text.contains("{\"source\":\"1\",\"target\":\"2\",\"attributes\":{},\"undirected\":true}"))
  }

  @Test func idsThatAreNotGivenOnceAreAttributes() throws {
    var builder = NetworkBuilder(options: NetworkOptions())
    let node = builder.node("a")
    for _ in 0..<2 {
      let edge = builder.addEdge(node, node)
      try builder.set("id", .text("e"), ofEdge: edge, offset: 0)
    }
    let network = try builder.network()
    #expect(GraphWriter(.graphology).losses(network).count == 1)
    let again = try Text.network(bytes: GraphWriterTests.bytes(network, .graphology))
    #expect(again.holdsSame(as: network))
  }
}
