/// Finds the best way to complete the beginning of a path: the search inside Yen's algorithm.
///
/// The best is the shortest; of equally short ones that with the fewest edges, then that with the
/// smallest nodes.
struct DetourSearch: Sendable {
  private let graph: Graph
  private let head: Int
  /// By edge index; nil where every edge has length 1.
  private let lengths: [Double]?
  private let maximumHops: Int?
  /// By node, the distance to `head` with nothing blocked: never more than with something blocked.
  private let bounds: [Double]
  private var isBlocked: [Bool]
  private var heap: NodeHeap
  private var distances: [Double]

  init(graph: Graph, head: Int, lengths: [Double]?, maximumHops: Int?) {
    self.graph = graph
    self.head = head
    self.lengths = lengths
    self.maximumHops = maximumHops
    var toHead = DistanceSearch(
      graph: graph, direction: .inward,
      lengths: lengths ?? [Double](repeating: 1, count: graph.edgeCount))
    toHead.run(from: head)
    bounds = toHead.distances
    isBlocked = [Bool](repeating: false, count: graph.nodeCount)
    heap = NodeHeap(nodeCount: graph.nodeCount)
    distances = [Double](repeating: .infinity, count: graph.nodeCount)
  }

  /// The best path that begins with `start` and whose next node is none of `barred`.
  mutating func shortest(after start: [Int], barring barred: [Int]) -> Path? {
    guard let fork = start.last, bounds[fork].isFinite else { return nil }
    if fork == head { return Path(nodes: start, edges: edges(along: start), length: total(start)) }
    for node in start { isBlocked[node] = true }
    defer { for node in start { isBlocked[node] = false } }
    let rest: [Int]?
    if let maximumHops {
      rest = completion(from: fork, barring: barred, within: maximumHops - (start.count - 1))
    } else {
      rest = completion(from: fork, barring: barred)
    }
    guard let rest else { return nil }
    let nodes = start + rest
    return Path(nodes: nodes, edges: edges(along: nodes), length: total(nodes))
  }

  @inline(__always)
  private func length(_ edge: Int32) -> Double { lengths?[Int(edge)] ?? 1 }

  /// Whether the step from `fork` to a node may be taken.
  private func admits(_ near: Int, _ far: Int, fork: Int, barred: [Int]) -> Bool {
    !isBlocked[far] && bounds[far].isFinite && (near != fork || !barred.contains(far))
  }

  /// The nodes after `fork`, without a limit: Dijkstra's search led by the distances to the head
  /// [Hart1968], then breadth-first search over the edges on which shortest paths run.
  private mutating func completion(from fork: Int, barring barred: [Int]) -> [Int]? {
    var touched = [fork]
    defer {
      for node in touched { distances[node] = .infinity }
      heap.removeAll()
    }
    let rows = graph.outgoing
    let edges = rows.edges
    distances[fork] = 0
    heap.push(fork, key: bounds[fork])
    // Nodes whose best conceivable path is longer than the best path found cannot lie on a shortest
    // one.
    while let key = heap.smallestKey, PathLength.isAtMost(key, distances[head]),
      let node = heap.pop()
    {
      for entry in rows.row(node) {
        let target = Int(rows.targets[entry])
        guard admits(node, target, fork: fork, barred: barred) else { continue }
        let reach = distances[node] + length(edges[entry])
        if reach < distances[target] {
          if distances[target].isInfinite { touched.append(target) }
          distances[target] = reach
          heap.push(target, key: reach + bounds[target])
        }
      }
    }
    guard distances[head].isFinite else { return nil }

    var parent: [Int: Int] = [:]
    var queue = [fork]
    var next = 0
    while next < queue.count, parent[head] == nil {
      let node = queue[next]
      next += 1
      for entry in rows.row(node) {
        let target = Int(rows.targets[entry])
        guard target != fork, parent[target] == nil,
          distances[target].isFinite, admits(node, target, fork: fork, barred: barred),
          PathLength.isAtMost(
            distances[node] + length(edges[entry]), distances[target])
        else { continue }
        parent[target] = node
        queue.append(target)
      }
    }
    var path: [Int] = []
    var node = head
    while node != fork, let above = parent[node] {
      path.append(node)
      node = above
    }
    return path.reversed()
  }

  /// The nodes after `fork` by at most `limit` edges: shortest distances to the head by number of
  /// edges.
  private func completion(from fork: Int, barring barred: [Int], within limit: Int) -> [Int]? {
    // A simple path has at most n - 1 edges.
    let limit = min(limit, graph.nodeCount - 1)
    guard limit > 0 else { return nil }
    let rows = graph.outgoing
    let edges = rows.edges
    // Round h: by node, the length of the shortest way to the head by at most h edges.
    var rounds = [[Double](repeating: .infinity, count: graph.nodeCount)]
    rounds[0][head] = 0
    for hops in 1...limit {
      var round = rounds[hops - 1]
      for node in graph.nodes where node != head && (node == fork || !isBlocked[node]) {
        for entry in rows.row(node) {
          let target = Int(rows.targets[entry])
          let rest = rounds[hops - 1][target]
          guard rest.isFinite, admits(node, target, fork: fork, barred: barred) else { continue }
          round[node] = min(round[node], length(edges[entry]) + rest)
        }
      }
      rounds.append(round)
      if round == rounds[hops - 1] { break }
    }
    guard let best = rounds.last?[fork], best.isFinite else { return nil }
    // All ways within the budget are equally short; the fewest edges come first, and then the
    // smallest nodes.
    var budget = best * (1 + PathLength.tolerance)
    guard var hops = rounds.firstIndex(where: { $0[fork] <= budget }) else { return nil }
    var path: [Int] = []
    var node = fork
    while node != head {
      hops -= 1
      // The shortest edge and rest to each next node; rows are sorted, so the first that fits is
      // the smallest.
      var step: (node: Int, length: Double)?
      for entry in rows.row(node) {
        let target = Int(rows.targets[entry])
        if let found = step, found.node != target { break }
        let edge = length(edges[entry])
        guard admits(node, target, fork: fork, barred: barred),
          edge + rounds[hops][target] <= budget
        else { continue }
        step = (target, min(edge, step?.length ?? .infinity))
      }
      guard let step else { return nil }
      // Rounding must not eat the last way that is left.
      budget = max(budget - step.length, rounds[hops][step.node])
      path.append(step.node)
      node = step.node
    }
    return path
  }

  /// For each step of a path the shortest edge, and of equally short ones that of smallest index.
  private func edges(along nodes: [Int]) -> [Int] {
    let rowEdges = graph.outgoing.edges
    return zip(nodes, nodes.dropFirst()).map { near, far in
      var best: Int32 = -1
      for entry in graph.outgoing.row(near) where graph.outgoing.targets[entry] == far {
        let edge = rowEdges[entry]
        if best < 0 || length(edge) < length(best) { best = edge }
      }
      return Int(best)
    }
  }

  /// The length of a path, added from its first edge to its last.
  private func total(_ nodes: [Int]) -> Double {
    edges(along: nodes).reduce(0.0) { $0 + length(Int32($1)) }
  }
}
