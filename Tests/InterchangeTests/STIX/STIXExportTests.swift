import Evidence
import Testing

@testable import Interchange

/// What becomes of evidence in STIX: by hand from the specification and the rules of
/// docs/formats/stix.md.
@Suite struct STIXExportTests {
  /// A small graph with every sort of statement.
  static let yaml = """
    throughline: 1
    title: 'Alpha & "Bravo"'
    about: made up
    depth: full
    sources:
      - id: daily
        title: The Daily
        publisher: Daily Ltd
        published: 2016-06-14
        url: https://example.org/a b?x=<1>
        reliability: B
      - id: undated
        title: Without a day
    asserters:
      - id: spokesman
        name: A spokesman
        reliability: D
    entities:
      - {id: alpha, kind: person, name: Alpha, aliases: [Al], born: 1974}
      - {id: bravo, kind: group, name: 'Ärger & Söhne'}
      - {id: charlie, kind: attack, name: Charlie, date: 2016-06-12}
      - {id: delta, kind: place, name: Delta}
      - {id: echo, kind: publication, name: Echo}
      - {id: foxtrot, kind: publication, name: Foxtrot, date: 2015-03}
    statements:
      - {id: s1, subject: bravo, relation: directed, object: charlie, credibility: 2,
         when: 2016-06, cite: {source: daily, paragraph: 3, quote: "they say 😀 so"}}
      - {id: s2, subject: bravo, relation: directed, object: charlie, stance: denies,
         asserter: spokesman, cite: {source: daily, paragraph: 4}}
      - {id: s3, subject: alpha, relation: directed, object: charlie, stance: denies,
         cite: {source: daily, paragraph: 5}}
      - {id: s4, subject: bravo, relation: claimed, object: charlie, credibility: 6,
         cite: {source: daily, paragraph: 6}}
      - {id: s5, subject: alpha, relation: perpetrated, object: charlie, modality: hypothetical,
         cite: {source: daily, paragraph: 7}}
      - {id: s6, subject: alpha, relation: contacted, object: bravo, modality: suspected,
         when: 2014/.., cite: {source: undated, paragraph: 1}}
      - {id: s7, subject: bravo, relation: contacted, object: alpha, stance: finds-no-evidence,
         so-far: yes, cite: {source: daily, paragraph: 8}}
      - {id: s8, subject: charlie, attribute: deaths, value: '49', credibility: 1,
         confirmed-by: the court, cite: {source: daily, paragraph: 9}}
      - {id: s9, subject: [alpha, bravo], relation: authored, object: echo,
         cite: {source: daily, paragraph: 10}}
      - {id: s10, subject: bravo, relation: directed, object: charlie, stance: leaves-open,
         cite: {source: undated}}
      - {id: s11, subject: charlie, relation: located-in, object: delta, credibility: 5,
         when: '-0044/1000', cite: {source: daily, paragraph: 11}}
      - {id: s12, subject: bravo, relation: directed, object: charlie, asserter: bravo,
         cite: {source: daily, paragraph: 12}}
      - {id: s13, subject: alpha, relation: enabled, object: charlie, interested: yes,
         cite: {source: daily, paragraph: 13}}
      - {id: s14, subject: bravo, relation: directed, object: charlie, about: [s1],
         asserter: spokesman, cite: {source: daily, paragraph: 14}}
      - {id: s15, subject: alpha, relation: enabled, object: charlie, stance: denies,
         cite: {source: daily, paragraph: 15}}

    """

  static func graph() throws -> InfluenceGraph {
    let reading = GraphFile.read(yaml, path: "g.yaml", folder: ".")
    return try #require(reading.graph, "\(reading.findings)")
  }

  static func bundle(_ graph: InfluenceGraph) throws -> String {
    var text = ""
    try GraphWriter(.stix).write(graph) { text += String(decoding: $0, as: UTF8.self) }
    return text
  }

  /// The objects of the bundle as trees.
  private func objects() throws -> [JSONNode] {
    let text = Array(try Self.bundle(Self.graph()).utf8)
    let root = try text.withUnsafeBufferPointer { bytes throws(Fault) in
      var cursor = JSONCursor(bytes, options: NetworkOptions())
      return try cursor.value()
    }
    return try #require(root["objects"]?.elements)
  }

  /// The object that stands for a statement.
  private func statement(_ number: Int) throws -> JSONNode {
    try #require(
      try objects().first { object in
        let part = object["extensions"]?[STIXName.definition]
        return part?["part"]?.text == "statement" && part?["position"]?.int == number - 1
      })
  }

  private func entity(_ type: String, _ id: String) -> String {
    STIXName.id(type, "entity:" + id)
  }

  @Test func whatIsAffirmedIsARelationship() throws {
    let object = try statement(1)
    #expect(object["type"]?.text == "relationship")
    #expect(object["relationship_type"]?.text == "directed")
    #expect(object["source_ref"]?.text == entity("identity", "bravo"))
    #expect(object["target_ref"]?.text == entity("incident", "charlie"))
    #expect(object["confidence"]?.int == 70)
    // The widest time of June 2016.
    #expect(object["start_time"]?.text == "2016-06-01T00:00:00.000Z")
    #expect(object["stop_time"]?.text == "2016-06-30T23:59:59.999Z")
    #expect(object["created"]?.text == "2016-06-14T00:00:00.000Z")
    #expect(object["created_by_ref"]?.text == STIXName.id("identity", "publisher:Daily Ltd"))
    #expect(
      object["labels"]?.elements?.map(\.text) == [
        "admiralty-scale:source-reliability=\"b\"", "admiralty-scale:information-credibility=\"2\"",
      ])
    let reference = try #require(object["external_references"]?.elements?.first)
    #expect(reference["source_name"]?.text == "Daily Ltd")
    #expect(reference["description"]?.text == "paragraph 3: \"they say 😀 so\"")
    #expect(reference["url"]?.text == "https://example.org/a%20b?x=%3C1%3E")
    #expect(
      object["description"]?.text
        == "The Daily says: Ärger & Söhne directed Charlie, 2016-06. \"they say 😀 so\"")
  }

  @Test func aDenialIsAnOpinionOnWhatOthersAffirm() throws {
    let object = try statement(2)
    #expect(object["type"]?.text == "opinion")
    #expect(object["opinion"]?.text == "strongly-disagree")
    #expect(object["authors"]?.elements?.map(\.text) == ["A spokesman"])
    #expect(object["object_refs"]?.elements?.map(\.text) == [try statement(1)["id"]?.text])
    #expect(try statement(10)["opinion"]?.text == "neutral")
    // Contact is the same from both sides.
    #expect(try statement(7)["opinion"]?.text == "disagree")
    #expect(
      try statement(7)["object_refs"]?.elements?.map(\.text) == [try statement(6)["id"]?.text])
  }

  @Test func whatNobodyAffirmsIsNoRelationship() throws {
    for (number, ends) in [
      (3, [entity("identity", "alpha"), entity("incident", "charlie")]),
      (5, [entity("identity", "alpha"), entity("incident", "charlie")]),
      (8, [entity("incident", "charlie")]),
      (
        9,
        [entity("identity", "alpha"), entity("identity", "bravo"), entity("grouping", "echo")]
      ),
    ] {
      let object = try statement(number)
      #expect(object["type"]?.text == "note")
      #expect(object["object_refs"]?.elements?.map(\.text) == ends)
    }
    let types = try objects().filter { $0["type"]?.text == "relationship" }
      .compactMap { $0["relationship_type"]?.text }
    #expect(types == ["directed", "claimed-responsibility-for", "contacted", "located-at"])
  }

  /// What only the party that it credits affirms, or who is said to be interested, is no relationship,
  /// and a denial of it has none to judge.
  @Test func aClaimIsANoteThatSaysWhy() throws {
    for (number, abstract, content) in [
      (
        12, "directed (claimed only)",
        "Ärger & Söhne claims, and nobody else in this statement says: Ärger & Söhne directed Charlie."
      ),
      (
        13, "enabled (claimed only)",
        "The Daily claims, and nobody else in this statement says: Alpha enabled Charlie."
      ),
    ] {
      let object = try statement(number)
      #expect(object["type"]?.text == "note")
      #expect(object["abstract"]?.text == abstract)
      #expect(object["content"]?.text == content)
      #expect(object["labels"]?.elements?.last?.text == "bearing:claim")
    }
    #expect(try statement(15)["type"]?.text == "note")
    // A claim of responsibility has a type of its own, and who reports it claims nothing.
    let responsibility = try statement(4)
    #expect(responsibility["labels"]?.elements?.last?.text == "bearing:claim")
    #expect(
      responsibility["description"]?.text == "The Daily says: Ärger & Söhne claimed Charlie.")
  }

  @Test func aJudgementIsAnOpinion() throws {
    let object = try statement(14)
    #expect(object["type"]?.text == "opinion")
    #expect(object["opinion"]?.text == "agree")
    #expect(object["object_refs"]?.elements?.map(\.text) == [try statement(1)["id"]?.text])
    #expect(object["labels"]?.elements?.last?.text == "bearing:judgement")
  }

  @Test func aHedgeIsALabel() throws {
    #expect(try statement(6)["type"]?.text == "relationship")
    #expect(try statement(6)["labels"]?.elements?.map(\.text) == ["modality:suspected"])
    #expect(
      try statement(5)["labels"]?.elements?.map(\.text).suffix(2)
        == ["bearing:supposed", "modality:hypothetical"])
  }

  @Test func confidenceFollowsFromCredibility() throws {
    // 6 says that nobody can tell; a suspicion without a grade is possible at best.
    #expect(try statement(4)["confidence"] == nil)
    #expect(try statement(6)["confidence"]?.int == 50)
    #expect(try statement(8)["confidence"]?.int == 90)
    #expect(try statement(11)["confidence"]?.int == 10)
    #expect(try statement(2)["confidence"] == nil)
  }

  @Test func anOpenOrImpossibleTimeIsLeftOut() throws {
    #expect(try statement(6)["start_time"]?.text == "2014-01-01T00:00:00.000Z")
    #expect(try statement(6)["stop_time"] == nil)
    // No timestamp is before the year 1.
    #expect(try statement(11)["start_time"] == nil)
    #expect(try statement(11)["stop_time"]?.text == "1000-12-31T23:59:59.999Z")
  }

  @Test func nobodyIsCalledAThreatActor() throws {
    let types = Set(try objects().compactMap { $0["type"]?.text })
    #expect(
      types == [
        "identity", "extension-definition", "grouping", "incident", "location", "report",
        "relationship", "opinion", "note",
      ])
    let ids = try objects().compactMap { $0["id"]?.text }
    #expect(Set(ids).count == ids.count)
  }

  @Test func aSourceListsWhatRestsOnIt() throws {
    let report = try #require(
      try objects().first { $0["id"]?.text == STIXName.id("report", "source:daily") })
    #expect(report["published"]?.text == "2016-06-14T00:00:00.000Z")
    // Thirteen of the fifteen statements.
    #expect(report["object_refs"]?.elements?.count == 13)
    let grouping = try objects().first {
      $0["id"]?.text == STIXName.id("grouping", "source:undated")
    }
    #expect(grouping?["object_refs"]?.elements?.count == 2)
  }

  @Test func aBundleComesBackAsTheSameGraph() throws {
    let graph = try Self.graph()
    let text = try Self.bundle(graph)
    let loaded = GraphFile.readAny(bytes: Array(text.utf8), path: "g.json", folder: ".")
    guard case .evidence(let reading) = loaded else {
      Issue.record("a bundle of ours is a graph of evidence")
      return
    }
    #expect(reading.findings.filter { $0.severity == .error }.isEmpty)
    // The publishers stand beside the sources that name them: nothing is lost without them.
    #expect(!reading.findings.contains { $0.rule == "left-out" })
    #expect(reading.graph == graph)
    #expect(try Self.bundle(try #require(reading.graph)) == text)
  }

  @Test(arguments: ["florentine-families", "isis-inspired-attacks", "is-network-in-europe"])
  func theBundledGraphsComeBack(name: String) throws {
    let folder = NativeWriterTests.package + "/graphs"
    let graph = try #require(try GraphFile.load(folder + "/\(name).yaml").graph)
    let text = try Self.bundle(graph)
    let loaded = GraphFile.readAny(bytes: Array(text.utf8), path: "g.stix", folder: folder)
    guard case .evidence(let reading) = loaded else {
      Issue.record("a bundle of ours is a graph of evidence")
      return
    }
    #expect(reading.graph == graph)
  }

  /// Other programs may order the objects anew and add some.
  @Test func theOrderOfObjectsDoesNotMatter() throws {
    let graph = try Self.graph()
    var lines = try Self.bundle(graph).split(separator: "\n").dropFirst().dropLast().map { line in
      line.last == "," ? String(line.dropLast()) : String(line)
    }
    lines.reverse()
    lines.append(STIXReaderTests.object("identity", 1, "\"name\": \"Alpha\""))
    let text = STIXReaderTests.bundle(lines)
    guard
      case .evidence(let reading) = GraphFile.readAny(
        bytes: Array(text.utf8), path: "g", folder: ".")
    else {
      Issue.record("a bundle of ours is a graph of evidence")
      return
    }
    #expect(reading.graph == graph)
    #expect(reading.warnings.contains { $0.message.contains("1 object is not of this graph") })
  }

  /// An error in a native form is told where it stands.
  @Test func aDamagedEntryIsFoundInItsLine() throws {
    let text = try Self.bundle(Self.graph()).replacing(
      "\"kind\":\"attack\"", with: "\"kind\":\"atack\"")
    guard
      case .evidence(let reading) = GraphFile.readAny(
        bytes: Array(text.utf8), path: "g", folder: ".")
    else {
      Issue.record("a bundle of ours is a graph of evidence")
      return
    }
    let line = text.split(separator: "\n").firstIndex { $0.contains("atack") }
    #expect(reading.findings.contains { $0.location?.line == (line ?? 0) + 1 })
  }

  @Test(arguments: [true, false])
  func aPlainNetworkComesBack(isDirected: Bool) throws {
    let network = try AwkwardNetwork.network(isDirected: isDirected)
    func bundle(_ network: PlainNetwork) throws -> String {
      var text = ""
      try GraphWriter(.stix).write(network) { text += String(decoding: $0, as: UTF8.self) }
      return text
    }
    let text = try bundle(network)
    let back = try Text.network(text, .stix)
    #expect(back.holdsSame(as: network))
    #expect(try bundle(back) == text)
  }
}
