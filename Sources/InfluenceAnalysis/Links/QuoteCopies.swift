import Evidence

/// Finds statements whose quotes are near copies of each other: they come from one voice, whoever
/// printed them.
///
/// Two quotes are near copies if both have at least eight words and they share four in five of all
/// runs of three words that either has. Names, short phrases and quotes that are given by their two
/// ends and were never found in a text are not compared.
struct QuoteCopies: Sendable {
  private static let leastWords = 8
  private static let leastShared = 0.8

  /// By statement, the first statement in the graph that has nearly the same quote.
  private var first: [String: String] = [:]

  init(_ graph: InfluenceGraph) {
    var seen: [(id: String, source: String, runs: Set<String>)] = []
    for statement in graph.statements {
      guard let runs = Self.runs(of: statement, in: graph) else { continue }
      let source = statement.citation.source
      if let copy = seen.first(where: { $0.source != source && Self.isCopy($0.runs, runs) }) {
        first[statement.id] = copy.id
      } else {
        seen.append((statement.id, source, runs))
      }
    }
  }

  /// The weight, moved to the voice of the quote's first appearance.
  func joined(_ weight: StatementWeight, scales: Scales) -> StatementWeight {
    guard let id = first[weight.statement], let statement = scales.graph.statement(id) else {
      return weight
    }
    return weight.moved(to: scales.voices.origin(of: statement), copyOf: id)
  }

  private static func runs(of statement: Statement, in graph: InfluenceGraph) -> Set<String>? {
    guard let text = statement.citation.quote?.text else { return nil }
    let words = VoiceBook.fold(text).split(separator: " ")
    guard words.count >= leastWords, !text.contains(" ... "), !text.contains(" … ") else {
      return nil
    }
    return Set((0...(words.count - 3)).map { words[$0..<($0 + 3)].joined(separator: " ") })
  }

  private static func isCopy(_ one: Set<String>, _ other: Set<String>) -> Bool {
    let shared = Double(one.intersection(other).count)
    return shared >= leastShared * Double(one.union(other).count)
  }
}
