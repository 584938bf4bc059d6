import GraphCore

/// Slow twins of the measures of currents, walks and energies, each from its definition on the
/// matrix.
extension GraphTable {
  /// The conductances between nodes, both directions and parallel edges added, without loops.
  func conductances(isDirected: Bool, weighted: Bool) -> [[Double]] {
    let matrix = matrix(weighted: weighted)
    return (0..<nodeCount).map { row in
      (0..<nodeCount).map { column -> Double in
        if row == column { return 0 }
        return matrix[row][column] + (isDirected ? matrix[column][row] : 0)
      }
    }
  }

  /// By node, its potential for a current of 1 from one node to another in the same component.
  private func potentials(_ conductances: [[Double]], from source: Int, to sink: Int) -> [Double] {
    // The Laplacian plus a tiny leak at every node would be inexact, so the sink is held at 0 and
    // nodes that the current does not reach are held at 0 too.
    var isReached = [Bool](repeating: false, count: nodeCount)
    isReached[source] = true
    for _ in 0..<nodeCount {
      for node in 0..<nodeCount where isReached[node] {
        for other in 0..<nodeCount where conductances[node][other] > 0 { isReached[other] = true }
      }
    }
    var system = (0..<nodeCount).map { row in
      (0..<nodeCount).map { column -> Double in
        row == column ? conductances[row].reduce(0, +) : -conductances[row][column]
      }
    }
    for node in 0..<nodeCount where node == sink || !isReached[node] {
      system[node] = (0..<nodeCount).map { $0 == node ? 1 : 0 }
    }
    return LinearAlgebra.solve(system, (0..<nodeCount).map { $0 == source ? 1 : 0 })
  }

  /// Current-flow closeness by the resistance of each pair; nil unless the graph is connected.
  public func currentFlowCloseness(isDirected: Bool, weighted: Bool) -> [Double?] {
    let conductances = conductances(isDirected: isDirected, weighted: weighted)
    let isConnected = Self.isConnected(conductances)
    return (0..<nodeCount).map { node in
      guard isConnected, nodeCount > 1 else { return nil }
      let sum = (0..<nodeCount).filter { $0 != node }.reduce(0.0) {
        $0 + potentials(conductances, from: node, to: $1)[node]
      }
      return 1 / sum
    }
  }

  /// Raw current-flow betweenness by the currents of each pair.
  public func currentFlowBetweenness(isDirected: Bool, weighted: Bool) -> [Double] {
    let conductances = conductances(isDirected: isDirected, weighted: weighted)
    var scores = [Double](repeating: 0, count: nodeCount)
    for source in 0..<nodeCount {
      for sink in 0..<source {
        let isJoined = Self.component(of: source, conductances).contains(sink)
        guard isJoined else { continue }
        let potentials = potentials(conductances, from: source, to: sink)
        for node in 0..<nodeCount where node != source && node != sink {
          let current = (0..<nodeCount).reduce(0.0) {
            $0 + conductances[node][$1] * abs(potentials[node] - potentials[$1])
          }
          scores[node] += current / 2
        }
      }
    }
    return scores
  }

  private static func component(of node: Int, _ conductances: [[Double]]) -> Set<Int> {
    var reached: Set = [node]
    for _ in conductances.indices {
      for other in conductances.indices
      where reached.contains(where: { conductances[$0][other] > 0 }) {
        reached.insert(other)
      }
    }
    return reached
  }

  private static func isConnected(_ conductances: [[Double]]) -> Bool {
    conductances.isEmpty || component(of: 0, conductances).count == conductances.count
  }

  /// The sum of the squares of the entries of the Laplacian of an undirected graph without some
  /// node.
  public func laplacianEnergy(without removed: Int?, weighted: Bool) -> Double {
    let matrix = conductances(isDirected: false, weighted: weighted)
    let left = (0..<nodeCount).filter { $0 != removed }
    return left.reduce(0.0) { sum, row in
      let degree = left.reduce(0.0) { $0 + matrix[row][$1] }
      return sum + degree * degree + left.reduce(0.0) { $0 + matrix[row][$1] * matrix[row][$1] }
    }
  }

  /// The diagonal of the exponential of the adjacency matrix, by its power series.
  public func exponentialDiagonal() -> [Double] {
    let matrix = matrix(weighted: false)
    var term = (0..<nodeCount).map { row in (0..<nodeCount).map { $0 == row ? 1.0 : 0 } }
    var sum = term
    for power in 1..<120 {
      term = LinearAlgebra.product(term, matrix).map { $0.map { $0 / Double(power) } }
      for row in 0..<nodeCount {
        for column in 0..<nodeCount { sum[row][column] += term[row][column] }
      }
    }
    return (0..<nodeCount).map { sum[$0][$0] }
  }

  /// Onion layers by the rounds of the definition, edges in either direction counting.
  public func onionLayers(isDirected: Bool) -> [Int] {
    let ends = conductances(isDirected: isDirected, weighted: false)
    func degree(_ node: Int, among left: Set<Int>) -> Double {
      left.reduce(0) { $0 + ends[node][$1] }
    }
    var layers = [Int](repeating: 0, count: nodeCount)
    var left = Set(0..<nodeCount)
    var layer = 1
    let isolates = left.filter { degree($0, among: left) == 0 }
    if !isolates.isEmpty {
      for node in isolates { layers[node] = layer }
      left.subtract(isolates)
      layer += 1
    }
    var core = 1.0
    while !left.isEmpty {
      core = max(core, left.map { degree($0, among: left) }.min() ?? 0)
      let peeled = left.filter { degree($0, among: left) <= core }
      for node in peeled { layers[node] = layer }
      left.subtract(peeled)
      layer += 1
    }
    return layers
  }

  /// The elected nodes by counting all votes anew in each round, abilities as whole numbers.
  public func voteRank(isDirected: Bool) -> (elected: [Int], votes: [Double]) {
    let links = (0..<nodeCount).map { row in
      (0..<nodeCount).map { row == $0 ? 0 : steps[row][$0].count }
    }
    let unit = links.reduce(0) { $0 + $1.reduce(0, +) }
    var ability = [Int](repeating: unit, count: nodeCount)
    var elected: [Int] = []
    var shares = [Double](repeating: 0, count: nodeCount)
    while true {
      let votes = (0..<nodeCount).map { node in
        elected.contains(node)
          ? 0 : (0..<nodeCount).reduce(0) { $0 + links[node][$1] * ability[$1] }
      }
      guard let most = votes.max(), most > 0, let node = votes.firstIndex(of: most) else {
        return (elected, shares)
      }
      elected.append(node)
      shares[node] = Double(most) / Double(unit)
      ability[node] = 0
      for other in 0..<nodeCount {
        for _ in 0..<links[node][other] { ability[other] = max(0, ability[other] - nodeCount) }
      }
    }
  }
}
