/// The random walk whose Laplacian stands for a directed graph [Chung2005].
///
/// With the chances P of its steps and the shares p of its time at the nodes, the Laplacian is
/// I - (Q + Q^T) / 2 with Q(u, v) = sqrt(p(u) / p(v)) P(u, v).
struct LaplacianWalk {
  private let graph: Graph
  private let weights: [Double]
  /// By node, the sum of the weights of its outgoing edges.
  private let leaving: [Double]
  /// The chance to wait, the chance to follow an edge, and the chance to go anywhere, where there
  /// are outgoing edges.
  private let waits: Double
  private let follows: Double
  private let jumps: Double
  /// By node, the square root of the share of time.
  private let roots: [Double]

  /// Settles a walk on a directed graph whose weights are above 0.
  init(_ graph: Graph) throws(GraphError) {
    self.graph = graph
    let weights = graph.weights ?? [Double](repeating: 1, count: graph.edgeCount)
    self.weights = weights
    leaving = graph.gathered(
      [Double](repeating: 1, count: graph.nodeCount), weights: weights, direction: .outward)
    if graph.strongComponents().count > 1 {
      let damping = 0.95
      (waits, follows, jumps) = (0, damping, 1 - damping)
      roots = try graph.pageRank(
        Graph.PageRankOptions(
          damping: damping, usesWeights: true, limits: IterationLimits(tolerance: 1e-15))
      ).values.map { $0.squareRoot() }
    } else {
      (waits, follows, jumps) = Self.period(of: graph) == 1 ? (0, 1, 0) : (0.5, 0.5, 0)
      roots = Self.shares(of: graph, weights: weights, leaving: leaving).map { $0.squareRoot() }
    }
  }

  /// The common divisor of the lengths of all cycles of a strongly connected graph.
  private static func period(of graph: Graph) -> Int {
    let tree = graph.breadthFirst(from: 0)
    var divisor = 0
    for edge in graph.edges {
      var rest = abs((tree.hops(to: edge.tail) ?? 0) + 1 - (tree.hops(to: edge.head) ?? 0))
      while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    }
    return divisor
  }

  /// The shares of time of a walk along the edges of a strongly connected graph, waiting at every
  /// other step, which changes no share.
  private static func shares(of graph: Graph, weights: [Double], leaving: [Double]) -> [Double] {
    var shares = [Double](repeating: 1 / Double(graph.nodeCount), count: graph.nodeCount)
    var change = Double.infinity
    var rounds = 0
    while change > 1e-15, rounds < 100_000 {
      rounds += 1
      let sent = zip(shares, leaving).map { $0 / $1 }
      let arriving = graph.gathered(sent, weights: weights)
      change = 0
      for node in graph.nodes {
        change += abs(arriving[node] - shares[node]) / 2
        shares[node] = (shares[node] + arriving[node]) / 2
      }
    }
    return shares
  }

  /// The energy of the Laplacian, and by how much it falls without each node.
  func energyDrops() -> (values: [Double], energy: Double) {
    let count = graph.nodeCount
    var steps = [Double](repeating: 0, count: count)
    var arrivals = steps
    var diagonal = steps
    for node in graph.nodes {
      fill(&steps, from: node)
      diagonal[node] = 1 - steps[node]
    }
    var energy = 0.0
    let values = graph.nodes.map { node -> Double in
      fill(&steps, from: node)
      fill(&arrivals, to: node)
      var row = diagonal[node] * diagonal[node]
      var drop = row
      for other in graph.nodes where other != node {
        // The Laplacian is symmetric: the entry leaves with the row and with the column, and what
        // is left on the diagonal shrinks by its size.
        let ratio = roots[node] / roots[other]
        let entry = (ratio * steps[other] + arrivals[other] / ratio) / 2
        row += entry * entry
        let rest = diagonal[other] - entry
        drop += 2 * entry * entry + diagonal[other] * diagonal[other] - rest * rest
      }
      energy += row
      return drop
    }
    return (values, energy)
  }

  /// The chances of the steps from a node.
  private func fill(_ steps: inout [Double], from node: Int) {
    let count = Double(graph.nodeCount)
    let anywhere = leaving[node] > 0 ? jumps / count : 1 / count
    for other in graph.nodes { steps[other] = anywhere }
    steps[node] += waits
    let edges = graph.outgoing.edges
    for entry in graph.outgoing.row(node) {
      steps[Int(graph.outgoing.targets[entry])] +=
        follows * weights[Int(edges[entry])] / leaving[node]
    }
  }

  /// The chances of the steps to a node.
  private func fill(_ arrivals: inout [Double], to node: Int) {
    let count = Double(graph.nodeCount)
    for other in graph.nodes { arrivals[other] = leaving[other] > 0 ? jumps / count : 1 / count }
    arrivals[node] += waits
    let edges = graph.incoming.edges
    for entry in graph.incoming.row(node) {
      let tail = Int(graph.incoming.targets[entry])
      arrivals[tail] += follows * weights[Int(edges[entry])] / leaving[tail]
    }
  }
}
