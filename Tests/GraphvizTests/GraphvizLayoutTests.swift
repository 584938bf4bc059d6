import DOT
import Graphviz
import Testing

@Suite struct GraphvizLayoutTests {
  /// The places are those of `dot -Tplain` 2.43 (inches there, points here), which other versions share up to
  /// rounding: two default nodes of 0.75 by 0.5 inches, one rank (0.5 inches) apart.
  @Test func twoNodes() throws {
    let layout = try GraphvizRenderer().layout("digraph { a -> b }")
    #expect(layout.nodes.map(\.name) == ["a", "b"])
    #expect(layout.nodes.map(\.center) == [LayoutPoint(x: 27, y: 90), LayoutPoint(x: 27, y: 18)])
    #expect(layout.nodes.map(\.width) == [54, 54])
    #expect(layout.nodes.map(\.height) == [36, 36])
    #expect(layout.lowerLeft == LayoutPoint(x: 0, y: 0))
    #expect(layout.upperRight == LayoutPoint(x: 54, y: 108))
    let edge = try #require(layout.edges.first)
    #expect(edge.tail == "a")
    #expect(edge.head == "b")
    #expect(edge.key == nil)
    #expect(edge.labelCenter == nil)
    let spline = try #require(edge.splines.first)
    #expect(spline.points.count % 3 == 1)
    #expect(spline.start == nil)
    #expect(spline.end?.x == 27)
  }

  @Test(arguments: GraphvizEngine.allCases)
  func everythingLiesInTheBox(engine: GraphvizEngine) throws {
    var graph = GraphvizRendererTests.sample
    graph.edges[0].attributes["key"] = "k"
    let layout = try GraphvizRenderer(engine: engine).layout(graph)
    #expect(layout.nodes.map(\.name) == ["a", "b", "c"])
    #expect(layout.edges.map { $0.tail + $0.head } == ["ab", "bc", "ca", "ac"])
    #expect(layout.edges.map(\.key) == ["k", nil, nil, nil])
    #expect(layout.edges.map { $0.labelCenter != nil } == [false, false, false, true])
    for node in layout.nodes {
      #expect(node.center.x - node.width / 2 >= layout.lowerLeft.x - 1)
      #expect(node.center.x + node.width / 2 <= layout.upperRight.x + 1)
      #expect(node.center.y - node.height / 2 >= layout.lowerLeft.y - 1)
      #expect(node.center.y + node.height / 2 <= layout.upperRight.y + 1)
    }
    #expect(layout.edges.allSatisfy { !$0.splines.isEmpty })
    #expect(try GraphvizRenderer(engine: engine).layout(graph) == layout)
  }

  @Test func emptyGraph() throws {
    let layout = try GraphvizRenderer().layout("digraph { }")
    #expect(layout.nodes == [])
    #expect(layout.edges == [])
  }

  @Test func namesAreTexts() throws {
    let names = DOTReaderTests.hostileNames.filter { $0.utf8.count < 100 }
    var seen: Set<[UInt8]> = []
    let unique = names.filter { seen.insert(Array($0.utf8)).inserted }
    let graph = DOTGraph(isDirected: true, nodes: unique.map { DOTNode($0) })
    let layout = try GraphvizRenderer().layout(graph)
    #expect(layout.nodes.map { Array($0.name.utf8) } == unique.map { Array($0.utf8) })
  }
}
