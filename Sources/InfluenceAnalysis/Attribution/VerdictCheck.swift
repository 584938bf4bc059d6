import Evidence

/// What the verdict on an attack hangs on, statement by statement.
///
/// Unlike ``WhatToCheck``, which asks whether any chain leads from the one to the other, it asks for the very part that the
/// verdict gives its principal, by every way that counts for it.
public struct VerdictCheck: Sendable, Equatable {
  /// A verdict as it would be.
  public struct Outcome: Sendable, Equatable {
    /// The verdict.
    public let verdict: Verdict
    /// The id of its principal; `nil` if it names nobody.
    public let principal: String?
    /// Whether it is only the most probable part, none having a chance of ``Policy/firm``.
    public let isTentative: Bool
    /// The chance, from 0 to 1, that the principal of the present verdict had the part that it gives.
    public let chance: Double
  }

  /// A statement, and the verdict as it would be after a check of it.
  public struct Statement: Sendable, Equatable {
    /// The id of the statement.
    public let id: String
    /// Whether it speaks for the verdict.
    public let isFor: Bool
    /// The outcome if one more independent voice, graded A1, said the same.
    public let confirmed: Outcome
    /// The outcome if the statement were struck out.
    public let struck: Outcome

    /// How far apart the two chances are.
    public var swing: Double { abs(confirmed.chance - struck.chance) }
  }

  /// The verdict as it is.
  public let outcome: Outcome
  /// The statements for the verdict and against it, of each at most ``mostStatements``, the largest swing first, ties by id.
  public let statements: [Statement]
  /// The smallest sets of those for it without which the verdict is another, names another, or is tentative where it was firm, in the order
  /// of ids; of one or two statements, empty if no such set is enough.
  public let breaking: [[String]]

  /// So many statements for the verdict are tried, and so many against it.
  public static let mostStatements = 8
}

extension Attributor {
  /// What the verdict on an attack hangs on.
  ///
  /// - Parameter attack: The id of the attack.
  /// - Returns: The statements to check, or `nil` if there is no such attack or its verdict names nobody.
  /// - Complexity: The weighing of the statements that bear on attribution and the attribution of the attack, twice for each
  ///   statement, and once for each pair if none alone breaks the verdict.
  public func check(_ attack: String) -> VerdictCheck? {
    guard let now = attribution(of: attack), let rung = now.verdict.rung,
      let principal = now.principal
    else { return nil }
    let graph = evidenceOfInvolvement
    let base = LinkTable(graph, policy: table.policy)
    func outcome(_ graph: InfluenceGraph) -> VerdictCheck.Outcome {
      let other = Attributor(self, on: base.replacing(graph))
      let view = AttackView(attack, in: other)
      let (verdict, isTentative) = other.verdict(on: view)
      let best = other.candidates(for: view).first?.candidate
      let chances = other.chances(of: principal.id, for: view)
      return VerdictCheck.Outcome(
        verdict: verdict, principal: best?.rung == nil ? nil : best?.principal.id,
        isTentative: isTentative, chance: now.isTentative ? chances[rung] : chances.atLeast(rung))
    }
    let own = now.statementsForVerdict.prefix(VerdictCheck.mostStatements)
    let tried =
      own
      + now.statementsAgainstVerdict.filter { !own.contains($0) }
      .prefix(VerdictCheck.mostStatements)
    let statements = tried.compactMap { id -> VerdictCheck.Statement? in
      guard let statement = graph.statement(id) else { return nil }
      return VerdictCheck.Statement(
        id: id, isFor: own.contains(id), confirmed: outcome(graph.confirming(statement)),
        struck: outcome(graph.striking([id])))
    }
    func breaks(_ outcome: VerdictCheck.Outcome) -> Bool {
      outcome.verdict != now.verdict || outcome.isTentative != now.isTentative
        || outcome.principal != principal.id
    }
    var breaking = statements.filter { $0.isFor && breaks($0.struck) }.map { [$0.id] }
    if breaking.isEmpty {
      let ids = own.sorted()
      for (place, first) in ids.enumerated() {
        for second in ids.dropFirst(place + 1)
        where breaks(outcome(graph.striking([first, second]))) {
          breaking.append([first, second])
        }
      }
    }
    return VerdictCheck(
      outcome: VerdictCheck.Outcome(
        verdict: now.verdict, principal: principal.id, isTentative: now.isTentative,
        chance: now.isTentative ? now.degrees[rung] : now.degrees.atLeast(rung)),
      statements: statements.sorted {
        (-rounded($0.swing), $0.id) < (-rounded($1.swing), $1.id)
      },
      breaking: breaking.sorted { $0.lexicographicallyPrecedes($1) })
  }

  /// The chances of one principal; none if no way leads from it to the attack.
  private func chances(of principal: String, for view: AttackView) -> RungChances {
    let search = RungSearch(network, targets: Set(view.targets))
    return candidate(principal, for: view, search: search)?.candidate.degrees ?? .none
  }
}

extension InfluenceGraph {
  /// The graph without some statements.
  fileprivate func striking(_ ids: Set<String>) -> InfluenceGraph {
    replacing(statements: statements.filter { !ids.contains($0.id) })
  }
}
