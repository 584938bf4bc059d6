import GraphCore
import TestSupport
import Testing

@Suite struct StochasticBlocksTests {
  @Test func everyGraphIsAsLikelyAsItsBlocksSay() throws {
    let table = [[0.3, 0.8], [0.8, 0.5]]
    let blocks = [0, 1, 1, 1]
    let chances = GraphChances.independentPairs(nodeCount: 4, isDirected: false) {
      table[blocks[$0]][blocks[$1]]
    }
    let fit = try FitToChances(chances, seed: 41) {
      try Graph.stochasticBlocks(sizes: [1, 3], probabilities: table, using: &$0)
    }
    #expect(fit.holds, "\(fit)")
  }

  @Test func everyDirectedGraphIsAsLikelyAsItsBlocksSay() throws {
    let table = [[0.4, 0.9, 0.2], [0.1, 0.7, 0.6], [0.5, 0.5, 0.5]]
    let blocks = [0, 1, 1]
    let chances = GraphChances.independentPairs(nodeCount: 3, isDirected: true) {
      table[blocks[$0]][blocks[$1]]
    }
    let fit = try FitToChances(chances, seed: 42) {
      try Graph.stochasticBlocks(
        sizes: [1, 2, 0], probabilities: table, isDirected: true, using: &$0)
    }
    #expect(fit.holds, "\(fit)")
  }

  /// Between blocks of a and b nodes the number of edges is binomial over a b pairs, within one over
  /// a (a - 1) / 2. Four standard errors.
  @Test func edgesBetweenBlocksAreBinomial() throws {
    let sizes = [30, 50, 20]
    let table = [[0.3, 0.02, 0.1], [0.02, 0.2, 0.0], [0.1, 0.0, 1.0]]
    let blocks = sizes.indices.flatMap { Array(repeating: $0, count: sizes[$0]) }
    var counts = [[[Double]]](
      repeating: [[Double]](repeating: [], count: 3), count: 3)
    var generator = SeededGenerator(seed: 43)
    for _ in 0..<150 {
      let graph = try Graph.stochasticBlocks(
        sizes: sizes, probabilities: table, using: &generator)
      try graph.checkInvariants()
      #expect(graph.simplified().edgeCount == graph.edgeCount)
      var found = [[Double]](repeating: [Double](repeating: 0, count: 3), count: 3)
      for edge in graph.edges { found[blocks[edge.tail]][blocks[edge.head]] += 1 }
      for first in 0..<3 {
        for second in 0..<3 { counts[first][second].append(found[first][second]) }
      }
    }
    for first in 0..<3 {
      for second in first..<3 {
        let pairs =
          first == second
          ? Double(sizes[first] * (sizes[first] - 1)) / 2 : Double(sizes[first] * sizes[second])
        let probability = table[first][second]
        let variance = pairs * probability * (1 - probability)
        let moments = SampleMoments(counts[first][second])
        if variance == 0 {
          #expect(moments.mean == pairs * probability && moments.variance == 0)
        } else {
          #expect(moments.meanError(pairs * probability, variance: variance) < 4)
          #expect(moments.varianceError(variance) < 4)
        }
      }
    }
  }

  @Test func oneBlockIsTheModelOfGilbert() throws {
    var (first, second) = (SeededGenerator(seed: 3), SeededGenerator(seed: 3))
    for isDirected in [false, true] {
      let blocks = try Graph.stochasticBlocks(
        sizes: [60], probabilities: [[0.1]], isDirected: isDirected, using: &first)
      let plain = try Graph.erdosRenyi(
        nodeCount: 60, probability: 0.1, isDirected: isDirected, using: &second)
      #expect(blocks == plain)
    }
  }

  @Test func extremesAreEmptyOrComplete() throws {
    var generator = SeededGenerator(seed: 1)
    let none = try Graph.stochasticBlocks(sizes: [], probabilities: [], using: &generator)
    #expect(none.nodeCount == 0)
    let empty = try Graph.stochasticBlocks(
      sizes: [0, 1], probabilities: [[1, 1], [1, 1]], using: &generator)
    #expect(empty.nodeCount == 1 && empty.edgeCount == 0)
    for isDirected in [false, true] {
      let complete = try Graph.stochasticBlocks(
        sizes: [2, 0, 3], probabilities: Array(repeating: [1, 1, 1], count: 3),
        isDirected: isDirected, using: &generator)
      let expected = try Graph.complete(nodeCount: 5, isDirected: isDirected)
      #expect(GraphChances.outcome(of: complete) == GraphChances.outcome(of: expected))
    }
  }

  @Test func refusesWhatCannotBe() {
    var generator = SeededGenerator(seed: 1)
    func made(_ sizes: [Int], _ table: [[Double]], isDirected: Bool = false) throws {
      _ = try Graph.stochasticBlocks(
        sizes: sizes, probabilities: table, isDirected: isDirected, using: &generator)
    }
    #expect(
      throws: GraphError.wrongCount(of: "rows of probabilities", expected: 2, actual: 1)
    ) { try made([1, 2], [[1, 1]]) }
    #expect(
      throws: GraphError.wrongCount(of: "probabilities in row 1", expected: 2, actual: 1)
    ) { try made([1, 2], [[1, 1], [1]]) }
    #expect(
      throws: GraphError.optionOutOfRange(name: "sizes[1]", value: -2, range: "0 to 2147483647")
    ) { try made([1, -2], [[1, 1], [1, 1]]) }
    #expect(
      throws: GraphError.optionOutOfRange(
        name: "probabilities[0][1]", value: 1.5, range: "0 to 1")
    ) { try made([1, 2], [[1, 1.5], [1.5, 1]]) }
    #expect(
      throws: GraphError.optionOutOfRange(
        name: "probabilities[1][0]", value: 0.25, range: "0.5, as probabilities[0][1] is")
    ) { try made([1, 2], [[1, 0.5], [0.25, 1]]) }
    #expect(throws: Never.self) { try made([1, 2], [[1, 0.5], [0.25, 1]], isDirected: true) }
    #expect(throws: GraphError.nodeCount(4_000_000_000)) {
      try made([2_000_000_000, 2_000_000_000], [[0, 0], [0, 0]])
    }
    #expect(throws: GraphError.tooManyEdges(10_000_000_000)) {
      try made([100_000, 100_000], [[0, 1], [1, 0]])
    }
  }
}
