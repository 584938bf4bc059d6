import Evidence
import Foundation
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct TimelinePictureTests {
  /// Dates of every kind, two calls whose windows hold the same attack, and a collective.
  private static func manyDates() throws -> TimelineReport {
    func entity(_ id: String, _ kind: String, _ date: String, isCollective: Bool = false) throws
      -> Entity
    {
      Entity(
        id: id, kind: kind, name: "The \(kind) that is called \(id) and has a long name",
        collective: isCollective ? Entity.Collective() : nil, date: try EDTF(date))
    }
    let graph = InfluenceGraph(
      title: "Dates",
      entities: [
        try entity("c1", "publication", "2015-12-20"),
        try entity("c2", "publication", "2015-12-28"),
        try entity("a1", "attack", "2016-01-05"),
        try entity("a2", "attack", "2016-21", isCollective: true),
        try entity("open", "event", "2015-06/.."), try entity("unknown", "event", "2015-03/"),
        try entity("before", "event", "../2014-05"),
        try entity("across", "event", "2014-10/2015-02"),
        try entity("guess", "event", "2015-06~"),
      ],
      statements: [
        Sample.statement("s1", "c1", "called-for", "a2"),
        Sample.statement("s2", "c2", "called-for", "a2"),
      ])
    return TimelineReport(LinkTable(graph), windows: [30])
  }

  @Test func everyEventHasARowAndEveryCallItsLines() throws {
    let canvas = TimelinePicture(try SampleTimeline.report()).canvas()
    let facts = CanvasFacts(canvas)
    #expect(facts.groupIDs.filter { $0.hasPrefix("event-") }.count == 5)
    // The call to the first and, since its month leaves that open, to the second.
    #expect(
      facts.groupIDs.filter { $0.hasPrefix("follows-") }.sorted() == [
        "follows-call-a1", "follows-call-a2",
      ])
    for name in ["The Call", "First", "Second", "Third", "The Loss", "summer", "10 February"] {
      #expect(facts.texts.contains(name))
    }
    #expect(facts.texts.contains("2 days"))
    #expect(facts.texts.contains("0\u{2013}30 days"))
    #expect(canvas.summary.contains("not evidence of direction"))
    #expect(facts.texts.contains { $0.contains("not evidence of direction") })
    #expect(facts.texts.contains { $0.contains("not drawn: 2 entries") })
  }

  @Test func onlyWhatIsCertainIsSolid() throws {
    let canvas = TimelinePicture(try SampleTimeline.report()).canvas()
    func style(_ group: String) -> Canvas.Stroke.Style? {
      for case .group(group, _, let elements) in canvas.elements {
        for case .line(_, let stroke, let hasArrowhead) in elements {
          // An order of days has no direction.
          #expect(!hasArrowhead)
          return stroke.style
        }
      }
      return nil
    }
    #expect(style("follows-call-a1") == .solid)
    #expect(style("follows-call-a2") == .dashed)
  }

  @Test(arguments: Theme.all)
  func wordsNeitherMeetNorLeaveTheSheet(theme: Theme) throws {
    for report in [try SampleTimeline.report(), try Self.manyDates()] {
      let canvas = TimelinePicture(report, theme: theme).canvas()
      let facts = CanvasFacts(canvas)
      #expect(facts.collisions == [])
      #expect(facts.strays(on: canvas) == [])
      #expect(canvas.paper == theme.paper)
      // Ink on a box, and quiet ink on the paper.
      for lane in TimelinePicture.Lane.allCases {
        let fill = TimelineDrawing.style(of: lane, theme).fill
        #expect(theme.ink.contrast(with: fill) >= 4.5)
      }
      for label in facts.labels { #expect(label.colour.contrast(with: theme.paper) >= 4.5) }
    }
  }

  @Test func aNameWrapsAndIsNotCut() throws {
    let facts = CanvasFacts(TimelinePicture(try Self.manyDates()).canvas())
    let words = facts.texts.joined(separator: " ")
    #expect(words.contains("long name"))
    #expect(!facts.texts.contains { $0.hasSuffix("\u{2026}") })
  }

  @Test func aBarLiesOverThePossibleDays() throws {
    let report = try Self.manyDates()
    let canvas = TimelinePicture(report).canvas()
    func bars(_ id: String) -> [CanvasFacts.Frame] {
      CanvasFacts(canvas, group: "event-\(id)").boxes.filter {
        $0.right <= TimelinePlan.stripLeft + TimelinePlan.stripWidth + 0.01
      }
    }
    // A month of twelve equal parts, up to a day or so: June begins on day 152 of 365.
    let guess = try #require(bars("guess").first)
    let scale = TimelinePlan.stripWidth / 365
    #expect(abs(guess.left - (TimelinePlan.stripLeft + 151 * scale)) < 0.01)
    #expect(abs(guess.right - (TimelinePlan.stripLeft + 181 * scale)) < 0.01)
    // What has no end fades in steps to the edge of the strip.
    #expect(bars("open").count > 5)
    #expect(
      abs((bars("open").map(\.right).max() ?? 0) - TimelinePlan.stripLeft - TimelinePlan.stripWidth)
        < 0.01)
    #expect(bars("before").count > 5)
    #expect(bars("unknown").count > 5)
    // What runs on into the next year has one bar and an arrow out of the strip.
    #expect(bars("across").count == 1)
    #expect(CanvasFacts(canvas, group: "event-across").lines.count == 1)
    // A mark and no bar for a day.
    #expect(bars("a1").isEmpty)
    #expect(CanvasFacts(canvas, group: "event-a1").marks == 1)
    // A collective has a second box behind its own.
    #expect(CanvasFacts(canvas, group: "event-a2").boxes.count == 1 + 2)
  }

  @Test func twoCallsReachOneAttackApart() throws {
    let canvas = TimelinePicture(try Self.manyDates()).canvas()
    let ends = ["c1", "c2"].compactMap {
      CanvasFacts(canvas, group: "follows-\($0)-a1").lines.first?.last
    }
    #expect(ends.count == 2)
    #expect(abs(ends[0].y - ends[1].y) >= 10)
    let trunks = ["c1", "c2"].compactMap {
      CanvasFacts(canvas, group: "follows-\($0)-a1").lines.first?[1].x
    }
    #expect(Set(trunks).count == 2)
  }

  @Test func statementsStandInTheTooltip() throws {
    let facts = CanvasFacts(TimelinePicture(try SampleTimeline.report()).canvas())
    #expect(facts.groups["event-call"]?.contains("s1 Paper") == true)
    #expect(facts.groups["event-call"]?.hasPrefix("The Call, publication, 1 January 2015") == true)
  }

  @Test(arguments: Sample.hostileNames)
  func namesStayText(name: String) throws {
    let svg = TimelinePicture(try SampleTimeline.report(callName: name)).svg()
    let elements = try #require(XMLTree.elements(of: svg))
    #expect(!elements.contains { $0.name == "script" })
    let ids = elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
  }

  @Test func theTitleIsTheUsersAndTheLegendMayGo() throws {
    let canvas = TimelinePicture(
      try SampleTimeline.report(), title: "My own", hasLegend: false
    ).canvas()
    #expect(canvas.title == "My own")
    #expect(CanvasFacts(canvas).texts.contains("My own"))
    #expect(!CanvasFacts(canvas).texts.contains("no exact date"))
  }
}
