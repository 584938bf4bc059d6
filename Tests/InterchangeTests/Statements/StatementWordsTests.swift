import Evidence
import Testing

@testable import Interchange

@Suite struct StatementWordsTests {
  /// By hand.
  @Test(arguments: [
    ("s2", "Daily Echo denies that Alpha \"A\" [x] inspired Bravo"),
    ("s3", "Daily Echo says that League claimed Blast"),
    (
      "s4",
      "League via Daily Echo claims, and nobody else in this statement says, that League "
        + "directed Blast"
    ),
    (
      "s5", "Daily Echo supposes, without saying that it is so, that Alpha \"A\" [x] inspired Bravo"
    ),
    ("s6", "Daily Echo says that Alpha \"A\" [x]: age = 24"),
    ("s8", "Daily Echo found no evidence so far that Bravo carried out Blast"),
    ("s9", "alpha leaves open whether Alpha \"A\" [x] had contact with Bravo"),
    ("s10", "Daily Echo says that Alpha \"A\" [x] or Bravo carried out Blast"),
  ])
  func aSentenceSaysWhoSaysWhat(id: String, expected: String) throws {
    let graph = try SmallEvidence.graph()
    let statement = try #require(graph.statement(id))
    let bearing = StatementBearings(graph).bearing(of: statement)
    #expect(StatementWords(graph: graph).sentence(statement, bearing) == expected)
  }

  /// By hand.
  @Test(arguments: [
    (Modality.asserted, "pledged allegiance"), (.suspected, "pledged allegiance (suspected)"),
    (.reported, "pledged allegiance (reported)"), (.opinion, "pledged allegiance (opinion)"),
  ])
  func aHedgeStandsBehindTheRelation(modality: Modality, expected: String) {
    #expect(StatementWords.hedged("pledged-allegiance", modality) == expected)
  }

  /// By hand: the reliability of the source and the credibility of the statement, as far as given.
  @Test func gradesAreThoseThatWereGiven() throws {
    let graph = try SmallEvidence.graph()
    let words = StatementWords(graph: graph)
    func grade(_ id: String) throws -> String { words.grade(try #require(graph.statement(id))) }
    #expect(try grade("s7") == "B2")
    #expect(try grade("s1") == "B")
    #expect(try grade("s9") == "ungraded")
  }
}
