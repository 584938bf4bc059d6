import TestSupport
import Testing

@testable import GraphCore

@Suite struct GrowingComponentsTests {
  @Test func sizesAreThoseOfSearchAsNodesComeIn() {
    var generator = SeededGenerator(seed: 7)
    for graph in GraphFamilies.ladder + GraphFamilies.random(count: 30, nodes: 1...9, seed: 761) {
      var components = GrowingComponents(nodeCount: graph.nodeCount)
      var missing = graph.nodes.shuffled(using: &generator)
      #expect(components.largest == 0)
      while let node = missing.popLast() {
        #expect(!components.contains(node))
        components.add(node, of: graph)
        let present = graph.nodes.filter { !missing.contains($0) }
        let sizes = SlowRobustness.sizes(graph, without: missing)
        #expect(present.map { components.size(of: $0) } == sizes)
        #expect(components.largest == sizes.max())
        // The sum of squares of the sizes is the sum of the sizes over the nodes.
        #expect(components.sumOfSquares == sizes.reduce(0, +))
      }
      #expect(graph.nodes.allSatisfy { components.contains($0) })
    }
  }

  @Test func aGraphWithoutSomeEdgesKeepsTheOrderOfTheOthers() {
    let graph = GraphFamilies.make(
      3, [.init(0, 1, weight: 1), .init(1, 2, weight: 2), .init(2, 0, weight: 3)],
      isDirected: true)
    let expected = GraphFamilies.make(
      3, [.init(0, 1, weight: 1), .init(2, 0, weight: 3)], isDirected: true)
    #expect(graph.without(edges: [false, true, false]) == expected)
    var seen: [Int] = []
    graph.visitNeighbors(of: 0) { seen.append($0) }
    #expect(seen == [1, 2])
  }
}
