import Evidence
import GraphCore

/// The hops that a search may use, by node index, and the two ends between which it searches.
struct HopMap: Sendable {
  /// A step from a node.
  struct Step: Sendable {
    /// The node at the other end.
    var head: Int
    /// The hop between, with only the arcs that may be used.
    var hop: Hop
  }

  /// By node, the steps from it, sorted by head.
  let steps: [[Step]]
  /// Where chains begin, sorted.
  let sources: [Int]
  /// Where chains end, sorted.
  let targets: [Int]
  /// By node, the fewest hops to a target; `nil` if there is no way.
  let distance: [Int?]

  private let isSource: [Bool]
  private let isTarget: [Bool]

  init(steps: [[Step]], sources: [Int], targets: [Int]) {
    self.steps = steps
    self.sources = sources
    self.targets = targets
    isSource = Self.marks(sources, count: steps.count)
    isTarget = Self.marks(targets, count: steps.count)
    distance = Self.distances(steps, to: targets)
  }

  /// Whether chains begin at a node.
  func begins(at node: Int) -> Bool { isSource[node] }

  /// Whether chains end at a node.
  func ends(at node: Int) -> Bool { isTarget[node] }

  private static func marks(_ nodes: [Int], count: Int) -> [Bool] {
    var marks = [Bool](repeating: false, count: count)
    for node in nodes { marks[node] = true }
    return marks
  }

  private static func distances(_ steps: [[Step]], to targets: [Int]) -> [Int?] {
    var into = [[Int]](repeating: [], count: steps.count)
    for (tail, own) in steps.enumerated() {
      for step in own { into[step.head].append(tail) }
    }
    var distance = [Int?](repeating: nil, count: steps.count)
    var queue = targets
    for target in targets { distance[target] = 0 }
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      for tail in into[node] where distance[tail] == nil {
        distance[tail] = distance[node].map { $0 + 1 }
        queue.append(tail)
      }
    }
    return distance
  }
}

/// Walks along all simple ways from the sources of a map to its targets.
struct ChainSearch: Sendable {
  /// So many steps are tried before the search gives up.
  static let expansionLimit = 100_000

  let map: HopMap
  let maxHops: Int

  /// Finds chains depth-first, the most probable step first.
  ///
  /// A chain touches no other source after its start and stops at the first target.
  ///
  /// - Parameters:
  ///   - isWorthwhile: Whether chains whose weakest hop has this probability are wanted; asked at
  ///     every step.
  ///   - found: Takes a chain; returns `false` to stop.
  /// - Returns: Whether the search came to its end.
  func run(isWorthwhile: (Double) -> Bool, found: ([Hop]) -> Bool) -> Bool {
    var expansions = 0
    var visited = [Bool](repeating: false, count: map.steps.count)
    var path: [Hop] = []

    func extend(_ node: Int, weakest: Double) -> Bool {
      for step in map.steps[node] {
        let head = step.head
        guard !visited[head], !map.begins(at: head), let left = map.distance[head],
          path.count + 1 + left <= maxHops
        else { continue }
        let bound = min(weakest, step.hop.probability)
        guard isWorthwhile(bound) else { continue }
        expansions += 1
        if expansions > Self.expansionLimit { return false }
        path.append(step.hop)
        if map.ends(at: head) {
          guard found(path) else { return false }
        } else {
          visited[head] = true
          guard extend(head, weakest: bound) else { return false }
          visited[head] = false
        }
        path.removeLast()
      }
      return true
    }

    for source in map.sources where !map.ends(at: source) {
      visited[source] = true
      guard extend(source, weakest: 1) else { return false }
      visited[source] = false
    }
    return true
  }

  /// The likeliest chains as if hops had nothing in common, by Yen's algorithm.
  ///
  /// - Parameter count: How many for each pair of a source and a target.
  /// - Returns: The chains, pair by pair, each pair's by falling product.
  func byProduct(_ count: Int) -> [[Hop]] {
    var hops: [[Hop]] = []
    let edges = map.steps.enumerated().flatMap { tail, own in
      own.map { (edge: Graph.Edge(tail, $0.head), hop: $0.hop) }
    }
    let lengths = edges.map { max(0, -Self.logarithm($0.hop.probability)) }
    do {
      let graph = try Graph(
        nodeCount: map.steps.count, edges: edges.map(\.edge), isDirected: true)
      for source in map.sources {
        for target in map.targets where source != target {
          let paths = try graph.shortestSimplePaths(
            from: source, to: target, lengths: .values(lengths), maximumHops: maxHops)
          for path in paths.prefix(count)
          where !path.nodes.dropFirst().contains(where: map.begins)
            && !path.nodes.dropLast().contains(where: map.ends)
          {
            hops.append(path.edges.map { edges[$0].hop })
          }
        }
      }
    } catch {
      // The map was taken from a graph of the same size, and every length is a finite logarithm.
      preconditionFailure("the hops of a network make no graph: \(error)")
    }
    return hops
  }
}
