extension Graph {
  /// The onion layer of each node: the round in which it is peeled off.
  ///
  /// In each round all nodes are taken away that have no more edges left than the current core
  /// number, which is at first 1 and rises to the smallest degree left where that is larger
  /// [HebertDufresne2016]. Isolates are peeled in a round of their own, the first. Edges in either
  /// direction count, as for core numbers, so a tie and its answer are two; parallel edges count
  /// each, and loops do not count.
  ///
  /// - Returns: Raw numbers from 1, the outermost layer; nodes of a higher core are in later ones.
  /// - Complexity: O(n + m + n k) time for a largest core number k, since each rise of the core
  ///   number looks at what is left; O(n + m) space.
  public func onionLayers() -> NodeValues<Int> {
    let rows = asUndirected().outgoing
    var degree = nodes.map { node in
      rows.row(node).reduce(0) { $0 + (Int(rows.targets[$1]) == node ? 0 : 1) }
    }
    var layers = [Int](repeating: 0, count: nodeCount)
    var isPeeled = degree.map { $0 == 0 }
    var layer = 0
    if isPeeled.contains(true) {
      layer = 1
      for node in nodes where isPeeled[node] { layers[node] = 1 }
    }
    var left = nodes.filter { !isPeeled[$0] }
    var core = 0
    var current: [Int] = []
    while !left.isEmpty {
      if current.isEmpty {
        // Nobody fell to the core number in the round before, so all that is left is above it.
        left.removeAll { isPeeled[$0] }
        guard let least = left.map({ degree[$0] }).min() else { break }
        core = least
        current = left.filter { degree[$0] == core }
      }
      layer += 1
      for node in current {
        layers[node] = layer
        isPeeled[node] = true
      }
      var next: [Int] = []
      for node in current {
        for entry in rows.row(node) {
          let target = Int(rows.targets[entry])
          if isPeeled[target] { continue }
          degree[target] -= 1
          if degree[target] == core { next.append(target) }
        }
      }
      current = next
    }
    return NodeValues(measure: "onion-layers", values: layers)
  }
}
