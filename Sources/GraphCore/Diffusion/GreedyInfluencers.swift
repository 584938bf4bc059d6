/// Nodes chosen one after another to start a spread.
public struct Influencers: Sendable, Equatable {
  /// The nodes in the order in which they were chosen.
  public let nodes: [Int]
  /// By the number chosen, from one, the mean number of nodes that become active from those.
  public let spreads: [Double]
}

extension Graph {
  /// How a spread is simulated when nodes or edges are chosen for what they do to it.
  public struct InfluenceOptions: Sendable {
    /// By which rule it spreads.
    public var model: SpreadModel
    /// In how many random worlds it is measured, 1 or more.
    public var samples: Int
    /// Where the sequence of random choices begins: the same seed gives the same result.
    public var seed: UInt64
    /// On how many threads it runs, and who is told how far it is.
    public var execution: Execution

    /// Makes options.
    ///
    /// - Parameters:
    ///   - model: By which rule it spreads.
    ///   - samples: In how many random worlds it is measured.
    ///   - seed: Where the sequence of random choices begins.
    ///   - execution: On how many threads it runs, and who is told how far it is.
    public init(
      model: SpreadModel = .independentCascade(), samples: Int = 1_000, seed: UInt64 = 0,
      execution: Execution = Execution()
    ) {
      self.model = model
      self.samples = samples
      self.seed = seed
      self.execution = execution
    }
  }

  /// Nodes from which something spreads widest, chosen greedily.
  ///
  /// Each is the one that adds most to those before [Kempe2003]. The spread is measured in the same
  /// random worlds throughout, in which chance has decided every edge, so what a node adds never
  /// grows: it is only measured again when it comes to the top [Leskovec2007]. In these worlds the
  /// spread is at least 1 - 1/e, 0.632, of that of the best set of as many nodes, whatever the graph
  /// [Nemhauser1978]; in all worlds it is that less an error that falls with the square root of their
  /// number. For large graphs `sampledInfluencers(_:_:epsilon:delta:seed:execution:)` is faster.
  ///
  /// - Parameters:
  ///   - count: How many nodes to choose, 0 to n.
  ///   - options: Model, samples, seed, execution.
  /// - Returns: The nodes, and the mean spread in these worlds after each; ties go to the smaller node.
  /// - Throws: `GraphError` if there are fewer nodes than that, an option is outside its range, or the
  ///   task has been cancelled.
  /// - Complexity: O(R n r) time for R worlds in which a node reaches r edges, and O(R r) for each
  ///   time a node is measured again; R (n + m) / 8 bytes, and 4 R n more under thresholds.
  public func greedyInfluencers(
    _ count: Int, _ options: InfluenceOptions = InfluenceOptions()
  ) throws(GraphError) -> Influencers {
    try requireCount(count, "influencers")
    try requireSamples(options.samples)
    let rule = try SpreadRule(self, options.model)
    let worlds = try LiveWorld.drawn(
      options.samples, rule, seed: options.seed, options.execution.part(0...0.1))
    var cover = WorldCover(graph: self, worlds: worlds)
    let work = ChunkedWork(
      count: nodeCount, execution: options.execution.part(0.1...0.9), smallestChunk: 1)
    let start = cover
    let first = try work.map { chunk in
      var search = start
      return chunk.map { search.gain(of: $0) }
    }
    var heap = NodeHeap(nodeCount: nodeCount)
    for node in nodes { heap.push(node, key: -Double(first[node])) }
    // By node, how many were chosen when it was measured.
    var measuredAt = [Int](repeating: 0, count: nodeCount)
    var chosen: [Int] = []
    var spreads: [Double] = []
    var total = 0
    while chosen.count < count, let key = heap.smallestKey, let node = heap.pop() {
      try Execution.checkCancellation()
      if measuredAt[node] < chosen.count {
        measuredAt[node] = chosen.count
        heap.push(node, key: -Double(cover.gain(of: node)))
        continue
      }
      total += Int(-key)
      cover.take(node)
      chosen.append(node)
      spreads.append(Double(total) / Double(options.samples))
      options.execution.progress?(0.9 + 0.1 * Double(chosen.count) / Double(count))
    }
    return Influencers(nodes: chosen, spreads: spreads)
  }

  /// Refuses to choose more nodes than there are.
  func requireCount(_ count: Int, _ what: String) throws(GraphError) {
    guard count >= 0, count <= nodeCount else {
      throw .optionOutOfRange(
        name: "the number of \(what)", value: Double(count), range: "0 to \(nodeCount)")
    }
  }
}

/// Which nodes are active in each of several worlds.
struct WorldCover: Sendable {
  private let graph: Graph
  private let worlds: [LiveWorld]
  /// By world and node, whether it is active.
  private var isActive: [UInt64]
  private let words: Int
  private var isSeen: [Bool]
  private var queue: [Int32] = []

  init(graph: Graph, worlds: [LiveWorld]) {
    self.graph = graph
    self.worlds = worlds
    words = (graph.nodeCount + 63) / 64
    isActive = [UInt64](repeating: 0, count: words * worlds.count)
    isSeen = [Bool](repeating: false, count: graph.nodeCount)
  }

  /// How many nodes become active in all worlds together if this one is.
  mutating func gain(of node: Int) -> Int {
    var sum = 0
    for world in worlds.indices { sum += walk(from: node, in: world) }
    return sum
  }

  /// Makes a node active in all worlds.
  mutating func take(_ node: Int) {
    for world in worlds.indices {
      _ = walk(from: node, in: world)
      for node in queue {
        isActive[world * words + Int(node >> 6)] |= 1 << UInt64(truncatingIfNeeded: node & 63)
      }
    }
  }

  @inline(__always)
  private func isActive(_ node: Int32, in world: Int) -> Bool {
    isActive[world * words + Int(node >> 6)] >> UInt64(truncatingIfNeeded: node & 63) & 1 == 1
  }

  /// Leaves in `queue` the nodes that become active; what is active already leads to nothing new.
  private mutating func walk(from root: Int, in number: Int) -> Int {
    queue.removeAll(keepingCapacity: true)
    let root = Int32(truncatingIfNeeded: root)
    if isActive(root, in: number) { return 0 }
    queue.append(root)
    isSeen[Int(root)] = true
    let world = worlds[number]
    let rows = graph.outgoing
    let rowEdges = rows.edges
    var next = 0
    while next < queue.count {
      let node = Int(queue[next])
      next += 1
      for entry in rows.row(node) {
        let target = rows.targets[entry]
        guard !isSeen[Int(target)], world.carries(rowEdges[entry], into: target),
          !isActive(target, in: number)
        else { continue }
        isSeen[Int(target)] = true
        queue.append(target)
      }
    }
    for node in queue { isSeen[Int(node)] = false }
    return queue.count
  }
}
