import GraphCore
import TestSupport
import Testing

@Suite struct MotifsTests {
  /// The numbers of edges at the nodes of each motif, which no other set that hangs together has.
  private static let degrees = ["112", "222", "1113", "1122", "1223", "2222", "2233", "3333"]

  @Test func agreesWithAllSetsOfNodes() throws {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 1...10, seed: 701)
    {
      let expected = GraphTable(graph).motifs()
      #expect(try graph.motifCounts().counts == Self.degrees.map { expected[$0] ?? 0 })
    }
  }

  /// What igraph 1.0.0 counts (`motifs_randesu`, sizes 3 and 4).
  @Test(arguments: [
    ("karate34", [393, 45, 1_098, 681, 452, 36, 85, 11]),
    ("lesmis77", [1_407, 467, 6_362, 4_998, 4_839, 45, 710, 639]),
    ("ise_typed_nov13", [2_160, 69, 15_054, 8_026, 2_070, 112, 148, 6]),
  ])
  func agreesWithIgraph(name: String, counts: [Int]) throws {
    let graph = try ReferenceNetwork.named(name)
    let found = try graph.motifCounts()
    #expect(found.counts == counts)
    #expect(found[.paw] == counts[4])
    #expect(try graph.motifCounts(execution: Execution(threads: 1)) == found)
  }

  /// Graphs of the same degrees have the same sum over wedges and triangles.
  @Test func chanceKeepsTheDegrees() throws {
    let karate = NamedNetwork.karateClub.graph
    let found = try karate.motifComparison(.init(samples: 20, seed: 3))
    #expect(found.map(\.observed) == [393, 45, 1_098, 681, 452, 36, 85, 11])
    let means = found.compactMap(\.mean)
    #expect(abs(means[0] + 3 * means[1] - 528) < 1e-9)
    let alone = Graph.NullOptions(samples: 20, seed: 3, execution: Execution(threads: 1))
    #expect(found == (try karate.motifComparison(alone)))
  }

  @Test func degreesTooLargeToCountAreRefused() throws {
    let star = try Graph.star(nodeCount: 1_600_000, isDirected: false)
    #expect(throws: GraphError.self) { try star.motifCounts() }
  }
}
