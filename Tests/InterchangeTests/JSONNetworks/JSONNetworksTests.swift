import Evidence
import Foundation
import GraphCore
import Testing

@testable import Interchange

@Suite struct JSONNetworksTests {
  static let formats: [GraphFormat] = [.nodelink, .cyjs, .jgf, .graphology]

  @Test(arguments: formats, [true, false])
  func theAwkwardNetworkComesBack(format: GraphFormat, isDirected: Bool) throws {
    let network = try AwkwardNetwork.network(isDirected: isDirected)
    #expect(GraphWriter(format).losses(network) == [])
    let first = try GraphWriterTests.bytes(network, format)
    let again = try Text.network(bytes: first, path: "x.json")
    #expect(again.holdsSame(as: network))
    #expect(again.remarks == [])
    #expect(try GraphWriterTests.bytes(again, format) == first)
  }

  /// The other way round: members come in the order in which a reader meets them.
  @Test(arguments: formats)
  func columnsThatBeginLateComeBackInOrder(format: GraphFormat) throws {
    var builder = NetworkBuilder(options: NetworkOptions())
    let (a, b) = (builder.node("a"), builder.node("b"))
    for name in ["one", "two", "x", "y"] { _ = builder.nodes.column(name) }
    builder.set("two", .integer(2), ofNode: a)
    builder.set("one", .json("[1,{\"k\":null}]"), ofNode: b)
    builder.set("two", .text("2"), ofNode: b)
    builder.set("x", .real(0.5), ofNode: b)
    builder.set("y", .integer(-1), ofNode: b)
    builder.set("x", .integer(3), ofNode: a)
    let edge = builder.addEdge(a, b)
    try builder.set("kind", .integer(7), ofEdge: edge, offset: 0)
    try builder.set("big", .json("12345678901234567890"), ofEdge: edge, offset: 0)
    let network = try builder.network()
    let first = try GraphWriterTests.bytes(network, format)
    let again = try Text.network(bytes: first)
    #expect(again.holdsSame(as: network))
    #expect(try GraphWriterTests.bytes(again, format) == first)
  }

  @Test(arguments: formats, ["florentine-families", "isis-inspired-attacks"])
  func evidenceComesBack(format: GraphFormat, name: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let reading = try GraphFile.load(root.appending(path: "graphs/\(name).yaml").path)
    let graph = try #require(reading.graph)
    let sink = Bytes()
    try GraphWriter(format).write(graph) { sink.all += $0 }
    #expect(GraphWriter(format).losses(graph) == [])
    let loaded = GraphFile.readAny(
      bytes: sink.all, path: "x.json", folder: root.appending(path: "graphs").path)
    guard case .evidence(let again) = loaded else {
      Issue.record("a plain network came back")
      return
    }
    #expect(again.graph == graph)
    #expect(again.findings.filter { $0.rule == "unknown-key" } == [])
  }

  private final class Bytes {
    var all: [UInt8] = []
  }

  /// By hand, from what the programs write.
  @Test(arguments: [
    (
      "{\"directed\": true, \"multigraph\": false, \"graph\": {}, \"nodes\": [], \"links\": []}",
      GraphFormat.nodelink
    ),
    ("{\"nodes\":[{\"id\":\"a\"}],\"links\":[]}", .nodelink),
    ("{\"links\":[{\"source\":0,\"target\":1}]", .nodelink),
    (
      "\u{FEFF} {\"directed\": false, \"multigraph\": false, \"graph\": [], \"nodes\": [], \"adjacency\": []}",
      .nodelink
    ),
    ("{\"elements\":{\"nodes\":[]}}", .cyjs),
    ("[{\"data\":{\"id\":\"a\"}}]", .cyjs),
    ("{\"data\": [[\"name\", \"x", .cyjs),
    ("{\"data\": [], \"directed\": false, \"multigraph\": false, \"elements\": {", .cyjs),
    ("{\"format_version\":\"1.0\",\"target_cytoscapejs_version\":\"~2.1\",\"data\":{", .cyjs),
    ("{\"graph\":{\"directed\":true,\"nodes\":{}}}", .jgf),
    ("{\"graphs\":[{\"label\":\"a\",\"nodes\":{}}]}", .jgf),
    ("{\"graph\":{\"metadata\":{\"long\":\"", .jgf),
    ("{\"options\":{\"type\":\"mixed\"},\"attributes\":{},\"nodes\":[]}", .graphology),
    ("{\"attributes\":{},\"nodes\":[{\"key\":\"a\"}],\"edges\":[]}", .graphology),
    ("{\"nodes\":[{\"key\":\"a\"}],\"edges\":[]}", .graphology),
    ("{\"throughline\":1,\"title\":\"x\",\"nodes\":[]}", .json),
    ("{\"title\":\"x\",\"entities\":[]}", .json),
    ("{\"type\":\"bundle\",\"id\":\"bundle--1\",\"objects\":[]}", .stix),
    ("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{}}\n{\"id\":\"b\"}", .ftm),
    ("[1,2]", .json), ("{}", .json), ("[]", .json), ("{\"a\":1}", .json),
  ])
  func theFormatIsToldByContent(text: String, format: GraphFormat) {
    let text = NetworkText(bytes: Column(Array(text.utf8)), path: "x.json")
    #expect(GraphFormat.detect(text, isPacked: false) == format)
  }

  @Test func theEndingJSONIsStillTheNativeFormat() {
    #expect(GraphFormat.written(ending: "json") == .json)
    #expect(GraphFormat.written(ending: "cyjs") == .cyjs)
    #expect(GraphFormat.written(ending: "jgf") == .jgf)
  }

  /// One by one, by hand.
  @Test(
    arguments: [
      (
        "{\"nodes\":[{\"id\":\"a\"},{\"id\":\"a\"}]}", GraphFormat.nodelink,
        "1:28: the node 'a' stands twice among the nodes"
      ),
      (
        "{\"nodes\":[{\"id\":1},{\"id\":\"1\"}]}", .nodelink,
        "1:26: the name '1' is a text here and a number before"
      ),
      (
        "{\"nodes\":[{\"id\":\"1\"}],\n\"edges\":[{\"source\":1,\"target\":1}]}", .nodelink,
        "2:20: the name 1 is a number here and a text before"
      ),
      ("{\"nodes\":[{\"id\":true}]}", .nodelink, "1:17: 'true' is no name of a node"),
      ("{\"nodes\":[{\"id\":{}}]}", .nodelink, "1:17: '{}' is no name of a node"),
      (
        "{\"nodes\":[{\"id\":\"\\u0000\"}]}", .nodelink,
        "1:17: the name of a node holds a byte of value 0"
      ),
      (
        "{\"nodes\":[],\"edges\":[{\"source\":\"a\"}]}", .nodelink, "1:22: the edge has no 'target'"
      ),
      (
        "{\"nodes\":[],\"edges\":[{\"target\":\"a\"}]}", .nodelink, "1:22: the edge has no 'source'"
      ),
      (
        "{\"nodes\":[],\"edges\":[{\"source\":1,\"target\":2,\"weight\":NaN}]}", .nodelink,
        "1:54: the weight 'NaN' is no finite number"
      ),
      (
        "{\"nodes\":[],\"edges\":[{\"source\":1,\"target\":2,\"weight\":\"x\"}]}", .nodelink,
        "1:54: the weight 'x' is no finite number"
      ),
      (
        "{\"nodes\":[],\"edges\":[{\"source\":1,\"target\":2,\"weight\":1e999}]}", .nodelink,
        "1:54: the number '1e999' is too large"
      ),
      ("{\"nodes\":[1]}", .nodelink, "1:11: '1' stands where a node, an object, should"),
      (
        "{\"nodes\":[],\"edges\":[],\"links\":[]}", .nodelink,
        "1:24: there are both 'edges' and 'links'"
      ),
      (
        "{\"nodes\":[{\"id\":1,\"id\":2}]}", .nodelink,
        "1:19: the key 'id' stands twice in one object"
      ),
      (
        "{\"nodes\":[{\"id\":1,\"\\u0069d\":2}]}", .nodelink,
        "1:19: the key 'id' stands twice in one object"
      ),
      ("{\"a\":1}", .nodelink, "1:1: there are no 'nodes' and no 'edges'"),
      ("{\"directed\":1}", .nodelink, "1:13: '1' stands where 'directed', true or false, should"),
      ("{\"graph\":[[1]]}", .nodelink, "1:11: a list stands where a pair of name and value should"),
      ("{\"nodes\":[{\"id\":1},]}", .nodelink, "1:19: a comma stands before ']'"),
      ("{\"nodes\":[{\"id\":1}", .nodelink, "1:10: the list that begins here has no end"),
      (
        "{\"nodes\":[{\"id\":1}],\"adjacency\":[[],[]]}", .nodelink,
        "1:37: there are more lists of neighbours than the 1 nodes"
      ),
      (
        "{\"nodes\":[{\"id\":1}],\"adjacency\":[[{}]]}", .nodelink,
        "1:35: the neighbour has no 'id'"
      ),
      ("{\"elements\":{\"nodes\":[{}]}}", .cyjs, "1:23: the element has no 'data'"),
      ("{\"elements\":{\"nodes\":[{\"data\":{}}]}}", .cyjs, "1:23: the node has no 'id'"),
      (
        "{\"elements\":{\"edges\":[{\"data\":{\"source\":\"a\"}}]}}", .cyjs,
        "1:23: the edge has no 'target'"
      ),
      ("{\"elements\":1}", .cyjs, "1:13: '1' stands where an object should"),
      ("{\"data\":{}}", .cyjs, "1:1: there are no 'elements'"),
      (
        "{\"graph\":{\"nodes\":{\"a\":{},\"a\":{}}}}", .jgf,
        "1:27: the node 'a' stands twice among the nodes"
      ),
      ("{\"graph\":{\"nodes\":[{\"label\":\"a\"}]}}", .jgf, "1:20: the node has no 'id'"),
      ("{\"graph\":{\"edges\":[{\"source\":\"a\"}]}}", .jgf, "1:20: the edge has no 'target'"),
      ("{\"graphs\":[]}", .jgf, "1:1: there is no 'graph' and none among 'graphs'"),
      (
        "{\"options\":{\"type\":\"odd\"},\"nodes\":[]}", .graphology,
        "1:20: the text 'odd' is no type of a graph"
      ),
      ("{\"nodes\":[{\"attributes\":{}}]}", .graphology, "1:11: the node has no 'key'"),
      ("{\"edges\":[{\"source\":\"a\"}]}", .graphology, "1:11: the edge has no 'target'"),
      ("{\"options\":{}}", .graphology, "1:1: there are no 'nodes' and no 'edges'"),
    ] as [(String, GraphFormat, String)])
  func whatIsWrongIsToldWithItsPlace(text: String, format: GraphFormat, message: String) {
    #expect(Text.fault(text, format) == message)
  }

  @Test(arguments: [
    (
      "{\"nodes\":[{\"id\":1},2,{\"id\":1},{\"id\":3}],\"edges\":[{\"source\":1,\"target\":3},{\"source\":1}]}",
      GraphFormat.nodelink
    ),
    (
      "{\"elements\":[{\"data\":{\"id\":\"1\"}},2,{\"data\":{\"id\":\"1\"}},{\"data\":{\"id\":\"3\"}},"
        + "{\"data\":{\"source\":1,\"target\":3}},{\"data\":{\"source\":1}}]}", .cyjs
    ),
    (
      "{\"graph\":{\"nodes\":{\"1\":{},\"2\":2,\"1\":{},\"3\":{}},"
        + "\"edges\":[{\"source\":\"1\",\"target\":\"3\"},{\"source\":\"1\"}]}}", .jgf
    ),
    (
      "{\"nodes\":[{\"key\":\"1\"},2,{\"key\":\"1\"},{\"key\":\"3\"}],"
        + "\"edges\":[{\"source\":\"1\",\"target\":\"3\"},{\"source\":\"1\"}]}", .graphology
    ),
  ])
  func badRecordsCanBeLeftOut(text: String, format: GraphFormat) throws {
    var options = NetworkOptions()
    options.isLenient = true
    let network = try Text.network(bytes: Array(text.utf8), format, options: options)
    #expect(network.lines == ["1>3"])
    #expect(network.ids == ["1", "3"])
    #expect(network.skipped.count == 3)
  }

  @Test(arguments: formats)
  func hostileTextsAreFaults(format: GraphFormat) {
    let beginnings: [GraphFormat: String] = [
      .nodelink: "{\"nodes\":[{\"id\":\"a\",\"k\":",
      .cyjs: "{\"elements\":[{\"data\":{\"id\":\"a\",\"k\":",
      .jgf: "{\"graph\":{\"nodes\":{\"a\":{\"metadata\":{\"k\":",
      .graphology: "{\"nodes\":[{\"key\":\"a\",\"attributes\":{\"k\":",
    ]
    let beginning = beginnings[format] ?? ""
    let deep = Text.fault(beginning + String(repeating: "[", count: 100_000), format)
    #expect(deep?.contains("lists and objects lie more than 256 deep in each other") == true)
    for length in 0..<beginning.utf8.count {
      #expect(Text.fault(String(beginning.prefix(length)), format) != nil)
    }
    var options = NetworkOptions()
    options.mostTextBytes = 1000
    options.mostAttributes = 10
    let long = Array((beginning + "\"" + String(repeating: "x", count: 2000) + "\"").utf8)
    #expect(throws: Text.Refused.self) { try Text.network(bytes: long, format, options: options) }
    let endings: [GraphFormat: String] = [
      .nodelink: "}]}", .cyjs: "}}]}", .jgf: "}}}}}", .graphology: "}}]}",
    ]
    let many =
      beginning + "0," + (0..<20).map { "\"n\($0)\":1" }.joined(separator: ",")
      + (endings[format] ?? "")
    let refused = #expect(throws: Text.Refused.self) {
      try Text.network(bytes: Array(many.utf8), format, options: options)
    }
    #expect(refused?.description.contains("nodes have more than 10 different attributes") == true)
  }

  /// Bytes that nobody would write: each is read or refused with a place, and nothing stops the program.
  @Test(arguments: formats)
  func changedTextsAreReadOrRefused(format: GraphFormat) throws {
    let text = try GraphWriterTests.bytes(AwkwardNetwork.network(), format)
    var generator = SeededGenerator(seed: 21)
    let pieces =
      [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "null", "true", "-",
        "1e999", "NaN",
        "-Infinity", "99999999999999999999", "\0", "\"id\"", "\"key\":1,", "1.5", "[[[[", "{\"a\":",
      ].map { Array($0.utf8) } + [[0xFF], [0xC3]]
    for round in 0..<300 {
      var bytes = text
      for _ in 0..<(1 + generator.next() % 3) {
        let place = Int(generator.next() % UInt64(bytes.count))
        let end = min(bytes.count, place + 1 + Int(generator.next() % 20))
        let piece = pieces[Int(generator.next() % UInt64(pieces.count))]
        switch generator.next() % 4 {
        case 0: bytes.replaceSubrange(place..<end, with: piece)
        case 1: bytes.insert(contentsOf: piece, at: place)
        case 2: bytes.removeSubrange(place..<end)
        default: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
        }
        if bytes.isEmpty { bytes = [0x7B] }
      }
      var options = NetworkOptions()
      options.isLenient = round.isMultiple(of: 2)
      switch GraphFile.readAny(
        bytes: bytes, path: "f", folder: ".", format: format, options: options)
      {
      case .plain(let network):
        #expect(throws: Never.self) { try network.graph.checkInvariants() }
        // What was read can be written, and that is JSON.
        #expect(JSON.fault(try GraphWriterTests.bytes(network, format)) == nil)
      case .evidence(let reading):
        let location = reading.findings.first?.location
        #expect((location?.line ?? 0) >= 1)
        #expect((1...bytes.count + 1).contains(location?.column ?? 0))
      }
    }
  }
}
