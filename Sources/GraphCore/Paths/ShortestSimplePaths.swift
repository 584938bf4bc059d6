extension Graph {
  /// The simple paths between two nodes, the shortest first.
  ///
  /// Yen's algorithm [Yen1971] with Lawler's improvement [Lawler1972]: each path found splits the
  /// paths that are left into sets by the node at which they leave it, and only the best of each
  /// set waits to be compared. It waits as a bound, by the distances to the head, and is looked for
  /// only when no other path can come before it; often a shortest way to the head is free, and no
  /// search is needed [Martins2003].
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
  /// - Complexity: One search for the distances to the head; then for each path taken the rows of its
  ///   nodes, and at worst one search for each of them: O(h (n + m) log n) time for a path of h edges,
  ///   in networks most often O(n + m) for all. O(n + k h) space for k paths; with at most H edges
  ///   O(h H (n + m)) time at worst and O(n H + k h) space.
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
  /// A set of paths: all that share the nodes up to `fork` and go on from there to none of
  /// `barred`. Its best path is looked for only when no other set can have a better one.
  private struct Candidate: Sendable {
    /// The best path, once it is known.
    var path: Path?
    /// The nodes of the best path, or of another that shares those up to `fork`.
    let nodes: [Int]
    let fork: Int
    let barred: [Int]
    /// The length of the best path, or the least that it can be.
    let length: Double
    /// The edges of the best path, or the fewest that it can have.
    let hops: Int
    /// Unless the best path is known: the smallest node that can follow if it has no more edges.
    let next: Int

    init(path: Path, fork: Int, barred: [Int]) {
      self.path = path
      nodes = path.nodes
      self.fork = fork
      self.barred = barred
      length = path.length
      hops = path.hops
      next = -1
    }

    init(bound: DetourSearch.Bound, nodes: [Int], fork: Int, barred: [Int]) {
      self.nodes = nodes
      self.fork = fork
      self.barred = barred
      length = bound.length
      hops = bound.hops
      next = bound.next
    }

    /// The order of equally short paths: fewest edges first, then smallest nodes. No two candidates
    /// begin alike for as far as their nodes are known, since no path is in two sets.
    func hasFewerHops(than other: Candidate) -> Bool {
      if hops != other.hops { return hops < other.hops }
      let known = path == nil ? nodes[...fork] : nodes[...]
      let otherKnown = other.path == nil ? other.nodes[...other.fork] : other.nodes[...]
      for (node, otherNode) in zip(known, otherKnown) where node != otherNode {
        return node < otherNode
      }
      let place = Swift.min(known.count, otherKnown.count)
      return (place < known.count ? nodes[place] : next)
        < (place < otherKnown.count ? other.nodes[place] : other.next)
    }
  }

  private var search: DetourSearch
  private let tail: Int
  private let hasExactLengths: Bool
  private var hasBegun = false
  /// Candidates as short as the shortest but for rounding.
  private var tied = CandidateHeap<Candidate> { $0.hasFewerHops(than: $1) }
  private var tiedLength = -Double.infinity
  /// All others.
  private var later = CandidateHeap<Candidate> { left, right in
    left.length == right.length ? left.hasFewerHops(than: right) : left.length < right.length
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
      begin()
    }
    while true {
      while tied.isEmpty, let first = later.pop() {
        if first.path == nil {
          resolve(first)
        } else {
          tiedLength = first.length
          tied.push(first)
        }
      }
      while let candidate = later.first, isTied(candidate.length) {
        _ = later.pop()
        tied.push(candidate)
      }
      guard let best = tied.pop() else { return nil }
      if let path = best.path {
        split(best)
        return path
      }
      resolve(best)
    }
  }

  private mutating func begin() {
    if tail == search.head {
      if let path = search.shortest(after: [tail], barring: []) {
        add(Candidate(path: path, fork: 0, barred: []))
      }
    } else if let bound = search.bound(from: tail) {
      add(Candidate(bound: bound, nodes: [tail], fork: 0, barred: []))
    }
  }

  /// Looks for the best path of a candidate.
  private mutating func resolve(_ candidate: Candidate) {
    let start = Array(candidate.nodes[...candidate.fork])
    if let path = search.shortest(after: start, barring: candidate.barred) {
      add(Candidate(path: path, fork: candidate.fork, barred: candidate.barred))
    }
  }

  /// Divides the set of a candidate, less its best path, by the node at which the others leave that
  /// path.
  private mutating func split(_ best: Candidate) {
    let bounds = search.bounds(leaving: best.nodes, from: best.fork, barring: best.barred)
    for (fork, bound) in zip(best.fork..., bounds) {
      guard let bound else { continue }
      let barred = (fork == best.fork ? best.barred : []) + [best.nodes[fork + 1]]
      add(Candidate(bound: bound, nodes: best.nodes, fork: fork, barred: barred))
    }
  }

  private mutating func add(_ candidate: Candidate) {
    if isTied(candidate.length) {
      tied.push(candidate)
    } else {
      later.push(candidate)
    }
  }

  private func isTied(_ length: Double) -> Bool {
    hasExactLengths ? length <= tiedLength : PathLength.isAtMost(length, tiedLength)
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
