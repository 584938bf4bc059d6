import DOT
import Evidence
import Testing

@testable import Reporting

@Suite struct TaggedDrawingTests {
  private func line(_ tail: String, _ head: String, _ relation: String) -> Diagram.Line {
    Diagram.Line(
      tail: tail, head: head, relation: relation, degree: .inspires, standing: .influence)
  }

  /// `arc-a-b-x-c` is `a` to `c` along `b-x`, and `a-b` to `c` along `x`.
  @Test func tagsTellApartWhatReadsAlike() {
    let diagram = Diagram(
      title: "t",
      nodes: ["a", "a-b", "c", "b-c"].map { Diagram.Node(id: $0, name: $0) },
      lines: [line("a", "c", "b-x"), line("a-b", "c", "x"), line("a", "b-c", "x")])
    let tagged = TaggedDrawing(diagram, DiagramOptions(idPrefix: "p-"), vocabulary: .standard)
    #expect(Set(tagged.lineTags.compactMap { $0 }).count == 3)
    #expect(tagged.nodeTags == ["p-n0", "p-n1", "p-n2", "p-n3"])
  }

  @Test func noWordsStandAroundThePicture() {
    let diagram = Diagram(
      title: "A title", subtitle: "A subtitle", sourceLine: "Sources",
      nodes: [Diagram.Node(id: "a", name: "a")], lines: [])
    let text = DOTWriter().write(
      TaggedDrawing(diagram, DiagramOptions(), vocabulary: .standard).dot)
    #expect(!text.contains("A subtitle") && !text.contains("Sources"))
  }
}
