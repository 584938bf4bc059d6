import Evidence
import Foundation
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct ReportTests {
  private func report(_ name: String = "The Preacher") throws -> Report {
    try Report(
      try Sample.network(preacherName: name),
      edition: .init(version: "1.2.3", date: "2026-11-21", seed: 9), options: Self.options)
  }

  /// Few draws: what they are for is tested where they are made.
  private static var options: Report.Options {
    var options = Report.Options()
    options.samples = 20
    options.draws = 4
    return options
  }

  @Test(arguments: Sample.hostileNames)
  func htmlIsWellFormedWhateverTheNames(name: String) throws {
    let elements = try #require(XMLTree.elements(of: try report(name).html()))
    #expect(!elements.contains { $0.name == "img" })
    // The data of the figure, its words, and the one script that the policy names.
    let scripts = elements.filter { $0.name == "script" }
    #expect(
      scripts.map { $0.attributes["type"] ?? "" } == ["application/json", "application/json", ""])
    let ids = elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let anchors = elements.compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }
    #expect(anchors.allSatisfy { ids.contains(String($0.dropFirst())) })
  }

  @Test func everyStatementHasAnEntryThatLeadsToItsSource() throws {
    let elements = try #require(XMLTree.elements(of: try report().html()))
    let ids = Set(elements.compactMap { $0.attributes["id"] })
    for number in 1...8 { #expect(ids.contains("statement-s\(number)")) }
    let targets = Set(elements.compactMap { $0.attributes["href"] })
    #expect(targets.isSuperset(of: ["#source-paper", "#source-radio", "#statement-s2"]))
    #expect(targets.contains("https://example.org/a?b=1&c=2"))
  }

  @Test func attacksAreSortedIntoReachedAndNot() throws {
    let report = try report()
    #expect(report.reached.map(\.attack) == ["attack"])
    #expect(report.unreached.map(\.attack) == ["other"])
    let reasons = Set(report.unreached.flatMap(\.refusals).map(\.reason))
    #expect(reasons == [.claimedOnly, .denied, .noInfluence])
  }

  @Test func markdownHoldsTheSameSections() throws {
    let markdown = try report().markdown()
    let sections = [
      "What do the sources support?", "What does the network look like?",
      "Who was behind each attack?", "For which attacks is no link known?",
      "How firm are the verdicts?", "Who matters in the network?",
      "Who holds parts of it together?", "Who belongs together?",
      "What do the sources contradict?", "Which sources is this from?", "How was this worked out?",
      "What was said, by whom, and where?",
    ]
    // A heading that something leads to has the mark of its place before it.
    for section in sections {
      #expect(
        markdown.contains("\n## \(section)\n") || markdown.contains("\"></a>\(section)\n"),
        "\(section)")
    }
    #expect(markdown.contains("Throughline 1.2.3, 21 November 2026"))
    #expect(!markdown.contains("<svg"))
  }

  @Test func theSameEvidenceMakesTheSameReport() throws {
    #expect(try report().html() == report().html())
    #expect(try report().json() == report().json())
  }

  @Test func jsonIsReadable() throws {
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(try report().json().utf8)) as? [String: Any])
    #expect((object["attacks"] as? [Any])?.count == 2)
    #expect((object["statements"] as? [Any])?.count == 8)
    #expect(object["version"] as? String == "1.2.3")
  }

  /// The one statement for the other attack is the group's own, and a claim is one too.
  @Test func interestedVoicesHaveNames() throws {
    let markdown = try report().markdown()
    let start = try #require(markdown.range(of: "</a>The Other Attack\n"))
    let section = markdown[start.lowerBound...].components(separatedBy: "\n### ")[0]
    #expect(section.contains("is said by nobody but The Group, whose word counts as interested."))
    #expect(section.contains("Said only by interested voices"))
    #expect(section.contains("[\\[s7\\]](#statement-s7)"))
  }

  /// Two who were in touch are one tie, and neither reaches or influences the other.
  @Test func tiesWithoutDirectionAreNoInfluence() throws {
    let graph = InfluenceGraph(
      title: "Ties", sources: try Sample.graph().sources,
      entities: ["a", "b", "c"].map { Entity(id: $0, kind: "person", name: $0.uppercased()) },
      statements: [
        Sample.statement("s1", "a", "contacted", "b"),
        Sample.statement("s2", "b", "contacted", "c"),
      ])
    let markdown = try Report(
      try InfluenceNetwork(LinkTable(graph), projection: "associations"),
      edition: .init(version: "1.2.3", date: "2026-11-21", seed: 9), options: Self.options
    ).markdown()
    #expect(markdown.contains("joined by 2 ties without direction"))
    #expect(!markdown.contains("arcs of influence"))
    #expect(markdown.contains("### Degree") && !markdown.contains("### Reach"))
  }

  /// What a reader must find who has the page alone: the verdict, the links, who says so, what is against it.
  @Test func anAttackTellsWhatItRestsOn() throws {
    let markdown = try report().markdown()
    let start = try #require(markdown.range(of: "</a>The Attack (2 December 2015)\n"))
    let section = markdown[start.lowerBound...].components(separatedBy: "\n### ")[0]
    #expect(
      section.contains(
        "By what the sources say, **The Group is the likeliest to have directed it**"))
    #expect(section.contains("Carried out by The Doer"))
    #expect(section.contains("**The Preacher → Sermons → The Doer → The Attack**"))
    #expect(section.contains("Sermons *inspired* The Doer: likely (68\u{A0}%)"))
    #expect(section.contains("Said by indictment (through Paper) (B2)[\\[s2\\]](#statement-s2)"))
    #expect(section.contains("#### What to check next"))
    #expect(section.contains("There would be another verdict, or none, without "))
    #expect(section.contains("without this statement nothing of it would be left"))
    #expect(section.contains("Radio denied that The Group directed The Attack"))
  }

  @Test func aClaimIsNoLink() throws {
    let markdown = try report().markdown()
    let start = try #require(markdown.range(of: "</a>The Other Attack"))
    let section = markdown[start.lowerBound...].components(separatedBy: "\n## ")[0]
    #expect(section.contains("**Claimed only:**"))
    #expect(section.contains("#### Who claimed it"))
    #expect(section.contains("A claim of responsibility is no link"))
    #expect(!section.contains("#### What links it"))
  }

  /// Each note leads to a statement, whose id it shows, and each statement back to the sections that cite
  /// it.
  @Test func notesLeadToStatementsAndBack() throws {
    let elements = try #require(XMLTree.elements(of: try report().html()))
    let notes = elements.filter { $0.attributes["href"]?.hasPrefix("#statement-s") == true }
    #expect(notes.count > 10)
    #expect(notes.allSatisfy { "#statement-" + $0.text == $0.attributes["href"] })
    let entry = try #require(elements.first { $0.attributes["id"] == "statement-s2" })
    #expect(entry.text.contains("Cited in The Attack"))
    #expect(entry.text.contains("A paper, paragraph 25"))
    #expect(entry.text.contains("“first & last”"))
  }

  @Test func headingsStepByOne() throws {
    let elements = try #require(XMLTree.elements(of: try report().html()))
    let levels = elements.compactMap { element -> Int? in
      guard element.name.count == 2, element.name.first == "h" else { return nil }
      return Int(element.name.dropFirst())
    }
    #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
  }

  @Test func theConditionsAreOneValue() throws {
    let report = try Report(
      try Sample.network(),
      edition: .init(version: "1.2.3", date: "2026-11-21", seed: 9, asOf: "2016-01-01"),
      options: Self.options)
    let conditions = report.conditions
    #expect(conditions.policy == "throughline-1" && conditions.projection == "influence")
    #expect(conditions.dependence == .origins && conditions.samples == 20)
    let markdown = report.markdown()
    for row in ["| Known by | 2016-01-01 |", "| Seed | 9 |", "| Worlds drawn | 20 |"] {
      #expect(markdown.contains(row))
    }
  }

  /// Arcs of the sample: preacher - sermons - doer - attack - group in a row, so everybody between the ends
  /// holds it together; what each cuts off follows by counting.
  @Test func cutPointsAreThoseBetweenTheEnds() throws {
    let points = try report().structure.cutPoints
    #expect(points.map(\.id) == ["doer", "attack", "sermons"])
    #expect(points.map(\.cutOff) == [2, 1, 1])
  }
}
