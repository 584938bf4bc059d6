import GraphCore
import TestSupport
import Testing

/// Nodes grouped by a relation that holds both ways, each group ascending, groups by smallest node.
private func groups(_ count: Int, joined: (Int, Int) -> Bool) -> [[Int]] {
  var groups: [[Int]] = []
  for node in 0..<count {
    if let index = groups.firstIndex(where: { joined($0[0], node) }) {
      groups[index].append(node)
    } else {
      groups.append([node])
    }
  }
  return groups
}

@Suite struct ComponentsTests {
  @Test func weakComponentsAgreeWithTransitiveClosure() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 1...20, seed: 11)
    {
      let reach = GraphTable(graph.asUndirected()).reach()
      let found = graph.weakComponents()
      #expect(found.members == groups(graph.nodeCount) { reach[$0][$1] })
      for (label, members) in found.members.enumerated() {
        #expect(members.allSatisfy { found.labels[$0] == label })
      }
    }
  }

  @Test func strongComponentsAgreeWithTransitiveClosure() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 1...20, seed: 12)
    {
      let reach = GraphTable(graph).reach()
      let found = graph.strongComponents()
      #expect(found.members == groups(graph.nodeCount) { reach[$0][$1] && reach[$1][$0] })
      #expect(graph.reversed().strongComponents() == found)
    }
  }

  @Test func theLargestIsTheFirstOfTheLargest() {
    let graph = GraphFamilies.make(6, [(4, 5), (1, 2)], isDirected: false)
    #expect(graph.weakComponents().largest == [1, 2])
    #expect(graph.weakComponents().count == 4)
    #expect(graph.weakComponents().joins(4, 5))
    #expect(!graph.weakComponents().joins(0, 5))
    #expect(GraphFamilies.ladder[0].weakComponents().largest == nil)
  }

  @Test func aDeepGraphNeedsNoRecursion() {
    let count = 100_000
    let ring = GraphFamilies.make(
      count, (0..<count).map { ($0, ($0 + 1) % count) }, isDirected: true)
    #expect(ring.strongComponents().count == 1)
    let path = GraphFamilies.make(count, (1..<count).map { ($0 - 1, $0) }, isDirected: true)
    #expect(path.strongComponents().count == count)
    #expect(path.weakComponents().count == 1)
  }
}
