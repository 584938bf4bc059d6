import Testing

@testable import GraphCore

@Suite struct CommunityCoverTests {
  @Test func communitiesAreOrderedByTheirNodes() {
    let cover = CommunityCover([[2, 3], [0, 2], [0, 1, 2]], nodeCount: 5, method: "hand")
    #expect(cover.communities == [[0, 1, 2], [0, 2], [2, 3]])
    #expect(cover.memberships == [[0, 1], [0], [0, 1, 2], [2], []])
  }
}
