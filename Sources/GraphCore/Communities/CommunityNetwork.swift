/// A graph in the middle of a search for communities: each node stands for one or more nodes of the
/// graph.
///
/// What a node v gains by belonging to a community c is the weight between them less
/// `coupling` times their masses: of v in c,
///
///     weight(v, c) - coupling (outMass(v) inMass(c) + inMass(v) outMass(c)) / 2
///
/// Modularity and the constant Potts model differ in mass and coupling only. Direction matters to
/// masses alone, so rows join both directions. There are no loops, since what is inside a node
/// moves with it, and no weights of zero.
struct CommunityNetwork {
  /// Where each row begins; one entry more than there are nodes.
  let offsets: Column<Int>
  /// The node at the other end of each entry.
  let targets: Column<Int32>
  /// The weight of each entry; nil if each weighs 1.
  let weights: [Double]?
  /// By node, its share in what chance would join: the strength of its edges, those that leave it,
  /// or the number of nodes for which it stands.
  let outMass: [Double]
  /// The same for arriving edges; nil where both are the same.
  let inMass: [Double]?
  /// What a unit of mass in a community costs a unit of mass that joins it.
  let coupling: Double

  /// The number of nodes.
  var nodeCount: Int { offsets.count - 1 }

  /// Takes a graph as it is, each node for itself.
  init(_ graph: Graph, _ options: Graph.CommunityOptions) throws(GraphError) {
    let edgeWeights = options.usesWeights ? try graph.checkedWeights(.notNegative) : nil
    let rows = graph.asUndirected().outgoing
    let hasLoops = graph.tails.indices.contains { graph.tails[$0] == graph.heads[$0] }
    let total = edgeWeights?.reduce(0, +) ?? Double(graph.edgeCount)
    if edgeWeights == nil, !hasLoops {
      (offsets, targets, weights) = (rows.offsets, rows.targets, nil)
    } else {
      var offsets = [0]
      var targets: [Int32] = []
      var weights: [Double] = []
      offsets.reserveCapacity(graph.nodeCount + 1)
      targets.reserveCapacity(rows.targets.count)
      weights.reserveCapacity(rows.targets.count)
      let edges = edgeWeights == nil ? [] : rows.edges
      for node in graph.nodes {
        for entry in rows.row(node) where rows.targets[entry] != node {
          let weight = edgeWeights?[Int(edges[entry])] ?? 1
          if weight > 0 {
            targets.append(rows.targets[entry])
            weights.append(weight)
          }
        }
        offsets.append(targets.count)
      }
      (self.offsets, self.targets) = (Column(offsets), Column(targets))
      self.weights = weights
    }
    switch options.quality {
    case .modularity:
      var out = [Double](repeating: 0, count: graph.nodeCount)
      var into = graph.isDirected ? out : []
      for edge in graph.tails.indices {
        let weight = edgeWeights?[edge] ?? 1
        out[Int(graph.tails[edge])] += weight
        if graph.isDirected {
          into[Int(graph.heads[edge])] += weight
        } else {
          out[Int(graph.heads[edge])] += weight
        }
      }
      outMass = out
      inMass = graph.isDirected ? into : nil
      let ends = graph.isDirected ? total / 2 : 2 * total
      coupling = ends > 0 ? options.resolution / ends : 0
    case .constantPotts:
      outMass = [Double](repeating: 1, count: graph.nodeCount)
      inMass = nil
      coupling = options.resolution * (graph.isDirected ? 2 : 1)
    }
  }

  /// Takes the parts of a network.
  private init(
    offsets: [Int], targets: [Int32], weights: [Double], outMass: [Double], inMass: [Double]?,
    coupling: Double
  ) {
    self.offsets = Column(offsets)
    self.targets = Column(targets)
    self.weights = weights
    self.outMass = outMass
    self.inMass = inMass
    self.coupling = coupling
  }

  /// The network in which each group of nodes is one.
  ///
  /// - Parameter groups: By node, its group.
  /// - Returns: The network of the groups; the weight between two of them is the sum of the weights
  ///   between their nodes.
  /// - Complexity: O(n + m) time and space.
  func joined(by groups: DenseLabels) -> CommunityNetwork {
    let labels = groups.labels
    // Nodes in the order of their groups.
    var starts = [Int](repeating: 0, count: groups.count + 1)
    for label in labels { starts[Int(label) + 1] += 1 }
    for group in 0..<groups.count { starts[group + 1] += starts[group] }
    var next = starts
    var order = [Int32](repeating: 0, count: labels.count)
    for node in labels.indices {
      order[next[Int(labels[node])]] = Int32(node)
      next[Int(labels[node])] += 1
    }

    var newOffsets = [0]
    var newTargets: [Int32] = []
    var newWeights: [Double] = []
    newOffsets.reserveCapacity(groups.count + 1)
    var weightTo = [Double](repeating: 0, count: groups.count)
    var met: [Int32] = []
    withRows { rows in
      for group in 0..<groups.count {
        met.removeAll(keepingCapacity: true)
        for place in starts[group]..<starts[group + 1] {
          for entry in rows.row(Int(order[place])) {
            let label = labels[rows.target(entry)]
            if label == group { continue }
            let known = weightTo[Int(label)]
            if known == 0 { met.append(label) }
            weightTo[Int(label)] = known + rows.weight(entry)
          }
        }
        for label in met {
          newTargets.append(label)
          newWeights.append(weightTo[Int(label)])
          weightTo[Int(label)] = 0
        }
        newOffsets.append(newTargets.count)
      }
    }
    return CommunityNetwork(
      offsets: newOffsets, targets: newTargets, weights: newWeights,
      outMass: Self.sums(of: outMass, by: groups),
      inMass: inMass.map { Self.sums(of: $0, by: groups) },
      coupling: coupling)
  }

  /// The sum of a value over the nodes of each group.
  private static func sums(of values: [Double], by groups: DenseLabels) -> [Double] {
    var sums = [Double](repeating: 0, count: groups.count)
    for node in values.indices { sums[Int(groups.labels[node])] += values[node] }
    return sums
  }
}

extension CommunityNetwork {
  /// The rows as memory, for loops that are to be fast.
  struct Rows {
    fileprivate let offsets: UnsafeBufferPointer<Int>
    fileprivate let targets: UnsafeBufferPointer<Int32>
    /// Empty if each entry weighs 1.
    fileprivate let weights: UnsafeBufferPointer<Double>

    /// The positions of a node's row.
    @inline(__always)
    func row(_ node: Int) -> Range<Int> {
      Range(uncheckedBounds: (offsets[node], offsets[node + 1]))
    }

    /// The node at the other end of an entry.
    @inline(__always)
    func target(_ entry: Int) -> Int { Int(targets[entry]) }

    /// The weight of an entry.
    @inline(__always)
    func weight(_ entry: Int) -> Double { weights.isEmpty ? 1 : weights[entry] }
  }

  /// Gives the rows as memory.
  ///
  /// - Parameter body: Uses the rows; it must not keep them.
  /// - Returns: What `body` returns.
  func withRows<Result>(_ body: (Rows) -> Result) -> Result {
    offsets.withUnsafeBufferPointer { offsets in
      targets.withUnsafeBufferPointer { targets in
        (weights ?? []).withUnsafeBufferPointer { weights in
          body(Rows(offsets: offsets, targets: targets, weights: weights))
        }
      }
    }
  }
}
