import GraphCore
import TestSupport
import Testing

/// Halves of halves by all eigenvectors of the whole matrix; nil where the largest eigenvalue is
/// not alone or an entry is 0, since then the halves are a matter of choice.
private func slowly(_ graph: Graph, weighted: Bool) -> [Int]? {
  var ties = GraphTable(graph.asUndirected()).matrix(weighted: weighted)
  for node in graph.nodes { ties[node][node] *= 2 }
  let strength = ties.map { $0.reduce(0, +) }
  let ends = strength.reduce(0, +)
  if ends == 0 { return Array(graph.nodes) }
  var groups = graph.nodes.filter { strength[$0] == 0 }.map { [$0] }
  var waiting = [graph.nodes.filter { strength[$0] > 0 }]
  while let members = waiting.popLast() {
    var matrix = members.map { first in
      members.map { second in ties[first][second] - strength[first] * strength[second] / ends }
    }
    let sums = matrix.map { $0.reduce(0, +) }
    for place in members.indices { matrix[place][place] -= sums[place] }
    let pairs = LinearAlgebra.symmetricEigen(matrix).sorted { $0.value > $1.value }
    guard pairs[0].value > 1e-9 else {
      groups.append(members)
      continue
    }
    if pairs.count > 1, pairs[0].value - pairs[1].value < 1e-6 { return nil }
    let vector = pairs[0].vector
    if vector.contains(where: { abs($0) < 1e-7 }) { return nil }
    let signs = vector.map { $0 > 0 ? 1.0 : -1 }
    let gain = zip(signs, LinearAlgebra.product(matrix, signs)).reduce(0) { $0 + $1.0 * $1.1 }
    if gain > 1e-9 {
      waiting += [1.0, -1].map { sign in
        members.indices.filter { signs[$0] == sign }.map { members[$0] }
      }
    } else {
      groups.append(members)
    }
  }
  return graph.nodes.map { node in groups.firstIndex { $0.contains(node) } ?? -1 }
}

@Suite struct LeadingEigenvectorTests {
  @Test func agreesWithAllEigenvectors() throws {
    var compared = 0
    for graph in GraphFamilies.small.filter({ !$0.isDirected })
      + GraphFamilies.random(count: 120, nodes: 4...12, seed: 381, isWeighted: true)
    {
      for weighted in [false, true] {
        guard let expected = slowly(graph, weighted: weighted) else { continue }
        let found = try graph.leadingEigenvector(usesWeights: weighted)
        #expect(found.converged)
        let same = try PartitionComparison(of: found.groups, and: expected)
        #expect(same.adjustedRandIndex == 1, "\(graph.edges.map { $0 })")
        compared += 1
      }
    }
    #expect(compared > 150)
  }

  /// community_leading_eigenvector of igraph 1.0.0: communities and modularity.
  @Test(arguments: [
    ("davis_women", 3, 0.31138745107940924), ("karate34", 4, 0.39340894148586447),
    ("kite10", 3, 0.16512345679012347), ("lesmis77", 8, 0.532271064542129),
  ])
  func agreesWithIgraph(name: String, count: Int, modularity: Double) throws {
    let found = try ReferenceNetwork.plain(name).leadingEigenvector()
    #expect(found.count == count)
    #expect(abs((found.quality ?? 0) - modularity) < 1e-9)
  }

  @Test func twoCliquesComeApart() throws {
    let edges = (0..<2).flatMap { clique in
      (0..<6).flatMap { first in (0..<first).map { (6 * clique + first, 6 * clique + $0) } }
    }
    let graph = GraphFamilies.make(12, edges + [(0, 6)], isDirected: false)
    #expect(try graph.leadingEigenvector().groups == graph.nodes.map { $0 / 6 })
  }

  @Test func nothingAndLittle() throws {
    for graph in GraphFamilies.ladder {
      let found = try graph.leadingEigenvector()
      #expect(found.groups.count == graph.nodeCount)
      #expect(try graph.leadingEigenvector() == found)
    }
    #expect(try Graph.complete(nodeCount: 5).leadingEigenvector().count == 1)
    #expect(try Graph.complete(nodeCount: 0).leadingEigenvector().count == 0)
    let unsound = GraphFamilies.make(2, [Graph.Edge(0, 1, weight: -2)], isDirected: false)
    #expect(throws: GraphError.self) { try unsound.leadingEigenvector(usesWeights: true) }
  }
}
