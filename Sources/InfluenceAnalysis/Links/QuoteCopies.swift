import Evidence

/// Finds statements that rest on copied words: they come from one voice, whoever printed them.
///
/// Two rules, both between different documents only, and both by ``NearCopies``:
/// - quotes that are near copies come from one voice, whatever name either document gives it; quotes
///   that are given by their two ends and were never found in a text are not compared;
/// - where a paragraph of a full text is a near copy of one in another, two statements on one link
///   and side that rest on them are one, unless both documents name a voice and not the same one.
///
/// The earlier document keeps the voice: by day of publication, undated ones last, then by id. So the
/// order of a file does not matter.
struct QuoteCopies: Sendable {
  /// By statement, the statement of an earlier document from which its words come.
  private var original: [String: String] = [:]

  init(_ graph: InfluenceGraph, voices: VoiceBook) {
    let copyist = Copyist(graph: graph, voices: voices)
    for (copy, source) in copyist.copiedQuotes() { original[copy] = source }
    for (copy, source) in copyist.copiedParagraphs() where original[copy] == nil {
      original[copy] = source
    }
  }

  /// The weight, moved to the voice of the words' first appearance.
  func joined(_ weight: StatementWeight, scales: Scales) -> StatementWeight {
    // Each step leads to an earlier document, so the way ends.
    var first: String?
    var next = original[weight.statement]
    while let id = next {
      first = id
      next = original[id]
    }
    guard let id = first, let statement = scales.graph.statement(id) else { return weight }
    return weight.moved(to: scales.voices.origin(of: statement), copyOf: id)
  }
}

/// Looks for the original of every copied statement.
private struct Copyist {
  let graph: InfluenceGraph
  let voices: VoiceBook
  private let places: [String: Int]

  init(graph: InfluenceGraph, voices: VoiceBook) {
    self.graph = graph
    self.voices = voices
    let order = graph.sources.sorted { one, other in
      switch (one.published?.first, other.published?.first) {
      case (let a?, let b?) where a != b: a < b
      case (.some, nil): true
      case (nil, .some): false
      default: one.id < other.id
      }
    }
    places = Dictionary(
      order.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Pairs of a statement and the one from which its quote was copied.
  func copiedQuotes() -> [(copy: String, original: String)] {
    let quoted = graph.statements.filter { statement in
      statement.citation.quote.map {
        !$0.text.contains(" ... ") && !$0.text.contains(" … ")
      } ?? false
    }
    let near = NearCopies(quoted.map { $0.citation.quote?.text ?? "" })
    return quoted.indices.compactMap { number in
      let candidates = near.copies[number].map { quoted[$0] }
      return original(of: quoted[number], among: candidates, mayRename: true).map {
        (quoted[number].id, $0)
      }
    }
  }

  /// Pairs of a statement and the one on the same link and side from whose paragraph its own was
  /// copied.
  func copiedParagraphs() -> [(copy: String, original: String)] {
    struct Place: Hashable {
      var source: String
      var paragraph: Int
    }
    var texts: [String] = []
    var statements: [[Statement]] = []
    var numbers: [Place: Int] = [:]
    for statement in graph.statements {
      guard let source = graph.source(statement.citation.source), source.content == .fullText,
        statement.linkKey(in: graph.vocabulary) != nil
      else { continue }
      let cited = statement.citation.paragraphs?.numbers(upTo: source.paragraphs.count) ?? []
      for paragraph in cited {
        let place = Place(source: source.id, paragraph: paragraph)
        if let known = numbers[place] {
          statements[known].append(statement)
        } else {
          numbers[place] = texts.count
          texts.append(source.paragraphs[paragraph - 1])
          statements.append([statement])
        }
      }
    }
    let near = NearCopies(texts)
    return texts.indices.flatMap { number in
      statements[number].compactMap { statement in
        let candidates = near.copies[number].flatMap { statements[$0] }.filter {
          $0.linkKey(in: graph.vocabulary) == statement.linkKey(in: graph.vocabulary)
            && $0.stance.isDenial == statement.stance.isDenial
        }
        return original(of: statement, among: candidates, mayRename: false).map {
          (statement.id, $0)
        }
      }
    }
  }

  /// The earliest candidate in an earlier document; one with the same voice before others.
  private func original(
    of statement: Statement, among candidates: [Statement], mayRename: Bool
  ) -> String? {
    guard let place = places[statement.citation.source] else { return nil }
    let voice = plainVoice(of: statement)
    let earlier = candidates.filter { places[$0.citation.source, default: .max] < place }
      .sorted {
        (places[$0.citation.source, default: 0], $0.id)
          < (places[$1.citation.source, default: 0], $1.id)
      }
    if let same = earlier.first(where: { plainVoice(of: $0) == voice }) { return same.id }
    return earlier.first { mayRename || statement.asserter == nil || $0.asserter == nil }?.id
  }

  /// The key of the voice without the document that keeps generic voices apart.
  private func plainVoice(of statement: Statement) -> String {
    let id = voices.speaker(of: statement).id
    let suffix = " (\(statement.citation.source))"
    return id.hasSuffix(suffix) ? String(id.dropLast(suffix.count)) : id
  }
}
