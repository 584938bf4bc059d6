import InfluenceAnalysis
import Testing

@Suite struct PhraseTests {
  @Test("the prototype's cases", arguments: CaseFile.of("words"))
  func prototype(_ row: CaseFile.Case) throws {
    #expect(Phrase.likelihood(try need(row.input.p)) == row.expect.phrase)
  }

  @Test(
    "no percentage is nothing or everything",
    arguments: [
      (0.0, "under 1 %"), (0.004, "under 1 %"), (0.01, "1 %"), (0.675, "68 %"), (0.99, "99 %"),
      (0.994, "over 99 %"), (1.0, "over 99 %"),
    ])
  func percent(_ probability: Double, _ text: String) {
    #expect(Phrase.percent(probability) == text)
  }
}
