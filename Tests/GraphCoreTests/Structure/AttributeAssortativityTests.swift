import GraphCore
import TestSupport
import Testing

@Suite struct AttributeAssortativityTests {
  static let graphs =
    GraphFamilies.small + GraphFamilies.ladder
    + GraphFamilies.random(count: 60, nodes: 1...10, seed: 681)

  /// From the matrix of shares of edges between groups.
  @Test func groupsAgreeWithTheMatrixOfShares() throws {
    for graph in Self.graphs {
      let groups = graph.nodes.map { [7, -2, 5][$0 * $0 % 3] }
      let table = GraphTable(graph).matrix(weighted: false)
      let total = table.joined().reduce(0, +)
      var expected: Double?
      if total > 0 {
        let names = Set(groups).sorted()
        let shares = names.map { row in
          names.map { column in
            graph.nodes.reduce(0.0) { sum, tail in
              sum
                + graph.nodes.reduce(0.0) {
                  $0 + (groups[tail] == row && groups[$1] == column ? table[tail][$1] : 0)
                }
            } / total
          }
        }
        let square = names.indices.reduce(0.0) { sum, i in
          sum + shares[i].reduce(0, +) * shares.reduce(0.0) { $0 + $1[i] }
        }
        let trace = names.indices.reduce(0.0) { $0 + shares[$1][$1] }
        if square < 1 - 1e-12 { expected = (trace - square) / (1 - square) }
      }
      #expect(
        largestDifference([try graph.assortativity(ofGroups: groups)], [expected]) < 1e-12)
    }
  }

  /// The degrees as values give the degree assortativity, which has a twin of its own.
  @Test func valuesAgreeWithDegrees() throws {
    for graph in Self.graphs where !graph.isDirected {
      let degrees = graph.degree(isNormalized: false).values
      #expect(
        largestDifference(
          [try graph.assortativity(ofValues: degrees)], [graph.degreeAssortativity()]) < 1e-12)
    }
  }

  /// NetworkX 3.6.1 (`attribute_assortativity_coefficient`, `numeric_assortativity_coefficient`):
  /// the clubs of the karate network, node number mod 3, and its square mod 7.
  @Test func agreesWithNetworkX() throws {
    let karate = NamedNetwork.karateClub
    let clubs = try #require(karate.groups)
    #expect(
      largestDifference([try karate.graph.assortativity(ofGroups: clubs)], [0.717530864197531])
        < 1e-14)
    let ise = try ReferenceNetwork.named("ise_typed_nov13")
    #expect(
      largestDifference(
        [
          try karate.graph.assortativity(ofValues: (0..<34).map { Double($0 * $0 % 7) }),
          try ise.assortativity(ofGroups: (0..<144).map { $0 % 3 }),
          try ise.assortativity(ofValues: (0..<144).map { Double($0 * $0 % 7) }),
        ], [-0.12283931299817759, -0.06746031746031743, -0.08992420505171694]) < 1e-14)
  }

  @Test func oneForEachNode() throws {
    let graph = try Graph.path(nodeCount: 3, isDirected: false)
    #expect(throws: GraphError.wrongCount(of: "groups", expected: 3, actual: 1)) {
      try graph.assortativity(ofGroups: [0])
    }
    #expect(throws: GraphError.wrongCount(of: "values", expected: 3, actual: 1)) {
      try graph.assortativity(ofValues: [0])
    }
    #expect(throws: GraphError.self) { try graph.assortativity(ofValues: [0, .nan, 1]) }
  }
}
