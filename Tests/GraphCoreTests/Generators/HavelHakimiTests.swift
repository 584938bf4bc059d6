import GraphCore
import TestSupport
import Testing

@Suite struct HavelHakimiTests {
  /// The condition of Erdos and Gallai: for each k the k highest degrees ask for no more than
  /// k (k - 1) ends among themselves and what the others can give them.
  private func isGraphical(_ degrees: [Int]) -> Bool {
    let sorted = degrees.sorted(by: >)
    return degrees.reduce(0, +).isMultiple(of: 2)
      && (0...degrees.count).allSatisfy { k in
        sorted.prefix(k).reduce(0, +)
          <= k * (k - 1) + sorted.dropFirst(k).reduce(0) { $0 + min($1, k) }
      }
  }

  private func check(_ degrees: [Int]) throws {
    guard isGraphical(degrees) else {
      #expect(throws: GraphError.self) { try Graph.havelHakimi(degrees: degrees) }
      return
    }
    let graph = try Graph.havelHakimi(degrees: degrees)
    try graph.checkInvariants()
    #expect(graph.nodes.map { graph.outNeighbors(of: $0).count } == degrees)
    #expect(graph.simplified().edgeCount == graph.edgeCount)
    #expect(graph.edges.allSatisfy { $0.tail != $0.head })
  }

  @Test func findsAGraphIfAndOnlyIfThereIsOne() throws {
    for nodeCount in 0...5 {
      let most = nodeCount + 1
      var count = 1
      for _ in 0..<nodeCount { count *= most }
      for number in 0..<count {
        var rest = number
        try check(
          (0..<nodeCount).map { _ in
            defer { rest /= most }
            return rest % most
          })
      }
    }
  }

  @Test func findsAGraphForTheDegreesOfRandomOnes() throws {
    var generator = SeededGenerator(seed: 61)
    for _ in 0..<40 {
      let nodeCount = Int.random(in: 5...80, using: &generator)
      let graph = try Graph.erdosRenyi(
        nodeCount: nodeCount, probability: generator.nextUnit(), using: &generator)
      var degrees = graph.nodes.map { graph.outNeighbors(of: $0).count }
      try check(degrees)
      // Half of these ask for too much.
      degrees[0] = nodeCount - 1
      degrees[1] = nodeCount - 1
      try check(degrees)
    }
  }

  @Test func refusesWhatCannotBe() {
    #expect(throws: GraphError.degreesNotGraphical) { try Graph.havelHakimi(degrees: [2]) }
    #expect(throws: GraphError.degreesNotGraphical) {
      try Graph.havelHakimi(degrees: [3, 3, 1, 1])
    }
    #expect(throws: GraphError.degreesNotGraphical) { try Graph.havelHakimi(degrees: [2, 2, 0]) }
    #expect(
      throws: GraphError.optionOutOfRange(name: "the sum of the degrees", value: 1, range: "even")
    ) { try Graph.havelHakimi(degrees: [1]) }
    #expect(
      throws: GraphError.optionOutOfRange(name: "degrees[0]", value: -1, range: "0 or more")
    ) { try Graph.havelHakimi(degrees: [-1, 1]) }
  }
}
