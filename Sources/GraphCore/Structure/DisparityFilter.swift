/// The backbone of a weighted graph: the edges that weigh more than chance would have them.
public struct DisparityFilter: Sendable, Equatable {
  /// Below which chance an edge is kept.
  public let alpha: Double
  /// By edge, the chance of a share of weight as large as its own, at the end where it is smaller.
  public let chances: [Double]
  /// The edges that are kept, in ascending order.
  public let edges: [Int]
  /// The nodes that are an end of a kept edge, in ascending order.
  public let nodes: [Int]
  /// The share of all weight that the kept edges hold; nil if there is none to hold.
  public let keptWeight: Double?
}

extension Graph {
  /// The edges whose weight stands out at one of their ends, by the filter of Serrano, Boguna and
  /// Vespignani [Serrano2009].
  ///
  /// If a node of strength s dealt its weight out to its k ties by chance, uniformly, a tie would get
  /// at least the share w / s with the chance (1 - w / s)^(k - 1). An edge is kept if that chance is
  /// below `alpha` at one of its ends, so that strong ties of weak nodes stay, which a threshold on the
  /// weight would drop.
  ///
  /// In a directed graph the tail deals out to the edges that leave it, the head takes from those that
  /// enter it. Parallel edges are one tie of their summed weight and are kept together. Loops and ties
  /// of weight zero are left out: they count in no strength, and their chance is 1. Where a node has a
  /// single tie nothing was dealt out, and the chance there is 1: such a tie stands or falls by its
  /// other end, and one between two such nodes is dropped. Equal weights at a node never stand out: with
  /// k ties the chance is (1 - 1 / k)^(k - 1), which falls from 1 / 2 at k = 2 towards 1 / e.
  ///
  /// - Parameter alpha: Below which chance an edge is kept, from 0 to 1; the lower, the fewer.
  /// - Returns: The chances by edge, and what is kept; of an unweighted graph, where every edge weighs 1,
  ///   next to nothing.
  /// - Throws: `GraphError` if a weight is negative or `alpha` is not from 0 to 1.
  /// - Complexity: O(n + m log k) time for k ties at a node, O(n + m) space.
  public func disparityFilter(alpha: Double = 0.05) throws(GraphError) -> DisparityFilter {
    guard alpha >= 0, alpha <= 1 else {
      throw .optionOutOfRange(name: "alpha", value: alpha, range: "from 0 to 1")
    }
    let weights = try checkedWeights(.notNegative)
    let ties = SummedTies(self, weights: weights)
    // alpha_ij of the paper is `chance`, k its `degree`, s its `strength`, p_ij = w / s.
    let leaving = ties.dealt(
      by: ties.tails, nodeCount: nodeCount, counting: isDirected ? nil : ties.heads)
    let entering =
      isDirected
      ? ties.dealt(by: ties.heads, nodeCount: nodeCount, counting: nil) : leaving
    let chanceOfTie = ties.weights.indices.map { tie in
      min(
        leaving.chance(of: ties.weights[tie], at: ties.tails[tie]),
        entering.chance(of: ties.weights[tie], at: ties.heads[tie]))
    }
    let chances = ties.tieOfEdge.map { $0 < 0 ? 1 : chanceOfTie[$0] }
    let kept = chances.indices.filter { chances[$0] < alpha }
    var isEnd = [Bool](repeating: false, count: nodeCount)
    for edge in kept {
      isEnd[Int(tails[edge])] = true
      isEnd[Int(heads[edge])] = true
    }
    let all = chances.indices.reduce(0) { $0 + (weights?[$1] ?? 1) }
    let held = kept.reduce(0) { $0 + (weights?[$1] ?? 1) }
    return DisparityFilter(
      alpha: alpha, chances: chances, edges: kept, nodes: nodes.filter { isEnd[$0] },
      keptWeight: all > 0 ? held / all : nil)
  }
}

/// The ties of a graph: parallel edges summed, loops and weights of zero left out.
private struct SummedTies {
  /// By edge, its tie; below zero for an edge that is none.
  var tieOfEdge: [Int]
  var tails: [Int] = []
  var heads: [Int] = []
  var weights: [Double] = []

  init(_ graph: Graph, weights all: [Double]?) {
    tieOfEdge = [Int](repeating: -1, count: graph.edgeCount)
    for node in graph.nodes {
      // A row is sorted by neighbour, so that parallel edges lie side by side.
      var last = -1
      for entry in graph.outgoing.row(node) {
        let target = Int(graph.outgoing.targets[entry])
        let edge = Int(graph.outgoing.edges[entry])
        let weight = all?[edge] ?? 1
        if target == node || weight == 0 || (!graph.isDirected && target < node) { continue }
        if target != last {
          tails.append(node)
          heads.append(target)
          weights.append(0)
          last = target
        }
        weights[weights.count - 1] += weight
        tieOfEdge[edge] = weights.count - 1
      }
    }
  }

  /// What nodes deal out to their ties.
  struct Dealt {
    var degrees: [Int]
    var strengths: [Double]

    /// The chance that a tie of the node gets at least a weight.
    func chance(of weight: Double, at node: Int) -> Double {
      let rest = max(0, (strengths[node] - weight) / strengths[node])
      var (base, exponent, power) = (rest, degrees[node] - 1, 1.0)
      while exponent > 0 {
        if exponent & 1 == 1 { power *= base }
        base *= base
        exponent >>= 1
      }
      return power
    }
  }

  func dealt(by ends: [Int], nodeCount: Int, counting others: [Int]?) -> Dealt {
    var dealt = Dealt(
      degrees: [Int](repeating: 0, count: nodeCount),
      strengths: [Double](repeating: 0, count: nodeCount))
    for (tie, weight) in weights.enumerated() {
      for node in [ends[tie], others?[tie]].compactMap({ $0 }) {
        dealt.degrees[node] += 1
        dealt.strengths[node] += weight
      }
    }
    return dealt
  }
}
