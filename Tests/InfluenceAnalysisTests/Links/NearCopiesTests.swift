import Testing

@testable import InfluenceAnalysis

@Suite struct NearCopiesTests {
  /// By definition: the runs of every pair of texts.
  private func slowCopies(_ texts: [String]) -> [[Int]] {
    func runs(_ text: String) -> Set<[Substring]> {
      let words = text.split(separator: " ")
      guard words.count >= 8 else { return [] }
      return Set((2..<words.count).map { [words[$0 - 2], words[$0 - 1], words[$0]] })
    }
    let sets = texts.map(runs)
    return sets.indices.map { one in
      sets.indices.filter { other in
        guard other != one, !sets[one].isEmpty, !sets[other].isEmpty else { return false }
        return 5 * sets[one].intersection(sets[other]).count
          >= 4 * sets[one].union(sets[other]).count
      }
    }
  }

  @Test("every pair is found, and no other", arguments: 0..<20)
  func bruteForce(seed: Int) {
    var random = Draw(seed: UInt64(seed))
    let vocabulary = (0..<(4 + seed)).map { "w\($0)" }
    var texts: [String] = []
    for _ in 0..<40 {
      if let known = texts.last, random.below(2) == 0 {
        // A copy with a word changed or dropped.
        var words = known.split(separator: " ").map(String.init)
        if !words.isEmpty { words[random.below(words.count)] = "x\(random.below(3))" }
        if random.below(3) == 0 { words = Array(words.dropLast()) }
        texts.append(words.joined(separator: " "))
      } else {
        let count = 5 + random.below(30)
        texts.append(
          (0..<count).map { _ in vocabulary[random.below(vocabulary.count)] }
            .joined(separator: " "))
      }
    }
    let wanted = slowCopies(texts)
    #expect(NearCopies(texts).copies == wanted)
    #expect(wanted.contains { !$0.isEmpty })
  }

  @Test func `short texts, and none, have no copies`() {
    #expect(NearCopies([]).copies.isEmpty)
    #expect(NearCopies(["a b c d e f g", "a b c d e f g"]).copies == [[], []])
    #expect(NearCopies(["a b c d e f g h", "A b c, d e f g h!"]).copies == [[1], [0]])
  }
}
