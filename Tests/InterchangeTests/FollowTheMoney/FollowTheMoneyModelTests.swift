import Testing

@testable import Interchange

@Suite struct FollowTheMoneyModelTests {
  private let model = FollowTheMoneyModel.standard

  /// followthemoney 4.11.2: `len(model.schemata)`, and those of them with `edge` set.
  @Test func thereAreAsManySchemataAsTheModelHas() {
    #expect(model.schemata.count == 71)
    #expect(model.schemata.values.count { $0.link != nil } == 17)
  }

  /// followthemoney 4.11.2: `edge_source`, `edge_target`, `edge_directed`.
  @Test(arguments: [
    ("Ownership", "owner", "asset", true), ("Directorship", "director", "organization", true),
    ("Membership", "member", "organization", true), ("Employment", "employee", "employer", true),
    ("Family", "person", "relative", false), ("UnknownLink", "subject", "object", false),
    ("Payment", "payer", "beneficiary", true), ("Succession", "predecessor", "successor", true),
    ("Documentation", "document", "entity", false), ("CourtCaseParty", "party", "case", true),
  ])
  func linksHaveTheirEnds(name: String, source: String, target: String, isDirected: Bool) throws {
    let link = try #require(model[name]?.link)
    #expect(link.source == source)
    #expect(link.target == target)
    #expect(link.isDirected == isDirected)
  }

  /// followthemoney 4.11.2: `schema.properties[name].type.name` and `schema.is_a`.
  @Test func propertiesAreInherited() throws {
    let company = try #require(model["Company"])
    #expect(company.types["name"] == "name")
    #expect(company.types["parent"] == "entity")
    #expect(company.types["incorporationDate"] == "date")
    #expect(company.types["registrationNumber"] == "identifier")
    #expect(company.isA("LegalEntity"))
    #expect(company.isA("Asset"))
    #expect(!company.isA("Person"))
    #expect(model["Sanction"]?.types["authority"] == "string")
    #expect(model["License"]?.types["authority"] == "entity")
    #expect(model["Thing"]?.isAbstract == true)
    #expect(model["Address"]?.caption == ["full", "summary", "city", "remarks"])
    #expect(model["Company"]?.caption.first == "name")
  }

  @Test func everyLinkNamesPropertiesThatReferToEntities() {
    for schema in model.schemata.values {
      guard let link = schema.link else { continue }
      #expect(schema.types[link.source] == "entity", "\(schema.name)")
      #expect(schema.types[link.target] == "entity", "\(schema.name)")
    }
  }
}
