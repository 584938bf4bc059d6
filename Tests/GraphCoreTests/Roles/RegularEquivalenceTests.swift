import GraphCore
import TestSupport
import Testing

@Suite struct RegularEquivalenceTests {
  /// Of all stable divisions, every one divides the one that was found, which is stable itself.
  @Test func isTheCoarsestOfAllStableDivisions() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 30, nodes: 5...6, seed: 1_021)
    {
      let table = GraphTable(graph)
      for counting in [false, true] {
        let found = counting ? try graph.equitableClasses() : try graph.regularClasses()
        let stable = table.stableDivisions(counting: counting)
        #expect(stable.contains(found.labels))
        for other in stable {
          for first in graph.nodes {
            for second in 0..<first where other[first] == other[second] {
              #expect(found.labels[first] == found.labels[second])
            }
          }
        }
      }
    }
  }

  @Test func classesToBeginWithStayApart() throws {
    let ring = try Graph.cycle(nodeCount: 6, isDirected: false)
    #expect(try ring.regularClasses().count == 1)
    // Seen from one node, the ring has four distances.
    #expect(try ring.equitableClasses(from: [5, 7, 7, 7, 7, 7]).labels == [0, 1, 2, 3, 2, 1])
    #expect(try ring.regularClasses(from: [1, 1, 1, 0, 0, 0]).labels == [0, 1, 0, 2, 3, 2])
    #expect(throws: GraphError.wrongCount(of: "groups", expected: 6, actual: 2)) {
      try ring.regularClasses(from: [0, 1])
    }
  }
}
