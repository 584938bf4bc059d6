import TestSupport
import Testing

@testable import GraphCore

@Suite struct NodeClassesTests {
  @Test func classesAreNumberedByTheirFirstNode() {
    let classes = NodeClasses(DenseLabels([3, 1, 3, 0]))
    #expect(classes.labels == [0, 1, 0, 2])
    #expect(classes.members == [[0, 2], [1], [3]])
    #expect(classes.count == 3)
  }
}
