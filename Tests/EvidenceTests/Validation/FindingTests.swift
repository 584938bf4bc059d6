import Evidence
import Testing

@Suite struct FindingTests {
  @Test func errorsComeBeforeWarnings() {
    #expect(Finding.Severity.error < .warning)
    #expect(!(Finding.Severity.warning < .error))
    #expect(!(Finding.Severity.error < .error))
  }

  @Test func locationsAreOrderedByFileLineAndColumn() {
    let sorted = [
      Location(file: "a", line: 2, column: 9), Location(file: "a", line: 10, column: 1),
      Location(file: "a", line: 10, column: 2), Location(file: "b", line: 1, column: 1),
    ]
    #expect(sorted.reversed().sorted() == sorted)
    #expect(sorted[0].description == "a:2:9")
  }

  @Test func aFindingIsOfTheDocumentUnlessItSaysOtherwise() {
    let finding = Finding(.error, rule: "r", message: "m", mend: "n")
    #expect(finding.place == .document)
    #expect(finding.place.item == .document && finding.place.key == nil)
    #expect(finding.location == nil)
  }
}
