/// Every division of some nodes into groups, and their quality from the definition.
public enum Partitions {
  /// Every division of `0 ..< count` into groups, numbered by first node: the restricted growth
  /// strings, of which Bell's number counts 4,140 for eight nodes.
  public static func all(_ count: Int) -> [[Int]] {
    var divisions: [[Int]] = [[]]
    for _ in 0..<count {
      divisions = divisions.flatMap { division in
        (0...((division.max() ?? -1) + 1)).map { division + [$0] }
      }
    }
    return divisions
  }
}

extension GraphTable {
  /// Modularity as a sum over all ordered pairs of nodes of what is there less what chance would
  /// put there; nil if there is nothing.
  public func modularity(
    of groups: [Int], resolution: Double, weighted: Bool, isDirected: Bool
  ) -> Double? {
    var ties = matrix(weighted: weighted)
    // A loop of an undirected graph has both its ends at the node.
    if !isDirected { for node in 0..<nodeCount { ties[node][node] *= 2 } }
    let leaving = ties.map { $0.reduce(0, +) }
    let arriving = LinearAlgebra.transposed(ties).map { $0.reduce(0, +) }
    let total = leaving.reduce(0, +)
    if total == 0 { return nil }
    var sum = 0.0
    for first in 0..<nodeCount {
      for second in 0..<nodeCount where groups[first] == groups[second] {
        sum += ties[first][second] - resolution * leaving[first] * arriving[second] / total
      }
    }
    return sum / total
  }

  /// The quality of the constant Potts model as a sum over all edges and all pairs of nodes.
  public func constantPotts(
    of groups: [Int], resolution: Double, weighted: Bool, isDirected: Bool
  ) -> Double {
    var sum = 0.0
    let ties = matrix(weighted: weighted)
    for first in 0..<nodeCount {
      for second in 0..<nodeCount where groups[first] == groups[second] {
        if first == second {
          sum += ties[first][first]
        } else {
          // Each unordered pair comes twice.
          sum += (ties[first][second] - resolution) / (isDirected ? 1 : 2)
        }
      }
    }
    return sum
  }
}
