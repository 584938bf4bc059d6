import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct ContradictionsTests {
  private func value(
    _ subject: String, _ name: String, _ value: String,
    _ change: (inout Statement) -> Void = { _ in }
  ) -> Said {
    Said("\(subject) inspired x", "X", "B2") {
      $0.predicate = .attribute(name, value: value)
      change(&$0)
    }
  }

  private func contradictions(_ said: [Said]) -> [Contradiction] {
    LinkTable(InfluenceGraph(said, entities: [Entity(id: "attack", kind: "attack")]))
      .contradictions()
  }

  @Test("a link with weight on both sides, implied ones included")
  func links() {
    let found = contradictions([
      Said("a trained b", "X"), Said("not a contacted b", "Y"), Said("not c inspired b", "Y"),
    ])
    #expect(found.map(\.kind) == [.link, .link])
    #expect(found.map(\.predicate) == ["contacted", "trained"])
    #expect(found.map { $0.positions.map(\.statements) } == [[["s1"], ["s2"]], [["s1"], ["s2"]]])
  }

  @Test(
    "values that exclude each other",
    arguments: [
      ("deaths", "3", "5", true), ("deaths", "~200", "210", false),
      ("deaths", "10..20", "12", false),
      ("date", "2015-01-09", "2014-01", true), ("date", "2015-01-09", "2015-01", false),
      ("suicide", "yes", "no", true), ("suicide", "yes", "yes", false),
      ("gender", "male", "female", true), ("weapon", "knife", "car", false),
    ])
  func values(_ name: String, _ one: String, _ other: String, _ conflicts: Bool) {
    let found = contradictions([value("attack", name, one), value("attack", name, other)])
    #expect(found.count == (conflicts ? 1 : 0))
    if conflicts { #expect(found.first?.positions.map(\.says) == [one, other]) }
  }

  @Test("nothing conflicts of another subject, another count, another time, another share")
  func apart() {
    let found = contradictions([
      value("attack", "deaths", "3"), value("other", "deaths", "4"),
      value("attack", "deaths", "2") { $0.of = "on the bridge" },
      value("attack", "deaths", "1") { $0.share = .some },
      value("group", "strikes", "100") { $0.when = (try? EDTF("2015")).map(When.date) },
      value("group", "strikes", "200") { $0.when = (try? EDTF("2016")).map(When.date) },
      value("attack", "deaths", "9") { $0.modality = .hypothetical },
    ])
    #expect(found.isEmpty)
  }

  @Test("to deny yes is to say no; to deny a number is to deny that number")
  func denials() {
    #expect(
      contradictions([
        value("a", "part-of-a-network", "yes") { $0.stance = .findsNoEvidence },
        value("a", "part-of-a-network", "yes"),
      ]).map { $0.positions.map(\.says) } == [["not yes", "yes"]])
    #expect(
      contradictions([
        value("a", "part-of-a-network", "yes") { $0.stance = .denies },
        value("a", "part-of-a-network", "no"),
      ]).isEmpty)
    #expect(
      contradictions([
        value("attack", "deaths", "3") { $0.stance = .denies }, value("attack", "deaths", "4"),
      ]).isEmpty)
  }

  @Test("every noted error is listed with the right value")
  func noted() {
    let found = contradictions([
      value("attack", "date", "2014-01") { $0.sic = "2015-01-09, the year is wrong" }
    ])
    #expect(found.map(\.kind) == [.sic])
    #expect(
      found.first?.positions.map(\.says) == ["2014-01", "2015-01-09, the year is wrong"])
  }

  @Test("of an attribute with several values only the value that is affirmed and denied conflicts")
  func several() {
    let found = contradictions([
      value("a", "weapon", "knife"), value("a", "weapon", "car"),
      value("a", "weapon", "car") { $0.stance = .denies },
    ])
    #expect(found.map { $0.positions.map(\.says) } == [["car", "not car"]])
    #expect(found.map { $0.positions.map(\.statements) } == [[["s2"], ["s3"]]])
  }

  @Test("what counts for no side is listed apart")
  func unweighed() {
    let links = contradictions([
      Said("a trained b", "X"), Said("not a trained b", "Y"),
      Said("a trained b", "Z") { $0.modality = .hypothetical },
      Said("a trained b", "W") { $0.about = ["s2"] },
    ])
    #expect(links.map(\.unweighed) == [["s3", "s4"]])
    let values = contradictions([
      value("attack", "deaths", "3"), value("attack", "deaths", "5"),
      value("attack", "deaths", "9") { $0.modality = .forecast },
    ])
    #expect(values.map(\.unweighed) == [["s3"]])
    #expect(values.map { $0.positions.map(\.says) } == [["3", "5"]])
  }

  @Test("a voice that contradicts itself counts for neither side, and is told")
  func selfContradiction() {
    let table = LinkTable(InfluenceGraph([Said("a trained b", "X"), Said("not a trained b", "X")]))
    #expect(table.links.map(\.pooled.status) == [.raised])
    #expect(
      table.contradictions().map { $0.positions.map(\.statements) } == [[["s1"], ["s2"]]])
  }
}
