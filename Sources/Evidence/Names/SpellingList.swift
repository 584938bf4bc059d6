/// Spellings, kept so that near misses among many are found fast.
struct SpellingList: Sendable {
  private var scalars: [UInt32] = []
  private var ends: [Int] = []
  /// Which letters occur in a spelling, one bit each; unequal letters may share a bit.
  private var letterSets: [UInt64] = []

  mutating func append(_ spelling: String) {
    let values = spelling.unicodeScalars.map(\.value)
    scalars.append(contentsOf: values)
    ends.append(scalars.count)
    letterSets.append(SpellingList.letterSet(values))
  }

  /// The spellings within a distance, in the order of the list.
  ///
  /// A linear scan that drops most spellings by their length and letters alone: one edit brings in
  /// at most one letter, so the letters that one side lacks bound the distance from below.
  func matches(for text: String, atMost bound: Int) -> [(index: Int, distance: Int)] {
    let query = text.unicodeScalars.map(\.value)
    let letterSet = SpellingList.letterSet(query)
    var table = EditDistance()
    var matches: [(index: Int, distance: Int)] = []
    for index in ends.indices {
      let start = index == 0 ? 0 : ends[index - 1]
      let length = ends[index] - start
      if abs(length - query.count) > bound { continue }
      let letters = letterSets[index]
      if (letters & ~letterSet).nonzeroBitCount > bound { continue }
      if (letterSet & ~letters).nonzeroBitCount > bound { continue }
      let spelling = scalars[start..<ends[index]]
      if let distance = table.between(query, spelling, atMost: bound) {
        matches.append((index, distance))
      }
    }
    return matches
  }

  private static func letterSet(_ values: [UInt32]) -> UInt64 {
    values.reduce(0) { $0 | 1 << UInt64($1 % 64) }
  }
}
