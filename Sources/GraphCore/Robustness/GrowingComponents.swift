/// The components of a graph into which nodes and edges come one after another.
///
/// Disjoint sets by size with path halving [Tarjan1984].
struct GrowingComponents {
  /// By node, a node of its component; itself at the root, or -1 if it is not in yet.
  private var parents: [Int32]
  private var sizes: [Int32]
  /// The size of the largest component; 0 without nodes.
  private(set) var largest = 0
  /// The sum of the squares of the sizes.
  private(set) var sumOfSquares = 0

  /// Starts without a node.
  init(nodeCount: Int) {
    parents = [Int32](repeating: -1, count: nodeCount)
    sizes = [Int32](repeating: 0, count: nodeCount)
  }

  /// Whether a node is in.
  func contains(_ node: Int) -> Bool { parents[node] >= 0 }

  /// Puts in a node that is not in yet, as a component of its own.
  mutating func add(_ node: Int) {
    parents[node] = Int32(truncatingIfNeeded: node)
    sizes[node] = 1
    largest = max(largest, 1)
    sumOfSquares += 1
  }

  /// Makes one component of those of two nodes that are in.
  mutating func join(_ first: Int, _ second: Int) {
    var (large, small) = (root(of: first), root(of: second))
    if large == small { return }
    if sizes[large] < sizes[small] { swap(&large, &small) }
    sumOfSquares += 2 * Int(sizes[large]) * Int(sizes[small])
    parents[small] = Int32(truncatingIfNeeded: large)
    sizes[large] += sizes[small]
    largest = max(largest, Int(sizes[large]))
  }

  /// A node that stands for the component of a node.
  mutating func root(of start: Int) -> Int {
    var node = start
    while true {
      let parent = Int(parents[node])
      if parent == node { return node }
      parents[node] = parents[parent]
      node = Int(parents[node])
    }
  }

  /// The size of the component of a node.
  mutating func size(of node: Int) -> Int { Int(sizes[root(of: node)]) }
}

extension GrowingComponents {
  /// Puts in a node and joins it to those of its neighbours that are in.
  mutating func add(_ node: Int, of graph: Graph) {
    add(node)
    graph.visitNeighbors(of: node) { if contains($0) { join(node, $0) } }
  }
}

extension Graph {
  /// Calls for the other end of each edge of a node, in either direction.
  @inline(__always)
  func visitNeighbors(of node: Int, _ body: (Int) -> Void) {
    for entry in outgoing.row(node) { body(Int(outgoing.targets[entry])) }
    guard isDirected else { return }
    for entry in incoming.row(node) { body(Int(incoming.targets[entry])) }
  }

  /// The graph of the same nodes without some edges; the others keep their order.
  func without(edges isGone: [Bool]) -> Graph {
    let kept = tails.indices.filter { !isGone[$0] }
    return Graph(
      nodeCount: nodeCount, tails: kept.map { tails[$0] }, heads: kept.map { heads[$0] },
      weights: weights.map { weights in kept.map { weights[$0] } }, isDirected: isDirected)
  }
}
