import GraphCore
import TestSupport
import Testing

@Suite struct VoteRankTests {
  @Test func agreesWithVotesCountedAnewInEachRound() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 80, nodes: 1...14, seed: 701)
    {
      let expected = GraphTable(graph).voteRank(isDirected: graph.isDirected)
      let found = graph.voteRank()
      #expect(found.elected == expected.elected)
      #expect(found.votes.values == expected.votes)
      #expect(graph.voteRank(2).elected == Array(expected.elected.prefix(2)))
      // Votes never rise from one election to the next.
      let votes = found.elected.map { found.votes[$0] }
      #expect(zip(votes, votes.dropFirst()).allSatisfy { $0 >= $1 })
    }
  }

  @Test func aStarElectsItsCentreAlone() {
    // By hand: the centre has all votes; then every leaf's only vote is gone.
    let star = GraphFamilies.make(5, [(0, 1), (0, 2), (0, 3), (0, 4)], isDirected: false)
    #expect(star.voteRank().elected == [0])
    #expect(star.voteRank().votes.values == [4, 0, 0, 0, 0])
  }
}
