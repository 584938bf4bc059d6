import Evidence

/// What a network of FollowTheMoney holds and a graph of evidence made of it does not, counted.
struct FollowTheMoneyLeftOut {
  /// Why something is left out, in the order in which it is told.
  enum Reason: Int, CaseIterable {
    /// An entity of a schema that is no kind.
    case kind
    /// A document that no statement rests on.
    case document
    /// An entity that names no source, and of which no statement speaks.
    case entitySource
    /// A link for which the vocabulary has no word.
    case word
    /// A link to an entity that has no kind, or is not in the file.
    case end
    /// A link that names no source.
    case linkSource
    /// A value of an entity that names no source.
    case valueSource
    /// A property for which the vocabulary has no word, or whose value the word does not take.
    case property
  }

  private var counts: [Reason: [String: Int]] = [:]

  /// Counts something.
  ///
  /// - Parameters:
  ///   - reason: Why it is left out.
  ///   - name: Its schema or property.
  ///   - count: How often.
  mutating func add(_ reason: Reason, _ name: String, count: Int = 1) {
    guard count > 0 else { return }
    counts[reason, default: [:]][name, default: 0] += count
  }

  /// A finding for each reason.
  func findings(path: String) -> [Finding] {
    Reason.allCases.compactMap { reason in
      guard let names = counts[reason] else { return nil }
      let (what, mend) = Self.text(reason)
      let total = names.values.reduce(0, +)
      let listed = names.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      let shown = listed.prefix(8).map { "\($0.value) \(Fault.cut($0.key))" }
      let more = listed.count > shown.count ? ", ..." : ""
      return Finding(
        .warning, rule: "left-out",
        message: "left out, \(what): \(total) (\(shown.joined(separator: ", "))\(more))",
        mend: mend, location: Location(file: path, line: 1, column: 1))
    }
  }

  private static func text(_ reason: Reason) -> (what: String, mend: String) {
    let own = "code them by hand if they matter"
    let name = "name their collection with --dataset"
    switch reason {
    case .kind: return ("entities of a schema that is no kind of the vocabulary", own)
    case .document: return ("documents that no link or entity rests on", "nothing needs to be done")
    case .entitySource: return ("entities that name no source, and no link does for them", name)
    case .word: return ("links that have no word in the vocabulary between such kinds", own)
    case .end: return ("links to an entity that is left out for its kind, or not in the file", own)
    case .linkSource: return ("links that name no source", name)
    case .valueSource: return ("values of entities that name no source", name)
    case .property:
      return ("properties without a word in the vocabulary, or whose value it does not take", own)
    }
  }
}
