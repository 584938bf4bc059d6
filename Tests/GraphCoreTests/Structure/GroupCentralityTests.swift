import GraphCore
import TestSupport
import Testing

@Suite struct GroupCentralityTests {
  static let groups: [[Int]] = [[], [0], [1, 2], [3, 0, 3], [0, 1, 2, 3]]

  @Test func degreeAgreesWithTheMatrix() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, seed: 511)
    {
      let matrix = GraphTable(graph).matrix(weighted: false)
      for group in Self.groups where group.allSatisfy(graph.nodes.contains) {
        let others = graph.nodes.filter { !group.contains($0) }
        for kind in Graph.DegreeKind.allCases {
          let count = others.filter { other in
            group.contains { member in
              (kind != .incoming && matrix[member][other] > 0)
                || (kind != .outgoing && matrix[other][member] > 0)
            }
          }.count
          let isDefined = !group.isEmpty && !others.isEmpty
          let raw = graph.groupDegree(of: group, kind, isNormalized: false)
          #expect(raw.value == (isDefined ? Double(count) : nil))
          let share = graph.groupDegree(of: group, kind)
          #expect(share.value == (isDefined ? Double(count) / Double(others.count) : nil))
        }
      }
    }
  }

  @Test func closenessAgreesWithTheTableOfDistances() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, seed: 512, isWeighted: true)
    {
      for weighted in [false, true] {
        let table = GraphTable(graph).distances(weighted: weighted)
        for group in Self.groups where group.allSatisfy(graph.nodes.contains) {
          let others = graph.nodes.filter { !group.contains($0) }
          let near = others.map { other in group.map { table[other][$0] }.min() ?? .infinity }
            .filter(\.isFinite)
          let r = Double(near.count)
          let expected: Double? =
            group.isEmpty || others.isEmpty
            ? nil : near.isEmpty ? 0 : r * r / (Double(others.count) * near.reduce(0, +))
          let options = Graph.DistanceOptions(lengths: weighted ? .weights : .hops)
          let found = try graph.groupCloseness(of: group, options)
          #expect(largestDifference([found.value], [expected]) < 1e-12)
        }
      }
    }
  }

  @Test func betweennessAgreesWithAllShortestPaths() throws {
    for graph in GraphFamilies.small.filter({ !$0.isDirected || $0.edgeCount % 3 == 0 })
      + GraphFamilies.ladder
      + GraphFamilies.random(count: 40, nodes: 1...7, seed: 513, isWeighted: true)
    {
      let table = GraphTable(graph)
      for weighted in graph.isWeighted ? [false, true] : [false] {
        for group in Self.groups where group.allSatisfy(graph.nodes.contains) {
          let others = graph.nodes.filter { !group.contains($0) }
          var sum = 0.0
          for tail in others {
            for head in others where head != tail {
              let paths = table.shortestPaths(from: tail, to: head, weighted: weighted)
              let through = paths.filter { path in path.nodes.contains { group.contains($0) } }
              if !paths.isEmpty { sum += Double(through.count) / Double(paths.count) }
            }
          }
          if !graph.isDirected { sum /= 2 }
          let found = try graph.groupBetweenness(
            of: group, lengths: weighted ? .weights : .hops, isNormalized: false)
          let isDefined = !group.isEmpty && !others.isEmpty
          #expect(largestDifference([found.value], [isDefined ? sum : nil]) < 1e-9)
        }
      }
    }
  }

  @Test func aGroupOfOneIsANode() throws {
    for graph in GraphFamilies.random(count: 30, nodes: 3...20, seed: 514) {
      let betweenness = try graph.betweenness()
      let closeness = try graph.closeness()
      for node in graph.nodes {
        let between = try graph.groupBetweenness(of: [node])
        #expect(largestDifference([between.value], [betweenness[node]]) < 1e-12)
        let near = try graph.groupCloseness(of: [node])
        #expect(largestDifference([near.value], [closeness[node]]) < 1e-12)
      }
    }
  }

  @Test func oneThreadAndManyAgree() throws {
    for graph in GraphFamilies.random(count: 10, nodes: 30...60, seed: 515) {
      let one = try graph.groupBetweenness(of: [1, 5, 7], execution: .init(threads: 1))
      #expect(try one == graph.groupBetweenness(of: [7, 5, 1, 1], execution: .init(threads: 6)))
    }
  }

  /// group_degree_centrality, group_closeness_centrality and group_betweenness_centrality of
  /// NetworkX 3.6.1 on Krackhardt's kite.
  @Test(
    arguments: [
      ([0, 1], 0.625, 0.5714285714285714, 0.0),
      ([3, 7], 0.875, 0.8888888888888888, 0.5595238095238094),
      ([5, 6], 0.75, 0.7272727272727273, 0.5357142857142859),
      ([2, 8, 9], 0.5714285714285714, 0.7, 0.0),
      ([3, 5, 6, 7], 0.8333333333333334, 0.8571428571428571, 0.6666666666666666),
    ] as [([Int], Double, Double, Double)])
  func agreesWithNetworkX(
    group: [Int], degree: Double, closeness: Double, betweenness: Double
  ) throws {
    let kite = GraphFamilies.make(
      10,
      [
        (0, 1), (0, 2), (0, 3), (0, 5), (1, 3), (1, 4), (1, 6), (2, 3), (2, 5), (3, 4), (3, 5),
        (3, 6), (4, 6), (5, 6), (5, 7), (6, 7), (7, 8), (8, 9),
      ], isDirected: false)
    #expect(kite.groupDegree(of: group).value == degree)
    #expect(largestDifference([try kite.groupCloseness(of: group).value], [closeness]) < 1e-12)
    #expect(largestDifference([try kite.groupBetweenness(of: group).value], [betweenness]) < 1e-12)
  }
}
