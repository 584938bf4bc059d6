import GraphCore
import Testing

@testable import Interchange

@Suite struct NetworkBuilderParentsTests {
  /// Nodes with the parents that they name, and groups with theirs.
  private func builder(
    _ parents: KeyValuePairs<String, String?>, groups: String? = nil, isLenient: Bool = false
  ) -> NetworkBuilder {
    var options = NetworkOptions()
    options.isLenient = isLenient
    var builder = NetworkBuilder(options: options)
    for (place, (name, parent)) in parents.enumerated() {
      let node = builder.node(name, offset: 10 * place)
      if let parent { builder.set("parent", .text(parent), ofNode: node) }
    }
    if let groups { builder.attributes = [NamedAttribute("groups", .json(groups))] }
    return builder
  }

  @Test func parentsThatLeadRoundAreRefused() {
    let itself = #expect(throws: Fault.self) {
      try builder(["a": nil, "b": "b"]).network()
    }
    #expect(itself?.message == "'b' is its own parent")
    #expect(itself?.offset == 10)
    let ring = #expect(throws: Fault.self) {
      try builder(["a": "b", "b": "c", "c": "d", "d": "b"]).network()
    }
    #expect(ring?.message == "the parents of 'b' lead back to 'b'")
    #expect(ring?.offset == 10)
    let groups = #expect(throws: Fault.self) {
      try builder(
        ["a": "g"], groups: #"[{"id":"g","parent":"h"},{"id":"h","parent":"g"}]"#
      ).network()
    }
    #expect(groups?.message == "the parents of 'g' lead back to 'g'")
    // From a node to a group and back.
    #expect(throws: Fault.self) {
      try builder(["a": "g"], groups: #"[{"id":"g","parent":"a"}]"#).network()
    }
  }

  @Test func aParentThatLeadsRoundIsDroppedIfBadRecordsAreLeftOut() throws {
    let network = try builder(
      ["a": "b", "b": "a", "c": "a"], groups: #"[{"id":"g","parent":"g","color":"red"}]"#,
      isLenient: true
    ).network()
    #expect(network.skipped.count == 2)
    let parents = network.nodeAttributes["parent"]
    #expect((0..<3).map { parents?[$0] } == [nil, .text("a"), .text("a")])
    #expect(network.attribute("groups") == .json(#"[{"id":"g","color":"red"}]"#))
  }

  /// A group goes before a node of its name, as the groups of DOT do.
  @Test func ofOneNameTheGroupIsTheParent() throws {
    let network = try builder(["a": "a"], groups: #"[{"id":"a"}]"#).network()
    #expect(network.remarks.isEmpty)
  }

  @Test func parentsThatAreNothingAreTold() throws {
    let one = try builder(["a": "b", "b": nil, "c": "x"]).network()
    #expect(one.remarks == ["the parent 'x' is neither a node nor a group of the network"])
    let two = try builder(["a": "x", "b": "y", "c": ""]).network()
    #expect(
      two.remarks == [
        "2 parents are neither nodes nor groups of the network, the first of them 'x'"
      ])
  }

  /// Each node walks up only as far as nobody went before.
  @Test func aLongChainIsNoRing() throws {
    let count = 200_000
    var builder = NetworkBuilder(options: NetworkOptions())
    for node in 0..<count { _ = builder.node("n\(node)") }
    for node in 1..<count { builder.set("parent", .text("n\(node - 1)"), ofNode: node) }
    #expect(try builder.network().remarks.isEmpty)
    builder.set("parent", .text("n\(count - 1)"), ofNode: 0)
    #expect(throws: Fault.self) { try builder.network() }
  }

  /// The same in every format that knows parents; two nodes that lie in each other.
  @Test(
    arguments: [
      ("graph [ node [ id 1 gid 2 ] node [ id 2 gid 1 ] ]", .gml),
      (
        #"{"nodes":[{"id":"a","parent":"b"},{"id":"b","parent":"a"}],"links":[]}"#, .nodelink
      ),
      (
        #"{"elements":{"nodes":[{"data":{"id":"a","parent":"b"}},{"data":{"id":"b","parent":"a"}}]}}"#,
        .cyjs
      ),
      (
        "<gexf xmlns='http://gexf.net/1.3' version='1.3'><graph><nodes><node id='a' pid='b'/>"
          + "<node id='b' pid='a'/></nodes></graph></gexf>", .gexf
      ),
      (
        "<graphml><key id='p' for='node' attr.name='parent' attr.type='string'/><graph>"
          + "<node id='a'><data key='p'>b</data></node><node id='b'><data key='p'>a</data></node>"
          + "</graph></graphml>", .graphml
      ),
    ] as [(String, GraphFormat)])
  func everyFormatRefusesThem(text: String, format: GraphFormat) {
    let fault = Text.fault(text, format) ?? ""
    #expect(fault.contains("lead back to"), "\(fault)")
  }
}
