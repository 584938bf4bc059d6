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
  /// Where each row begins; there may be room between a row and the next.
  private let starts: Column<Int>
  /// Where each row ends.
  private let ends: Column<Int>
  /// The node at the other end of each entry.
  private let targets: Column<Int32>
  /// The weight of each entry; empty if each weighs 1.
  private let weights: Column<Double>
  /// By node, its share in what chance would join: the strength of its edges, those that leave it,
  /// or the number of nodes for which it stands.
  let outMass: Column<Double>
  /// The same for arriving edges; nil where both are the same.
  let inMass: Column<Double>?
  /// What a unit of mass in a community costs a unit of mass that joins it.
  let coupling: Double

  /// The number of nodes.
  var nodeCount: Int { ends.count }

  /// Takes a graph as it is, each node for itself.
  init(_ graph: Graph, _ options: Graph.CommunityOptions) throws(GraphError) {
    let edgeWeights = options.usesWeights ? try graph.checkedWeights(.notNegative) : nil
    let rows = graph.asUndirected().outgoing
    let hasLoops = graph.hasLoops
    let total = edgeWeights?.reduce(0, +) ?? Double(graph.edgeCount)
    if edgeWeights == nil, !hasLoops {
      (starts, targets, weights) = (rows.offsets, rows.targets, [])
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
      (starts, self.targets, self.weights) = (Column(offsets), Column(targets), Column(weights))
    }
    // Each row ends where the next begins.
    ends = starts.dropped(1)
    switch options.quality {
    case .modularity:
      (outMass, inMass) = graph.strengths(edgeWeights, hasLoops: hasLoops)
      let ends = graph.isDirected ? total / 2 : 2 * total
      coupling = ends > 0 ? options.resolution / ends : 0
    case .constantPotts:
      outMass = Column([Double](repeating: 1, count: graph.nodeCount))
      inMass = nil
      coupling = options.resolution * (graph.isDirected ? 2 : 1)
    }
  }

  /// Takes the parts of a network.
  private init(
    starts: Column<Int>, ends: Column<Int>, targets: Column<Int32>, weights: Column<Double>,
    outMass: Column<Double>, inMass: Column<Double>?, coupling: Double
  ) {
    self.starts = starts
    self.ends = ends
    self.targets = targets
    self.weights = weights
    self.outMass = outMass
    self.inMass = inMass
    self.coupling = coupling
  }

  /// The network in which each group of nodes is one.
  ///
  /// - Parameters:
  ///   - groups: By node, its group.
  ///   - workers: How many workers share the work; the result is the same.
  /// - Returns: The network of the groups; the weight between two of them is the sum of the weights
  ///   between their nodes.
  /// - Complexity: O(n + m) time; as many entries in space as there are between groups.
  func joined(by groups: DenseLabels, workers: Int) -> CommunityNetwork {
    let members = GroupMembers(groups, order: nil)
    // A row has room for the rows of all its nodes [Sahu2023]; what is not used is not taken from
    // the system.
    let starts = Column<Int>(count: groups.count + 1) { starts in
      withRows { rows in
        var room = 0
        for group in 0..<groups.count {
          starts[group] = room
          for node in members[group] { room += rows.row(Int(node)).count }
        }
        starts[groups.count] = room
      }
    }
    let room = starts[groups.count]
    let newTargets = ColumnMemory<Int32>(capacity: room)
    let newWeights = ColumnMemory<Double>(capacity: room)
    let newEnds = ColumnMemory<Int>(capacity: groups.count)
    let pieces = members.pieces(upTo: 64)
    let contacts = (0..<workers).map { _ in CommunityContacts(labelCount: groups.count) }
    groups.labels.withUnsafeBufferPointer { labels in
      let labels = SharedMemory(UnsafeMutableBufferPointer(mutating: labels))
      withRows { rows in
        inParallel(pieces.count, workers: workers) { piece, worker in
          let contacts = contacts[worker]
          for group in pieces[piece] {
            for node in members[group] {
              _ = contacts.add(rowOf: Int(node), rows, labels: labels.buffer)
            }
            var end = starts[group]
            for place in 0..<contacts.count where contacts[place] != group {
              newTargets.buffer[end] = Int32(truncatingIfNeeded: contacts[place])
              newWeights.buffer[end] = contacts.weight(to: contacts[place])
              end += 1
            }
            newEnds.buffer[group] = end
            contacts.clear()
          }
        }
      }
    }
    return CommunityNetwork(
      starts: starts, ends: newEnds.column(count: groups.count),
      targets: newTargets.column(count: room), weights: newWeights.column(count: room),
      outMass: Self.sums(of: outMass, by: groups),
      inMass: inMass.map { Self.sums(of: $0, by: groups) },
      coupling: coupling)
  }

  /// The sum of a value over the nodes of each group.
  private static func sums(of values: Column<Double>, by groups: DenseLabels) -> Column<Double> {
    Column(count: groups.count) { sums in
      sums.initialize(repeating: 0)
      for node in values.indices { sums[Int(groups.labels[node])] += values[node] }
    }
  }
}

extension CommunityNetwork {
  /// The rows as memory, for loops that are to be fast.
  // Nobody writes to the rows of a network.
  struct Rows: @unchecked Sendable {
    fileprivate let starts: UnsafeBufferPointer<Int>
    fileprivate let ends: UnsafeBufferPointer<Int>
    fileprivate let targets: UnsafeBufferPointer<Int32>
    /// Empty if each entry weighs 1.
    fileprivate let weights: UnsafeBufferPointer<Double>

    /// Whether each entry weighs 1.
    @inline(__always)
    var areEqual: Bool { weights.isEmpty }

    /// The positions of a node's row.
    @inline(__always)
    func row(_ node: Int) -> Range<Int> {
      Range(uncheckedBounds: (starts[node], ends[node]))
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
    starts.withUnsafeBufferPointer { starts in
      ends.withUnsafeBufferPointer { ends in
        targets.withUnsafeBufferPointer { targets in
          weights.withUnsafeBufferPointer { weights in
            body(Rows(starts: starts, ends: ends, targets: targets, weights: weights))
          }
        }
      }
    }
  }
}
