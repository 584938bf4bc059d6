import DOT
import Evidence
import GraphCore
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct DiffViewTests {
  private func diff(
    adding more: [Entity] = [], _ change: (inout [Statement]) -> Void
  ) throws -> DiffView {
    let graph = try Sample.graph().changed(adding: more, change)
    return DiffView(
      try GraphDiff(
        from: Sample.network(), to: InfluenceNetwork(LinkTable(graph)), measures: []))
  }

  private func changes(_ diagram: Diagram) -> [String: Change] {
    Dictionary(
      uniqueKeysWithValues: diagram.lines.compactMap { line in
        line.change.map { ("\(line.tail) \(line.relation) \(line.head)", $0) }
      })
  }

  @Test func theSameIsSaidToBeTheSame() throws {
    let view = try diff { _ in }
    let diagram = view.diagram(oldName: "a", newName: "b")
    #expect(view.isEmpty && changes(diagram).isEmpty)
    #expect(diagram.notes == ["No difference: the two networks have the same nodes and lines."])
    #expect(diagram.lines.allSatisfy { $0.emphasis == .faded })
  }

  @Test func whatIsNewGoneAndMoved() throws {
    let view = try diff { statements in
      statements.removeAll { $0.id == "s3" || $0.id == "s7" }
      statements.append(Sample.statement("s9", "group", "enabled", "other"))
      statements.append(
        Sample.statement("s10", "preacher", "directed", "other", stance: .denies))
      for index in statements.indices where statements[index].id == "s2" {
        statements[index].credibility = .doubtful
      }
    }
    let diagram = view.diagram(oldName: "old.yaml", newName: "new.yaml")
    #expect(
      changes(diagram) == [
        "group enabled other": .added, "preacher directed other": .added,
        "doer perpetrated attack": .removed, "group inspired other": .removed,
        "sermons inspired doer": .changed,
      ])
    func line(_ relation: String, _ head: String) -> Diagram.Line? {
      diagram.lines.first { $0.relation == relation && $0.head == head && $0.change != nil }
    }
    #expect(line("enabled", "other")?.words?.first == "+ enabled")
    #expect(line("directed", "other")?.words == ["+ denied: directed"])
    #expect(line("inspired", "other")?.words == ["\u{2212} claimed only:", "inspired"])
    let moved = try #require(line("inspired", "doer")?.words?.joined(separator: " "))
    #expect(moved.hasPrefix("\u{0394} inspired 68 % \u{2192} "))
    #expect(
      diagram.subtitle.contains(
        "statements: 2 added, 2 removed, 1 changed; lines: 2 added, 2 removed, 1 changed"))
    #expect(diagram.title == "From old.yaml to new.yaml")
    // A line that is gone is broken, whatever it was.
    let graph = diagram.dot()
    let gone = (graph.subgraphs.flatMap(\.edges) + graph.edges).first {
      $0.attributes["id"] == "arc-doer-perpetrated-attack"
    }
    #expect(gone?.attributes["style"] == "dashed")
  }

  @Test func entitiesThatComeAndGoHaveTheirSign() throws {
    let view = try diff(adding: [Entity(id: "newcomer", kind: "person", name: "Newcomer")]) {
      statements in
      statements.append(Sample.statement("s9", "sermons", "inspired", "newcomer"))
      statements.removeAll { $0.id == "s1" }
    }
    let diagram = view.diagram(oldName: "a", newName: "b")
    let signs = diagram.nodes.filter { $0.change != nil }.map(\.name)
    #expect(signs == ["+ Newcomer", "\u{2212} The Preacher"])
    #expect(diagram.subtitle.hasSuffix("entities: 1 added, 1 removed, 5 in both"))
  }

  private func subject(_ edges: [(Int, Int, Double?)], names: [String] = ["a", "b", "c"]) throws
    -> PlainSubject
  {
    PlainSubject(
      title: "Plain",
      graph: try Graph(
        nodeCount: names.count, edges: edges.map { Graph.Edge($0.0, $0.1, weight: $0.2) },
        isDirected: false),
      nodes: names.map { MeasureTable.Node(id: $0, name: $0) })
  }

  @Test func plainNetworksAreComparedByTheirEnds() throws {
    // The order of the edges and of their ends says nothing; one weight moved, one edge went, one came.
    let view = DiffView(
      from: try subject([(0, 1, 2), (1, 2, 5)]),
      to: try subject([(3, 0, 1), (2, 1, 6)], names: ["a", "b", "c", "d"]))
    let diagram = view.diagram(oldName: "a.csv", newName: "b.csv")
    let words = diagram.lines.map { ($0.words ?? []).joined(separator: " ") }
    #expect(words.sorted() == ["+ 1", "\u{0394} 5 \u{2192} 6", "\u{2212} 2"])
    #expect(diagram.subtitle.hasSuffix("nodes: 1 added, 0 removed, 3 in both"))
    let same = DiffView(
      from: try subject([(0, 1, nil), (1, 2, nil)]), to: try subject([(2, 1, nil), (1, 0, nil)]))
    #expect(same.isEmpty)
  }

  @Test func parallelEdgesAreMatchedOneByOne() throws {
    let view = DiffView(
      from: try subject([(0, 1, nil), (0, 1, nil)]),
      to: try subject([(0, 1, nil), (1, 0, nil), (0, 1, nil)]))
    let diagram = view.diagram(oldName: "a", newName: "b")
    #expect(diagram.lines.count == 3 && diagram.lines.count { $0.change == .added } == 1)
  }

  @Test func farFromAChangeNothingIsDrawn() throws {
    let ring = (0..<60).map { ($0, ($0 + 1) % 60, Double?.none) }
    let names = (0..<60).map { "n\($0)" }
    let view = DiffView(
      from: try subject(ring, names: names), to: try subject(ring + [(0, 30, nil)], names: names))
    let diagram = view.diagram(oldName: "a", newName: "b")
    #expect(diagram.nodes.map(\.id) == ["n0", "n30"])
    #expect(diagram.notes == ["60 unchanged lines away from the changes left out."])
  }
}
