import DOT
import Evidence
import Graphviz
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct DiagramTests {
  @Test(arguments: Sample.hostileNames)
  func hostileNamesSurviveTheWayToSVG(name: String) throws {
    let diagram = Diagram(
      title: name, subtitle: name, sourceLine: name,
      nodes: [
        .init(id: name, name: name, kind: "person", detail: name, tooltip: name),
        .init(id: "b", name: name, kind: name),
      ],
      lines: [
        .init(
          tail: name, head: "b", relation: "inspired", label: name, degree: .inspires,
          standing: .influence, probability: 0.5, tooltip: name)
      ])
    let svg = try diagram.rendered(as: .svg).text
    let elements = try #require(XMLTree.elements(of: svg))
    #expect(elements.contains { $0.name == "svg" })
    #expect(elements.count { $0.attributes["class"] == "node" } == 2)
    #expect(elements.count { $0.attributes["class"] == "edge" } == 1)
    #expect(!elements.contains { $0.name == "script" || $0.name == "image" })
  }

  @Test func claimsAndDenialsAreDrawnApart() throws {
    let diagram = Diagram(try Sample.network())
    func standing(_ tail: String, _ relation: String, _ head: String) -> Standing? {
      diagram.lines.first { $0.tail == tail && $0.relation == relation && $0.head == head }?
        .standing
    }
    #expect(standing("sermons", "inspired", "doer") == .influence)
    #expect(standing("group", "directed", "attack") == .disputed)
    #expect(standing("group", "claimed", "other") == .claimedOnly)
    #expect(standing("group", "inspired", "other") == .claimedOnly)
    #expect(standing("group", "directed", "other") == .denied)
    let arcs = try Sample.network().arcs
    #expect(diagram.lines.count { $0.standing.isInfluence } == arcs.count)
  }

  @Test func linesCarryStableIdsAndTheirMarks() throws {
    let graph = Diagram(try Sample.network()).dot()
    let edges = graph.subgraphs.flatMap(\.edges) + graph.edges
    let claim = try #require(
      edges.first { $0.attributes["id"] == "arc-group-inspired-other" })
    #expect(claim.attributes["style"] == "dashed")
    #expect(claim.attributes["arrowhead"] == "onormal")
    let nodes = graph.subgraphs.flatMap(\.nodes) + graph.nodes
    #expect(nodes.contains { $0.attributes["id"] == "node-preacher" })
    let solid = edges.filter { $0.attributes["style"] == "solid" }.compactMap {
      $0.attributes["id"]
    }
    #expect(
      Set(solid) == [
        "arc-preacher-authored-sermons", "arc-sermons-inspired-doer",
        "arc-doer-perpetrated-attack", "arc-group-directed-attack",
      ])
  }

  @Test func idsInThePictureAreUnique() throws {
    let svg = try Diagram(try Sample.network()).rendered(
      as: .svg, DiagramOptions(clustering: .kind, idPrefix: "p-")
    ).text
    let ids = try #require(XMLTree.elements(of: svg)).compactMap { $0.attributes["id"] }
    #expect(!ids.isEmpty)
    #expect(Set(ids).count == ids.count)
  }

  /// Counted by hand in the sample: three arcs without a dispute, one with, two claims, one denial.
  @Test func theSubtitleCounts() throws {
    #expect(
      Diagram(try Sample.network()).subtitle
        == "projection influence, policy throughline-1: 6 entities, 3 influences, 1 disputed, "
        + "2 claimed only, 1 denied")
  }

  @Test func attacksCarryTheirDate() throws {
    let node = Diagram(try Sample.network()).nodes.first { $0.id == "attack" }
    #expect(node?.detail == "2 December 2015")
  }

  @Test func noAttributeReadsAFile() throws {
    let text = DOTWriter().write(Diagram(try Sample.network()).dot())
    for name in ["image=", "shapefile=", "imagepath=", "fontpath=", "<IMG"] {
      #expect(!text.contains(name))
    }
  }

  @Test func theSameDiagramIsTheSameText() throws {
    let first = DOTWriter().write(Diagram(try Sample.network()).dot())
    let nodes = Diagram(try Sample.network())
    let shuffled = Diagram(
      title: nodes.title, subtitle: nodes.subtitle, sourceLine: nodes.sourceLine,
      nodes: nodes.nodes.reversed(), lines: nodes.lines.reversed())
    #expect(DOTWriter().write(shuffled.dot()) == first)
  }

  @Test func aChainStandsOut() throws {
    let network = try Sample.network()
    let chains = Tracer(network).chains(from: "preacher", to: "attack").chains
    let diagram = Diagram(network, view: .chains(chains))
    let strong = diagram.lines.filter { $0.emphasis == .strong }.map { [$0.tail, $0.head] }
    #expect(
      Set(strong) == [["preacher", "sermons"], ["sermons", "doer"], ["doer", "attack"]])
    #expect(diagram.nodes.first { $0.id == "group" }?.emphasis == .faded)
  }

  @Test func theNeighbourhoodOfAFocus() throws {
    let diagram = Diagram(try Sample.network(), view: .around("doer", hops: 1))
    #expect(diagram.nodes.map(\.id) == ["attack", "doer", "sermons"])
    let alone = Diagram(try Sample.network(), view: .around("doer", hops: 0))
    #expect(alone.nodes.map(\.id) == ["doer"])
    #expect(alone.lines.isEmpty)
  }

  @Test(arguments: DiagramOptions.Engine.allCases)
  func everyEngineDraws(engine: DiagramOptions.Engine) throws {
    let svg = try Diagram(try Sample.network()).rendered(
      as: .svg, DiagramOptions(engine: engine)
    ).text
    let elements = try #require(XMLTree.elements(of: svg))
    #expect(elements.count { $0.attributes["class"] == "node" } == 6)
  }

  @Test func anEmptyDiagramDraws() throws {
    let svg = try Diagram(title: "Nothing here", nodes: [], lines: []).rendered(as: .svg).text
    let elements = try #require(XMLTree.elements(of: svg))
    #expect(elements.contains { $0.name == "text" && $0.text == "Nothing here" })
  }
}
