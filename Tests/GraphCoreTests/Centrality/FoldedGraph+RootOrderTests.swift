import TestSupport
import Testing

@testable import GraphCore

@Suite struct FoldedGraphRootOrderTests {
  @Test func rootsAtTheSameDistancesFollowEachOther() {
    // Two stars of rings, joined at their centres, which have the most edges: a root is at 1 and 2
    // from them, or at 2 and 1.
    let size = 70
    let pairs = (0..<2).flatMap { star in
      (0..<size).flatMap { index -> [(Int, Int)] in
        let node = 2 + 2 * index + star
        return [(star, node), (node, 2 + 2 * ((index + 1) % size) + star)]
      }
    }
    let graph = GraphFamilies.make(2 + 2 * size, pairs + [(0, 1)], isDirected: false)
    let folded = FoldedGraph(graph, foldsTrees: true, keepsEdges: false)
    let roots = (2..<Int32(folded.nodes.count)).map { $0 }
    let found = folded.sideBySide(roots, lowDegreesFirst: true)
    #expect(found.sorted() == roots)
    #expect(found.map { folded.nodes[Int($0)] % 2 } == found.indices.map { $0 < size ? 0 : 1 })
  }

  @Test func lowDegreesComeFirstIfAskedFor() {
    let graph = GraphFamilies.crowded(seed: 671, isDirected: false)
    let folded = FoldedGraph(graph, foldsTrees: true, keepsEdges: false)
    let roots = folded.nodes.indices.map { Int32($0) }
    let degrees = folded.sideBySide(roots, lowDegreesFirst: true).map { root in
      folded.outgoing.offsets[Int(root) + 1] - folded.outgoing.offsets[Int(root)]
    }
    let magnitudes = degrees.map { Int.bitWidth - $0.leadingZeroBitCount }
    #expect(zip(magnitudes, magnitudes.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(Set(magnitudes).count > 2)
  }
}
