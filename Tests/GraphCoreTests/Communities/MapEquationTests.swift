import GraphCore
import TestSupport
import Testing

/// What the package infomap 2.16.0 says of divisions that it is given (--two-level --no-infomap; for
/// recorded leaps --recorded-teleportation --to-nodes).
private struct Row: Sendable {
  let edges: [(Int, Int, Double)]
  let isDirected: Bool
  let isRecorded: Bool
  let groups: [Int]
  let codelength: Double
}

private func plain(_ pairs: [(Int, Int)]) -> [(Int, Int, Double)] { pairs.map { ($0.0, $0.1, 1) } }

private let triangles = plain([(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)])
private let rings = plain([
  (0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3), (5, 0), (1, 0),
])
/// With a loop, and a node that nothing leaves.
private let crooked: [(Int, Int, Double)] = [
  (0, 1, 1.5), (1, 2, 2), (2, 0, 1), (3, 4, 1), (4, 5, 0.5), (5, 3, 1), (2, 3, 0.25), (4, 4, 1),
  (5, 6, 1),
]

private let rows: [Row] = [
  Row(
    edges: triangles, isDirected: false, isRecorded: false, groups: [0, 0, 0, 1, 1, 1],
    codelength: 2.32073035683379),
  Row(
    edges: triangles, isDirected: false, isRecorded: false, groups: [0, 0, 0, 0, 0, 0],
    codelength: 2.556656707462823),
  Row(
    edges: rings, isDirected: true, isRecorded: false, groups: [0, 0, 0, 1, 1, 1],
    codelength: 2.278550356570965),
  Row(
    edges: rings, isDirected: true, isRecorded: false, groups: [0, 0, 0, 0, 0, 0],
    codelength: 2.513142319429169),
  Row(
    edges: rings, isDirected: true, isRecorded: false, groups: [0, 1, 2, 3, 4, 5],
    codelength: 4.511134767515189),
  Row(
    edges: rings, isDirected: true, isRecorded: false, groups: [0, 0, 1, 1, 2, 2],
    codelength: 2.9672192944575766),
  Row(
    edges: rings, isDirected: true, isRecorded: true, groups: [0, 0, 0, 1, 1, 1],
    codelength: 2.486125856671112),
  Row(
    edges: rings, isDirected: true, isRecorded: true, groups: [0, 0, 0, 0, 0, 0],
    codelength: 2.536948073535171),
  Row(
    edges: rings, isDirected: true, isRecorded: true, groups: [0, 1, 2, 3, 4, 5],
    codelength: 4.448296091068513),
  Row(
    edges: rings, isDirected: true, isRecorded: true, groups: [0, 0, 1, 1, 2, 2],
    codelength: 3.0859080628657596),
  Row(
    edges: crooked, isDirected: true, isRecorded: false, groups: [0, 0, 0, 1, 1, 1, 1],
    codelength: 1.8357911202416144),
  Row(
    edges: crooked, isDirected: true, isRecorded: false, groups: [0, 0, 1, 1, 2, 2, 2],
    codelength: 3.03345626112387),
  Row(
    edges: crooked, isDirected: true, isRecorded: true, groups: [0, 0, 0, 1, 1, 1, 1],
    codelength: 2.4101773686008405),
  Row(
    edges: crooked, isDirected: true, isRecorded: true, groups: [0, 0, 1, 1, 2, 2, 2],
    codelength: 3.249677889561846),
  Row(
    edges: crooked, isDirected: false, isRecorded: false, groups: [0, 0, 0, 1, 1, 1, 1],
    codelength: 1.9542732715589348),
  Row(
    edges: crooked, isDirected: false, isRecorded: false, groups: [0, 0, 1, 1, 2, 2, 2],
    codelength: 3.442281124101158),
]

@Suite struct MapEquationTests {
  @Test(arguments: rows.indices)
  func agreesWithInfomap(row: Int) throws {
    let row = rows[row]
    let graph = GraphFamilies.make(
      row.groups.count, row.edges.map { Graph.Edge($0.0, $0.1, weight: $0.2) },
      isDirected: row.isDirected)
    let found = try graph.codelength(
      of: row.groups,
      .init(teleportation: row.isRecorded ? .recorded : .unrecorded, usesWeights: true))
    // Infomap stops its walk earlier than ours.
    #expect(abs((found ?? 0) - row.codelength) < 1e-9)
  }

  @Test func agreesWithTheEntropiesOfTheBooks() throws {
    var generator = SeededGenerator(seed: 371)
    for graph in GraphFamilies.small.filter({ $0.nodeCount < 4 || !$0.isDirected })
      + GraphFamilies.ladder + GraphFamilies.random(count: 80, seed: 372, isWeighted: true)
    {
      let groups = graph.nodes.map { _ in Int.random(in: 0...2, using: &generator) }
      for teleportation in Graph.InfomapOptions.Teleportation.allCases {
        for weighted in [false, true] {
          let found = try graph.codelength(
            of: groups,
            .init(teleportation: teleportation, damping: 0.8, usesWeights: weighted))
          let expected = GraphTable(graph).codelength(
            of: groups, weighted: weighted, isDirected: graph.isDirected,
            isRecorded: teleportation == .recorded, damping: 0.8)
          #expect(largestDifference([found], [expected]) < 1e-9)
        }
      }
    }
  }

  @Test func unsoundOptionsAreRefused() {
    let graph = GraphFamilies.make(2, [(0, 1)], isDirected: true)
    #expect(throws: GraphError.wrongCount(of: "groups", expected: 2, actual: 1)) {
      try graph.codelength(of: [0])
    }
    #expect(throws: GraphError.self) { try graph.codelength(of: [0, 1], .init(damping: 1)) }
  }
}
