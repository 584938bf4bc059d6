public import GraphCore

/// A centrality measure by the name that the command uses.
public struct Measure: Sendable {
  /// Whether scores are divided as is usual for the measure.
  public enum Scaling: String, Sendable, CaseIterable {
    /// As NetworkX does.
    case usual
    /// Not at all.
    case raw
  }

  /// What the weights of a graph mean to a measure.
  public enum Weights: String, Sendable, CaseIterable {
    /// Nothing: every edge is as long and as strong as every other.
    case none
    /// How strong an edge is. Ways are as long as one over it; what takes no weights ignores them.
    case strength
    /// How long an edge is. What asks for strengths ignores it.
    case distance
  }

  /// How a measure is taken.
  public struct Setting: Sendable {
    /// Whether scores are divided as is usual.
    public var scaling: Scaling
    /// What the weights mean.
    public var weights: Weights
    /// How much a step weakens influence, for Katz: more than 0, and below 1 over the largest eigenvalue.
    public var alpha: Double
    /// On how many threads it runs, and who is told how far it is.
    public var execution: Execution

    /// Makes a setting.
    ///
    /// - Parameters:
    ///   - scaling: Whether scores are divided as is usual.
    ///   - weights: What the weights mean.
    ///   - alpha: How much a step weakens influence, for Katz.
    ///   - execution: On how many threads it runs, and who is told how far it is.
    public init(
      scaling: Scaling = .usual, weights: Weights = .none, alpha: Double = Measure.usualAlpha,
      execution: Execution = Execution()
    ) {
      self.alpha = alpha
      self.scaling = scaling
      self.weights = weights
      self.execution = execution
    }

    var isUsual: Bool { scaling == .usual }
    var isStrength: Bool { weights == .strength }
    var lengths: EdgeLengths {
      switch weights {
      case .none: .hops
      case .strength: .inverseWeights
      case .distance: .weights
      }
    }
  }

  /// How much a step weakens influence for Katz unless another is asked for.
  public static let usualAlpha = 0.01

  /// What a measure scores.
  public enum Subject: Sendable {
    /// Each node.
    case nodes
    /// Each tie: an edge of the graph, in a network of influence a hop.
    case ties
  }

  /// What a measure finds.
  struct Values {
    var scores: [Double?]
    var normalization: String
    var converged = true
    var undefinedBecause: String?
  }

  /// The name, such as `betweenness`.
  public let name: String
  /// Which way the measure looks and what a high score means, in a sentence.
  public let meaning: String
  /// What is scored.
  public internal(set) var subject = Subject.nodes
  /// Computes the scores by index of node or edge.
  let compute: @Sendable (Graph, Setting) throws(GraphError) -> Values

  /// All measures that score nodes, in the order of the documentation.
  public static let all: [Measure] =
    degrees + distances + spectral + structure + traffic + brokerage

  /// The measures that score ties.
  public static let ofTies: [Measure] = [
    Measure(
      name: "edge-betweenness",
      meaning: "how often the tie lies on the shortest way between two", subject: .ties
    ) { graph, setting throws(GraphError) in
      let found = try graph.edgeBetweenness(
        .init(
          lengths: setting.lengths, isNormalized: setting.isUsual, execution: setting.execution))
      return Values(scores: found.values, normalization: found.normalization.rule)
    }
  ]

  /// The measure with a name.
  ///
  /// - Parameter name: The name.
  /// - Returns: The measure, or `nil`.
  public static func named(_ name: String) -> Measure? {
    (all + ofTies).first { $0.name == name }
  }

  /// The scores of the nodes or ties of a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - setting: How the measure is taken.
  /// - Returns: By index, the score; `nil` where it is undefined.
  /// - Throws: `GraphError` if the graph cannot be scored or the task has been cancelled.
  public func scores(
    of graph: Graph, _ setting: Setting = Setting()
  ) throws(GraphError) -> [Double?] {
    try compute(graph, setting).scores
  }
}

extension Measure.Values {
  init(_ values: NodeValues<Double>) {
    self.init(
      scores: values.values, normalization: values.normalization.rule,
      converged: values.convergence?.converged ?? true,
      undefinedBecause: values.undefinedBecause)
  }

  init(_ values: NodeValues<Double?>) {
    self.init(
      scores: values.values, normalization: values.normalization.rule,
      converged: values.convergence?.converged ?? true,
      undefinedBecause: values.undefinedBecause)
  }

  init(_ values: NodeValues<Int>) {
    self.init(scores: values.values.map { Double($0) }, normalization: values.normalization.rule)
  }
}

extension Measure {
  private static let degrees: [Measure] = [
    Measure(name: "degree", meaning: "how many ties it has, either way") { graph, setting in
      Values(graph.degree(.total, isNormalized: setting.isUsual))
    },
    Measure(name: "in-degree", meaning: "how many influence it at first hand") { graph, setting in
      Values(graph.degree(.incoming, isNormalized: setting.isUsual))
    },
    Measure(name: "out-degree", meaning: "how many it influences at first hand") {
      graph, setting in
      Values(graph.degree(.outgoing, isNormalized: setting.isUsual))
    },
    Measure(name: "strength", meaning: "the sum of the weights of its ties, either way") {
      graph, _ in Values(graph.strength(.total))
    },
    Measure(name: "in-strength", meaning: "the sum of the weights of the ties towards it") {
      graph, _ in Values(graph.strength(.incoming))
    },
    Measure(name: "out-strength", meaning: "the sum of the weights of the ties from it") {
      graph, _ in Values(graph.strength(.outgoing))
    },
  ]

  private static let distances: [Measure] = [
    Measure(name: "betweenness", meaning: "how often it lies on the shortest way between others") {
      graph, setting throws(GraphError) in
      Values(
        try graph.betweenness(
          .init(
            lengths: setting.lengths, isNormalized: setting.isUsual, execution: setting.execution)))
    },
    Measure(name: "closeness", meaning: "how near those are who lead to it: scores the influenced")
    {
      graph, setting throws(GraphError) in
      Values(try graph.closeness(.init(lengths: setting.lengths, execution: setting.execution)))
    },
    Measure(
      name: "harmonic",
      meaning: "the sum of 1 / distance over those who lead to it: scores the influenced"
    ) { graph, setting throws(GraphError) in
      Values(try graph.harmonic(.init(lengths: setting.lengths, execution: setting.execution)))
    },
    Measure(
      name: "eccentricity", meaning: "how far the farthest is; undefined unless it reaches all"
    ) { graph, setting throws(GraphError) in
      Values(
        try graph.eccentricity(
          .init(direction: .outward, lengths: setting.lengths, execution: setting.execution)))
    },
    Measure(name: "reach", meaning: "how many it can influence at all: scores those who influence")
    {
      graph, setting throws(GraphError) in
      Values(try graph.reach(isNormalized: setting.isUsual, execution: setting.execution))
    },
  ]

  private static let spectral: [Measure] = [
    Measure(
      name: "eigenvector",
      meaning: "whether those with high scores lead to it: scores the influenced"
    ) { graph, setting throws(GraphError) in
      Values(try graph.eigenvector(usesWeights: setting.isStrength, execution: setting.execution))
    },
    Measure(
      name: "katz",
      meaning: "how many ways lead to it, long ones counting less: scores the influenced"
    ) { graph, setting throws(GraphError) in
      var values = Values(
        try graph.katz(
          .init(
            alpha: setting.alpha, isNormalized: setting.isUsual,
            usesWeights: setting.isStrength, execution: setting.execution)))
      if setting.alpha != usualAlpha { values.normalization += "; alpha \(setting.alpha)" }
      return values
    },
    Measure(
      name: "pagerank", meaning: "where a walk along influence ends up: scores the influenced"
    ) { graph, setting throws(GraphError) in
      Values(
        try graph.pageRank(.init(usesWeights: setting.isStrength, execution: setting.execution)))
    },
    Measure(name: "hits-hub", meaning: "whether it influences what is much influenced") {
      graph, setting throws(GraphError) in
      Values(
        try graph.hubsAndAuthorities(usesWeights: setting.isStrength, execution: setting.execution)
          .hubs)
    },
    Measure(
      name: "hits-authority",
      meaning: "whether those who influence much influence it: scores the influenced"
    ) { graph, setting throws(GraphError) in
      Values(
        try graph.hubsAndAuthorities(usesWeights: setting.isStrength, execution: setting.execution)
          .authorities)
    },
  ]

  private static let structure: [Measure] = [
    Measure(name: "core", meaning: "the largest k such that it has k ties among nodes that have k")
    {
      graph, _ in Values(graph.coreNumbers())
    },
    Measure(name: "clustering", meaning: "how many of its contacts are tied to each other") {
      graph, setting throws(GraphError) in
      Values(
        try graph.clustering(
          usesWeights: setting.isStrength, execution: setting.execution))
    },
    Measure(name: "triangles", meaning: "how many pairs of its contacts are tied to each other") {
      graph, setting throws(GraphError) in
      Values(try graph.triangles(execution: setting.execution))
    },
    Measure(
      name: "constraint", meaning: "how far its contacts hem it in; low where it bridges gaps"
    ) { graph, setting throws(GraphError) in
      Values(try graph.constraint(usesWeights: setting.isStrength))
    },
    Measure(name: "effective-size", meaning: "how many of its contacts are not tied to each other")
    {
      graph, setting throws(GraphError) in
      Values(try graph.effectiveSize(usesWeights: setting.isStrength))
    },
  ]

  private static let traffic: [Measure] = [
    Measure(name: "load", meaning: "how much it carries if all write to all by shortest ways") {
      graph, setting throws(GraphError) in
      Values(
        try graph.load(
          .init(
            lengths: setting.lengths, isNormalized: setting.isUsual, execution: setting.execution)))
    },
    Measure(name: "stress", meaning: "how many shortest ways between others lead through it") {
      graph, setting throws(GraphError) in
      Values(try graph.stress(lengths: setting.lengths, execution: setting.execution))
    },
    Measure(
      name: "current-flow-betweenness",
      meaning: "how much runs through it between others by all ways, as a current; no direction"
    ) { graph, setting throws(GraphError) in
      try withinReach(of: graph) { () throws(GraphError) in
        Values(
          try graph.currentFlowBetweenness(
            isNormalized: setting.isUsual, usesWeights: setting.isStrength,
            execution: setting.execution))
      }
    },
    Measure(
      name: "current-flow-closeness",
      meaning: "how near it is to all by all ways, as a current; no direction"
    ) { graph, setting throws(GraphError) in
      try withinReach(of: graph) { () throws(GraphError) in
        Values(
          try graph.currentFlowCloseness(
            usesWeights: setting.isStrength, execution: setting.execution))
      }
    },
    Measure(name: "information", meaning: "current-flow-closeness by its other name") {
      graph, setting throws(GraphError) in
      try withinReach(of: graph) { () throws(GraphError) in
        Values(
          try graph.currentFlowCloseness(
            usesWeights: setting.isStrength, execution: setting.execution))
      }
    },
    Measure(
      name: "onion-layers", meaning: "in which round it is peeled off; late in the innermost core"
    ) { graph, _ in
      Values(graph.onionLayers())
    },
    Measure(
      name: "votes",
      meaning: "with how many votes it is elected to spread where those before it do not"
    ) { graph, _ in
      Values(graph.voteRank().votes)
    },
    Measure(name: "laplacian", meaning: "how much of the network's energy would go with it") {
      graph, setting throws(GraphError) in
      Values(
        try graph.laplacianCentrality(
          isNormalized: setting.isUsual, usesWeights: setting.isStrength))
    },
    Measure(
      name: "subgraph", meaning: "how many ways lead back to it, long ones counting far less"
    ) { graph, setting throws(GraphError) in
      Values(try graph.subgraphCentrality(execution: setting.execution))
    },
  ]

  /// The values of a measure that needs a number for each pair of nodes, or none if there are more
  /// pairs than most machines have memory for.
  private static func withinReach(
    of graph: Graph, _ values: () throws(GraphError) -> Values
  ) throws(GraphError) -> Values {
    let most = 10_000
    guard graph.nodeCount > most else { return try values() }
    return Values(
      scores: [Double?](repeating: nil, count: graph.nodeCount), normalization: "none",
      undefinedBecause:
        "it takes a number for each pair of nodes, and there are more than \(most) nodes")
  }
}
