/// Finds the triangles of a graph: direction is ignored, loops are left out, parallel edges are one.
///
/// Nodes are ranked by degree, the largest first, and every edge is kept at its end of lower rank
/// only, so no node keeps more than sqrt(2 m) of them [Chiba1985]. A triangle is then found once:
/// from its node of lowest rank, by its edge to the next, whose row holds the third. Counts are
/// whole numbers, so threads may add them in any order.
struct TriangleSearch: Sendable {
  /// By node, how many others it is joined to.
  let degrees: [Int32]

  /// By rank, the node; rank 0 has the most neighbours, ties go by node.
  private let nodes: [Int32]
  /// By rank, the row of the ranks before it that it is joined to.
  private let offsets: [Int]
  private let higher: Column<Int32>

  /// Rows are dealt out to this many pieces of work, one row to each in turn.
  private static let pieces = 32

  /// Ranks the nodes and sorts out their rows.
  ///
  /// - Complexity: O(n + m).
  init(_ graph: Graph) {
    let parts = graph.outgoing.parts()
    let count = graph.nodeCount
    let degrees = [Int32](filling: count) { degrees, filled in
      let shared = SharedMemory(degrees)
      inParallel(parts.count) { part in
        for node in parts[part] {
          var degree: Int32 = 0
          graph.forEachDistinctNeighbor(of: node) { _ in degree += 1 }
          shared.buffer[node] = degree
        }
      }
      filled = count
    }
    let (nodes, ranks) = Self.ranked(degrees)
    var offsets = [Int](repeating: 0, count: count + 1)
    offsets.withUnsafeMutableBufferPointer { offsets in
      let shared = SharedMemory(offsets)
      inParallel(parts.count) { part in
        ranks.withUnsafeBufferPointer { ranks in
          for node in parts[part] {
            let own = ranks[node]
            var length = 0
            graph.forEachDistinctNeighbor(of: node) { neighbor in
              if ranks[Int(neighbor)] < own { length += 1 }
            }
            shared.buffer[Int(own) + 1] = length
          }
        }
      }
    }
    for row in offsets.indices.dropFirst() { offsets[row] += offsets[row - 1] }
    let starts = offsets
    higher = Column(count: offsets[count]) { higher in
      let shared = SharedMemory(higher)
      inParallel(parts.count) { part in
        ranks.withUnsafeBufferPointer { ranks in
          for node in parts[part] {
            let own = ranks[node]
            var place = starts[Int(own)]
            graph.forEachDistinctNeighbor(of: node) { neighbor in
              if ranks[Int(neighbor)] < own {
                shared.buffer[place] = ranks[Int(neighbor)]
                place += 1
              }
            }
          }
        }
      }
    }
    self.degrees = degrees
    self.nodes = nodes
    self.offsets = offsets
  }

  /// The nodes by rank, and the ranks by node: sorted by counting.
  private static func ranked(_ degrees: [Int32]) -> (nodes: [Int32], ranks: [Int32]) {
    let largest = Int(degrees.max() ?? 0)
    // By degree, counted from the largest down, the rank of the next node.
    var next = [Int](repeating: 0, count: largest + 2)
    for degree in degrees { next[largest - Int(degree) + 1] += 1 }
    for place in next.indices.dropFirst() { next[place] += next[place - 1] }
    var nodes = [Int32](repeating: 0, count: degrees.count)
    var ranks = nodes
    for (node, degree) in degrees.enumerated() {
      let rank = next[largest - Int(degree)]
      next[largest - Int(degree)] += 1
      nodes[rank] = Int32(truncatingIfNeeded: node)
      ranks[node] = Int32(truncatingIfNeeded: rank)
    }
    return (nodes, ranks)
  }

  /// The number of triangles.
  ///
  /// - Parameter execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: A count from 0.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(m^1.5) time on several threads, O(n) space for each.
  func count(_ execution: Execution = Execution()) throws(GraphError) -> Int {
    try work(execution).joined(into: 0) { chunk in
      var found = 0
      for piece in chunk {
        search(piece) { marks, row, _, _ in
          for third in row { found &+= Int(marks[Int(third)]) }
        }
      }
      return found
    } join: {
      $0 += $1
    }
  }

  /// The pieces of the work, each a chunk of its own.
  private func work(_ execution: Execution) -> ChunkedWork {
    ChunkedWork(count: Self.pieces, execution: execution, smallestChunk: 1)
  }

  /// The number of triangles that each node belongs to.
  ///
  /// - Parameter execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: By node, a count from 0.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: As `count(_:)`.
  func countByNode(_ execution: Execution = Execution()) throws(GraphError) -> [Int] {
    let none = [Int](repeating: 0, count: nodes.count)
    return try work(execution).joined(into: none) { chunk in
      // By rank, those of these pieces.
      var found = [Int](repeating: 0, count: nodes.count)
      found.withUnsafeMutableBufferPointer { found in
        for piece in chunk {
          search(piece) { marks, row, first, second in
            var here = 0
            for third in row {
              let isTriangle = Int(marks[Int(third)])
              here &+= isTriangle
              found[Int(third)] &+= isTriangle
            }
            found[first] &+= here
            found[second] &+= here
          }
        }
      }
      return found
    } join: { total, found in
      for (rank, count) in found.enumerated() where count > 0 { total[Int(nodes[rank])] += count }
    }
  }

  /// Goes over the rows of a piece: for each, its neighbours are marked by 1, and `visit` is given the
  /// row of each of them.
  @inline(__always)
  private func search(
    _ piece: Int,
    _ visit: (
      _ marks: UnsafeMutableBufferPointer<UInt8>, _ row: Slice<UnsafeBufferPointer<Int32>>,
      _ first: Int, _ second: Int
    ) -> Void
  ) {
    var marks = [UInt8](repeating: 0, count: nodes.count)
    marks.withUnsafeMutableBufferPointer { marks in
      offsets.withUnsafeBufferPointer { offsets in
        higher.withUnsafeBufferPointer { higher in
          for first in stride(from: piece, to: nodes.count, by: Self.pieces) {
            let own = offsets[first]..<offsets[first + 1]
            guard own.count > 1 else { continue }
            for entry in own { marks[Int(higher[entry])] = 1 }
            for entry in own {
              let second = Int(higher[entry])
              visit(marks, higher[offsets[second]..<offsets[second + 1]], first, second)
            }
            for entry in own { marks[Int(higher[entry])] = 0 }
          }
        }
      }
    }
  }
}

extension Graph {
  /// Visits each other node that is joined to a node, in either direction, once and in order.
  @inline(__always)
  fileprivate func forEachDistinctNeighbor(of node: Int, _ visit: (Int32) -> Void) {
    outgoing.withUnsafeRows { outOffsets, outTargets in
      incoming.withUnsafeRows { inOffsets, inTargets in
        var out = outOffsets[node]
        let outEnd = outOffsets[node + 1]
        // Of an undirected graph, one row holds all.
        var back = isDirected ? inOffsets[node] : 0
        let backEnd = isDirected ? inOffsets[node + 1] : 0
        var previous = Int32(truncatingIfNeeded: node)
        while out < outEnd || back < backEnd {
          let neighbor: Int32
          if back == backEnd || (out < outEnd && outTargets[out] <= inTargets[back]) {
            neighbor = outTargets[out]
            out += 1
          } else {
            neighbor = inTargets[back]
            back += 1
          }
          if neighbor == previous || Int(neighbor) == node { continue }
          previous = neighbor
          visit(neighbor)
        }
      }
    }
  }
}
