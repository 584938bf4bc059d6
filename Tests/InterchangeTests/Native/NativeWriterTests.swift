import Evidence
import Interchange
import TestSupport
import Testing

/// The laws of the native format: what is written reads back equal, and is written again as the same
/// bytes, in every form.
@Suite struct NativeWriterTests {
  enum Form: CaseIterable {
    case long, short, json

    func text(_ graph: InfluenceGraph) -> String {
      switch self {
      case .long: NativeWriter(form: .long).yaml(graph)
      case .short: NativeWriter(form: .short).yaml(graph)
      case .json: NativeWriter().json(graph)
      }
    }
  }

  static func read(_ text: String) throws -> InfluenceGraph {
    let reading = NativeReader(file: "g").read(text) { _ in { .missing(path: $0) } }
    return try #require(reading.graph, "\(reading.findings.first?.message ?? "")")
  }

  /// The parts of two graphs one by one, so that a failure names the part; texts scalar by scalar,
  /// since `==` of strings takes a precomposed letter and a combined one for the same.
  static func expectEqual(_ left: InfluenceGraph, _ right: InfluenceGraph, anyOrder: Bool) {
    #expect(left.title == right.title && left.about == right.about && left.depth == right.depth)
    #expect(left.sources == right.sources)
    #expect(left.asserters == right.asserters)
    for (a, b) in zip(left.entities, right.entities) { #expect(a == b) }
    #expect(left.entities.count == right.entities.count)
    func sorted(_ graph: InfluenceGraph) -> [Statement] {
      anyOrder ? graph.statements.sorted { $0.id < $1.id } : graph.statements
    }
    for (a, b) in zip(sorted(left), sorted(right)) { #expect(a == b) }
    #expect(left.statements.count == right.statements.count)
  }

  @Test(arguments: Form.allCases, 0..<24)
  func readsBackWhatItWrites(form: Form, seed: Int) throws {
    var random = RandomEvidence(seed: UInt64(seed))
    let graph = try random.graph()
    let first = form.text(graph)
    let again = try Self.read(first)
    Self.expectEqual(again, graph, anyOrder: form == .short)
    #expect(form.text(again) == first)
    #expect(Array(form.text(again).utf8) == Array(first.utf8))
  }

  /// A small graph with most keys, written by hand in the three forms.
  static func example() throws -> InfluenceGraph {
    var first = Statement(
      id: "s1", subject: .one("ann"), predicate: .relation("inspired", object: .one("bob")),
      stance: .findsNoEvidence, modality: .reported, asserter: .words("two men, unnamed"),
      credibility: .probable,
      when: .relative(.init(side: .before, anchor: "raid", distance: When.Distance("1w/8w"))),
      citation: Citation(source: "x", paragraphs: ParagraphSet("8-9")))
    first.soFar = true
    var second = Statement(
      id: "s2", subject: .oneOf(["ann", "bob"]), predicate: .attribute("role", value: "say \"x\""),
      citation: Citation(source: "z", paragraphs: ParagraphSet(1), quote: Quote("a \"b\"")))
    second.about = ["s1"]
    second.isInterested = false
    let third = Statement(
      id: "x.p8-9.2", subject: .one("raid"), predicate: .attribute("date", value: "2015-06"),
      when: .date(try EDTF("2015-06")),
      citation: Citation(source: "x", paragraphs: ParagraphSet("8-9")))
    return InfluenceGraph(
      title: "An example: small", depth: .influence,
      sources: [
        Source(id: "x", title: "X", home: .corpus),
        Source(id: "z", title: "no", published: try EDTF("2015-11-17"), reliability: .b),
      ],
      asserters: [DeclaredAsserter(id: "court", reliability: .a, interestIn: ["bob"])],
      entities: [
        Entity(
          id: "ann", kind: "person", name: "Ann", aliases: ["A", "B, C"],
          sourceAliases: [.init(source: "x", name: "Paris")],
          collective: .init(members: ["bob"], size: Quantity("~2")), died: try EDTF("2011")),
        Entity(id: "bob", kind: "person", collective: .init()), Entity(id: "raid", kind: "attack"),
      ], statements: [first, second, third])
  }

  static let head = """
    throughline: 1
    title: 'An example: small'
    depth: influence
    corpus: texts
    sources:
      - x
      - id: z
        title: 'no'
        published: 2015-11-17
        reliability: B
    asserters:
      - id: court
        reliability: A
        interest-in: [bob]
    entities:
      - id: ann
        kind: person
        name: Ann
        aliases: [A, 'B, C']
        aliases-in: {x: [Paris]}
        collective: {members: [bob], size: ~2}
        died: 2011
      - id: bob
        kind: person
        collective: yes
      - id: raid
        kind: attack

    """

  @Test func writesTheLongForm() throws {
    let text = NativeWriter(form: .long, corpus: "texts").yaml(try Self.example())
    #expect(
      text == Self.head + """
        statements:
          - id: s1
            subject: ann
            relation: inspired
            object: bob
            stance: finds-no-evidence
            so-far: yes
            modality: reported
            asserter: two men, unnamed
            credibility: 2
            when: {before: raid, by: 1w/8w}
            cite: {source: x, paragraph: 8-9}
          - id: s2
            subject: [ann, bob]
            attribute: role
            value: say "x"
            interested: no
            about: [s1]
            cite: {source: z, paragraph: 1, quote: a "b"}
          - id: x.p8-9.2
            subject: raid
            attribute: date
            value: 2015-06
            when: 2015-06
            cite: {source: x, paragraph: 8-9}

        """)
  }

  /// Grouped by source and paragraph; an id that only says the place is left out; a quote with
  /// quotation marks is more than a line can hold.
  @Test func writesTheShortForm() throws {
    let text = NativeWriter(form: .short, corpus: "texts").yaml(try Self.example())
    #expect(
      text == Self.head + """
        statements:
          x:
            8-9:
              - s1: not ann inspired bob @before(raid, 1w/8w), says (two men, unnamed), reported, no evidence, so far, grade 2
              - raid date = 2015-06 @2015-06
          z:
            1:
              - id: s2
                subject: [ann, bob]
                attribute: role
                value: say "x"
                interested: no
                about: [s1]
                cite: {source: z, paragraph: 1, quote: a "b"}

        """)
  }

  @Test func writesJSON() throws {
    var graph = try Self.example()
    graph = graph.replacing(statements: Array(graph.statements.prefix(1)))
    let text = NativeWriter(corpus: "texts").json(graph)
    #expect(
      text == """
        {
          "throughline": 1,
          "title": "An example: small",
          "depth": "influence",
          "corpus": "texts",
          "sources": [
            "x",
            {
              "id": "z",
              "title": "no",
              "published": "2015-11-17",
              "reliability": "B"
            }
          ],
          "asserters": [
            {
              "id": "court",
              "reliability": "A",
              "interest-in": [
                "bob"
              ]
            }
          ],
          "entities": [
            {
              "id": "ann",
              "kind": "person",
              "name": "Ann",
              "aliases": [
                "A",
                "B, C"
              ],
              "aliases-in": {
                "x": [
                  "Paris"
                ]
              },
              "collective": {
                "members": [
                  "bob"
                ],
                "size": "~2"
              },
              "died": "2011"
            },
            {
              "id": "bob",
              "kind": "person",
              "collective": true
            },
            {
              "id": "raid",
              "kind": "attack"
            }
          ],
          "statements": [
            {
              "id": "s1",
              "subject": "ann",
              "relation": "inspired",
              "object": "bob",
              "stance": "finds-no-evidence",
              "so-far": true,
              "modality": "reported",
              "asserter": "two men, unnamed",
              "credibility": 2,
              "when": {
                "before": "raid",
                "by": "1w/8w"
              },
              "cite": {
                "source": "x",
                "paragraph": "8-9"
              }
            }
          ]
        }

        """)
  }

  @Test func anEmptyGraphIsTwoLines() {
    #expect(NativeWriter().yaml(InfluenceGraph()) == "throughline: 1\ntitle: ''\n")
    #expect(NativeWriter(form: .short).yaml(InfluenceGraph()) == "throughline: 1\ntitle: ''\n")
  }

  /// The place of a quote survives the short form where no text tells it, and is found where one does.
  @Test func thePlaceOfAQuoteIsNotLost() throws {
    let statement = Statement(
      id: "s1", subject: .one("a"), predicate: .attribute("age", value: "1"),
      citation: Citation(
        source: "x", paragraphs: ParagraphSet(1), quote: Quote("b c", range: 2..<5)))
    func written(_ paragraphs: [String]) -> String {
      NativeWriter(form: .short).yaml(
        InfluenceGraph(
          sources: [Source(id: "x", title: "X", paragraphs: paragraphs)], statements: [statement]))
    }
    #expect(written([]).contains("quote: b c, at: 2-5}"))
    #expect(written(["a b c"]).contains("- s1: a age = 1 \"b c\"\n"))
    #expect(written(["b c"]).contains("at: 2-5}"))
  }

  /// The folder of the package, from the place of this file in it.
  static let package = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()

  /// The graphs that come with the package, each in every form, with their real corpus.
  @Test(arguments: ["florentine-families", "is-network-in-europe", "isis-inspired-attacks"])
  func aBundledGraphIsTheSameInEveryForm(name: String) throws {
    let folder = Self.package + "/graphs"
    let reading = try GraphFile.load("\(folder)/\(name).yaml")
    #expect(reading.errors == [])
    let graph = try #require(reading.graph)
    #expect(!graph.statements.isEmpty)
    for form in Form.allCases {
      let text = form.text(graph)
      let again = try #require(GraphFile.read(text, path: "g", folder: folder).graph)
      Self.expectEqual(again, graph, anyOrder: form == .short)
      #expect(form.text(again) == text)
    }
  }
}
