import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct LinkResolutionTests {
  private let table = LinkTable(
    InfluenceGraph(
      [
        Said("ann inspired ben"), Said("not ben contacted cem"), Said("ann trained ben"),
        Said("dan inspired ben|cem") { $0.id = "either" },
        Said("ann inspired ben") {
          $0.id = "value"
          $0.predicate = .attribute("age", value: "24")
        },
        Said("eve inspired ben"),
      ],
      entities: [
        Entity(id: "ann", kind: "person", name: "Ann of the Hill", aliases: ["the Preacher"])
      ]))

  private static let inspired = LinkKey(subject: "ann", relation: "inspired", object: "ben")

  @Test(arguments: [
    "ann inspired ben", "Ann of the Hill inspired Ben", "the preacher INSPIRED ben",
    "ben inspired-by ann", "ben inspired by ann", "s1",
  ])
  func `a link is named by ids, names and aliases, from either side, or by a statement`(
    text: String
  ) {
    #expect(table.resolve(text) == .one(Self.inspired))
  }

  @Test func `the ends of a symmetric relation stand in either order`() {
    let key = LinkKey(subject: "ben", relation: "contacted", object: "cem")
    #expect(table.resolve("cem contacted ben") == .one(key))
    #expect(table.resolve("s2") == .one(key))
  }

  @Test func `a link that is not there comes with those that are near`() {
    // Between the two: inspired and trained. Of the relation: eve inspired ben.
    #expect(
      table.resolve("ben inspired ann")
        == .noLink(
          LinkKey(subject: "ben", relation: "inspired", object: "ann"),
          near: [
            Self.inspired, LinkKey(subject: "ann", relation: "trained", object: "ben"),
            LinkKey(subject: "eve", relation: "inspired", object: "ben"),
          ]))
  }

  @Test func `what is wrong with a text is told`() {
    #expect(table.resolve("ann inspird ben") == .noRelation(suggestion: "inspired"))
    #expect(table.resolve("ann") == .noRelation(suggestion: nil))
    #expect(table.resolve("") == .noRelation(suggestion: nil))
    #expect(
      table.resolve("ann inspired bxn") == .noEntity("bxn", .none(suggestions: ["ben"])))
    #expect(table.resolve("value") == .noLinkOfStatement("value", near: []))
    #expect(table.resolve("either") == .noLinkOfStatement("either", near: []))
  }
}
