import Evidence
import Foundation
import GraphCore
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct NetworkFindingsTests {
  private func findings(name: String = "Anna") throws -> NetworkFindings {
    let graph = try Graph(nodeCount: 2, edges: [Graph.Edge(0, 1)], isDirected: false)
    let network = StudiedNetwork(
      PlainSubject(
        title: name, graph: graph,
        nodes: [.init(id: "a", name: name), .init(id: "b", name: "Boris")]))
    return NetworkFindings(
      title: "Trial", network: network, seed: 7, notes: ["A note."],
      sections: [
        .init(
          key: "first", title: "Figures",
          content: .figures([
            .init("count", "count", .integer(3), "so many"),
            .init("none", "undefined", .number(nil)),
            .init("who", "who", .names([name, "Boris"])),
          ])),
        .init(
          key: "second", title: "Rows",
          content: .rows(
            .init(
              [.init("x", "x", isNumber: true), .init("y", "y", isNumber: true)],
              [
                [.integer(0), .number(1)], [.integer(1), .number(0.5)],
                [.integer(2), .number(nil)],
              ],
              shown: [0, 2]))),
        .init(
          key: "third", title: "Hidden from people",
          content: .rows(.init([.init("z", "z")], [[.name(name)]])), isData: true),
      ],
      plots: [
        .init(
          section: "second", title: "Curve", x: "x", lines: [("y", "line")], xTitle: "x",
          yTitle: "y")
      ])
  }

  @Test func peopleSeeWhatIsShownAndMachinesAll() throws {
    let found = try findings()
    let text = found.text()
    #expect(
      text.contains("plain network, no evidence recorded: 2 nodes, 1 edge, undirected; seed 7"))
    #expect(text.contains("\nx  y\n0  1\n2  -\n"))
    #expect(!text.contains("Hidden from people") && !found.markdown().contains("Hidden"))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(found.json().utf8)) as? [String: Any])
    #expect((json["second"] as? [[String: Any]])?.map { $0["x"] as? Int } == [0, 1, 2])
    #expect((json["first"] as? [String: Any])?["none"] is NSNull)
    #expect(json["evidence"] as? String == "no evidence recorded")
    #expect((json["third"] as? [Any])?.count == 1)
  }

  @Test func commaSeparatedValuesAreLongOrTheRowsThatMatter() throws {
    var found = try findings()
    #expect(
      found.csv().components(separatedBy: "\r\n") == [
        "section,row,key,value", "first,,count,3", "first,,none,", "first,,who,Anna; Boris",
        "second,1,x,0", "second,1,y,1.0", "second,2,x,1", "second,2,y,0.5", "second,3,x,2",
        "second,3,y,", "third,1,z,Anna", "",
      ])
    found.data = "second"
    #expect(found.csv() == "x,y\r\n0,1.0\r\n1,0.5\r\n2,\r\n")
  }

  @Test func aPlotLeavesOutWhatIsUndefined() throws {
    let plot = try #require(
      try JSONSerialization.jsonObject(with: Data(try findings().vegaLite().utf8))
        as? [String: Any])
    let view = try #require((plot["vconcat"] as? [[String: Any]])?.first)
    let points = try #require((view["data"] as? [String: Any])?["values"] as? [[String: Any]])
    #expect(points.map { $0["y"] as? Double } == [1, 0.5])
    #expect((view["mark"] as? [String: Any])?["type"] as? String == "line")
  }

  @Test(arguments: Sample.hostileNames)
  func namesActNowhere(name: String) throws {
    let found = try findings(name: name)
    #expect(!found.text().unicodeScalars.contains { $0 != "\n" && VisibleText.isHidden($0) })
    #expect(
      !found.markdown().unicodeScalars.contains {
        $0.value < 0x20 && $0 != "\n" || $0.value == 0x1B
      })
    // Every angle bracket is escaped.
    #expect(!found.markdown().replacing("\\<", with: "").contains("<"))
    #expect(throws: Never.self) {
      try JSONSerialization.jsonObject(with: Data(found.json().utf8))
    }
  }

  @Test func evidenceSaysWhatIsTakenAsPresent() throws {
    let sample = try Sample.network()
    let network = try StudiedNetwork(sample, title: "Sample")
    #expect(network.isEvidence)
    #expect(network.presence.first?.hasPrefix("Every link that somebody affirms") == true)
    // One entity of the sample has no link that is followed.
    #expect(sample.evidence.entities.count == sample.nodes.count + 1)
    #expect(
      network.presence.last
        == "1 entity of the graph without a link in this projection is not among the nodes.")
    #expect(network.summary.hasPrefix("projection influence, policy "))
    #expect(network.nodes.count == network.graph.nodeCount)
  }
}
