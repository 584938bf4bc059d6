import GraphCore
import Testing

@testable import Interchange

@Suite struct NetworkBuilderTests {
  private func builder(lenient: Bool = false) -> NetworkBuilder {
    var options = NetworkOptions()
    options.isLenient = lenient
    return NetworkBuilder(options: options)
  }

  @Test func nodesEdgesLabelsAndWeightsComeTogether() throws {
    var builder = builder()
    builder.isDirected = true
    let (a, b) = (builder.node("a"), builder.node("b"))
    #expect(builder.node("a") == a)
    builder.set("label", .text("A!"), ofNode: a)
    builder.set("age", .integer(3), ofNode: b)
    let edge = builder.addEdge(a, b)
    try builder.set("weight", .text(" 2.5 "), ofEdge: edge, offset: 0)
    try builder.set("kind", .text("knows"), ofEdge: edge, offset: 0)
    _ = builder.addEdge(b, b)
    let network = try builder.network()
    #expect(network.lines == ["a>b:2.5", "b>b"])
    #expect(network.graph.edges.map(\.weight) == [2.5, 1])
    #expect(network.nodes.map(\.label) == ["A!", "b"])
    #expect(network.nodeAttributes["age"]?[1] == .integer(3))
    #expect(network.edgeAttributes["kind"]?[0] == .text("knows"))
    #expect(network.edgeAttributes["weight"] == nil)
    #expect(network.remarks == ["1 of 2 edges has no weight and weighs 1"])
  }

  @Test(arguments: [
    (AttributeValue.text("heavy"), "the weight 'heavy' is no number"),
    (.real(.infinity), "the weight inf is not finite"),
    (.flag(true), "the weight 'true' is no number"),
  ])
  func aWeightIsAFiniteNumber(value: AttributeValue, message: String) {
    var builder = builder()
    let edge = builder.addEdge(builder.node("a"), builder.node("b"))
    let fault = #expect(throws: Fault.self) {
      try builder.set("weight", value, ofEdge: edge, offset: 9)
    }
    #expect(fault?.message == message)
    #expect(fault?.offset == 9)
  }

  /// Two arcs for each edge without direction, one for a loop.
  @Test func edgesWithoutDirectionAmongOthersGoBothWays() throws {
    var builder = builder()
    builder.isDirected = true
    let (a, b) = (builder.node("a"), builder.node("b"))
    let first = builder.addEdge(a, b)
    try builder.set("id", .text("e"), ofEdge: first, offset: 0)
    try builder.set("kind", .text("k"), ofEdge: first, offset: 0)
    builder.markUndirected(first)
    _ = builder.addEdge(b, a)
    builder.markUndirected(builder.addEdge(a, a))
    let network = try builder.network()
    #expect(network.lines == ["a>b", "b>a", "a>a", "b>a"])
    #expect(network.edgeAttributes["kind"]?[3] == .text("k"))
    #expect(network.edgeAttributes["id"]?[3] == nil)
    #expect(network.remarks.count == 1)
  }

  @Test func allEdgesWithoutDirectionMakeAnUndirectedNetwork() throws {
    var builder = builder()
    builder.markUndirected(builder.addEdge(builder.node("a"), builder.node("b")))
    #expect(try builder.network().lines == ["a-b"])
  }

  @Test func badRecordsStopOrAreCounted() throws {
    let fault = Fault(offset: 0, message: "no", mend: "mend")
    var strict = builder()
    #expect(throws: fault) { try strict.skip(fault) }
    var lenient = builder(lenient: true)
    for _ in 0..<7 { try lenient.skip(fault) }
    var network = try lenient.network()
    #expect(network.skipped.count == 7)
    network.tellSkipped(NetworkText(bytes: Column(Array("x".utf8)), path: "f"))
    #expect(
      network.remarks == [
        "7 bad records were left out, at 1:1 (no), 1:1 (no), 1:1 (no), 1:1 (no), 1:1 (no) and others"
      ])
  }

  @Test func namesWithZeroBytesAreRefused() {
    var builder = builder()
    _ = builder.node("a\u{0}b", offset: 4)
    let fault = #expect(throws: Fault.self) { try builder.network() }
    #expect(fault?.offset == 4)
  }
}
