import TestSupport
import Testing

@testable import GraphCore

@Suite struct DenseLabelsTests {
  /// The definition: a label is the number of other labels that came before its first node.
  @Test func numbersFollowFirstNodes() {
    var generator = SeededGenerator(seed: 441)
    for count in 0...20 {
      let rough = (0..<count).map { _ in Int32.random(in: 0..<Int32(count), using: &generator) }
      let found = DenseLabels(rough)
      #expect(found.count == Set(rough).count)
      for node in rough.indices {
        let first = rough.firstIndex(of: rough[node]) ?? node
        #expect(Int(found.labels[node]) == Set(rough[..<first]).count)
      }
    }
  }
}
