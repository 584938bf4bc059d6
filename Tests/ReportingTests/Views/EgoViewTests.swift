import DOT
import Evidence
import Graphviz
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct EgoViewTests {
  @Test func influenceRunsFromLeftToRight() throws {
    let network = try Sample.network()
    let found = Diagram(network, view: .around("doer", hops: 2))
    let diagram = EgoView(around: "doer", in: found, hops: 2).diagram
    let columns = Dictionary(uniqueKeysWithValues: diagram.nodes.map { ($0.id, $0.column) })
    // The group is two hops away: it is said to have directed the attack.
    #expect(columns == ["doer": 0, "sermons": -1, "preacher": -2, "attack": 1, "group": 2])
    #expect(diagram.center == "doer")
    #expect(diagram.subtitle.hasSuffix("at The Doer: 1 in, 1 out"))
    #expect(diagram.lines == found.lines && diagram.notes.isEmpty)
  }

  @Test func claimsAndDenialsAreCountedApart() throws {
    let found = Diagram(try Sample.network(), view: .around("group", hops: 1))
    let view = EgoView(around: "group", in: found, hops: 1)
    #expect(view.diagram.subtitle.hasSuffix("at The Group: 1 out, 2 claimed only, 1 denied"))
    #expect(view.diagram.nodes.first { $0.id == "other" }?.column == 1)
    #expect(view.engine == .dot)
  }

  /// Five that the middle influences, at 90, 80, 70, 60 and 50 %, one that influences it, and one farther.
  private var star: Diagram {
    let heads = ["a", "b", "c", "d", "e"]
    return Diagram(
      title: "",
      nodes: (heads + ["m", "x", "far"]).map { .init(id: $0, name: $0, kind: "person") },
      lines: heads.enumerated().map { place, head in
        Diagram.Line(
          tail: "m", head: head, relation: "inspired", degree: .inspires, standing: .influence,
          probability: 0.9 - Double(place) / 10)
      } + [
        Diagram.Line(
          tail: "x", head: "m", relation: "directed", degree: .directs, standing: .influence,
          probability: 0.2),
        Diagram.Line(
          tail: "x", head: "far", relation: "directed", degree: .directs, standing: .influence,
          probability: 1),
      ])
  }

  @Test func manyNeighboursBecomeOneWithTheirNumber() throws {
    let diagram = EgoView(around: "m", in: star, hops: 2, most: 3).diagram
    #expect(diagram.nodes.map(\.id) == ["a", "b", "c", "m", "more in", "more out"])
    let more = try #require(diagram.nodes.first { $0.id == "more out" })
    #expect(more.name == "+2 more that are influenced")
    #expect(more.parts == [Diagram.Part(kind: "person", count: 2)])
    #expect(more.column == 1 && more.tooltip == "d (person)\ne (person)")
    let bundle = try #require(diagram.lines.first { $0.head == "more out" })
    #expect(bundle.words == ["2 influences", "up to 60\u{A0}%"])
    #expect(
      diagram.lines.first { $0.tail == "more in" }?.words == ["x", "directed m", "20\u{A0}%"])
    #expect(
      diagram.notes == [
        "Of 7 neighbours the 3 nearest, and of these the most probable, are drawn one by one. 1 farther than "
          + "one hop are left out."
      ])
  }

  @Test func ringsWhereThereIsNoDirection() {
    let undirected = Diagram(
      title: "", nodes: star.nodes,
      lines: star.lines.map { line in
        var line = line
        line.isDirected = false
        line.standing = .tie
        return line
      })
    let view = EgoView(around: "m", in: undirected, hops: 1)
    #expect(view.engine == .twopi)
    #expect(view.diagram.subtitle.hasSuffix("at m: 6 without direction"))
  }

  @Test func nothingAroundIsSaid() {
    let alone = Diagram(title: "", nodes: [.init(id: "m", name: "M")], lines: [])
    let diagram = EgoView(around: "m", in: alone, hops: 0).diagram
    #expect(diagram.nodes.map(\.id) == ["m"])
    #expect(diagram.subtitle.hasSuffix("at M: nothing"))
  }

  /// A line that bends inwards would cross the words at the lines that reach its column.
  @Test func linesWithinTheLastColumnBendOutwards() throws {
    let within = Diagram.Line(
      tail: "a", head: "b", relation: "inspired", degree: .inspires, standing: .influence,
      probability: 0.5)
    let diagram = EgoView(
      around: "m", in: Diagram(title: "", nodes: star.nodes, lines: star.lines + [within]), hops: 2
    ).diagram
    let bent = diagram.dot().subgraphs.flatMap(\.edges).filter {
      $0.attributes["tailport"] == "e" && $0.attributes["headport"] == "e"
    }
    #expect(bent.map { [$0.tail, $0.head] } == [["a", "b"]])
  }

  /// Words of several lines at each of eight lines to the middle, and ties between neighbours, which have none.
  @Test func wordsAroundAMiddleLieApart() throws {
    let names = (1...8).map { "neighbour \($0)" }
    func tie(_ tail: String, _ head: String) -> Diagram.Line {
      Diagram.Line(
        tail: tail, head: head, relation: "tie", label: "did business with, intermarried with",
        degree: .associates, standing: .influence, probability: 0.75, isDirected: false)
    }
    var diagram = Diagram(
      title: "", nodes: (names + ["m"]).map { .init(id: $0, name: $0, kind: "group") },
      lines: names.map { tie($0, "m") } + zip(names, names.dropFirst()).map { tie($0, $1) })
    diagram.center = "m"
    let quality = try diagram.measured(DiagramOptions(engine: .twopi))
    #expect(quality.labels == 8)
    #expect(quality.labelsOnLabels == 0 && quality.labelsOnNodes == 0)
  }

  /// Lines within a column have labels that Graphviz 2.43 cannot hold inside the layer.
  @Test func linesWithinAColumnDraw() throws {
    var lines = star.lines
    for pair in [("a", "b"), ("b", "c"), ("e", "a"), ("d", "x")] {
      lines.append(
        Diagram.Line(
          tail: pair.0, head: pair.1, relation: "inspired", degree: .inspires, standing: .influence,
          probability: 0.5))
    }
    let diagram = EgoView(
      around: "m", in: Diagram(title: "", nodes: star.nodes, lines: lines), hops: 2
    ).diagram
    let svg = try diagram.rendered(as: .svg).text
    #expect(
      try #require(XMLTree.elements(of: svg)).count { $0.attributes["class"] == "edge" } == 11)
  }
}
