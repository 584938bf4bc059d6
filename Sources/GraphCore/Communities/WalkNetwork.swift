/// A random walk on a graph as flow along its edges, for the map equation: each node stands for one
/// or more nodes of the graph.
struct WalkNetwork: Sendable {
  /// Entries by row: the node at the other end and the flow.
  struct Rows: Sendable {
    var starts: [Int] = [0]
    var targets: [Int32] = []
    var flows: [Double] = []

    @inline(__always)
    func row(_ node: Int) -> Range<Int> { starts[node]..<starts[node + 1] }

    /// Gives the rows as memory, for loops that are to be fast.
    ///
    /// - Parameter body: Uses the rows; it must not keep them.
    @inline(__always)
    func withUnsafeRows(
      _ body: (
        _ starts: UnsafeBufferPointer<Int>, _ targets: UnsafeBufferPointer<Int32>,
        _ flows: UnsafeBufferPointer<Double>
      ) -> Void
    ) {
      starts.withUnsafeBufferPointer { starts in
        targets.withUnsafeBufferPointer { targets in
          flows.withUnsafeBufferPointer { flows in body(starts, targets, flows) }
        }
      }
    }
  }

  /// The flow along edges that leave each node for another.
  private(set) var out = Rows()
  /// The flow along edges that arrive; nil where it is the same.
  private(set) var into: Rows?
  /// By node, how often the walk is there; sums to 1, or to 0 without edges.
  private(set) var visits: [Double]
  /// By node, how often the walk leaps from there to anywhere, as far as leaps are recorded.
  private(set) var leaps: [Double]
  /// By node, the share of all recorded leaps that end there.
  private(set) var landing: [Double]
  /// The sum over the nodes of the graph of h(visits), which no division changes.
  let nodeTerm: Double
  /// Whether there is an edge of weight above zero.
  let hasFlow: Bool

  var nodeCount: Int { visits.count }

  /// Lets a walk run on a graph.
  init(_ graph: Graph, _ options: Graph.InfomapOptions) throws(GraphError) {
    let weights = options.usesWeights ? try graph.checkedWeights(.notNegative) : nil
    let n = graph.nodeCount
    var strength = [Double](repeating: 0, count: n)
    for node in graph.nodes {
      strength[node] = Self.sum(graph.outgoing, node, weights)
    }
    let total = strength.reduce(0, +)
    hasFlow = total > 0
    leaps = [Double](repeating: 0, count: n)
    landing = leaps
    // By node, the flow along each unit of weight that leaves it.
    var unit = leaps
    if graph.isDirected {
      let isRecorded = options.teleportation == .recorded
      let ranks = try graph.pageRank(
        Graph.PageRankOptions(
          damping: options.damping, personalization: isRecorded || total == 0 ? nil : strength,
          usesWeights: options.usesWeights,
          limits: IterationLimits(maximum: 100_000, tolerance: 1e-15 * Double(max(n, 16))),
          execution: Execution(threads: options.execution.threads))
      ).values
      if isRecorded {
        visits = ranks
        for node in graph.nodes {
          landing[node] = 1 / Double(n)
          leaps[node] = strength[node] > 0 ? (1 - options.damping) * ranks[node] : ranks[node]
          if strength[node] > 0 { unit[node] = options.damping * ranks[node] / strength[node] }
        }
      } else {
        var moving = 0.0
        for node in graph.nodes where strength[node] > 0 { moving += ranks[node] }
        visits = [Double](repeating: 0, count: n)
        for node in graph.nodes where strength[node] > 0 {
          unit[node] = ranks[node] / moving / strength[node]
        }
        for edge in graph.tails.indices {
          visits[Int(graph.heads[edge])] += unit[Int(graph.tails[edge])] * (weights?[edge] ?? 1)
        }
      }
    } else {
      visits = strength.map { total > 0 ? $0 / total : 0 }
      if total > 0 { unit = [Double](repeating: 1 / total, count: n) }
    }
    nodeTerm = visits.reduce(0) { $0 + Self.h($1) }
    out = Self.rows(graph.outgoing, weights) { node, _ in unit[node] }
    into = graph.isDirected ? Self.rows(graph.incoming, weights) { _, tail in unit[tail] } : nil
  }

  /// The network in which each group of nodes is one.
  ///
  /// - Parameter groups: By node, its group.
  /// - Returns: The network of the groups.
  /// - Complexity: O(n + m).
  func joined(by groups: DenseLabels) -> WalkNetwork {
    var joined = self
    func sums(_ values: [Double]) -> [Double] {
      var sums = [Double](repeating: 0, count: groups.count)
      for node in values.indices { sums[Int(groups.labels[node])] += values[node] }
      return sums
    }
    joined.visits = sums(visits)
    joined.leaps = sums(leaps)
    joined.landing = sums(landing)
    let members = GroupMembers(groups, order: nil)
    func rows(_ rows: Rows) -> Rows {
      var joined = Rows()
      var flow = [Double](repeating: 0, count: groups.count)
      var met: [Int32] = []
      for group in 0..<groups.count {
        for node in members[group] {
          for entry in rows.row(Int(node)) {
            let other = groups.labels[Int(rows.targets[entry])]
            if Int(other) == group { continue }
            if flow[Int(other)] == 0 { met.append(other) }
            flow[Int(other)] += rows.flows[entry]
          }
        }
        for other in met {
          joined.targets.append(other)
          joined.flows.append(flow[Int(other)])
          flow[Int(other)] = 0
        }
        joined.starts.append(joined.targets.count)
        met.removeAll(keepingCapacity: true)
      }
      return joined
    }
    joined.out = rows(out)
    joined.into = into.map(rows)
    return joined
  }

  /// The network without the flow between modules.
  ///
  /// - Parameter labels: By node, its module.
  /// - Returns: The network of the same nodes.
  func cut(between labels: [Int32]) -> WalkNetwork {
    func rows(_ rows: Rows) -> Rows {
      var kept = Rows()
      for node in labels.indices {
        for entry in rows.row(node) where labels[Int(rows.targets[entry])] == labels[node] {
          kept.targets.append(rows.targets[entry])
          kept.flows.append(rows.flows[entry])
        }
        kept.starts.append(kept.targets.count)
      }
      return kept
    }
    var cut = self
    cut.out = rows(out)
    cut.into = into.map(rows)
    return cut
  }

  /// x log2 x, and 0 for 0.
  @inline(__always)
  static func h(_ x: Double) -> Double {
    x > 1e-300 ? x * x.naturalLogarithm * 1.442_695_040_888_963_4 : 0
  }

  private static func sum(_ rows: Adjacency, _ node: Int, _ weights: [Double]?) -> Double {
    guard let weights else { return Double(rows.row(node).count) }
    var sum = 0.0
    let edges = rows.edges
    for entry in rows.row(node) { sum += weights[Int(edges[entry])] }
    return sum
  }

  /// Rows without loops and without flows of zero.
  private static func rows(
    _ rows: Adjacency, _ weights: [Double]?, unit: (_ node: Int, _ other: Int) -> Double
  ) -> Rows {
    let nodeCount = rows.offsets.count - 1
    let edges = weights == nil ? [] : rows.edges
    var starts = [Int](repeating: 0, count: nodeCount + 1)
    var flows: [Double] = []
    let targets = rows.withUnsafeRows { offsets, all in
      [Int32](filling: all.count) { targets, kept in
        flows = [Double](filling: all.count) { flows, count in
          for node in 0..<nodeCount {
            for entry in offsets[node]..<offsets[node + 1] {
              let other = all[entry]
              let flow = unit(node, Int(other)) * (weights?[Int(edges[entry])] ?? 1)
              // What is left out is written over.
              (targets[count], flows[count]) = (other, flow)
              count &+= Int(other) == node || flow == 0 ? 0 : 1
            }
            starts[node + 1] = count
          }
          kept = count
        }
      }
    }
    return Rows(starts: starts, targets: targets, flows: flows)
  }
}
