import Evidence

/// A way by which a principal reaches an attack: links that lead from the one to the other.
public struct AttributionWay: Sendable, Equatable {
  /// The loosest part among its links: what the principal had in the attack if all of them hold.
  public let rung: Rung
  /// The links from the principal to the attack, or to a collective of attacks that it belongs to. Without
  /// interested voices, as attribution weighs them.
  public let arcs: [Arc]
  /// The chance that all of them hold, from 0 to 1.
  public let probability: Double
  /// The ids of the statements that affirm them, those of the link nearest to the attack first.
  public let statements: [String]
}

extension Attributor {
  /// At most so many ways are told for an attack.
  static let mostWays = 8

  /// The ways by which the principal of a verdict reaches the attack on the very rung of the verdict, the most
  /// probable first, then the shortest.
  ///
  /// Without a way on that rung alone (the chance of a verdict counts closer ones too) it is the closer ones.
  func ways(of found: Found, on rung: Rung) -> [RungChain] {
    let own = found.chains.filter { $0.rung == rung }
    let chains = own.isEmpty ? found.chains.filter { $0.rung < rung } : own
    func key(_ chain: RungChain) -> (Double, Int, String) {
      (
        -rounded(chain.steps.reduce(1) { $0 * $1.arc.probability }), chain.steps.count,
        chain.steps.map(\.arc.head).joined(separator: "\n")
      )
    }
    return chains.map { ($0, key($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  /// A way as it is told.
  func told(_ chain: RungChain) -> AttributionWay {
    let event = RungEvent(
      [chain], network: network, policy: table.policy, dependence: dependence)
    let (chances, _) = event.chances(samples: samples, seed: seed)
    return AttributionWay(
      rung: chain.rung, arcs: chain.steps.map(\.arc), probability: chances[chain.rung.place],
      statements: affirmations(chain))
  }

  /// What affirms a way, the link nearest to the attack first; each statement once.
  func affirmations(_ chain: RungChain) -> [String] {
    var seen: Set<String> = []
    return chain.steps.reversed().flatMap(affirmations).filter { seen.insert($0).inserted }
  }

  /// Those of the denials that speak against the part that the verdict is on: of a link of its ways, of another by
  /// which its principal would have had that part, or of any tie at all between its principal and the attack or
  /// those who carried it out.
  func denials(
    _ all: [String], against chains: [RungChain], of principal: Principal, on rung: Rung,
    _ view: AttackView
  ) -> [String] {
    let own = Set(principal.alternatives + [principal.id])
    let onto = links(onto: view).filter {
      ($0.rung == rung || $0.link.degree == .associates) && !own.isDisjoint(with: $0.link.ends)
    }
    let links = onto.map(\.link) + chains.flatMap(\.steps).map { network.links[$0.link] }
    let telling = Set(links.flatMap { $0.statements + $0.implied })
    return all.filter(telling.contains)
  }
}

extension Link {
  /// The ids of both ends.
  fileprivate var ends: [String] { [key.subject, key.object] }
}
