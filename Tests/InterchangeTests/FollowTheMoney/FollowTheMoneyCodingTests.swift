import Evidence
import Testing

@testable import Interchange

/// Foreign FollowTheMoney as evidence. All expected values are by hand, from the table of words in
/// docs/formats/followthemoney.md.
@Suite struct FollowTheMoneyCodingTests {
  private static let people = """
    {"id":"a","schema":"Person","properties":{"name":["Alpha","A. Alpha"],\
    "birthDate":["1970","1970-02-03"],"nationality":["de"],"country":["de"]},"datasets":["registry"]}
    {"id":"b","schema":"Company","properties":{"name":["Bravo Ltd"],"incorporationDate":["1999"]}}
    {"id":"c","schema":"Organization","properties":{"name":["Charlie Club"]}}
    {"id":"g","schema":"Person","properties":{"name":["Golf"],"deathDate":["2020"]}}

    """

  private func reading(
    _ text: String, dataset: String? = nil, vocabulary: Vocabulary = .standard
  ) throws -> Reading {
    try Text.network(bytes: Array(text.utf8), nil)
      .asEvidence(path: "x.ftm", dataset: dataset, vocabulary: vocabulary)
  }

  private func graph(_ text: String, dataset: String? = nil) throws -> InfluenceGraph {
    let reading = try reading(text, dataset: dataset)
    #expect(reading.errors.isEmpty)
    return try #require(reading.graph)
  }

  private func lines(_ graph: InfluenceGraph) -> [String] {
    graph.statements.map { statement in
      let said =
        switch statement.predicate {
        case .relation(let name, let object): "\(name) \(object.ids.joined(separator: "|"))"
        case .attribute(let name, let value): "\(name) = \(value)"
        }
      return "\(statement.subject.ids.joined()) \(said) [\(statement.citation.source)]"
    }
  }

  private func link(
    _ schema: String, _ from: String, _ to: String, _ rest: String = "", id: String = "x"
  ) -> String {
    let link = FollowTheMoneyModel.standard[schema]?.link
    return """
      {"id":"\(id)","schema":"\(schema)","properties":{"\(link?.source ?? "")":["\(from)"],\
      "\(link?.target ?? "")":["\(to)"]\(rest)},"datasets":["one"]}
      """
  }

  @Test func entitiesKeepNamesDatesAndWhereTheyComeFrom() throws {
    let graph = try graph(Self.people + link("Membership", "g", "c"))
    #expect(graph.entities.map(\.id) == ["alpha", "charlie-club", "golf"])
    #expect(graph.entities.map(\.kind) == ["person", "group", "person"])
    let alpha = try #require(graph.entity("alpha"))
    #expect(alpha.name == "Alpha")
    #expect(alpha.aliases == ["A. Alpha"])
    #expect(alpha.born?.text == "1970-02-03")
    #expect(alpha.note == "FollowTheMoney: Person, id a, of registry")
    #expect(
      lines(graph) == [
        "alpha born = 1970-02-03 [registry]", "alpha nationality = de [registry]",
        "golf member-of charlie-club [one]",
      ])
    // What is said of it by nobody is not taken over.
    #expect(graph.entity("golf")?.died == nil)
  }

  @Test(arguments: [
    ("Membership", "a", "c", "member-of charlie-club"),
    ("Employment", "a", "b", "works-for bravo-ltd"),
    ("Directorship", "a", "b", "works-for bravo-ltd"),
    ("Ownership", "a", "b", "did-business-with bravo-ltd"),
    ("Payment", "a", "c", "did-business-with charlie-club"),
    ("Debt", "a", "b", "did-business-with bravo-ltd"),
    ("Family", "a", "g", "related-to golf"),
    ("Associate", "a", "g", "linked-to golf"),
    ("UnknownLink", "a", "c", "linked-to charlie-club"),
    ("Representation", "a", "g", "linked-to golf"),
    ("Control", "a", "c", "linked-to charlie-club"),
  ])
  func linksHaveTheWeakestWord(schema: String, from: String, to: String, said: String) throws {
    let graph = try graph(Self.people + link(schema, from, to))
    #expect(lines(graph).last == "alpha \(said) [one]")
    #expect(graph.statements.last?.note == "FollowTheMoney: \(schema), id x")
  }

  @Test(arguments: [
    ("Family", "a", "b"), ("Membership", "a", "b"), ("Control", "a", "b"), ("Occupancy", "a", "c"),
  ])
  func aLinkWithoutAWordIsLeftOutAndTold(schema: String, from: String, to: String) throws {
    let reading = try reading(Self.people + link(schema, from, to))
    #expect(reading.graph?.statements.allSatisfy { $0.relation == nil } == true)
    #expect(
      reading.warnings.map(\.message).contains(
        "left out, links that have no word in the vocabulary between such kinds: 1 (1 \(schema))"))
    #expect(reading.warnings.allSatisfy { $0.rule == "left-out" || $0.rule == "unused-entity" })
  }

  @Test func everythingIsF6AndALinkKeepsTimeRoleAndRecord() throws {
    let graph = try graph(
      Self.people
        + link(
          "Directorship", "a", "b",
          #","role":["chair"],"recordId":["7"],"startDate":["2002-01-01T10:00:00"]"#))
    let statement = try #require(graph.statements.last)
    #expect(statement.credibility == .unknown)
    #expect(statement.role == "chair")
    #expect(statement.when == .date(try EDTF("2002-01-01/")))
    #expect(statement.note == "FollowTheMoney: Directorship, id x; recordId: 7")
    #expect(graph.sources.allSatisfy { $0.reliability == .f && $0.why != nil })
  }

  @Test(arguments: [
    (#","startDate":["2001"],"endDate":["2003-05"]"#, "2001/2003-05"),
    (#","endDate":["2003"]"#, "/2003"),
    (#","date":["2003"]"#, "2003"),
    (#","startDate":["2003-01-02"],"endDate":["2003-01-02"]"#, "2003-01-02"),
    (#","startDate":["2001","2001-04"]"#, "2001-04/"),
  ])
  func timesAreIntervals(properties: String, when: String) throws {
    let graph = try graph(Self.people + link("Associate", "a", "g", properties))
    #expect(graph.statements.last?.when == .date(try EDTF(when)))
  }

  @Test func aTimeThatIsNoneStaysInTheNote() throws {
    let graph = try graph(
      Self.people
        + link("Associate", "a", "g", #","startDate":["2005"],"endDate":["2001"]"#))
    #expect(graph.statements.last?.when == nil)
    #expect(
      graph.statements.last?.note == "FollowTheMoney: Associate, id x; start: 2005; end: 2001")
  }

  private static let document =
    #"{"id":"d","schema":"Document","properties":{"title":["Minutes"],"author":["Delta"],"#
    + #""publishedAt":["2004-05-06"],"sourceUrl":["https://example.org/m"]}}"# + "\n"

  /// An address goes before a publisher, a publisher before a document, a document before a dataset.
  @Test(arguments: [
    (
      #","sourceUrl":["https://example.org/7"],"publisher":["Press"],"proof":["d"],"#
        + #""retrievedAt":["2026-01-05"]"#,
      Source(
        id: "exampleorg-7", title: "https://example.org/7", publisher: "Press",
        accessed: try? EDTF("2026-01-05"), url: "https://example.org/7"), "; proof: d"
    ),
    (
      #","publisher":["Press"],"publisherUrl":["https://example.org"],"proof":["d"]"#,
      Source(id: "press", title: "Press", publisher: "Press", url: "https://example.org"),
      "; proof: d"
    ),
    (
      #","proof":["d"]"#,
      Source(
        id: "minutes", title: "Minutes", publisher: "one", author: "Delta",
        published: try? EDTF("2004-05-06"), url: "https://example.org/m",
        note: "the document d of FollowTheMoney"), ""
    ),
    ("", Source(id: "one", title: "one", publisher: "one"), ""),
  ])
  func theNearestSourceIsCited(properties: String, source: Source, noted: String) throws {
    let graph = try graph(
      Self.people + Self.document + link("Associate", "a", "g", properties))
    let statement = try #require(graph.statements.last)
    var found = try #require(graph.source(statement.citation.source))
    #expect(found.reliability == .f)
    (found.reliability, found.why) = (nil, nil)
    #expect(found == source)
    #expect(statement.note == "FollowTheMoney: Associate, id x" + noted)
  }

  /// Two addresses are two sources of one voice; two datasets are one source, which of them it is nobody
  /// says.
  @Test func severalSourcesOfALink() throws {
    let graph = try graph(
      Self.people
        + link(
          "Associate", "a", "g",
          #","sourceUrl":["https://example.org/1","https://example.org/2"]"#) + "\n"
        + #"{"id":"y","schema":"Family","properties":{"person":["a"],"relative":["g"]},"#
        + #""datasets":["one","two"]}"#)
    #expect(
      lines(graph).suffix(3) == [
        "alpha linked-to golf [exampleorg-1]", "alpha linked-to golf [exampleorg-2]",
        "alpha related-to golf [one-two]",
      ])
    #expect(graph.sources.suffix(3).map(\.publisher) == ["one", "one", "one, two"])
  }

  @Test func onlyAnAddressOfTheWebIsOne() throws {
    let graph = try graph(
      Self.people
        + link("Associate", "a", "g", #","sourceUrl":["javascript:alert(1)"]"#))
    #expect(graph.sources.last?.title == "javascript:alert(1)")
    #expect(graph.sources.last?.url == nil)
  }

  @Test func nothingWithoutASource() throws {
    let bare = """
      {"id":"a","schema":"Person","properties":{"name":["Alpha"],"birthDate":["1970"]}}
      {"id":"g","schema":"Person","properties":{"name":["Golf"]}}
      {"id":"x","schema":"Family","properties":{"person":["a"],"relative":["g"]}}
      """
    let error = try #require(throws: NetworkError.self) { try reading(bare) }
    #expect(
      error.message == "no entity and no link becomes a statement; left out, entities that name no "
        + "source, and no link does for them: 2 (2 Person); left out, links that name no source: 1 "
        + "(1 Family)")
    #expect(error.mend == "if the file names no sources, name its collection with --dataset")
    #expect(
      lines(try graph(bare, dataset: "Leak of Ends")) == [
        "alpha born = 1970 [leak-of-ends]", "alpha related-to golf [leak-of-ends]",
      ])
  }

  @Test func datesThatAreNoneOrDisagreeAreCounted() throws {
    let reading = try reading(
      """
      {"id":"a","schema":"Person","properties":{"name":["Alpha"],"birthDate":["1970","1971","soon"]},\
      "datasets":["one"]}
      {"id":"b","schema":"Company","properties":{"name":["Bravo Ltd"],"incorporationDate":["soon"]},\
      "datasets":["one"]}
      {"id":"e","schema":"Event","properties":{"name":["Fair"],"date":["2001"],"startDate":["2002"]},\
      "datasets":["one"]}
      """)
    let graph = try #require(reading.graph)
    #expect(
      lines(graph) == [
        "alpha born = 1970 [one]", "alpha born = 1971 [one]", "fair date = 2001 [one]",
      ])
    #expect(
      graph.entities.map { $0.born ?? $0.founded ?? $0.date } == [nil, nil, try EDTF("2001")])
    #expect(
      reading.warnings.map(\.message).contains(
        "left out, properties without a word in the vocabulary, or whose value it does not take: 3 "
          + "(1 birthDate, 1 incorporationDate, 1 startDate)"))
  }

  @Test func whatIsLeftOutIsCounted() throws {
    let reading = try reading(
      Self.people + Self.document
        + """
        {"id":"p","schema":"Position","properties":{"name":["Mayor"]},"datasets":["one"]}
        {"id":"q","schema":"Family","properties":{"person":["a"],"relative":["zz"]},"datasets":["one"]}

        """ + link("Associate", "a", "g"))
    #expect(
      reading.warnings.filter { $0.rule == "left-out" }.map(\.message) == [
        "left out, entities of a schema that is no kind of the vocabulary: 1 (1 Position)",
        "left out, documents that no link or entity rests on: 1 (1 Document)",
        "left out, entities that name no source, and no link does for them: 2 (1 Company, 1 "
          + "Organization)",
        "left out, links to an entity that is left out for its kind, or not in the file: 1 (1 Family)",
        "left out, values of entities that name no source: 1 (1 deathDate)",
        "left out, properties without a word in the vocabulary, or whose value it does not take: 1 "
          + "(1 country)",
      ])
  }

  /// An event with its organiser, those involved, and its place; the source is that of the event.
  @Test func referencesOfAnEntityAreStatements() throws {
    let graph = try graph(
      Self.people
        + """
        {"id":"h","schema":"Address","properties":{"full":["1 High Street"]}}
        {"id":"e","schema":"Event","properties":{"name":["Fair"],"startDate":["2001-05"],\
        "organizer":["c"],"involved":["a"],"addressEntity":["h"],"publisher":["Press"]}}
        """)
    #expect(
      lines(graph).suffix(4) == [
        "fair date = 2001-05/ [press]", "charlie-club carried-out fair [press]",
        "fair linked-to alpha [press]", "fair located-in 1-high-street [press]",
      ])
    #expect(graph.statements.last?.note == "FollowTheMoney: addressEntity of e")
  }

  /// Beside links that have a direction, one that has none is two edges, and still one statement.
  @Test func aLinkWithoutDirectionIsSaidOnce() throws {
    let graph = try graph(
      Self.people + link("Associate", "a", "g") + "\n"
        + link("Membership", "a", "c", id: "y"))
    #expect(
      lines(graph).suffix(2) == [
        "alpha linked-to golf [one]", "alpha member-of charlie-club [one]",
      ])
  }

  @Test func namesakesAreTwoEntities() throws {
    let graph = try graph(
      """
      {"id":"1","schema":"Person","properties":{"name":["Alpha"]}}
      {"id":"2","schema":"Person","properties":{"name":["Alpha"]}}
      {"id":"3","schema":"Person","properties":{}}

      """ + link("Family", "1", "2") + "\n"
        + link("Family", "1", "3", id: "y"))
    #expect(graph.entities.map(\.id) == ["alpha", "alpha-2", "3"])
  }

  /// The native format reads back what was made.
  @Test func theGraphGoesThroughTheNativeFormat() throws {
    let graph = try graph(
      Self.people + Self.document
        + link("Ownership", "a", "b", #","proof":["d"],"percentage":["50"],"startDate":["2001"]"#))
    let text = NativeWriter().yaml(graph)
    let back = GraphFile.read(text, path: "x.yaml", folder: ".")
    #expect(back.findings.isEmpty)
    #expect(back.graph == graph)
  }

  @Test func anotherNetworkIsRefused() throws {
    let network = try Text.network(bytes: Array("a,b\n".utf8), .edges)
    let error = try #require(throws: NetworkError.self) { try network.asEvidence(path: "e.csv") }
    #expect(
      error.message == "this is no network of FollowTheMoney, so nothing says what its nodes are")
  }
}
