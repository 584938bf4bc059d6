extension Graph {
  /// How blocks are looked for.
  public struct BlockModelOptions: Sendable {
    /// Where the sequence of random choices begins: the same seed gives the same result.
    public var seed: UInt64
    /// How many searches there are, of which the best counts; 1 or more.
    public var trials: Int
    /// The most blocks, 1 or more; nil for three times the square root of the number of edges, more
    /// than can be told apart [Peixoto2017].
    public var maximumBlocks: Int?
    /// On how many threads it runs, and who is told how far it is.
    public var execution: Execution

    /// Makes options.
    ///
    /// - Parameters:
    ///   - seed: Where the sequence of random choices begins.
    ///   - trials: How many searches there are, 1 or more.
    ///   - maximumBlocks: The most blocks, 1 or more.
    ///   - execution: On how many threads it runs, and who is told how far it is.
    public init(
      seed: UInt64 = 0, trials: Int = 8, maximumBlocks: Int? = nil,
      execution: Execution = Execution()
    ) {
      self.seed = seed
      self.trials = trials
      self.maximumBlocks = maximumBlocks
      self.execution = execution
    }
  }

  /// The description length of a division into blocks: how many nats it takes to tell the blocks,
  /// the degrees and the edges.
  ///
  /// Minus the logarithm of the joint chance of blocks and graph in the microcanonical stochastic
  /// block model with given degrees [Peixoto2017]: any division of sizes is as likely as any other,
  /// then any division of that kind, any number of edges between the blocks, any degrees in a block
  /// with as many ends, and any way to join the ends: the uniform priors of that paper, without levels
  /// above the blocks. Every block must save more than it costs, so random graphs are one block. Direction and weights are ignored; parallel edges
  /// and loops count each.
  ///
  /// - Parameter groups: By node index, any number that names its block.
  /// - Returns: Nats, 0 or more; 0 without nodes.
  /// - Throws: `GraphError` if there is not one group for each node.
  /// - Complexity: O(n + m + b^2) time and space for b blocks.
  public func descriptionLength(of groups: [Int]) throws(GraphError) -> Double {
    // b is `labels`, B is `count`, k are the degrees, e_rs the edges between blocks, e_r their ends.
    let (labels, count) = try numbered(groups)
    let network = BlockNetwork(self)
    return BlockState(network, labels: labels, room: max(count, 1)).length + network.constant
  }

  /// Communities by the stochastic block model with given degrees: the blocks that describe the graph
  /// most briefly.
  ///
  /// Nodes of a block are tied alike, whatever their degrees: mostly to each other, as communities
  /// are, or mostly to another block, as those who lead and those who carry out [Karrer2011]. How many
  /// blocks there are follows from `descriptionLength(of:)` [Peixoto2017], and a graph without
  /// structure is one block. From many blocks by chance nodes move to where the description is
  /// shortest, and the two blocks are joined that lengthen it least, down to one; the shortest of
  /// all is then tried with blocks split in two by chance and moves within them, as long as that
  /// helps. Direction and weights are ignored; parallel edges and loops count each.
  ///
  /// - Parameter options: Seed, trials, most blocks, execution.
  /// - Returns: The blocks; their quality is the description length in nats, where less is better.
  ///   `rounds` are the joins and splits of the best trial.
  /// - Throws: `GraphError` if an option is out of range, or the task has been cancelled.
  /// - Complexity: For each trial O(b^2 (m + n) + b^4) time for at most b blocks, b being about the
  ///   square root of m unless set: meant for graphs of some thousand edges; O(n + m + b^2) space for
  ///   each thread.
  public func stochasticBlockModel(
    _ options: BlockModelOptions = BlockModelOptions()
  ) throws(GraphError) -> Communities {
    // Sigma is the description length, B the number of blocks.
    try GraphError.require(options.trials, "the number of trials", in: 1...1_000_000)
    if let most = options.maximumBlocks {
      try GraphError.require(most, "the largest number of blocks", in: 1...40_000)
    }
    let network = BlockNetwork(self)
    let wanted = Int((9 * Double(edgeCount)).squareRoot().rounded(.up))
    let most = max(min(options.maximumBlocks ?? max(wanted, 4), nodeCount), 1)
    var seeds = SeededGenerator(seed: options.seed)
    let generators = (0..<options.trials).map { _ in SeededGenerator(seed: seeds.next()) }
    let work = ChunkedWork(
      count: options.trials, execution: options.execution, smallestChunk: 1)
    let found = try work.map { trials in
      trials.map { trial in
        var generator = generators[trial]
        return BlockState.shortest(network, most: most, using: &generator)
      }
    }
    let best = found.reduce(found[0]) { $1.length < $0.length - 1e-9 ? $1 : $0 }
    let groups = DenseLabels(best.labels)
    return Communities(
      groups: groups.labels.map(Int.init), count: groups.count, measure: "description-length",
      quality: best.length + network.constant, resolution: 1, converged: true,
      rounds: best.rounds)
  }
}

extension BlockState {
  /// The shortest description that one search finds.
  fileprivate static func shortest(
    _ network: BlockNetwork, most: Int, using generator: inout SeededGenerator
  ) -> (labels: [Int32], length: Double, rounds: Int) {
    let n = network.degrees.count
    var order = (0..<n).map { Int32($0) }
    order.shuffle(using: &generator)
    var labels = [Int32](repeating: 0, count: n)
    // Blocks of equal size by chance; each node alone if there is room for it.
    for (place, node) in order.enumerated() { labels[Int(node)] = Int32(place % most) }
    var state = BlockState(network, labels: labels, room: most)
    if n > most { state.settle(order, among: state.blocks, most: 10) }
    var best = (labels: state.labels, length: state.length)
    var rounds = 0
    while state.count > 1, !Execution.isCancelled, let merger = state.bestMerger() {
      rounds += 1
      state.merge(merger.first, merger.second)
      state.settle(order, among: state.blocks, most: state.count > 32 ? 1 : 4)
      let length = state.length
      if length < best.length - 1e-9 { best = (state.labels, length) }
    }
    while !Execution.isCancelled {
      let (labels, length, tries) = improved(network, best, most: most, using: &generator)
      rounds += tries
      guard length < best.length - 1e-9 else { break }
      best = (labels, length)
    }
    return (best.labels, best.length, rounds)
  }

  /// What splitting and joining blocks makes of a division, if it helps.
  private static func improved(
    _ network: BlockNetwork, _ start: (labels: [Int32], length: Double), most: Int,
    using generator: inout SeededGenerator
  ) -> (labels: [Int32], length: Double, tries: Int) {
    // Room for one block more than there are.
    let dense = DenseLabels(start.labels)
    let room = min(dense.count + 1, max(most, dense.count))
    var order = start.labels.indices.map { Int32($0) }
    order.shuffle(using: &generator)
    var state = BlockState(network, labels: dense.labels, room: room)
    state.settle(order, among: Array(0..<room), most: 20)
    var best = (labels: state.labels, length: state.length)
    var tries = 0
    if let merger = state.bestMerger(), merger.change < -1e-9 {
      state.merge(merger.first, merger.second)
      best = (state.labels, state.length)
    }
    let base = BlockState(network, labels: best.labels, room: room)
    for block in base.blocks where base.sizes[block] > 1 {
      guard let empty = base.emptyBlock, !Execution.isCancelled else { break }
      tries += 1
      var split = base
      let members = order.filter { Int(base.labels[Int($0)]) == block }
      split.part(Array(members.prefix(members.count / 2)), into: empty)
      split.settle(members, among: [block, empty], most: 20)
      split.settle(order, among: split.blocks, most: 10)
      let length = split.length
      if length < best.length - 1e-9 { best = (split.labels, length) }
    }
    return (best.labels, best.length, tries)
  }
}
