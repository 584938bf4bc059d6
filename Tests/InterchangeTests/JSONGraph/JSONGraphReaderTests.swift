import GraphCore
import Testing

@testable import Interchange

@Suite struct JSONGraphReaderTests {
  /// By hand from the format's description, version 2.
  @Test func versionTwoIsRead() throws {
    let network = try JSON.network(
      """
      {"graph":{"id":"g1","type":"people","label":"Some","directed":false,"metadata":{"year":1995,"id":"no"},
       "edges":[{"id":"e","source":"a","target":"b","relation":"is","label":"l","metadata":{"weight":2,"n":1}}],
       "nodes":{"a":{"label":"Alpha","metadata":{"kind":"person"}},"b":{}},
       "hyperedges":[{"nodes":["a","b"]}]}}
      """)
    #expect(network.lines == ["a-b:2"])
    #expect(network.ids == ["a", "b"])
    #expect(network.nodes[0].label == "Alpha")
    #expect(network.nodeAttributes["kind"]?[0] == .text("person"))
    #expect(
      network.attributes == [
        NamedAttribute("id", .text("g1")), NamedAttribute("type", .text("people")),
        NamedAttribute("label", .text("Some")), NamedAttribute("year", .integer(1995)),
      ])
    #expect(
      network.edgeAttributes.attributes(of: 0) == [
        NamedAttribute("id", .text("e")), NamedAttribute("kind", .text("is")),
        NamedAttribute("label", .text("l")), NamedAttribute("n", .integer(1)),
      ])
    #expect(
      network.remarks == [
        "hyperedges are left out, as an edge here joins two nodes: 1",
        "values of metadata that bear the names of other members are left out: 1",
      ])
  }

  /// By hand from version 1, whose nodes are a list; what says nothing of direction has one.
  @Test func versionOneIsRead() throws {
    let network = try JSON.network(
      """
      {"graph":{"nodes":[{"id":"0","label":"zero","type":"t","metadata":{"m":true}},{"id":"1"}],
       "edges":[{"source":"0","target":"1"}]}}
      """)
    #expect(network.lines == ["0>1"])
    #expect(network.nodeAttributes["type"]?[0] == .text("t"))
    #expect(network.nodeAttributes["m"]?[0] == .flag(true))
  }

  @Test func edgesMayDifferInDirection() throws {
    let network = try JSON.network(
      """
      {"graph":{"directed":false,"nodes":{"a":{},"b":{}},
       "edges":[{"source":"a","target":"b"},{"source":"b","target":"b","directed":true}]}}
      """)
    #expect(network.lines == ["a>b", "b>b", "b>a"])
    #expect(network.remarks.count == 1)
    let none = try JSON.network(
      "{\"graph\":{\"nodes\":{},\"edges\":[{\"source\":\"a\",\"target\":\"b\",\"directed\":false}]}}"
    )
    #expect(none.lines == ["a-b"])
  }

  @Test(
    arguments: [
      (nil, "a", 1), ("1", "a", 0), ("2", "b", 0), ("second", "b", 0), ("two", "b", 0),
    ] as [(String?, String, Int)])
  func oneOfSeveralIsChosen(name: String?, node: String, remarkCount: Int) throws {
    var options = NetworkOptions()
    options.graph = name
    let text = """
      {"graphs":[{"label":"first","nodes":{"a":{}}},{"id":"two","label":"second","nodes":{"b":{}}}]}
      """
    let network = try Text.network(bytes: Array(text.utf8), options: options)
    #expect(network.ids == [node])
    #expect(network.remarks.count == remarkCount)
    options.graph = "3"
    let refused = #expect(throws: Text.Refused.self) {
      try Text.network(bytes: Array(text.utf8), options: options)
    }
    #expect(refused?.mend == "give the id or label of one, or a number from 1 to 2")
  }
}
