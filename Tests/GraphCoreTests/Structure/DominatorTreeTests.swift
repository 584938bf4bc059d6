import GraphCore
import TestSupport
import Testing

@Suite struct DominatorTreeTests {
  static let graphs =
    GraphFamilies.small + GraphFamilies.ladder
    + GraphFamilies.random(count: 80, nodes: 1...9, seed: 901)

  /// A node dominates another if without it the other is not reached.
  @Test func agreesWithTakingNodesAway() {
    for graph in Self.graphs where graph.nodeCount > 0 {
      let table = GraphTable(graph)
      let found = graph.dominatorTree(from: 0)
      for node in graph.nodes {
        guard table.reaches(0, node, without: []) else {
          #expect(found.dominators(of: node) == [])
          continue
        }
        let expected = graph.nodes.filter { other in
          other == node || other == 0 || !table.reaches(0, node, without: [other])
        }
        #expect(found.dominators(of: node).sorted() == expected)
        #expect(found.dominators(of: node).last == 0)
      }
      #expect(
        graph.reversed().dominatorTree(from: 0, direction: .inward).immediate == found.immediate)
    }
  }

  @Test func frontiersAreWhereDominanceEnds() {
    for graph in Self.graphs where graph.nodeCount > 0 {
      let steps = GraphTable(graph).steps
      let tree = graph.dominatorTree(from: 0)
      let dominators = graph.nodes.map { tree.dominators(of: $0) }
      let found = graph.dominanceFrontiers(from: 0)
      for node in graph.nodes {
        let expected = graph.nodes.filter { end in
          guard !dominators[end].isEmpty else { return false }
          let isStrict = node != end && dominators[end].contains(node)
          return !isStrict
            && graph.nodes.contains { !steps[$0][end].isEmpty && dominators[$0].contains(node) }
        }
        #expect(found[node] == expected)
      }
    }
  }

  /// NetworkX 3.6.1 (`immediate_dominators`) from node 78 of the Islamic State network: 63 nodes
  /// are reached, those that are not dominated by the root alone are listed.
  @Test func agreesWithNetworkX() throws {
    let graph = try ReferenceNetwork.named("ise_typed_nov13")
    let tree = graph.dominatorTree(from: 78)
    #expect(tree.immediate.count { $0 != nil } == 63)
    let inner: [Int: [Int]] = [
      4: [10, 13, 14, 22, 31, 32, 38, 39, 59, 61, 62, 68, 81, 86, 87, 90, 112, 120, 126, 133],
      33: [20, 91, 92, 95, 99, 106, 119, 122, 125, 127, 128], 45: [22], 47: [45], 46: [47],
      31: [89, 107], 65: [94, 115], 64: [97, 100, 105, 116], 14: [102], 20: [108], 68: [118],
      59: [131],
    ]
    for (parent, children) in inner where ![4].contains(parent) {
      for child in children { #expect(tree.immediate[child] == parent) }
    }
    for child in inner[4] ?? [] where child != 22 { #expect(tree.immediate[child] == 4) }
    #expect(tree.immediate.count { $0 == 78 } == 18)
  }
}
