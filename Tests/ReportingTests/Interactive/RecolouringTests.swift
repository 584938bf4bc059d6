import DOT
import Evidence
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct RecolouringTests {
  private func recolouring(_ options: DiagramOptions = DiagramOptions()) throws -> Recolouring {
    let diagram = Diagram(try Sample.network())
    return Recolouring(
      TaggedDrawing(diagram, options, vocabulary: .standard),
      legend: FigureLegend(diagram, options, vocabulary: .standard))
  }

  /// What the dark theme says of the same marks, straight from its definition.
  @Test func coloursBecomeThoseOfTheDarkTheme() throws {
    let changes = try recolouring().changes
    func dark(_ mark: Recolouring.Mark, _ light: Colour) -> [String] {
      changes.filter { $0.mark == mark && $0.light == light.hex }.map(\.dark)
    }
    #expect(dark(.ground, .white) == [Theme.dark.paper.hex])
    let inspires = LineMark.mark(of: .inspires, .influence).colour
    #expect(dark(.line, inspires) == [Theme.dark.line(inspires).hex])
    let attack = KindMark.mark(of: "attack", in: .standard).fill
    #expect(
      dark(.nodeOutline, Theme.light.outline(of: attack)) == [Theme.dark.outline(of: attack).hex])
    // Fills stay, so that a kind has one colour; what stays needs no rule.
    #expect(dark(.nodeFill, attack).isEmpty)
  }

  @Test func oneLightColourBecomesOneDarkColour() throws {
    let changes = try recolouring().changes
    let keys = changes.map { "\($0.mark) \($0.light)" }
    #expect(Set(keys).count == keys.count)
  }

  @Test func rulesHoldInTheFigureAndOnScreensOnly() throws {
    let sheet = try recolouring().sheet(scope: "#here")
    #expect(sheet.contains("@media screen and (prefers-color-scheme: dark) {"))
    let rules = sheet.split(separator: "\n").filter {
      $0.contains("[fill") || $0.contains("[stroke")
    }
    #expect(rules.count > 10)
    #expect(rules.allSatisfy { $0.contains("#here ") })
    #expect(sheet.filter { $0 == "{" }.count == sheet.filter { $0 == "}" }.count)
  }

  /// A measure gives each node a tint of its own: the sheet must not grow with the network.
  @Test func manyTintsShareARule() throws {
    let nodes = (0..<600).map { Diagram.Node(id: "n\($0)", name: "n\($0)") }
    let scores = DiagramOptions.Scores(
      name: "s",
      values: Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1.id, Double($0)) }))
    let diagram = Diagram(title: "t", nodes: nodes, lines: [])
    let options = DiagramOptions(engine: .sfdp, colouring: .scores(scores))
    let recolouring = Recolouring(
      TaggedDrawing(diagram, options, vocabulary: .standard),
      legend: FigureLegend(diagram, options, vocabulary: .standard))
    #expect(recolouring.changes.count > Recolouring.limit)
    #expect(recolouring.sheet(scope: "#x").split(separator: "\n").count < 100)
  }
}
