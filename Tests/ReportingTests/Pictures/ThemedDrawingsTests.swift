import Graphviz
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct ThemedDrawingsTests {
  private static let light = """
    <svg><g class="node"><path fill="#ffffff" stroke="black"/></g><text fill="#111111">a</text></svg>
    """
  private static let dark = """
    <svg><g class="node"><path fill="#14171a" stroke="white"/></g><text fill="#eeeeee">a</text></svg>
    """

  @Test func marksWhoseColoursDifferGetAClass() {
    var themes = ThemedDrawings()
    let joined = themes.joined(light: Self.light, dark: Self.dark)
    #expect(
      joined == """
        <svg><g class="node"><path fill="#ffffff" stroke="black" class="tone-0"/></g>\
        <text fill="#111111" class="tone-1">a</text></svg>
        """)
    #expect(
      themes.changes == [.init(fill: "#14171a", stroke: "white"), .init(fill: "#eeeeee")])
  }

  @Test func equalChangesShareAClassOverAllPictures() {
    var themes = ThemedDrawings()
    let first = themes.joined(light: Self.light, dark: Self.dark)
    let second = themes.joined(light: Self.light, dark: Self.dark)
    #expect(first == second)
    #expect(themes.changes.count == 2)
  }

  @Test func aClassOfItsOwnIsKept() {
    var themes = ThemedDrawings()
    let joined = themes.joined(
      light: "<g class=\"node\" fill=\"#000000\">", dark: "<g class=\"node\" fill=\"#ffffff\">")
    #expect(joined == "<g class=\"tone-0 node\" fill=\"#000000\">")
  }

  /// What the two drawings do not share, and what is no colour, must not get into the page.
  @Test(arguments: [
    ("<a b=\"1\"/>", "<a b=\"2\"/>"), ("<a fill=\"red\"/>", "<a fill=\"red;} * {\"/>"),
    ("<a fill=\"#123456\"/>", "<a fill=\"#12345\"/>"), ("<a/>one", "<a/>two"), ("<a/>", "<a/><b/>"),
    ("<a fill=\"red\"/>", "<a stroke=\"red\"/>"),
  ])
  func whereMoreThanColoursDifferTheLightPictureStays(light: String, dark: String) {
    var themes = ThemedDrawings()
    #expect(themes.joined(light: light, dark: dark) == light)
    #expect(themes.changes.isEmpty && themes.sheet.isEmpty)
  }

  @Test func rulesHoldOnScreensOnly() {
    var themes = ThemedDrawings()
    _ = themes.joined(light: Self.light, dark: Self.dark)
    let lines = themes.sheet.split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("@media") }.allSatisfy { $0.contains("screen") })
    #expect(lines.count { $0.contains(".picture .tone-0 { fill: #14171a; stroke: white; }") } == 2)
    #expect(themes.sheet.filter { $0 == "{" }.count == themes.sheet.filter { $0 == "}" }.count)
  }

  /// A diagram and both kinds of sheets differ between the themes in colours alone, and the ground turns.
  @Test func thePicturesOfAReportFollow() throws {
    let network = try Sample.network()
    var themes = ThemedDrawings()
    let diagram = try themes.drawn(Diagram(network), DiagramOptions(), by: .inProcess())
    #expect(diagram.contains("class=\"tone-0\""))
    let report = try AttributionReport(Attributor(Sample.graph()), draws: 2)
    let sheets = Theme.all.prefix(2).map { AttributionPicture(report, theme: $0).canvas().svg() }
    let sheet = themes.joined(light: sheets[0], dark: sheets[1])
    let isChanged = sheet != sheets[0]
    #expect(isChanged)
    for ground in [Theme.dark.paper.hex, Theme.dark.paper.hex.lowercased()] {
      #expect(themes.changes.contains { $0.fill == ground })
    }
  }
}
