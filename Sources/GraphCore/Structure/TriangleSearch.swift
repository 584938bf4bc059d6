import Synchronization

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
    let degrees = [Int32](unsafeUninitializedCapacity: count) { degrees, filled in
      let shared = SharedMemory(degrees)
      inParallel(parts.count) { part in
        graph.forEachNeighborhood(in: parts[part], start: { Int32(0) }) { degree, _ in
          degree += 1
        } end: { node, degree in
          shared.buffer[node] = degree
        }
      }
      filled = count
    }
    var starts = [Int](repeating: 0, count: Int(degrees.max() ?? 0) + 2)
    for degree in degrees { starts[starts.count - 1 - Int(degree)] += 1 }
    for bin in starts.indices.dropFirst() { starts[bin] += starts[bin - 1] }
    var nodes = [Int32](repeating: 0, count: count)
    var ranks = nodes
    for (node, degree) in degrees.enumerated() {
      let rank = starts[starts.count - 2 - Int(degree)]
      starts[starts.count - 2 - Int(degree)] += 1
      nodes[rank] = Int32(truncatingIfNeeded: node)
      ranks[node] = Int32(truncatingIfNeeded: rank)
    }
    let rank = ranks
    var offsets = [Int](repeating: 0, count: count + 1)
    offsets.withUnsafeMutableBufferPointer { offsets in
      let shared = SharedMemory(offsets)
      inParallel(parts.count) { part in
        rank.withUnsafeBufferPointer { rank in
          for row in parts[part] {
            let own = rank[row]
            graph.forEachNeighborhood(in: row..<row + 1, start: { 0 }) { length, neighbor in
              if rank[Int(neighbor)] < own { length += 1 }
            } end: { _, length in
              shared.buffer[Int(own) + 1] = length
            }
          }
        }
      }
    }
    for row in offsets.indices.dropFirst() { offsets[row] += offsets[row - 1] }
    let begins = offsets
    higher = Column(count: offsets[count]) { higher in
      let shared = SharedMemory(higher)
      inParallel(parts.count) { part in
        rank.withUnsafeBufferPointer { rank in
          for row in parts[part] {
            let own = rank[row]
            graph.forEachNeighborhood(in: row..<row + 1, start: { begins[Int(own)] }) {
              place, neighbor in
              if rank[Int(neighbor)] < own {
                shared.buffer[place] = rank[Int(neighbor)]
                place += 1
              }
            } end: { _, _ in
            }
          }
        }
      }
    }
    self.degrees = degrees
    self.nodes = nodes
    self.offsets = offsets
  }

  /// The number of triangles.
  ///
  /// - Complexity: O(m^1.5) time on several threads, O(n) space for each.
  func count() -> Int {
    let total = Atomic<Int>(0)
    inParallel(Self.pieces) { piece in
      var found = 0
      search(piece) { marks, row, _, _ in
        for third in row { found &+= Int(marks[Int(third)]) }
      }
      total.add(found, ordering: .relaxed)
    }
    return total.load(ordering: .relaxed)
  }

  /// The number of triangles that each node belongs to.
  ///
  /// - Complexity: As `count()`.
  func countByNode() -> [Int] {
    let total = Mutex([Int](repeating: 0, count: nodes.count))
    inParallel(Self.pieces) { piece in
      // By rank, first those of this piece.
      var found = [Int](repeating: 0, count: nodes.count)
      found.withUnsafeMutableBufferPointer { found in
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
      total.withLock { total in
        for (rank, count) in found.enumerated() where count > 0 { total[Int(nodes[rank])] += count }
      }
    }
    return total.withLock { $0 }
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
  /// Goes over the different neighbours of some nodes, in either direction, without the node itself.
  @inline(__always)
  fileprivate func forEachNeighborhood<Tally>(
    in rows: Range<Int>, start: () -> Tally, visit: (inout Tally, _ neighbor: Int32) -> Void,
    end: (_ node: Int, Tally) -> Void
  ) {
    outgoing.withUnsafeRows { outOffsets, outTargets in
      incoming.withUnsafeRows { inOffsets, inTargets in
        for node in rows {
          var tally = start()
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
            visit(&tally, neighbor)
          }
          end(node, tally)
        }
      }
    }
  }
}
