import GraphCore
import TestSupport
import Testing

@Suite struct ProjectionTests {
  @Test func weightsFollowFromThePairs() throws {
    var generator = SeededGenerator(seed: 891)
    for isDirected in [true, false] {
      for _ in 0..<40 {
        let side = [0, 1, 2, 3, 4].shuffled(using: &generator).prefix(4).map(\.self)
        let pairs = (0..<14).map { _ in
          (Int.random(in: 0..<5, using: &generator), Int.random(in: 5..<9, using: &generator))
        }.filter { side.contains($0.0) }.map { Bool.random(using: &generator) ? $0 : ($0.1, $0.0) }
        let graph = GraphFamilies.make(9, pairs, isDirected: isDirected)
        let table = GraphTable(graph)
        let near = graph.nodes.map { node in Set(graph.nodes.filter { table.isJoined(node, $0) }) }
        for weight in Graph.ProjectionWeight.allCases {
          let found = try graph.projection(onto: side, weight: weight)
          #expect(found.nodes == side.sorted())
          var weights: [[Int]: Double] = [:]
          for edge in found.graph.edges {
            weights[[found.nodes[edge.tail], found.nodes[edge.head]]] = edge.weight
          }
          for first in side {
            for second in side where second > first {
              let shared = near[first].intersection(near[second])
              let expected: Double =
                switch weight {
                case .shared: Double(shared.count)
                case .collaboration:
                  shared.reduce(0) { $0 + 1 / Double(near[$1].count - 1) }
                case .jaccard:
                  Double(shared.count) / Double(near[first].union(near[second]).count)
                }
              if shared.isEmpty {
                #expect(weights[[first, second]] == nil)
              } else {
                #expect(largestDifference([weights[[first, second]]], [expected]) < 1e-12)
              }
            }
          }
        }
      }
    }
  }

  /// Davis's women: sums of weights, and those of the first two women, in NetworkX 3.6.1
  /// (`weighted_projected_graph`, `collaboration_...`, `overlap_...`).
  @Test func agreesWithNetworkX() throws {
    let graph = NamedNetwork.southernWomen.graph
    let expected: [(Graph.ProjectionWeight, Double, Double)] = [
      (.shared, 322, 6), (.collaboration, 44.5, 1.5626373626373624),
      (.jaccard, 44.33015040515039, 0.6666666666666666),
    ]
    for (weight, sum, first) in expected {
      let found = try graph.projection(onto: 0..<18, weight: weight).graph
      #expect(found.edgeCount == 139)
      #expect(abs(found.edges.reduce(0) { $0 + ($1.weight ?? 0) } - sum) < 1e-10)
      #expect(largestDifference([found.edges[0].weight], [first]) < 1e-14)
    }
  }

  @Test func aTieWithinTheSideIsRefused() throws {
    let graph = GraphFamilies.make(4, [(0, 2), (3, 1), (0, 1)], isDirected: false)
    #expect(throws: GraphError.edgeWithinSide(edge: 2)) { try graph.projection(onto: [0, 1]) }
    let loop = GraphFamilies.make(1, [(0, 0)], isDirected: false)
    #expect(throws: GraphError.edgeWithinSide(edge: 0)) { try loop.projection(onto: [0]) }
  }
}
