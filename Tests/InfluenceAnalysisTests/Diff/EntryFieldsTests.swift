import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct EntryFieldsTests {
  private static let plain = Statement(
    id: "s1", subject: .one("a"), predicate: .relation("inspired", object: .one("b")),
    citation: Citation(source: "paper", paragraphs: ParagraphSet(3), quote: Quote("he did")))

  /// Each key of the native format by itself, and what it changes into.
  private static let edits: [(String, String?, @Sendable (inout Statement) -> Void)] = [
    ("subject", "a | c", { $0.subject = .oneOf(["a", "c"]) }),
    ("relation", "trained", { $0.predicate = .relation("trained", object: .one("b")) }),
    ("object", "c", { $0.predicate = .relation("inspired", object: .one("c")) }),
    ("stance", "denies", { $0.stance = .denies }), ("so-far", "yes", { $0.soFar = true }),
    ("modality", "opinion", { $0.modality = .opinion }),
    ("asserter", "fbi", { $0.asserter = .words("fbi") }),
    ("via", "cnn, bbc", { $0.via = [.words("cnn"), .words("bbc")] }),
    ("credibility", "3", { $0.credibility = .possible }),
    ("confirmed-by", "a court", { $0.confirmedBy = "a court" }),
    ("interested", "no", { $0.isInterested = false }),
    ("when", "2015-12", { $0.when = (try? EDTF("2015-12")).map(When.date) }),
    (
      "when", "before b by 1w/8w",
      {
        $0.when = .relative(
          .init(side: .before, anchor: "b", distance: When.Distance("1w/8w")))
      }
    ),
    ("said", "2016", { $0.said = try? EDTF("2016") }),
    ("through", "radio", { $0.through = "radio" }),
    ("about", "s2", { $0.about = ["s2"] }), ("share", "6/8", { $0.share = .fraction(6, of: 8) }),
    ("of", "shots", { $0.of = "shots" }), ("role", "envoy", { $0.role = "envoy" }),
    ("words", "moved", { $0.words = "moved" }), ("sic", "c", { $0.sic = "c" }),
    ("note", "n", { $0.note = "n" }), ("source", "radio", { $0.citation.source = "radio" }),
    ("paragraph", "4-5", { $0.citation.paragraphs = ParagraphSet("4-5") }),
    ("quote", nil, { $0.citation.quote = nil }),
  ]

  @Test(arguments: edits.indices)
  func `every key of a statement is compared`(index: Int) {
    let (name, value, edit) = Self.edits[index]
    var changed = Self.plain
    edit(&changed)
    let found = FieldChange.changes(from: Self.plain.fields, to: changed.fields)
    #expect(found.map(\.name) == [name])
    #expect(found.first?.new == value)
  }

  @Test func `neither the id nor where a quote was found is what a statement says`() {
    var changed = Self.plain
    changed.id = "s2"
    changed.citation.quote?.range = 4..<10
    #expect(FieldChange.changes(from: Self.plain.fields, to: changed.fields).isEmpty)
  }

  @Test func `entries are told by kind and id`() {
    let old = InfluenceGraph(
      title: "One", sources: [Source(id: "paper", paragraphs: ["A.", "B."])],
      entities: [Entity(id: "a", kind: "person"), Entity(id: "b", kind: "person", name: "Bo")])
    let new = InfluenceGraph(
      title: "Two", sources: [Source(id: "paper", paragraphs: ["A.", "C."])],
      asserters: [DeclaredAsserter(id: "court", reliability: .a)],
      entities: [Entity(id: "b", kind: "person", name: "Bob", aliases: ["Rob"])])
    let changes = EntryChange.changes(from: old, to: new)
    #expect(changes.map(\.kind) == [.graph, .source, .asserter, .entity, .entity])
    #expect(changes.map(\.id) == ["", "paper", "court", "a", "b"])
    #expect(changes.map(\.change) == [.changed, .changed, .added, .removed, .changed])
    #expect(changes[1].fields.map(\.name) == ["text"])
    #expect(
      changes[4].fields == [
        FieldChange(name: "name", old: "Bo", new: "Bob"),
        FieldChange(name: "aliases", old: nil, new: "Rob"),
      ])
  }
}
