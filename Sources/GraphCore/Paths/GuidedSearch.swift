/// A search by distance that remembers by which edges it came: the part that A* and the search from
/// both ends share.
struct GuidedSearch {
  private let rows: Adjacency
  private let edges: Column<Int32>
  private let lengths: [Double]?
  private var heap: NodeHeap
  /// By node, the shortest distance from the root found so far.
  private(set) var distances: [Double]
  private var parents: [Int32]
  private var parentEdges: [Int32]

  init(graph: Graph, root: Int, direction: Graph.Direction, lengths: [Double]?) {
    rows = graph.adjacency(direction)
    edges = rows.edges
    self.lengths = lengths
    heap = NodeHeap(nodeCount: graph.nodeCount)
    distances = [Double](repeating: .infinity, count: graph.nodeCount)
    parents = [Int32](repeating: -1, count: graph.nodeCount)
    parentEdges = [Int32](repeating: -1, count: graph.nodeCount)
    distances[root] = 0
    heap.push(root, key: 0)
  }

  /// The smallest key that is waiting; nil at the end.
  var smallestKey: Double? { heap.smallestKey }

  /// Takes the waiting node of smallest key and looks along its edges.
  ///
  /// - Parameters:
  ///   - estimate: What is added to the distance of a node to make its key.
  ///   - found: Called with each node whose distance became smaller.
  /// - Returns: The node, or nil at the end.
  /// - Throws: What the estimate throws.
  @inline(__always)
  mutating func advance(
    estimate: (Int) throws(GraphError) -> Double, found: (Int, Double) -> Void
  ) throws(GraphError) -> Int? {
    guard let node = heap.pop() else { return nil }
    for entry in rows.row(node) {
      let target = Int(rows.targets[entry])
      let edge = edges[entry]
      let reach = distances[node] + (lengths?[Int(edge)] ?? 1)
      if reach < distances[target] {
        distances[target] = reach
        parents[target] = Int32(node)
        parentEdges[target] = edge
        heap.push(target, key: reach + (try estimate(target)))
        found(target, reach)
      }
    }
    return node
  }

  /// The nodes and edges from a node to the root.
  func walkToRoot(from node: Int) -> (nodes: [Int], edges: [Int]) {
    var nodes = [node]
    var edges: [Int] = []
    var current = node
    while parents[current] >= 0 {
      edges.append(Int(parentEdges[current]))
      current = Int(parents[current])
      nodes.append(current)
    }
    return (nodes, edges)
  }

  /// The length of a path, added from its first edge to its last.
  func total(_ edges: [Int]) -> Double {
    edges.reduce(0.0) { $0 + (lengths?[$1] ?? 1) }
  }
}
