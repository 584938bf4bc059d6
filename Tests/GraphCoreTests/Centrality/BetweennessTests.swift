import GraphCore
import TestSupport
import Testing

@Suite struct BetweennessTests {
  private func raw(_ graph: Graph, _ options: Graph.BetweennessOptions) throws -> [Double] {
    var options = options
    options.isNormalized = false
    return try graph.betweenness(options).values
  }

  @Test func agreesWithListedShortestPaths() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 30, nodes: 1...7, seed: 21)
    {
      let half = graph.isDirected ? 1.0 : 0.5
      for ends in [false, true] {
        let expected = GraphTable(graph).betweenness(weighted: false, countsEndpoints: ends)
        let found = try raw(graph, Graph.BetweennessOptions(countsEndpoints: ends))
        #expect(largestDifference(found, expected.nodes.map { $0 * half }) < 1e-12)
        if ends { continue }
        let edges = try graph.edgeBetweenness(Graph.BetweennessOptions(isNormalized: false))
        #expect(largestDifference(edges.values, expected.edges.map { $0 * half }) < 1e-12)
      }
    }
  }

  @Test(arguments: [UInt64(25), 26, 27], [false, true])
  func agreesWithCountsInCrowdedGraphs(seed: UInt64, isDirected: Bool) throws {
    let graph = GraphFamilies.crowded(seed: seed, isDirected: isDirected)
    let half = isDirected ? 1.0 : 0.5
    let all = Array(graph.nodes)
    for ends in [false, true] {
      let expected = GraphTable(graph).betweennessByCounts(
        from: all, to: all, countsEndpoints: ends)
      let options = Graph.BetweennessOptions(countsEndpoints: ends)
      #expect(
        largestDifference(try raw(graph, options), expected.nodes.map { $0 * half }) < 1e-12)
      var unscaled = options
      unscaled.isNormalized = false
      #expect(
        largestDifference(
          try graph.edgeBetweenness(unscaled).values, expected.edges.map { $0 * half }) < 1e-12)
    }
  }

  @Test func pathsBeyondIntegersAreCounted() throws {
    // Closed form: a joint of 70 diamonds in a row lies between all on its left and all on its
    // right, and on one of the two ways between the two middles of each diamond beside it; a middle
    // lies on half of the ways across its diamond.
    let count = 70
    let graph = GraphFamilies.diamonds(count, isDirected: false)
    let expected = graph.nodes.map { node -> Double in
      let (left, right) = (Double(node / 3), Double(count - node / 3))
      if !node.isMultiple(of: 3) { return (3 * left + 1) * (3 * right - 2) / 2 }
      return 9 * left * right + (left > 0 ? 0.5 : 0) + (right > 0 ? 0.5 : 0)
    }
    #expect(largestDifference(try raw(graph, Graph.BetweennessOptions()), expected) < 1e-12)
  }

  @Test func agreesWithListedShortestPathsByWeight() throws {
    for graph in GraphFamilies.random(count: 60, nodes: 1...7, seed: 22, isWeighted: true) {
      let half = graph.isDirected ? 1.0 : 0.5
      let expected = GraphTable(graph).betweenness(weighted: true, countsEndpoints: false)
      let options = Graph.BetweennessOptions(lengths: .weights, isNormalized: false)
      let nodes = try graph.betweenness(options).values
      #expect(largestDifference(nodes, expected.nodes.map { $0 * half }) < 1e-12)
      let edges = try graph.edgeBetweenness(options).values
      #expect(largestDifference(edges, expected.edges.map { $0 * half }) < 1e-12)
    }
  }

  @Test func goldenNumbers() throws {
    // NetworkX 3.6.1 and igraph 1.0 agree on these.
    let graph = GraphFamilies.make(
      6, [(0, 1), (1, 2), (2, 3), (0, 2), (3, 4)], isDirected: true)
    #expect(try raw(graph, Graph.BetweennessOptions()) == [0, 0, 4, 3, 0, 0])
    let normalized = try graph.betweenness()
    #expect(normalized.values == [0, 0, 0.2, 0.15, 0, 0])
    #expect(normalized.normalization == Normalization(rule: "(n - 1) (n - 2)", denominator: 20))
    #expect(normalized.measure == "betweenness")
  }

  @Test func parallelEdgesAreRoutesOfTheirOwn() throws {
    // Two ways from 0 to 3; the first step of one is doubled, so it has two of three routes.
    let graph = GraphFamilies.make(
      4, [(0, 1), (0, 1), (1, 3), (0, 2), (2, 3)], isDirected: true)
    let scores = try raw(graph, Graph.BetweennessOptions())
    #expect(largestDifference(scores, [0, 2.0 / 3, 1.0 / 3, 0]) < 1e-15)
  }

  @Test func roundingDoesNotHideATie() throws {
    // Both ways from 0 to 3 are 0.3 long, but 0.1 + 0.2 is not 0.15 + 0.15 in binary.
    let graph = GraphFamilies.make(4, [(0, 1), (1, 3), (0, 2), (2, 3)], isDirected: true)
    let options = Graph.BetweennessOptions(
      lengths: .values([0.1, 0.2, 0.15, 0.15]), isNormalized: false)
    #expect(0.1 + 0.2 != 0.15 + 0.15)
    #expect(try graph.betweenness(options).values == [0, 0.5, 0.5, 0])
  }

  @Test func normalisationNamesItsDenominator() throws {
    // The centre of a star of 5 lies on all 6 paths between leaves.
    let star = GraphFamilies.make(5, [(0, 1), (0, 2), (0, 3), (0, 4)], isDirected: false)
    let scores = try star.betweenness()
    #expect(scores.values == [1, 0, 0, 0, 0])
    #expect(scores.normalization == Normalization(rule: "(n - 1) (n - 2) / 2", denominator: 6))
    let edges = try star.edgeBetweenness()
    #expect(edges.values == [0.4, 0.4, 0.4, 0.4])
    #expect(edges.normalization == Normalization(rule: "n (n - 1) / 2", denominator: 10))
    // With two nodes there is no pair of others; the score is the raw one.
    let pair = GraphFamilies.make(2, [(0, 1)], isDirected: false)
    #expect(try pair.betweenness().normalization == .raw)
    #expect(try pair.betweenness().values == [0, 0])
  }

  @Test func lawsOfRelabellingReversalAndSum() throws {
    for graph in GraphFamilies.random(count: 30, seed: 23) {
      let scores = try raw(graph, Graph.BetweennessOptions())
      let names = Array(graph.nodes.reversed())
      let renamed = try raw(
        GraphFamilies.relabelled(graph, names), Graph.BetweennessOptions())
      #expect(largestDifference(scores, names.map { renamed[$0] }) < 1e-12)
      let reversed = try raw(graph.reversed(), Graph.BetweennessOptions())
      #expect(largestDifference(scores, reversed) < 1e-12)
      // A path of d edges has d - 1 nodes between: the scores sum to the sum of d - 1 over pairs.
      let distances = GraphTable(graph).distances(weighted: false).flatMap { $0 }
      let between = distances.filter { $0.isFinite && $0 > 0 }.reduce(0) { $0 + $1 - 1 }
      #expect(abs(scores.reduce(0, +) - between * (graph.isDirected ? 1 : 0.5)) < 1e-9)
      #expect(try graph.betweenness().values.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-12 })
    }
  }

  @Test func oneThreadAndManyAgreeBitForBit() throws {
    for isWeighted in [false, true] {
      let graph = GraphFamilies.random(
        count: 1, nodes: 150...150, seed: 24, isWeighted: isWeighted)[0]
      var options = Graph.BetweennessOptions(lengths: .weights, execution: .init(threads: 1))
      let one = try graph.betweenness(options)
      let edges = try graph.edgeBetweenness(options)
      for threads in [2, 7, nil] {
        options.execution.threads = threads
        #expect(try graph.betweenness(options) == one)
        #expect(try graph.edgeBetweenness(options) == edges)
      }
    }
  }

  @Test(arguments: [false, true])
  func oneThreadAndManyAgreeBitForBitInCrowdedGraphs(isDirected: Bool) throws {
    let graph = GraphFamilies.crowded(seed: 28, isDirected: isDirected)
    var options = Graph.BetweennessOptions(execution: Execution(threads: 1))
    let one = try graph.betweenness(options)
    let edges = try graph.edgeBetweenness(options)
    for threads in [2, 7, nil] {
      options.execution.threads = threads
      #expect(try graph.betweenness(options) == one)
      #expect(try graph.edgeBetweenness(options) == edges)
    }
  }

  @Test func lengthsMustBePositive() throws {
    let graph = GraphFamilies.make(2, [(0, 1)], isDirected: true)
    #expect(throws: GraphError.unusableLength(edge: 0, length: 0, needed: .positive)) {
      try graph.betweenness(Graph.BetweennessOptions(lengths: .values([0])))
    }
  }
}
