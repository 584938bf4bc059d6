import Evidence
import GraphCore
import Testing

@testable import InfluenceAnalysis

@Suite struct InForceTests {
  private static let entities = [
    Entity(id: "g", kind: "group"), Entity(id: "i", kind: "ideologue"),
    Entity(id: "t", kind: "attack"),
  ]

  private func network(
    _ line: String, when: String?, published: String? = nil, died: String? = nil
  ) throws -> InfluenceNetwork {
    let date = try when.map { When.date(try EDTF($0)) }
    var entities = Self.entities
    entities[1].died = try died.map { try EDTF($0) }
    return try InfluenceNetwork(
      LinkTable(
        InfluenceGraph(
          [Said(line, "X", "B2") { $0.when = date }], entities: entities,
          published: published.map { ["paper-B": $0] } ?? [:])))
  }

  private func day(_ text: String) throws -> Day { try need(Day(text)) }

  /// A relation, its date, a day, and whether it is then in force: by the definition, worked by hand.
  @Test(
    "certainly between the last start and the first end, possibly between first start and last end",
    arguments: [
      ("i leads g", "2014/2015", "2013-12-31", "not in force"),
      ("i leads g", "2014/2015", "2014-01-01", "possibly"),
      ("i leads g", "2014/2015", "2014-12-31", "certainly"),
      ("i leads g", "2014/2015", "2015-01-01", "certainly"),
      ("i leads g", "2014/2015", "2015-06-01", "possibly"),
      ("i leads g", "2014/2015", "2016-01-01", "not in force"),
      ("i leads g", "2014/..", "2020-01-01", "certainly"),
      ("i leads g", "2014/", "2020-01-01", "possibly"),
      ("i leads g", "../2015-12", "1999-01-01", "certainly"),
      ("i leads g", "/2015-12", "1999-01-01", "possibly"),
      ("i leads g", "/2015-12", "2016-01-01", "not in force"),
      ("i directed t", "2015-06", "2015-06-10", "possibly"),
      ("i directed t", "2015-06-10", "2015-06-10", "certainly"),
      ("i directed t", "2015-06-10", "2015-06-11", "not in force"),
      ("i pledged-allegiance g", "2015-06-10", "2015-06-09", "possibly"),
      ("i pledged-allegiance g", "2015-06-10", "2015-06-11", "not in force"),
    ] as [(String, String, String, String)])
  func dated(_ line: String, _ when: String, _ on: String, _ wanted: String) throws {
    let network = try network(line, when: when)
    let arcs = network.arcs(inForceOn: try day(on))
    #expect(arcs.certainly.count == (wanted == "certainly" ? 1 : 0))
    #expect(arcs.possibly.count == (wanted == "possibly" ? 1 : 0))
    let some = try network.restricted(to: try day(on))
    let sure = try network.restricted(to: try day(on), certainOnly: true)
    #expect(some.arcs.count == (wanted == "not in force" ? 0 : 1))
    #expect(sure.arcs.count == (wanted == "certainly" ? 1 : 0))
    #expect(sure.nodes.count == (wanted == "certainly" ? 2 : 0))
  }

  @Test("a state may go on after it was reported, but not after a death")
  func afterReport() throws {
    let network = try network("i leads g", when: nil, published: "2015-06-28", died: "2016-08-30")
    #expect(network.arcs(inForceOn: try day("2016-05-31")).possibly.count == 1)
    #expect(network.arcs(inForceOn: try day("2016-08-31")).possibly.isEmpty)
    let open = try self.network("i leads g", when: "2014/..", died: "2016-08-30")
    #expect(open.arcs(inForceOn: try day("2016-08-31")).possibly.isEmpty)
    // A deed cannot be later than its report.
    let deed = try self.network("i directed g", when: "2015", published: "2015-06-28")
    #expect(deed.arcs(inForceOn: try day("2015-06-29")).possibly.isEmpty)
  }

  @Test("a restricted network keeps projection and policy, and only what is in force")
  func restricted() throws {
    let (early, late) = (When.date(try EDTF("2014/2015")), When.date(try EDTF("2016/2017")))
    let network = try InfluenceNetwork(
      LinkTable(
        InfluenceGraph(
          [
            Said("i leads g", "X", "B2") { $0.when = early },
            Said("g inspired p", "X", "B2") { $0.when = late },
          ], entities: Self.entities)))
    let past = try network.restricted(to: try day("2015-01-01"))
    #expect(past.nodes == ["g", "i"])
    #expect(past.arcs == network.arcs.filter { $0.relation == "leads" })
    #expect(past.hop(from: "i", to: "g") == network.hop(from: "i", to: "g"))
    #expect(past.graph.nodeCount == 2 && past.graph.edgeCount == 1)
  }
}
