/// A graph taken apart edge by edge: how it falls into ever smaller communities.
public struct StepwiseDivision: Sendable, Equatable {
  /// The state after a removal that made the graph fall into more parts, or before any.
  public struct Level: Sendable, Equatable {
    /// How many parts there are.
    public let count: Int
    /// How many edges have been removed.
    public let removedCount: Int
    /// The modularity of the parts in the whole graph; nil if it has no edges.
    public let modularity: Double?
  }

  /// The edges in the order in which they were removed; loops are not among them.
  public let removedEdges: [Int]
  /// By removal, how many shortest paths ran along the edge when it was removed.
  public let scores: [Double]
  /// The levels from the parts of the whole graph down to single nodes.
  public let levels: [Level]

  private let graph: Graph

  fileprivate init(_ graph: Graph, removedEdges: [Int], scores: [Double]) throws(GraphError) {
    self.graph = graph
    self.removedEdges = removedEdges
    self.scores = scores
    var levels: [Level] = []
    // Put back from the last to the first, an edge that joins two parts is one whose removal
    // divided them.
    var parts = Array(graph.nodes)
    var count = graph.nodeCount
    for place in removedEdges.indices.reversed() {
      let edge = graph.edges[removedEdges[place]]
      let (first, second) = (Self.root(edge.tail, &parts), Self.root(edge.head, &parts))
      guard first != second else { continue }
      levels.append(
        Level(
          count: count, removedCount: place + 1,
          modularity: try graph.modularity(of: graph.nodes.map { Self.root($0, &parts) })))
      parts[max(first, second)] = min(first, second)
      count -= 1
    }
    let whole = graph.nodes.map { Self.root($0, &parts) }
    levels.append(
      Level(count: count, removedCount: 0, modularity: try graph.modularity(of: whole)))
    self.levels = levels.reversed()
  }

  /// The level with the largest modularity; of several, the one with fewest parts.
  public var best: Level {
    levels.reduce(levels[0]) { best, level in
      (level.modularity ?? 0) > (best.modularity ?? 0) + 1e-12 ? level : best
    }
  }

  /// The division into a number of parts.
  ///
  /// - Parameter count: How many parts; that of a level.
  /// - Returns: By node, the number of its part, numbered by first node; nil if no level has so many.
  /// - Complexity: O(n + m) time, but for the inverse of Ackermann's function; O(n) space.
  public func groups(count: Int) -> [Int]? {
    guard let level = levels.first(where: { $0.count == count }) else { return nil }
    var parts = Array(graph.nodes)
    for place in level.removedCount..<removedEdges.count {
      let edge = graph.edges[removedEdges[place]]
      let (first, second) = (Self.root(edge.tail, &parts), Self.root(edge.head, &parts))
      parts[max(first, second)] = min(first, second)
    }
    return DenseLabels(graph.nodes.map { Int32(Self.root($0, &parts)) }).labels.map(Int.init)
  }

  /// The first node of the part of a node.
  private static func root(_ node: Int, _ parts: inout [Int]) -> Int {
    var node = node
    while parts[node] != node {
      parts[node] = parts[parts[node]]
      node = parts[node]
    }
    return node
  }
}

extension Graph {
  /// Communities by taking away, again and again, the edge along which most shortest paths run.
  ///
  /// Edges between communities carry the paths from each to the other, so they go first, and the
  /// graph falls apart along its seams [Girvan2002]. Which of the levels is the best is told by
  /// their modularity [Newman2004]. Direction is ignored; parallel edges are paths of their own and
  /// are removed one by one; loops stay out of it. Of edges with equal scores, to one part in 10^9,
  /// the first goes.
  ///
  /// - Parameters:
  ///   - lengths: What the length of an edge is, more than zero; hops unless set.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: The removals and the levels between them.
  /// - Throws: `GraphError` if a length is not more than zero or there is not one for each edge, or
  ///   the task has been cancelled.
  /// - Complexity: O(n m^2) time by hops, since each removal asks anew in the part from which the
  ///   edge was taken; O(n m) more for the modularity of all levels; O(n + m) space.
  public func girvanNewman(
    lengths: EdgeLengths = .hops, execution: Execution = Execution()
  ) throws(GraphError) -> StepwiseDivision {
    let edgeLengths = try resolve(lengths, needed: .positive)
    let plain = asUndirected()
    var state = EdgeRemoval(
      scores: [Double](repeating: -1, count: edgeCount), lengths: edgeLengths,
      threads: execution.threads)
    let left = tails.indices.filter { tails[$0] != heads[$0] }
    for members in plain.weakComponents().members where members.count > 1 {
      try state.score(plain.subgraph(of: members).withoutLoops())
    }
    var removed: [Int] = []
    var scores: [Double] = []
    while let (edge, score) = state.removeBest() {
      removed.append(edge)
      scores.append(score)
      try state.scoreParts()
      execution.progress?(Double(removed.count) / Double(left.count))
    }
    return try StepwiseDivision(self, removedEdges: removed, scores: scores)
  }
}

/// The parts of a graph from which edges are taken.
private struct EdgeRemoval {
  /// By edge, how many shortest paths run along it; -1 once it is gone.
  var scores: [Double]
  let lengths: [Double]?
  let threads: Int?
  /// By edge that is left, the part in which it lies.
  private var parts: [Graph.Part] = []
  private var partOf: [Int]
  private var pending: Graph.Part?

  init(scores: [Double], lengths: [Double]?, threads: Int?) {
    self.scores = scores
    self.lengths = lengths
    self.threads = threads
    partOf = [Int](repeating: -1, count: scores.count)
  }

  /// Scores the edges of a part.
  mutating func score(_ part: Graph.Part) throws(GraphError) {
    guard !part.edges.isEmpty else { return }
    let found = try part.graph.edgeBetweenness(
      Graph.BetweennessOptions(
        lengths: lengths.map { lengths in .values(part.edges.map { lengths[$0] }) } ?? .hops,
        isNormalized: false, execution: Execution(threads: threads)))
    for (index, edge) in part.edges.enumerated() {
      scores[edge] = found[index]
      partOf[edge] = parts.count
    }
    parts.append(part)
  }

  /// Takes away the first edge of the best score.
  mutating func removeBest() -> (edge: Int, score: Double)? {
    guard let most = scores.max(), most >= 0 else { return nil }
    guard let edge = scores.firstIndex(where: { $0 >= most * (1 - 1e-9) }) else { return nil }
    let score = scores[edge]
    scores[edge] = -1
    pending = parts[partOf[edge]].without(edge)
    // The old part is of no use any more, and its memory would add up.
    parts[partOf[edge]] = parts[partOf[edge]].emptied()
    return (edge, score)
  }

  /// Scores anew what is left of the part from which an edge was taken.
  mutating func scoreParts() throws(GraphError) {
    guard let part = pending else { return }
    pending = nil
    let components = part.graph.weakComponents()
    if components.count == 1 { return try score(part) }
    for members in components.members where members.count > 1 {
      let piece = part.graph.subgraph(of: members)
      try score(
        Graph.Part(
          graph: piece.graph, nodes: piece.nodes.map { part.nodes[$0] },
          edges: piece.edges.map { part.edges[$0] }))
    }
  }
}

extension Graph.Part {
  /// The part without an edge, named by its index in the whole.
  fileprivate func without(_ edge: Int) -> Graph.Part {
    keeping { edges[$0] != edge }
  }

  /// The part without loops.
  fileprivate func withoutLoops() -> Graph.Part {
    keeping { graph.tails[$0] != graph.heads[$0] }
  }

  /// Nothing of the part.
  fileprivate func emptied() -> Graph.Part {
    Graph.Part(
      graph: Graph(
        nodeCount: 0, tails: [Int32](), heads: [Int32](), weights: nil, isDirected: false),
      nodes: [], edges: [])
  }

  /// The part with some of its edges only.
  private func keeping(_ isKept: (Int) -> Bool) -> Graph.Part {
    let kept = edges.indices.filter(isKept)
    return Graph.Part(
      graph: Graph(
        nodeCount: graph.nodeCount, tails: kept.map { graph.tails[$0] },
        heads: kept.map { graph.heads[$0] }, weights: nil, isDirected: false),
      nodes: nodes, edges: kept.map { edges[$0] })
  }
}
