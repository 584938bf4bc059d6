import Evidence
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct FigureDataTests {
  private func data(
    _ network: InfluenceNetwork, _ view: Diagram.View = .whole
  ) -> FigureData {
    let diagram = Diagram(network, view: view)
    let options = DiagramOptions()
    return FigureData(
      InteractiveFigure(.diagram(diagram, options), network: network), diagram, options,
      tags: TaggedDrawing(diagram, options, vocabulary: network.evidence.vocabulary))
  }

  private func statements(
    of relation: String, _ tail: String, _ head: String, in data: FigureData
  ) throws -> [String] {
    let line = try #require(
      data.lines.first {
        $0.line.relation == relation && $0.line.tail == tail && $0.line.head == head
      })
    return line.statements.map { data.statements[$0].id }
  }

  /// By hand from the sample.
  @Test func linesKnowTheirStatements() throws {
    let data = data(try Sample.network())
    #expect(try statements(of: "inspired", "sermons", "doer", in: data) == ["s2"])
    #expect(try statements(of: "directed", "group", "attack", in: data) == ["s4", "s5"])
    #expect(try statements(of: "claimed", "group", "other", in: data) == ["s6"])
    #expect(try statements(of: "directed", "group", "other", in: data) == ["s8"])
  }

  @Test func aChainMayTakeArcsAndNothingElse() throws {
    let network = try Sample.network()
    let data = data(network)
    let ends = data.hops.map { [data.nodes[$0.tail].node.id, data.nodes[$0.head].node.id] }
    // The claims and the denial on the other attack are drawn, and no way leads there.
    #expect(
      ends == [
        ["doer", "attack"], ["group", "attack"], ["preacher", "sermons"], ["sermons", "doer"],
      ])
    #expect(data.lines.contains { $0.line.head == "other" })
    for (hop, own) in zip(data.hops, network.hops) { #expect(hop.probability == own.probability) }
  }

  @Test func aPictureOfAPartHasNoWayThroughTheRest() throws {
    let data = data(try Sample.network(), .around("preacher", hops: 1))
    #expect(data.nodes.map(\.node.id) == ["preacher", "sermons"])
    #expect(data.hops.count == 1)
  }

  /// A message of 2010 cannot have been made by a man who died in 1990.
  @Test func aHopThatItsDatesRuleOutIsNone() throws {
    func network(died: String) throws -> InfluenceNetwork {
      let graph = InfluenceGraph(
        sources: [Source(id: "paper", published: try EDTF("2016-06-14"), reliability: .b)],
        entities: [
          Entity(id: "preacher", kind: "ideologue", name: "P", died: try EDTF(died)),
          Entity(id: "sermons", kind: "publication", name: "S", date: try EDTF("2010")),
        ], statements: [Sample.statement("s1", "preacher", "authored", "sermons")])
      return try InfluenceNetwork(LinkTable(graph))
    }
    #expect(data(try network(died: "1990")).hops.isEmpty)
    #expect(data(try network(died: "2011")).hops.count == 1)
  }

  @Test func dataCanStandInHTMLAndXML() {
    #expect(
      FigureData.embedded("[\"</script>&<!--\"]") == "[\"\\u003c/script\\u003e\\u0026\\u003c!--\"]")
  }
}
