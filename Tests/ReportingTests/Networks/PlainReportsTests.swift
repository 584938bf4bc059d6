import DOT
import Foundation
import GraphCore
import InfluenceAnalysis
import Testing

@testable import Reporting

/// Findings on plain networks; expected values are counted by hand in the small networks here.
@Suite struct PlainReportsTests {
  /// A triangle with a tail: 0 -> 1 -> 2 -> 0, 2 -> 3, 3 -> 2 and a loop at 3; 4 alone.
  static func subject(weights: [Double]? = nil) throws -> PlainSubject {
    let ends = [(0, 1), (1, 2), (2, 0), (2, 3), (3, 2), (3, 3)]
    let edges = ends.enumerated().map { number, ends in
      Graph.Edge(ends.0, ends.1, weight: weights?[number])
    }
    let names = ["Alpha", "Bravo", "<b>Cé & \"Söhne\"</b>", "Delta\u{1B}[2J", "Echo"]
    return PlainSubject(
      title: "Net", graph: try Graph(nodeCount: 5, edges: edges, isDirected: true),
      nodes: names.enumerated().map { .init(id: "n\($0)", name: $1, kind: $0 == 0 ? "firm" : "") },
      edgeName: { $0 == 0 ? "owns" : nil })
  }

  private func trace(_ network: PlainSubject) throws -> PlainTraceReport {
    let paths = try network.graph.shortestSimplePaths(from: 0, to: 3)
    return PlainTraceReport(
      network, .ways(from: 0, to: 3, Array(paths.prefix(3))), lengths: "hops", maximumHops: 8,
      seed: 1)
  }

  @Test func everyLinkSaysThatNoEvidenceIsRecordedAndNoProbabilityIsGiven() throws {
    let report = try trace(Self.subject(weights: [2, 1, 1, 0.5, 1, 1]))
    let text = report.text()
    #expect(text.contains("1 way shown, the shortest first.\n"))
    #expect(text.contains("     | owns, weight 2, no evidence recorded\n"))
    #expect(text.components(separatedBy: "     | ").count == 4)
    #expect(text.components(separatedBy: "no evidence recorded").count == 5)
    #expect(!text.contains("%") && !text.contains("\u{1B}"))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(report.json().utf8)) as? [String: Any])
    let chain = try #require((json["chains"] as? [[String: Any]])?.first)
    #expect(chain["probability"] is NSNull && chain["phrase"] is NSNull)
    #expect(json["connection"] is NSNull && json["policy"] is NSNull)
    let links = try #require(chain["links"] as? [[String: Any]])
    #expect(links.count == 3)
    for link in links {
      #expect(link["probability"] is NSNull)
      #expect(link["status"] as? String == "no evidence recorded")
      #expect((link["statements"] as? [Any])?.isEmpty == true)
    }
    #expect(links.map { $0["weight"] as? Double } == [2, 1, 0.5])
    #expect(report.markdown().contains("no evidence recorded"))
  }

  @Test func noWayIsSaidInASentence() throws {
    let network = try Self.subject()
    let report = PlainTraceReport(
      network, .ways(from: 0, to: 4, []), lengths: "hops", maximumHops: 1, seed: 1)
    #expect(report.text().contains("No way of at most 1 edge leads from the one to the other."))
    #expect(report.diagram().nodes.map(\.id) == ["n0", "n4"])
    let near = PlainTraceReport(
      network, .reaching(to: 4, []), lengths: "hops", maximumHops: 2, seed: 1)
    #expect(near.text().hasPrefix("What reaches Echo\nNothing within 2 edges.\n"))
  }

  @Test func tiesAreDrawnWithoutAnyWordOfInfluence() throws {
    let diagram = try Self.subject().diagram()
    #expect(diagram.lines.count == 6)
    #expect(diagram.lines.allSatisfy { $0.standing == .tie && $0.probability == nil })
    #expect(diagram.subtitle == "plain network, no evidence recorded: 5 nodes, 6 edges, directed")
    let text = DOTWriter().write(diagram.dot())
    #expect(text.contains("tie, no evidence recorded"))
    #expect(!text.contains("associates") && !text.contains("no influence"))
    let dot = diagram.dot()
    let lines = dot.subgraphs.flatMap(\.edges)
    #expect(lines.count == 6)
    #expect(Set(lines.map { $0.attributes["arrowhead"]?.plainText }) == ["normal"])
    #expect(lines.compactMap { $0.attributes["label"]?.plainText } == ["   owns   "])
  }

  @Test func aPartIsDrawnWithItsCounts() throws {
    let part = try Self.subject().diagram(of: [0, 1, 2], strong: [1])
    #expect(
      part.subtitle
        == "plain network, no evidence recorded: 3 nodes of 5, 3 edges of 6")
    #expect(part.nodes.map(\.emphasis) == [.plain, .strong, .plain])
  }

  @Test func figuresAreThoseCountedByHand() throws {
    let report = try PlainNetworkReport(
      Self.subject(), edition: .init(version: "1", date: "2020-01-01", seed: 7))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(report.json().utf8)) as? [String: Any])
    let figures = try #require(json["figures"] as? [String: Any])
    #expect(figures["loops"] as? Int == 1)
    #expect(figures["parallelEdges"] as? Int == 0)
    #expect(figures["components"] as? Int == 2)
    #expect(figures["isolatedNodes"] as? Int == 1)
    #expect(figures["largestComponent"] as? Int == 4)
    // 0, 1, 2 and 3 reach each other; 4 is alone.
    #expect(figures["strongComponents"] as? Int == 2)
    #expect((json["cutPoints"] as? [[String: Any]])?.map { $0["id"] as? String } == ["n2"])
    #expect(json["evidence"] as? String == "no evidence recorded")
    let measures = try #require(json["measures"] as? [[String: Any]])
    #expect(
      measures.map { $0["name"] as? String } == [
        "degree", "betweenness", "closeness", "pagerank", "effective-size",
      ])
    let markdown = report.markdown()
    #expect(markdown.contains("**No evidence is recorded.**"))
    #expect(markdown.contains("nothing is claimed about why a tie exists"))
    let html = try report.html()
    #expect(html.contains("<svg") && !html.contains("<b>Cé"))
    #expect(!html.contains("influences") && !html.contains("scores the influenced"))
  }

  @Test func anEmptyNetworkHasAReport() throws {
    let empty = PlainSubject(
      title: "", graph: try Graph(nodeCount: 0, edges: [], isDirected: false), nodes: [])
    let report = try PlainNetworkReport(
      empty, edition: .init(version: "1", date: "2020-01-01", seed: 1))
    #expect(report.markdown().contains("0 nodes and 0 edges, undirected"))
    #expect(try report.html().contains("No evidence is recorded."))
    #expect(report.json().contains("\"density\": null"))
  }

  @Test func oneIsNotMany() throws {
    let one = PlainSubject(
      title: "", graph: try Graph(nodeCount: 1, edges: [Graph.Edge(0, 0)], isDirected: false),
      nodes: [.init(id: "a", name: "a")])
    #expect(one.counts == "1 node, 1 edge, undirected")
  }
}
