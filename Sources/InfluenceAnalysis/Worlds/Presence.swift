import Evidence

/// Which links hold or fail together.
public enum Dependence: String, Sendable, Codable, CaseIterable {
  /// Links that rest on one voice stand and fall with it.
  case origins
  /// Every link is drawn for itself.
  case independent
}

/// A number drawn evenly from 0 to 1 for each world; every link follows from some of them.
enum Uniform: Hashable, Sendable {
  /// Whether a voice is right.
  case origin(String)
  /// The common doubt of the weak voices.
  case doubt
  /// How disputes fall.
  case dispute
  /// Whether an unknown link is there all the same, where the policy has a prior.
  case prior(LinkKey)
  /// Whether a link is there, where links are drawn each for itself.
  case link(LinkKey)

  /// A name that no other uniform has: for order, and for drawing the same numbers each time.
  var name: String {
    switch self {
    case .origin(let id): "origin \(id)"
    case .doubt: "doubt"
    case .dispute: "dispute"
    case .prior(let key): "prior \(key)"
    case .link(let key): "link \(key)"
    }
  }
}

/// How the presence of one link follows from the uniforms.
///
/// A voice holds if its own uniform is below `rho * kappa`; a weak one if its own is below `kappa`
/// and the common doubt below `rho`. The link is present if some affirming voice holds, and no
/// denying one does or the dispute falls below the probability of the link. So the chance that it
/// is present is exactly its probability, and an affirmation never takes a world away from it.
struct Presence: Sendable {
  /// What one voice needs in order to hold: every uniform below its bound.
  typealias Voice = [(uniform: Uniform, bound: Double)]

  /// The voices for it.
  var affirming: [Voice]
  /// The voices against it.
  var denying: [Voice]
  /// The bound for the dispute.
  var dispute: Double
  /// The uniform and bound for a link that nobody settles.
  var prior: (uniform: Uniform, bound: Double)?

  /// The presence of a link.
  ///
  /// - Parameters:
  ///   - link: The link.
  ///   - policy: The conventions.
  ///   - dependence: Whether links of one voice move together.
  init(_ link: Link, policy: Policy, dependence: Dependence) {
    let probability = link.pooled.probability
    dispute = probability
    prior = nil
    guard dependence == .origins else {
      affirming = [[(.link(link.key), probability)]]
      denying = []
      return
    }
    func voices(_ side: Side) -> [Voice] {
      link.origins.filter { $0.side == side }.map { origin in
        origin.isWeak
          ? [(.origin(origin.id), origin.kappa), (.doubt, origin.rho)]
          : [(.origin(origin.id), origin.trust)]
      }
    }
    affirming = voices(.affirms)
    denying = voices(.denies)
    if policy.prior > 0, !affirming.isEmpty { prior = (.prior(link.key), policy.prior) }
  }

  /// The uniforms from which it follows.
  var uniforms: Set<Uniform> {
    var all = Set((affirming + denying).flatMap { $0.map(\.uniform) })
    if !affirming.isEmpty, !denying.isEmpty { all.insert(.dispute) }
    if let prior { all.insert(prior.uniform) }
    return all
  }
}
