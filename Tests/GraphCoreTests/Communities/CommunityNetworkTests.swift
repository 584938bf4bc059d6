import TestSupport
import Testing

@testable import GraphCore

@Suite struct CommunityNetworkTests {
  private static let graphs =
    GraphFamilies.ladder
    + GraphFamilies.random(count: 40, nodes: 1...12, seed: 446, isWeighted: true)

  /// By two nodes, the weight of their row entries.
  private func weights(_ network: CommunityNetwork) -> [[Double]] {
    var table = (0..<network.nodeCount).map { _ in
      [Double](repeating: 0, count: network.nodeCount)
    }
    network.withRows { rows in
      for node in 0..<network.nodeCount {
        for entry in rows.row(node) { table[node][rows.target(entry)] += rows.weight(entry) }
      }
    }
    return table
  }

  /// By two different groups, the weight of all edges between them, whatever their direction.
  private func expected(_ graph: Graph, _ groups: [Int], _ count: Int) -> [[Double]] {
    var table = (0..<count).map { _ in [Double](repeating: 0, count: count) }
    for edge in graph.edges {
      let (tail, head) = (groups[edge.tail], groups[edge.head])
      guard tail != head else { continue }
      table[tail][head] += edge.weight ?? 1
      table[head][tail] += edge.weight ?? 1
    }
    return table
  }

  @Test func rowsHoldTheEdgesBetweenGroups() throws {
    var generator = SeededGenerator(seed: 447)
    for graph in Self.graphs {
      let network = try CommunityNetwork(graph, Graph.CommunityOptions(usesWeights: true))
      #expect(weights(network) == expected(graph, Array(graph.nodes), graph.nodeCount))
      let groups = DenseLabels(
        graph.nodes.map { _ in Int32.random(in: 0..<Int32(graph.nodeCount), using: &generator) })
      let names = groups.labels.map(Int.init)
      for workers in [1, 3] {
        let joined = network.joined(by: groups, workers: workers)
        #expect(weights(joined) == expected(graph, names, groups.count))
        // What the nodes of a group have together.
        for group in 0..<groups.count {
          let mass = graph.nodes.filter { names[$0] == group }.reduce(0) {
            $0 + network.outMass[$1]
          }
          #expect(joined.outMass[group] == mass)
        }
      }
    }
  }

  /// What nodes gain together by a division, over the number of ends, is its modularity but for what each node is
  /// to itself: from the definition, for two divisions of which one has all nodes apart.
  @Test func gainsAddUpToModularity() throws {
    for graph in Self.graphs where graph.edgeCount > 0 {
      let network = try CommunityNetwork(graph, Graph.CommunityOptions(usesWeights: true))
      let table = GraphTable(graph)
      func modularity(_ groups: [Int]) -> Double? {
        table.modularity(of: groups, resolution: 1, weighted: true, isDirected: graph.isDirected)
      }
      let groups = graph.nodes.map { $0 % 3 }
      guard let all = modularity(groups), let apart = modularity(Array(graph.nodes)) else {
        continue
      }
      let ties = weights(network)
      var gain = 0.0
      for first in graph.nodes {
        for second in 0..<first where groups[first] == groups[second] {
          let (one, other) = (network.outMass[first], network.outMass[second])
          let cost =
            network.inMass.map { (one * $0[second] + $0[first] * other) / 2 } ?? one * other
          gain += ties[first][second] - network.coupling * cost
        }
      }
      let total = graph.edges.reduce(0) { $0 + ($1.weight ?? 1) }
      #expect(abs(gain / total - (all - apart)) < 1e-9)
    }
  }
}
