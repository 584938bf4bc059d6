import TestSupport
import Testing

@testable import GraphCore

@Suite struct ValueOrderTests {
  /// Sorted by comparing values and then positions, which says the same in another way.
  private func compared(_ values: [Double], isSmallestFirst: Bool) -> [Int32] {
    values.indices.sorted { left, right in
      if values[left] == values[right] { return left < right }
      return isSmallestFirst ? values[left] < values[right] : values[left] > values[right]
    }.map { Int32($0) }
  }

  /// Few are sorted in one way, many in another.
  @Test(arguments: [0, 1, 2, 100, 511, 512, 3_000])
  func sortsAsComparingDoes(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    let odd: [Double] = [
      0, -0.0, .infinity, -.infinity, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
      .greatestFiniteMagnitude, -1, 1, 1.0.nextUp,
    ]
    let lists: [[Double]] = [
      (0..<count).map { _ in Double(Int.random(in: 1...9, using: &generator)) },
      (0..<count).map { _ in Double.random(in: -1...1, using: &generator) },
      (0..<count).map { _ in odd[Int.random(in: odd.indices, using: &generator)] },
      (0..<count).map { _ in 7 },
    ]
    for values in lists {
      for isSmallestFirst in [true, false] {
        let found = ValueOrder.positions(of: values, isSmallestFirst: isSmallestFirst)
        let isRight = found == compared(values, isSmallestFirst: isSmallestFirst)
        #expect(isRight)
      }
    }
  }
}
