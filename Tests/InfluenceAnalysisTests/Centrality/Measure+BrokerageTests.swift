import GraphCore
import Testing

@testable import InfluenceAnalysis

@Suite struct MeasureBrokerageTests {
  /// 0 leads to 1 and 2, 1 to 2, 2 to 3, 3 to 4; 5 is alone.
  private func scores(_ measure: String, _ scaling: Measure.Scaling) throws -> [Double?] {
    let graph = try Graph(
      nodeCount: 6,
      edges: [(0, 1), (1, 2), (2, 3), (0, 2), (3, 4)].map { Graph.Edge($0.0, $0.1) },
      isDirected: true)
    return try need(Measure.named(measure)).compute(graph, Measure.Setting(scaling: scaling)).scores
  }

  @Test("the roles add up to what stands between two without a tie")
  func roles() throws {
    // Node 2 is between 0 and 3 and between 1 and 3, node 3 between 2 and 4; 0 has a tie with 2.
    #expect(try scores("brokerage", .raw) == [0, 0, 2, 1, 0, 0])
    var sums = [Double](repeating: 0, count: 6)
    for role in ["coordinator", "itinerant", "representative", "gatekeeper", "liaison"] {
      for (node, score) in try scores("brokerage-" + role, .raw).enumerated() {
        sums[node] += try need(score)
      }
    }
    #expect(sums == [0, 0, 2, 1, 0, 0])
  }

  @Test("the usual score is how far the count lies from chance")
  func chance() throws {
    // Density 1/6: 20 pairs with chance 5/216, of which 120 ordered ones vary by (5/36)^3 together.
    let chance = 5.0 / 216
    let joint = 125.0 / 46_656
    let spread = (20 * chance * (1 - chance) + 120 * joint).squareRoot()
    let found = try scores("brokerage", .usual)
    for (score, count) in zip(found, [0, 0, 2, 1, 0, 0] as [Double]) {
      try expectNear(need(score), (count - 20 * chance) / spread)
    }
  }
}
