public import Evidence

/// Who may stand behind an attack: a group, an ideologue, or one of several that a source leaves open.
public struct Principal: Sendable, Hashable {
  /// The id of the entity; of alternatives the ids with ` | ` between them.
  public let id: String
  /// The ids of the alternatives, or the one id.
  public let alternatives: [String]
  /// The name to print.
  public let name: String
}

/// What the statements on an attack come to for one principal.
public struct Candidate: Sendable, Equatable {
  /// The group or ideologue.
  public let principal: Principal
  /// The chances of the rungs.
  public let degrees: RungChances
  /// The rung of the verdict for this principal; `nil` if the chances are too small for one.
  public let rung: Rung?
  /// Whether no rung has a chance of `firm` or more: the most probable one was taken.
  public let isTentative: Bool
  /// The statements that affirm the links by which it reaches the attack, in the order of the graph.
  public let statements: [String]
  /// How the chances were found.
  public let method: Connection.Method
  /// Whether all ways were looked at; else the chances are lower bounds.
  public let isComplete: Bool
}

/// What is said of an attack: who claimed it, what the evidence comes to, and what that rests on.
///
/// The three are kept apart. A claim never adds to a verdict; it only tells `claimed only` from `no known
/// link`.
public struct Attribution: Sendable, Equatable {
  /// The id of the attack.
  public let attack: String
  /// When it happened; `nil` if nothing says so.
  public let date: DayBounds?
  /// Whether it stands for several attacks.
  public let isCollective: Bool
  /// The ids of the people who carried it out, sorted.
  public let perpetrators: [String]

  /// Who claimed it, or its perpetrators: by date, then by id.
  public let claims: [ClaimOfResponsibility]

  /// What the evidence comes to.
  public let verdict: Verdict
  /// Whether the verdict is only the most probable rung, none having a chance of `firm` or more.
  public let isTentative: Bool
  /// Who had that part in it; `nil` if nobody is known to.
  public let principal: Principal?
  /// The chances for the principal; without one those of the likeliest candidate.
  public let degrees: RungChances
  /// Every group and ideologue with a chance of some rung, the best first.
  public let candidates: [Candidate]
  /// Whether a link that the verdict rests on, or that joins somebody to the attack or its
  /// perpetrators on a rung, has weight on both sides.
  public let isDisputed: Bool
  /// Those links, sorted.
  public let disputedLinks: [LinkKey]
  /// The verdict in words.
  public let phrase: String

  /// The ways by which the principal reaches the attack on the rung of the verdict, the most probable first,
  /// at most eight; none without a principal.
  public let ways: [AttributionWay]

  /// The ids of statements on the attack, in the order of the graph: what affirms the links by which the
  /// principal (without one: any candidate) reaches the attack on any rung.
  public let statementsFor: [String]
  /// The ids of statements for the very verdict: what affirms its ways, the most probable way first, and of a way
  /// the link nearest to the attack first.
  public let statementsForVerdict: [String]
  /// The ids of statements against it, in the order of the graph: what denies with weight that
  /// somebody directed, enabled, inspired or met, whoever that is.
  public let statementsAgainst: [String]
  /// Those of them that speak against the very verdict: that its principal had that part in it or any tie to it, or
  /// that a link of its ways holds. The others deny other parts, or the part of others.
  public let statementsAgainstVerdict: [String]
}
