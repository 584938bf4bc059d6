import Foundation
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct AttributionPictureTests {
  private func report(_ attacks: [String]? = nil) throws -> AttributionReport {
    AttributionReport(Attributor(try Sample.graph()), attacks: attacks, draws: 5)
  }

  private func canvas(_ attacks: [String]? = nil, theme: Theme = .light) throws -> Canvas {
    AttributionPicture(try report(attacks), theme: theme).canvas()
  }

  /// Where the letters of a group begin, as the column that they stand in.
  private func columns(_ canvas: Canvas, _ group: String) -> Set<AttributionPicture.Column> {
    let facts = CanvasFacts(canvas, group: group)
    return Set(
      facts.labels.map { label in
        AttributionPicture.Column.allCases.last { $0.left <= label.at.x } ?? .date
      })
  }

  /// The group directed the attack by 40 %, disputed and tentative; the preacher inspired it by 46 %. The other attack
  /// is only claimed. (`AttributionReportTests` reckons the figures by hand.)
  @Test func aVerdictStandsInItsLane() throws {
    let canvas = try canvas()
    let facts = CanvasFacts(canvas)
    #expect(columns(canvas, "verdict-attack").isSubset(of: [.directed, .inspired]))
    #expect(columns(canvas, "verdict-attack").count == 1)
    #expect(columns(canvas, "verdict-other") == [.claimedOnly])
    #expect(CanvasFacts(canvas, group: "verdict-other").boxes.isEmpty)
    #expect(facts.texts.contains { $0.contains("tentative") })
    #expect(facts.texts.contains { $0.contains("disputed") })
    #expect(facts.groups["verdict-attack"]?.contains("Sources dispute it.") == true)
  }

  @Test func theBarIsFilledAsFarAsItsChance() throws {
    let finding = try #require(try report(["attack"]).findings.first).attribution
    let rung = try #require(finding.verdict.rung)
    let facts = CanvasFacts(try canvas(["attack"]), group: "verdict-attack")
    let filled = facts.boxes[1].right - facts.boxes[1].left
    #expect(abs(filled / AttributionMark.barWidth - finding.degrees[rung]) < 1e-9)
    #expect(facts.texts == [Words.standard.percentText(finding.degrees[rung])])
    // Two frames for what is disputed: ground, filling, frame, outer frame.
    #expect(facts.boxes.count == 4)
  }

  @Test func otherPrincipalsAreSmallMarks() throws {
    let canvas = try canvas()
    let ids = CanvasFacts(canvas).groupIDs.filter { $0.hasPrefix("may-be-attack-") }
    // The preacher or the group, whichever the verdict does not name.
    #expect(ids.count == 1)
    #expect(CanvasFacts(canvas, group: ids[0]).circles == 1)
    #expect(CanvasFacts(canvas, group: ids[0]).boxes.isEmpty)
  }

  @Test func claimsAndDenialsStandApart() throws {
    let canvas = try canvas()
    let facts = CanvasFacts(canvas)
    #expect(columns(canvas, "claim-other-1") == [.said])
    #expect(facts.groups["claim-other-1"]?.contains("s6 Paper") == true)
    #expect(facts.groups["claim-attack-1"] == nil)
    #expect(
      CanvasFacts(canvas, group: "against-attack").texts == ["1 statement against the verdict"])
    #expect(facts.groups["against-attack"]?.contains("s5 Radio") == true)
    #expect(facts.groups["denied-other"]?.contains("s8 Paper") == true)
    #expect(facts.texts.contains { $0.contains("a claim never adds to a") })
  }

  @Test func attacksComeByDateAndTheUndatedLast() throws {
    let rows = CanvasFacts(try canvas()).groupIDs.filter {
      ["attack-attack", "attack-other"].contains($0)
    }
    #expect(rows == ["attack-attack", "attack-other"])
    #expect(CanvasFacts(try canvas()).texts.contains("no date"))
  }

  @Test func oneAttackIsDrawnWithItsStatements() throws {
    let facts = CanvasFacts(try canvas(["attack"]))
    #expect(facts.groups["attack-other"] == nil)
    #expect(facts.texts.contains("What speaks against this verdict"))
    #expect(facts.texts.contains { $0.hasPrefix("Radio: it is not so that The Group directed") })
    #expect(!CanvasFacts(try canvas()).texts.contains("What speaks against this verdict"))
  }

  @Test(arguments: Theme.all)
  func wordsNeitherMeetNorLeaveTheSheet(theme: Theme) throws {
    let canvas = try canvas(theme: theme)
    let facts = CanvasFacts(canvas)
    #expect(facts.collisions == [])
    #expect(facts.strays(on: canvas) == [])
    let lane = theme.grid.mixed(with: theme.paper, share: 0.6)
    for label in facts.labels { #expect(label.colour.contrast(with: lane) >= 4.5) }
  }

  @Test(arguments: Sample.hostileNames)
  func namesStayText(name: String) throws {
    let report = AttributionReport(Attributor(try Sample.graph(preacherName: name)), draws: 0)
    let elements = try #require(
      XMLTree.elements(of: AttributionPicture(report).canvas().svg()))
    #expect(!elements.contains { $0.name == "script" })
    let ids = elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
  }

  /// A row is never divided, and none is lost: with no room each has a sheet of its own.
  @Test func rowsGoOverAsManySheetsAsTheyNeed() throws {
    let picture = AttributionPicture(try report())
    #expect(picture.canvases(height: .infinity) == [picture.canvas()])
    let sheets = picture.canvases(height: 0).map { CanvasFacts($0) }
    let all = CanvasFacts(picture.canvas()).groups.keys.filter { $0.hasPrefix("verdict-") }
    #expect(sheets.count == all.count && all.count > 1)
    let rows = sheets.map { $0.groups.keys.filter { $0.hasPrefix("verdict-") } }
    #expect(rows.allSatisfy { $0.count == 1 })
    #expect(Set(rows.joined()) == Set(all))
    #expect(sheets[0].texts.contains { $0.hasSuffix("(1 of \(all.count))") })
  }

  @Test func aGraphWithoutAttacksSaysSo() throws {
    let canvas = AttributionPicture(try report([])).canvas()
    #expect(CanvasFacts(canvas).texts.contains("There is no attack in this graph."))
  }
}
