extension Graph {
  /// The maximal cliques: the sets of nodes that are all joined to each other and to which no other
  /// node can be added.
  ///
  /// Bron and Kerbosch's search [Bron1973] with the pivot that leaves least to try [Tomita2006],
  /// begun at each node among its later neighbors in an order of degeneracy [Eppstein2010].
  /// Direction is ignored, loops are left out and parallel edges are one; an isolate is a clique of
  /// its own. There can be 3^(n/3) of them: take `prefix` of the sequence, or stop asking.
  ///
  /// - Parameter minimumSize: Smaller ones are left out, and not looked for; 1 or more.
  /// - Returns: The cliques, each ascending, computed one at a time when asked for. Their order
  ///   follows from the graph alone.
  /// - Complexity: O(n + m) time at first, then O(d n 3^(d/3)) for all, d being the degeneracy;
  ///   O(n + m + k d) space, k being the largest degree.
  public func maximalCliques(minimumSize: Int = 1) -> MaximalCliques {
    precondition(minimumSize >= 1, "a clique has at least one node")
    return MaximalCliques(CliqueRows(self), minimumSize: minimumSize)
  }

  /// How many maximal cliques there are of each size.
  ///
  /// They are those of `maximalCliques(minimumSize:)`, counted on several threads.
  ///
  /// - Parameters:
  ///   - minimumSize: Smaller ones are not counted; 1 or more.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: By size, from 0 to that of the largest, the number of maximal cliques.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: As `maximalCliques(minimumSize:)`.
  public func maximalCliqueSizes(
    minimumSize: Int = 1, execution: Execution = Execution()
  ) throws(GraphError) -> [Int] {
    precondition(minimumSize >= 1, "a clique has at least one node")
    let rows = CliqueRows(self)
    let work = ChunkedWork(count: nodeCount, execution: execution)
    return try work.joined(into: []) { chunk -> [Int] in
      var search = CliqueSearch(rows, minimumSize: minimumSize, endsIfCancelled: true)
      var counts: [Int] = []
      for place in chunk {
        search.begin(at: place)
        while let clique = search.next() {
          while counts.count <= clique.count { counts.append(0) }
          counts[clique.count] += 1
        }
      }
      return counts
    } join: { whole, part in
      for (size, count) in part.enumerated() {
        if size == whole.count { whole.append(0) }
        whole[size] += count
      }
    }
  }
}

/// The maximal cliques of a graph; each is computed when it is asked for.
public struct MaximalCliques: Sequence, IteratorProtocol, Sendable {
  private var search: CliqueSearch
  private var placesLeft: Range<Int>

  init(_ rows: CliqueRows, minimumSize: Int) {
    search = CliqueSearch(rows, minimumSize: minimumSize)
    placesLeft = 0..<rows.order.count
  }

  /// The next maximal clique.
  ///
  /// - Returns: The nodes of one not yet returned, ascending; nil after the last.
  public mutating func next() -> [Int]? {
    while true {
      if let clique = search.next() { return clique }
      guard let place = placesLeft.popFirst() else { return nil }
      search.begin(at: place)
    }
  }
}
