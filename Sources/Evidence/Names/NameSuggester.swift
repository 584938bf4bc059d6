/// Finds names that come near a text which names nothing.
///
/// Two ways of being near count, and the nearer of the two decides:
/// - the whole name is within a few edits (`Almedy Coulibaly` for `Amedy Coulibaly`);
/// - words of the text, making up at least half of its letters, are within an edit or two of words
///   of the name (`Farouk` for `Syed Rizwan Farook`).
///
/// One search goes through the distinct names and the distinct words once each; see
/// ``SpellingList/matches(for:atMost:)`` for what that costs.
struct NameSuggester: Sendable {
  private struct Entry: Sendable {
    let place: Int
    let scope: String?
  }

  private var names = SpellingList()
  private var entries: [Entry] = []
  private var words = SpellingList()
  private var wordPlaces: [String: Int] = [:]
  /// For every word, the names that have it.
  private var namesWithWord: [[Int]] = []

  /// Adds a spelling.
  /// - Parameters:
  ///   - name: The folded spelling.
  ///   - place: The entity, as a place in the list of ids; places order ties.
  ///   - scope: Where the spelling holds; nil for everywhere.
  mutating func append(_ name: FoldedName, place: Int, scope: String?) {
    let index = entries.count
    names.append(name.key)
    entries.append(Entry(place: place, scope: scope))
    for word in name.words {
      if let known = wordPlaces[word] {
        if namesWithWord[known].last != index { namesWithWord[known].append(index) }
      } else {
        wordPlaces[word] = namesWithWord.count
        words.append(word)
        namesWithWord.append([index])
      }
    }
  }

  /// The entities that come nearest, best first; ties in the order of ids.
  /// - Parameters:
  ///   - name: What was looked for.
  ///   - scope: Whose own spellings hold as well.
  ///   - first: Entities that come before all others.
  ///   - limit: How many at most.
  /// - Returns: Places in the list of ids.
  func suggestions(
    for name: FoldedName, in scope: String?, first: [Int], limit: Int
  ) -> [Int] {
    var costs: [Int: Int] = [:]
    func note(_ index: Int, _ cost: Int) {
      let entry = entries[index]
      guard entry.scope == nil || entry.scope == scope else { return }
      costs[entry.place] = min(costs[entry.place] ?? .max, cost)
    }
    for match in names.matches(for: name.key, atMost: NameSuggester.bound(forName: name.key)) {
      note(match.index, 2 * match.distance)
    }
    for (index, cost) in wordCosts(name.words) { note(index, cost) }
    for place in first { costs[place] = -1 }
    let ranked = costs.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    return ranked.prefix(limit).map(\.key)
  }

  /// What it costs to read some of the words as words of a name, by name: 1, and 2 for every edit,
  /// and 4 for every word of the text that the name does not have.
  private func wordCosts(_ sought: [String]) -> [Int: Int] {
    var letters: [Int: Int] = [:]
    var costs: [Int: Int] = [:]
    let total = sought.reduce(0) { $0 + $1.unicodeScalars.count }
    for word in sought {
      var nearest: [Int: Int] = [:]
      for match in words.matches(for: word, atMost: NameSuggester.bound(forWord: word)) {
        for name in namesWithWord[match.index] {
          nearest[name] = min(nearest[name] ?? .max, match.distance)
        }
      }
      for (name, distance) in nearest {
        letters[name, default: 0] += word.unicodeScalars.count
        costs[name, default: 1 + 4 * sought.count] += 2 * distance - 4
      }
    }
    return costs.filter { 2 * (letters[$0.key] ?? 0) >= total }
  }

  private static func bound(forName name: String) -> Int {
    switch name.unicodeScalars.count {
    case 0...2: 0
    case 3...5: 1
    case 6...10: 2
    default: 3
    }
  }

  private static func bound(forWord word: String) -> Int {
    switch word.unicodeScalars.count {
    case 0...3: 0
    case 4...7: 1
    default: 2
    }
  }
}
