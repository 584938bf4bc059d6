/// A graph made ready for counting shortest paths by hops: trees that hang from it are folded into
/// the nodes from which they hang, and its places, the nodes that are left, are numbered anew.
///
/// All paths to a tree run through the node from which it hangs; so that node stands for the whole
/// tree, with its size for a weight, and what paths with an end in a tree credit is known in closed
/// form [Sariyuce2012]. Places with the most edges come first: what they keep lies side by side, and
/// most steps lead there.
struct FoldedGraph: Sendable {
  /// For each place, the places to which an edge leads and, if asked for, the edges; without loops.
  struct Rows: Sendable {
    var offsets: [Int] = [0]
    var targets: [Int32] = []
    var edges: [Int32] = []
  }

  /// By place, the node.
  private(set) var nodes: [Int32] = []
  private(set) var outgoing = Rows()
  private(set) var incoming = Rows()
  /// By place, how many nodes it stands for.
  private(set) var weights: [Double] = []
  let isDirected: Bool
  /// By node, what ordered pairs of others credit that have an end in a tree which hangs from it, or
  /// in which it is.
  private(set) var treeNodeScores: [Double]
  /// By edge, what ordered pairs credit to an edge of a tree; empty if edges are not asked for.
  private(set) var treeEdgeScores: [Double]

  /// Makes a graph ready.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - foldsTrees: Whether to fold trees; nothing is folded in a directed graph.
  ///   - keepsEdges: Whether rows know their edges.
  init(_ graph: Graph, foldsTrees: Bool, keepsEdges: Bool) {
    isDirected = graph.isDirected
    treeNodeScores = [Double](repeating: 0, count: graph.nodeCount)
    treeEdgeScores = [Double](repeating: 0, count: keepsEdges ? graph.edgeCount : 0)
    var sizes = [Double](repeating: 1, count: graph.nodeCount)
    // The number of entries in a node's row that are left; -1 for a node in a tree.
    var degrees = graph.nodes.map { Self.degree(of: $0, in: graph.outgoing) }
    if foldsTrees, !isDirected { fold(graph, &degrees, &sizes, keepsEdges: keepsEdges) }
    if isDirected {
      for node in graph.nodes { degrees[node] += Self.degree(of: node, in: graph.incoming) }
    }
    number(degrees)
    weights = nodes.map { sizes[Int($0)] }
    var places = [Int32](repeating: -1, count: graph.nodeCount)
    for (place, node) in nodes.enumerated() { places[Int(node)] = Int32(place) }
    outgoing = rows(graph.outgoing, places, keepsEdges: keepsEdges)
    incoming = isDirected ? rows(graph.incoming, places, keepsEdges: false) : outgoing
  }

  /// The number of entries in a node's row that are not loops.
  private static func degree(of node: Int, in rows: Adjacency) -> Int {
    rows.row(node).count { rows.targets[$0] != node }
  }

  /// Takes leaf after leaf away.
  private mutating func fold(
    _ graph: Graph, _ degrees: inout [Int], _ sizes: inout [Double], keepsEdges: Bool
  ) {
    var leaves = graph.nodes.filter { degrees[$0] == 1 }
    guard !leaves.isEmpty else { return }
    let rows = graph.outgoing
    let edges = keepsEdges ? rows.edges : []
    let components = graph.weakComponents()
    // By node, the sum of squares of the sizes of the trees that hang from it.
    var squares = [Double](repeating: 0, count: graph.nodeCount)
    func componentSize(_ node: Int) -> Double {
      Double(components.members[components.labels[node]].count)
    }
    while let leaf = leaves.popLast() {
      // The last two nodes of a tree are both leaves, of which one stays.
      guard degrees[leaf] == 1 else { continue }
      let left = rows.row(leaf).first { entry in
        let target = Int(rows.targets[entry])
        return target != leaf && degrees[target] >= 0
      }
      guard let left else { continue }
      let parent = Int(rows.targets[left])
      if keepsEdges {
        treeEdgeScores[Int(edges[left])] = 2 * sizes[leaf] * (componentSize(leaf) - sizes[leaf])
      }
      degrees[leaf] = -1
      degrees[parent] -= 1
      sizes[parent] += sizes[leaf]
      squares[parent] += sizes[leaf] * sizes[leaf]
      if degrees[parent] == 1 { leaves.append(parent) }
    }
    // Pairs of the n - 1 others whose ends are not in the same tree below, nor both elsewhere.
    for node in graph.nodes where squares[node] > 0 {
      let below = sizes[node] - 1
      treeNodeScores[node] =
        below * (2 * (componentSize(node) - 1) - below) - squares[node]
    }
  }

  /// Numbers the nodes that are left by falling degree, equal ones by node.
  private mutating func number(_ degrees: [Int]) {
    var starts = [Int](repeating: 0, count: (degrees.max() ?? 0) + 2)
    for degree in degrees where degree >= 0 { starts[degree] += 1 }
    var next = 0
    for degree in starts.indices.reversed() {
      (starts[degree], next) = (next, next + starts[degree])
    }
    nodes = [Int32](repeating: 0, count: next)
    for (node, degree) in degrees.enumerated() where degree >= 0 {
      nodes[starts[degree]] = Int32(node)
      starts[degree] += 1
    }
  }

  private func rows(_ adjacency: Adjacency, _ places: [Int32], keepsEdges: Bool) -> Rows {
    var rows = Rows()
    rows.offsets.reserveCapacity(nodes.count + 1)
    rows.targets.reserveCapacity(adjacency.targets.count)
    let edges = keepsEdges ? adjacency.edges : []
    for node in nodes {
      for entry in adjacency.row(Int(node)) {
        let target = adjacency.targets[entry]
        let place = places[Int(target)]
        if target == node || place < 0 { continue }
        rows.targets.append(place)
        if keepsEdges { rows.edges.append(edges[entry]) }
      }
      rows.offsets.append(rows.targets.count)
    }
    return rows
  }
}
