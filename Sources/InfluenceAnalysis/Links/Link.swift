public import Evidence

/// All statements on one subject, relation and object, weighed together.
///
/// A link is not an arc: a projection makes arcs of the links that are affirmed, and of none other.
public struct Link: Sendable, Equatable {
  /// What names it.
  public let key: LinkKey
  /// The ids of the statements on it, in the order of the graph; those that weigh nothing included.
  public let statements: [String]
  /// The ids of statements on other links that bear on it through implication, in the same order.
  public let implied: [String]
  /// What they come to.
  public let pooled: Pooled
  /// The voices that count, affirming ones first, each side by name.
  public let origins: [OriginVerdict]
  /// How strong an involvement the relation states between these two ends.
  public let degree: Degree
  /// The probability and its status in words.
  public let phrase: String
  /// The probability if all grades were worth less or more.
  public let sensitivity: Sensitivity

  /// Whether a statement on the link itself affirms it with weight; what only follows from other
  /// links makes no arc.
  public var isAffirmed: Bool {
    origins.contains { $0.side == .affirms && !$0.isImplied }
  }
}

/// How much of a probability hangs on the numbers of the policy.
public struct Sensitivity: Sendable, Equatable {
  /// The probability with every reliability and credibility 15 % lower.
  public let lower: Double
  /// The probability with every one 15 % higher, none above 1.
  public let higher: Double
}
