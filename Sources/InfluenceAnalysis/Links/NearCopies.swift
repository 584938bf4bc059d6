/// Finds which of many texts are near copies of each other.
///
/// A text is taken as the set of its runs of three words; two texts are near copies if they share
/// four in five of all runs that either has (their resemblance, [Broder1997]). Every such pair is
/// found: two sets that share so much have one of their rarest runs in common, so only texts that
/// do are compared [Bayardo2007]. Nothing is left to chance, unlike with hashed sketches.
struct NearCopies: Sendable {
  /// Shorter texts, such as names and phrases, are like each other by chance.
  static let leastWords = 8
  /// The least share of common runs.
  static let leastShared = 0.8

  /// By text, the texts that are near copies of it, ascending.
  let copies: [[Int]]

  /// Compares texts.
  ///
  /// - Parameter texts: The texts; those of fewer than eight words have no copies.
  /// - Complexity: O(n log n) in the words of all texts where rare runs are rare, as in prose;
  ///   quadratic in the number of texts where all are alike.
  init(_ texts: [String]) {
    let sets = Self.runSets(texts)
    var copies = [[Int]](repeating: [], count: texts.count)
    var holders: [Int: [Int]] = [:]
    for number in sets.indices.sorted(by: { (sets[$0].count, $0) < (sets[$1].count, $1) }) {
      let set = sets[number]
      guard !set.isEmpty else { continue }
      let shared = (Self.leastShared * Double(set.count)).rounded(.up)
      let rarest = set.prefix(set.count - Int(shared) + 1)
      let candidates = Set(rarest.flatMap { holders[$0, default: []] }).sorted()
      for other in candidates where Self.areAlike(sets[other], set) {
        copies[number].append(other)
        copies[other].append(number)
      }
      for run in rarest { holders[run, default: []].append(number) }
    }
    self.copies = copies.map { $0.sorted() }
  }

  /// The runs of each text as numbers, the rarest first.
  private static func runSets(_ texts: [String]) -> [[Int]] {
    var numbers: [String: Int] = [:]
    var counts: [Int] = []
    let sets = texts.map { text -> Set<Int> in
      let words = VoiceBook.fold(text).split(separator: " ")
      guard words.count >= leastWords else { return [] }
      return Set(
        (0...(words.count - 3)).map { start -> Int in
          let run = words[start..<(start + 3)].joined(separator: " ")
          if let known = numbers[run] { return known }
          numbers[run] = counts.count
          counts.append(0)
          return counts.count - 1
        })
    }
    for run in sets.joined() { counts[run] += 1 }
    return sets.map { $0.sorted { (counts[$0], $0) < (counts[$1], $1) } }
  }

  private static func areAlike(_ one: [Int], _ other: [Int]) -> Bool {
    let common = Double(Set(one).intersection(other).count)
    return common >= leastShared * (Double(one.count + other.count) - common) - 1e-9
  }
}
