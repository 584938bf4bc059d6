/// Sends as much as can be sent from one node to another: push-relabel, the highest node first, with
/// gap and global relabeling [Goldberg1988] [Cherkassky1997].
///
/// The first phase brings to the sink what can reach it, which gives the value and the cut; the
/// second brings the rest back to the source, which makes it a flow. A push takes all of a residual
/// or all of an excess, so what is used up is exactly zero.
struct PushRelabel: Sendable {
  private let network: FlowNetwork
  private let capacities: [Double]
  /// By arc, what it can still carry.
  private(set) var residuals: [Double]
  private var excess: [Double]
  /// By node, a lower bound of its steps to the root of the phase; n for out of reach.
  private var labels: [Int32]
  /// By node, the place of the arc to try next.
  private var current: [Int]
  /// By label, the nodes that have it, as lists in both directions; and those that have an excess.
  private var firstOf: [Int32]
  private var following: [Int32]
  private var preceding: [Int32]
  private var firstActive: [Int32]
  private var nextActive: [Int32]
  private var highest = 0
  private var queue: [Int32] = []
  private var work = 0

  init(_ network: FlowNetwork, capacities: [Double]) {
    let count = network.nodeCount
    self.network = network
    self.capacities = capacities
    residuals = capacities
    excess = [Double](repeating: 0, count: count)
    labels = [Int32](repeating: 0, count: count)
    current = [Int](repeating: 0, count: count)
    firstOf = [Int32](repeating: -1, count: count + 1)
    following = [Int32](repeating: -1, count: count)
    preceding = following
    firstActive = firstOf
    nextActive = following
  }

  /// Finds the most that can be sent.
  ///
  /// - Parameters:
  ///   - source: Where it begins.
  ///   - sink: Where it ends, another node.
  /// - Returns: How much arrives, and which nodes can still reach the sink: the smallest sink side
  ///   of a minimum cut.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  mutating func cut(
    from source: Int, to sink: Int
  ) throws(GraphError) -> (value: Double, isSinkSide: [Bool]) {
    residuals = capacities
    for node in excess.indices { excess[node] = 0 }
    for place in network.row(source) {
      let arc = Int(network.arcs[place])
      let amount = residuals[arc]
      guard amount > 0 else { continue }
      residuals[arc] = 0
      residuals[arc ^ 1] += amount
      excess[Int(network.targets[arc])] += amount
    }
    try sendExcess(to: sink, avoiding: source)
    relabelAll(root: sink, avoiding: source)
    let limit = Int32(network.nodeCount)
    return (excess[sink], labels.map { $0 < limit })
  }

  /// Brings back to the source what the first phase left on the way.
  mutating func returnExcess(to source: Int, from sink: Int) throws(GraphError) {
    try sendExcess(to: source, avoiding: sink)
  }

  private mutating func sendExcess(to root: Int, avoiding other: Int) throws(GraphError) {
    relabelAll(root: root, avoiding: other)
    let mostWork = 6 * network.nodeCount + network.arcs.count
    var steps = 0
    while highest >= 0 {
      let node = Int(firstActive[highest])
      if node < 0 {
        highest -= 1
        continue
      }
      firstActive[highest] = nextActive[node]
      if steps % 1_024 == 0 { try Execution.checkCancellation() }
      steps += 1
      discharge(node, root: root, avoiding: other)
      if work > mostWork { relabelAll(root: root, avoiding: other) }
    }
  }

  /// Sets every label to the steps to the root along arcs that can still carry.
  private mutating func relabelAll(root: Int, avoiding other: Int) {
    let limit = Int32(network.nodeCount)
    work = 0
    for node in labels.indices { labels[node] = limit }
    for label in firstOf.indices {
      firstOf[label] = -1
      firstActive[label] = -1
    }
    highest = -1
    queue.removeAll(keepingCapacity: true)
    queue.append(Int32(truncatingIfNeeded: root))
    labels[root] = 0
    var next = 0
    while next < queue.count {
      let node = Int(queue[next])
      next += 1
      current[node] = network.offsets[node]
      if node != root {
        link(node)
        if excess[node] > 0 { activate(node) }
      }
      for place in network.row(node) {
        let arc = Int(network.arcs[place])
        let source = Int(network.targets[arc])
        guard residuals[arc ^ 1] > 0, labels[source] == limit, source != other else { continue }
        labels[source] = labels[node] + 1
        queue.append(Int32(truncatingIfNeeded: source))
      }
    }
  }

  private mutating func activate(_ node: Int) {
    let label = Int(labels[node])
    nextActive[node] = firstActive[label]
    firstActive[label] = Int32(truncatingIfNeeded: node)
    highest = max(highest, label)
  }

  private mutating func link(_ node: Int) {
    let label = Int(labels[node])
    let first = firstOf[label]
    following[node] = first
    preceding[node] = -1
    if first >= 0 { preceding[Int(first)] = Int32(truncatingIfNeeded: node) }
    firstOf[label] = Int32(truncatingIfNeeded: node)
  }

  private mutating func unlink(_ node: Int) {
    let (before, after) = (preceding[node], following[node])
    if before >= 0 { following[Int(before)] = after } else { firstOf[Int(labels[node])] = after }
    if after >= 0 { preceding[Int(after)] = before }
  }

  /// Pushes the excess of a node on to nodes nearer to the root, lifting it where none is.
  private mutating func discharge(_ node: Int, root: Int, avoiding other: Int) {
    let end = network.offsets[node + 1]
    while true {
      var place = current[node]
      while place < end {
        let arc = Int(network.arcs[place])
        let target = Int(network.targets[arc])
        if residuals[arc] > 0, labels[target] == labels[node] - 1 {
          let hadNone = excess[target] == 0
          if residuals[arc] < excess[node] {
            let amount = residuals[arc]
            residuals[arc] = 0
            residuals[arc ^ 1] += amount
            excess[node] -= amount
            excess[target] += amount
          } else {
            let amount = excess[node]
            residuals[arc] -= amount
            residuals[arc ^ 1] += amount
            excess[node] = 0
            excess[target] += amount
          }
          if hadNone, target != root, target != other { activate(target) }
          if excess[node] == 0 {
            current[node] = place
            return
          }
        }
        place += 1
      }
      guard lift(node) else { return }
    }
  }

  /// Lifts a node to just above the lowest to which it can push.
  ///
  /// - Returns: Whether the root may still be within reach.
  private mutating func lift(_ node: Int) -> Bool {
    let limit = Int32(network.nodeCount)
    let old = Int(labels[node])
    var lowest = limit
    for place in network.row(node) {
      let arc = Int(network.arcs[place])
      if residuals[arc] > 0 { lowest = min(lowest, labels[Int(network.targets[arc])]) }
    }
    work += network.row(node).count + 12
    unlink(node)
    if firstOf[old] < 0 {
      // Nobody is left at this label, so from above nothing comes down to the root any more.
      for label in (old + 1)..<max(network.nodeCount, old + 1) {
        // Labels have no holes but this one.
        guard firstOf[label] >= 0 else { break }
        var above = firstOf[label]
        while above >= 0 {
          labels[Int(above)] = limit
          above = following[Int(above)]
        }
        firstOf[label] = -1
      }
      labels[node] = limit
      return false
    }
    labels[node] = min(lowest + 1, limit)
    guard labels[node] < limit else { return false }
    current[node] = network.offsets[node]
    link(node)
    return true
  }
}
