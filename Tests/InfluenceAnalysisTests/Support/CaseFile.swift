import Evidence
import Foundation
import InfluenceAnalysis
import Testing

/// The cases of the independent prototype, as they stand in the fixture.
struct CaseFile: Decodable {
  struct RelationRow: Decodable {
    var flow: String
    var degree: String
    var time: String
    var contact: Bool?
    var alive: Bool?
  }

  struct StatementRow: Decodable {
    var id: String
    var subject: String
    var relation: String
    var object: String
    var stance: String
    var asserter: String
    var source: String
    var R: String
    var C: String
    var asserter_R: String?
    var basis: String?
    var modality: String?
    var interest: Bool?
    var confirmed_by: String?
    var when: String?
  }

  struct EntityRow: Decodable {
    var kind: String
    var date: String?
    var born: String?
    var died: String?
  }

  struct LinkRow: Decodable {
    var relation: String
    var subject: String
    var object: String
    var when: String?
    var published: String?
  }

  struct Fixture: Decodable {
    var statements: [StatementRow]
    var entities: [String: EntityRow]
    var published: [String: String]
  }

  struct Input: Decodable {
    var statements: [StatementRow]?
    var fixture: String?
    var policy: Policy?
    var from: String?
    var to: String?
    var chain: [LinkRow]?
    var entities: [String: EntityRow]?
    var published: [String: String]?
    var as_of: String?
    var slack: Int?
    var text: String?
    var p: Double?
    var hits: Double?
    var n: Int?
    var unit: String?
    var theta: Double?
    var players: [String]?
    var attack: String?
  }

  struct CheckRow: Decodable {
    var confirmed: Double
    var struck: Double
    var swing: Double
  }

  struct ChainRow: Decodable {
    var nodes: [String]
    var probability: Double
    var product: Double
  }

  struct Expect: Decodable {
    var support: Double?
    var opposition: Double?
    var probability: Double?
    var refuted: Double?
    var unknown: Double?
    var echo: Double?
    var status: String?
    var phrase: String?
    var both: Double?
    var any: Double?
    var marginals: [String: Double]?
    var connection: Double?
    var independent: Double?
    var chains: [ChainRow]?
    var order: String?
    var known: [String]?
    var low: Double?
    var high: Double?
    var kind: String?
    var lo: String?
    var hi: String?
    var start: [String?]?
    var end: [String?]?
    var cuts: [[String]]?
    var statements: [String: CheckRow]?
    var origins: [String: Double]?
    var total: Double?
    var shapley: [String: Double]?
    var reach: [String: Double]?
  }

  struct Case: Decodable, CustomTestStringConvertible {
    var id: String
    var kind: String
    var input: Input
    var expect: Expect
    var testDescription: String { id }

    private enum CodingKeys: String, CodingKey { case id, kind, input, expect }

    /// The kinds whose input and outcome these tables describe.
    static let kinds = [
      "pool", "joint", "connection", "words", "time", "as_of", "edtf", "wilson", "cut", "check",
      "credit",
    ]

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      id = try values.decode(String.self, forKey: .id)
      kind = try values.decode(String.self, forKey: .kind)
      let isKnown = Self.kinds.contains(kind)
      input = isKnown ? try values.decode(Input.self, forKey: .input) : Input()
      expect = isKnown ? try values.decode(Expect.self, forKey: .expect) : Expect()
    }
  }

  var tolerance: Double
  var relations: [String: RelationRow]
  var fixtures: [String: Fixture]
  var cases: [Case]

  static let shared: CaseFile = {
    do {
      let url = try need(
        Bundle.module.url(
          forResource: "reasoning-cases", withExtension: "json", subdirectory: "Fixtures"))
      return try JSONDecoder().decode(CaseFile.self, from: Data(contentsOf: url))
    } catch {
      fatalError("the cases do not load: \(error)")
    }
  }()

  static func of(_ kind: String) -> [Case] { shared.cases.filter { $0.kind == kind } }
}

extension CaseFile {
  /// The relation table of the cases, over the kinds of entities that they use.
  var vocabulary: Vocabulary {
    get throws {
      let kinds = [
        "person", "ideologue", "group", "attack", "publication", "outlet", "event", "place",
      ]
      let words = try relations.sorted { $0.key < $1.key }.map { name, row in
        Relation(
          name: name, inverse: "\(name) (read from the object)",
          influence: try need(Relation.Influence(rawValue: row.flow)),
          degree: row.degree == "carrier"
            ? .carries : try need(Degree(rawValue: row.degree)),
          time: try need(Relation.Timing(rawValue: row.time)), contact: row.contact ?? false,
          alive: row.alive ?? false)
      }
      return try Vocabulary(
        kinds: kinds.map { Kind(name: $0, isA: $0 == "ideologue" ? "person" : nil) },
        relations: words, attributes: [],
        projections: [
          Projection(
            name: "influence", relations: words.filter { $0.influence != .none }.map(\.name))
        ])
    }
  }

  /// The graph of a case.
  func graph(_ input: Input) throws -> InfluenceGraph {
    let fixture = input.fixture.flatMap { fixtures[$0] }
    return try graph(
      statements: input.statements ?? fixture?.statements ?? [],
      entities: input.entities ?? fixture?.entities ?? [:],
      published: input.published ?? fixture?.published ?? [:])
  }

  private func graph(
    statements: [StatementRow], entities: [String: EntityRow], published: [String: String]
  ) throws -> InfluenceGraph {
    let ids = Set(statements.flatMap { [$0.subject, $0.object] }).union(entities.keys).sorted()
    let sources = Dictionary(statements.map { ($0.source, $0.R) }) { first, _ in first }
    let asserters = Dictionary(
      statements.compactMap { row in row.asserter_R.map { (row.asserter, $0) } }
    ) { first, _ in first }
    return InfluenceGraph(
      sources: try sources.sorted { $0.key < $1.key }.map { id, letter in
        Source(
          id: id, published: try published[id].map { try EDTF($0) },
          reliability: Reliability(rawValue: letter))
      },
      asserters: asserters.sorted { $0.key < $1.key }.map { id, letter in
        DeclaredAsserter(id: id, reliability: Reliability(rawValue: letter))
      },
      entities: try ids.map { id in
        let row = entities[id]
        return Entity(
          id: id, kind: row?.kind ?? "person", born: try row?.born.map { try EDTF($0) },
          died: try row?.died.map { try EDTF($0) }, date: try row?.date.map { try EDTF($0) })
      },
      statements: try statements.map(statement), vocabulary: try vocabulary)
  }

  private func statement(_ row: StatementRow) throws -> Statement {
    var statement = Statement(
      id: row.id, subject: .one(row.subject),
      predicate: .relation(row.relation, object: .one(row.object)),
      stance: row.stance == "affirms" ? .affirms : row.basis == nil ? .denies : .findsNoEvidence,
      modality: row.modality == "hypothetical" ? .hypothetical : .asserted,
      asserter: row.asserter_R == nil ? .words(row.asserter) : .declared(row.asserter),
      credibility: Int(row.C).flatMap(Credibility.init(rawValue:)),
      when: try row.when.map { .date(try EDTF($0)) }, citation: Citation(source: row.source))
    statement.soFar = row.basis == "no-evidence-yet"
    statement.isInterested = row.interest
    statement.confirmedBy = row.confirmed_by
    return statement
  }

  /// The graph of a case of time: each link stated once, by a source of its own.
  func chainGraph(_ input: Input) throws -> InfluenceGraph {
    let links = input.chain ?? []
    return try graph(
      statements: links.enumerated().map { number, link in
        StatementRow(
          id: "s\(number)", subject: link.subject, relation: link.relation, object: link.object,
          stance: "affirms", asserter: "voice \(number)", source: "source-\(number)", R: "A",
          C: "2", when: link.when)
      },
      entities: input.entities ?? [:],
      published: Dictionary(
        links.enumerated().compactMap { number, link in
          link.published.map { ("source-\(number)", $0) }
        }
      ) { first, _ in first })
  }
}
