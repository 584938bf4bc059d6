import Testing

@testable import GraphCore

@Suite struct NodeHeapTests {
  /// The same by a list that is searched from end to end.
  private struct SlowHeap {
    var keys: [Int: Double] = [:]

    mutating func pop() -> Int? {
      let top = keys.min { ($0.value, $0.key) < ($1.value, $1.key) }
      return top.map {
        keys[$0.key] = nil
        return $0.key
      }
    }
  }

  @Test func takesOutTheSmallestKeyAndOfEqualOnesTheSmallestNode() {
    var generator = SeededGenerator(seed: 901)
    for nodeCount in 1...12 {
      var heap = NodeHeap(nodeCount: nodeCount)
      var slow = SlowHeap()
      for _ in 0..<400 {
        if Int.random(in: 0..<3, using: &generator) == 0 {
          #expect(heap.smallestKey == slow.keys.values.min())
          #expect(heap.pop() == slow.pop())
        } else {
          // Keys are few, so that many are equal; about half of them do not lower the old one.
          let node = Int.random(in: 0..<nodeCount, using: &generator)
          let key = Double(Int.random(in: 0...5, using: &generator))
          heap.push(node, key: key)
          slow.keys[node] = min(key, slow.keys[node] ?? .infinity)
        }
        #expect(heap.isEmpty == slow.keys.isEmpty)
      }
    }
  }

  @Test func isEmptyAfterAllIsTakenOut() {
    var heap = NodeHeap(nodeCount: 3)
    #expect(heap.pop() == nil)
    #expect(heap.smallestKey == nil)
    heap.push(2, key: 1)
    heap.push(0, key: 2)
    heap.removeAll()
    #expect(heap.isEmpty)
    // Keys of before are forgotten.
    heap.push(0, key: 5)
    #expect(heap.smallestKey == 5)
    #expect(heap.pop() == 0)
    #expect(heap.pop() == nil)
  }
}
