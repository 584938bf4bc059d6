/// Finds the best way to complete the beginning of a path: the search inside Yen's algorithm.
///
/// The best is the shortest; of equally short ones that with the fewest edges, then that with the
/// smallest nodes. The shortest ways from all nodes to the head with nothing blocked are found once.
/// They bound every other way from below, and where they meet no blocked node they are the answer
/// [Martins2003].
struct DetourSearch: Sendable {
  private let graph: Graph
  let head: Int
  /// By edge index; nil where every edge has length 1.
  private let lengths: [Double]?
  private let maximumHops: Int?
  /// By node, the distance to `head` with nothing blocked: never more than with something blocked.
  private let bounds: [Double]
  /// By node, the fewest edges to `head`, whatever their length; -1 without a path.
  private let hopBounds: [Int32]
  /// By node, the fewest edges of its shortest ways to `head`; -1 without a path.
  private let shortestHops: [Int32]
  private var isBlocked: [Bool]
  private var heap: NodeHeap
  private var distances: [Double]

  init(graph: Graph, head: Int, lengths: [Double]?, maximumHops: Int?) {
    self.graph = graph
    self.head = head
    self.lengths = lengths
    self.maximumHops = maximumHops
    var hops = [Int32](repeating: -1, count: graph.nodeCount)
    var queue: [Int32] = []
    graph.countHops(from: head, over: graph.incoming, into: &hops, queue: &queue)
    hopBounds = hops
    if let lengths {
      var toHead = DistanceSearch(graph: graph, direction: .inward, lengths: lengths)
      toHead.run(from: head)
      let distances = toHead.distances
      bounds = distances
      shortestHops =
        graph.breadthFirst(from: head, direction: .inward, maximumHops: Int.max) {
          near, far, edge in
          PathLength.isAtMost(distances[near] + lengths[edge], distances[far])
        }.hopCounts
    } else {
      bounds = hops.map { $0 < 0 ? .infinity : Double($0) }
      shortestHops = hops
    }
    isBlocked = [Bool](repeating: false, count: graph.nodeCount)
    heap = NodeHeap(nodeCount: graph.nodeCount)
    distances = [Double](repeating: .infinity, count: graph.nodeCount)
  }

  /// What no path of a set can be better than.
  struct Bound: Sendable {
    let length: Double
    let hops: Int
    /// The node after the fork of the smallest sequence that a path of so few edges can have.
    let next: Int
  }

  /// Bounds of the paths that leave another path at its nodes.
  ///
  /// - Parameters:
  ///   - nodes: The other path.
  ///   - first: The first place at which to leave it.
  ///   - barred: Where a path must not go on to from there, apart from the next node.
  /// - Returns: For each place from the first to the last but one, the bound of all paths that share
  ///   the nodes up to there and go on to another node; nil if there is none.
  mutating func bounds(leaving nodes: [Int], from first: Int, barring barred: [Int]) -> [Bound?] {
    defer { for node in nodes { isBlocked[node] = false } }
    let lengths = edges(along: nodes).map { length(Int32($0)) }
    var before = 0.0
    var found: [Bound?] = []
    for place in 0..<(nodes.count - 1) {
      isBlocked[nodes[place]] = true
      if place >= first {
        let barred = (place == first ? barred : []) + [nodes[place + 1]]
        found.append(bound(at: nodes[place], hops: place, length: before, barring: barred))
      }
      before += lengths[place]
    }
    return found
  }

  /// The bound of all paths from a node, or nil if there is none.
  mutating func bound(from tail: Int) -> Bound? {
    isBlocked[tail] = true
    defer { isBlocked[tail] = false }
    return bound(at: tail, hops: 0, length: 0, barring: [])
  }

  private func bound(at fork: Int, hops: Int, length before: Double, barring barred: [Int])
    -> Bound?
  {
    let rows = graph.outgoing
    let edges = rows.edges
    var least = Double.infinity
    var fewest = Int32.max
    var next = -1
    for entry in rows.row(fork) {
      let target = Int(rows.targets[entry])
      guard admits(fork, target, fork: fork, barred: barred) else { continue }
      if let maximumHops, hops + 1 + Int(hopBounds[target]) > maximumHops { continue }
      least = min(least, length(edges[entry]) + bounds[target])
      // Rows are sorted, so the first is the smallest.
      if hopBounds[target] < fewest {
        fewest = hopBounds[target]
        next = target
      }
    }
    guard next >= 0 else { return nil }
    // Added in another order, the sum may be larger than that of the path by rounding.
    let safety = lengths == nil ? 1 : 1 - PathLength.tolerance
    return Bound(
      length: (before + least) * safety, hops: hops + 1 + Int(fewest), next: next)
  }

  /// The best path that begins with `start` and whose next node is none of `barred`.
  mutating func shortest(after start: [Int], barring barred: [Int]) -> Path? {
    guard let fork = start.last, bounds[fork].isFinite else { return nil }
    if fork == head { return path(along: start) }
    for node in start { isBlocked[node] = true }
    defer { for node in start { isBlocked[node] = false } }
    let limit = maximumHops.map { $0 - (start.count - 1) }
    if let rest = freeCompletion(from: fork, barring: barred, within: limit ?? Int.max) {
      return path(along: start + rest)
    }
    let rest: [Int]?
    if let limit {
      rest = completion(from: fork, barring: barred, within: limit)
    } else {
      rest = completion(from: fork, barring: barred)
    }
    return rest.map { path(along: start + $0) }
  }

  /// The nodes after `fork` if from the best of its next nodes a shortest way to the head is free;
  /// nil says nothing.
  private func freeCompletion(from fork: Int, barring barred: [Int], within limit: Int) -> [Int]? {
    let rows = graph.outgoing
    let edges = rows.edges
    var least = Double.infinity
    for entry in rows.row(fork) {
      let target = Int(rows.targets[entry])
      guard admits(fork, target, fork: fork, barred: barred) else { continue }
      least = min(least, length(edges[entry]) + bounds[target])
    }
    guard least.isFinite else { return nil }
    var node = -1
    for entry in rows.row(fork) {
      let target = Int(rows.targets[entry])
      guard admits(fork, target, fork: fork, barred: barred),
        PathLength.isAtMost(length(edges[entry]) + bounds[target], least)
      else { continue }
      if node < 0 || shortestHops[target] < shortestHops[node] { node = target }
    }
    guard node >= 0, Int(shortestHops[node]) < limit else { return nil }
    var path = [node]
    while node != head {
      let step = rows.row(node).first { entry in
        let target = Int(rows.targets[entry])
        return !isBlocked[target] && shortestHops[target] == shortestHops[node] - 1
          && PathLength.isAtMost(length(edges[entry]) + bounds[target], bounds[node])
      }
      guard let step else { return nil }
      node = Int(rows.targets[step])
      path.append(node)
    }
    return path
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

  private func path(along nodes: [Int]) -> Path {
    let edges = edges(along: nodes)
    return Path(
      nodes: nodes, edges: edges, length: edges.reduce(0.0) { $0 + length(Int32($1)) })
  }

  /// For each step of a path the shortest edge, and of equally short ones that of smallest index.
  private func edges(along nodes: [Int]) -> [Int] {
    let rows = graph.outgoing
    let rowEdges = rows.edges
    return zip(nodes, nodes.dropFirst()).map { near, far in
      var best: Int32 = -1
      for entry in rows.row(near) where rows.targets[entry] >= far {
        if rows.targets[entry] > far { break }
        let edge = rowEdges[entry]
        if best < 0 || length(edge) < length(best) { best = edge }
      }
      return Int(best)
    }
  }
}
