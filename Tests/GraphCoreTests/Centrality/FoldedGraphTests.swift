import TestSupport
import Testing

@testable import GraphCore

@Suite struct FoldedGraphTests {
  @Test func aTreeIsFoldedIntoOnePlace() {
    // Closed form of a path of n nodes: node i lies between i and n - 1 - i others, edge i between
    // i + 1 and n - 1 - i nodes; ordered pairs count twice.
    let path = GraphFamilies.make(9, (0..<8).map { ($0, $0 + 1) }, isDirected: false)
    let folded = FoldedGraph(path, foldsTrees: true, keepsEdges: true)
    #expect(folded.nodes.count == 1)
    #expect(folded.weights == [9])
    #expect(folded.outgoing.targets.isEmpty)
    #expect(folded.treeNodeScores == [0, 14, 24, 30, 32, 30, 24, 14, 0])
    #expect(folded.treeEdgeScores == [16, 28, 36, 40, 40, 36, 28, 16])
  }

  @Test func aTreeThatHangsFromARingGivesItsWeight() {
    // A triangle 0, 1, 2 with a leaf at 0 and a path 4, 5 at 1, and a loop at each end.
    let graph = GraphFamilies.make(
      6, [(0, 1), (1, 2), (2, 0), (0, 3), (1, 4), (4, 5), (5, 5), (2, 2)], isDirected: false)
    let folded = FoldedGraph(graph, foldsTrees: true, keepsEdges: false)
    #expect(folded.nodes == [0, 1, 2])
    #expect(folded.weights == [2, 3, 1])
    #expect(folded.outgoing.offsets == [0, 2, 4, 6])
    #expect(folded.outgoing.targets == [1, 2, 0, 2, 0, 1])
    // From the leaf 3 to the 4 others than 0, from 4 and 5 to the 3 others than 1, both ways; and
    // through 4 from 5 to the 4 others.
    #expect(folded.treeNodeScores == [8, 12, 0, 0, 8, 0])
  }

  @Test func directedGraphsAndParallelEdgesAreNotFolded() {
    let arrow = GraphFamilies.make(2, [(0, 1)], isDirected: true)
    #expect(FoldedGraph(arrow, foldsTrees: true, keepsEdges: false).nodes.count == 2)
    let double = GraphFamilies.make(2, [(0, 1), (0, 1)], isDirected: false)
    let folded = FoldedGraph(double, foldsTrees: true, keepsEdges: true)
    #expect(folded.nodes == [0, 1])
    #expect(folded.outgoing.edges == [0, 1, 0, 1])
  }

  @Test func placesComeByFallingDegreeAndRowsByIt() {
    let graph = GraphFamilies.crowded(seed: 661, isDirected: true)
    let folded = FoldedGraph(graph, foldsTrees: true, keepsEdges: true)
    let table = GraphTable(graph)
    let degrees = graph.nodes.map { node in
      graph.nodes.reduce(0) { sum, other in
        other == node ? sum : sum + table.steps[node][other].count + table.steps[other][node].count
      }
    }
    #expect(
      folded.nodes.map { Int($0) } == graph.nodes.sorted { (degrees[$1], $0) < (degrees[$0], $1) })
    for (place, node) in folded.nodes.enumerated() {
      for (rows, isOut) in [(folded.outgoing, true), (folded.incoming, false)] {
        let found = rows.targets[rows.offsets[place]..<rows.offsets[place + 1]]
          .map { Int(folded.nodes[Int($0)]) }
        let expected = graph.nodes.filter { $0 != node }.flatMap { other in
          let steps = isOut ? table.steps[Int(node)][other] : table.steps[other][Int(node)]
          return [Int](repeating: other, count: steps.count)
        }
        #expect(found.sorted() == expected)
      }
    }
  }
}
