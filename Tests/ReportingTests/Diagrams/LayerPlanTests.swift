import Testing

@testable import Reporting

@Suite struct LayerPlanTests {
  private static let gaps = LayerPlan.Gaps(nodes: 10, layers: 20)

  private static func plan(
    _ count: Int, _ lines: [(Int, Int)], page: PageSize = .a4,
    direction: DiagramOptions.Direction? = nil, box: LayerPlan.Box = .init(width: 100, height: 30)
  ) -> LayerPlan {
    LayerPlan(
      boxes: [LayerPlan.Box](repeating: box, count: count),
      lines: lines.map { LayerPlan.Line(tail: $0, head: $1, ranks: true) }, gaps: gaps, page: page,
      direction: direction)
  }

  /// Three boxes of 100 by 30 in a row: sizes by hand, each box with its gap across.
  @Test func aChainIsAsLongAsItsBoxes() {
    let down = Self.plan(3, [(0, 1), (1, 2)], direction: .down)
    #expect((down.width, down.height) == (110, 3 * 30 + 2 * 20))
    let right = Self.plan(3, [(0, 1), (1, 2)], direction: .right)
    #expect((right.width, right.height) == (3 * 100 + 2 * 20, 40))
    #expect(Self.plan(3, [(0, 1), (1, 2)]).direction == .down)
  }

  /// Thirty names side by side are 3300 wide; on top of each other they are 1200 high, spread over more layers less.
  @Test func aStarLiesOnItsSideAndItsLeavesAreSpread() {
    let star = Self.plan(31, (1...30).map { (0, $0) })
    #expect(star.direction == .right)
    #expect(Set(star.spans.values).max() ?? 1 > 1)
    #expect(star.height < 1200)
    // A node with few neighbours is left as it is.
    #expect(Self.plan(6, (1...5).map { (0, $0) }, direction: .right).spans.isEmpty)
  }

  @Test func aCircleHasLayersToo() {
    let circle = Self.plan(3, [(0, 1), (1, 2), (2, 0)], direction: .down)
    #expect(circle.height == 3 * 30 + 2 * 20)
    #expect(Self.plan(1, [(0, 0)]).height == 30)
    #expect(Self.plan(0, []).width == 0)
  }

  /// Eight leaves at the end of a long way leave room beside it; pairs name one node of the way and one of a part.
  @Test func smallPartsLieBesideTheLargest() {
    var lines = (0..<6).map { ($0, $0 + 1) } + (7..<40).map { (0, $0) }
    lines += [(40, 41), (42, 43), (44, 45), (46, 47)]
    let plan = Self.plan(48, lines, page: .a4Landscape, direction: .right)
    #expect(!plan.pairs.isEmpty)
    for pair in plan.pairs {
      #expect(pair.anchor < 40)
      #expect([40, 42, 44, 46].contains(pair.node))
    }
  }

  @Test func theSameLinesMakeTheSamePlan() {
    let lines = (1...30).map { ($0 / 3, $0) }
    #expect(Self.plan(31, lines) == Self.plan(31, lines))
  }

  /// Pages of ISO 216 and ANSI less 10 mm all around; a picture is never enlarged.
  @Test func pagesHaveTheirSizes() throws {
    let a4 = try #require(PageSize.a4.area)
    #expect(abs(a4.width - 190 / 25.4 * 72) < 0.05)
    #expect(abs(a4.height - 277 / 25.4 * 72) < 0.05)
    #expect(PageSize.fit.area == nil)
    #expect(a4.scale(width: 10, height: 10) == 1)
    #expect(abs(a4.scale(width: a4.width * 4, height: 1) - 0.25) < 1e-12)
    #expect(PageSize.fit.best(width: 2000, height: 100).page == .a4Landscape)
    #expect(PageSize.fit.best(width: 100, height: 2000).page == .a4)
  }
}
