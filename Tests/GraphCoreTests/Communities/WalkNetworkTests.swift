import TestSupport
import Testing

@testable import GraphCore

@Suite struct WalkNetworkTests {
  private static let graphs =
    GraphFamilies.ladder
    + GraphFamilies.random(count: 40, nodes: 1...10, seed: 458, isWeighted: true)

  /// Without direction the walk is at a node as often as its share of all ends of edges, and goes along an edge as
  /// often each way as its share of them: the closed form of the stationary walk.
  @Test func undirectedFlowIsTheShareOfEnds() throws {
    for graph in Self.graphs where !graph.isDirected {
      let walk = try WalkNetwork(graph, Graph.InfomapOptions(usesWeights: true))
      var ends = [Double](repeating: 0, count: graph.nodeCount)
      for edge in graph.edges {
        ends[edge.tail] += edge.weight ?? 1
        if edge.head != edge.tail { ends[edge.head] += edge.weight ?? 1 }
      }
      let total = ends.reduce(0, +)
      #expect(walk.hasFlow == (total > 0))
      for node in graph.nodes {
        #expect(abs(walk.visits[node] - (total > 0 ? ends[node] / total : 0)) < 1e-12)
        let out = walk.out.row(node).reduce(0) { $0 + walk.out.flows[$1] }
        let away = graph.edges.filter { ($0.tail == node) != ($0.head == node) }
          .reduce(0) { $0 + ($1.weight ?? 1) }
        #expect(abs(out - (total > 0 ? away / total : 0)) < 1e-12)
      }
    }
  }

  /// With recorded leaps a node is visited as often as flow and leaps arrive there: the equation of PageRank.
  @Test func directedFlowArrivesAsOftenAsItIsThere() throws {
    for graph in Self.graphs where graph.isDirected && graph.nodeCount > 0 {
      let walk = try WalkNetwork(
        graph, Graph.InfomapOptions(teleportation: .recorded, usesWeights: true))
      let into = try #require(walk.into)
      let leaps = walk.leaps.reduce(0, +)
      for node in graph.nodes {
        let arriving = into.row(node).reduce(0) { $0 + into.flows[$1] }
        let leaving = walk.out.row(node).reduce(0) { $0 + walk.out.flows[$1] }
        // A loop is no flow between nodes; what stays is what neither leaves nor leaps.
        let stays = walk.visits[node] - leaving - walk.leaps[node]
        #expect(abs(arriving + stays + leaps * walk.landing[node] - walk.visits[node]) < 1e-9)
      }
      #expect(abs(walk.visits.reduce(0, +) - 1) < 1e-9)
    }
  }

  /// Joined by groups and cut between them, flows are those of the edges between groups and inside.
  @Test func groupsAddUp() throws {
    for graph in Self.graphs {
      let walk = try WalkNetwork(graph, Graph.InfomapOptions(usesWeights: true))
      let groups = DenseLabels(graph.nodes.map { Int32($0 % 3) })
      func flow(_ rows: WalkNetwork.Rows, _ node: Int, _ isCounted: (Int) -> Bool) -> Double {
        rows.row(node).filter { isCounted(Int(rows.targets[$0])) }.reduce(0) { $0 + rows.flows[$1] }
      }
      let (joined, cut) = (walk.joined(by: groups), walk.cut(between: groups.labels))
      for first in 0..<groups.count {
        let members = graph.nodes.filter { Int(groups.labels[$0]) == first }
        #expect(abs(joined.visits[first] - members.reduce(0) { $0 + walk.visits[$1] }) < 1e-12)
        for second in 0..<groups.count {
          let between = members.reduce(0) { sum, node in
            sum + flow(walk.out, node) { first != second && Int(groups.labels[$0]) == second }
          }
          #expect(abs(flow(joined.out, first) { $0 == second } - between) < 1e-12)
        }
        for node in members {
          let inside = flow(walk.out, node) { Int(groups.labels[$0]) == first }
          #expect(abs(flow(cut.out, node) { _ in true } - inside) < 1e-12)
        }
      }
    }
  }
}
