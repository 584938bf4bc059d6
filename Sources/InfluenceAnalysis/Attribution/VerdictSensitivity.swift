import Evidence
import GraphCore

/// How often a verdict changes when the numbers of the policy are moved.
public struct VerdictSensitivity: Sendable, Equatable {
  /// How often a verdict came out.
  public struct Count: Sendable, Equatable {
    /// The verdict.
    public let verdict: Verdict
    /// In how many draws.
    public let draws: Int
  }

  /// The id of the attack.
  public let attack: String
  /// The verdict under the policy as it stands.
  public let verdict: Verdict
  /// How many draws there were.
  public let draws: Int
  /// In how many of them the verdict was another.
  public let changed: Int
  /// In how many of them the verdict was the same, but tentative instead of firm or the reverse.
  public let firmnessChanged: Int
  /// How often each verdict came out, in the order of ``Verdict``; those that never did are left out.
  public let counts: [Count]

  /// Whether the verdict hangs on the numbers of the policy.
  public var isSensitive: Bool { changed > 0 }
}

extension Attributor {
  /// Moves every number of the grades at random, and counts in how many draws a verdict changes.
  ///
  /// In each draw every reliability and credibility is multiplied by a number of its own, drawn evenly
  /// from `1 - spread` to `1 + spread`, and cut at 1. The same draws serve all attacks.
  ///
  /// - Parameters:
  ///   - draws: How many draws.
  ///   - spread: By how much a number may move, 0 to 1.
  ///   - seed: The seed.
  ///   - attacks: The ids of the attacks; `nil` for all.
  /// - Returns: One for each attack, in the order given.
  /// - Complexity: For each draw that of ``LinkTable/init(_:policy:)`` on the
  ///   statements that bear on attribution, and of the attributions.
  public func sensitivity(
    draws: Int = 200, spread: Double = 0.15, seed: UInt64 = 0, attacks: [String]? = nil
  ) -> [VerdictSensitivity] {
    precondition(draws >= 0 && (0...1).contains(spread), "draws are counted, a spread is a share")
    let graph = evidenceOfInvolvement
    let ids = (attacks ?? self.attacks).filter { isKind($0, "attack") }
    let base = LinkTable(graph, policy: table.policy)
    func verdicts(_ table: LinkTable) -> [(verdict: Verdict, isTentative: Bool)] {
      let moved = Attributor(self, on: table)
      return ids.map { moved.verdict(on: AttackView($0, in: moved)) }
    }
    let unmoved = verdicts(base)
    var generator = SeededGenerator(seed: seed)
    var counts = ids.map { _ in [Verdict: Int]() }
    var changed = ids.map { _ in 0 }
    var firmness = ids.map { _ in 0 }
    for _ in 0..<draws {
      let policy = moved(by: spread, using: &generator)
      let drawn = verdicts(
        base.reweighed(reliability: policy.reliability, credibility: policy.credibility))
      for (number, (one, other)) in zip(unmoved, drawn).enumerated() {
        counts[number][other.verdict, default: 0] += 1
        if one.verdict != other.verdict {
          changed[number] += 1
        } else if one.isTentative != other.isTentative {
          firmness[number] += 1
        }
      }
    }
    return ids.indices.map { number in
      VerdictSensitivity(
        attack: ids[number], verdict: unmoved[number].verdict, draws: draws,
        changed: changed[number], firmnessChanged: firmness[number],
        counts: Verdict.allCases.compactMap { verdict in
          counts[number][verdict].map { VerdictSensitivity.Count(verdict: verdict, draws: $0) }
        })
    }
  }

  private func moved(by spread: Double, using generator: inout SeededGenerator) -> Policy {
    var policy = table.policy
    for letter in Reliability.allCases {
      let factor = 1 + spread * (2 * generator.nextUnit() - 1)
      policy.reliability[letter] = min(1, policy.worth(of: letter) * factor)
    }
    for digit in Credibility.allCases {
      let factor = 1 + spread * (2 * generator.nextUnit() - 1)
      policy.credibility[digit] = min(1, policy.worth(of: digit) * factor)
    }
    return policy
  }

  /// The evidence without statements that no verdict can hang on: attributes, places, posts and the
  /// like.
  var evidenceOfInvolvement: InfluenceGraph {
    let graph = table.graph
    let wanted = Set(
      graph.vocabulary.relations.filter { relation in
        relation.degree != .none || relation.influence != .none || relation.name == "claimed"
          || graph.vocabulary.bearsOnInvolvement(relation.name)
      }.map(\.name))
    return graph.replacing(
      statements: graph.statements.filter { statement in
        statement.relation.map { wanted.contains($0) } ?? false
      })
  }
}
