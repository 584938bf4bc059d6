/// The words of the vocabulary that schemata, links and properties have as evidence.
///
/// Each is the weakest word that is true of whatever the schema may mean. A director holds a post and
/// need not lead; whoever is only said to be an associate is linked, and need not have met anybody. What
/// has no word here is left out: a stronger one would be a verdict that nobody gave.
enum FollowTheMoneyWords {
  /// The kind of an entity, by the first of these schemata that it is one of.
  private static let kinds: [(schema: String, kind: String)] = [
    ("Person", "person"),
    ("PublicBody", "authority"),
    ("Company", "organisation"),
    ("Organization", "group"),
    // Its schema may mean a person as well; the note of the entity names the schema.
    ("LegalEntity", "organisation"),
    ("Event", "event"),
    ("Address", "place"),
    ("Territory", "place"),
  ]

  /// The relations of links, from the one end to the other.
  static let links: [String: String] = [
    "Associate": "linked-to",
    "Control": "linked-to",
    "Debt": "did-business-with",
    "Directorship": "works-for",
    "Employment": "works-for",
    "Family": "related-to",
    "Membership": "member-of",
    "Ownership": "did-business-with",
    "Payment": "did-business-with",
    "Representation": "linked-to",
    "Succession": "linked-to",
    "UnknownLink": "linked-to",
  ]

  /// The relations of properties that refer to an entity; some run from that entity to the one that
  /// has the property.
  static let references: [String: (relation: String, isReversed: Bool)] = [
    "addressEntity": ("located-in", false),
    "involved": ("linked-to", false),
    "organizer": ("carried-out", true),
    "parent": ("affiliated-with", false),
    "partOf": ("located-in", false),
  ]

  /// The attributes of properties with a value, in the order of their statements.
  static let attributes: [(property: String, attribute: String)] = [
    ("birthDate", "born"),
    ("deathDate", "died"),
    ("date", "date"),
    ("gender", "gender"),
    ("nationality", "nationality"),
    ("citizenship", "nationality"),
    ("position", "role"),
    ("profession", "occupation"),
    ("status", "status"),
    ("topics", "status"),
    ("description", "description"),
    ("summary", "description"),
    ("notes", "description"),
  ]

  /// The properties that are names of an entity.
  static let names = ["name", "alias", "weakAlias", "previousName", "abbreviation"]

  /// What an entity holds beside its names, attributes and references that has a place in evidence.
  static let others: Set<String> = [
    "kind", "sourceUrl", "publisher", "publisherUrl", "retrievedAt", "datasets", "dataset",
    "incorporationDate", "dissolutionDate",
  ]

  /// The kind of an entity.
  static func kind(of schema: FollowTheMoneyModel.Schema) -> String? {
    kinds.first { schema.isA($0.schema) }?.kind
  }
}
