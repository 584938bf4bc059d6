import GraphCore
import TestSupport
import Testing

@Suite struct GroupReachTests {
  @Test func agreesWithTheTableOfDistances() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, seed: 491)
    {
      for group in [[], [0], [1, 2], [3, 0, 3]] where group.allSatisfy(graph.nodes.contains) {
        for direction in Graph.Direction.allCases {
          let table = GraphTable(direction == .outward ? graph : graph.reversed())
          let distances = table.distances(from: group)
          let n = Double(graph.nodeCount)
          for hops in 0...2 {
            let found = Double(distances.filter { $0 <= Double(hops) }.count)
            #expect(
              largestDifference(
                [graph.groupReach(of: group, hops: hops, direction: direction)],
                [n > 0 ? found / n : nil]) < 1e-12)
          }
          let sum = distances.reduce(0) { $0 + ($1 == 0 ? 1 : 1 / $1) }
          #expect(
            largestDifference(
              [graph.groupDistanceReach(of: group, direction: direction)],
              [n > 0 ? sum / n : nil]) < 1e-12)
        }
      }
    }
  }

  @Test func aDominatingSetReachesAll() {
    let graph = GraphFamilies.make(6, [(0, 1), (0, 2), (3, 4), (3, 5)], isDirected: false)
    #expect(graph.groupReach(of: [0, 3]) == 1)
    #expect(graph.groupDistanceReach(of: [0, 3]) == 1)
    #expect(graph.groupReach(of: [0]) == 0.5)
  }
}
