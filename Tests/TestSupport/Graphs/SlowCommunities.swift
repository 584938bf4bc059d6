import Foundation
import GraphCore

/// Slow twins of what is asked of communities, each from its definition.
extension GraphTable {
  /// What is tied between each two nodes without direction; a loop counts twice.
  public func ties(weighted: Bool, isDirected: Bool) -> [[Double]] {
    var ties = matrix(weighted: weighted)
    let back = LinearAlgebra.transposed(ties)
    for first in 0..<nodeCount {
      for second in 0..<nodeCount where isDirected || first == second {
        ties[first][second] += back[first][second]
      }
    }
    return ties
  }

  /// Whether each pair of different nodes is joined in some direction.
  public var isJoined: [[Bool]] {
    (0..<nodeCount).map { first in
      (0..<nodeCount).map { second in
        first != second && !(steps[first][second].isEmpty && steps[second][first].isEmpty)
      }
    }
  }

  /// The communities of k-cliques, from all sets of k nodes.
  public func cliqueCommunities(size: Int) -> [[Int]] {
    let joined = isJoined
    var sets: [[Int]] = [[]]
    for _ in 0..<size {
      var larger: [[Int]] = []
      for set in sets {
        for node in 0..<nodeCount where node > (set.last ?? -1) {
          if set.allSatisfy({ joined[$0][node] }) { larger.append(set + [node]) }
        }
      }
      sets = larger
    }
    var communities = sets.map { (cliques: [$0], nodes: Set($0)) }
    var isMerging = true
    while isMerging {
      isMerging = false
      search: for first in communities.indices {
        for second in 0..<first {
          let areAdjacent = communities[first].cliques.contains { one in
            communities[second].cliques.contains { Set($0).intersection(one).count == size - 1 }
          }
          guard areAdjacent else { continue }
          let merged = communities.remove(at: first)
          communities[second].cliques += merged.cliques
          communities[second].nodes.formUnion(merged.nodes)
          isMerging = true
          break search
        }
      }
    }
    return communities.map { $0.nodes.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

extension GraphTable {
  /// The map equation as the weighted mean of the entropies of its books, from the matrix of a walk
  /// whose visits solve a system of equations; nil without edges.
  public func codelength(
    of groups: [Int], weighted: Bool, isDirected: Bool, isRecorded: Bool, damping: Double
  ) -> Double? {
    let matrix = matrix(weighted: weighted)
    let strength = matrix.map { $0.reduce(0, +) }
    let total = strength.reduce(0, +)
    if total == 0 { return nil }
    let n = nodeCount
    let even = [Double](repeating: 1 / Double(n), count: n)
    let start = isRecorded ? even : strength.map { $0 / total }
    // By tail and head, the flow along edges and by leaps that are told.
    var flow = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
    var visits = strength.map { $0 / total }
    if isDirected {
      // visits = M visits, with the last equation replaced by the sum.
      let steps = (0..<n).map { tail in
        (0..<n).map { head in
          strength[tail] > 0
            ? damping * matrix[tail][head] / strength[tail] + (1 - damping) * start[head]
            : start[head]
        }
      }
      var system = LinearAlgebra.transposed(steps)
      for node in 0..<n { system[node][node] -= 1 }
      system[n - 1] = [Double](repeating: 1, count: n)
      let right = (0..<n).map { $0 == n - 1 ? 1.0 : 0 }
      let ranks = LinearAlgebra.solve(system, right)
      if isRecorded {
        visits = ranks
        for tail in 0..<n {
          for head in 0..<n { flow[tail][head] = ranks[tail] * steps[tail][head] }
        }
      } else {
        let moving = (0..<n).reduce(0.0) { $0 + (strength[$1] > 0 ? ranks[$1] : 0) }
        for tail in 0..<n where strength[tail] > 0 {
          for head in 0..<n {
            flow[tail][head] = ranks[tail] / moving * matrix[tail][head] / strength[tail]
          }
        }
        visits = (0..<n).map { head in (0..<n).reduce(0.0) { $0 + flow[$1][head] } }
      }
    } else {
      flow = matrix.map { $0.map { $0 / total } }
    }
    let names = Set(groups).sorted()
    func between(_ isTail: (Int) -> Bool, _ isHead: (Int) -> Bool) -> Double {
      var sum = 0.0
      for tail in 0..<n where isTail(tail) {
        for head in 0..<n where isHead(head) { sum += flow[tail][head] }
      }
      return sum
    }
    func cost(_ uses: [Double]) -> Double {
      let all = uses.reduce(0, +)
      return uses.reduce(0) { $0 - ($1 > 0 ? $1 * log2($1 / all) : 0) }
    }
    var length = cost(names.map { name in between({ groups[$0] != name }, { groups[$0] == name }) })
    for name in names {
      let left = between({ groups[$0] == name }, { groups[$0] != name })
      length += cost([left] + (0..<n).filter { groups[$0] == name }.map { visits[$0] })
    }
    return length
  }
}
