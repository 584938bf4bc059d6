import TestSupport
import Testing

@testable import GraphCore

@Suite struct BlockStateTests {
  private static let graphs =
    GraphFamilies.ladder + GraphFamilies.random(count: 30, nodes: 1...9, seed: 457)

  private func labels(_ graph: Graph, _ seed: Int) -> [Int32] {
    graph.nodes.map { Int32(($0 * 7 + seed) % 3) }
  }

  /// After moves, parts and mergers the sums are those of the labels made anew.
  @Test func changesKeepTheSums() throws {
    for graph in Self.graphs where graph.nodeCount > 0 {
      let network = BlockNetwork(graph)
      var state = BlockState(network, labels: labels(graph, 1), room: 5)
      func check() {
        let anew = BlockState(network, labels: state.labels, room: 5)
        #expect(abs(state.length - anew.length) < 1e-9)
        #expect(state.count == anew.count && state.sizes == anew.sizes && state.ends == anew.ends)
        #expect(state.blocks == Set(state.labels).sorted().map(Int.init))
      }
      check()
      if let empty = state.emptyBlock {
        let first = Int32(state.labels[0])
        state.part(
          graph.nodes.filter { state.labels[$0] == first }.prefix(1).map { Int32($0) }, into: empty)
        check()
      }
      let before = state.length
      state.settle(graph.nodes.map { Int32($0) }, among: state.blocks, most: 10)
      #expect(state.length <= before + 1e-9)
      check()
    }
  }

  /// The best merger is the best of all pairs of blocks, each tried and measured anew.
  @Test func theBestMergerIsTheBestOfAll() throws {
    for graph in Self.graphs where graph.nodeCount > 2 {
      let network = BlockNetwork(graph)
      let state = BlockState(network, labels: labels(graph, 2), room: 4)
      let changes = state.blocks.flatMap { first in
        state.blocks.filter { $0 > first }.map { second -> Double in
          let joined = state.labels.map { Int($0) == second ? Int32(first) : $0 }
          return BlockState(network, labels: joined, room: 4).length - state.length
        }
      }
      let found = state.bestMerger()
      #expect((found == nil) == changes.isEmpty)
      guard let found, let best = changes.min() else { continue }
      #expect(abs(found.change - best) < 1e-9)
      var merged = state
      merged.merge(found.first, found.second)
      #expect(abs(merged.length - state.length - best) < 1e-9)
    }
  }

  /// The description length of a division, of which the definition is tried in StochasticBlockModelTests.
  @Test func lengthAndConstantAreTheDescriptionLength() throws {
    for graph in Self.graphs where graph.nodeCount > 0 {
      let network = BlockNetwork(graph)
      let groups = labels(graph, 3)
      let state = BlockState(network, labels: groups, room: 3)
      let whole = try graph.descriptionLength(of: groups.map(Int.init))
      #expect(abs(state.length + network.constant - whole) < 1e-9)
    }
  }
}
