extension Graph {
  /// The simple paths between two nodes, the shortest first.
  ///
  /// Yen's algorithm [Yen1971] with Lawler's improvement [Lawler1972]: each path found splits the
  /// paths that are left into sets by the node at which they leave it, and only the best of each
  /// set waits to be compared.
  ///
  /// A path visits no node twice. Paths are told apart by their nodes: of parallel edges the path
  /// takes the shortest, and of equally short ones that of smallest index. Paths of equal length
  /// come with fewest edges first, then by smallest sequence of nodes; lengths that differ by less
  /// than one part in 10^12 count as equal.
  ///
  /// - Parameters:
  ///   - tail: The node at which the paths begin.
  ///   - head: The node at which they end.
  ///   - lengths: What the length of an edge is; zero is allowed.
  ///   - maximumHops: Paths of more edges are left out; nil for no limit.
  /// - Returns: The paths, computed one at a time when asked for; none if there is no path, and the
  ///   one path of no edges if both ends are the same node.
  /// - Throws: `GraphError` if a length is negative or not finite, or if there is not one for each
  ///   edge.
  /// - Complexity: For each path taken at most one search for each of its nodes: O(h (n + m) log n)
  ///   time for a path of h edges and O(n + k h) space for k paths; with at most H edges O(h H (n + m))
  ///   time and O(n H + k h) space.
  public func shortestSimplePaths(
    from tail: Int, to head: Int, lengths: EdgeLengths = .hops, maximumHops: Int? = nil
  ) throws(GraphError) -> ShortestSimplePaths {
    requireNode(tail)
    requireNode(head)
    let lengths = try resolve(lengths)
    return ShortestSimplePaths(
      search: DetourSearch(graph: self, head: head, lengths: lengths, maximumHops: maximumHops),
      tail: tail, hasExactLengths: lengths == nil)
  }
}

/// The simple paths between two nodes, the shortest first; each is computed when it is asked for.
public struct ShortestSimplePaths: Sequence, IteratorProtocol, Sendable {
  /// The best path of a set: all paths that share the nodes up to `fork` and go on from there to
  /// none of `barred`.
  private struct Candidate: Sendable {
    let path: Path
    let fork: Int
    let barred: [Int]
  }

  private var search: DetourSearch
  private let tail: Int
  private let hasExactLengths: Bool
  private var hasBegun = false
  /// Candidates as short as the shortest but for rounding.
  private var tied = CandidateHeap<Candidate> { $0.path.hasFewerHops(than: $1.path) }
  private var tiedLength = -Double.infinity
  /// All others.
  private var later = CandidateHeap<Candidate> { left, right in
    left.path.length == right.path.length
      ? left.path.hasFewerHops(than: right.path) : left.path.length < right.path.length
  }

  init(search: DetourSearch, tail: Int, hasExactLengths: Bool) {
    self.search = search
    self.tail = tail
    self.hasExactLengths = hasExactLengths
  }

  /// The next path.
  ///
  /// - Returns: The shortest path not yet returned, or nil after the last.
  public mutating func next() -> Path? {
    if !hasBegun {
      hasBegun = true
      if let path = search.shortest(after: [tail], barring: []) {
        add(Candidate(path: path, fork: 0, barred: []))
      }
    }
    if tied.isEmpty, let first = later.first {
      tiedLength = first.path.length
      while let candidate = later.first, isTied(candidate.path.length) {
        _ = later.pop()
        tied.push(candidate)
      }
    }
    guard let best = tied.pop() else { return nil }
    split(best)
    return best.path
  }

  /// Divides the set of a candidate, less its best path, by the node at which the others leave that
  /// path.
  private mutating func split(_ best: Candidate) {
    let nodes = best.path.nodes
    for fork in best.fork..<(nodes.count - 1) {
      let barred = (fork == best.fork ? best.barred : []) + [nodes[fork + 1]]
      if let path = search.shortest(after: Array(nodes[...fork]), barring: barred) {
        add(Candidate(path: path, fork: fork, barred: barred))
      }
    }
  }

  private mutating func add(_ candidate: Candidate) {
    if !tied.isEmpty, isTied(candidate.path.length) {
      tied.push(candidate)
    } else {
      later.push(candidate)
    }
  }

  private func isTied(_ length: Double) -> Bool {
    hasExactLengths ? length <= tiedLength : PathLength.isAtMost(length, tiedLength)
  }
}

extension Path {
  /// The order of equally short paths: fewest edges first, then smallest nodes.
  fileprivate func hasFewerHops(than other: Path) -> Bool {
    hops == other.hops ? nodes.lexicographicallyPrecedes(other.nodes) : hops < other.hops
  }
}

/// A binary heap by an order of its own.
private struct CandidateHeap<Element: Sendable>: Sendable {
  private var elements: [Element] = []
  private let precedes: @Sendable (Element, Element) -> Bool

  init(precedes: @escaping @Sendable (Element, Element) -> Bool) {
    self.precedes = precedes
  }

  var isEmpty: Bool { elements.isEmpty }
  var first: Element? { elements.first }

  mutating func push(_ element: Element) {
    elements.append(element)
    var place = elements.count - 1
    while place > 0, precedes(elements[place], elements[(place - 1) / 2]) {
      elements.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func pop() -> Element? {
    guard !elements.isEmpty else { return nil }
    elements.swapAt(0, elements.count - 1)
    let top = elements.removeLast()
    var place = 0
    while true {
      var below = 2 * place + 1
      guard below < elements.count else { break }
      if below + 1 < elements.count, precedes(elements[below + 1], elements[below]) { below += 1 }
      guard precedes(elements[below], elements[place]) else { break }
      elements.swapAt(below, place)
      place = below
    }
    return top
  }
}
