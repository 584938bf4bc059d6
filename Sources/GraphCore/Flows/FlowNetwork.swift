/// A graph as pairs of arcs: arc 2 e leads along edge e from tail to head, arc 2 e + 1 back.
struct FlowNetwork: Sendable {
  let nodeCount: Int
  /// By node, where its arcs begin; one entry more than there are nodes.
  let offsets: [Int]
  /// Node by node, the arcs that leave it, by edge.
  let arcs: [Int32]
  /// By arc, the node to which it leads.
  let targets: [Int32]

  /// Takes edges; a loop carries nothing and has no arcs.
  ///
  /// - Complexity: O(n + m).
  init(nodeCount: Int, tails: some Collection<Int32>, heads: some Collection<Int32>) {
    var counts = [Int](repeating: 0, count: nodeCount + 1)
    var targets: [Int32] = []
    targets.reserveCapacity(2 * tails.count)
    for (tail, head) in zip(tails, heads) {
      targets.append(head)
      targets.append(tail)
      if tail != head {
        counts[Int(tail) + 1] += 1
        counts[Int(head) + 1] += 1
      }
    }
    for node in 0..<nodeCount { counts[node + 1] += counts[node] }
    var next = counts
    var arcs = [Int32](repeating: 0, count: counts[nodeCount])
    for arc in targets.indices where targets[arc] != targets[arc ^ 1] {
      let source = Int(targets[arc ^ 1])
      arcs[next[source]] = Int32(truncatingIfNeeded: arc)
      next[source] += 1
    }
    self.nodeCount = nodeCount
    offsets = counts
    self.arcs = arcs
    self.targets = targets
  }

  /// The places of a node's arcs.
  @inline(__always)
  func row(_ node: Int) -> Range<Int> { offsets[node]..<offsets[node + 1] }
}

extension Graph {
  /// The graph as pairs of arcs.
  var flowNetwork: FlowNetwork {
    FlowNetwork(nodeCount: nodeCount, tails: tails, heads: heads)
  }

  /// By arc, what it can carry: the capacity of its edge, and back only in an undirected graph.
  func arcCapacities(_ capacities: [Double]) -> [Double] {
    capacities.flatMap { [$0, isDirected ? 0 : $0] }
  }
}
