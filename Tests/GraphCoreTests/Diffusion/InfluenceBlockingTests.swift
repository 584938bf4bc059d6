import TestSupport
import Testing

@testable import GraphCore

@Suite struct InfluenceBlockingTests {
  /// How many nodes are active in all worlds together, by search of each.
  private func total(
    _ graph: Graph, _ worlds: [LiveWorld], from seeds: [Int], without nodes: [Int],
    withoutEdges edges: [Int]
  ) -> Int {
    worlds.reduce(0) { sum, world in
      var found = Set(seeds)
      var isGrowing = true
      while isGrowing {
        isGrowing = false
        for (index, edge) in graph.edges.enumerated() where !edges.contains(index) {
          for (tail, head) in [(edge.tail, edge.head), (edge.head, edge.tail)]
          where found.contains(tail) && !found.contains(head) && !nodes.contains(head)
            && (!graph.isDirected || head == edge.head)
            && world.carries(Int32(index), into: Int32(head))
          {
            found.insert(head)
            isGrowing = true
          }
        }
      }
      return sum + found.count
    }
  }

  @Test func eachIsTheBestSingleOneByTryingAll() throws {
    let graphs =
      ExpectedSpreadTests.tried
      + GraphFamilies.random(count: 20, nodes: 5...9, seed: 851).map { graph in
        (graph, graph.edges.indices.map { Double(($0 * 3 + 4) % 10) / 10 })
      }
    for (graph, chances) in graphs {
      for model in [
        Graph.SpreadModel.independentCascade(probabilities: chances), .linearThreshold(),
      ] {
        let options = Graph.InfluenceOptions(model: model, samples: 20, seed: 3)
        let rule = try SpreadRule(graph, model)
        let worlds = try LiveWorld.drawn(20, rule, seed: 3, Execution(threads: 1))
        let seeds = [0, graph.nodeCount / 2]
        for edges in [false, true] {
          let found =
            edges
            ? try graph.blockingEdges(3, from: seeds, options)
            : try graph.blockingNodes(3, from: seeds, options)
          var gone: [Int] = []
          func left(_ more: [Int]) -> Int {
            total(
              graph, worlds, from: seeds, without: edges ? [] : more,
              withoutEdges: edges ? more : [])
          }
          #expect(found.spreads[0] == Double(left([])) / 20)
          while gone.count < 3 {
            let candidates = edges ? Array(graph.edges.indices) : Array(graph.nodes)
            let open = candidates.filter { !gone.contains($0) && (edges || !seeds.contains($0)) }
            guard let best = open.min(by: { (left(gone + [$0]), $0) < (left(gone + [$1]), $1) }),
              left(gone + [best]) < left(gone)
            else { break }
            gone.append(best)
            #expect(found.spreads[gone.count] == Double(left(gone)) / 20)
          }
          #expect(found.removed == gone, "\(edges) \(seeds) \(Array(graph.edges))")
        }
      }
    }
  }

  @Test func theOnlyWayIsBlockedFirst() throws {
    // Two paths of two from 0 to 3, and all else behind 3.
    let graph = GraphFamilies.make(
      7, [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (4, 5), (4, 6)], isDirected: true)
    let nodes = try graph.blockingNodes(2, from: [0], .init(samples: 1))
    #expect(nodes.removed == [3, 1])
    #expect(nodes.spreads == [7, 3, 2])
    let edges = try graph.blockingEdges(1, from: [0], .init(samples: 1))
    #expect(edges.removed == [4])
    #expect(edges.spreads == [7, 4])
  }

  @Test func oneThreadAndManyAgree() throws {
    let graph = NamedNetwork.karateClub.graph
    let model = Graph.SpreadModel.independentCascade(probabilities: graph.edges.map { _ in 0.2 })
    let one = try graph.blockingNodes(
      3, from: [0], .init(model: model, samples: 100, execution: .init(threads: 1)))
    #expect(
      try graph.blockingNodes(
        3, from: [0], .init(model: model, samples: 100, execution: .init(threads: 3))) == one)
    #expect(throws: GraphError.self) { try graph.blockingNodes(-1, from: [0]) }
    #expect(throws: GraphError.self) { try graph.blockingEdges(1, from: [0], .init(samples: 0)) }
  }
}
