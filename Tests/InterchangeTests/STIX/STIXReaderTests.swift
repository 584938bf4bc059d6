import Evidence
import Testing

@testable import Interchange

/// Small files made by hand from the specification of STIX 2.1.
@Suite struct STIXReaderTests {
  /// An identifier whose UUID ends in a number.
  static func id(_ type: String, _ number: Int) -> String {
    type + "--00000000-0000-4000-8000-00000000000\(number)"
  }

  static func object(_ type: String, _ number: Int, _ rest: String = "") -> String {
    "{\"type\": \"\(type)\", \"id\": \"\(id(type, number))\"\(rest.isEmpty ? "" : ", " + rest)}"
  }

  static func relationship(
    _ number: Int, _ tail: String, _ type: String, _ head: String, _ rest: String = ""
  ) -> String {
    object(
      "relationship", number,
      "\"relationship_type\": \"\(type)\", \"source_ref\": \"\(tail)\", \"target_ref\": \"\(head)\""
        + (rest.isEmpty ? "" : ", " + rest))
  }

  static func bundle(_ objects: [String]) -> String {
    "{\"type\": \"bundle\", \"id\": \"\(id("bundle", 0))\", \"objects\": [\n"
      + objects.joined(separator: ",\n") + "\n]}"
  }

  private static let alpha = object("identity", 1, "\"name\": \"Alpha\"")
  private static let bravo = object("malware", 2, "\"name\": \"Bravo\", \"is_family\": false")

  private func network(_ text: String) throws -> PlainNetwork { try Text.network(text, .stix) }

  @Test func objectsAreNodesAndRelationshipsAreEdges() throws {
    let network = try network(
      Self.bundle([
        // The edge comes before its ends.
        Self.relationship(
          3, Self.id("identity", 1), "uses", Self.id("malware", 2),
          "\"start_time\": \"2016-01-01T00:00:00Z\", \"stop_time\": \"2016-01-01T00:00:00.5Z\","
            + "\"confidence\": 70, \"description\": \"a \\\"word\\\"\", \"labels\": [ \"x\", \"y z\" ]"
        ),
        Self.alpha, Self.bravo,
      ]))
    #expect(network.isDirected)
    #expect(network.ids == [Self.id("identity", 1), Self.id("malware", 2)])
    #expect(network.nodes.map(\.label) == ["Alpha", "Bravo"])
    #expect(network.nodeAttributes["kind"]?[1] == .text("malware"))
    #expect(network.nodeAttributes["is_family"]?[1] == .flag(false))
    #expect(network.nodeAttributes["name"] == nil)
    let edge = network.edgeAttributes
    #expect(edge["id"]?[0] == .text(Self.id("relationship", 3)))
    #expect(edge["kind"]?[0] == .text("uses"))
    #expect(edge["start"]?[0] == .text("2016-01-01T00:00:00Z"))
    #expect(edge["end"]?[0] == .text("2016-01-01T00:00:00.5Z"))
    #expect(edge["confidence"]?[0] == .integer(70))
    #expect(edge["description"]?[0] == .text("a \"word\""))
    #expect(edge["labels"]?[0] == .json("[\"x\",\"y z\"]"))
    #expect(network.attribute("id") == .text(Self.id("bundle", 0)))
    #expect(network.remarks.isEmpty)
  }

  @Test func aFileMayBeOneObjectAListOrLines() throws {
    #expect(try network(Self.alpha).ids.count == 1)
    #expect(try network("[\(Self.alpha), \(Self.bravo)]").ids.count == 2)
    #expect(try network(Self.alpha + "\n" + Self.bravo + "\n").ids.count == 2)
    #expect(
      try network(Self.bundle([Self.alpha]) + "\n" + Self.bundle([Self.bravo])).ids.count == 2)
    #expect(try network(Self.object("bundle", 1)).ids.isEmpty)
    #expect(try network("\u{FEFF}" + Self.alpha).ids.count == 1)
    // A member that is named before the type of the bundle.
    let late =
      "{\"id\": \"\(Self.id("bundle", 0))\", \"objects\": [\(Self.alpha)], \"type\": \"bundle\"}"
    #expect(try network(late).ids.count == 1)
  }

  @Test func theFormatIsToldByContent() throws {
    for text in [Self.alpha, Self.bundle([Self.alpha]), "[\(Self.alpha)]"] {
      #expect(try Text.network(bytes: Array(text.utf8), path: "some.json").ids.count == 1)
    }
    // Networks made of STIX have its identifiers as mere names.
    let nodeLink = "{\"nodes\": [{\"id\": \"\(Self.id("identity", 1))\"}], \"links\": []}"
    let beginning = FileBeginning(text: nodeLink, bytes: Array(nodeLink.utf8), name: "a.json")
    #expect(!FormatEntry.looksLikeSTIX(beginning))
  }

  @Test func theLatestVersionCountsWhereverItStands() throws {
    func version(_ name: String, _ time: String) -> String {
      Self.object("identity", 1, "\"name\": \"\(name)\", \"modified\": \"\(time)\"")
    }
    let old = version("Old", "2016-01-01T00:00:00Z")
    let new = version("New", "2016-01-01T00:00:00.001Z")
    for order in [[old, new], [new, old], [old, new, new]] {
      let network = try network(Self.bundle(order))
      #expect(network.nodes.map(\.label) == ["New"])
      let count = order.count - 1
      #expect(
        network.remarks == [
          count == 1
            ? "1 object is an older version of another, which counts alone"
            : "\(count) objects are older versions of others, which count alone"
        ])
    }
  }

  @Test func theLatestVersionOfARelationshipCounts() throws {
    let network = try network(
      Self.bundle([
        Self.relationship(
          3, Self.id("identity", 1), "uses", Self.id("malware", 2),
          "\"modified\": \"2016-01-01T00:00:00Z\", \"description\": \"old\""),
        Self.relationship(
          3, Self.id("malware", 2), "uses", Self.id("identity", 1),
          "\"modified\": \"2017-01-01T00:00:00Z\", \"revoked\": true"),
      ]))
    #expect(network.lines == ["\(Self.id("malware", 2))>\(Self.id("identity", 1))"])
    #expect(network.edgeAttributes["description"] == nil)
    #expect(network.edgeAttributes["revoked"]?[0] == .flag(true))
  }

  @Test func opinionsAndNotesStandByTheirRelationships() throws {
    let edge = Self.relationship(3, Self.id("identity", 1), "uses", Self.id("malware", 2))
    let opinion = Self.object(
      "opinion", 4,
      "\"opinion\": \"disagree\", \"object_refs\": [\"\(Self.id("relationship", 3))\"]")
    let network = try network(Self.bundle([opinion, edge]))
    #expect(
      network.edgeAttributes["opinions"]?[0]
        == .json("[{\"id\":\"\(Self.id("opinion", 4))\",\"opinion\":\"disagree\"}]"))
    // The opinion itself, and the two ends without objects.
    #expect(network.ids.count == 3)
    #expect(network.nodeAttributes["kind"]?[1] == .text("identity"))
    #expect(
      network.remarks == [
        "2 ends of relationships are no objects of the file; of such a node only the kind is known"
      ])
  }

  @Test func sightingsAreEdgesFromThoseWhoSaw() throws {
    func sighting(_ number: Int, _ rest: String) -> String {
      Self.object("sighting", number, "\"sighting_of_ref\": \"\(Self.id("malware", 2))\"" + rest)
    }
    let network = try network(
      Self.bundle([
        Self.alpha, Self.bravo, Self.object("location", 5, "\"region\": \"africa\""),
        sighting(
          6,
          ", \"count\": 7, \"where_sighted_refs\": [\"\(Self.id("identity", 1))\","
            + " \"\(Self.id("location", 5))\"]"), sighting(7, ""),
      ]))
    #expect(
      network.lines == [
        "\(Self.id("identity", 1))>\(Self.id("malware", 2))",
        "\(Self.id("location", 5))>\(Self.id("malware", 2))",
        "\(Self.id("sighting", 7))>\(Self.id("malware", 2))",
      ])
    #expect(network.edgeAttributes["id"]?[1] == .text(Self.id("sighting", 6) + "#2"))
    #expect(network.edgeAttributes["kind"]?[2] == .text("sighting"))
    #expect(network.edgeAttributes["count"]?[0] == .integer(7))
  }

  @Test func markingsAreLeftOut() throws {
    let network = try network(
      Self.bundle([Self.object("marking-definition", 1), Self.alpha]))
    #expect(network.ids == [Self.id("identity", 1)])
    #expect(network.remarks.count == 1)
  }

  @Test func namesWithAMeaningOfTheirOwnAreMoved() throws {
    let network = try network(
      Self.object("x-thing", 1, "\"label\": \"l\", \"kind\": \"k\", \"value\": \"v\""))
    #expect(network.nodes[0].label == "v")
    #expect(network.nodeAttributes["stix_label"]?[0] == .text("l"))
    #expect(network.nodeAttributes["stix_kind"]?[0] == .text("k"))
    #expect(network.nodeAttributes["kind"]?[0] == .text("x-thing"))
  }

  @Test func badObjectsAreLeftOutIfTheUserSaysSo() throws {
    var options = NetworkOptions()
    options.isLenient = true
    let text = Self.bundle([Self.alpha, "7", Self.object("Bad", 1), Self.bravo])
    let network = try Text.network(bytes: Array(text.utf8), .stix, options: options)
    #expect(network.ids.count == 2)
    #expect(network.skipped.count == 2)
  }
}
