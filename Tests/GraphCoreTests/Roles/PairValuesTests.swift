import TestSupport
import Testing

@testable import GraphCore

@Suite struct PairValuesTests {
  @Test func orderMeansNothing() {
    let values = PairValues(measure: "sum", nodeCount: 4, values: [10, 20, 21, 30, 31, 32])
    for first in 0..<4 {
      for second in 0..<4 where first != second {
        #expect(values[first, second] == 10 * max(first, second) + min(first, second))
      }
    }
  }
}
