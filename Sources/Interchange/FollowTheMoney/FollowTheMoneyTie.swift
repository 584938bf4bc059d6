/// The schema by which a relation of the vocabulary is written, and how a link of a plain network is.
struct FollowTheMoneyTie: Sendable {
  /// The name of the schema.
  let schema: String
  /// The property of the subject.
  let source: String
  /// The property of the object.
  let target: String
  /// The property that says what the link is.
  let label: String

  /// The link of which nothing is known but that it is one. It has no direction: the summary tells it.
  static let unknown = FollowTheMoneyTie(
    schema: "UnknownLink", source: "subject", target: "object", label: "role")

  private static let membership = FollowTheMoneyTie(
    schema: "Membership", source: "member", target: "organization", label: "role")
  private static let family = FollowTheMoneyTie(
    schema: "Family", source: "person", target: "relative", label: "relationship")
  private static let employment = FollowTheMoneyTie(
    schema: "Employment", source: "employee", target: "employer", label: "role")

  /// The relations that FollowTheMoney has a schema for; every other one is an unknown link.
  private static let relations: [String: (tie: FollowTheMoneyTie, from: String, to: String)] = [
    "member-of": (membership, "LegalEntity", "Organization"),
    "pledged-allegiance": (membership, "LegalEntity", "Organization"),
    "leads": (membership, "LegalEntity", "Organization"),
    "spokesman-of": (membership, "LegalEntity", "Organization"),
    "works-for": (employment, "Person", "Organization"),
    "related-to": (family, "Person", "Person"),
    "intermarried-with": (family, "Person", "Person"),
  ]

  /// The tie of a relation between two entities: an unknown link if a schema does not take them.
  static func tie(
    _ relation: String, from tail: FollowTheMoneyModel.Schema?,
    to head: FollowTheMoneyModel.Schema?
  ) -> FollowTheMoneyTie {
    guard let rule = relations[relation], tail?.isA(rule.from) == true, head?.isA(rule.to) == true
    else { return unknown }
    return rule.tie
  }

  /// The tie of a link schema, such as `Ownership`.
  static func tie(schema: FollowTheMoneyModel.Schema) -> FollowTheMoneyTie? {
    guard let link = schema.link, !schema.isAbstract else { return nil }
    let label = schema.types["relationship"] != nil ? "relationship" : "role"
    return FollowTheMoneyTie(
      schema: schema.name, source: link.source, target: link.target, label: label)
  }
}
