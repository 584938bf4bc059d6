public import Evidence

/// An influence path: hops in sequence from one entity to another, no entity twice.
public struct Chain: Sendable, Equatable {
  /// The ids of the entities along it.
  public let nodes: [String]
  /// The hops between them.
  public let hops: [Hop]
  /// The chance that all hops are present at once.
  public let probability: Double
  /// The product of the probabilities of the hops, as if their evidence had nothing in common.
  public let product: Double
  /// The probability in words.
  public let phrase: String
  /// The weakest degree among the hops that do more than carry; `carries` if none does.
  public let degree: Degree
  /// Whether the hops can have followed each other in time.
  public let order: TimeOrder
  /// Whether it enters a group through its leader or spokesman and leaves by the group's own arcs,
  /// which asserts something that no source said.
  public let crossesGroup: Bool
  /// The index of the least probable hop; the first of several.
  public let weakest: Int
}
