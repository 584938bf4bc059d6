import GraphCore
import TestSupport
import Testing

@Suite struct RandomRemovalTests {
  @Test func comesToTheMeanOverAllSets() throws {
    for graph in GraphFamilies.ladder + GraphFamilies.random(count: 8, nodes: 3...6, seed: 711) {
      let found = try graph.randomRemoval(samples: 600, seed: 5)
      #expect(found.largestShares.count == (graph.nodeCount > 0 ? graph.nodeCount + 1 : 0))
      let table = GraphTable(graph)
      for (gone, share) in found.largestShares.enumerated() {
        // After q removals every set of q nodes is as likely.
        let all = table.sets(of: gone).map {
          Double(SlowRobustness.largest(graph, without: $0)) / Double(graph.nodeCount)
        }
        let mean = all.reduce(0, +) / Double(all.count)
        let variance = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count)
        #expect(abs(share - mean) <= 4 * (variance / 600).squareRoot() + 1e-12)
        #expect(abs(found.deviations[gone] - variance.squareRoot()) < 0.05)
      }
      #expect(found.robustness.count == (graph.nodeCount > 0 ? 600 : 0))
    }
  }

  @Test func edgesComeToTheMeanOverAllSets() throws {
    for graph in GraphFamilies.random(count: 12, nodes: 3...6, seed: 712)
    where (1...7).contains(graph.edgeCount) {
      let found = try graph.randomEdgeRemoval(samples: 600, seed: 5)
      #expect(found.largestShares.count == graph.edgeCount + 1)
      for (gone, share) in found.largestShares.enumerated() {
        // After q removals every set of q edges is as likely.
        var sets: [[Int]] = [[]]
        for edge in graph.edges.indices { sets += sets.map { $0 + [edge] } }
        let all = sets.filter { $0.count == gone }.map {
          Double(SlowRobustness.largest(graph, withoutEdges: $0)) / Double(graph.nodeCount)
        }
        let mean = all.reduce(0, +) / Double(all.count)
        let variance = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count)
        #expect(abs(share - mean) <= 4 * (variance / 600).squareRoot() + 1e-12)
        #expect(abs(found.deviations[gone] - variance.squareRoot()) < 0.05)
      }
      #expect(found.robustness.count == 600)
    }
    for graph in GraphFamilies.ladder where graph.edgeCount == 0 {
      let found = try graph.randomEdgeRemoval(samples: 3)
      #expect(found.largestShares.count == (graph.nodeCount > 0 ? 1 : 0))
      #expect(found.robustness.isEmpty)
    }
  }

  @Test func oneThreadAndManyAgree() throws {
    let graph = NamedNetwork.karateClub.graph
    let one = try graph.randomRemoval(samples: 100, seed: 9, execution: .init(threads: 1))
    #expect(try graph.randomRemoval(samples: 100, seed: 9, execution: .init(threads: 3)) == one)
    #expect(throws: GraphError.self) { try graph.randomRemoval(samples: 0) }
    let edges = try graph.randomEdgeRemoval(samples: 100, seed: 9, execution: .init(threads: 1))
    #expect(
      try graph.randomEdgeRemoval(samples: 100, seed: 9, execution: .init(threads: 3)) == edges)
    #expect(throws: GraphError.self) { try graph.randomEdgeRemoval(samples: 0) }
  }
}
