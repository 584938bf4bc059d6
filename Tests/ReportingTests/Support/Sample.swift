import Evidence
import InfluenceAnalysis
import Reporting

/// A small graph that holds every way in which a link may stand: supported, disputed, denied, claimed only,
/// a claim of responsibility.
enum Sample {
  static func statement(
    _ id: String, _ subject: String, _ relation: String, _ object: String,
    stance: Stance = .affirms, asserter: Voice? = nil, credibility: Credibility? = .probable,
    source: String = "paper", paragraph: Int = 1, quote: String? = nil
  ) -> Statement {
    Statement(
      id: id, subject: .one(subject), predicate: .relation(relation, object: .one(object)),
      stance: stance, asserter: asserter, credibility: credibility,
      citation: Citation(
        source: source, paragraphs: ParagraphSet(paragraph), quote: quote.map { Quote($0) }))
  }

  /// The graph; tests make the name of the ideologue hostile.
  static func graph(preacherName: String = "The Preacher") throws -> InfluenceGraph {
    InfluenceGraph(
      title: "Sample",
      sources: [
        Source(
          id: "paper", title: "A paper", publisher: "Paper", published: try EDTF("2016-06-14"),
          url: "https://example.org/a?b=1&c=2", reliability: .b, why: "names its sources"),
        Source(id: "radio", title: "A broadcast", publisher: "Radio", reliability: .b),
      ],
      asserters: [DeclaredAsserter(id: "indictment", name: "indictment", reliability: .a)],
      entities: [
        Entity(id: "preacher", kind: "ideologue", name: preacherName),
        Entity(id: "sermons", kind: "publication", name: "Sermons"),
        Entity(id: "doer", kind: "person", name: "The Doer"),
        Entity(id: "group", kind: "group", name: "The Group"),
        Entity(
          id: "attack", kind: "attack", name: "The Attack", date: try EDTF("2015-12-02")),
        Entity(id: "other", kind: "attack", name: "The Other Attack"),
      ],
      statements: [
        statement("s1", "preacher", "authored", "sermons", paragraph: 2),
        statement(
          "s2", "sermons", "inspired", "doer", asserter: .declared("indictment"), paragraph: 25,
          quote: "first & last"),
        statement("s3", "doer", "perpetrated", "attack", paragraph: 3),
        statement("s4", "group", "directed", "attack", paragraph: 4),
        statement(
          "s5", "group", "directed", "attack", stance: .denies, source: "radio", paragraph: 5),
        statement("s6", "group", "claimed", "other", paragraph: 6),
        statement("s7", "group", "inspired", "other", asserter: .entity("group"), paragraph: 7),
        statement("s8", "group", "directed", "other", stance: .denies, paragraph: 8),
      ])
  }

  static func network(preacherName: String = "The Preacher") throws -> InfluenceNetwork {
    try InfluenceNetwork(LinkTable(graph(preacherName: preacherName)))
  }

  static func trace(_ network: InfluenceNetwork, from: String, to: String) -> TraceReport {
    TraceReport(
      Tracer(network).chains(from: from, to: to), context: FindingContext(network, seed: 7))
  }

  /// Names that break out of one format or another.
  static let hostileNames: [String] = [
    "She said \"no\"", "back\\slash\\", "line\nbreak", "AT&T &amp; &lt;b&gt;",
    "<script>alert(1)</script>",
    "\u{0645}\u{062D}\u{0645}\u{062F} (x)", "\u{1F600}\u{1F3F4}\u{200D}\u{2620}\u{FE0F}",
    "2nd node", "digraph",
    "subgraph", "\\N \\G \\E", "a\u{0}b\u{1B}[31mred\u{7}", "\u{202E}desrever", "]]>", "--><!--",
    "*a* _b_ `c` [d](e)",
    "| pipe |", "# heading", "1. item", "=SUM(A1)", "",
    String(repeating: "long name ", count: 1000),
    String(repeating: "x", count: 10_000),
  ]
}
