import GraphCore
import Testing

@testable import Interchange

@Suite struct FollowTheMoneyReaderTests {
  private func network(_ text: String, options: NetworkOptions = NetworkOptions()) throws
    -> PlainNetwork
  {
    try Text.network(bytes: Array(text.utf8), nil, options: options)
  }

  private static let people = """
    {"id":"a","schema":"Person","properties":{"name":["Alpha"],"alias":["A","Äl \\"x\\""]}}
    {"id":"b","schema":"Company","caption":"Bravo Ltd","properties":{"name":["B"],"jurisdiction":["de"]}}

    """

  /// By hand from the description of the format.
  @Test func entitiesAreNodesAndLinksAreEdges() throws {
    let network = try network(
      Self.people + """
        {"id":"o","schema":"Ownership","properties":{"owner":["a"],"asset":["b"],"startDate":["2001"],\
        "endDate":["2003-05"],"percentage":["50"],"proof":["doc"]},"datasets":["one","two"]}
        """)
    #expect(network.ids == ["a", "b"])
    #expect(network.nodes.map(\.label) == ["Alpha", "Bravo Ltd"])
    #expect(network.lines == ["a>b"])
    #expect(network.nodeAttributes["kind"]?[1] == .text("Company"))
    #expect(network.nodeAttributes["alias"]?[0] == .json("[\"A\",\"Äl \\\"x\\\"\"]"))
    #expect(network.nodeAttributes["alias"]?[1] == nil)
    #expect(network.nodeAttributes["jurisdiction"]?[1] == .text("de"))
    let edge = network.edgeAttributes.attributes(of: 0)
    #expect(
      edge == [
        NamedAttribute("id", .text("o")), NamedAttribute("kind", .text("Ownership")),
        NamedAttribute("start", .text("2001")), NamedAttribute("end", .text("2003-05")),
        NamedAttribute("percentage", .text("50")), NamedAttribute("proof", .text("doc")),
        NamedAttribute("datasets", .json("[\"one\",\"two\"]")),
      ])
    #expect(network.remarks.isEmpty)
  }

  /// A column of single values stays text; a later entity with several makes a list of its own value only.
  @Test func singleValuesStayTextsBesideLists() throws {
    let network = try network(
      """
      {"id":"a","schema":"Person","properties":{"country":["de"],"name":["A"]}}
      {"id":"b","schema":"Person","properties":{"country":["fr","it"],"name":["B/\\u00e9"]}}
      {"id":"c","schema":"Person","properties":{"country":["</x>"],"name":["C"]}}
      """)
    #expect(network.nodeAttributes["country"]?[0] == .text("de"))
    #expect(network.nodeAttributes["country"]?[1] == .json("[\"fr\",\"it\"]"))
    #expect(network.nodeAttributes["country"]?[2] == .text("</x>"))
    #expect(network.nodes[1].label == "B/é")
  }

  @Test func severalEndsMakeAnEdgeForEachPair() throws {
    let network = try network(
      Self.people + """
        {"id":"m","schema":"Membership","properties":{"member":["a","c"],"organization":["b","d"]}}
        """)
    #expect(network.lines == ["a>b", "a>d", "c>b", "c>d"])
    #expect(
      network.remarks == [
        "2 entities are referred to and not in the file; they are nodes without a kind"
      ])
  }

  @Test func aPropertyThatRefersToAnEntityIsAnEdge() throws {
    let network = try network(
      """
      {"properties":{"parent":["b"],"name":["A"],"country":["de"]},"id":"a","schema":"Company"}
      {"id":"b","schema":"Company","properties":{"name":["B"]}}
      {"id":"s","schema":"Sanction","properties":{"entity":["a"],"authority":["Office"]}}
      """)
    #expect(network.lines == ["a>b", "s>a"])
    #expect(network.edgeAttributes["kind"]?[0] == .text("parent"))
    #expect(network.edgeAttributes["kind"]?[1] == .text("entity"))
    // The authority of a sanction is a text, not an entity.
    #expect(network.nodeAttributes["authority"]?[2] == .text("Office"))
  }

  @Test func linksWithoutDirectionRunBothWays() throws {
    let alone = try network(
      """
      {"id":"f","schema":"Family","properties":{"person":["a"],"relative":["b"]}}
      """)
    #expect(!alone.isDirected)
    #expect(alone.lines == ["a-b"])
    let mixed = try network(
      """
      {"id":"f","schema":"Family","properties":{"person":["a"],"relative":["b"]}}
      {"id":"o","schema":"Ownership","properties":{"owner":["a"],"asset":["b"]}}
      """)
    #expect(mixed.lines == ["a>b", "a>b", "b>a"])
  }

  @Test func aLinkThatLacksAnEndIsANode() throws {
    let network = try network(
      """
      {"id":"d","schema":"Debt","properties":{"debtor":["a"],"creditor":[""],"amount":["5"]}}
      """)
    #expect(network.ids == ["d", "a"])
    #expect(network.lines == ["d>a"])
    #expect(network.remarks.contains("1 links lack one of their ends and are nodes"))
  }

  @Test func deltasNestedEntitiesAndListsAreRead() throws {
    let delta = try network(
      """
      {"op":"ADD","entity":{"id":"a","schema":"Person","properties":{"name":["Alpha"]}}}
      {"op":"DEL","entity":{"id":"b"}}
      """, options: NetworkOptions())
    #expect(delta.ids == ["a"])
    #expect(delta.remarks == ["1 deletions of a delta file are passed over"])
    let nested = try network(
      """
      [{"id":"o","schema":"Ownership","properties":{"owner":[{"id":"a","schema":"Person",\
      "properties":{"name":["Alpha"]}}],"asset":["b"]}},
      {"id":"b","schema":"Company","properties":{"name":["Bravo"],"capital":[12, true, null]}}]
      """)
    #expect(nested.lines == ["a>b"])
    #expect(nested.nodes.map(\.label) == ["Alpha", "Bravo"])
    #expect(nested.nodeAttributes["capital"]?[1] == .json("[\"12\",\"true\"]"))
  }

  @Test func aSchemaThatNobodyKnowsIsANode() throws {
    let network = try network(
      """
      {"id":"x","schema":"Spaceship","properties":{"name":["X"],"owner":["a"]}}
      """)
    #expect(network.ids == ["x"])
    #expect(network.nodeAttributes["owner"]?[0] == .text("a"))
    #expect(
      network.remarks == ["FollowTheMoney 4.11 knows no schema Spaceship; such entities are nodes"])
  }

  @Test func whatStandsTwiceIsSaid() throws {
    let network = try network(
      """
      {"id":"a","schema":"Person","properties":{"name":["A"]}}
      {"id":"a","schema":"Person","properties":{"name":["B"]}}
      """)
    #expect(network.nodes.map(\.label) == ["B"])
    #expect(network.remarks.first?.hasPrefix("1 entities stand more than once") == true)
  }

  /// By hand: line and column of the first wrong byte or of the entity.
  @Test(arguments: [
    ("{\"schema\":\"Person\",\"properties\":{}}", "1:1: an entity has no id"),
    ("{\"id\":\"\",\"schema\":\"Person\",\"properties\":{}}", "1:1: an entity has no id"),
    ("{\"id\":\"a\",\"properties\":{}}", "1:1: the entity 'a' has no schema"),
    (
      "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[[\"x\"]]}}",
      "1:51: a list stands where a value of a property should"
    ),
    ("{\"id\":7,\"schema\":\"Person\"}", "1:7: '7' stands where a text should"),
    (
      "{\"id\":\"a\",\"id\":\"b\",\"schema\":\"Person\"}",
      "1:11: the key 'id' stands twice in one object"
    ),
    (
      "{\"id\":\"a\",\"schema\":\"Person\"}\n{\"id\":\"b\",",
      "2:1: the object that begins here has no end"
    ),
    ("", "1:1: there is no entity in the file"),
    ("[]", "1:1: there is no entity in the file"),
  ])
  func whatIsWrongIsSaidWithItsPlace(text: String, expected: String) {
    #expect(Text.fault(text, .ftm) == expected)
  }

  @Test func badRecordsMayBeLeftOut() throws {
    var options = NetworkOptions()
    options.isLenient = true
    let text = """
      {"id":"a","schema":"Person","properties":{}}
      {"schema":"Person"}
      {"id":"b","schema":"Person","properties":{"name":oops}}
      {"id":"c","schema":"Person","properties":{}}
      """
    let network = try Text.network(bytes: Array(text.utf8), .ftm, options: options)
    #expect(network.ids == ["a", "c"])
    #expect(network.skipped.count == 2)
  }

  /// What names many things in vain is refused, or read in time that grows with its length only.
  @Test func manyNamesAreBounded() throws {
    var options = NetworkOptions()
    options.mostAttributes = 10
    let schemata = (0..<20).map { "{\"id\":\"a\($0)\",\"schema\":\"S\($0)\"}\n" }.joined()
    #expect(throws: Text.Refused.self) {
      try Text.network(bytes: Array(schemata.utf8), .ftm, options: options)
    }
    let rows = (0..<50_000).map { "a,name,Person,v\($0),d\($0)\n" }.joined()
    let network = try Text.network(
      "entity_id,prop,schema,value,dataset\n" + rows, .ftmStatements)
    #expect(network.ids == ["a"])
  }

  @Test func hostileTextsAreRefused() throws {
    let deep =
      "{\"id\":\"a\",\"schema\":\"Person\",\"x\":" + String(repeating: "[", count: 100_000)
    #expect(Text.fault(deep, .ftm)?.contains("more than 256 deep") == true)
    let nested = String(
      repeating: "{\"id\":\"a\",\"schema\":\"Ownership\",\"properties\":{\"owner\":[", count: 20_000
    )
    #expect(Text.fault(nested, .ftm)?.contains("more than 256 deep") == true)
    var options = NetworkOptions()
    options.mostTextBytes = 1000
    let long =
      "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\""
      + String(repeating: "x", count: 5000) + "\"]}}"
    #expect(throws: Text.Refused.self) {
      try Text.network(bytes: Array(long.utf8), .ftm, options: options)
    }
    options = NetworkOptions()
    options.mostAttributes = 10
    let many =
      "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{"
      + (0..<20).map { "\"p\($0)\":[\"x\"]" }.joined(separator: ",") + "}}"
    #expect(throws: Text.Refused.self) {
      try Text.network(bytes: Array(many.utf8), .ftm, options: options)
    }
    #expect(Text.fault("{\"id\":\"a\u{0}\",\"schema\":\"Person\"}", .ftm) != nil)
    let broken: [UInt8] =
      Array("{\"id\":\"a".utf8) + [0xFF] + Array("\",\"schema\":\"Person\"}".utf8)
    #expect(throws: Text.Refused.self) { try Text.network(bytes: broken, .ftm) }
  }

  /// Files of OpenSanctions and Aleph begin like this; those of other formats do not.
  @Test func theFormatIsToldByItsFirstLine() {
    func format(_ text: String, path: String = "file.json") -> GraphFormat {
      GraphFormat.detect(
        NetworkText(bytes: Column(Array(text.utf8)), path: path), isPacked: false)
    }
    #expect(format("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{}}\n") == .ftm)
    #expect(
      format("{\"id\": \"a\", \"properties\": {\"name\": [\"A\"]}, \"schema\": \"Person\"}")
        == .ftm)
    #expect(
      format(
        "{\"op\":\"ADD\",\"entity\":{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{}}}")
        == .ftm)
    #expect(format("{\"type\":\"Feature\",\"id\":\"a\",\"properties\":{\"x\":[\"y\"]}}") != .ftm)
    #expect(format("{\"throughline\": 1}") == .json)
    #expect(
      format("canonical_id,entity_id,prop,prop_type,schema,value\n", path: "x.csv")
        == .ftmStatements)
    #expect(format("", path: "x.ftm") == .ftm)
  }
}
