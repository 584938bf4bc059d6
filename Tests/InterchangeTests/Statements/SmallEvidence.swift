import Evidence
import Testing

@testable import Interchange

/// A graph with one statement of each sort that formats without stances get wrong.
enum SmallEvidence {
  static let yaml = """
    throughline: 1
    title: 'Small & "awkward"'
    sources:
      - {id: echo, title: 'The "Echo" | a/b', publisher: Daily Echo, published: 2015-07-01,
         url: 'https://example.org/a?b=1&c=2', reliability: B}
      - {id: alpha, title: A source with the id of an entity}
    entities:
      - {id: alpha, kind: person, name: 'Alpha "A" [x]', aliases: [Al, Alfa], born: 1970-02~}
      - {id: bravo, kind: person, name: Bravo, died: 2015-06-26}
      - {id: league, kind: group, name: League, founded: 1999}
      - {id: speaker, kind: person, name: Speaker}
      - {id: blast, kind: attack, name: Blast, date: 2015-06-26}
      - {id: town, kind: place, name: Town}
    statements:
      - {id: s1, subject: alpha, relation: member-of, object: league, when: 2014/2015-06,
         cite: {source: echo, paragraph: 1}}
      - {id: s2, subject: alpha, relation: inspired, object: bravo, stance: denies,
         cite: {source: echo, paragraph: 2}}
      - {id: s3, subject: league, relation: claimed, object: blast, cite: {source: echo, paragraph: 3}}
      - {id: s4, subject: league, relation: directed, object: blast, asserter: league,
         cite: {source: echo, paragraph: 4}}
      - {id: s5, subject: alpha, relation: inspired, object: bravo, modality: hypothetical,
         cite: {source: echo, paragraph: 5}}
      - {id: s6, subject: alpha, attribute: age, value: 24, cite: {source: echo, paragraph: 6}}
      - {id: s7, subject: alpha, relation: inspired, object: bravo, when: 2015-06-26, credibility: 2,
         cite: {source: echo, paragraph: 7-8}}
      - {id: s8, subject: bravo, relation: perpetrated, object: blast, stance: finds-no-evidence,
         so-far: yes, cite: {source: echo, paragraph: 9}}
      - {id: s9, subject: alpha, relation: contacted, object: bravo, stance: leaves-open,
         cite: {source: alpha, paragraph: 1}}
      - {id: s10, subject: [alpha, bravo], relation: perpetrated, object: blast,
         cite: {source: echo, paragraph: 10}}
      - {id: s11, subject: speaker, relation: spokesman-of, object: league,
         cite: {source: echo, paragraph: 11}}
      - {id: s12, subject: league, relation: enabled, object: blast, asserter: speaker,
         cite: {source: echo, paragraph: 12}}
      - {id: s13, subject: blast, relation: located-in, object: town, cite: {source: echo, paragraph: 13}}
      - {id: s14, subject: bravo, relation: related-to, object: alpha, cite: {source: echo, paragraph: 14}}
    """

  /// Statements that are not plainly asserted, or whose voice is said to be interested.
  static let hedges = """

      - {id: s15, subject: alpha, relation: inspired, object: bravo, modality: suspected,
         cite: {source: echo, paragraph: 15}}
      - {id: s16, subject: bravo, relation: inspired, object: alpha, modality: opinion,
         cite: {source: echo, paragraph: 16}}
      - {id: s17, subject: alpha, relation: contacted, object: bravo, modality: reported,
         cite: {source: echo, paragraph: 17}}
      - {id: s18, subject: alpha, relation: directed, object: blast, interested: yes,
         cite: {source: echo, paragraph: 18}}
      - {id: s19, subject: league, relation: claimed, object: blast, stance: denies,
         cite: {source: echo, paragraph: 19}}
    """

  static func graph() throws -> InfluenceGraph { try graph(yaml) }

  /// The same with the statements of ``hedges``.
  static func hedged() throws -> InfluenceGraph { try graph(yaml + hedges) }

  private static func graph(_ yaml: String) throws -> InfluenceGraph {
    let reading = GraphFile.read(yaml, path: "small", folder: ".")
    #expect(reading.errors.isEmpty, "\(reading.errors.map(\.message))")
    return try #require(reading.graph)
  }

  /// One of the bundled graphs.
  static func bundled(_ name: String) throws -> InfluenceGraph {
    try #require(try GraphFile.load(NativeWriterTests.package + "/graphs/\(name).yaml").graph)
  }

  /// A graph as a file of a format.
  static func bytes(_ graph: InfluenceGraph, _ format: GraphFormat) throws -> [UInt8] {
    final class Sink { var bytes: [UInt8] = [] }
    let sink = Sink()
    try GraphWriter(format).write(graph) { sink.bytes += $0 }
    return sink.bytes
  }

  /// A graph as the text of a format.
  static func text(_ graph: InfluenceGraph, _ format: GraphFormat) throws -> String {
    String(decoding: try bytes(graph, format), as: UTF8.self)
  }

  /// The graph that a file holds.
  static func graph(of bytes: [UInt8], _ format: GraphFormat?) throws -> InfluenceGraph {
    let loaded = GraphFile.readAny(
      bytes: bytes, path: "file", folder: NativeWriterTests.package + "/graphs", format: format,
      options: NetworkOptions())
    guard case .evidence(let reading) = loaded else {
      Issue.record("this is no graph of evidence")
      return InfluenceGraph()
    }
    return try #require(reading.graph, "\(reading.errors.map(\.message))")
  }
}
