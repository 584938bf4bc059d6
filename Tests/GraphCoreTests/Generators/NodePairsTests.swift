import Testing

@testable import GraphCore

@Suite struct NodePairsTests {
  @Test(arguments: [false, true])
  func walksOverAllPairsByTailThenHead(isDirected: Bool) {
    for nodeCount in 0...7 {
      var expected: [[Int]] = []
      for tail in 0..<nodeCount {
        for head in 0..<nodeCount where isDirected ? head != tail : head > tail {
          expected.append([tail, head])
        }
      }
      var pairs = NodePairs(nodeCount: nodeCount, isDirected: isDirected)
      #expect(pairs.count == expected.count)
      var others = pairs
      for position in expected.indices {
        let pair = pairs.pair(at: position)
        #expect([pair.tail, pair.head] == expected[position])
        if position.isMultiple(of: 3) {
          let same = others.pair(at: position)
          #expect(same == pair)
        }
      }
    }
  }

  /// n (n - 1) / 2 of the most nodes there can be.
  @Test func countsThePairsOfTheLargestGraph() {
    let most = NodePairs(nodeCount: 2_147_483_647, isDirected: false)
    #expect(most.count == 2_305_843_005_992_468_481)
  }
}
