import DOT
import Testing

@Suite struct LabelWrapTests {
  /// Worked out by hand from the rule in the documentation.
  @Test(arguments: [
    ("", 5, [""]),
    ("one", 5, ["one"]),
    ("one two three", 7, ["one two", "three"]),
    ("one two three", 6, ["one", "two", "three"]),
    ("a  b\tc", 10, ["a b c"]),
    ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("abc", 3, ["abc"]),
    ("san-bernardino-2015", 8, ["san-bern", "ardino-", "2015"]),
    ("x abcdefgh y", 4, ["x", "abcd", "efgh", "y"]),
    ("a\n\nb", 9, ["a", "", "b"]),
    ("ab", 1, ["a", "b"]),
    ("🇫🇷🇩🇪🇮🇹", 2, ["🇫🇷🇩🇪", "🇮🇹"]),
  ])
  func wraps(text: String, width: Int, lines: [String]) {
    #expect(LabelWrap.lines(text, width: width) == lines)
  }

  @Test func noLineIsTooLongAndNothingIsLost() {
    var generator = SeededGenerator(state: 7)
    for _ in 0..<300 {
      let text = String((0..<60).map { _ in "ab-_ é".randomElement(using: &generator) ?? "a" })
      let width = Int.random(in: 1...20, using: &generator)
      let lines = LabelWrap.lines(text, width: width)
      #expect(lines.allSatisfy { $0.count <= width })
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014), so that a failure can be repeated.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
