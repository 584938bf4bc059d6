/// A published document: who published it, when, and how far its publisher can be relied on.
public struct Source: Sendable, Equatable {
  /// How the text at hand relates to what was published.
  public enum Content: String, Sendable, CaseIterable {
    /// Every fact, in the coder's own words.
    case digest
    /// The document itself.
    case fullText = "full-text"
  }

  /// Where the source's data stand.
  public enum Home: Sendable, Equatable {
    /// In a file of the corpus folder, named after the id.
    case corpus
    /// In the graph file itself.
    case inline
  }

  /// The id, kebab case.
  public var id: String
  /// The title.
  public var title: String
  /// Who published it.
  public var publisher: String?
  /// Who wrote it.
  public var author: String?
  /// When it was published.
  public var published: EDTF?
  /// When the coder saw it.
  public var accessed: EDTF?
  /// The language, as a BCP 47 tag.
  public var language: String?
  /// Where it can be found.
  public var url: String?
  /// How far the publisher can be relied on; `nil` counts as F, cannot be judged.
  public var reliability: Reliability?
  /// Why it is graded so, in one line.
  public var why: String?
  /// What it was copied from: a wire service, a reprint. Copies share one origin.
  public var origin: String?
  /// How the text at hand relates to what was published; `nil` if there is no text.
  public var content: Content?
  /// The paragraphs: the non-blank lines of the text, counted from 1 in citations.
  public var paragraphs: [String]
  /// What a reader should know about these data, such as a date that was inferred.
  public var note: String?
  /// Where these data stand.
  public var home: Home

  /// Makes a source.
  ///
  /// - Parameters:
  ///   - id: The id.
  ///   - title: The title.
  ///   - publisher: Who published it.
  ///   - author: Who wrote it.
  ///   - published: When it was published.
  ///   - accessed: When the coder saw it.
  ///   - language: The language tag.
  ///   - url: Where it can be found.
  ///   - reliability: How far the publisher can be relied on.
  ///   - why: Why it is graded so.
  ///   - origin: What it was copied from.
  ///   - content: How the text relates to what was published.
  ///   - paragraphs: The paragraphs of the text.
  ///   - note: What a reader should know about these data.
  ///   - home: Where these data stand.
  public init(
    id: String, title: String = "", publisher: String? = nil, author: String? = nil,
    published: EDTF? = nil, accessed: EDTF? = nil, language: String? = nil, url: String? = nil,
    reliability: Reliability? = nil, why: String? = nil, origin: String? = nil,
    content: Content? = nil, paragraphs: [String] = [], note: String? = nil,
    home: Home = .inline
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.author = author
    self.published = published
    self.accessed = accessed
    self.language = language
    self.url = url
    self.reliability = reliability
    self.why = why
    self.origin = origin
    self.content = content
    self.paragraphs = paragraphs
    self.note = note
    self.home = home
  }

  /// Splits a text into its paragraphs: the lines that hold more than white space.
  ///
  /// - Parameter text: The text; lines end in LF, CRLF or CR, and in no other character.
  /// - Returns: The non-blank lines with white space at both ends removed, in order.
  /// - Complexity: O(n) in the length of the text, one pass.
  public static func paragraphs(of text: some StringProtocol) -> [String] {
    text.split(whereSeparator: \.endsLine).compactMap { line in
      guard let first = line.firstIndex(where: { !$0.isWhitespace }),
        let last = line.lastIndex(where: { !$0.isWhitespace })
      else { return nil }
      return String(line[first...last])
    }
  }
}

extension Character {
  /// Whether it ends a line: LF, CRLF or CR. A form feed or a Unicode line separator does not, as in
  /// editors and in `grep -n`.
  package var endsLine: Bool { self == "\n" || self == "\r\n" || self == "\r" }
}

/// The reliability of a source, the letter of a NATO Admiralty grade.
public enum Reliability: String, Sendable, Codable, CaseIterable, Comparable {
  /// Completely reliable.
  case a = "A"
  /// Usually reliable.
  case b = "B"
  /// Fairly reliable.
  case c = "C"
  /// Not usually reliable.
  case d = "D"
  /// Unreliable.
  case e = "E"
  /// Cannot be judged: unknown, not bad.
  case f = "F"

  /// Orders from most reliable to least; F, which cannot be judged, comes last.
  ///
  /// - Parameters:
  ///   - left: A reliability.
  ///   - right: Another.
  /// - Returns: Whether the left one is the more reliable.
  public static func < (left: Reliability, right: Reliability) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// The credibility of one piece of information, the digit of a NATO Admiralty grade.
public enum Credibility: Int, Sendable, Codable, CaseIterable, Comparable {
  /// Confirmed by other independent sources.
  case confirmed = 1
  /// Probably true.
  case probable = 2
  /// Possibly true.
  case possible = 3
  /// Doubtful.
  case doubtful = 4
  /// Improbable.
  case improbable = 5
  /// Cannot be judged: unknown, not bad.
  case unknown = 6

  /// Orders from most credible to least; 6, which cannot be judged, comes last.
  ///
  /// - Parameters:
  ///   - left: A credibility.
  ///   - right: Another.
  /// - Returns: Whether the left one is the more credible.
  public static func < (left: Credibility, right: Credibility) -> Bool {
    left.rawValue < right.rawValue
  }
}
