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
      // The halves, up to where they are divided in turn; the cut is between, at 2.
      Dendrogram.Branch(from: 1, to: 2, y: (0.5, 0.5), group: nil),
      Dendrogram.Branch(from: 2, to: 3.5, y: (0.5, 0.5), group: 5),
      Dendrogram.Branch(from: 1, to: 2, y: (2.5, 2.5), group: nil),
      Dendrogram.Branch(from: 2, to: 3, y: (2.5, 2.5), group: 7),
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

  /// A group that stands apart early keeps no colour before the cut and its own behind it, by hand; so do
  /// the lines beside it, and no line crosses.
  @Test func coloursBeginAtTheCut() {
    let tree = Dendrogram(
      title: "", names: ["a", "b", "c"],
      levels: [
        .init(position: 0, groups: [0, 0, 0]), .init(position: 1, groups: [0, 0, 1]),
        .init(position: 4, groups: [0, 1, 2]),
      ], axis: "", chosen: 2, words: "")
    #expect(tree.cut == 4.25)
    let found = tree.branches()
    #expect(found.allSatisfy { ($0.group == nil) == ($0.from < 4.25) })
    #expect(found.allSatisfy { $0.to <= 4.25 || $0.from >= 4.25 })
    #expect(found.contains(.init(from: 1, to: 4.25, y: (2, 2), group: nil)))
    #expect(found.contains(.init(from: 4.25, to: 4.5, y: (2, 2), group: 2)))
  }

  @Test func oneNodeHasNoBranches() {
    let lone = Dendrogram(
      title: "", names: ["a"], levels: [.init(position: 0, groups: [0])], axis: "", chosen: 0,
      words: "")
    #expect(lone.branches() == [Dendrogram.Branch(from: 0, to: 0.5, y: (0, 0), group: 0)])
  }
}
