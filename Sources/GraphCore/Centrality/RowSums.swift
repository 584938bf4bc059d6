/// Sums over the rows of a graph: the product of its adjacency matrix and a vector, row by row.
///
/// The kernel of measures that are found by power iteration. Rows are cut into fixed parts, each row
/// is summed by one thread and always in the same order, so one thread and many give the same bits.
struct RowSums: Sendable {
  /// The parts into which the rows are cut.
  let parts: [Range<Int>]

  private let rows: Adjacency
  /// By edge index; nil where every edge weighs 1.
  private let weights: [Double]?
  private let edges: Column<Int32>

  /// - Parameters:
  ///   - graph: The graph.
  ///   - weights: By edge index; nil where every edge weighs 1.
  ///   - direction: Inward to sum over incoming edges, outward to sum over outgoing ones.
  init(_ graph: Graph, weights: [Double]?, direction: Graph.Direction) {
    rows = graph.adjacency(direction)
    self.weights = weights
    edges = weights == nil ? [] : rows.edges
    parts = rows.parts()
  }

  /// Gives each node of a part the sum over its row of weight times the number of the neighbour.
  ///
  /// - Parameters:
  ///   - part: Which part.
  ///   - vector: One number for each node.
  ///   - take: Takes a node and its sum.
  @inline(__always)
  func forEach(
    in part: Int, of vector: UnsafeBufferPointer<Double>, _ take: (_ node: Int, Double) -> Void
  ) {
    rows.withUnsafeRows { offsets, targets in
      guard let weights else {
        for node in parts[part] {
          take(node, Self.sum(of: vector, at: targets, from: offsets[node], to: offsets[node + 1]))
        }
        return
      }
      weights.withUnsafeBufferPointer { weights in
        edges.withUnsafeBufferPointer { edges in
          for node in parts[part] {
            var sum = 0.0
            for entry in offsets[node]..<offsets[node + 1] {
              sum += weights[Int(edges[entry])] * vector[Int(targets[entry])]
            }
            take(node, sum)
          }
        }
      }
    }
  }

  /// Four sums side by side: an addition need not wait for the one before it.
  @inline(__always)
  private static func sum(
    of vector: UnsafeBufferPointer<Double>, at targets: UnsafeBufferPointer<Int32>, from start: Int,
    to end: Int
  ) -> Double {
    var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0)
    var entry = start
    while entry &+ 4 <= end {
      first += vector[Int(targets[entry])]
      second += vector[Int(targets[entry &+ 1])]
      third += vector[Int(targets[entry &+ 2])]
      fourth += vector[Int(targets[entry &+ 3])]
      entry &+= 4
    }
    while entry < end {
      first += vector[Int(targets[entry])]
      entry &+= 1
    }
    return (first + second) + (third + fourth)
  }
}

extension Graph {
  /// What each node gathers from its in-neighbours: the product of the transposed adjacency matrix
  /// and a vector.
  ///
  /// - Parameters:
  ///   - vector: One number for each node.
  ///   - weights: By edge index; nil where every edge weighs 1.
  ///   - direction: Inward to gather over incoming edges, outward to gather over outgoing ones.
  ///   - threads: The number of threads, or nil for as many as the machine has cores.
  /// - Returns: By node, the sum over its row of weight times the number of the neighbour.
  func gathered(
    _ vector: [Double], weights: [Double]?, direction: Direction = .inward, threads: Int? = nil
  ) -> [Double] {
    let sums = RowSums(self, weights: weights, direction: direction)
    return [Double](filling: nodeCount) { gathered, count in
      let shared = SharedMemory(gathered)
      inParallel(sums.parts.count, threads: threads) { part in
        vector.withUnsafeBufferPointer { vector in
          sums.forEach(in: part, of: vector) { node, sum in shared.buffer[node] = sum }
        }
      }
      count = nodeCount
    }
  }
}
