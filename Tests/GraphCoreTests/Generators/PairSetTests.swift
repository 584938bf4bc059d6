import Testing

@testable import GraphCore

@Suite struct PairSetTests {
  /// A dozen nodes, so pairs repeat, come and go; the set of the standard library keeps count.
  @Test(arguments: [false, true], [20, 144])
  func agreesWithTheSetOfTheStandardLibrary(isDirected: Bool, capacity: Int) {
    var generator = SeededGenerator(seed: 9)
    var found = PairSet(capacity: capacity, isDirected: isDirected)
    var expected: Set<[Int]> = []
    for _ in 0..<20_000 {
      let first = Int.random(in: 0..<12, using: &generator)
      let second = Int.random(in: 0..<12, using: &generator)
      let pair = isDirected ? [first, second] : [first, second].sorted()
      #expect(found.contains(first, second) == expected.contains(pair))
      if Bool.random(using: &generator), expected.count < capacity {
        let isNew = found.insert(first, second)
        #expect(isNew == expected.insert(pair).inserted)
      } else {
        found.remove(first, second)
        expected.remove(pair)
      }
    }
  }

  @Test func aFullTableOfNeighboursLosesNobody() {
    // Ends of the range of nodes, and a table filled to its capacity, then emptied every other.
    let most = Int(Int32.max) - 1
    var set = PairSet(capacity: 1_000, isDirected: true)
    for node in 0..<1_000 {
      let isNew = set.insert(most, node)
      #expect(isNew)
    }
    for node in stride(from: 0, to: 1_000, by: 2) { set.remove(most, node) }
    for node in 0..<1_000 { #expect(set.contains(most, node) == !node.isMultiple(of: 2)) }
    #expect(!set.contains(1, most))
  }
}
