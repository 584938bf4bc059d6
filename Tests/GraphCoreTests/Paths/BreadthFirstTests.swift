import GraphCore
import TestSupport
import Testing

@Suite struct BreadthFirstTests {
  @Test func agreesWithEnumeratedPaths() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 30, nodes: 1...7, seed: 4)
    {
      let table = GraphTable(graph)
      for root in graph.nodes {
        let tree = graph.breadthFirst(from: root)
        for node in graph.nodes {
          let best = table.rankedPaths(from: root, to: node, weighted: false).first
          #expect(tree.path(to: node)?.nodes == best?.nodes)
          #expect(tree.path(to: node)?.edges == best?.edges)
          #expect(tree.hops(to: node) == best.map { $0.nodes.count - 1 })
          #expect(tree.distance(to: node) == best?.length)
        }
        #expect(Set(tree.reached) == Set(graph.nodes.filter { tree.hops(to: $0) != nil }))
      }
    }
  }

  @Test func inwardIsOutwardOnTheReversedGraph() {
    for graph in GraphFamilies.random(count: 40, seed: 5) {
      for root in graph.nodes {
        let inward = graph.breadthFirst(from: root, direction: .inward)
        let turned = graph.reversed().breadthFirst(from: root)
        for node in graph.nodes {
          #expect(inward.path(to: node)?.nodes == turned.path(to: node)?.nodes.reversed())
        }
      }
    }
  }

  @Test func aLimitCutsTheTreeAtThatLevel() {
    for graph in GraphFamilies.random(count: 20, seed: 6) {
      let whole = graph.breadthFirst(from: 0)
      for limit in 0...4 {
        let tree = graph.breadthFirst(from: 0, maximumHops: limit)
        for node in graph.nodes {
          let hops = whole.hops(to: node)
          #expect(tree.hops(to: node) == hops.flatMap { $0 <= limit ? $0 : nil })
        }
      }
    }
  }

  @Test func aPathOfAHundredThousandNodesIsWalked() {
    let count = 100_000
    let graph = GraphFamilies.make(
      count, (1..<count).map { ($0 - 1, $0) }, isDirected: true)
    #expect(graph.breadthFirst(from: 0).hops(to: count - 1) == count - 1)
  }
}
