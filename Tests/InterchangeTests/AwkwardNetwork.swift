import GraphCore
import Testing

@testable import Interchange

/// One network with everything that formats get wrong, to be written in each of them and to come back
/// the same but for what the format declares as lost.
enum AwkwardNetwork {
  /// Parallel edges, loops, isolated nodes, names that are hard to quote, texts with line breaks and
  /// marks of every syntax, typed attributes with gaps, groups, dates and colors.
  static func network(isDirected: Bool = true) throws -> PlainNetwork {
    var builder = NetworkBuilder(options: NetworkOptions())
    builder.isDirected = isDirected
    builder.attributes = [
      NamedAttribute("title", .text("Ärger & \"Söhne\" <Ltd>")),
      NamedAttribute("version", .integer(3)), NamedAttribute("scale", .real(0.25)),
      NamedAttribute("open", .flag(true)), NamedAttribute("tags", .json("[\"a\",\"b c\"]")),
    ]
    let labels = [
      "plain": "Plain", "a b": "two words", "x;y,z": "marks; of, tables", "1": "one", "-": "dash",
      "Ünï-cödé 漢字": "naïve 😀 é", "q\"uote": "say \"hi\" 'there'", "back\\slash": "C:\\new\\table",
      "<tag> & &amp;": "<b>bold</b> & more", "line": "first\nsecond\tthird", "=1+1": "=SUM(A1:A9)",
      "node": "keyword", "end": "]}>)", "alone": "alone",
    ]
    let order = [
      "plain", "a b", "x;y,z", "1", "-", "Ünï-cödé 漢字", "q\"uote", "back\\slash", "<tag> & &amp;",
      "line", "=1+1", "node", "end", "alone",
    ]
    for (index, name) in order.enumerated() {
      let node = builder.node(name)
      builder.setLabel(try #require(labels[name]), of: node)
      builder.set("kind", .text(index.isMultiple(of: 2) ? "person" : "group"), ofNode: node)
      if index != 3 { builder.set("count", .integer(index * 7 - 20), ofNode: node) }
      if index != 5 { builder.set("score", .real(Double(index) / 8 - 0.5), ofNode: node) }
      if index % 3 == 0 { builder.set("known", .flag(index % 2 == 0), ofNode: node) }
      if index == 1 {
        builder.set("note", .text("a < b && c > d; \"x\"\r\nnext — {\"k\": [1]}"), ofNode: node)
      }
      if index == 2 { builder.set("note", .text(" leading and trailing "), ofNode: node) }
      if index == 6 { builder.set("color", .text("#aa3377"), ofNode: node) }
      if index == 7 { builder.set("parent", .text("plain"), ofNode: node) }
    }
    func edge(
      _ tail: String, _ head: String, _ weight: Double, _ attributes: [(String, AttributeValue)]
    ) throws {
      let row = builder.addEdge(builder.node(tail), builder.node(head))
      try builder.setWeight(weight, of: row, offset: 0)
      for (name, value) in attributes { try builder.set(name, value, ofEdge: row, offset: 0) }
    }
    try edge(
      "plain", "a b", 1,
      [("id", .text("e0")), ("kind", .text("knows")), ("start", .text("2015-06-26"))])
    try edge(
      "plain", "a b", 0.5, [("id", .text("e1")), ("kind", .text("met")), ("end", .text("2016-12"))])
    try edge(
      "a b", "plain", 2, [("id", .text("e2")), ("kind", .text("knows")), ("sure", .flag(false))])
    try edge("x;y,z", "x;y,z", 3, [("id", .text("e3")), ("label", .text("loop \"quoted\"\nline"))])
    try edge("1", "-", 0.125, [("id", .text("e4")), ("times", .integer(12))])
    try edge("Ünï-cödé 漢字", "q\"uote", 7, [("id", .text("e5")), ("label", .text("größer → 漢"))])
    try edge(
      "<tag> & &amp;", "back\\slash", 1e-7, [("id", .text("e6")), ("kind", .text("a&b<c>"))])
    try edge("line", "=1+1", 1e21, [("id", .text("e7")), ("share", .real(0.1))])
    try edge("node", "end", 1, [("id", .text("e8"))])
    return try builder.network()
  }
}

@Suite struct AwkwardNetworkTests {
  /// The counts are those of the lists above.
  @Test func theAwkwardNetworkIsWhatItSays() throws {
    let network = try AwkwardNetwork.network()
    #expect(network.nodes.count == 14)
    #expect(network.edges.count == 9)
    #expect(network.nodeAttributes["count"]?.type == .integer)
    #expect(network.nodeAttributes["count"]?[3] == nil)
    #expect(network.nodeAttributes["known"]?[9] == .flag(false))
    #expect(network.edgeAttributes["id"]?[8] == .text("e8"))
    #expect(network.graph.edges[7].weight == 1e21)
    #expect(network.holdsSame(as: network))
    #expect(!network.holdsSame(as: try AwkwardNetwork.network(isDirected: false)))
  }
}
