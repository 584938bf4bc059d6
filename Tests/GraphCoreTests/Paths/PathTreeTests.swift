import GraphCore
import TestSupport
import Testing

@Suite struct PathTreeTests {
  /// The tree's own answers, held against each other and against the graph.
  private func expectSound(_ tree: PathTree, in graph: Graph, lengths: [Double]?) {
    let isOutward = tree.direction == .outward
    for node in graph.nodes {
      guard let path = tree.path(to: node) else {
        #expect(tree.distance(to: node) == nil)
        #expect(tree.hops(to: node) == nil)
        #expect(tree.parent(of: node) == nil)
        #expect(!tree.reached.contains(node))
        continue
      }
      let ends = isOutward ? (tree.root, node) : (node, tree.root)
      #expect(flaw(of: path, in: graph, from: ends.0, to: ends.1, lengths: lengths) == nil)
      #expect(tree.hops(to: node) == path.hops)
      #expect(tree.distance(to: node) == path.length)
      #expect(tree.reached.contains(node))
      let next = isOutward ? path.nodes.dropLast().last : path.nodes.dropFirst().first
      #expect(tree.parent(of: node) == next)
    }
    #expect(tree.reached.first == tree.root)
    #expect(Set(tree.reached).count == tree.reached.count)
    let hops = tree.reached.compactMap { tree.hops(to: $0) }
    #expect(hops == hops.sorted())
  }

  @Test func itsAnswersAgreeWithEachOther() throws {
    // Quarters add up without rounding, in whichever order they are added.
    let some = GraphFamilies.smallWeighted.enumerated().filter { $0.offset.isMultiple(of: 7) }
    for graph in some.map(\.element) + GraphFamilies.ladder
      + GraphFamilies.random(count: 30, seed: 902, isWeighted: true)
    {
      let weights = graph.edges.map { $0.weight ?? 1 }
      for root in graph.nodes {
        for direction in Graph.Direction.allCases {
          expectSound(
            graph.breadthFirst(from: root, direction: direction), in: graph, lengths: nil)
          let tree = try graph.shortestPaths(from: root, lengths: .weights, direction: direction)
          expectSound(tree, in: graph, lengths: weights)
        }
      }
    }
  }

  @Test func aPathWithoutDirectionIsReadFromEitherEnd() {
    // By hand: 0 - 1 - 2 - 3.
    let graph = GraphFamilies.make(4, [(1, 0), (1, 2), (3, 2)], isDirected: false)
    let outward = graph.breadthFirst(from: 0)
    #expect(outward.path(to: 3)?.nodes == [0, 1, 2, 3])
    #expect(outward.path(to: 3)?.edges == [0, 1, 2])
    #expect(outward.path(to: 0)?.nodes == [0])
    #expect(outward.parent(of: 0) == nil)
    let inward = graph.breadthFirst(from: 0, direction: .inward)
    #expect(inward.path(to: 3)?.nodes == [3, 2, 1, 0])
    #expect(inward.path(to: 3)?.edges == [2, 1, 0])
  }
}
