import Testing

@testable import Evidence

/// The distance by its recursive definition, without a bound or a band.
private func defined(_ a: [UInt32], _ b: [UInt32]) -> Int {
  var known: [[Int]: Int] = [:]
  func distance(_ i: Int, _ j: Int) -> Int {
    if i == 0 || j == 0 { return i + j }
    if let value = known[[i, j]] { return value }
    var least = min(
      distance(i - 1, j) + 1, distance(i, j - 1) + 1,
      distance(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1))
    if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
      least = min(least, distance(i - 2, j - 2) + 1)
    }
    known[[i, j]] = least
    return least
  }
  return distance(a.count, b.count)
}

@Suite struct EditDistanceTests {
  @Test(arguments: [
    // Origin: textbook values, counted by hand; “ca”/“abc” is 3 in this form of the distance.
    ("", "", 0), ("a", "", 1), ("", "abc", 3), ("kitten", "sitting", 3), ("amedy", "almedy", 1),
    ("ab", "ba", 1), ("ca", "abc", 3), ("farook", "farouk", 1), ("abcdef", "badcfe", 3),
  ])
  func countsEdits(a: String, b: String, expected: Int) {
    var table = EditDistance()
    let (a, b) = (a.unicodeScalars.map(\.value), b.unicodeScalars.map(\.value))
    #expect(table.between(a, b[...], atMost: 9) == expected)
    #expect(table.between(a, b[...], atMost: expected) == expected)
    #expect(table.between(b, a[...], atMost: 9) == expected)
    if expected > 0 { #expect(table.between(a, b[...], atMost: expected - 1) == nil) }
  }

  @Test func agreesWithItsDefinition() {
    // Brute force: all pairs of texts of up to five letters over three, one table for all.
    var texts: [[UInt32]] = [[]]
    for length in 1...5 {
      texts += texts.filter { $0.count == length - 1 }.flatMap { text in
        [1, 2, 3].map { text + [$0] }
      }
    }
    let some = texts.enumerated().filter { $0.offset % 7 == 0 }.map(\.element)
    var table = EditDistance()
    var wrong = 0
    for a in some {
      for b in some {
        let expected = defined(a, b)
        for bound in 0...4 {
          let found = table.between(a, b[...], atMost: bound)
          if found != (expected <= bound ? expected : nil) { wrong += 1 }
        }
      }
    }
    #expect(wrong == 0)
  }
}
