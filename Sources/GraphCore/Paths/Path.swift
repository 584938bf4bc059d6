/// One path through a graph.
public struct Path: Sendable, Hashable {
  /// The nodes in the order in which the edges run; at least one.
  public let nodes: [Int]
  /// The edges between them; one fewer than there are nodes.
  public let edges: [Int]
  /// The sum of the lengths of the edges, added from the first to the last.
  public let length: Double

  /// The number of edges.
  public var hops: Int { edges.count }

  init(nodes: [Int], edges: [Int], length: Double) {
    self.nodes = nodes
    self.edges = edges
    self.length = length
  }
}

/// How path lengths are compared.
///
/// Sums of rounded numbers lose ties: 0.1 + 0.2 and 0.3 are not the same `Double`. Two lengths that
/// differ by less than one part in 10^12 count as equal. Rounding alone stays below that for paths
/// of up to 4,500 edges.
enum PathLength {
  /// The largest relative difference between lengths that count as equal.
  static let tolerance = 1e-12

  /// Whether a length is not longer than another, or equal to it but for rounding.
  @inline(__always)
  static func isAtMost(_ length: Double, _ other: Double) -> Bool {
    length <= other * (1 + tolerance)
  }
}
