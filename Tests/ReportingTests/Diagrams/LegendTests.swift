import Evidence
import Testing

@testable import Reporting

@Suite struct LegendTests {
  private func legend(_ diagram: Diagram, _ options: DiagramOptions = .init()) -> Legend {
    Legend(Drawing(diagram: diagram, options: options, vocabulary: .standard))
  }

  @Test func onlyWhatOccursIsExplained() throws {
    let legend = legend(Diagram(try Sample.network()))
    #expect(
      legend.swatches.map(\.label) == ["ideologue", "person", "group", "attack", "publication"])
    #expect(
      legend.samples.map(\.meaning) == [
        "inspires", "carries on (writes, publishes, carries out)",
        "disputed: affirmed and denied", "claimed only, no influence",
        "denied or no evidence found",
      ])
  }

  @Test func anEmptyDiagramNeedsNone() {
    #expect(legend(Diagram(title: "", nodes: [], lines: [])).isEmpty)
  }

  @Test func scoresAndGroupsAreExplained() throws {
    let diagram = Diagram(try Sample.network())
    let scores = DiagramOptions.Scores(name: "reach", values: ["preacher": 2])
    let scored = legend(diagram, DiagramOptions(colouring: .scores(scores), sizes: scores))
    #expect(scored.scales.map(\.title) == ["reach"] && scored.scales[0].marks == ["2"])
    #expect(scored.swatches.last?.label == "no reach")
    #expect(scored.notes.contains("the larger, the higher reach"))
    let groups = DiagramOptions.Groups(name: "community", values: ["preacher": 0, "doer": 2])
    let grouped = legend(diagram, DiagramOptions(colouring: .groups(groups)))
    #expect(
      grouped.swatches.suffix(3).map(\.label) == ["community 1", "community 3", "no community"])
  }
}
