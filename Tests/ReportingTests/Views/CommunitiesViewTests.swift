import DOT
import Evidence
import GraphCore
import InfluenceAnalysis
import Testing

@testable import Reporting

/// Two triangles joined by one edge, and an isolate.
@Suite struct CommunitiesViewTests {
  private static let pairs = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)]

  private func subject(isDirected: Bool = false) throws -> PlainSubject {
    PlainSubject(
      title: "Two triangles",
      graph: try Graph(
        nodeCount: 7, edges: Self.pairs.map { Graph.Edge($0.0, $0.1) }, isDirected: isDirected),
      nodes: (0..<7).map { MeasureTable.Node(id: "n\($0)", name: "N\($0)") })
  }

  private func groups(_ subject: PlainSubject) throws -> DiagramOptions.Groups {
    try .communities(of: subject.graph, ids: subject.nodes.map(\.id), seed: 1)
  }

  @Test func communitiesCollapse() throws {
    let subject = try subject()
    let (diagram, sizes) = CommunitiesView(subject.diagram(), by: try groups(subject)).collapsed()
    #expect(diagram.nodes.map(\.id) == ["community-1", "community-2", "community-alone"])
    // The ends of the bridge have no more lines inside than the others: ties go by id.
    #expect(diagram.nodes.map(\.name) == ["1  N0, N1 +1", "2  N3, N4 +1", "1 in no community"])
    #expect(diagram.nodes[0].detail == "3 members, 3 lines inside")
    #expect(diagram.nodes[0].tooltip == "N0\nN1\nN2")
    // A bundle of one says which line it is.
    #expect(diagram.lines.map(\.words) == [["N2", "\u{2013} N3"]])
    #expect(diagram.subtitle.contains("2 communities (Leiden, direction ignored), 1 in none"))
    #expect(sizes.values == ["community-1": 3, "community-2": 3, "community-alone": 1])
  }

  @Test func theLargestCommunityComesFirst() throws {
    let pairs = [(0, 1), (2, 3), (3, 4), (4, 5), (2, 5), (2, 4)]
    let graph = try Graph(
      nodeCount: 6, edges: pairs.map { Graph.Edge($0.0, $0.1) }, isDirected: false)
    let groups = try DiagramOptions.Groups.communities(
      of: graph, ids: (0..<6).map(String.init), seed: 3)
    #expect(groups.values == ["0": 1, "1": 1, "2": 0, "3": 0, "4": 0, "5": 0])
  }

  /// Made by hand: the preacher and the sermons in one community, all others of the network in another.
  @Test func evidenceIsBundledAndClaimsStayApart() throws {
    let network = try Sample.network()
    let groups = DiagramOptions.Groups(
      name: "community",
      values: ["preacher": 0, "sermons": 0, "doer": 1, "attack": 1, "group": 2, "other": 2])
    let diagram = CommunitiesView(Diagram(network), by: groups).collapsed().diagram
    #expect(diagram.nodes.map(\.name).first == "1  The Preacher, Sermons")
    #expect(
      diagram.nodes[0].parts == [
        Diagram.Part(kind: "ideologue", count: 1), Diagram.Part(kind: "publication", count: 1),
      ])
    let lines = diagram.lines.map { [$0.tail, $0.head, "\($0.standing)"] }
    #expect(
      lines == [
        ["community-1", "community-2", "influence"], ["community-3", "community-2", "disputed"],
      ])
    #expect(diagram.notes.isEmpty)
  }

  @Test func whoOnlyClaimsSpeakOfIsCounted() throws {
    let network = try Sample.network()
    let groups = try DiagramOptions.Groups.communities(
      of: network.graph, ids: network.nodes, seed: 1)
    let diagram = CommunitiesView(Diagram(network), by: groups).collapsed().diagram
    #expect(diagram.notes.count == 1 && diagram.notes[0].hasPrefix("1 entity without an arc"))
  }

  @Test func aBundleIsOfTheStrongestDegree() {
    func line(_ tail: String, _ head: String, _ degree: Degree, _ probability: Double)
      -> Diagram.Line
    {
      Diagram.Line(
        tail: tail, head: head, relation: "\(degree)", degree: degree, standing: .influence,
        probability: probability)
    }
    let bundles = LineBundle.bundled(
      [
        line("a", "x", .carries, 0.9), line("b", "y", .inspires, 0.4),
        line("x", "a", .directs, 0.3),
        line("a", "b", .directs, 1), line("a", "nobody", .directs, 1),
      ],
      stand: { ["a": "1", "b": "1", "x": "2", "y": "2"][$0] }, name: { $0.uppercased() },
      words: .standard)
    #expect(bundles.map { [$0.tail, $0.head] } == [["1", "2"], ["2", "1"]])
    #expect(bundles.map(\.degree) == [.inspires, .directs])
    #expect(
      bundles[0].words == ["2 influences", "up to 90\u{A0}%"] && bundles[0].probability == 0.9)
    #expect(bundles[0].tooltip == "A carries X (90\u{A0}%)\nB inspires Y (40\u{A0}%)")
  }

  @Test func manyIsolatesStandInRows() throws {
    let diagram = Diagram(
      title: "", nodes: (1...9).map { .init(id: "n\($0)", name: "n\($0)") }, lines: [])
    let graph = diagram.dot()
    let edges = graph.subgraphs.flatMap(\.edges)
    // Three in a row: each of the first six has one below it.
    #expect(
      edges.map { "\($0.tail)\($0.head)" } == ["n1n4", "n2n5", "n3n6", "n4n7", "n5n8", "n6n9"])
    #expect(edges.allSatisfy { $0.attributes["style"] == "invis" })
  }

  /// One way to collapse, with the stability of each where it was reckoned.
  @Test func stabilityIsWrittenWhereItIsKnown() throws {
    let subject = try subject()
    let groups = try groups(subject)
    let known = CommunitiesView(subject.diagram(), by: groups, stability: [0: 0.8, 1: 0.5])
      .collapsed().diagram
    #expect(known.nodes[0].detail == "3 members, 3 lines inside, stable (0.8)")
    #expect(known.nodes[1].detail == "3 members, 3 lines inside, unstable (0.5)")
    #expect(known.notes.contains { $0.contains("Stable from 0.75, loose from 0.6") })
    let unknown = CommunitiesView(subject.diagram(), by: groups).collapsed().diagram
    #expect(!unknown.notes.contains { $0.contains("table") })
  }

  @Test func communitiesThatWereFoundKeepTheirNumbers() {
    let groups = DiagramOptions.Groups(communities: [["b", "c"], ["a"]])
    #expect(groups.values == ["b": 0, "c": 0, "a": 1])
  }

  /// Nobody takes what was denied for said.
  @Test func aBundleOfOneSaysWhatItIs() {
    let denial = Diagram.Line(
      tail: "a", head: "b", relation: "directed", label: "directed", degree: .directs,
      standing: .denied)
    let name = ["a": "Group", "b": "Attack"]
    let bundles = LineBundle.bundled(
      [denial], stand: { $0 == "a" ? "one" : "two" }, name: { name[$0] ?? $0 },
      words: .standard)
    #expect(bundles.map(\.words) == [["1 denial: Group", "directed Attack"]])
  }
}
