extension Graph {
  /// By which rule something passes from node to node; whoever has it once, keeps it.
  public enum SpreadModel: Sendable, Equatable {
    /// A node that becomes active tries once along each of its edges, and succeeds with the
    /// probability of the edge [Kempe2003]. By edge index, 0 to 1; nil for the weights, and an edge of
    /// an unweighted graph succeeds for certain. In an undirected graph the probability holds both
    /// ways.
    case independentCascade(probabilities: [Double]? = nil)
    /// A node becomes active when the weights of its edges from active nodes come up to its threshold,
    /// drawn evenly from 0 to 1 [Kempe2003]. By edge index, 0 or more, those that arrive at a node
    /// 1 together at most; nil for 1 over the number of edges that arrive. In an undirected graph a
    /// weight holds both ways. Loops are left out.
    case linearThreshold(weights: [Double]? = nil)
  }
}

/// A rule of spreading that has been checked against its graph.
struct SpreadRule: Sendable {
  let graph: Graph
  let isThreshold: Bool
  /// By edge, its probability or weight; nil for the default of the rule.
  private let values: [Double]?
  /// By node, the weight of each edge that arrives; empty unless that is the rule.
  private let shares: [Double]

  init(_ graph: Graph, _ model: Graph.SpreadModel) throws(GraphError) {
    self.graph = graph
    switch model {
    case .independentCascade(let probabilities):
      isThreshold = false
      values = try graph.checkedChances(probabilities)
      shares = []
    case .linearThreshold(let weights):
      isThreshold = true
      values = weights
      shares = weights == nil ? Self.evenShares(graph) : []
      if let weights { try Self.check(weights, graph) }
    }
  }

  /// The probability or weight of an edge towards one of its ends.
  @inline(__always)
  func value(_ edge: Int, into head: Int) -> Double {
    if let values { return values[edge] }
    return isThreshold ? shares[head] : 1
  }

  private static func evenShares(_ graph: Graph) -> [Double] {
    let rows = graph.incoming
    return graph.nodes.map { node in
      let count = rows.row(node).reduce(0) { $0 + (Int(rows.targets[$1]) == node ? 0 : 1) }
      return count > 0 ? 1 / Double(count) : 0
    }
  }

  private static func check(_ weights: [Double], _ graph: Graph) throws(GraphError) {
    guard weights.count == graph.edgeCount else {
      throw .wrongCount(of: "influence weights", expected: graph.edgeCount, actual: weights.count)
    }
    for (edge, weight) in weights.enumerated()
    where !GraphError.NumberNeeded.notNegative.admits(weight) {
      throw .unusableWeight(edge: edge, weight: weight, needed: .notNegative)
    }
    let rows = graph.incoming
    let rowEdges = rows.edges
    for node in graph.nodes {
      let sum = rows.row(node).reduce(0) {
        $0 + (Int(rows.targets[$1]) == node ? 0 : weights[Int(rowEdges[$1])])
      }
      guard sum <= 1 + 1e-9 else {
        throw .optionOutOfRange(
          name: "the sum of the influence weights that arrive at node \(node)", value: sum,
          range: "1 at most")
      }
    }
  }
}

/// What chance decided once for all edges: where something passes if it gets there at all.
///
/// Of a cascade, each edge holds or not; under thresholds each node listens to one edge at most, which
/// comes to the same spread [Kempe2003].
struct LiveWorld: Sendable {
  /// 64 edges in a word; empty under thresholds.
  private var bits: [UInt64] = []
  /// By node, the edge that it listens to, or -1; empty for cascades.
  private var heard: [Int32] = []

  init(_ rule: SpreadRule, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    if rule.isThreshold {
      heard = rule.graph.nodes.map {
        Int32(truncatingIfNeeded: rule.edgeHeard(by: $0, using: &generator)?.edge ?? -1)
      }
    } else {
      bits = [UInt64](repeating: 0, count: (rule.graph.edgeCount + 63) / 64)
      for edge in rule.graph.tails.indices
      where generator.nextUnit() < rule.value(edge, into: Int(rule.graph.heads[edge])) {
        bits[edge >> 6] |= 1 << UInt64(truncatingIfNeeded: edge & 63)
      }
    }
  }

  /// Whether an edge carries towards one of its ends.
  @inline(__always)
  func carries(_ edge: Int32, into head: Int32) -> Bool {
    heard.isEmpty
      ? bits[Int(edge >> 6)] >> UInt64(truncatingIfNeeded: edge & 63) & 1 == 1
      : heard[Int(head)] == edge
  }

  /// One world for each seed.
  static func drawn(
    _ count: Int, _ rule: SpreadRule, seed: UInt64, _ execution: Execution
  ) throws(GraphError) -> [LiveWorld] {
    let seeds = SeededGenerator.seeds(count, from: seed)
    let work = ChunkedWork(count: count, execution: execution, smallestChunk: 1)
    return try work.map { chunk in chunk.map { LiveWorld(rule, seed: seeds[$0]) } }
  }
}

extension SpreadRule {
  /// The edge that a node listens to under thresholds, with the node at its other end; nil for none.
  func edgeHeard(
    by node: Int, using generator: inout SeededGenerator
  ) -> (edge: Int, node: Int)? {
    var left = generator.nextUnit()
    let rows = graph.incoming
    let rowEdges = rows.edges
    for entry in rows.row(node) where Int(rows.targets[entry]) != node {
      left -= value(Int(rowEdges[entry]), into: node)
      if left < 0 { return (Int(rowEdges[entry]), Int(rows.targets[entry])) }
    }
    return nil
  }
}
