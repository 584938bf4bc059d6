import Evidence
import Testing

@Suite struct NearMissTests {
  /// Distances worked by hand.
  @Test(arguments: [
    ("nmae", "name"), ("alias", "aliases"), ("dat", "date"), ("Name", "name"), ("naem", "name"),
    ("name", "name"), ("url", nil), ("xy", nil), ("publisher", nil), ("", nil),
  ])
  func findsASlip(word: String, expected: String?) {
    #expect(
      NearMiss.nearest(to: word, among: ["note", "name", "aliases", "date", "of"]) == expected)
  }

  @Test func theNearerWinsThenTheFirstInTheAlphabet() {
    #expect(NearMiss.nearest(to: "caat", among: ["coat", "cat", "bat"]) == "cat")
    #expect(NearMiss.nearest(to: "cit", among: ["cut", "cat", "cot"]) == "cat")
    #expect(NearMiss.nearest(to: "word", among: []) == nil)
  }

  @Test func aWordOfAnyLengthIsCompared() {
    let long = String(repeating: "x", count: 10_000)
    #expect(NearMiss.nearest(to: long, among: ["name"]) == nil)
  }
}
