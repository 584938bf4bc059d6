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

  /// Chinese characters are as wide as two letters, and no line begins with a full stop; by hand.
  @Test(arguments: [
    ("伊斯蘭國", 4, ["伊斯", "蘭國"]), ("伊斯蘭國", 5, ["伊斯", "蘭國"]), ("伊", 1, ["伊"]),
    ("伊斯。國", 4, ["伊", "斯。", "國"]), ("a伊b", 3, ["a伊", "b"]),
  ])
  func wideCharactersTakeTwoColumns(text: String, width: Int, lines: [String]) {
    #expect(LabelWrap.lines(text, width: width) == lines)
  }

  /// As few lines as the width allows, and the shortest longest line; worked out by hand.
  @Test(arguments: [
    ("attack on a mosque in Saudi Arabia", 20, ["attack on a mosque", "in Saudi Arabia"]),
    ("series of calls by Adnani", 20, ["series of calls", "by Adnani"]),
    ("one two three four", 14, ["one two", "three four"]), ("short", 20, ["short"]), ("", 9, [""]),
    ("abcdefghij", 6, ["abcde", "fghij"]), ("a\n\nb", 9, ["a", "", "b"]),
  ])
  func balances(text: String, width: Int, lines: [String]) {
    #expect(LabelWrap.balanced(text, width: width) == lines)
  }

  @Test func balancingLosesNothingAndNeedsNoMoreLines() {
    var generator = SeededGenerator(state: 11)
    for _ in 0..<300 {
      let text = String((0..<60).map { _ in "ab-_ é國".randomElement(using: &generator) ?? "a" })
      let width = Int.random(in: 2...20, using: &generator)
      let (plain, balanced) = (
        LabelWrap.lines(text, width: width), LabelWrap.balanced(text, width: width)
      )
      func longest(_ lines: [String]) -> Int { lines.map { LabelWrap.columns(of: $0) }.max() ?? 0 }
      #expect(balanced.count <= plain.count)
      #expect(longest(balanced) <= max(longest(plain), width))
      #expect(balanced.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
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
