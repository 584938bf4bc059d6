/// How far a graph has short paths, as chance has, and closed circles of contacts, as a lattice has.
public struct SmallWorld: Sendable, Equatable {
  /// The mean clustering of the nodes.
  public let clustering: Double
  /// The mean distance over pairs with a path.
  public let pathLength: Double
  /// The mean clustering of graphs of the same degrees drawn by chance.
  public let randomClustering: Double
  /// The mean distance in graphs of the same degrees drawn by chance.
  public let randomPathLength: Double
  /// The mean clustering of graphs of the same degrees whose edges stay near in a ring.
  public let latticeClustering: Double

  /// (C / C of chance) / (L / L of chance); a small world is well above 1. Nil where chance gives
  /// no clustering. [Humphries2008]
  public var sigma: Double? {
    guard randomClustering > 0 else { return nil }
    return clustering / randomClustering / (pathLength / randomPathLength)
  }

  /// L of chance / L - C / C of the lattice; near 0 in a small world, towards 1 in what is like
  /// chance, towards -1 in what is like a lattice. Nil where the lattice has no clustering.
  /// [Telesford2011]
  public var omega: Double? {
    guard latticeClustering > 0 else { return nil }
    return randomPathLength / pathLength - clustering / latticeClustering
  }
}

extension Graph {
  /// What a graph is compared with to see whether it is a small world.
  public struct SmallWorldOptions: Sendable {
    /// How many graphs of each kind are drawn, 1 to 10,000,000. 10 unless set.
    public var samples: Int
    /// Where the sequence of random choices begins.
    public var seed: UInt64
    /// Draws a graph by chance; nil for simple graphs of the same degrees.
    public var random: NullModel?
    /// Draws a lattice; nil for `latticeReference(switchesPerEdge:using:execution:)`.
    public var lattice: NullModel?
    /// On how many threads it runs, and who is told how far it is.
    public var execution: Execution

    /// Makes options.
    ///
    /// - Parameters:
    ///   - samples: How many graphs of each kind are drawn.
    ///   - seed: Where the sequence of random choices begins.
    ///   - random: Draws a graph by chance; nil for simple graphs of the same degrees.
    ///   - lattice: Draws a lattice; nil for `latticeReference(switchesPerEdge:using:execution:)`.
    ///   - execution: On how many threads it runs, and who is told how far it is.
    public init(
      samples: Int = 10, seed: UInt64 = 0,
      random: NullModel? = nil,
      lattice: NullModel? = nil,
      execution: Execution = Execution()
    ) {
      self.samples = samples
      self.seed = seed
      self.random = random
      self.lattice = lattice
      self.execution = execution
    }
  }

  /// Whether the graph is a small world: sigma and omega.
  ///
  /// Clustering is the mean over all nodes of `clustering(usesWeights:execution:)`, as Watts and Strogatz have
  /// it [Watts1998]; NetworkX takes transitivity for sigma. Direction is ignored, loops are left out
  /// and parallel edges are one. Pairs without a path are left out here and in the graphs drawn.
  ///
  /// - Parameter options: Samples, seed, what is drawn, execution.
  /// - Returns: The measures and those of chance; nil without an edge between two nodes.
  /// - Throws: `GraphError` if the number of samples is out of range or the task has been cancelled;
  ///   and what the graphs drawn throw.
  /// - Complexity: O(s (n m + m^1.5)) time for s samples.
  public func smallWorld(
    _ options: SmallWorldOptions = SmallWorldOptions()
  ) throws(GraphError) -> SmallWorld? {
    let simple = asUndirected().simplified()
    guard simple.edgeCount > 0 else { return nil }
    let degrees = simple.degreeCounts(.total)
    let ownRandom: NullModel = { generator throws(GraphError) in
      try Graph.simpleConfiguration(degrees: degrees, using: &generator)
    }
    let random = try simple.comparedWithNulls(
      samples: options.samples, seed: options.seed, execution: options.execution.part(0, of: 2),
      drawing: options.random ?? ownRandom
    ) { graph throws(GraphError) -> [Double?] in
      let plain = graph.asUndirected().simplified()
      let alone = Execution(threads: 1)
      let length = try plain.averagePathLength(skipsUnreachable: true, execution: alone)
      return [try plain.meanClustering(), length ?? 0]
    }
    let ownLattice: NullModel = { generator throws(GraphError) in
      try simple.latticeReference(using: &generator)
    }
    let lattice = try simple.comparedWithNulls(
      samples: options.samples, seed: options.seed &+ 1,
      execution: options.execution.part(1, of: 2), drawing: options.lattice ?? ownLattice
    ) { graph throws(GraphError) -> [Double?] in
      [try graph.asUndirected().simplified().meanClustering()]
    }
    return SmallWorld(
      clustering: random[0].observed ?? 0, pathLength: random[1].observed ?? 0,
      randomClustering: random[0].mean ?? 0, randomPathLength: random[1].mean ?? 0,
      latticeClustering: lattice[0].mean ?? 0)
  }

  private func meanClustering() throws(GraphError) -> Double {
    nodeCount == 0
      ? 0 : try clustering(execution: Execution(threads: 1)).values.reduce(0, +) / Double(nodeCount)
  }
}
