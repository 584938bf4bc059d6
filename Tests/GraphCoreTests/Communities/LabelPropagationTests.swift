import GraphCore
import TestSupport
import Testing

/// By node the community of label_propagation_communities of NetworkX 3.6.1, as a letter.
private let ofNetworkX: [(name: String, groups: String)] = [
  ("davis_women", "aaaaaaaaaaaaaaaabbaaaaaaaaaabaaa"),
  ("florentine_marriage16", "aaabbaaaacbdacba"),
  (
    "ise_typed_nov13",
    "abbbccbbbbcdacccbccaceccaafggbcccchecdccccccccicccccbbbjjccc"
      + "cccbebekcblllmnbeciocccccccccbcdckhcceihbcccbfcccccccccbejlc"
      + "cchocgbgabicccppqqqrrsrr"
  ),
  ("karate34", "aabaaccabbaaaabbcabababbaabbbbbabb"),
  ("kite10", "aaaaaaaabb"),
  (
    "lesmis77",
    "aabbaaaaaabbbbbbccccccccddcbbbbbbbbbbbbcdddbbbeefcdccccfcfff"
      + "ffffffffddddbggdf"
  ),
]

/// The labels that have most weight among the neighbors of a node, from the table of ties.
private func commonest(_ ties: [[Double]], _ labels: [Int], around node: Int) -> [Int] {
  var sums: [Int: Double] = [:]
  for other in ties.indices where other != node && ties[node][other] > 0 {
    sums[labels[other], default: 0] += ties[node][other]
  }
  let most = sums.values.max()
  return sums.filter { $0.value == most }.map(\.key).sorted()
}

/// Node by node in the order of colors, each time asking all neighbors.
private func slowlyByColor(_ graph: Graph, weighted: Bool) -> [Int] {
  let ties = GraphTable(graph).ties(weighted: weighted, isDirected: graph.isDirected)
  let degree = graph.nodes.map { node in
    graph.edges.filter {
      $0.tail != $0.head && ($0.tail == node || $0.head == node)
        && (!weighted || ($0.weight ?? 1) > 0)
    }.count
  }
  var color = [Int?](repeating: nil, count: graph.nodeCount)
  for node in graph.nodes.sorted(by: { (-degree[$0], $0) < (-degree[$1], $1) }) {
    let taken = graph.nodes.filter { $0 != node && ties[node][$0] > 0 }.map { color[$0] }
    color[node] = (0...).first { !taken.contains($0) }
  }
  var labels = Array(graph.nodes)
  while true {
    let before = labels
    for shade in 0...graph.nodeCount {
      let now = labels
      for node in graph.nodes where color[node] == shade {
        let best = commonest(ties, now, around: node)
        if let largest = best.last, !best.contains(now[node]) { labels[node] = largest }
      }
    }
    if labels == before { return labels }
  }
}

private func sameDivision(_ first: [Int], _ second: [Int]) -> Bool {
  first.indices.allSatisfy { one in
    first.indices.allSatisfy { (first[one] == first[$0]) == (second[one] == second[$0]) }
  }
}

@Suite struct LabelPropagationTests {
  static let tried =
    GraphFamilies.small + GraphFamilies.ladder
    + GraphFamilies.random(count: 60, nodes: 1...14, seed: 341, isWeighted: true)

  @Test(arguments: ofNetworkX)
  func byColorItIsThatOfNetworkX(name: String, groups: String) throws {
    let found = try ReferenceNetwork.plain(name).semiSynchronousLabelPropagation()
    let expected = groups.utf8.map(Int.init)
    #expect(sameDivision(found.groups, expected))
  }

  @Test func byColorItIsThatOfTheSlowTwin() throws {
    for graph in Self.tried {
      for weighted in [false, true] {
        let found = try graph.semiSynchronousLabelPropagation(usesWeights: weighted)
        #expect(sameDivision(found.groups, slowlyByColor(graph, weighted: weighted)))
      }
    }
  }

  @Test func inTheEndEveryNodeDoesAsMostOfItsNeighbors() throws {
    for (index, graph) in Self.tried.enumerated() {
      for weighted in [false, true] {
        let found = try graph.labelPropagation(
          .init(seed: UInt64(index), usesWeights: weighted))
        let ties = GraphTable(graph).ties(weighted: weighted, isDirected: graph.isDirected)
        let parts = graph.weakComponents()
        for node in graph.nodes {
          let best = commonest(ties, found.groups, around: node)
          #expect(best.isEmpty || best.contains(found.groups[node]))
          for other in graph.nodes where found.groups[node] == found.groups[other] {
            #expect(parts.joins(node, other))
          }
        }
        let quality = try graph.modularity(of: found.groups, usesWeights: weighted)
        #expect(found.quality == quality)
      }
    }
  }

  @Test func aTieIsDrawnEvenly() throws {
    // A node between two cliques, each of one label by then, belongs to either half the time.
    let between = GraphFamilies.make(
      9,
      [
        (0, 1), (1, 2), (2, 3), (0, 2), (0, 3), (1, 3), (4, 5), (5, 6), (6, 7), (4, 6), (4, 7),
        (5, 7), (0, 8), (4, 8),
      ], isDirected: false)
    var (left, apart) = (0, 0)
    for seed in 0..<600 as Range<UInt64> {
      let groups = try between.labelPropagation(.init(seed: seed)).groups
      guard groups[0] != groups[4] else { continue }
      apart += 1
      if groups[8] == groups[0] { left += 1 }
    }
    #expect(apart > 300)
    // Binomial: five standard deviations.
    let deviation = (Double(apart) / 4).squareRoot()
    #expect(abs(Double(left) - Double(apart) / 2) < 5 * deviation)
  }

  @Test func cliquesOnARingComeApart() throws {
    let count = 8
    let edges = (0..<count).flatMap { clique -> [(Int, Int)] in
      let base = 6 * clique
      return (0..<6).flatMap { first in (0..<first).map { (base + first, base + $0) } }
        + [(base, (base + 7) % (6 * count))]
    }
    let graph = GraphFamilies.make(6 * count, edges, isDirected: false)
    for seed in 0..<10 as Range<UInt64> {
      let found = try graph.labelPropagation(.init(seed: seed))
      #expect(found.groups == graph.nodes.map { $0 / 6 })
      #expect(try graph.labelPropagation(.init(seed: seed)) == found)
    }
  }

  @Test func unsoundWeightsAreRefused() {
    let graph = GraphFamilies.make(2, [Graph.Edge(0, 1, weight: -2)], isDirected: false)
    #expect(throws: GraphError.unusableWeight(edge: 0, weight: -2, needed: .notNegative)) {
      try graph.labelPropagation(.init(usesWeights: true))
    }
    #expect(throws: GraphError.self) {
      try graph.semiSynchronousLabelPropagation(usesWeights: true)
    }
  }
}
