internal import GraphCore
internal import InfluenceAnalysis

/// What is more than chance: beside random graphs, over graphs drawn anew, and by a model.
extension StructureReport {
  /// What is counted beside random graphs: by key and title, a number of a graph without loops and
  /// parallel edges.
  private typealias Counted = (key: String, title: String)

  func chance() throws(GraphError) -> NetworkFindings.Section {
    let simple = graph.simplified()
    let flat = graph.asUndirected().simplified()
    var counted: [Counted] = [
      ("transitivity", "transitivity"), ("meanClustering", "mean clustering"),
      ("degreeAssortativity", "degree assortativity"), ("sMetric", "s-metric"),
    ]
    if graph.isDirected { counted.append(("reciprocity", "reciprocity")) }
    let triads = graph.isDirected ? Triad.allCases.filter(\.hangsTogether) : []
    counted += triads.map { ("triad\($0.rawValue)", "triad \($0.rawValue)") }
    func options(_ part: Int) -> Graph.NullOptions {
      Graph.NullOptions(
        samples: samples, seed: seed, execution: execution.part(part, of: 2))
    }
    let found = try simple.comparedWithNulls(options(0)) { graph throws(GraphError) in
      let alone = Execution(threads: 1)
      let clustering = try graph.clustering(execution: alone).values
      let mean =
        clustering.isEmpty ? nil : clustering.reduce(0, +) / Double(clustering.count)
      var values = [
        try graph.transitivity(execution: alone), mean, graph.degreeAssortativity(),
        graph.sMetric(),
      ]
      guard graph.isDirected else { return values }
      let census = try graph.triadCensus(execution: alone)
      values.append(graph.reciprocity())
      return values + triads.map { Double(census[$0]) }
    }
    // Sets of three and four, of the network without direction.
    let motifs = try flat.motifComparison(options(1))
    let rows =
      zip(counted, found).map { row($0.key, $0.title, $1) }
      + zip(Motif.allCases, motifs).map { row($0.key, $0.words, $1) }
    return NetworkFindings.Section(
      key: "chance", title: "Beside chance",
      notes: [
        "Beside \(samples) random graphs in which every node keeps its degree (Maslov and Sneppen); loops "
          + "and parallel edges are left out. Sets of nodes are counted by all ties between them; those "
          + "of four, and triangles and paths, without direction.",
        "The last two columns are the shares of the random graphs and this one that have at least, and at "
          + "most, as much: about one in twenty rows is below 0.05 if there is nothing.",
      ],
      content: .rows(
        NetworkFindings.Rows(
          [
            .init("what", "what", isData: true), .init("label", "of what"),
            .init("observed", "here", isNumber: true), .init("mean", "by chance", isNumber: true),
            .init("deviation", "deviation", isNumber: true),
            .init("zScore", "z-score", isNumber: true),
            .init("shareAtLeast", "as much", isNumber: true),
            .init("shareAtMost", "as little", isNumber: true),
          ], rows)))
  }

  private func row(
    _ key: String, _ label: String, _ found: NullEnsemble
  ) -> [NetworkFindings.Cell] {
    [
      .words(key), .words(label), .number(found.observed), .number(found.mean),
      .number(found.deviation), .number(found.zScore), .number(found.shareAtLeast),
      .number(found.shareAtMost),
    ]
  }

  /// How sure the figures of the network are if its nodes are seen as drawn from many.
  func intervals() throws(GraphError) -> NetworkFindings.Section {
    let draws = max(samples, 200)
    typealias Measure = @Sendable (Graph) throws(GraphError) -> Double?
    var measures: [(key: String, title: String, measure: Measure)] = [
      ("density", "density", { $0.density() }),
      ("meanDegree", "mean degree", { Self.meanDegree($0) }),
      (
        "transitivity", "transitivity",
        { graph throws(GraphError) in try graph.transitivity(execution: Execution(threads: 1)) }
      ),
    ]
    if graph.isDirected {
      measures.append(("reciprocity", "reciprocity", { $0.reciprocity() }))
    }
    var rows: [[NetworkFindings.Cell]] = []
    for (place, one) in measures.enumerated() {
      let found = try graph.bootstrap(
        samples: draws, seed: seed, execution: execution.part(place, of: measures.count),
        of: one.measure)
      let interval = found.interval()
      rows.append([
        .words(one.key), .words(one.title), .number(found.value),
        .number(found.standardError), .number(interval?.lowerBound),
        .number(interval?.upperBound),
      ])
    }
    return NetworkFindings.Section(
      key: "intervals", title: "How sure the figures are",
      notes: [
        "By \(draws) networks whose nodes are drawn from this one with repetition (bootstrap). It says how "
          + "much would vary in other networks like it, and nothing of ties that are hidden."
      ],
      content: .rows(
        NetworkFindings.Rows(
          [
            .init("what", "what", isData: true), .init("label", "of what"),
            .init("value", "value", isNumber: true),
            .init("standardError", "standard error", isNumber: true),
            .init("low", "from", isNumber: true), .init("high", "to (95 %)", isNumber: true),
          ], rows)))
  }

  private static func meanDegree(_ graph: Graph) -> Double? {
    graph.nodeCount > 0 ? 2 * Double(graph.edgeCount) / Double(graph.nodeCount) : nil
  }

  /// A model holds numbers for all pairs of so many nodes at most.
  private static let mostModelNodes = 4_000
  /// Between two random graphs of a model no more ties than these are proposed.
  private static let mostProposals = 20_000

  private static let habitColumns: [NetworkFindings.Rows.Column] = [
    .init("term", "term", isData: true), .init("label", "of what"),
    .init("coefficient", "coefficient", isNumber: true),
    .init("standardError", "standard error", isNumber: true),
    .init("observed", "here", isNumber: true),
    .init("simulated", "in the model", isNumber: true),
    .init("converged", "converged", isData: true),
  ]

  /// A term of a model with its key and title.
  private typealias HabitTerm = (key: String, title: String, term: GraphTerm)

  /// An exponential random graph model of few terms. If it does not converge with shared neighbours, of
  /// which a small network may have too few or all there can be, it is fitted without them, and that is told.
  func habits() throws(GraphError) -> NetworkFindings.Section {
    guard graph.nodeCount <= Self.mostModelNodes else {
      return NetworkFindings.Section(
        key: "habits", title: "Local habits",
        notes: [
          "Left out: a model goes over all pairs of nodes again and again, and \(graph.nodeCount) nodes are "
            + "more than the \(Self.mostModelNodes) of which that can be waited for. Take a part of the network."
        ], content: .rows(NetworkFindings.Rows(Self.habitColumns, [])))
    }
    let simple = graph.simplified()
    var terms: [HabitTerm] = [("edges", "ties", .edges)]
    // A term of which there is nothing has no finite coefficient.
    if simple.isDirected, simple.dyadCensus().mutual > 0 {
      terms.append(("mutual", "answered ties", .mutual))
    }
    let closed: GraphTerm = simple.isDirected ? .transitiveTriples : .triangles
    if try simple.statistics(of: [closed])[0] > 0 {
      let words = simple.isDirected ? "ties beside ways of two steps" : "shared neighbours"
      terms.append(("sharedPartners", "\(words) (decay 0.5)", .sharedPartners(decay: 0.5)))
    }
    let inside = division.map { division in
      simple.edges.count { division.groups[$0.tail] == division.groups[$0.head] }
    }
    if let division, let inside, inside > 0, inside < simple.edgeCount {
      terms.append(
        (
          "nodeMatch", "ties within the same \(VisibleText.line(division.name))",
          .nodeMatch(division.groups)
        ))
    }
    func fit(
      _ terms: [HabitTerm], _ execution: Execution
    ) throws(GraphError) -> ExponentialModel {
      try simple.exponentialModel(
        terms.map(\.term),
        Graph.ExponentialModelOptions(
          interval: min(max(4 * (simple.nodeCount + simple.edgeCount), 64), Self.mostProposals),
          seed: seed, execution: execution))
    }
    let shared = terms.firstIndex { $0.key == "sharedPartners" }
    let found = try fit(terms, shared == nil ? execution : execution.part(0, of: 2))
    var rows = Self.rows(terms, found)
    var outcome =
      found.converged
      ? "The random graphs of the model have these ties on average."
      : "It did not converge: the coefficients say nothing."
    if let shared, !found.converged {
      var rest = terms
      let left = rest.remove(at: shared)
      let without = try fit(rest, execution.part(1, of: 2))
      if without.converged {
        rows = Self.rows(rest, without)
        rows.insert(
          [
            .words(left.key), .words(left.title), .number(nil), .number(nil),
            .number(found.observed[shared]), .number(nil), .flag(false),
          ], at: shared)
        outcome =
          "With \(left.title) it did not converge, and is told without them: the random graphs of the "
          + "model have the other ties on average, and nothing is said of these."
      }
    }
    return NetworkFindings.Section(
      key: "habits", title: "Local habits",
      notes: [
        "An exponential random graph model: what each tie of a kind adds to the log-odds of a tie, "
          + "the others being as they are. Loops and parallel edges are left out, and kinds of ties of "
          + "which there are none, or nothing else.",
        outcome,
      ],
      content: .rows(NetworkFindings.Rows(Self.habitColumns, rows)))
  }

  private static func rows(
    _ terms: [HabitTerm], _ found: ExponentialModel
  ) -> [[NetworkFindings.Cell]] {
    terms.indices.map { place in
      [
        .words(terms[place].key), .words(terms[place].title),
        .number(found.coefficients[place]), .number(found.standardErrors[place]),
        .number(found.observed[place]), .number(found.simulated[place]), .flag(found.converged),
      ]
    }
  }
}

extension Triad {
  /// Whether the three nodes hang together.
  fileprivate var hangsTogether: Bool {
    ![.empty, .single, .mutual].contains(self)
  }
}

extension Motif {
  /// The key in JSON.
  fileprivate var key: String {
    switch self {
    case .path3: "path3"
    case .triangle: "triangle"
    case .star4: "star4"
    case .path4: "path4"
    case .paw: "paw"
    case .cycle4: "cycle4"
    case .diamond: "diamond"
    case .clique4: "clique4"
    }
  }

  /// What it looks like.
  fileprivate var words: String {
    switch self {
    case .path3: "three in a row"
    case .triangle: "triangle"
    case .star4: "one tied to three"
    case .path4: "four in a row"
    case .paw: "triangle with a tail"
    case .cycle4: "ring of four"
    case .diamond: "ring of four with a chord"
    case .clique4: "four all tied"
    }
  }
}
