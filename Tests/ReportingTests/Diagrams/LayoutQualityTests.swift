import DOT
import Evidence
import Graphviz
import Testing

@testable import Reporting

@Suite struct LayoutQualityTests {
  /// Nodes of one inch by half an inch at places that the text gives; what lies on what is counted by hand.
  private static func quality(_ body: String) throws -> LayoutQuality {
    let text = """
      digraph { graph [pad=0]; node [shape=box, fixedsize=true, width=1, height=0.5];
      edge [fontsize=10]; \(body) }
      """
    return try LayoutQuality(
      graphvizJSON: try GraphvizRenderer(engine: .nop).render(text, as: .json).data)
  }

  private static func node(_ name: String, _ x: Double, _ y: Double) -> String {
    "\(name) [pos=\"\(x),\(y)\"];"
  }

  private static func edge(_ ends: String, _ points: [(Double, Double)], _ more: String = "")
    -> String
  {
    let (a, b) = (points[0], points[points.count - 1])
    func text(_ t: Double) -> String { "\(a.0 + (b.0 - a.0) * t),\(a.1 + (b.1 - a.1) * t)" }
    return
      "\(ends) [dir=none, pos=\"\([0, 1.0 / 3, 2.0 / 3, 1].map(text).joined(separator: " "))\"\(more)];"
  }

  @Test func overlapsOfNodesAreCounted() throws {
    // Boxes are 72 by 36: a and b share 12 points across, c touches b, d is far.
    let quality = try Self.quality(
      [("a", 0.0, 0.0), ("b", 60, 0), ("c", 132, 0), ("d", 0, 300)].map(Self.node).joined())
    #expect(quality.nodes == 4)
    #expect(quality.nodeOverlaps == 1)
    #expect((quality.width, quality.height) == (204, 336))
    #expect(quality.smallestFont == 14)
  }

  @Test func crossingsAndLinesThroughNodesAreCounted() throws {
    let corners =
      [("a", 0.0, 0.0), ("b", 200, 200), ("c", 0, 200), ("d", 200, 0), ("m", 300, 100)].map(
        Self.node
      )
      .joined()
    // The diagonals cross once; the long line runs through m; lines that meet at a node do not cross there.
    let quality = try Self.quality(
      corners + Self.node("e", 400, 100) + Self.edge("a -> b", [(0, 0), (200, 200)])
        + Self.edge("c -> d", [(0, 190), (200, 0)]) + Self.edge("a -> c", [(0, 0), (0, 200)])
        + Self.edge("b -> e", [(200, 200), (400, 0)]) + Self.node("f", 300, 101))
    #expect(quality.edges == 4)
    #expect(quality.crossings == 1)
    #expect(quality.edgesThroughNodes == 2)
  }

  @Test func wordsOnWordsAndOnNodesAreCounted() throws {
    let quality = try Self.quality(
      [("a", 0.0, 0.0), ("b", 400, 0), ("c", 200, 100)].map(Self.node).joined()
        + Self.edge("a -> b", [(0, 0), (400, 0)], ", label=\"wordswords\", lp=\"200,95\"")
        + Self.edge("b -> a", [(400, 0), (0, 0)], ", label=\"wordswords\", lp=\"210,99\"")
        + Self.edge("a -> c", [(0, 0), (200, 100)], ", label=\"far\", lp=\"80,300\""))
    #expect(quality.labels == 3)
    #expect(quality.labelsOnLabels == 1)
    #expect(quality.labelsOnNodes == 2)
    #expect(quality.smallestFont == 10)
  }

  /// 1000 points on the 538.6 of an A4 page: 10 points become 5.39.
  @Test func lettersShrinkWithThePage() throws {
    var quality = try Self.quality(Self.node("a", 0, 0))
    (quality.width, quality.height, quality.smallestFont) = (1000, 2000, 10)
    #expect(abs(quality.smallestFont(on: .a4, isWhole: false) - 5.386) < 0.001)
    #expect(abs(quality.smallestFont(on: .a4) - 3.926) < 0.001)
    #expect(quality.smallestFont(on: .fit) == 10)
    #expect(quality.aspectRatio == 0.5)
    let framed = quality.framed(on: .a4)
    #expect(abs(framed.height - 841.89) < 0.01 && abs(framed.width - 595.28) < 0.01)
    #expect(abs(framed.smallestFont - 3.926) < 0.001)
  }

  @Test func whatIsNoLayoutIsRefused() {
    #expect(throws: (any Error).self) { try LayoutQuality(graphvizJSON: Array("[]".utf8)) }
  }

  @Test func aStraightCurveIsItsChord() {
    let line = LayoutShapes.flattened(
      [(0, 0), (1, 1), (2, 2), (3, 3)].map { LayoutPlace(x: $0, y: $1) })
    #expect(line.count == LayoutQuality.steps + 1)
    #expect(line.allSatisfy { abs($0.x - $0.y) < 1e-12 })
    #expect(line.last == LayoutPlace(x: 3, y: 3))
  }
}
