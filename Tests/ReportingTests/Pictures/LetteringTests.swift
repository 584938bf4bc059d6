import Testing

@testable import Reporting

@Suite struct LetteringTests {
  private let letters = Lettering(size: 10)

  @Test(arguments: [30.0, 60, 120, 400])
  func noLineIsWiderThanItsRoomAndNothingIsLost(width: Double) {
    let text = "a call for attacks that was heard in many countries, of 68 % of them by radio"
    let lines = letters.lines(of: text, width: width)
    for line in lines { #expect(letters.width(of: line) <= width) }
    let kept = lines.joined().filter { $0 != " " }
    #expect(kept == text.filter { $0 != " " })
  }

  @Test func aNumberKeepsItsSign() {
    for width in stride(from: 40.0, through: 90, by: 5) {
      let lines = letters.lines(of: "a chance of 68 % only", width: width)
      #expect(!lines.contains { $0.hasPrefix("%") })
    }
  }

  @Test func whatIsLeftOverIsCutWithAnEllipsis() {
    let lines = letters.lines(of: "one two three four five six", width: 50, limit: 2)
    #expect(lines.count == 2)
    #expect(lines[1].hasSuffix("\u{2026}"))
    #expect(letters.width(of: lines[1]) <= 50)
    #expect(letters.lines(of: "one two", width: 500, limit: 2) == ["one two"])
  }

  @Test func aLongWordIsBroken() {
    let lines = letters.lines(of: String(repeating: "x", count: 10_000), width: 50, limit: 3)
    // An x is half an em, so ten fit.
    #expect(lines.map(\.count) == [10, 10, 9])
    #expect(letters.lines(of: "   ", width: 50).isEmpty)
  }

  @Test func controlCharactersAreShown() {
    #expect(letters.lines(of: "a\u{1B}b", width: 500) == ["a\\u{1B}b"])
  }
}
