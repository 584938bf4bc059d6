/// An attack that is new, gone, or of which the sources now come to something else.
public struct VerdictChange: Sendable, Equatable {
  /// The id of the attack.
  public let attack: String
  /// What the sources came to; `nil` if the attack is new.
  public let old: Attribution?
  /// What they come to; `nil` if the attack is gone.
  public let new: Attribution?

  /// How it differs.
  public var change: Change { old == nil ? .added : new == nil ? .removed : .changed }

  /// The attacks with another verdict, by id: another rung or none, another principal, firm instead of
  /// tentative or the reverse, disputed or no longer.
  static func changes(from old: [Attribution], to new: [Attribution]) -> [VerdictChange] {
    let verdicts = [old, new].map { list in
      Dictionary(list.map { ($0.attack, $0) }, uniquingKeysWith: { first, _ in first })
    }
    return Set(verdicts[0].keys).union(verdicts[1].keys).sorted().compactMap { attack in
      let (before, after) = (verdicts[0][attack], verdicts[1][attack])
      if let before, let after, before.verdict == after.verdict,
        before.principal == after.principal, before.isTentative == after.isTentative,
        before.isDisputed == after.isDisputed
      {
        return nil
      }
      return VerdictChange(attack: attack, old: before, new: after)
    }
  }
}
