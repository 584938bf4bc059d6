import Evidence
import Foundation
import Testing

@testable import Interchange

@Suite struct StatementTableTests {
  private func reading(
    _ text: String, _ format: GraphFormat? = nil, options: NetworkOptions = .init()
  ) throws -> Reading {
    let loaded = GraphFile.readAny(
      bytes: Array(text.utf8), path: "case.csv", folder: ".", format: format, options: options)
    guard case .evidence(let reading) = loaded else {
      Issue.record("read as a plain network")
      return Reading(graph: nil, findings: [], form: .long, locations: [:])
    }
    return reading
  }

  private func faults(_ text: String) throws -> [String] {
    try reading(text).errors.map { error in
      (error.location.map { "\($0.line):\($0.column): " } ?? "") + error.message
    }
  }

  private static let header =
    "subject,subject-kind,relation,object,object-kind,source-title,source-published,quote"

  /// What a user fills in, and the graph that follows by hand.
  @Test func aSpreadsheetBecomesEvidence() throws {
    let reading = try reading(
      #"""
      \#(Self.header),when,asserter,# remark,Paragraph
      Alpha,person,member-of,Bravo Group,group,A Report,2001,"it said ""so""",1999~,the clerk,mine,2
      alpha,,contacted,Ärger & Söhne,person,A Report,,,,,,
      Charlie | Alpha,person,contacted,Ärger & Söhne,,Another Report,2002-05,,,,,
      """#)
    #expect(reading.errors.isEmpty, "\(reading.errors)")
    let graph = try #require(reading.graph)
    #expect(graph.title == "case")
    #expect(graph.entities.map(\.id) == ["alpha", "bravo-group", "arger-sohne", "charlie"])
    #expect(graph.entities.map(\.name) == ["Alpha", "Bravo Group", "Ärger & Söhne", "Charlie"])
    #expect(graph.entities.map(\.kind) == ["person", "group", "person", "person"])
    #expect(graph.sources.map(\.id) == ["a-report", "another-report"])
    #expect(graph.sources.map(\.title) == ["A Report", "Another Report"])
    #expect(graph.sources[1].published?.text == "2002-05")
    #expect(graph.statements.count == 3)
    let first = graph.statements[0]
    #expect(first.citation.quote?.text == "it said \"so\"")
    #expect(first.citation.paragraphs?.first == 2)
    #expect(first.asserter == .words("the clerk"))
    #expect(graph.statements[1].subject == .one("alpha"))
    #expect(graph.statements[2].subject == .oneOf(["charlie", "alpha"]))
  }

  /// The native format's own messages, at the cell; and those of the table itself.
  @Test(arguments: [
    ("Alpha,person,knos,Bravo,person,R,2001,\n", "2:14: 'knos' is no relation of the vocabulary"),
    ("Alpha,persn,contacted,Bravo,person,R,2001,\n", "2:7: 'persn' is no kind of the vocabulary"),
    ("Alpha,person,contacted,Bravo,,R,2001,\n", "2:24: the entity has no kind"),
    ("Alpha,person,contacted,Bravo,person,,,\n", "2:1: the citation has no source"),
    ("Alpha,person,contacted,,,R,2001,\n", "2:1: the statement has no object"),
    ("Alpha,person,contacted,Bravo,person,R,20x1,\n", "2:39: '20x1' is no EDTF date"),
    (
      "Alpha,person,contacted,Bravo,person,R,2001,\nAlpha,group,contacted,Bravo,,R,,\n",
      "3:7: 'Alpha' is of kind 'group' here, and of kind 'person' in line 2"
    ),
    (
      "Alpha,person,contacted,Bravo,person,R,2001,\nAlpha,,contacted,Bravo,,R,2002,\n",
      "3:27: '2002' is another source-published of the source 'r' than '2001' in line 2"
    ),
    (",,,,,,,only a quote\n", "2:8: the row is no statement and describes nothing"),
    ("Alpha,person,contacted,Bravo,person,R,2001,\"open\n", "2:44: a quotation mark is opened"),
    (
      "Alpha,person,contacted,Bravo,person,R,2001,q,more\n",
      "2:46: the record has more than 8 cells"
    ),
  ])
  func faultsAreToldAtTheirCells(rows: String, fault: String) throws {
    let faults = try faults(Self.header + "\n" + rows)
    #expect(faults.contains { $0.hasPrefix(fault) }, "\(faults)")
  }

  @Test(arguments: [
    ("subject,relation,objekt,source\na,b,c,d\n", "1:18: 'objekt' is no column of a table of"),
    ("subject,relation,Subject,source\na,b,c,d\n", "1:18: a second column is named 'Subject'"),
  ])
  func columnsThatAreNotKnownAreRefused(text: String, fault: String) throws {
    let faults = try faults(text)
    #expect(faults.first?.hasPrefix(fault) == true, "\(faults)")
  }

  /// By hand: the second row is wrong by itself, the third has a cell too many, the fourth is a person of
  /// whom only the second row says so.
  @Test func badRowsAreLeftOutIfAsked() throws {
    let text =
      Self.header + """

        Alpha,person,contacted,Bravo,person,R,2001,
        Charlie,person,knos,Delta,person,R,,
        Alpha,person,contacted,Bravo,person,R,2001,,more
        Charlie,,contacted,Alpha,,R,,
        Bravo,,contacted,Alpha,,R,,

        """
    #expect(try faults(text).first == "4:45: the record has more than 8 cells")
    var options = NetworkOptions()
    options.isLenient = true
    let reading = try reading(text, options: options)
    #expect(reading.errors.isEmpty, "\(reading.errors)")
    let graph = try #require(reading.graph)
    #expect(graph.statements.map(\.subject) == [.one("alpha"), .one("bravo")])
    #expect(graph.entities.map(\.id) == ["alpha", "bravo"])
    let leftOut = reading.findings.filter { $0.rule == "left-out" }
    #expect(leftOut.map { $0.location?.line } == [3, 4, 5])
    #expect(
      leftOut.first?.message == "the row is left out: 'knos' is no relation of the vocabulary")
    #expect(leftOut.allSatisfy { $0.severity == .warning })
  }

  /// 6/8 would be a day of June to a spreadsheet.
  @Test func sharesAreWrittenSoThatSpreadsheetsLeaveThem() throws {
    #expect(ShareCell.cell("6/8") == "6 of 8")
    #expect(ShareCell.cell("most") == "most")
    for text in ["6/8", "6 of 8", "6  OF 8"] { #expect(ShareCell.share(text) == "6/8") }
    for text in ["most", "a of b", "6 of", "6 of 8 men"] { #expect(ShareCell.share(text) == text) }
    let reading = try reading(
      """
      subject,subject-kind,relation,object,object-kind,source-title,share,entity,entity-kind,entity-collective
      ,,,,,,,Folk,group,yes
      Folk,,contacted,Alpha,person,R,6 of 8,,,
      """)
    #expect(reading.errors.isEmpty, "\(reading.errors)")
    let graph = try #require(reading.graph)
    #expect(graph.statements.first?.share?.description == "6/8")
    let text = String(decoding: try Self.bytes(graph), as: UTF8.self)
    #expect(text.contains("6 of 8"))
    #expect(!text.contains("6/8"))
  }

  private static func bytes(_ graph: InfluenceGraph, corpus: String? = nil) throws -> [UInt8] {
    let sink = Sink()
    try GraphWriter(.statements).write(graph, WritingContext(corpus: corpus)) { sink.bytes += $0 }
    return sink.bytes
  }

  private final class Sink {
    var bytes: [UInt8] = []
  }

  /// YAML, table, YAML: the graph is the same, and so is the table written again.
  @Test(arguments: ["florentine-families", "isis-inspired-attacks", "is-network-in-europe"])
  func graphsComeBackFromTables(name: String) throws {
    let original = try GraphFile.load("graphs/\(name).yaml")
    let graph = try #require(original.graph)
    #expect(GraphWriter(.statements).losses(graph) == [])
    let bytes = try Self.bytes(graph, corpus: original.corpus)
    let loaded = GraphFile.readAny(bytes: bytes, path: "g.csv", folder: "graphs")
    guard case .evidence(let again) = loaded else {
      Issue.record("read as a plain network")
      return
    }
    #expect(again.errors.isEmpty, "\(again.errors.prefix(3))")
    #expect(again.graph == graph)
    #expect(try Self.bytes(try #require(again.graph), corpus: again.corpus) == bytes)
  }

  /// Everything that the native format knows, with texts that tables get wrong.
  @Test func whatHasNoPlainColumnComesBackToo() throws {
    let yaml = """
      throughline: 1
      title: '=A "title", with marks'
      about: |
        two
        lines
      depth: full
      sources:
        - {id: r1, title: '-dash', published: 2001~, reliability: B, why: 'because', language: en}
      asserters:
        - {id: clerk, name: The Clerk, aliases: ['a|b', '[c'], reliability: C, interest-in: [alpha]}
      entities:
        - {id: alpha, kind: person, name: '@lpha', aliases: [A, 'al | pha'], born: 1970, died: 2000~}
        - {id: Odd Id, kind: group, aliases-in: {r1: ['the group', 'x, y']}, founded: '1990'}
        - {id: 'b|c', kind: group, name: bar, collective: {members: [alpha], size: '~5'}}
        - {id: attack-1, kind: attack, name: An Attack, date: '2001-05-06', note: ' spaced '}
        - {id: folk, kind: group, name: Folk, collective: yes}
      statements:
        - {id: s001, subject: alpha, relation: member-of, object: 'b|c', stance: denies,
           asserter: clerk, via: ['x | y', z], credibility: 2, when: {before: attack-1, by: 10d},
           cite: {source: r1, paragraph: '1, 3-4', quote: '+49 "x"', at: 3-9}}
        - {id: s002, subject: [alpha, Odd Id], relation: member-of, object: folk, so-far: yes,
           modality: reported, said: '2001', interested: no, role: '=leader', cite: {source: r1}}
        - {id: s003, subject: alpha, attribute: trait, value: "007", about: [s001], words: "'=x",
           cite: {source: r1}}
      """
    let original = GraphFile.read(yaml, path: "g.yaml", folder: ".")
    let graph = try #require(original.graph)
    let bytes = try Self.bytes(graph)
    let loaded = GraphFile.readAny(bytes: bytes, path: "g.csv", folder: ".")
    guard case .evidence(let again) = loaded else {
      Issue.record("read as a plain network")
      return
    }
    #expect(again.graph == graph)
    #expect(again.errors.map(\.message) == original.errors.map(\.message))
    #expect(try Self.bytes(try #require(again.graph)) == bytes)
    #expect(NativeWriter().yaml(try #require(again.graph)) == NativeWriter().yaml(graph))
  }
}
