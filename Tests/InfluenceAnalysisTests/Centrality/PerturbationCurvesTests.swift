import GraphCore
import Testing

@testable import InfluenceAnalysis

@Suite struct PerturbationCurvesTests {
  private func options(_ kind: Graph.Perturbation, _ share: Double) -> PerturbationCurves.Options {
    var options = PerturbationCurves.Options()
    options.kinds = [kind]
    options.shares = [share]
    options.draws = 20
    return options
  }

  /// A star with four leaves loses one edge, whichever it is: degrees 4 1 1 1 1 against 3 1 1 1 0.
  /// Deviations 2.4, -.6 four times and 1.8, -.2 three times, -1.2: r^2 = 5.4^2 / (7.2 * 4.8).
  @Test func `a star without one edge, in closed form`() throws {
    let star = try Graph(
      nodeCount: 5, edges: (1...4).map { Graph.Edge(0, $0) }, isDirected: false)
    let curve = try PerturbationCurves(
      star, measure: "degree", options: options(.removeEdges, 0.25))
    let point = try need(curve.points.first)
    #expect(point.top1 == 1)
    #expect(point.top3 == 1)
    #expect(point.overlap == 1)
    #expect(abs(try need(point.rSquared) - 0.84375) < 1e-12)
    #expect(point.definedIn == 1)
  }

  /// A cycle has five firsts. Without one edge three nodes keep their degree and share the first
  /// place: 3 of 5 true firsts, each with a third of it.
  @Test func `ties share places`() throws {
    let cycle = try Graph(
      nodeCount: 5, edges: (0..<5).map { Graph.Edge($0, ($0 + 1) % 5) }, isDirected: false)
    let curve = try PerturbationCurves(
      cycle, measure: "degree", options: options(.removeEdges, 0.2))
    let point = try need(curve.points.first)
    #expect(abs(point.top1 - 0.2) < 1e-12)
    #expect(abs(point.top3 - 0.6) < 1e-12)
    // One place among five level nodes against one among three: 3/5 of it in both, 1 + 2/5 in either.
    #expect(abs(point.overlap - 0.6 / 1.4) < 1e-12)
    // All true scores are equal: there is no correlation to speak of.
    #expect(point.rSquared == nil)
    #expect(point.definedIn == 0)
  }

  @Test("scores are compared on the nodes that are in both")
  func nodesInBoth() throws {
    // Without one leaf a star is a star: nothing of the order changes.
    let star = try Graph(
      nodeCount: 5, edges: (1...4).map { Graph.Edge(0, $0) }, isDirected: false)
    var some = options(.removeNodes, 0.2)
    some.draws = 200
    let point = try need(
      try PerturbationCurves(star, measure: "degree", options: some).points.first)
    // In one draw of five the hub goes; then the four leaves are level in both, each first by a quarter.
    let gone = (1 - point.top1) / 0.75
    #expect(abs(gone - 0.2) < 5 * (0.2 * 0.8 / 200).squareRoot())
    #expect(abs(point.definedIn - (1 - gone)) < 1e-9)
    #expect(abs(try need(point.rSquared) - 1) < 1e-9)
  }

  @Test("the same seed gives the same curves, and larger errors leave less")
  func growing() throws {
    var random = Draw(seed: 8)
    let edges = (0..<90).map { _ in
      Graph.Edge(random.below(30) * random.below(30) / 30, random.below(30))
    }
    let graph = try Graph(nodeCount: 30, edges: edges, isDirected: true)
    var options = PerturbationCurves.Options()
    options.draws = 40
    let curves = try PerturbationCurves(graph, measure: "out-degree", options: options)
    #expect(try PerturbationCurves(graph, measure: "out-degree", options: options) == curves)
    #expect(curves.points.count == 16)
    for kind in Graph.Perturbation.allCases {
      let own = curves.points.filter { $0.kind == kind }
      #expect(own.map(\.share) == [0.05, 0.1, 0.25, 0.5])
      #expect(try need(own.first?.rSquared) > (try need(own.last?.rSquared)))
      #expect(own.allSatisfy { (0...1).contains($0.top1) && $0.top1 <= $0.top3 + 1e-9 })
    }
  }
}
