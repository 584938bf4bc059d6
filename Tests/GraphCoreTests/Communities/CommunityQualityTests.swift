import GraphCore
import TestSupport
import Testing

@Suite struct CommunityQualityTests {
  @Test func agreesWithSumsOverAllPairs() throws {
    var generator = SeededGenerator(seed: 331)
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 80, seed: 332, isWeighted: true)
    {
      let groups = graph.nodes.map { _ in Int.random(in: 0...2, using: &generator) }
      for weighted in [false, true] {
        let ties = GraphTable(graph).ties(weighted: weighted, isDirected: graph.isDirected)
        func sum(_ isCounted: (Int, Int) -> Bool) -> Double {
          var sum = 0.0
          for first in graph.nodes {
            for second in graph.nodes where isCounted(first, second) { sum += ties[first][second] }
          }
          return sum
        }
        let found = try graph.conductance(of: groups, usesWeights: weighted)
        for node in graph.nodes {
          let own = groups[node]
          let cut = sum { groups[$0] == own && groups[$1] != own }
          let smaller = min(sum { a, _ in groups[a] == own }, sum { a, _ in groups[a] != own })
          let expected = smaller > 1e-9 ? cut / smaller : nil
          #expect(largestDifference([found[found.groups[node]]], [expected]) < 1e-12)
        }
        let all = sum { _, _ in true }
        let inside = sum { groups[$0] == groups[$1] }
        let coverage = try graph.coverage(of: groups, usesWeights: weighted)
        #expect(largestDifference([coverage], [all > 0 ? inside / all : nil]) < 1e-12)
      }
    }
  }

  @Test func performanceAgreesWithSortingEachPair() throws {
    var generator = SeededGenerator(seed: 333)
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 80, seed: 334)
    {
      let groups = graph.nodes.map { _ in Int.random(in: 0...2, using: &generator) }
      let table = GraphTable(graph)
      var (right, all) = (0, 0)
      for first in graph.nodes {
        for second in graph.nodes where first != second {
          all += 1
          if table.steps[first][second].isEmpty != (groups[first] == groups[second]) { right += 1 }
        }
      }
      let expected = all > 0 ? Double(right) / Double(all) : nil
      #expect(largestDifference([try graph.performance(of: groups)], [expected]) < 1e-12)
    }
  }

  /// partition_quality and conductance of NetworkX 3.6.1 for its label_propagation_communities.
  @Test func agreesWithNetworkX() throws {
    let karate = try ReferenceNetwork.plain("karate34")
    let groups = try karate.semiSynchronousLabelPropagation().groups
    #expect(abs((try karate.coverage(of: groups) ?? 0) - 0.7692307692307693) < 1e-12)
    #expect(abs((try karate.performance(of: groups) ?? 0) - 0.6684491978609626) < 1e-12)
    let conductance = try karate.conductance(of: groups).values
    #expect(
      largestDifference(conductance, [0.2647058823529412, 0.1794871794871795, 0.4]) < 1e-12)
    let families = try ReferenceNetwork.plain("florentine_marriage16")
    let found = try families.semiSynchronousLabelPropagation().groups
    #expect(abs((try families.coverage(of: found) ?? 0) - 0.8) < 1e-12)
    #expect(abs((try families.performance(of: found) ?? 0) - 0.7416666666666667) < 1e-12)
    #expect(
      largestDifference(
        try families.conductance(of: found).values,
        [0.25, 0.23076923076923078, 0.3333333333333333, nil]) < 1e-12)
  }

  @Test func unsoundInputIsRefused() throws {
    let graph = GraphFamilies.make(2, [Graph.Edge(0, 1, weight: -2)], isDirected: false)
    #expect(throws: GraphError.wrongCount(of: "groups", expected: 2, actual: 1)) {
      try graph.conductance(of: [0])
    }
    #expect(throws: GraphError.self) { try graph.coverage(of: [0, 1], usesWeights: true) }
    #expect(throws: GraphError.self) { try graph.performance(of: [0, 1, 2]) }
    #expect(try graph.coverage(of: [0, 0]) == 1)
  }
}
