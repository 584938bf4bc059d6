import Evidence
public import GraphCore

/// Scores of the nodes, or of the ties, of one network by several measures.
///
/// Scores are those of the graph in which every arc is present. Which way a measure looks stands in
/// its result: several score the influenced, not those who influence.
public struct MeasureTable: Sendable, Equatable {
  /// A node by its names; also a tie, by those of its ends.
  public struct Node: Sendable, Equatable {
    /// The id.
    public var id: String
    /// The name to print.
    public var name: String
    /// The kind of entity; empty in a plain network.
    public var kind: String

    /// Makes a node.
    ///
    /// - Parameters:
    ///   - id: The id.
    ///   - name: The name to print.
    ///   - kind: The kind of entity; empty in a plain network.
    public init(id: String, name: String, kind: String = "") {
      self.id = id
      self.name = name
      self.kind = kind
    }
  }

  /// The measures, in the order asked for.
  public let measures: [MeasureResult]

  init(measures: [MeasureResult]) {
    self.measures = measures
  }

  /// Scores any graph.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - nodes: Its nodes by index.
  ///   - measures: Names of measures; `all` stands for every one that scores nodes.
  ///   - setting: How they are taken.
  /// - Throws: ``AnalysisError`` for an unknown measure, a weight that a measure cannot use, or a
  ///   task that has been cancelled.
  public init(
    _ graph: Graph, nodes: [Node], measures: [String],
    setting: Measure.Setting = Measure.Setting()
  ) throws(AnalysisError) {
    precondition(nodes.count == graph.nodeCount, "every node of the graph needs a name")
    let names = measures.flatMap { $0 == "all" ? Measure.all.map(\.name) : [$0] }
    var results: [MeasureResult] = []
    for (number, name) in names.enumerated() {
      guard let measure = Measure.named(name) else {
        throw .unknownMeasure(name, known: (Measure.all + Measure.ofTies).map(\.name))
      }
      do {
        var setting = setting
        setting.execution = setting.execution.part(number, of: names.count)
        let values = try measure.compute(graph, setting)
        let scored = measure.subject == .nodes ? nodes : Self.ties(of: graph, between: nodes)
        results.append(MeasureResult(measure, values, nodes: scored))
      } catch {
        throw .unusableGraph(error)
      }
    }
    self.measures = results
  }

  /// The edges of a graph by the names of their ends.
  static func ties(of graph: Graph, between nodes: [Node]) -> [Node] {
    let arrow = graph.isDirected ? " -> " : " -- "
    return graph.edges.map { edge in
      let (tail, head) = (nodes[edge.tail], nodes[edge.head])
      return Node(id: tail.id + arrow + head.id, name: tail.name + arrow + head.name, kind: "tie")
    }
  }

  /// Scores a network of influence.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - measures: Names of measures; `all` stands for every one that scores nodes.
  ///   - scaling: Whether scores are divided as is usual.
  ///   - alpha: How much a step weakens influence, for Katz.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Throws: ``AnalysisError`` for an unknown measure.
  public init(
    _ network: InfluenceNetwork, measures: [String], scaling: Measure.Scaling = .usual,
    alpha: Double = Measure.usualAlpha, execution: Execution = Execution()
  ) throws(AnalysisError) {
    let nodes = network.nodes.map { id in
      Node(
        id: id, name: network.evidence.name(of: id), kind: network.evidence.entity(id)?.kind ?? "")
    }
    try self.init(
      network.graph, nodes: nodes, measures: measures,
      setting: Measure.Setting(scaling: scaling, alpha: alpha, execution: execution))
  }
}

/// The scores by one measure.
public struct MeasureResult: Sendable, Equatable {
  /// The score of one node or tie.
  public struct Score: Sendable, Equatable {
    /// The id of the node; of a tie, those of its ends with an arrow between them.
    public let id: String
    /// The name to print.
    public let name: String
    /// The kind of entity, or `tie`; empty in a plain network.
    public let kind: String
    /// The score, or `nil` where the measure is undefined.
    public let score: Double?
    /// The place, 1 for the highest score; ties share the mean of their places.
    public let rank: Double?
    /// How score and rank vary over the worlds of the evidence, if worlds were drawn; `nil` also for
    /// a node that has a score in less than 95 % of them.
    public internal(set) var spread: Spread?
  }

  /// The name of the measure.
  public let name: String
  /// What raw scores were divided by, in words.
  public let normalization: String
  /// Whether the computation came to rest; true where nothing is iterated.
  public let converged: Bool
  /// Which way the measure looks and what a high score means, in a sentence.
  public let meaning: String
  /// Why there are no scores, if the measure is undefined on this network.
  public let undefinedBecause: String?
  /// The scores, highest first; ties by id, undefined ones last.
  public internal(set) var scores: [Score]
}

extension MeasureResult {
  init(_ measure: Measure, _ values: Measure.Values, nodes: [MeasureTable.Node]) {
    name = measure.name
    normalization = values.normalization
    converged = values.converged
    meaning = measure.meaning
    undefinedBecause = values.undefinedBecause
    let ranks = Self.midRanks(values.scores)
    // Equal ranks, not equal scores, make a tie: scores may differ by rounding.
    let order = nodes.indices.sorted {
      (ranks[$0] ?? .infinity, nodes[$0].id, $0) < (ranks[$1] ?? .infinity, nodes[$1].id, $1)
    }
    scores = order.map { node in
      Score(
        id: nodes[node].id, name: nodes[node].name, kind: nodes[node].kind,
        score: values.scores[node], rank: ranks[node])
    }
  }

  /// The places of scores, 1 for the highest; ties share the mean of their places.
  ///
  /// Scores that differ by less than one part in 10^9 are ties.
  static func midRanks(_ scores: [Double?]) -> [Double?] {
    var ranks = [Double?](repeating: nil, count: scores.count)
    let defined = scores.indices.compactMap { node in scores[node].map { (node, $0) } }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    var start = 0
    while start < defined.count {
      let top = defined[start].1
      var end = start + 1
      while end < defined.count, top - defined[end].1 <= 1e-9 * abs(top) { end += 1 }
      for place in start..<end { ranks[defined[place].0] = Double(start + 1 + end) / 2 }
      start = end
    }
    return ranks
  }

  /// How far each node is among the first places, by mid-ranks.
  ///
  /// - Parameters:
  ///   - places: Mid-ranks; `nil` for a node without a score.
  ///   - top: How many places.
  /// - Returns: 1 for a node within, 0 for one outside; nodes that tie across the last place share
  ///   what is left. The sum is the number of places, or of nodes if there are fewer.
  static func membership(of places: [Double?], top: Int) -> [Double] {
    var sizes: [Double: Int] = [:]
    for place in places.compactMap({ $0 }) { sizes[place, default: 0] += 1 }
    return places.map { place in
      guard let place, let size = sizes[place].map({ Double($0) }) else { return 0 }
      let before = place - (size + 1) / 2
      return min(max((Double(top) - before) / size, 0), 1)
    }
  }
}
