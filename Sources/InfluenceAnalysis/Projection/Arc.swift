public import Evidence

/// An influence from one entity on another, made of one link.
public struct Arc: Sendable, Equatable {
  /// The id of the entity that influences.
  public let tail: String
  /// The id of the entity that is influenced.
  public let head: String
  /// The link that makes it.
  public let link: LinkKey
  /// The name of the relation.
  public let relation: String
  /// How strong the involvement is.
  public let degree: Degree
  /// The probability of the link.
  public let probability: Double
  /// Whether the tail is the object of the link.
  public let isReversed: Bool
  /// The status of the link.
  public let status: LinkStatus
  /// Whether the projection counts the relation as a mere lead.
  public let isWeakLead: Bool
  /// The ids of the statements on the link.
  public let statements: [String]
}

/// All arcs from one entity to another; it is there if any of them is.
public struct Hop: Sendable, Equatable {
  /// The id of the entity that influences.
  public let tail: String
  /// The id of the entity that is influenced.
  public let head: String
  /// The arcs, sorted by link.
  public let arcs: [Arc]
  /// The chance that at least one of them is present.
  public let probability: Double

  /// The weakest degree among the arcs that do more than carry; `carries` if none does.
  ///
  /// The probability of a hop is that of any of its arcs, so its degree must hold for all of them:
  /// a hop that is probably inspiration and perhaps direction is inspiration.
  public var degree: Degree {
    arcs.compactMap { arc in arc.degree.rank.map { (arc.degree, $0) } }
      .max { $0.1 < $1.1 }?.0 ?? .carries
  }

  /// Whether it leads into a group through its leader or spokesman; a chain that goes on from there says what
  /// no source said.
  var entersGroup: Bool {
    arcs.allSatisfy {
      ($0.relation == "leads" || $0.relation == "spokesman-of") && !$0.isReversed
    }
  }
}
