import GraphCore
import TestSupport
import Testing

@Suite struct PageRankTests {
  @Test func solvesItsLinearEquations() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 40, seed: 41, isWeighted: true)
    where graph.nodeCount > 0 {
      let even = [Double](repeating: 1 / Double(graph.nodeCount), count: graph.nodeCount)
      for (damping, weighted) in [(0.85, false), (0.5, true)] {
        let expected = GraphTable(graph).pageRank(
          damping: damping, starts: even, weighted: weighted)
        let found = try graph.pageRank(
          Graph.PageRankOptions(damping: damping, usesWeights: weighted))
        #expect(largestDifference(found.values, expected) < 1e-11)
        #expect(found.convergence?.converged == true)
      }
    }
  }

  @Test func beginsWhereItIsTold() throws {
    for graph in GraphFamilies.random(count: 40, nodes: 2...8, seed: 42) {
      var starts = [Double](repeating: 0, count: graph.nodeCount)
      starts[0] = 0.75
      starts[1] = 0.25
      let expected = GraphTable(graph).pageRank(damping: 0.85, starts: starts, weighted: false)
      let found = try graph.pageRank(
        Graph.PageRankOptions(personalization: starts.map { $0 * 8 }))
      #expect(largestDifference(found.values, expected) < 1e-11)
    }
  }

  @Test func goesOnFromDeadEndsAsItIsTold() throws {
    for graph in GraphFamilies.random(count: 40, nodes: 2...8, seed: 46, isWeighted: true) {
      let even = [Double](repeating: 1 / Double(graph.nodeCount), count: graph.nodeCount)
      var resumes = [Double](repeating: 0, count: graph.nodeCount)
      resumes[graph.nodeCount - 1] = 1
      for weighted in [false, true] {
        let expected = GraphTable(graph).pageRank(
          damping: 0.85, starts: even, resumes: resumes, weighted: weighted)
        let found = try graph.pageRank(
          Graph.PageRankOptions(dangling: resumes.map { $0 * 3 }, usesWeights: weighted))
        #expect(largestDifference(found.values, expected) < 1e-11)
      }
    }
    #expect(throws: GraphError.wrongCount(of: "dangling values", expected: 2, actual: 1)) {
      try Graph.path(nodeCount: 2).pageRank(Graph.PageRankOptions(dangling: [1]))
    }
  }

  @Test func chancesSumToOneAndFollowTheNames() throws {
    for graph in GraphFamilies.random(count: 40, seed: 43) {
      let scores = try graph.pageRank().values
      #expect(abs(scores.reduce(0, +) - 1) < 1e-12)
      #expect(scores.allSatisfy { $0 > 0 })
      let names = Array(graph.nodes.reversed())
      let renamed = try GraphFamilies.relabelled(graph, names).pageRank().values
      #expect(largestDifference(scores, names.map { renamed[$0] }) < 1e-11)
    }
  }

  @Test func saysWhenItHasNotConverged() throws {
    let ring = GraphFamilies.make(4, [(0, 1), (1, 2), (2, 3), (3, 0), (0, 2)], isDirected: true)
    let ended = try ring.pageRank(
      Graph.PageRankOptions(limits: IterationLimits(maximum: 3))
    ).convergence
    #expect(ended?.converged == false)
    #expect(ended?.iterations == 3)
    #expect((ended?.residual ?? 0) > 1e-12)
  }

  @Test func refusesOptionsOutOfRange() throws {
    let graph = GraphFamilies.make(2, [(0, 1)], isDirected: true)
    #expect(
      throws: GraphError.optionOutOfRange(
        name: "damping", value: 1, range: "0 or more and below 1")
    ) { try graph.pageRank(Graph.PageRankOptions(damping: 1)) }
    #expect(
      throws: GraphError.wrongCount(of: "personalization values", expected: 2, actual: 1)
    ) { try graph.pageRank(Graph.PageRankOptions(personalization: [1])) }
    #expect(
      throws: GraphError.optionOutOfRange(
        name: "the sum of the personalization", value: 0, range: "more than zero")
    ) { try graph.pageRank(Graph.PageRankOptions(personalization: [0, 0])) }
    #expect(
      throws: GraphError.optionOutOfRange(
        name: "the personalization of node 1", value: -1, range: "zero or more")
    ) { try graph.pageRank(Graph.PageRankOptions(personalization: [2, -1])) }
  }

  @Test func aGraphWithoutNodesHasNoScores() throws {
    #expect(try GraphFamilies.ladder[0].pageRank().values.isEmpty)
  }

  /// The defining equation, edge by edge, on a graph that several threads share; and the same bits on
  /// any number of them.
  @Test(arguments: [false, true], [false, true])
  func largeGraphsSolveTheEquationOnAnyThreads(isDirected: Bool, usesWeights: Bool) throws {
    let graph = RowSumsTests.large(isDirected: isDirected)
    let starts = graph.nodes.map { Double($0 % 3) }
    var options = Graph.PageRankOptions(
      personalization: starts, usesWeights: usesWeights, execution: Execution(threads: 1))
    let ranks = try graph.pageRank(options).values
    // Each edge both ways, where it has no direction; a loop once.
    var steps: [(from: Int, to: Int, weight: Double)] = []
    for edge in graph.edges {
      let weight = usesWeights ? edge.weight ?? 1 : 1
      steps.append((edge.tail, edge.head, weight))
      if !isDirected, edge.tail != edge.head { steps.append((edge.head, edge.tail, weight)) }
    }
    var leaving = [Double](repeating: 0, count: graph.nodeCount)
    for step in steps { leaving[step.from] += step.weight }
    let stranded = graph.nodes.reduce(0) { $0 + (leaving[$1] == 0 ? ranks[$1] : 0) }
    let total = starts.reduce(0, +)
    var expected = starts.map { (0.15 + 0.85 * stranded) * $0 / total }
    for step in steps {
      expected[step.to] += 0.85 * ranks[step.from] * step.weight / leaving[step.from]
    }
    #expect(stranded > 0)
    #expect(largestDifference(ranks, expected) < 1e-12)
    for threads in [2, 7] {
      options.execution.threads = threads
      #expect(try graph.pageRank(options).values == ranks)
    }
  }
}
