/// Counts the shortest paths from one node after another and credits the nodes and edges on them.
///
/// The search inside betweenness by lengths [Brandes2001]: one Dijkstra search, then the dependencies
/// of the reached nodes from the farthest back to the root. Path counts are `Double`: they outgrow
/// integers.
struct BrandesSearch {
  // In the paper's words: pathCounts is sigma, dependencies is delta, the order is the stack S.
  private let graph: Graph
  private let lengths: [Double]
  private let countsEndpoints: Bool
  private var order: [Int32] = []
  private var search: DistanceSearch
  private var places: [Int32]
  private var pathCounts: [Double]
  private var dependencies: [Double]

  /// By node, the credit so far.
  private(set) var nodeScores: [Double]
  /// By edge, the credit so far; empty if edges are not asked for.
  private(set) var edgeScores: [Double]

  init(graph: Graph, lengths: [Double], countsEndpoints: Bool, creditsEdges: Bool) {
    self.graph = graph
    self.lengths = lengths
    self.countsEndpoints = countsEndpoints
    search = DistanceSearch(graph: graph, direction: .outward, lengths: lengths)
    places = [Int32](repeating: -1, count: graph.nodeCount)
    pathCounts = [Double](repeating: 0, count: graph.nodeCount)
    dependencies = [Double](repeating: 0, count: graph.nodeCount)
    nodeScores = [Double](repeating: 0, count: graph.nodeCount)
    edgeScores = [Double](repeating: 0, count: creditsEdges ? graph.edgeCount : 0)
  }

  /// Adds the credit of all shortest paths that begin at a node.
  mutating func add(pathsFrom root: Int) {
    for node in order {
      pathCounts[Int(node)] = 0
      dependencies[Int(node)] = 0
    }
    pathCounts[root] = 1
    count(from: root)
    credit(root)
  }

  private mutating func count(from root: Int) {
    search.run(from: root)
    order = search.settled
    let distances = search.distances
    for (place, node) in order.enumerated() { places[Int(node)] = Int32(place) }
    let rows = graph.outgoing
    let edges = rows.edges
    // An edge is on a shortest path if it leads to a node settled later and ties its distance;
    // the order of settling keeps rounding from making a circle of such edges.
    func isOnShortestPath(_ node: Int, _ target: Int, _ entry: Int) -> Bool {
      places[node] < places[target]
        && PathLength.isAtMost(
          distances[node] + lengths[Int(edges[entry])], distances[target])
    }
    for node in order {
      let count = pathCounts[Int(node)]
      for entry in rows.row(Int(node)) {
        let target = Int(rows.targets[entry])
        if isOnShortestPath(Int(node), target, entry) { pathCounts[target] += count }
      }
    }
    for node in order.reversed() {
      let count = pathCounts[Int(node)]
      var dependency = 0.0
      for entry in rows.row(Int(node)) {
        let target = Int(rows.targets[entry])
        if isOnShortestPath(Int(node), target, entry) {
          let share = count / pathCounts[target] * (1 + dependencies[target])
          dependency += share
          if !edgeScores.isEmpty { edgeScores[Int(edges[entry])] += share }
        }
      }
      dependencies[Int(node)] = dependency
    }
  }

  private mutating func credit(_ root: Int) {
    if countsEndpoints {
      nodeScores[root] += Double(order.count - 1)
      for node in order.dropFirst() { nodeScores[Int(node)] += dependencies[Int(node)] + 1 }
    } else {
      for node in order.dropFirst() { nodeScores[Int(node)] += dependencies[Int(node)] }
    }
  }
}
