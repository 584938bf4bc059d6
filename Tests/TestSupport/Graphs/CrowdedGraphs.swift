public import GraphCore

extension GraphFamilies {
  /// A graph of 107 nodes with all that makes counting paths hard: a core of short paths, loops,
  /// parallel edges, twins, trees that hang from the core, other components, and isolates.
  public static func crowded(seed: UInt64, isDirected: Bool) -> Graph {
    var generator = SeededGenerator(seed: seed)
    var pairs: [(Int, Int)] = []
    func drawn(_ range: Range<Int>) -> Int { Int.random(in: range, using: &generator) }
    // The core: 70 nodes, with loops and parallel edges.
    for _ in 0..<190 { pairs.append((drawn(0..<70), drawn(0..<70))) }
    for node in 0..<4 { pairs += [(node, node + 1), (node, node + 1), (node + 1, node)] }
    // Twins: nodes with the same neighbours.
    let shared = [drawn(0..<70), drawn(0..<70), drawn(0..<70)]
    for twin in 70..<75 { pairs += shared.enumerated().map { $0 == 0 ? ($1, twin) : (twin, $1) } }
    // Trees: each node hangs from an earlier one.
    for node in 75..<93 { pairs.append((drawn(max(0, node - 30)..<node), node)) }
    // A ring with a chord and a tail, a path of its own, and two isolates.
    pairs += (93..<99).map { ($0, $0 == 98 ? 93 : $0 + 1) } + [(93, 96), (99, 95)]
    pairs += (100..<104).map { ($0, $0 + 1) }
    return make(107, pairs, isDirected: isDirected)
  }

  /// Diamonds in a row: between each joint and the next there are two ways, so the number of paths
  /// doubles with each. Joints are 0, 3, 6 and so on.
  public static func diamonds(_ count: Int, isDirected: Bool) -> Graph {
    make(
      3 * count + 1,
      (0..<count).flatMap { index in
        let joint = 3 * index
        return [
          (joint, joint + 1), (joint, joint + 2), (joint + 1, joint + 3), (joint + 2, joint + 3),
        ]
      }, isDirected: isDirected)
  }
}
