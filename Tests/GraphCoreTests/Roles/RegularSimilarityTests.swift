import GraphCore
import TestSupport
import Testing

@Suite struct RegularSimilarityTests {
  /// Every round over whole matrices.
  private func slow(_ ties: [[Double]], rounds: Int) -> [[Double]] {
    let nodes = ties.indices
    var alike = ties.map { $0.map { _ in 1.0 } }
    for _ in 0..<rounds {
      var next = alike
      for i in nodes {
        for j in nodes where i != j {
          var (found, all) = (0.0, 0.0)
          for (a, b) in [(i, j), (j, i)] {
            for k in nodes {
              all += ties[a][k] + ties[k][a]
              found +=
                nodes.map { m in
                  alike[k][m] * (min(ties[a][k], ties[b][m]) + min(ties[k][a], ties[m][b]))
                }.max() ?? 0
            }
          }
          next[i][j] = all > 0 ? found / all : 1
        }
      }
      alike = next
    }
    return alike
  }

  @Test func agreesWithWholeMatrices() throws {
    for graph in GraphFamilies.small.filter({ $0.nodeCount == 3 }) + GraphFamilies.ladder
      + GraphFamilies.random(count: 30, nodes: 2...8, seed: 1_051, isWeighted: true)
    {
      for weighted in [false, true] {
        var ties = GraphTable(graph).matrix(weighted: weighted)
        if !weighted || !graph.isWeighted { ties = ties.map { row in row.map { min($0, 1) } } }
        for node in graph.nodes { ties[node][node] = 0 }
        for rounds in [1, 3] {
          let expected = slow(ties, rounds: rounds)
          let found = try graph.regularSimilarities(rounds: rounds, usesWeights: weighted)
          for first in graph.nodes {
            for second in 0..<first {
              #expect(abs(found[first, second] - expected[first][second]) < 1e-12)
            }
          }
        }
      }
    }
  }

  /// Where all ties are mutual and everyone has one, all are regularly equivalent.
  @Test func mutualTiesMakeAllAlike() throws {
    let found = try NamedNetwork.karateClub.graph.regularSimilarities()
    #expect(found.values.allSatisfy { $0 == 1 })
  }

  /// In a tree turned outward nodes of one level are alike, and no two of different levels.
  @Test func levelsOfATree() throws {
    let tree = GraphFamilies.make(
      6, [(0, 1), (0, 2), (1, 3), (1, 4), (2, 5)], isDirected: true)
    let found = try tree.regularSimilarities(rounds: 5)
    #expect(found[1, 2] == 1)
    #expect(found[3, 5] == 1)
    #expect(found[0, 1] < 1 && found[1, 3] < 1 && found[0, 3] == 0)
  }
}
