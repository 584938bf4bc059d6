internal import GraphCore

/// A community, and how far it is found again when the network is another.
public struct StableCommunity: Sendable, Equatable {
  /// The node indices of its members, ascending.
  public let members: [Int]
  /// The mean, over the other divisions, of the largest Jaccard coefficient that some community of the
  /// division has with it: 1 if it is found again whole each time.
  public let stability: Double

  /// Holds the communities of one division against those of others [Hennig2007].
  ///
  /// - Parameters:
  ///   - communities: The members of each community.
  ///   - others: Other divisions of the same nodes, each with its weight; the weights need not sum to 1.
  /// - Returns: One for each community, in the order given; stability 0 if there is no other division.
  /// - Complexity: O(d n) for d divisions of n nodes.
  public static func all(
    _ communities: [[Int]], in others: [(groups: [Int], weight: Double)]
  ) -> [StableCommunity] {
    let total = others.reduce(0) { $0 + $1.weight }
    var sums = communities.map { _ in 0.0 }
    for (groups, weight) in others {
      let sizes = groups.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
      for (number, members) in communities.enumerated() {
        let shared = members.reduce(into: [Int: Int]()) { $0[groups[$1], default: 0] += 1 }
        let best = shared.map { group, count in
          Double(count) / Double(members.count + sizes[group, default: 0] - count)
        }.max()
        sums[number] += weight * (best ?? 0)
      }
    }
    return zip(communities, sums).map {
      StableCommunity(members: $0.sorted(), stability: total > 0 ? $1 / total : 0)
    }
  }
}

extension InfluenceNetwork {
  /// The communities of the network with every arc present, and how far each is found again over the worlds
  /// of the evidence, direction ignored.
  ///
  /// - Parameters:
  ///   - samples: How many worlds are drawn, 1 or more; all are gone through if there are no more.
  ///   - seed: The seed of the draws and of the algorithm.
  /// - Returns: The communities, largest first, ties by first member; none in a network without arcs.
  /// - Throws: ``AnalysisError`` if the network cannot be divided.
  /// - Complexity: One division for each different world.
  public func communities(
    samples: Int, seed: UInt64
  ) throws(AnalysisError) -> [StableCommunity] {
    precondition(samples >= 1, "stability needs at least one world")
    guard !hops.isEmpty else { return [] }
    var options = Graph.CommunityOptions()
    options.seed = seed
    do throws(GraphError) {
      let whole = try graph.asUndirected().leiden(options)
      var others: [(groups: [Int], weight: Double)] = []
      for world in try WorldScores(self, samples: samples, seed: seed).graphs() {
        let undirected = world.graph.asUndirected()
        let groups =
          world.graph.edgeCount == 0
          ? Array(0..<nodes.count) : try undirected.leiden(options).groups
        others.append((groups, world.weight))
      }
      let ordered = whole.members.sorted { ($1.count, $0.first ?? 0) < ($0.count, $1.first ?? 0) }
      return StableCommunity.all(ordered, in: others)
    } catch {
      throw .unusableGraph(error)
    }
  }
}
