import Evidence

extension Attributor {
  /// Whether somebody claimed it, or only interested voices say that somebody had a part in it.
  func isClaimed(_ view: AttackView, _ claims: [ClaimOfResponsibility]) -> Bool {
    claims.contains { rounded($0.probability) >= table.policy.firm }
      || links(onto: view).contains { link, rung in
        rung != nil
          && link.statements.contains { id in
            table.weight(of: id).map { $0.side == .affirms && $0.trust > 0 && $0.isInterested }
              ?? false
          }
      }
  }

  /// The links that could join somebody to the attack or its perpetrators, with their rung; `nil`
  /// for contacts and the like, which make none.
  func links(onto view: AttackView) -> [(link: Link, rung: Rung?)] {
    var result: [(link: Link, rung: Rung?)] = []
    for end in view.ends {
      for link in table.links(touching: end) {
        guard let relation = table.graph.vocabulary.relation(link.key.relation) else { continue }
        let isInto =
          switch relation.influence {
          case .forward: link.key.object == end
          case .reverse: link.key.subject == end
          case .both, .none: true
          }
        guard isInto, !result.contains(where: { $0.link.key == link.key }) else { continue }
        result.append((link, relation.influence == .none ? nil : Rung(link.degree)))
      }
    }
    return result
  }

  /// Links on a rung onto the attack or its perpetrators, and links of ways from a principal, that have
  /// weight on both sides.
  func disputedLinks(_ view: AttackView, chains: [RungChain]) -> [LinkKey] {
    let onto = view.ends.flatMap { network.stepsInto[$0, default: []] }.filter {
      $0.rung != nil && (view.perpetrators + [view.attack]).contains($0.arc.head)
        || $0.rung != nil && speaksOfAll($0.arc)
    }
    let steps = onto + chains.flatMap(\.steps)
    return Set(steps.filter { $0.arc.status == .disputed }.map(\.arc.link)).sorted()
  }

  /// Whether a statement on a collective of attacks speaks of each of them.
  func mayBeMeant(_ statement: Statement, _ view: AttackView) -> Bool {
    let own = Set(view.perpetrators + [view.attack])
    return !own.isDisjoint(with: statement.ends) || statement.share?.coversEveryMember ?? true
  }

  /// The denials with weight of anything that would join somebody to the attack.
  func denials(_ view: AttackView, _ found: [Found]) -> [String] {
    let vocabulary = table.graph.vocabulary
    let onto = links(onto: view).filter { link, rung in
      rung != nil || vocabulary.bearsOnInvolvement(link.key.relation)
        || vocabulary.relation(link.key.relation)?.influence != Relation.Influence.none
    }.map(\.link)
    let carrying = found.flatMap(\.chains).flatMap(\.steps).map { network.links[$0.link] }
    return (onto + carrying).flatMap { $0.statements + $0.implied }.filter { id in
      guard let weight = table.weight(of: id), weight.side == .denies, weight.trust > 0,
        let statement = table.graph.statement(id), mayBeMeant(statement, view)
      else { return false }
      // Foreknowledge of a service or a witness says nothing of who stood behind the attack.
      return statement.subject.ids.contains {
        isKind($0, "group") || isKind($0, "person") || isKind($0, "publication")
          || isKind($0, "attack")
      }
    }
  }
}
