/// Slow twins of censuses: all sets of nodes, compared with drawings.
extension GraphTable {
  /// The drawings of the sixteen triads: the edges between nodes 0, 1 and 2.
  private static let triads: [(name: String, edges: [(Int, Int)])] = [
    ("003", []), ("012", [(0, 1)]), ("102", [(0, 1), (1, 0)]),
    ("021D", [(1, 0), (1, 2)]), ("021U", [(0, 1), (2, 1)]), ("021C", [(0, 1), (1, 2)]),
    ("111D", [(0, 1), (1, 0), (2, 1)]), ("111U", [(0, 1), (1, 0), (1, 2)]),
    ("030T", [(0, 1), (2, 1), (0, 2)]), ("030C", [(1, 0), (2, 1), (0, 2)]),
    ("201", [(0, 1), (1, 0), (1, 2), (2, 1)]),
    ("120D", [(1, 0), (1, 2), (0, 2), (2, 0)]), ("120U", [(0, 1), (2, 1), (0, 2), (2, 0)]),
    ("120C", [(0, 1), (1, 2), (0, 2), (2, 0)]),
    ("210", [(0, 1), (1, 2), (2, 1), (0, 2), (2, 0)]),
    ("300", [(0, 1), (1, 0), (1, 2), (2, 1), (0, 2), (2, 0)]),
  ]

  private static let orders = [
    [0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0],
  ]

  /// How many sets of three nodes look like each drawing, by name.
  public func triads() -> [String: Int] {
    var counts = Dictionary(uniqueKeysWithValues: Self.triads.map { ($0.name, 0) })
    for first in 0..<nodeCount {
      for second in (first + 1)..<max(nodeCount, first + 1) {
        for third in (second + 1)..<max(nodeCount, second + 1) {
          let nodes = [first, second, third]
          let kinds = Self.triads.filter { triad in
            Self.orders.contains { order in
              (0..<9).allSatisfy { pair in
                let (tail, head) = (pair / 3, pair % 3)
                return tail == head
                  || triad.edges.contains { $0 == (tail, head) }
                    != steps[nodes[order[tail]]][nodes[order[head]]].isEmpty
              }
            }
          }
          precondition(kinds.count == 1, "three nodes look like one drawing")
          counts[kinds[0].name, default: 0] += 1
        }
      }
    }
    return counts
  }

  /// How many pairs are joined in both directions, in one, in none.
  public func dyads() -> [Int] {
    var counts = [0, 0, 0]
    for first in 0..<nodeCount {
      for second in 0..<first {
        counts[(steps[first][second].isEmpty ? 1 : 0) + (steps[second][first].isEmpty ? 1 : 0)] += 1
      }
    }
    return counts
  }
}
