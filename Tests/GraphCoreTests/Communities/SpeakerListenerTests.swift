import GraphCore
import TestSupport
import Testing

@Suite struct SpeakerListenerTests {
  static let tried =
    GraphFamilies.ladder
    + GraphFamilies.random(count: 60, nodes: 1...20, seed: 391, isWeighted: true)

  /// Laws of what comes out, whatever the draws.
  @Test func everyNodeIsInACommunityWithinItsComponentAndNoneLiesInAnother() throws {
    for (index, graph) in Self.tried.enumerated() {
      for weighted in [false, true] {
        for threshold in [0.0, 0.1, 0.6, 1] {
          let found = try graph.speakerListener(
            .init(rounds: 12, threshold: threshold, seed: UInt64(index), usesWeights: weighted))
          let parts = graph.weakComponents()
          #expect(found.memberships.allSatisfy { !$0.isEmpty })
          if threshold > 0.5 { #expect(found.memberships.allSatisfy { $0.count == 1 }) }
          for (place, members) in found.communities.enumerated() {
            #expect(members == members.sorted() && Set(members).count == members.count)
            #expect(members.allSatisfy { parts.joins($0, members[0]) })
            for (other, others) in found.communities.enumerated() where other != place {
              #expect(!Set(members).isSubset(of: others))
            }
          }
        }
      }
    }
  }

  /// Two cliques of eight that share two nodes.
  @Test func sharedNodesAreInBothCommunities() throws {
    let first = Array(0..<8)
    let second = Array(6..<14)
    let pairs = [first, second].flatMap { clique in
      clique.flatMap { one in clique.filter { $0 < one }.map { (one, $0) } }
    }
    let graph = GraphFamilies.make(14, pairs, isDirected: false).simplified()
    var both = 0
    for seed in 0..<40 as Range<UInt64> {
      let found = try graph.speakerListener(.init(seed: seed))
      if found.communities == [first, second] { both += 1 }
    }
    // Chance may give a shared node to one side, or all nodes one label.
    #expect(both >= 10)
  }

  @Test func cliquesOnARingComeApart() throws {
    let count = 8
    let edges = (0..<count).flatMap { clique -> [(Int, Int)] in
      let base = 6 * clique
      return (0..<6).flatMap { first in (0..<first).map { (base + first, base + $0) } }
        + [(base, (base + 7) % (6 * count))]
    }
    let graph = GraphFamilies.make(6 * count, edges, isDirected: false)
    let found = try graph.speakerListener(.init(threshold: 0.4, seed: 2))
    #expect(found.communities == (0..<count).map { Array(6 * $0..<6 * $0 + 6) })
    #expect(found.method == "speaker-listener")
    #expect(try graph.speakerListener(.init(threshold: 0.4, seed: 2)) == found)
  }

  /// Of two neighbors the first to listen hears the other's label and knows both; the second hears
  /// one of these by lot. If that is its own again, it knows no other.
  @Test func labelsAreDrawnFromWhatIsRemembered() throws {
    let pair = GraphFamilies.make(2, [(0, 1)], isDirected: false)
    var apart = 0
    for seed in 0..<400 as Range<UInt64> {
      // At half, both know the label of the second, whatever was drawn.
      let loose = try pair.speakerListener(.init(rounds: 1, threshold: 0.5, seed: seed))
      #expect(loose.communities == [[0, 1]])
      // Above half a node of two labels takes the smaller; the second, if it heard its own, keeps it.
      let strict = try pair.speakerListener(.init(rounds: 1, threshold: 0.75, seed: seed))
      if strict.communities.count == 2 { apart += 1 }
    }
    // They part if node 1 listened second and heard its own: a quarter, binomial with deviation 8.7.
    #expect(abs(apart - 100) < 44)
  }

  @Test func unsoundOptionsAreRefused() {
    let graph = GraphFamilies.make(2, [(0, 1)], isDirected: false)
    #expect(throws: GraphError.self) { try graph.speakerListener(.init(rounds: 0)) }
    #expect(throws: GraphError.self) { try graph.speakerListener(.init(threshold: 1.5)) }
  }
}
