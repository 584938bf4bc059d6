import TestSupport
import Testing

@testable import GraphCore

@Suite struct LaneLevelsTests {
  @Test(arguments: [false, true])
  func levelsAreDistancesAndKeepWhatLeadsToEnds(isDirected: Bool) {
    let graph = GraphFamilies.crowded(seed: 651, isDirected: isDirected)
    let folded = FoldedGraph(graph, foldsTrees: false, keepsEdges: false)
    let table = GraphTable(graph).distances(weighted: false)
    func distance(_ first: Int32, _ second: Int32) -> Double {
      table[Int(folded.nodes[Int(first)])][Int(folded.nodes[Int(second)])]
    }
    let ends = folded.nodes.map { $0 % 10 == 3 ? 1.0 : 0 }
    let endPlaces = ends.indices.filter { ends[$0] > 0 }.map { Int32($0) }
    var levels = LaneLevels(folded.outgoing)
    for roots in [Array(Int32(0)..<64), [70, 5, 6], [90]] {
      levels.search(from: roots[...])
      var met = 0
      for level in 0..<levels.count {
        for index in levels.level(level) {
          for (lane, root) in roots.enumerated() where levels.lanes[index] >> lane & 1 == 1 {
            #expect(distance(root, levels.places[index]) == Double(level))
            met += 1
          }
        }
      }
      let reached = roots.reduce(0) { sum, root in
        sum + folded.nodes.indices.count { distance(root, Int32($0)).isFinite }
      }
      #expect(met == reached)

      levels.keep(ends: ends)
      for level in 0..<levels.count {
        for index in levels.level(level) {
          let place = levels.places[index]
          for (lane, root) in roots.enumerated() where distance(root, place) == Double(level) {
            let reaches = endPlaces.filter {
              distance(root, $0).isFinite
                && distance(root, place) + distance(place, $0) == distance(root, $0)
            }
            #expect((levels.lanes[index] >> lane & 1 == 1) == !reaches.isEmpty)
            #expect(
              (levels.onward[index] >> lane & 1 == 1) == reaches.contains { $0 != place })
          }
        }
      }
    }
  }
}
