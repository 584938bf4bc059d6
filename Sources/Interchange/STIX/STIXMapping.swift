import Evidence

/// What our words are in STIX.
enum STIXMapping {
  /// What an entity becomes.
  enum Shape: Equatable {
    /// An identity of a class.
    case identity(String)
    /// An incident.
    case incident
    /// A location.
    case location
    /// A report if its day is known, which reports must tell; else a grouping.
    case document
  }

  /// What an entity becomes. A person is an identity: to call one a threat actor would be an
  /// accusation that no source made.
  static func shape(_ entity: Entity, _ vocabulary: Vocabulary) -> Shape {
    func isA(_ kind: String) -> Bool { vocabulary.isKind(entity.kind, a: kind) }
    if isA("person") { return .identity(entity.collective == nil ? "individual" : "group") }
    if isA("group") { return .identity("group") }
    if isA("authority") || isA("outlet") { return .identity("organization") }
    if isA("attack") || isA("event") { return .incident }
    if isA("publication") { return .document }
    if isA("place") { return .location }
    return .identity("unspecified")
  }

  /// The type of a relationship for a relation, where they differ. A claim is what a party says of
  /// itself and must never look like an attribution; `related-to` means anything at all in STIX.
  private static let relationTypes = [
    "claimed": "claimed-responsibility-for", "related-to": "family-of", "located-in": "located-at",
    "targeted": "targets",
  ]

  /// The type of a relationship: `a` to `z`, digits and hyphens.
  static func relationshipType(_ relation: String) -> String {
    if let type = relationTypes[relation] { return type }
    let letters = relation.lowercased().unicodeScalars.map { scalar in
      switch scalar {
      case "a"..."z", "0"..."9", "-": Character(scalar)
      default: "-" as Character
      }
    }
    return String(letters)
  }

  /// The confidence for a credibility; none for 6, which says that nobody can tell.
  static func confidence(_ credibility: Credibility) -> Int? {
    switch credibility {
    case .confirmed: 90
    case .probable: 70
    case .possible: 50
    case .doubtful: 30
    case .improbable: 10
    case .unknown: nil
    }
  }

  /// The confidence of a statement. Without a grade of the coder, a suspicion or opinion is
  /// possible at best, and a plain statement has none.
  static func confidence(_ statement: Statement) -> Int? {
    if let credibility = statement.credibility { return confidence(credibility) }
    let isGuess = statement.modality == .suspected || statement.modality == .opinion
    return isGuess ? confidence(.possible) : nil
  }

  /// How an opinion weighs a relationship.
  static func opinion(_ stance: Stance) -> String {
    switch stance {
    case .affirms: "agree"
    case .denies: "strongly-disagree"
    case .findsNoEvidence: "disagree"
    case .leavesOpen: "neutral"
    }
  }

  /// The labels of a grade, as MISP's taxonomy of the Admiralty code writes them.
  static func labels(_ reliability: Reliability?, _ credibility: Credibility?) -> [String] {
    (reliability.map {
      ["admiralty-scale:source-reliability=\"\($0.rawValue.lowercased())\""]
    } ?? [])
      + (credibility.map {
        ["admiralty-scale:information-credibility=\"\($0.rawValue)\""]
      } ?? [])
  }
}
