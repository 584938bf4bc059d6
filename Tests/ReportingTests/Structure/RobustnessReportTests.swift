import GraphCore
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct RobustnessReportTests {
  private func network(_ graph: Graph) -> StudiedNetwork {
    StudiedNetwork(
      PlainSubject(
        title: "Net", graph: graph,
        nodes: graph.nodes.map { MeasureTable.Node(id: "n\($0)", name: "Node \($0)") }))
  }

  /// Of a complete graph of n nodes R is 1/2 - 1/(2n), in any order.
  @Test(arguments: [2, 5, 30])
  func aCompleteGraphFallsApartLast(count: Int) throws {
    let graph = try Graph.complete(nodeCount: count, isDirected: false)
    let measure = try #require(Measure.named("degree"))
    for isAdaptive in [false, true] {
      let found = try RobustnessReport.findings(
        on: network(graph), by: .measure(measure, adaptively: isAdaptive), samples: 3)
      guard case .figures(let figures)? = found.section("robustness")?.content,
        case .number(let robustness?)? = figures.first(where: { $0.key == "robustness" })?.value
      else {
        Issue.record("no robustness")
        return
      }
      #expect(abs(robustness - (0.5 - 0.5 / Double(count))) < 1e-12)
    }
  }

  @Test func peopleSeeADozenRowsWithBothEnds() throws {
    let graph = try Graph.path(nodeCount: 100, isDirected: false)
    let found = try RobustnessReport.findings(on: network(graph), by: .random, samples: 3)
    guard case .rows(let rows)? = found.section("curve")?.content else {
      Issue.record("no curve")
      return
    }
    #expect(rows.rows.count == 101)
    #expect(rows.visible.count == 12)
    #expect(rows.visible.first?.first == .integer(0))
    #expect(rows.visible.last?.first == .integer(100))
  }
}
