public import GraphCore
internal import InfluenceAnalysis

/// How alike two networks of the same nodes are.
public struct ComparisonReport: Sendable {
  /// How many edges of a list people are shown.
  private static let shown = 15
  /// Beyond so many nodes shuffling the table of pairs takes too much memory and time.
  static let mostShuffled = 3_000
  /// Beyond so many nodes an edit distance would take too long.
  private static let mostEdited = 12

  /// The first network, the nodes that both have.
  private let first: StudiedNetwork
  /// The second, its nodes in the same order.
  private let second: StudiedNetwork
  /// The graphs to compare: both without direction unless both have one; simple.
  private let graphs: (Graph, Graph)
  /// Whether both have weights, which are compared too.
  private let isValued: Bool
  private let permutations: Int
  private let seed: UInt64

  /// Compares two networks by the nodes whose ids both have.
  ///
  /// - Parameters:
  ///   - first: A network.
  ///   - second: Another.
  ///   - others: Further networks; the ties of the first are explained by those of all others together.
  ///   - permutations: How often the nodes are shuffled, 1 or more.
  ///   - seed: The seed of random steps.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Figures and tables; nil if fewer than three nodes are in both.
  /// - Throws: `GraphError` if an option is out of range or the task has been cancelled.
  public static func findings(
    _ first: StudiedNetwork, _ second: StudiedNetwork, also others: [StudiedNetwork] = [],
    permutations: Int = 1_000, seed: UInt64 = 1, execution: Execution = Execution()
  ) throws(GraphError) -> NetworkFindings? {
    let places = Dictionary(
      second.nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let common = first.graph.nodes.filter { places[first.nodes[$0].id] != nil }
    guard common.count >= 3 else { return nil }
    let parts = (
      try first.part(common),
      try second.part(common.compactMap { places[first.nodes[$0].id] })
    )
    let isDirected = first.graph.isDirected && second.graph.isDirected
    func comparable(_ graph: Graph) -> Graph {
      (isDirected ? graph : graph.asUndirected()).simplified()
    }
    let report = ComparisonReport(
      first: parts.0, second: parts.1,
      graphs: (comparable(parts.0.graph), comparable(parts.1.graph)),
      isValued: first.graph.isWeighted && second.graph.isWeighted, permutations: permutations,
      seed: seed)
    var notes = (first.presence + second.presence).prefix(1).map { $0 }
    notes.append(
      "Beside \(second.title) (\(second.summary)). Compared are the \(common.count) nodes whose ids both "
        + "have, and the edges between them; loops are left out and parallel edges are one.")
    let left = (first.graph.nodeCount - common.count, second.graph.nodeCount - common.count)
    if left.0 + left.1 > 0 {
      notes.append("Left out are \(left.0) nodes of the first network and \(left.1) of the second.")
    }
    if !isDirected, first.graph.isDirected || second.graph.isDirected {
      notes.append("Only one of them has a direction, which is ignored.")
    }
    notes += weightNotes([first, second] + others)
    let options = Graph.PermutationOptions(permutations: permutations, seed: seed)
    var sections = try report.sections(others.isEmpty ? execution : execution.part(0, of: 2))
    if !others.isEmpty {
      sections += try regressions(
        of: first, on: [second] + others, options, execution.part(1, of: 2))
    }
    return NetworkFindings(
      title: "Comparison", network: first, seed: seed, notes: notes, sections: sections,
      data: "edgeList")
  }

  /// What becomes of weights.
  private static func weightNotes(_ networks: [StudiedNetwork]) -> [String] {
    let weighted = networks.filter(\.graph.isWeighted)
    guard let first = weighted.first else { return [] }
    guard networks.prefix(2).allSatisfy(\.graph.isWeighted) else {
      let without = networks.filter { !$0.graph.isWeighted }.map(\.title)
      return [
        "Weights and signs are left out, since \(without.joined(separator: " and ")) has none: what counts "
          + "is whether there is an edge."
      ]
    }
    let kinds =
      networks.allSatisfy { $0.isEvidence == first.isEvidence }
      ? first.weightWords
      : "the probabilities of links where there is evidence, and elsewhere the weights of edges"
    var notes = [
      "Valued figures are of \(kinds), 0 where there is no edge, those of parallel edges (and, where direction is "
        + "ignored, of both ways) added up; all others "
        + "are of whether there is an edge."
    ]
    if weighted.count < networks.count {
      notes.append("There is no valued regression, since not all of the networks have weights.")
    }
    return notes
  }

  private func sections(
    _ execution: Execution
  ) throws(GraphError) -> [NetworkFindings.Section] {
    let pairs = (Self.pairs(graphs.0), Self.pairs(graphs.1))
    let shared = pairs.0.intersection(pairs.1)
    let onlyFirst = pairs.0.subtracting(pairs.1)
    let onlySecond = pairs.1.subtracting(pairs.0)
    let union = shared.count + onlyFirst.count + onlySecond.count
    let degrees = (
      graphs.0.degree(.total, isNormalized: false), graphs.1.degree(.total, isNormalized: false)
    )
    let isShuffled = graphs.0.nodeCount <= Self.mostShuffled
    let test = isShuffled ? try qap(usesWeights: false, execution.part(0, of: 3)) : nil
    let valued = isShuffled && isValued ? try qap(usesWeights: true, execution.part(1, of: 3)) : nil
    let similarity = try graphs.0.deltaConSimilarity(
      to: graphs.1, execution: execution.part(2, of: 3))
    var edits: [NetworkFindings.Figure] = []
    if graphs.0.nodeCount <= Self.mostEdited {
      let found = try graphs.0.editDistance(to: graphs.1)
      edits = [
        .init(
          "editDistance", "edit distance", .count(found.distance),
          "nodes and edges to add or take away until they look alike, names aside"
            + (found.distance == nil ? "; between \(found.atLeast) and \(found.atMost)" : ""))
      ]
    }
    return [
      .init(
        key: "likeness", title: "How alike they are",
        notes: isShuffled
          ? [] : ["The QAP correlation is left out: its table of pairs would be too large."],
        content: .figures(
          [
            .init("nodes", "nodes in both", .integer(graphs.0.nodeCount)),
            .init("shared", "edges in both", .integer(shared.count)),
            .init("onlyFirst", "only in the first", .integer(onlyFirst.count)),
            .init("onlySecond", "only in the second", .integer(onlySecond.count)),
            .init(
              "jaccard", "Jaccard",
              .number(union > 0 ? Double(shared.count) / Double(union) : nil),
              "edges in both over edges in either"),
            .init(
              "qapCorrelation", "QAP correlation", .number(test?.observed),
              "1 if ties are at the same places, 0 if that tells nothing"),
            .init(
              "pValue", "share as large", .number(test?.shareAtLeast),
              "of \(permutations) shufflings of the nodes, and this one"),
          ] + valuedFigures(valued) + [
            .init(
              "deltaCon", "DeltaCon", .number(similarity),
              "1 if nodes affect each other alike in both"
                + (graphs.0.isDirected ? ", direction ignored" : "")
                + "; meant for comparing pairs of networks"),
            .init(
              "degreeCorrelation", "degree correlation",
              .number(correlation(degrees.0.values, degrees.1.values)),
              "whether those with many ties in the one have many in the other"),
          ] + edits)), edges(shared, onlyFirst, onlySecond),
    ]
  }

  /// The QAP correlation of the ties, or of their weights.
  private func qap(
    usesWeights: Bool, _ execution: Execution
  ) throws(GraphError) -> PermutationTest? {
    try graphs.0.qapCorrelation(
      with: graphs.1,
      Graph.PermutationOptions(
        permutations: permutations, seed: seed, usesWeights: usesWeights, execution: execution))
  }

  private func valuedFigures(_ test: PermutationTest?) -> [NetworkFindings.Figure] {
    guard isValued else { return [] }
    return [
      .init(
        "valuedCorrelation", "valued QAP correlation", .number(test?.observed),
        "the same of "
          + (first.isEvidence == second.isEvidence
            ? first.weightWords : "probabilities and weights")
      ),
      .init(
        "valuedPValue", "share as large, valued", .number(test?.shareAtLeast),
        "of as many shufflings, and this one"),
    ]
  }

  /// A pair of nodes with an edge.
  private struct Pair: Hashable, Comparable {
    let tail: Int
    let head: Int

    static func < (left: Pair, right: Pair) -> Bool {
      (left.tail, left.head) < (right.tail, right.head)
    }
  }

  private static func pairs(_ graph: Graph) -> Set<Pair> { Set(weights(graph).keys) }

  /// By pair of nodes with an edge, its weight; nil in a graph without.
  private static func weights(_ graph: Graph) -> [Pair: Double?] {
    var weights: [Pair: Double?] = [:]
    for edge in graph.edges where edge.tail != edge.head {
      let pair =
        graph.isDirected
        ? Pair(tail: edge.tail, head: edge.head)
        : Pair(tail: min(edge.tail, edge.head), head: max(edge.tail, edge.head))
      weights.updateValue(edge.weight, forKey: pair)
    }
    return weights
  }

  private func edges(
    _ shared: Set<Pair>, _ onlyFirst: Set<Pair>, _ onlySecond: Set<Pair>
  ) -> NetworkFindings.Section {
    var rows: [[NetworkFindings.Cell]] = []
    var visible: [Int] = []
    let weights = (Self.weights(graphs.0), Self.weights(graphs.1))
    for (word, pairs) in [("first", onlyFirst), ("second", onlySecond), ("both", shared)] {
      for (place, pair) in pairs.sorted().enumerated() {
        if word != "both", place < Self.shown { visible.append(rows.count) }
        let (tail, head) = (first.nodes[pair.tail], first.nodes[pair.head])
        rows.append([
          .words(word), .name(tail.id), .name(head.id), .name(tail.name), .name(head.name),
          .number(weights.0[pair] ?? nil), .number(weights.1[pair] ?? nil),
        ])
      }
    }
    return NetworkFindings.Section(
      key: "edgeList", title: "Edges that differ",
      notes: visible.count < rows.count
        ? ["\(visible.count) of \(rows.count) edges; json and csv have all, also those in both."]
        : [],
      content: .rows(
        NetworkFindings.Rows(
          [
            .init("in", "only in the"), .init("tail", "id"), .init("head", "id"),
            .init("tailName", "from"), .init("headName", "to"),
            .init("firstWeight", "first weight", isNumber: true, isData: !first.graph.isWeighted),
            .init(
              "secondWeight", "second weight", isNumber: true, isData: !second.graph.isWeighted),
          ], rows, shown: visible)))
  }
}
