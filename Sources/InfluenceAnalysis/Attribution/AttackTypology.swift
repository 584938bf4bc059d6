/// The six ways in which an attacker can have been tied to an organisation [Hegghammer2015].
public enum OrganisationalTie: Int, Sendable, Codable, CaseIterable {
  /// Trained by the organisation, sent and supported by its top.
  case trainingAndTopLevelDirectives = 1
  /// Trained by it, encouraged to a more or less specified attack by its middle.
  case trainingAndMidLevelDirectives
  /// Trained by it, but told by nobody to attack.
  case training
  /// In touch from afar, and told to attack.
  case remoteContactWithDirectives
  /// In touch from afar, but not told to attack.
  case remoteContactWithoutDirectives
  /// Not in touch, acting out of sympathy.
  case sympathyWithoutContact

  /// The rung on which the tie falls: whoever was told to attack was directed, whoever was trained
  /// or merely in touch was enabled, sympathy alone is inspiration.
  ///
  /// The fold goes one way only. Evidence that puts an attack on a rung leaves open which of its ties
  /// it was; and contact alone, without a statement that it helped, makes no rung in this library.
  public var rung: Rung {
    switch self {
    case .trainingAndTopLevelDirectives, .trainingAndMidLevelDirectives,
      .remoteContactWithDirectives:
      .directed
    case .training, .remoteContactWithoutDirectives: .enabled
    case .sympathyWithoutContact: .inspired
    }
  }
}

/// Three classes of attacks as intelligence services publish them, after those of the Dutch AIVD.
///
/// The wording is ours: the service's own terms were not at hand when this was written. What matters
/// here is the order (an organisation steers, helps, or is only followed) and that it is coarser than
/// ``OrganisationalTie``.
public enum ServiceClass: String, Sendable, Codable, CaseIterable {
  /// Planned or ordered by an organisation.
  case directed
  /// Helped or stimulated by an organisation, but not ordered.
  case supported
  /// Moved by an organisation's message only.
  case inspired

  /// The class of a rung.
  ///
  /// - Parameter rung: The rung.
  public init(_ rung: Rung) {
    switch rung {
    case .directed: self = .directed
    case .enabled: self = .supported
    case .inspired: self = .inspired
    }
  }

  /// The rung of the class.
  public var rung: Rung {
    switch self {
    case .directed: .directed
    case .supported: .enabled
    case .inspired: .inspired
    }
  }
}

extension Rung {
  /// The ties that fall on this rung.
  public var ties: [OrganisationalTie] { OrganisationalTie.allCases.filter { $0.rung == self } }
}
