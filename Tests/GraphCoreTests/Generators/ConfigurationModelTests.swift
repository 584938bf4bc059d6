import GraphCore
import TestSupport
import Testing

@Suite struct ConfigurationModelTests {
  @Test(arguments: [
    [2, 2], [1, 1, 2], [2, 2, 2], [3, 1, 2], [1, 1, 1, 1], [3, 2, 2, 1], [0, 4],
  ])
  func everyPairingOfEndsIsEquallyLikely(degrees: [Int]) throws {
    let chances = GraphChances.paired(degrees: degrees)
    let fit = try FitToChances(chances, seed: 51) {
      try Graph.configuration(degrees: degrees, using: &$0)
    }
    #expect(fit.holds, "\(fit)")
  }

  @Test(arguments: [([1, 1], [1, 1]), ([2, 0, 1], [1, 1, 1]), ([2, 2, 1], [1, 3, 1])])
  func everyAssignmentOfHeadsIsEquallyLikely(outDegrees: [Int], inDegrees: [Int]) throws {
    let chances = GraphChances.assigned(outDegrees: outDegrees, inDegrees: inDegrees)
    let fit = try FitToChances(chances, seed: 52) {
      try Graph.configuration(outDegrees: outDegrees, inDegrees: inDegrees, using: &$0)
    }
    #expect(fit.holds, "\(fit)")
  }

  @Test func degreesAreKept() throws {
    var generator = SeededGenerator(seed: 53)
    for _ in 0..<60 {
      let nodeCount = Int.random(in: 1...40, using: &generator)
      var degrees = (0..<nodeCount).map { _ in Int.random(in: 0...9, using: &generator) }
      if !degrees.reduce(0, +).isMultiple(of: 2) { degrees[0] += 1 }
      let graph = try Graph.configuration(degrees: degrees, using: &generator)
      try graph.checkInvariants()
      #expect(graph.degree(isNormalized: false).values == degrees.map(Double.init))
      let shuffled = degrees.shuffled(using: &generator)
      let directed = try Graph.configuration(
        outDegrees: degrees, inDegrees: shuffled, using: &generator)
      try directed.checkInvariants()
      #expect(directed.isDirected)
      #expect(directed.nodes.map { directed.outNeighbors(of: $0).count } == degrees)
      #expect(directed.nodes.map { directed.inNeighbors(of: $0).count } == shuffled)
    }
  }

  /// The mean number of loops is the sum of d (d - 1) / 2 over 2 m - 1, since each two ends of a node
  /// are a pair with probability 1 / (2 m - 1); in a directed graph the sum of out-degree times
  /// in-degree over m. Standard errors from the sample.
  @Test func loopsAreAsManyAsChanceMakes() throws {
    let degrees = (0..<40).map { $0 % 7 + ($0 == 0 ? 21 : 0) }
    let endCount = degrees.reduce(0, +)
    #expect(endCount.isMultiple(of: 2))
    var generator = SeededGenerator(seed: 54)
    func loops(_ draw: () throws -> Graph) rethrows -> SampleMoments {
      SampleMoments(
        try (0..<800).map { _ in
          Double(try draw().edges.count { $0.tail == $0.head })
        })
    }
    let pairs = degrees.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    let undirected = try loops { try Graph.configuration(degrees: degrees, using: &generator) }
    #expect(
      undirected.meanError(Double(pairs) / Double(endCount - 1), variance: undirected.variance) < 4)
    let products = zip(degrees, degrees.reversed()).reduce(0) { $0 + $1.0 * $1.1 }
    let directed = try loops {
      try Graph.configuration(
        outDegrees: degrees, inDegrees: degrees.reversed(), using: &generator)
    }
    #expect(
      directed.meanError(Double(products) / Double(endCount), variance: directed.variance) < 4)
  }

  @Test func extremesAreEmpty() throws {
    var generator = SeededGenerator(seed: 1)
    for degrees in [[], [0], [0, 0, 0]] {
      let graph = try Graph.configuration(degrees: degrees, using: &generator)
      let directed = try Graph.configuration(
        outDegrees: degrees, inDegrees: degrees, using: &generator)
      #expect(graph.nodeCount == degrees.count && graph.edgeCount == 0)
      #expect(directed.nodeCount == degrees.count && directed.edgeCount == 0)
    }
    let loop = try Graph.configuration(degrees: [2], using: &generator)
    #expect(GraphChances.outcome(of: loop) == [[0, 0]])
  }

  @Test func aSeedIsAGraph() throws {
    var (first, second) = (SeededGenerator(seed: 3), SeededGenerator(seed: 3))
    let degrees = Array(repeating: 4, count: 50)
    let one = try Graph.configuration(degrees: degrees, using: &first)
    let other = try Graph.configuration(degrees: degrees, using: &second)
    #expect(one == other)
  }

  @Test func refusesWhatCannotBe() {
    var generator = SeededGenerator(seed: 1)
    #expect(
      throws: GraphError.optionOutOfRange(name: "the sum of the degrees", value: 3, range: "even")
    ) { try Graph.configuration(degrees: [1, 2], using: &generator) }
    #expect(
      throws: GraphError.optionOutOfRange(name: "degrees[1]", value: -2, range: "0 or more")
    ) { try Graph.configuration(degrees: [4, -2], using: &generator) }
    #expect(throws: GraphError.wrongCount(of: "in-degrees", expected: 2, actual: 1)) {
      try Graph.configuration(outDegrees: [1, 1], inDegrees: [2], using: &generator)
    }
    #expect(
      throws: GraphError.optionOutOfRange(name: "the sum of inDegrees", value: 3, range: "2")
    ) { try Graph.configuration(outDegrees: [1, 1], inDegrees: [2, 1], using: &generator) }
    #expect(
      throws: GraphError.optionOutOfRange(name: "inDegrees[0]", value: -1, range: "0 or more")
    ) { try Graph.configuration(outDegrees: [1, 1], inDegrees: [-1, 3], using: &generator) }
    #expect(throws: GraphError.tooManyEdges(1_500_000_000)) {
      try Graph.configuration(degrees: [1_500_000_000, 1_500_000_000], using: &generator)
    }
  }
}
