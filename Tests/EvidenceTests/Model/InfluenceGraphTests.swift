import Evidence
import Testing

@Suite struct InfluenceGraphTests {
  let graph = InfluenceGraph(
    title: "t", sources: [Source(id: "x", title: "X"), Source(id: "x", title: "second")],
    asserters: [DeclaredAsserter(id: "indictment", name: "federal indictment")],
    entities: [
      Entity(id: "farook", kind: "person", name: "Syed Rizwan Farook", aliases: ["Syed Farook"]),
      Entity(
        id: "magnanville-2016", kind: "attack", name: "Magnanville",
        sourceAliases: [.init(source: "x", name: "Paris")]),
      Entity(
        id: "couple", kind: "person", name: "the couple",
        collective: .init(members: ["farook", "malik"])),
    ],
    statements: [
      Statement(
        id: "s1", subject: .one("farook"), predicate: .attribute("age", value: "28"),
        citation: Citation(source: "x"))
    ])

  @Test func findsPartsById() {
    #expect(graph.entity("farook")?.name == "Syed Rizwan Farook")
    #expect(graph.entity("nobody") == nil)
    #expect(graph.asserter("indictment")?.name == "federal indictment")
    #expect(graph.statement("s1")?.ends == ["farook"])
    #expect(graph.statement("s2") == nil)
  }

  @Test func ofTwoWithOneIdTheFirstIsFound() {
    #expect(graph.source("x")?.title == "X")
  }

  @Test func resolvesNamesAndTheAliasesOfOneSource() {
    #expect(graph.resolve("farook") == .one("farook"))
    #expect(graph.resolve("SYED FAROOK") == .one("farook"))
    #expect(graph.resolve("Paris", in: "x") == .one("magnanville-2016"))
    #expect(graph.resolve("Paris", in: "y") != .one("magnanville-2016"))
    #expect(graph.resolve("Paris") != .one("magnanville-2016"))
  }

  @Test func namesVoicesAndEntities() {
    #expect(graph.name(of: "farook") == "Syed Rizwan Farook")
    #expect(graph.name(of: "nobody") == "nobody")
    #expect(graph.name(of: .entity("farook")) == "Syed Rizwan Farook")
    #expect(graph.name(of: .declared("indictment")) == "federal indictment")
    #expect(graph.name(of: .words("analysts")) == "analysts")
  }

  @Test func knowsWhichCollectivesCountAMember() {
    #expect(graph.collectives(of: "farook") == ["couple"])
    #expect(graph.collectives(of: "magnanville-2016") == [])
  }

  @Test func replacingStatementsKeepsTheRest() {
    let other = graph.replacing(statements: [])
    #expect(other.statements.isEmpty)
    #expect(other != graph)
    #expect(other.replacing(statements: graph.statements) == graph)
    let few = Array(graph.statements.suffix(2))
    let others = graph.replacing(statements: few, sources: [Source(id: "new")])
    #expect(few.indices.allSatisfy { others.place(ofStatement: few[$0].id) == $0 })
    #expect(others.place(ofStatement: "nothing") == nil)
    #expect(others.source("new") != nil)
    #expect(graph.sources.allSatisfy { others.source($0.id) == nil })
    #expect(others.collectives(of: "farook") == graph.collectives(of: "farook"))
    #expect(other.statement("s1") == nil)
  }
}
