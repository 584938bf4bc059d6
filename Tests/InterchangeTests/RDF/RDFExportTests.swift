import Evidence
import Testing

@testable import Interchange

/// RDF as the specifications of Turtle and JSON-LD have it; that both mean the same graph, rdflib
/// checks in scripts/check-interchange/rdf.py.
@Suite struct RDFExportTests {
  private func text(_ format: GraphFormat) throws -> String {
    let graph = try STIXExportTests.graph()
    var text = ""
    try GraphWriter(format).write(graph) { text += String(decoding: $0, as: UTF8.self) }
    return text
  }

  /// The paragraph of a resource.
  private func paragraph(_ name: String) throws -> [String] {
    let text = try text(.turtle)
    let found = text.split(separator: "\n\n").first { $0.hasPrefix("<urn:throughline:\(name)>") }
    return try #require(found).split(separator: "\n").map(String.init)
  }

  @Test func aStatementTellsWhoSaysWhatWhere() throws {
    #expect(
      try paragraph("statement:daily:s1") == [
        "<urn:throughline:statement:daily:s1>",
        "  a tl:Statement, prov:Entity, rdf:Statement ;",
        "  rdfs:label \"The Daily says: Ärger & Söhne directed Charlie, 2016-06. \\\"they say 😀 so\\\"\" ;",
        "  tl:subject <urn:throughline:entity:bravo> ;",
        "  tl:relation <urn:throughline:relation:directed> ;",
        "  tl:object <urn:throughline:entity:charlie> ;",
        "  rdf:subject <urn:throughline:entity:bravo> ;",
        "  rdf:predicate <urn:throughline:relation:directed> ;",
        "  rdf:object <urn:throughline:entity:charlie> ;",
        "  tl:bearing tl:link ;",
        "  tl:stance tl:affirms ;",
        "  tl:modality tl:asserted ;",
        "  prov:wasAttributedTo <urn:throughline:publisher:Daily%20Ltd> ;",
        "  tl:credibility 2 ;",
        "  tl:when \"2016-06\"^^<http://id.loc.gov/datatypes/edtf/EDTF> ;",
        "  prov:hadPrimarySource <urn:throughline:source:daily> ;",
        "  prov:wasQuotedFrom <urn:throughline:source:daily> ;",
        "  tl:paragraph \"3\" .",
      ])
  }

  /// Only the three statements are reified that a source affirms of two known ends, and that are more than
  /// a claim.
  @Test func noDenialAndNoClaimIsReified() throws {
    let bearings = [
      "link", "denial", "denial", "claim", "supposed", "link", "noEvidence", "valueOnly",
      "alternatives", "leftOpen", "link", "claim", "claim", "judgement", "denial",
    ]
    for number in 1...15 {
      let source = number == 6 || number == 10 ? "undated" : "daily"
      let lines = try paragraph("statement:\(source):s\(number)")
      let isReified = lines.contains { $0.contains("rdf:subject") }
      #expect(isReified == [1, 6, 11].contains(number), "s\(number)")
      #expect(lines[1].contains("tl:Claim") == [4, 12, 13].contains(number), "s\(number)")
      #expect(lines.contains("  tl:bearing tl:\(bearings[number - 1]) ;"), "s\(number)")
      #expect(lines[1].contains("rdf:Statement") == isReified)
    }
    // No triple has a relation as its property.
    #expect(!(try text(.turtle)).contains("\n  <urn:throughline:relation:"))
  }

  @Test func alternativesAreNoEnds() throws {
    let lines = try paragraph("statement:daily:s9")
    #expect(
      lines.contains(
        "  tl:possibleSubject <urn:throughline:entity:alpha>, <urn:throughline:entity:bravo> ;"))
    #expect(!lines.contains { $0.hasPrefix("  tl:subject") })
  }

  @Test func aQuoteIsAnAnnotation() throws {
    let lines = try paragraph("annotation:daily:s1")
    #expect(lines.contains("      rdf:value \"paragraph=3\" ;"))
    #expect(lines.contains { $0.contains("oa:exact \"they say 😀 so\"") })
    #expect(lines.contains("  oa:hasBody <urn:throughline:statement:daily:s1> ;"))
  }

  @Test func addressesAreEscaped() throws {
    #expect(
      try paragraph("source:daily").contains(
        "  schema:url <https://example.org/a%20b?x=%3C1%3E> ;"))
  }

  @Test(arguments: [
    ("a b", "a%20b"), ("Ärger & Söhne", "Ärger%20%26%20Söhne"), ("x:y/z", "x%3Ay%2Fz"),
    ("漢-._~", "漢-._~"), ("😀", "%F0%9F%98%80"), ("a%20", "a%2520"), ("", ""),
  ])
  func namesBecomePartsOfIRIs(text: String, part: String) {
    #expect(IRIText.part(text) == part)
  }

  /// RFC 3987 lets letters beyond ASCII stand; what is encoded already stays as it is.
  @Test(arguments: [
    ("https://example.org/é?a=%20%zz", "https://example.org/é?a=%20%25zz"),
    ("x<>\"{}|\\^` y", "x%3C%3E%22%7B%7D%7C%5C%5E%60%20y"), ("100%", "100%25"),
  ])
  func addressesKeepWhatTheyMay(text: String, escaped: String) {
    #expect(IRIText.escaped(text) == escaped)
  }

  @Test func lettersBeyondASCIIMayBeEncodedToo() {
    #expect(IRIText.escaped("é", isASCII: true) == "%C3%A9")
  }

  @Test func onlyWholeAddressesAreResources() {
    #expect(RDFIdentity.address("https://example.org") == .name(.iri("https://example.org")))
    #expect(RDFIdentity.address("example.org/x") == .text("example.org/x"))
    #expect(RDFIdentity.address("prov:x") == .text("prov:x"))
  }

  @Test func textsAreQuotedAsTurtleWants() {
    var node = RDFNode(.iri("urn:x"), [])
    node.add(.word(.rdfs, "label"), text: "a\"b\\c\nd\te\u{0}\u{85}漢")
    #expect(
      TurtleText.paragraph(node)
        == "\n<urn:x>\n  rdfs:label \"a\\\"b\\\\c\\nd\\te\\u0000\\u0085漢\" .\n")
  }

  @Test func jsonLDHasTheSameWords() {
    var inner = RDFNode(nil, [.word(.oa, "TextQuoteSelector")])
    inner.add(.word(.oa, "start"), .integer(3))
    var node = RDFNode(.iri("urn:x"), [.word(.prov, "Entity")])
    node.add(.word(.rdfs, "label"), text: "a")
    node.add(RDFIdentity.word("via"), .list([.name(.iri("urn:y"))]))
    node.add(.word(.oa, "hasSelector"), .node(inner))
    node.add(RDFIdentity.word("soFar"), .flag(true))
    #expect(
      JSONLDText.object(node)
        == "{\"@id\":\"urn:x\",\"@type\":[\"prov:Entity\"],\"rdfs:label\":\"a\","
        + "\"tl:via\":{\"@list\":[{\"@id\":\"urn:y\"}]},"
        + "\"oa:hasSelector\":{\"@type\":[\"oa:TextQuoteSelector\"],\"oa:start\":3},"
        + "\"tl:soFar\":true}")
  }

  @Test func aPlainNetworkIsResourcesToo() throws {
    let network = try Text.network("source,target,weight\na,b c,0.5\n", .csv)
    var text = ""
    try GraphWriter(.turtle).write(network) { text += String(decoding: $0, as: UTF8.self) }
    #expect(
      text.hasSuffix(
        """

        <urn:throughline:edge:0>
          a tl:Edge ;
          tl:tail <urn:throughline:node:a> ;
          tl:head <urn:throughline:node:b%20c> ;
          tl:weight "0.5"^^xsd:double .

        """))
  }

  @Test func filesAreWrittenNotRead() throws {
    #expect(!GraphFormat.turtle.isRead)
    #expect(
      Text.fault("", .jsonld) == "1:1: JSON-LD is written, not read")
  }
}
