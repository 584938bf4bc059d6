import GraphCore
import TestSupport
import Testing

@Suite struct RumorCentralityTests {
  /// In how many orders the nodes of a tree can be reached from one, by trying all.
  private func orders(_ tree: Graph, from root: Int) -> Int {
    func count(_ reached: Set<Int>) -> Int {
      let next = Set(reached.flatMap { tree.outNeighbors(of: $0).map(\.node) }).subtracting(reached)
      if next.isEmpty { return 1 }
      return next.reduce(0) { $0 + count(reached.union([$1])) }
    }
    return count([root])
  }

  @Test func countsTheOrdersOnTrees() throws {
    var generator = SeededGenerator(seed: 5)
    for size in 1...7 {
      for _ in 0..<6 {
        let pairs = (1..<max(size, 1)).map { (Int.random(in: 0..<$0, using: &generator), $0) }
        let tree = GraphFamilies.make(size, pairs, isDirected: false)
        let found = try tree.rumorSource(reached: Array(tree.nodes))
        let counts = tree.nodes.map { orders(tree, from: $0) }
        #expect(found.isExact)
        for node in tree.nodes {
          // e^x by its series, which is enough for factorials of seven.
          let logarithm = try #require(found.logarithms[node])
          var (term, sum) = (1.0, 1.0)
          for step in 1...60 {
            term *= logarithm / Double(step)
            sum += term
          }
          #expect(abs(sum - Double(counts[node])) < 1e-9 * Double(counts[node]))
        }
        let best = counts.max() ?? 0
        #expect(found.source == counts.firstIndex(of: best))
      }
    }
  }

  @Test func otherGraphsAreScoredInTheTreesOfBreadthFirstSearch() throws {
    for graph in GraphFamilies.random(count: 40, nodes: 3...7, seed: 871) {
      let reached = graph.weakComponents().largest ?? []
      let found = try graph.rumorSource(reached: reached)
      var best: (node: Int, count: Int)?
      for root in reached {
        // The tree: each node hangs from the smallest neighbour of the level before, in the order in
        // which that level was found.
        let hops = SlowHops(graph.asUndirected()).hops
        var order = [root]
        var pairs: [(Int, Int)] = []
        var next = 0
        while next < order.count {
          let node = order[next]
          next += 1
          for other in graph.nodes
          where hops[node][other] == 1 && !order.contains(other) {
            pairs.append((node, other))
            order.append(other)
          }
        }
        let tree = GraphFamilies.make(graph.nodeCount, pairs, isDirected: false)
        let count = orders(tree, from: root)
        let logarithm = try #require(found.logarithms[root])
        #expect(abs(logarithm - Self.logarithm(count)) < 1e-9)
        if count > best?.count ?? 0 { best = (root, count) }
      }
      #expect(found.source == best?.node)
    }
  }

  /// The logarithm of a whole number as a sum over its prime factors and a series for each.
  private static func logarithm(_ number: Int) -> Double {
    // ln(k / (k - 1)) = 2 artanh(1 / (2 k - 1)).
    (2...max(number, 2)).reduce(0) { sum, k in
      guard k <= number else { return sum }
      let ratio = 1 / Double(2 * k - 1)
      var (power, part) = (ratio, 0.0)
      for step in 0..<20 {
        part += power / Double(2 * step + 1)
        power *= ratio * ratio
      }
      return sum + 2 * part
    }
  }

  @Test func onAPathItIsTheMiddleAndPartsHaveNone() throws {
    let path = GraphFamilies.make(6, [(0, 1), (1, 2), (2, 3), (3, 4)], isDirected: true)
    #expect(try path.rumorSource(reached: [4, 3, 2, 1, 0]).source == 2)
    #expect(try path.rumorSource(reached: [1, 2]).source == 1)
    let apart = try path.rumorSource(reached: [0, 5])
    #expect(apart.source == nil)
    #expect(apart.logarithms.undefinedBecause == "the reached nodes are not connected")
    #expect(try path.rumorSource(reached: []).logarithms.undefinedBecause == "no node was reached")
    #expect(try path.rumorSource(reached: [3]).logarithms[3] == 0)
    #expect(try path.rumorSource(reached: [3]).logarithms[2] == nil)
  }
}
