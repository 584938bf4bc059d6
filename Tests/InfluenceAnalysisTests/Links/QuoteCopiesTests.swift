import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct QuoteCopiesTests {
  private let words = "we have no indication that this was a plot directed from abroad"

  private func said(
    _ voice: String?, _ source: String, quote: String? = nil, paragraph: Int? = nil,
    _ line: String = "a inspired b"
  ) -> Said {
    Said(line, voice, "B2", in: source) {
      $0.citation.quote = quote.map { Quote($0) }
      $0.citation.paragraphs = paragraph.map { ParagraphSet($0) }
    }
  }

  /// The keys of the voices on the link, with sources of full text.
  private func origins(
    _ said: [Said], paragraphs: [String: [String]] = [:], published: [String: String] = [:],
    content: Source.Content = .fullText
  ) throws -> [String] {
    let plain = InfluenceGraph(said, published: published)
    let graph = InfluenceGraph(
      sources: plain.sources.map {
        Source(
          id: $0.id, author: "author of \($0.id)", published: $0.published,
          reliability: $0.reliability, content: content, paragraphs: paragraphs[$0.id] ?? [])
      },
      entities: plain.entities, statements: plain.statements)
    let link = LinkTable(graph)[LinkKey(subject: "a", relation: "inspired", object: "b")]
    return try need(link).origins.map(\.id)
  }

  @Test("the earlier document keeps the voice, whatever the order of the file")
  func earlier() throws {
    let said = [said("X", "late", quote: words), said("Y", "early", quote: words)]
    let dates = ["late": "2016-06-14", "early": "2016-06-12"]
    #expect(try origins(said, published: dates) == ["y"])
    #expect(try origins(said.reversed(), published: dates) == ["y"])
    // An undated document is the later one.
    #expect(try origins(said, published: ["late": "2016"]) == ["x"])
  }

  @Test("a copy of a copy comes from the first")
  func chain() throws {
    let base = (0..<30).map { "w\($0)" }
    var second = base
    second[3] = "x"
    var third = second
    third[20] = "y"
    let texts = [base, second, third].map { $0.joined(separator: " ") }
    // Each is near the one before it; the last is not near the first.
    #expect(NearCopies(texts).copies == [[1], [0, 2], [1]])
    #expect(
      try origins([
        said("X", "p", quote: texts[0]), said("Y", "q", quote: texts[1]),
        said("Z", "r", quote: texts[2]),
      ]) == ["x"])
  }

  @Test("two voices of one document stay two, though a third document copies their words")
  func twoVoices() throws {
    let said = [
      said("X", "p", quote: words), said("Y", "p", quote: words), said("Y", "q", quote: words),
    ]
    #expect(try origins(said) == ["x", "y"])
  }

  @Test("a copied paragraph is one voice, unless both documents name theirs")
  func paragraphs() throws {
    let texts = [
      "p": [words], "q": ["\(words)."], "r": ["nothing of the kind was ever said by him"],
    ]
    #expect(
      try origins([said(nil, "p", paragraph: 1), said(nil, "q", paragraph: 1)], paragraphs: texts)
        == ["author of p"])
    #expect(
      try origins([said("X", "p", paragraph: 1), said(nil, "q", paragraph: 1)], paragraphs: texts)
        == ["x"])
    #expect(
      try origins([said("X", "p", paragraph: 1), said("Y", "q", paragraph: 1)], paragraphs: texts)
        == ["x", "y"])
    // Voices that name nobody are kept apart by document, but not if the document is a copy.
    #expect(
      try origins(
        [said("officials", "p", paragraph: 1), said("officials", "q", paragraph: 1)],
        paragraphs: texts) == ["officials (p)"])
    #expect(
      try origins(
        [said("officials", "p", paragraph: 1), said("officials", "r", paragraph: 1)],
        paragraphs: texts) == ["officials (p)", "officials (r)"])
  }

  @Test("digests are in the coder's words, so their likeness says nothing")
  func digests() throws {
    let texts = ["p": [words], "q": [words]]
    let said = [said(nil, "p", paragraph: 1), said(nil, "q", paragraph: 1)]
    #expect(try origins(said, paragraphs: texts, content: .digest).count == 2)
  }
}
