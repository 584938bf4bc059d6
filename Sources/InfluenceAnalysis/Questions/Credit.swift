import Evidence

/// How the influence on one act is shared among players of one kind.
///
/// The worth of a set of players is the chance that some of them reaches the act. In one world the
/// Shapley value [Shapley1953] of that game is 1 / r for each of the r players who reach it, so the
/// credit of a player is the mean of that over the worlds, and all credits sum to the chance that
/// any player reaches it.
public struct Credit: Sendable, Equatable {
  /// What one player has.
  public struct Share: Sendable, Equatable {
    /// The id of the player.
    public let player: String
    /// Its part of the total.
    public let credit: Double
    /// The chance that it reaches the act, whoever else does.
    public let reach: Double
  }

  /// The id of what was influenced.
  public let act: String
  /// The players, the largest credit first, ties by id.
  public let shares: [Share]
  /// The chance that any player reaches the act; the sum of the credits.
  public let total: Double
  /// The 95 % interval of the total; the total itself twice if it is exact.
  public let low: Double
  /// The upper end of that interval.
  public let high: Double
  /// How it was found.
  public let method: Connection.Method
}

extension Tracer {
  /// The credit of players for an act.
  ///
  /// Chains that cross a group by its leader or spokesman are left out unless asked for, since no
  /// source said what they say; so are chains that the dates rule out. Players of several kinds would dilute each
  /// other: a preacher's sermons would take half of what is his.
  ///
  /// - Parameters:
  ///   - players: The ids of the players, each once.
  ///   - act: The id of what was influenced.
  ///   - throughGroups: Whether chains that cross a group by its leader or spokesman count too.
  /// - Returns: A share for each player.
  /// - Throws: ``AnalysisError`` if the players are not of one kind, as the vocabulary has it.
  /// - Complexity: Exact up to 2^20 cases of the voices on all chains, else drawn.
  public func credit(
    of players: [String], for act: String, throughGroups: Bool = false
  ) throws(AnalysisError) -> Credit {
    try checkKinds(players)
    let players = Set(players).sorted()
    var presences: [Presence] = []
    var numbers: [LinkKey: Int] = [:]
    func number(_ key: LinkKey) -> Int? {
      if let known = numbers[key] { return known }
      guard let link = network.table[key] else { return nil }
      numbers[key] = presences.count
      presences.append(
        Presence(link, policy: network.policy, dependence: network.dependence))
      return presences.count - 1
    }
    // By player, by chain, by hop, the numbers of the links.
    let ways = players.map { player in
      solver.fitting(map(from: player, to: act)).drafts.filter { throughGroups || !$0.crossesGroup }
        .map { draft in
          draft.hops.map { hop in hop.arcs.compactMap { number($0.link) } }
        }
    }
    let space = WorldSpace(presences)
    let mode = space.mode(samples: options.samples, seed: options.seed)
    var sums = players.map { _ in (credit: 0.0, reach: 0.0) }
    var total = 0.0
    space.forEachBlock(mode) { block in
      let reached = ways.map { Self.happens($0, block.links) }
      total += block.weight(of: reached.reduce(0, |))
      for bit in 0..<64 {
        let weight = block.weight(ofWorld: bit)
        let count = reached.reduce(0) { $0 + Int($1 >> UInt64(bit) & 1) }
        guard weight > 0, count > 0 else { continue }
        for player in players.indices where reached[player] >> UInt64(bit) & 1 == 1 {
          sums[player].credit += weight / Double(count)
          sums[player].reach += weight
        }
      }
    }
    let shares = players.indices.map {
      Credit.Share(player: players[$0], credit: sums[$0].credit, reach: sums[$0].reach)
    }
    let range = Connection(total, mode: mode, best: [])
    return Credit(
      act: act,
      shares: shares.sorted {
        (-($0.credit * 1e9).rounded(), $0.player) < (-($1.credit * 1e9).rounded(), $1.player)
      },
      total: total, low: range.low, high: range.high, method: range.method)
  }

  private static func happens(_ chains: [[[Int]]], _ present: [UInt64]) -> UInt64 {
    chains.reduce(0) { some, chain in
      some | chain.reduce(.max) { whole, hop in whole & hop.reduce(0) { $0 | present[$1] } }
    }
  }

  /// Players are of one kind if all are of the kind of one of them.
  private func checkKinds(_ players: [String]) throws(AnalysisError) {
    let vocabulary = network.evidence.vocabulary
    let kinds = Set(players.compactMap { network.evidence.entity($0)?.kind }).sorted()
    let isOne = kinds.contains { kind in kinds.allSatisfy { vocabulary.isKind($0, a: kind) } }
    if !kinds.isEmpty, !isOne { throw .mixedKinds(kinds) }
  }
}
