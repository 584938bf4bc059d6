import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct KnownOnTests {
  private func day(_ text: String) throws -> Day { try need(Day(text)) }

  private func graph() throws -> InfluenceGraph {
    let said = try EDTF("2015-06-30")
    return InfluenceGraph(
      [
        Said("g directed t", "X", "B2", in: "june"),
        Said("not g directed t", "reader", "F3", in: "june") { $0.said = said },
        Said("g directed later", "X", "B2", in: "month"),
        Said("i inspired p", "Y", "B2", in: "undated"),
      ],
      entities: [
        Entity(id: "g", kind: "group"), Entity(id: "i", kind: "ideologue", died: try EDTF("2016")),
        Entity(id: "t", kind: "attack", date: try EDTF("2015-06-26")),
        Entity(id: "later", kind: "attack", date: try EDTF("2015-07")),
        Entity(id: "x", kind: "person", born: try EDTF("1970"), died: try EDTF("2016-08-30")),
      ], published: ["june": "2015-06-28", "month": "2015-07"])
  }

  @Test("a statement is known when its source is certainly out and it was certainly said")
  func statements() throws {
    let graph = try graph()
    #expect(graph.known(on: try day("2015-06-27")).statements.isEmpty)
    #expect(graph.known(on: try day("2015-06-29")).statements.map(\.id) == ["s1"])
    #expect(graph.known(on: try day("2015-06-30")).statements.map(\.id) == ["s1", "s2"])
    #expect(graph.known(on: try day("2015-07-30")).statements.count == 2)
    #expect(graph.known(on: try day("2015-07-31")).statements.map(\.id) == ["s1", "s2", "s3"])
  }

  @Test("what happened later is not known, and what is spoken of only later is not there")
  func entities() throws {
    let known = try graph().known(on: try day("2015-07-01"))
    #expect(known.entity("later") == nil)
    #expect(known.entity("i") == nil)
    #expect(known.entity("t")?.date?.text == "2015-06-26")
    // Nobody speaks of it at any time: it stays, without its later death.
    let other = try need(known.entity("x"))
    #expect(other.born?.text == "1970" && other.died == nil)
    #expect(Attributor(known).attributions().map(\.attack) == ["t"])
  }

  @Test("a verdict of the day rests on what was known then")
  func verdict() throws {
    let graph = try graph()
    func found(_ text: String) throws -> Attribution {
      try need(Attributor(graph.known(on: try day(text))).attribution(of: "t"))
    }
    #expect(try found("2015-06-29").statementsAgainst.isEmpty)
    #expect(try found("2015-06-30").statementsAgainst == ["s2"])
    #expect(try found("2015-06-29").degrees.directed > found("2015-06-30").degrees.directed)
  }
}
