import GraphCore
import TestSupport
import Testing

@Suite struct DegreeTests {
  @Test func agreesWithTheSumsOfTheMatrix() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 40, seed: 13, isWeighted: true)
    {
      let counts = GraphTable(graph).matrix(weighted: false)
      let weights = GraphTable(graph).matrix(weighted: true)
      for node in graph.nodes {
        func sums(_ matrix: [[Double]]) -> (out: Double, in: Double) {
          // A loop of an undirected graph stands once in the matrix and counts twice.
          let loop = graph.isDirected ? 0 : matrix[node][node]
          return (
            matrix[node].reduce(loop, +), matrix.reduce(loop) { $0 + $1[node] }
          )
        }
        let (out, into) = sums(counts)
        #expect(graph.degree(.outgoing, isNormalized: false)[node] == out)
        #expect(graph.degree(.incoming, isNormalized: false)[node] == into)
        #expect(
          graph.degree(.total, isNormalized: false)[node] == (graph.isDirected ? out + into : out))
        let (strong, drawn) = sums(weights)
        #expect(graph.strength(.outgoing)[node] == strong)
        #expect(graph.strength(.incoming)[node] == drawn)
        #expect(graph.strength()[node] == (graph.isDirected ? strong + drawn : strong))
      }
    }
  }

  @Test func totalsAreTwiceTheEdges() {
    for graph in GraphFamilies.random(count: 40, seed: 14) {
      #expect(
        graph.degree(isNormalized: false).values.reduce(0, +) == Double(2 * graph.edgeCount))
    }
  }

  @Test func normalisedByTheOtherNodes() {
    // A star of 5: the centre is joined to all others, a leaf to one of four.
    let star = GraphFamilies.make(5, [(0, 1), (0, 2), (0, 3), (0, 4)], isDirected: false)
    let degree = star.degree()
    #expect(degree.values == [1, 0.25, 0.25, 0.25, 0.25])
    #expect(degree.normalization == Normalization(rule: "n - 1", denominator: 4))
    #expect(degree.measure == "degree")
    // NetworkX 3.6.1: degree_centrality of a graph of one node is 1.
    #expect(GraphFamilies.make(1, [(Int, Int)](), isDirected: true).degree().values == [1])
  }

  @Test func namesItsKind() {
    let graph = GraphFamilies.make(2, [(0, 1)], isDirected: true)
    #expect(graph.degree(.incoming).measure == "in-degree")
    #expect(graph.degree(.outgoing).measure == "out-degree")
    #expect(graph.strength(.outgoing).measure == "out-strength")
  }
}
