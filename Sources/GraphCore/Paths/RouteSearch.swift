/// The shortest paths between one root and all nodes, with their numbers: the search inside the
/// measures that share paths out.
///
/// One breadth-first or Dijkstra search gives the reached nodes in the order of their distances. A
/// step is an edge on which a shortest path runs; parallel edges are steps of their own. Counts are
/// `Double`: they outgrow integers. Lengths must be more than zero, so every step leads away from
/// the root.
struct RouteSearch {
  /// What is counted at each node.
  enum Counting {
    /// The shortest paths between the root and the node.
    case paths
    /// The last steps of these paths.
    case lastSteps
  }

  /// The rows along which the search walks.
  let rows: Adjacency
  /// By node, the paths or last steps; 0 where there is no path.
  private(set) var counts: [Double]
  /// The reached nodes, the root first, by distance.
  private(set) var order: [Int32] = []

  private let graph: Graph
  private let counting: Counting
  private let lengths: [Double]?
  /// The edge of each row entry; only where edges have lengths.
  private let edges: Column<Int32>
  private var hops: [Int32]
  private var search: DistanceSearch?
  /// By node, its place in the order; only where edges have lengths.
  private var places: [Int32]

  init(
    graph: Graph, lengths: [Double]?, direction: Graph.Direction = .outward,
    counting: Counting = .paths
  ) {
    self.graph = graph
    self.counting = counting
    self.lengths = lengths
    rows = graph.adjacency(direction)
    edges = lengths == nil ? [] : rows.edges
    counts = [Double](repeating: 0, count: graph.nodeCount)
    hops = [Int32](repeating: -1, count: graph.nodeCount)
    search = lengths.map { DistanceSearch(graph: graph, direction: direction, lengths: $0) }
    places = [Int32](repeating: -1, count: lengths == nil ? 0 : graph.nodeCount)
  }

  /// Finds the paths of another root.
  mutating func run(from root: Int) {
    for node in order { counts[Int(node)] = 0 }
    if lengths == nil {
      graph.countHops(from: root, over: rows, into: &hops, queue: &order)
    } else {
      for node in order { places[Int(node)] = -1 }
      search?.run(from: root)
      order = search?.settled ?? []
      for (place, node) in order.enumerated() { places[Int(node)] = Int32(place) }
    }
    counts[root] = 1
    for node in order {
      let count = counting == .paths ? counts[Int(node)] : 1
      for entry in rows.row(Int(node)) where isStep(from: Int(node), entry: entry) {
        counts[Int(rows.targets[entry])] += count
      }
    }
  }

  private var isWeighted: Bool { lengths != nil }

  /// Whether a node was reached.
  func reaches(_ node: Int) -> Bool {
    lengths == nil ? hops[node] >= 0 : places[node] >= 0
  }

  /// Whether an entry in the row of a reached node is a step.
  @inline(__always)
  func isStep(from node: Int, entry: Int) -> Bool {
    isStep(near: node, far: Int(rows.targets[entry]), edge: isWeighted ? Int(edges[entry]) : 0)
  }

  /// Whether an edge is a step from `near` away from the root to `far`; both must be reached.
  @inline(__always)
  func isStep(near: Int, far: Int, edge: Int) -> Bool {
    guard let lengths, let search else { return hops[far] == hops[near] + 1 }
    // The order of settling keeps rounding from making a circle of steps.
    return places[near] < places[far]
      && PathLength.isAtMost(search.distances[near] + lengths[edge], search.distances[far])
  }
}

extension Graph {
  /// Sums what each root credits to nodes or edges, in the order of the roots.
  ///
  /// - Parameters:
  ///   - roots: The nodes at which searches begin.
  ///   - lengths: By edge index, more than zero; nil for hops.
  ///   - counting: What the search counts.
  ///   - size: The number of sums.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  ///   - credit: Adds what a search found to the sums; it may use `scratch`, which has a 0 for each
  ///     node, and need not clear it at reached nodes.
  /// - Returns: The sums.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  func credited(
    roots: [Int], lengths: [Double]?, counting: RouteSearch.Counting = .paths, size: Int,
    execution: Execution,
    credit:
      @Sendable (_ search: RouteSearch, _ scratch: inout [Double], _ sums: inout [Double]) ->
      Void
  ) throws(GraphError) -> [Double] {
    let zero = [Double](repeating: 0, count: size)
    let work = ChunkedWork(count: roots.count, execution: execution)
    return try work.joined(into: zero) { places in
      var search = RouteSearch(graph: self, lengths: lengths, counting: counting)
      var scratch = [Double](repeating: 0, count: nodeCount)
      var sums = zero
      for place in places {
        search.run(from: roots[place])
        credit(search, &scratch, &sums)
        for node in search.order { scratch[Int(node)] = 0 }
      }
      return sums
    } join: { whole, part in
      for index in part.indices { whole[index] += part[index] }
    }
  }
}
