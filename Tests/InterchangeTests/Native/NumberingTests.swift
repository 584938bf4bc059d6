import Evidence
import Testing

@testable import Interchange

@Suite struct NumberingTests {
  static func graph(_ ids: [String], about: [Int: [String]] = [:]) -> InfluenceGraph {
    InfluenceGraph(
      title: "t",
      statements: ids.enumerated().map { index, id in
        var statement = Statement(
          id: id, subject: .one("a"), predicate: .attribute("age", value: "1"),
          citation: Citation(source: "x", paragraphs: ParagraphSet(1)))
        statement.about = about[index] ?? []
        return statement
      })
  }

  /// Statements without an id go by `x.p1.1` and so on: source, paragraph, place.
  @Test(arguments: [
    (["x.p1.1", "x.p1.2"], ["s001", "s002"], 2), (["s005", "x.p1.2"], ["s005", "s006"], 1),
    (["x.p1.1", "s005", "x.p1.3"], ["s006", "s005", "s007"], 2), (["s1", "s2"], ["s1", "s2"], 0),
    (["mine", "x.p1.2"], ["mine", "s001"], 1), (["s999", "x.p1.2"], ["s999", "s1000"], 1),
    (["x.p2.1", "x.p1.1"], ["x.p2.1", "s001"], 1), (["x.p1.", "x.p1.a"], ["x.p1.", "x.p1.a"], 0),
    (["s9223372036854775807", "x.p1.2"], ["s9223372036854775807", "s001"], 1),
    (["s99999999999999999999999", "x.p1.2"], ["s99999999999999999999999", "s001"], 1),
    (["sermon", "s12b", "x.p1.3"], ["sermon", "s12b", "s001"], 1), ([], [], 0),
  ])
  func givesIdsAndKeepsThoseInUse(ids: [String], expected: [String], given: Int) {
    let result = Self.graph(ids).numbered()
    #expect(result.graph.statements.map(\.id) == expected)
    #expect(result.given == given)
  }

  @Test func aThousandNewIdsAreOfOneWidth() {
    let ids = Self.graph((1...1_000).map { "x.p1.\($0)" }).numbered().graph.statements.map(\.id)
    #expect(ids.first == "s0001")
    #expect(ids.last == "s1000")
    #expect(Set(ids).count == 1_000)
  }

  @Test func whatJudgesAStatementFollowsItsId() {
    let graph = Self.graph(["x.p1.1", "s1", "x.p1.3"], about: [2: ["x.p1.1", "s1", "elsewhere"]])
    #expect(graph.numbered().graph.statements[2].about == ["s002", "s1", "elsewhere"])
  }

  @Test func numberingTwiceGivesNothingNew() {
    let once = Self.graph(["x.p1.1", "s1"]).numbered().graph
    #expect(once.numbered().graph == once)
    #expect(once.numbered().given == 0)
  }

  @Test func whatIsReadWithoutIdsIsNumberedInBothForms() throws {
    let short = NativeReaderTests.short("ann inspired bob\n      - bob inspired ann")
    let long = NativeReaderTests.long("note: n")
    for (text, count) in [(short, 2), (long, 1)] {
      let graph = try #require(NativeReaderTests.read(text).graph)
      #expect(graph.numbered().given == count)
      #expect(graph.numbered().graph.statements[0].id == "s001")
    }
  }
}
