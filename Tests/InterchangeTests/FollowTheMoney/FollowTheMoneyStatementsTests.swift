import Testing

@testable import Interchange

@Suite struct FollowTheMoneyStatementsTests {
  /// Written by `ftm statements -d x -f csv` of followthemoney 4.11.2 from two entities, with a quotation
  /// mark and a comma in a value; the rows of `id` as its `StatementEntity.statements` makes them of the
  /// others.
  private static let table = """
    "canonical_id","entity_id","prop","prop_type","schema","value","dataset","origin","lang",\
    "original_value","external","first_seen","last_seen","id"
    "c1","c1","subject","entity","UnknownLink","p-a","x","","","","f","","",\
    "86d7454d53a14652267a50bdc5f87cea7e5d103b"
    "c1","c1","object","entity","UnknownLink","p-b","x","","","","f","","",\
    "f58fd4a5c578316a7e594142b827f6dcd3809129"
    "c1","c1","role","string","UnknownLink","inspired","x","","","","f","","",\
    "7d682746124560ffa5c5a9cd229b84c91fd9c3f0"
    "c1","c1","startDate","date","UnknownLink","2007","x","","","","f","","",\
    "685e3a59a74cc5c6f0c936775a023a543f5c596d"
    "c1","c1","id","id","UnknownLink","a69ade0535ae3f61dff5cfcf6c7f88f18093daba","x","","","","f","","",\
    "466f00443f3eaebe218a5a23af401d23d7f04b53"
    "p-a","p-a","name","name","Person","Al ""Q"", pha","x","","","","f","","",\
    "d728bd230770bd59c670669e2487f8c51550e4a4"
    "p-a","p-a","id","id","Person","86e63d9983e530d76105625ec9a0ab493f6ccbb1","x","","","","f","","",\
    "fc8d4e28c5108cddee3913787ad4580af64a3a82"

    """

  @Test func rowsBecomeEntities() throws {
    let network = try Text.network(Self.table, .ftmStatements)
    #expect(network.ids == ["p-a", "p-b"])
    #expect(network.lines == ["p-a-p-b"])
    #expect(network.nodes[0].label == "Al \"Q\", pha")
    #expect(network.edgeAttributes["start"]?[0] == .text("2007"))
    #expect(network.edgeAttributes["datasets"]?[0] == .text("x"))
  }

  /// The rows that followthemoney 4.11.2 writes for these entities, ids and checksums included.
  @Test func entitiesBecomeTheSameRows() {
    var link = FollowTheMoneyEntity(id: "c1", schema: "UnknownLink", datasets: ["x"])
    link.add("subject", "p-a")
    link.add("object", "p-b")
    link.add("role", "inspired")
    link.add("startDate", "2007")
    var person = FollowTheMoneyEntity(id: "p-a", schema: "Person", datasets: ["x"])
    person.add("name", "Al \"Q\", pha")
    let text =
      FollowTheMoneyStatements.header + FollowTheMoneyStatements.rows(link)
      + FollowTheMoneyStatements.rows(person)
    #expect(text == Self.table)
  }

  @Test func linesOfJSONAreReadToo() throws {
    let network = try Text.network(
      """
      {"canonical_id":"NK-1","entity_id":"a","prop":"name","schema":"LegalEntity","value":"A","dataset":"x"}
      {"canonical_id":"NK-1","entity_id":"b","prop":"name","schema":"Company","value":"B","dataset":"y"}
      """, .ftmStatements)
    #expect(network.ids == ["NK-1"])
    #expect(network.nodeAttributes["kind"]?[0] == .text("Company"))
    #expect(network.nodeAttributes["name"]?[0] == .json("[\"A\",\"B\"]"))
    #expect(network.nodeAttributes["datasets"]?[0] == .json("[\"x\",\"y\"]"))
  }

  @Test(arguments: [
    ("entity_id,prop,schema\na,b,c\n", "1:1: the line of column names has no 'value'"),
    (
      "entity_id,prop,schema,value\na,name,Person,A\n,name,Person,B\n",
      "3:1: a statement lacks its entity, property or schema"
    ),
    (
      "entity_id,prop,schema,value\na,name,Person,\"A\n",
      "2:15: a quotation mark is opened and never closed"
    ),
    ("", "1:1: there is no statement in the file"),
  ])
  func whatIsWrongIsSaidWithItsPlace(text: String, expected: String) {
    #expect(Text.fault(text, .ftmStatements) == expected)
  }

  /// FIPS 180-4, and its examples of one and two blocks.
  @Test(arguments: [
    ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
    ),
  ])
  func theHashIsThatOfTheStandard(text: String, expected: String) {
    #expect(SHA1.hex(Array(text.utf8)) == expected)
  }
}
