/// The distances between all pairs of nodes.
public struct DistanceTable: Sendable, Equatable {
  /// The number of nodes.
  public let nodeCount: Int
  /// Row by row; infinite where there is no path.
  let distances: [Double]

  /// The distance from one node to another.
  ///
  /// - Parameters:
  ///   - tail: The node at which the path begins.
  ///   - head: The node at which it ends.
  /// - Returns: The smallest sum of lengths, or nil if there is no path.
  public func distance(from tail: Int, to head: Int) -> Double? {
    precondition(
      tail >= 0 && tail < nodeCount && head >= 0 && head < nodeCount,
      "nodes \(tail) and \(head) are not both in the graph of \(nodeCount) nodes")
    let distance = distances[tail * nodeCount + head]
    return distance.isFinite ? distance : nil
  }
}

extension Graph {
  /// The distances between all pairs of nodes.
  ///
  /// One search from each node: breadth-first by hops [Moore1959], Dijkstra's by lengths
  /// [Dijkstra1959]. Loops change nothing, and of parallel edges the shortest counts.
  ///
  /// - Parameters:
  ///   - lengths: What the length of an edge is; zero is allowed.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Distances of 0 or more from each node to each; 0 from a node to itself.
  /// - Throws: `GraphError` if a length is negative or not finite, or if there is not one for each
  ///   edge.
  /// - Complexity: O(n m) time by hops and O(n (m + n) log n) by lengths; 8 n^2 bytes, and as much
  ///   again while they are put together.
  public func allDistances(
    lengths: EdgeLengths = .hops, execution: Execution = Execution()
  ) throws(GraphError) -> DistanceTable {
    let lengths = try resolve(lengths)
    let work = ChunkedWork(count: nodeCount, execution: execution)
    let table = try work.map { roots -> [Double] in
      var part: [Double] = []
      part.reserveCapacity(roots.range.count * nodeCount)
      if let lengths {
        var search = DistanceSearch(graph: self, direction: .outward, lengths: lengths)
        for root in roots {
          search.run(from: root)
          part.append(contentsOf: search.distances)
        }
      } else {
        var hops = [Int32](repeating: -1, count: nodeCount)
        var queue: [Int32] = []
        for root in roots {
          countHops(from: root, over: outgoing, into: &hops, queue: &queue)
          for hop in hops { part.append(hop < 0 ? .infinity : Double(hop)) }
        }
      }
      return part
    }
    return DistanceTable(nodeCount: nodeCount, distances: table)
  }
}
