internal import GraphCore
public import InfluenceAnalysis

/// What hangs together in a network of influence, and which entities hold it together; direction ignored.
public struct NetworkStructure: Sendable, Equatable {
  /// An entity without which its part of the network falls into pieces.
  public struct CutPoint: Sendable, Equatable {
    /// The id of the entity.
    public let id: String
    /// How many entities lose touch with the largest piece that is left.
    public let cutOff: Int
  }

  /// Entities that are tied more to each other than chance would have it.
  public struct Community: Sendable, Equatable {
    /// The ids of the members, the one with most ties within first, ties by id.
    public let members: [String]
    /// How far it is found again over the worlds of the evidence, 0 to 1.
    public let stability: Double
  }

  /// The cut points, the one that cuts off most first, ties by id.
  public let cutPoints: [CutPoint]
  /// The communities by ids, largest first.
  public let communities: [Community]
  /// In how many parts without a tie between them the network lies.
  public let parts: Int

  /// Looks at a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - samples: How many worlds of the evidence say how stable communities are.
  ///   - seed: The seed of the draws.
  /// - Throws: `AnalysisError` if the network cannot be divided.
  public init(
    _ network: InfluenceNetwork, samples: Int, seed: UInt64
  ) throws(AnalysisError) {
    let ids = network.nodes
    cutPoints = Self.cutPoints(of: network.graph).map {
      CutPoint(id: ids[$0.node], cutOff: $0.cutOff)
    }
    communities = try network.communities(samples: samples, seed: seed).map { found in
      Community(
        members: Self.byTies(found.members, in: network.graph).map { ids[$0] },
        stability: found.stability)
    }
    parts = network.graph.nodeCount == 0 ? 0 : network.graph.weakComponents().count
  }

  /// The members of a community, the one with most ties within first, ties by index.
  static func byTies(_ members: [Int], in graph: Graph) -> [Int] {
    let own = Set(members)
    var ties: [Int: Int] = [:]
    for edge in graph.edges where own.contains(edge.tail) && own.contains(edge.head) {
      ties[edge.tail, default: 0] += 1
      ties[edge.head, default: 0] += 1
    }
    return members.sorted { (-ties[$0, default: 0], $0) < (-ties[$1, default: 0], $1) }
  }

  /// The cut points of a graph with what each cuts off, the one that cuts off most first, ties by index.
  static func cutPoints(of graph: Graph) -> [(node: Int, cutOff: Int)] {
    var neighbours = [[Int]](repeating: [], count: graph.nodeCount)
    for edge in graph.edges where edge.tail != edge.head {
      neighbours[edge.tail].append(edge.head)
      neighbours[edge.head].append(edge.tail)
    }
    let found = graph.asUndirected().articulationPoints().map { point -> (node: Int, cutOff: Int) in
      var seen = [Bool](repeating: false, count: graph.nodeCount)
      seen[point] = true
      let pieces = neighbours[point].map { start -> Int in
        guard !seen[start] else { return 0 }
        var stack = [start]
        var size = 0
        seen[start] = true
        while let node = stack.popLast() {
          size += 1
          for next in neighbours[node] where !seen[next] {
            seen[next] = true
            stack.append(next)
          }
        }
        return size
      }
      return (point, pieces.reduce(0, +) - (pieces.max() ?? 0))
    }
    return found.sorted { ($1.cutOff, $0.node) < ($0.cutOff, $1.node) }
  }
}
