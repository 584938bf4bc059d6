import Testing

@testable import Reporting

@Suite struct DendrogramTests {
  /// Four nodes: at 1 they part into the first and last, and the two between; at 3 the latter part.
  private let tree = Dendrogram(
    title: "Trial", names: ["a", "b", "c", "d"],
    levels: [
      .init(position: 0, groups: [0, 0, 0, 0]), .init(position: 1, groups: [5, 7, 7, 5]),
      .init(position: 3, groups: [0, 1, 2, 0]),
    ], axis: "steps", chosen: 1, words: "Words.")

  @Test func groupsStandTogetherInTheOrderOfTheirFirstNodes() {
    #expect(tree.order == [0, 3, 1, 2])
  }

  /// By hand; the names stand at 3.5, a twentieth or half a step beyond the last division.
  @Test func linesJoinWhatIsDividedWhereItIs() {
    #expect(tree.end == 3.5)
    let expected = [
      // The whole, and where it is divided: between the middles of its halves.
      Dendrogram.Branch(from: 0, to: 1, y: (1.5, 1.5), group: nil),
      Dendrogram.Branch(from: 1, to: 1, y: (0.5, 2.5), group: nil),
      // The halves, up to where they are divided in turn.
      Dendrogram.Branch(from: 1, to: 3.5, y: (0.5, 0.5), group: 5),
      Dendrogram.Branch(from: 1, to: 3, y: (2.5, 2.5), group: 7),
      Dendrogram.Branch(from: 3, to: 3.5, y: (2, 2), group: 7),
      Dendrogram.Branch(from: 3, to: 3, y: (2, 3), group: 7),
      Dendrogram.Branch(from: 3, to: 3.5, y: (3, 3), group: 7),
      // Two that no level parts.
      Dendrogram.Branch(from: 3.5, to: 3.5, y: (0, 1), group: 5),
    ]
    let found = tree.branches()
    #expect(found.count == expected.count)
    for branch in expected { #expect(found.contains(branch), "\(branch)") }
  }

  @Test func oneNodeHasNoBranches() {
    let lone = Dendrogram(
      title: "", names: ["a"], levels: [.init(position: 0, groups: [0])], axis: "", chosen: 0,
      words: "")
    #expect(lone.branches() == [Dendrogram.Branch(from: 0, to: 0.5, y: (0, 0), group: 0)])
  }
}
