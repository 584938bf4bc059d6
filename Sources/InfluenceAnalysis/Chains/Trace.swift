/// What leads from one entity to another, and if nothing does, why.
public struct Trace: Sendable, Equatable {
  /// The id of the entity asked from.
  public let from: String
  /// The id of the entity asked to.
  public let to: String
  /// The chance that some chain not impossible in time connects them.
  public let connection: Connection
  /// The best chains that are not impossible in time, those through a group last.
  public let chains: [Chain]
  /// How the chains were ranked: `joint`, or `product-ranked` where there were too many.
  public let method: String
  /// The best chains that the dates rule out.
  public let impossible: [Chain]
  /// What speaks of the two and yet makes no chain.
  public let refusals: [Refusal]
}

/// An entity at the other end of a chain.
public struct Reached: Sendable, Equatable {
  /// The id of the entity.
  public let entity: String
  /// The chance that some chain connects the two.
  public let connection: Connection
  /// The best chain.
  public let best: Chain
}
