import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct ChronologyTests {
  private func graph() throws -> InfluenceGraph {
    var several = Entity(id: "several", kind: "attack", date: try EDTF("2015-06"))
    several.collective = Entity.Collective()
    return InfluenceGraph(
      [
        Said("call called-for class", "X", "B2"), Said("call called-for class", "Y", "B2"),
        Said("own called-for class", "own", "B2") { $0.isInterested = true },
        Said("not denied called-for class", "X", "B2"),
      ],
      entities: [
        Entity(id: "b", kind: "attack", date: try EDTF("2015-06-26")),
        Entity(id: "a", kind: "attack", date: try EDTF("2015-06-26")),
        Entity(id: "month", kind: "event", date: try EDTF("2015-06")),
        Entity(id: "open", kind: "event", date: try EDTF("2015-06/")),
        Entity(id: "call", kind: "publication", date: try EDTF("2015-06-26")),
        Entity(id: "early", kind: "attack", date: try EDTF("2015-07-20/2015-08-03")),
        Entity(id: "own", kind: "publication", date: try EDTF("2015-06-01")),
        Entity(id: "denied", kind: "publication", date: try EDTF("2015-06-01")),
        Entity(id: "class", kind: "attack"), Entity(id: "p", kind: "person"), several,
      ])
  }

  @Test("by first day, then by last day, then by id; the undated apart")
  func order() throws {
    let chronology = Chronology(try graph())
    #expect(
      chronology.events.map(\.id)
        == ["denied", "own", "month", "several", "open", "a", "b", "call", "early"])
    #expect(chronology.undated == ["class"])
    let month = try need(chronology.events.first { $0.id == "month" })
    #expect(month.span.first?.description == "2015-06-01" && !month.isExact)
    #expect(month.span.last?.description == "2015-06-30")
    #expect(chronology.events.first { $0.id == "several" }?.isCollective == true)
  }

  @Test("a doubtful date is a longer span with slack")
  func slack() throws {
    let graph = InfluenceGraph(
      [], entities: [Entity(id: "a", kind: "attack", date: try EDTF("2015-06-26~"))])
    #expect(Chronology(graph).events.first?.isExact == true)
    #expect(
      Chronology(graph, slack: 3).events.first?.span.description == "2015-06-23...2015-06-29")
  }

  @Test("what follows a call within the window, surely or perhaps, and what fell on its day")
  func followers() throws {
    let found = CallFollowUp.all(in: LinkTable(try graph()), window: 30)
    #expect(found.map(\.call.id) == ["call"])
    let call = try need(found.first)
    #expect(call.statements == ["s1", "s2"])
    #expect(call.onTheDay == ["a", "b"])
    // 26 June to 20 July is 24 days, to 3 August 38.
    #expect(
      call.followers
        == [CallFollowUp.Follower(attack: "early", lag: 24...38, isCertain: false)])
    let longer = try need(CallFollowUp.all(in: LinkTable(try graph()), window: 38).first)
    #expect(longer.followers.first?.isCertain == true)
  }

  @Test("a call of some day of a month is early and late at once")
  func vagueCall() throws {
    let graph = InfluenceGraph(
      [Said("call called-for class", "X", "B2")],
      entities: [
        Entity(id: "call", kind: "publication", date: try EDTF("2015-06")),
        Entity(id: "class", kind: "attack"),
        Entity(id: "july", kind: "attack", date: try EDTF("2015-07-10")),
        Entity(id: "june", kind: "attack", date: try EDTF("2015-06-26")),
        Entity(id: "may", kind: "attack", date: try EDTF("2015-05-31")),
      ])
    let call = try need(CallFollowUp.all(in: LinkTable(graph), window: 30).first)
    // June has 30 days: 26 June is 4 days before its last and 25 after its first.
    #expect(
      call.followers == [
        CallFollowUp.Follower(attack: "june", lag: -4...25, isCertain: false),
        CallFollowUp.Follower(attack: "july", lag: 10...39, isCertain: false),
      ])
    #expect(call.onTheDay.isEmpty)
    let longer = try need(CallFollowUp.all(in: LinkTable(graph), window: 39).first)
    #expect(longer.followers.map(\.isCertain) == [false, true])
  }

  @Test(
    "the test of a graph takes its calls and single attacks, over their own span if none is given")
  func association() throws {
    let table = LinkTable(try graph())
    let test = try need(AssociationTest.of(table, windows: [30], isComplete: false))
    #expect(test.calls.map(\.description) == ["2015-06-26...2015-06-26"])
    #expect(
      test.attacks.map(\.description) == [
        "2015-06-26...2015-06-26", "2015-06-26...2015-06-26", "2015-07-20...2015-08-03",
      ])
    #expect(test.span.lowerBound.description == "2015-06-26")
    #expect(test.span.upperBound.description == "2015-08-03")
    let result = test.run()
    // The midpoint of 20 July to 3 August is 27 July, a day too late for the window of 30 days.
    #expect(result.counts.first?.observed == 0 && result.counts.first?.range == 0...1)
    #expect(result.counts.first?.onTheDay == 2)
    #expect(result.refusals.prefix(3) == [.frame, .calls, .attacks])
    #expect(
      AssociationTest.of(LinkTable(InfluenceGraph([])), windows: [3], isComplete: true) == nil)
  }
}
