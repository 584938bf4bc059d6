extension Graph {
  /// How labels are passed on.
  public struct LabelPropagationOptions: Sendable {
    /// Where the sequence of random choices begins: the same seed gives the same result.
    public var seed: UInt64
    /// Whether the strength of an edge is its weight, 0 or more; 1 otherwise.
    public var usesWeights: Bool
    /// Who is told how far it is; it runs on one thread.
    public var execution: Execution

    /// Makes options.
    ///
    /// - Parameters:
    ///   - seed: Where the sequence of random choices begins.
    ///   - usesWeights: Whether the strength of an edge is its weight.
    ///   - execution: Who is told how far it is.
    public init(seed: UInt64 = 0, usesWeights: Bool = false, execution: Execution = Execution()) {
      self.seed = seed
      self.usesWeights = usesWeights
      self.execution = execution
    }
  }

  /// Communities by labels that are passed on: every node does as most of its neighbors do.
  ///
  /// Each node begins with a label of its own. Again and again, in an order by chance, a node takes
  /// the label that has most weight among its neighbors, as they stand at that moment; it keeps its
  /// own if that is one of the best, and draws among the best otherwise; only those around which
  /// something has changed are asked again. It ends when none changes [Raghavan2007], as
  /// `asyn_lpa_communities` of NetworkX. Direction is ignored, parallel edges add up, loops are left
  /// out, and an isolate is alone.
  ///
  /// It is fast and asks for no size or number of groups, but seeds give different answers, and a
  /// community may come out in pieces: see `consensus(_:)`, and `leiden(_:)` for a
  /// division by quality.
  ///
  /// - Parameter options: Seed, weights, execution.
  /// - Returns: The communities with their modularity at resolution 1; rounds are sweeps over all
  ///   nodes.
  /// - Throws: `GraphError` if a weight that is used is negative, or the task has been cancelled.
  /// - Complexity: O(n + m) time for each sweep, of which there are few: every change puts more
  ///   weight between nodes of equal labels; O(n + m) space.
  public func labelPropagation(
    _ options: LabelPropagationOptions = LabelPropagationOptions()
  ) throws(GraphError) -> Communities {
    var generator = SeededGenerator(seed: options.seed)
    return try passedOn(
      usesWeights: options.usesWeights, options.execution,
      order: { network, stale in
        // Neighbors in the numbering are mostly neighbors in memory, so at first blocks change
        // places and not nodes.
        stale.count == network.nodeCount
          ? network.nodeOrder(using: &generator) : stale.shuffled(using: &generator)
      },
      choice: { best in best[Int.random(in: 0..<best.count, using: &generator)] })
  }

  /// Communities by labels that are passed on color by color, without chance.
  ///
  /// Nodes are colored so that no two neighbors have the same color, those with most edges first;
  /// then the nodes of each color in turn take the label that has most weight among their neighbors:
  /// their own if it is one of the best, the largest of the best otherwise [Cordasco2012], as
  /// `label_propagation_communities` of NetworkX. The labels are the node numbers, so the result
  /// depends on how nodes are numbered. Direction is ignored, parallel edges add up, loops are left
  /// out, and an isolate is alone.
  ///
  /// - Parameters:
  ///   - usesWeights: Whether the strength of an edge is its weight, 0 or more; 1 otherwise.
  ///   - execution: Who is told how far it is; it runs on one thread.
  /// - Returns: The communities with their modularity at resolution 1; rounds are sweeps over all
  ///   colors.
  /// - Throws: `GraphError` if a weight that is used is negative, or the task has been cancelled.
  /// - Complexity: O(n + m) time for each sweep, of which there are few; O(n + m) space.
  public func semiSynchronousLabelPropagation(
    usesWeights: Bool = false, execution: Execution = Execution()
  ) throws(GraphError) -> Communities {
    var order: [Int32]?
    return try passedOn(
      usesWeights: usesWeights, execution,
      // Nodes of one color are no neighbors, so going through them one by one is all at once.
      order: { network, _ in
        let sorted = order ?? network.nodesByColor()
        order = sorted
        return sorted
      },
      choice: { best in best.reduce(best[0], max) })
  }

  /// Passes labels on, sweep by sweep, until none changes: `order` gives the nodes of a sweep as they
  /// choose, of which those count that it is told of; `choice` one of the labels that have most
  /// weight around a node.
  private func passedOn(
    usesWeights: Bool, _ execution: Execution,
    order: (_ network: CommunityNetwork, _ stale: [Int32]) -> [Int32],
    choice: (Slice<UnsafeMutableBufferPointer<Int32>>) -> Int32
  ) throws(GraphError) -> Communities {
    let network = try CommunityNetwork(self, CommunityOptions(usesWeights: usesWeights))
    var search = LabelSearch(network)
    var rounds = 0
    var changes = nodeCount
    var fewest = nodeCount
    while changes > 0 {
      try Execution.checkCancellation()
      rounds += 1
      changes = search.pass(through: order(network, search.stale), choose: choice)
      fewest = min(fewest, changes)
      execution.progress?(1 - Double(fewest) / Double(max(nodeCount, 1)))
    }
    return try communities(search.labels, usesWeights: usesWeights, rounds: rounds)
  }

  /// Communities that were found without a quality of their own, with their modularity.
  func communities(
    _ labels: [Int32], usesWeights: Bool, rounds: Int, converged: Bool = true
  ) throws(GraphError) -> Communities {
    let groups = DenseLabels(labels)
    let options = CommunityOptions(usesWeights: usesWeights)
    return Communities(
      groups, quality: try quality(of: groups, options), options, rounds: rounds,
      converged: converged)
  }
}

/// The labels of nodes while they are passed on.
private struct LabelSearch {
  private(set) var labels: [Int32]
  /// The nodes to ask: a neighbor's label has changed since they were, and otherwise they keep theirs.
  private(set) var stale: [Int32]

  private let network: CommunityNetwork
  private let contacts: CommunityContacts
  /// Room for the labels among which a node chooses, and one place more.
  private let candidates: ColumnMemory<Int32>
  /// By node, whether it is to be asked.
  private var isStale: [Bool]

  init(_ network: CommunityNetwork) {
    self.network = network
    labels = (0..<network.nodeCount).map { Int32($0) }
    stale = labels
    contacts = CommunityContacts(labelCount: network.nodeCount)
    candidates = ColumnMemory(capacity: network.nodeCount + 1)
    isStale = [Bool](repeating: true, count: network.nodeCount)
  }

  /// Asks nodes in turn, each of which takes a label that has most weight among its neighbors.
  ///
  /// - Parameters:
  ///   - order: The nodes.
  ///   - choose: One of the labels that have most weight, where a node's own is not one of them.
  /// - Returns: How many labels changed.
  mutating func pass(
    through order: [Int32], choose: (_ best: Slice<UnsafeMutableBufferPointer<Int32>>) -> Int32
  ) -> Int {
    var changes = 0
    let (contacts, candidates) = (contacts, candidates)
    stale.removeAll(keepingCapacity: true)
    labels.withUnsafeMutableBufferPointer { labels in
      isStale.withUnsafeMutableBufferPointer { isStale in
        network.withRows { rows in
          for node in order where isStale[Int(node)] {
            let node = Int(node)
            isStale[node] = false
            let count =
              rows.areEqual && rows.row(node).count <= FewLabels.most
              ? FewLabels.best(of: node, rows, labels, into: candidates.buffer)
              : contacts.best(of: node, rows, labels, into: candidates.buffer)
            if count == 0 { continue }
            let label = choose(candidates.buffer[..<count])
            labels[node] = label
            changes += 1
            for entry in rows.row(node) {
              let neighbor = rows.target(entry)
              // Who has this label already has one more reason to keep it.
              if isStale[neighbor] || labels[neighbor] == label { continue }
              isStale[neighbor] = true
              stale.append(Int32(truncatingIfNeeded: neighbor))
            }
          }
        }
      }
    }
    return changes
  }
}

extension CommunityContacts {
  /// The labels that have most weight around a node, in the order in which they are met; how many
  /// there are, and none where the node's own is one of them.
  @inline(__always)
  fileprivate func best(
    of node: Int, _ rows: CommunityNetwork.Rows, _ labels: UnsafeMutableBufferPointer<Int32>,
    into candidates: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    _ = add(rowOf: node, rows, labels: labels)
    var most = 0.0
    for place in 0..<count { most = max(most, weight(to: self[place])) }
    // Sums of weights that differ by rounding are equal: a change that gains nothing might
    // otherwise go round forever.
    most -= CommunityNetwork.margin * most
    var found = 0
    if weight(to: Int(labels[node])) < most {
      for place in 0..<count where weight(to: self[place]) >= most {
        candidates[found] = Int32(truncatingIfNeeded: self[place])
        found += 1
      }
    }
    clear()
    return found
  }
}

/// The labels around a node with few neighbors, all compared with each other at once: that takes less
/// time than looking them up.
private enum FewLabels {
  /// For so many neighbors.
  static let most = 4

  /// The same as of any node, in the same order.
  @inline(__always)
  static func best(
    of node: Int, _ rows: CommunityNetwork.Rows, _ all: UnsafeMutableBufferPointer<Int32>,
    into candidates: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    let row = rows.row(node)
    if row.isEmpty { return 0 }
    // Places beyond the last neighbor have its label until they are struck out.
    func label(_ place: Int) -> Int32 {
      all[rows.target(min(row.lowerBound + place, row.upperBound - 1))]
    }
    let known = SIMD4(label(0), label(1), label(2), label(3))
    let isFree = SIMD4(0, 1, 2, 3) .>= SIMD4(repeating: Int32(truncatingIfNeeded: row.count))
    let labels = known.replacing(with: -1, where: isFree)
    func equal(_ other: SIMD4<Int32>) -> SIMD4<Int32> {
      SIMD4.zero.replacing(with: 1, where: labels .== other)
    }
    // How many have the label from a place on: all that have it, if the place is the first.
    let more =
      equal(SIMD4(labels[1], labels[2], labels[3], -2))
      &+ equal(SIMD4(labels[2], labels[3], -2, -2)) &+ equal(SIMD4(labels[3], -2, -2, -2))
    let votes = (more &+ 1).replacing(with: 0, where: isFree)
    let most = votes.max()
    let mine = equal(SIMD4(repeating: all[node])).wrappedSum()
    if mine == most { return 0 }
    var found = 0
    for place in votes.indices {
      // What is no candidate is written over, and not counted.
      candidates[found] = labels[place]
      found &+= votes[place] == most ? 1 : 0
    }
    return found
  }
}

extension CommunityNetwork {
  /// The nodes in the order of their colors: each took the first color that none of its neighbors
  /// had, those with most neighbors first.
  fileprivate func nodesByColor() -> [Int32] {
    withRows { rows in
      let degree = (0..<nodeCount).map { rows.row($0).count }
      let byDegree = Array(0..<nodeCount).sorted { (degree[$1], $0) < (degree[$0], $1) }
      var color = [Int](repeating: -1, count: nodeCount)
      // By color, the last node that must not take it.
      var taken = [Int](repeating: -1, count: nodeCount + 1)
      for node in byDegree {
        for entry in rows.row(node) where color[rows.target(entry)] >= 0 {
          taken[color[rows.target(entry)]] = node
        }
        var free = 0
        while taken[free] == node { free += 1 }
        color[node] = free
      }
      return Array(0..<nodeCount).sorted { (color[$0], $0) < (color[$1], $1) }.map { Int32($0) }
    }
  }
}
