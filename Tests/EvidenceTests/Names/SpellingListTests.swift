import Testing

@testable import Evidence

@Suite struct SpellingListTests {
  @Test func dropsNothingThatIsNear() {
    // Law: the scan finds what comparing with every spelling finds.
    let spellings = [
      "", "paris", "parsi", "pari", "paros", "prias", "brussels", "sousse", "souse", "Париж",
      "paris2",
      "aaaaaaaa", "\u{1F44D}", "pppppppppaaris",
    ]
    var list = SpellingList()
    for spelling in spellings { list.append(spelling) }
    for text in spellings + ["parys", "sous", ""] {
      for bound in 0...3 {
        var table = EditDistance()
        let expected: [String] = spellings.indices.compactMap { index in
          let spelling = spellings[index].unicodeScalars.map(\.value)
          let distance = table.between(
            text.unicodeScalars.map(\.value), spelling[...], atMost: bound)
          return distance.map { "\(index):\($0)" }
        }
        let found = list.matches(for: text, atMost: bound).map { "\($0.index):\($0.distance)" }
        #expect(found == expected, "\(text) within \(bound)")
      }
    }
  }
}
