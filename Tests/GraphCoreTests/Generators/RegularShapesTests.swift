import GraphCore
import TestSupport
import Testing

/// Each shape is compared with its definition, tried on all pairs of nodes.
@Suite struct RegularShapesTests {
  private func pairs(
    _ nodeCount: Int, isDirected: Bool = false, where isJoined: (Int, Int) -> Bool
  ) -> [[Int]] {
    (0..<nodeCount).flatMap { tail in
      (0..<nodeCount).filter { isJoined(tail, $0) && (isDirected || tail <= $0) }.map {
        [tail, $0]
      }
    }
  }

  private func check(_ graph: Graph, _ nodeCount: Int, _ expected: [[Int]]) throws {
    try graph.checkInvariants()
    #expect(graph.nodeCount == nodeCount && !graph.isWeighted)
    #expect(GraphChances.outcome(of: graph) == expected)
  }

  @Test(arguments: 0...7)
  func pathsCyclesStarsAndCompleteGraphs(nodeCount: Int) throws {
    let forward = { (tail: Int, head: Int) in head == tail + 1 }
    try check(.path(nodeCount: nodeCount), nodeCount, pairs(nodeCount, where: forward))
    try check(
      .path(nodeCount: nodeCount, isDirected: true), nodeCount,
      pairs(nodeCount, isDirected: true, where: forward))

    let onward = { (tail: Int, head: Int) in head == (tail + 1) % nodeCount }
    try check(
      .cycle(nodeCount: nodeCount, isDirected: true), nodeCount,
      pairs(nodeCount, isDirected: true, where: onward))
    let cycle = try Graph.cycle(nodeCount: nodeCount)
    #expect(cycle == (try Graph.cycle(nodeCount: nodeCount, isDirected: true).asUndirected()))
    #expect(cycle.edgeCount == nodeCount)

    for isDirected in [false, true] {
      try check(
        .star(nodeCount: nodeCount, isDirected: isDirected), nodeCount,
        pairs(nodeCount, isDirected: true) { $0 == 0 && $1 > 0 })
      try check(
        .complete(nodeCount: nodeCount, isDirected: isDirected), nodeCount,
        pairs(nodeCount, isDirected: isDirected, where: !=))
    }
  }

  @Test(arguments: 0...9, 1...4)
  func treesAreFilledLevelByLevel(nodeCount: Int, branching: Int) throws {
    // The children of v are b v + 1 to b v + b.
    let expected = pairs(nodeCount, isDirected: true) { parent, child in
      child > branching * parent && child <= branching * parent + branching
    }
    for isDirected in [false, true] {
      try check(
        .tree(nodeCount: nodeCount, branching: branching, isDirected: isDirected), nodeCount,
        expected)
    }
  }

  @Test(arguments: 0...4, 0...4)
  func gridsJoinWhatIsOneStepApart(rows: Int, columns: Int) throws {
    let nodeCount = rows * columns
    let expected = pairs(nodeCount) { first, second in
      abs(first / columns - second / columns) + abs(first % columns - second % columns) == 1
    }
    for isDirected in [false, true] {
      try check(
        .grid(rows: rows, columns: columns, isDirected: isDirected), nodeCount, expected)
    }
  }

  @Test(arguments: 0...6)
  func hypercubesJoinWhatDiffersInOneBit(dimension: Int) throws {
    let nodeCount = 1 << dimension
    let expected = pairs(nodeCount) { ($0 ^ $1).nonzeroBitCount == 1 }
    for isDirected in [false, true] {
      try check(
        .hypercube(dimension: dimension, isDirected: isDirected), nodeCount, expected)
    }
    let diameter = try Graph.hypercube(dimension: dimension).diameter()
    #expect(diameter == Double(dimension))
  }

  @Test func refusesWhatCannotBe() {
    #expect(throws: GraphError.nodeCount(-1)) { try Graph.path(nodeCount: -1) }
    #expect(throws: GraphError.nodeCount(-1)) { try Graph.cycle(nodeCount: -1) }
    #expect(throws: GraphError.nodeCount(-1)) { try Graph.star(nodeCount: -1) }
    #expect(throws: GraphError.nodeCount(-1)) { try Graph.complete(nodeCount: -1) }
    #expect(throws: GraphError.nodeCount(-1)) { try Graph.tree(nodeCount: -1, branching: 2) }
    #expect(throws: GraphError.tooManyEdges(4_999_950_000)) {
      try Graph.complete(nodeCount: 100_000)
    }
    #expect(throws: GraphError.tooManyEdges(1_999_999_999)) {
      try Graph.path(nodeCount: 2_000_000_000)
    }
    #expect(
      throws: GraphError.optionOutOfRange(name: "branching", value: 0, range: "1 to 2147483647")
    ) { try Graph.tree(nodeCount: 3, branching: 0) }
    #expect(throws: GraphError.optionOutOfRange(name: "rows", value: -1, range: "0 to 2147483647"))
    {
      try Graph.grid(rows: -1, columns: 2)
    }
    #expect(
      throws: GraphError.optionOutOfRange(name: "columns", value: -1, range: "0 to 2147483647")
    ) { try Graph.grid(rows: 2, columns: -1) }
    #expect(throws: GraphError.nodeCount(10_000_000_000)) {
      try Graph.grid(rows: 100_000, columns: 100_000)
    }
    #expect(throws: GraphError.optionOutOfRange(name: "dimension", value: -1, range: "0 to 30")) {
      try Graph.hypercube(dimension: -1)
    }
    #expect(throws: GraphError.tooManyEdges(16_106_127_360)) { try Graph.hypercube(dimension: 30) }
  }
}
