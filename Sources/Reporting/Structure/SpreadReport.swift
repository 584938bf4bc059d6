public import GraphCore
internal import InfluenceAnalysis

/// How far something would get in a network if it passed from node to node by a simple rule.
public struct SpreadReport: Sendable {
  /// A rule of spreading, by the name that the command uses.
  public enum Model: String, Sendable, CaseIterable {
    case cascade, threshold, sir, sis, contagion

    /// Whether those who have it recover.
    public var isEpidemic: Bool { self == .sir || self == .sis }

    /// Whether the probabilities of edges play no part.
    public var isCertain: Bool { self == .threshold || self == .contagion }

    /// The rule in a sentence.
    var words: String {
      switch self {
      case .cascade:
        "Whoever gets it tries once along each edge, and succeeds with the probability of the edge."
      case .threshold:
        "A node takes it when the share of its incoming edges that come from those who have it passes "
          + "a threshold drawn by chance; probabilities of edges play no part."
      case .sir:
        "In each step whoever has it passes it along each edge with the probability of the edge, then "
          + "recovers by chance and is immune."
      case .sis:
        "In each step whoever has it passes it along each edge with the probability of the edge, then "
          + "recovers by chance and can get it again."
      case .contagion:
        "A node takes it in the round after enough of its incoming edges come from those who have it; "
          + "nothing is left to chance, and probabilities of edges play no part."
      }
    }
  }

  /// How spreading is reckoned.
  public struct Options: Sendable {
    /// The rule.
    public var model = Model.cascade
    /// The probability of every edge; the weights are the probabilities if nil.
    public var probability: Double?
    /// The chance to recover in a step, where the rule knows it.
    public var recovery = 0.5
    /// From how many edges a node must hear of it before it follows, in contagion.
    public var needed = 2
    /// The most steps of an epidemic.
    public var steps = 1_000
    /// How many courses are drawn; nil for as many as is usual for the question, see
    /// ``SpreadReport/Questions``.
    public var samples: Int?
    /// The seed of random steps.
    public var seed: UInt64 = 1

    /// Makes options with the usual values.
    public init() {}
  }

  /// What is asked. Unless set, 10,000 courses are drawn to tell how far it gets from some nodes, 1,000
  /// under `sis`, and 10,000 for whether edges hold; 2,000 for what is chosen node by node or told of each.
  public struct Questions: Sendable {
    /// How far it gets from these nodes; none to leave it out.
    public var from: [Int] = []
    /// How many nodes from which it gets farthest are looked for; 0 to leave it out.
    public var best = 0
    /// How many nodes, and edges, are looked for without which it gets least far from there; 0 to leave
    /// it out.
    public var block = 0
    /// Whether it is told how far it gets from each node.
    public var everyone = false
    /// Nodes that it has reached, to ask where it began; none to leave it out.
    public var reached: [Int] = []
    /// Nodes of which it is asked how likely they are all joined; none to leave it out.
    public var joining: [Int] = []
    /// How likely there is a path from the first to the second.
    public var between: (tail: Int, head: Int)?

    /// Makes questions, all left out.
    public init() {}
  }

  /// Up to so many nodes the best are chosen greedily, beyond by sampled sets, as many as it takes.
  public static let mostGreedy = 2_000
  /// So many bits of courses, roughly, are kept in memory at once.
  private static let mostBits = 20_000_000_000

  let network: StudiedNetwork
  let options: Options

  var graph: Graph { network.graph }

  /// Reckons how something would spread.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - options: Rule, probabilities, courses, seed.
  ///   - questions: What is asked; the best are for cascade and threshold.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Figures and tables.
  /// - Throws: `GraphError` if a probability or another option is out of range, or the task has been
  ///   cancelled.
  public static func findings(
    on network: StudiedNetwork, _ options: Options, _ questions: Questions,
    execution: Execution = Execution()
  ) throws(GraphError) -> NetworkFindings {
    let report = SpreadReport(network: network, options: options)
    let asked = [
      !questions.from.isEmpty, questions.best > 0, questions.block > 0, questions.everyone,
      !questions.reached.isEmpty, questions.between != nil, !questions.joining.isEmpty,
    ].count { $0 }
    var done = 0
    func next() -> Execution {
      defer { done += 1 }
      return execution.part(done, of: asked)
    }
    var sections: [NetworkFindings.Section] = []
    if !questions.from.isEmpty {
      let share = next()
      sections +=
        options.model == .contagion
        ? try report.contagion(questions.from) : [try report.reach(questions.from, share)]
    }
    if questions.best > 0 { sections.append(try report.best(questions.best, next())) }
    if questions.block > 0 {
      sections += try report.blocking(questions.block, questions.from, next())
    }
    if questions.everyone { sections.append(try report.everyone(next())) }
    if !questions.reached.isEmpty {
      sections.append(try report.source(questions.reached, next()))
    }
    if let between = questions.between {
      sections.append(try report.reliability(between, next()))
    }
    if !questions.joining.isEmpty {
      sections.append(try report.joining(questions.joining, next()))
    }
    let isOfEach = sections.count == 1 && questions.everyone
    if let courses = report.courses(of: questions) { sections.append(courses) }
    return NetworkFindings(
      title: "Spread", network: network, seed: options.seed, notes: report.notes,
      sections: sections, data: isOfEach ? "everyone" : nil)
  }

  /// How many courses may be drawn at most in a network where all are kept.
  ///
  /// - Parameters:
  ///   - graph: The network.
  ///   - model: The rule.
  /// - Returns: The number; each takes a bit for each node and edge, and more under thresholds.
  public static func mostKeptCourses(in graph: Graph, _ model: Model) -> Int {
    let bits = model == .threshold ? 33 * graph.nodeCount : graph.nodeCount + graph.edgeCount
    return max(2_000, mostBits / max(bits, 1))
  }

  /// How many courses tell how far it gets from some nodes.
  private var reachCourses: Int { options.samples ?? (options.model == .sis ? 1_000 : 10_000) }

  /// How many courses are drawn where nodes or edges are chosen one by one, or each is told of.
  var keptCourses: Int { options.samples ?? 2_000 }

  /// How many draws tell whether edges hold, where that is not computed.
  var draws: Int { options.samples ?? 10_000 }

  /// How many courses the tables are of, for programs; people read it in their notes.
  private func courses(of questions: Questions) -> NetworkFindings.Section? {
    var figures: [NetworkFindings.Figure] = []
    if questions.best > 0 {
      figures.append(
        .init("best", "best", .count(graph.nodeCount <= Self.mostGreedy ? keptCourses : nil)))
    }
    if questions.block > 0 { figures.append(.init("block", "block", .integer(keptCourses))) }
    if questions.everyone { figures.append(.init("everyone", "everyone", .integer(keptCourses))) }
    guard !figures.isEmpty else { return nil }
    return NetworkFindings.Section(
      key: "courses", title: "Courses drawn", content: .figures(figures), isData: true)
  }

  private var notes: [String] {
    var notes = ["Model \(options.model.rawValue). \(options.model.words)"]
    if network.isEvidence, options.probability == nil {
      notes.append(
        options.model.isCertain
          ? network.presence.joined()
          : "The probability of an edge is that of the link, the chance that it is true by what was "
            + "said of it; links are drawn independently of each other, though some rest on the same "
            + "source. Where a link is true, the model lets everything pass.")
    } else if let probability = options.probability, !options.model.isCertain {
      notes.append("Every edge passes it with probability \(CentralityReport.text(probability)).")
    }
    notes.append(
      "This is a model of the network, no statement about people: it does not say that anything passed, "
        + "or will, from anyone to anyone.")
    return notes
  }

  /// By edge, its probability; nil for the weights.
  var probabilities: [Double]? {
    options.probability.map { Array(repeating: $0, count: graph.edgeCount) }
  }

  var rule: Graph.SpreadModel {
    options.model == .threshold
      ? .linearThreshold() : .independentCascade(probabilities: probabilities)
  }

  private func reach(
    _ nodes: [Int], _ execution: Execution
  ) throws(GraphError) -> NetworkFindings.Section {
    let found: SpreadEstimate
    if options.model.isEpidemic {
      let weights = options.probability == nil ? graph.edges.map { $0.weight ?? 1 } : nil
      found = try graph.epidemicSize(
        from: nodes,
        Graph.EpidemicOptions(
          kind: options.model == .sir ? .sir : .sis, transmission: options.probability ?? 1,
          transmissions: weights, recovery: options.recovery, maximumTime: Double(options.steps)),
        samples: reachCourses, seed: options.seed, execution: execution)
    } else {
      found = try graph.expectedSpread(
        from: nodes, rule, samples: reachCourses, seed: options.seed, execution: execution)
    }
    let interval = found.interval
    return NetworkFindings.Section(
      key: "reach", title: "How far it gets",
      content: .figures([
        .init("from", "from", .names(nodes.map { network.nodes[$0].name })),
        .init(
          "mean", "expected reach", .number(found.mean),
          options.model.isEpidemic
            ? "nodes that ever have it, those where it began included"
            : "nodes, those where it began included"),
        .init(
          "low", "at least", .number(interval.lowerBound), "in 95 of 100 cases, by the draws alone"),
        .init("high", "at most", .number(interval.upperBound)),
        .init(
          "share", "share of all", .number(found.mean / Double(max(graph.nodeCount, 1)))),
        .init("courses", "courses drawn", .integer(found.sampleCount)),
      ]))
  }

  private func best(
    _ count: Int, _ execution: Execution
  ) throws(GraphError) -> NetworkFindings.Section {
    let nodes: [Int]
    let spreads: [Double?]
    let words: String
    if graph.nodeCount <= Self.mostGreedy {
      let worlds = keptCourses
      let found = try graph.greedyInfluencers(
        count,
        Graph.InfluenceOptions(
          model: rule, samples: worlds, seed: options.seed, execution: execution))
      (nodes, spreads) = (found.nodes, found.spreads)
      words =
        "Chosen one after another, each adding most (CELF). In the \(worlds) random courses drawn, in which it "
        + "is measured, they reach at least 63 % of what the best possible set of as many would."
    } else {
      let found = try graph.sampledInfluencers(
        count, rule, epsilon: 0.1, delta: 0.01, seed: options.seed, execution: execution)
      nodes = found.nodes
      spreads = nodes.indices.map { $0 == nodes.count - 1 ? found.spread : nil }
      words =
        "Chosen from random sets (IMM), as many as it takes"
        + (options.samples == nil ? "" : ", whatever --samples says")
        + ". With a chance of 99 % they reach, on average, at least 53 % of what the best possible set of as "
        + "many would."
    }
    return NetworkFindings.Section(
      key: "best", title: "From where it gets farthest", notes: [words],
      content: .rows(
        NetworkFindings.Rows(
          [
            .init("rank", "chosen", isNumber: true), .init("id", "id"), .init("name", "name"),
            .init("kind", "kind"), .init("reach", "reach together", isNumber: true),
          ],
          nodes.enumerated().map { place, node in
            let named = network.nodes[node]
            return [
              .integer(place + 1), .name(named.id), .name(named.name), .name(named.kind),
              .number(spreads[place]),
            ]
          })))
  }

  private func reliability(
    _ ends: (tail: Int, head: Int), _ execution: Execution
  ) throws(GraphError) -> NetworkFindings.Section {
    let found = try graph.reliability(
      from: ends.tail, to: ends.head,
      Graph.ReliabilityOptions(
        probabilities: probabilities, samples: draws, seed: options.seed,
        execution: execution))
    return NetworkFindings.Section(
      key: "between", title: "Whether a path holds",
      notes: [
        "Each edge holds with its probability, independently of the others"
          + (graph.isDirected ? "; a path follows the arrows." : ".")
      ],
      content: .figures(
        [
          .init("tail", "from", .name(network.nodes[ends.tail].name)),
          .init("head", "to", .name(network.nodes[ends.head].name)),
        ] + Self.figures(found)))
  }
}
