import GraphCore
import TestSupport
import Testing

@Suite struct RecursiveMatrixTests {
  @Test(arguments: [(0, 3, false), (1, 2, true), (1, 3, false), (2, 1, true), (2, 2, false)])
  func everyListOfEdgesIsAsLikelyAsItsQuarters(scale: Int, edgeCount: Int, isDirected: Bool) throws
  {
    let quadrants = Graph.Quadrants(
      lowToLow: 0.4, lowToHigh: 0.1, highToLow: 0.2, highToHigh: 0.3)
    let chances = GraphChances.quartered(
      scale: scale, edgeCount: edgeCount, quadrants: quadrants, isDirected: isDirected)
    let fit = try FitToChances(chances, draws: 12_000, seed: 81) {
      try Graph.recursiveMatrix(
        scale: scale, edgeCount: edgeCount, quadrants: quadrants, isDirected: isDirected,
        using: &$0)
    }
    #expect(fit.holds, "\(fit)")
  }

  /// A node whose number has h bits set is the tail of an edge with probability
  /// (a + b)^(scale - h) (c + d)^h, the head with (a + c)^(scale - h) (b + d)^h; so many are binomial.
  @Test func degreesFollowTheBitsOfTheNode() throws {
    let quadrants = Graph.Quadrants(
      lowToLow: 0.5, lowToHigh: 0.25, highToLow: 0.1, highToHigh: 0.15)
    let (scale, edgeCount) = (6, 200_000)
    var generator = SeededGenerator(seed: 82)
    let graph = try Graph.recursiveMatrix(
      scale: scale, edgeCount: edgeCount, quadrants: quadrants, using: &generator)
    try graph.checkInvariants()
    #expect(graph.nodeCount == 64 && graph.edgeCount == edgeCount)
    for node in graph.nodes {
      var (asTail, asHead) = (1.0, 1.0)
      for bit in 0..<scale {
        let isLow = node >> bit & 1 == 0
        asTail *= isLow ? 0.75 : 0.25
        asHead *= isLow ? 0.6 : 0.4
      }
      let counts = [graph.outNeighbors(of: node).count, graph.inNeighbors(of: node).count]
      for (chance, count) in zip([asTail, asHead], counts) {
        let deviation = (Double(edgeCount) * chance * (1 - chance)).squareRoot()
        #expect(abs(Double(count) - Double(edgeCount) * chance) < 4.5 * deviation)
      }
    }
  }

  @Test func certaintyFillsOneEntry() throws {
    var generator = SeededGenerator(seed: 1)
    for (tail, head) in [(0, 0), (0, 7), (7, 0), (7, 7)] {
      let quadrants = Graph.Quadrants(
        lowToLow: tail + head == 0 ? 1 : 0, lowToHigh: tail < head ? 1 : 0,
        highToLow: tail > head ? 1 : 0, highToHigh: tail + head == 14 ? 1 : 0)
      let graph = try Graph.recursiveMatrix(
        scale: 3, edgeCount: 20, quadrants: quadrants, using: &generator)
      #expect(graph.edges.allSatisfy { $0.tail == tail && $0.head == head })
    }
  }

  @Test func extremesAreEmptyOrLoops() throws {
    var generator = SeededGenerator(seed: 1)
    let empty = try Graph.recursiveMatrix(scale: 2, edgeCount: 0, using: &generator)
    #expect(empty.nodeCount == 4 && empty.edgeCount == 0)
    let loops = try Graph.recursiveMatrix(scale: 0, edgeCount: 2, using: &generator)
    #expect(GraphChances.outcome(of: loops) == [[0, 0], [0, 0]])
  }

  @Test func aSeedIsAGraph() throws {
    var (first, second) = (SeededGenerator(seed: 3), SeededGenerator(seed: 3))
    let one = try Graph.recursiveMatrix(scale: 6, edgeCount: 99, using: &first)
    let other = try Graph.recursiveMatrix(scale: 6, edgeCount: 99, using: &second)
    #expect(one == other)
  }

  @Test func refusesWhatCannotBe() {
    var generator = SeededGenerator(seed: 1)
    func made(_ scale: Int, _ edgeCount: Int, _ quadrants: Graph.Quadrants = .init()) throws {
      _ = try Graph.recursiveMatrix(
        scale: scale, edgeCount: edgeCount, quadrants: quadrants, using: &generator)
    }
    for scale in [-1, 31] {
      #expect(
        throws: GraphError.optionOutOfRange(name: "scale", value: Double(scale), range: "0 to 30")
      ) { try made(scale, 1) }
    }
    for edgeCount in [-1, 1_073_741_824] {
      #expect(
        throws: GraphError.optionOutOfRange(
          name: "edgeCount", value: Double(edgeCount), range: "0 to 1073741823")
      ) { try made(2, edgeCount) }
    }
    #expect(throws: GraphError.optionOutOfRange(name: "highToLow", value: -1, range: "0 to 1")) {
      try made(2, 1, .init(lowToLow: 1, lowToHigh: 1, highToLow: -1, highToHigh: 0))
    }
    #expect(
      throws: GraphError.optionOutOfRange(name: "the sum of the quadrants", value: 0.75, range: "1")
    ) {
      try made(2, 1, .init(lowToLow: 0.25, lowToHigh: 0.25, highToLow: 0.25, highToHigh: 0))
    }
  }
}
