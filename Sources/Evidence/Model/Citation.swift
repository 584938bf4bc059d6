/// Where a statement stands: a source, its paragraphs, and perhaps the words.
public struct Citation: Sendable, Hashable {
  /// The id of the source.
  public var source: String
  /// The paragraphs, or `nil` for a source without numbered paragraphs.
  public var paragraphs: ParagraphSet?
  /// The words quoted.
  public var quote: Quote?

  /// Makes a citation.
  ///
  /// - Parameters:
  ///   - source: The id of the source.
  ///   - paragraphs: The paragraphs.
  ///   - quote: The words quoted.
  public init(source: String, paragraphs: ParagraphSet? = nil, quote: Quote? = nil) {
    self.source = source
    self.paragraphs = paragraphs
    self.quote = quote
  }
}

/// Paragraph numbers, as in `12`, `8-9` or `11, 26`.
public struct ParagraphSet: Sendable, Hashable, CustomStringConvertible {
  /// The ranges in the order written; never empty, numbers from 1.
  public let ranges: [ClosedRange<Int>]

  /// Makes a set of one paragraph.
  ///
  /// - Parameter number: The number, from 1.
  public init(_ number: Int) {
    precondition(number >= 1, "paragraphs are numbered from 1")
    ranges = [number...number]
  }

  /// The most paragraphs that one citation may name: a bound against ranges made to exhaust memory.
  static let limit = 100_000

  /// Reads `12`, `8-9` or `11, 26`.
  ///
  /// The result is `nil` if it is none of these, or names more than 100,000 paragraphs.
  ///
  /// - Parameter text: The text.
  public init?(_ text: String) {
    var ranges: [ClosedRange<Int>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
        .map { Self.number($0) }
      switch (ends.count, ends.first ?? nil, ends.last ?? nil) {
      case (1, let number?, _): ranges.append(number...number)
      case (2, let low?, let high?) where low <= high: ranges.append(low...high)
      default: return nil
      }
    }
    guard ranges.reduce(0, { $0 + $1.count }) <= Self.limit else { return nil }
    self.ranges = ranges
  }

  private static func number(_ text: Substring) -> Int? {
    let digits = text.drop(while: { $0 == " " })
    let trimmed = digits.prefix(while: { $0.isASCII && $0.isNumber })
    guard digits.dropFirst(trimmed.count).allSatisfy({ $0 == " " }), trimmed.count <= 9,
      let number = Int(trimmed), number >= 1
    else { return nil }
    return number
  }

  /// The first paragraph.
  public var first: Int { ranges[0].lowerBound }

  /// The last paragraph named.
  public var last: Int { ranges.reduce(1) { max($0, $1.upperBound) } }

  /// Every number named, each once, ascending.
  public var numbers: [Int] { numbers(upTo: .max) }

  /// Every number named that a source of so many paragraphs has, each once, ascending.
  ///
  /// - Parameter count: The number of paragraphs.
  /// - Returns: The numbers from 1 to `count` that are named.
  /// - Complexity: O(n log n) in the numbers returned, whatever else is named.
  public func numbers(upTo count: Int) -> [Int] {
    let known = ranges.filter { $0.lowerBound <= count }
    return Set(known.flatMap { Array($0.lowerBound...min($0.upperBound, count)) }).sorted()
  }

  /// The set as it is written.
  public var description: String {
    ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ", ")
  }
}

/// Words quoted from a paragraph, with their place once they were found.
public struct Quote: Sendable, Hashable {
  /// The words: in full, or their two ends joined by ` ... `.
  public var text: String
  /// Where they stand in the cited paragraph, in Unicode scalars from 0, end exclusive.
  public var range: Range<Int>?

  /// Makes a quote.
  ///
  /// - Parameters:
  ///   - text: The words, or their two ends joined by ` ... `.
  ///   - range: Where they stand, in Unicode scalars from 0.
  public init(_ text: String, range: Range<Int>? = nil) {
    self.text = text
    self.range = range
  }

  /// Finds the words in a paragraph, folding white space, dashes and quotation marks.
  ///
  /// With two ends the shortest run from the first occurrence of the beginning to the next
  /// occurrence of the end is taken.
  ///
  /// - Parameter paragraph: The paragraph.
  /// - Returns: The place in Unicode scalars from 0, end exclusive, or `nil` if it is not there.
  /// - Complexity: O(n m) in the lengths of paragraph and quote, by plain search.
  public func find(in paragraph: String) -> Range<Int>? {
    let (hay, places) = Self.fold(paragraph)
    let ends = Self.ends(of: text).map { Self.fold($0).scalars }
    guard let head = ends.first, !head.isEmpty,
      let start = Self.search(head, in: hay, from: 0)
    else { return nil }
    var stop = start + head.count
    if ends.count == 2, !ends[1].isEmpty {
      guard let tail = Self.search(ends[1], in: hay, from: stop) else { return nil }
      stop = tail + ends[1].count
    }
    return places[start]..<(places[stop - 1] + 1)
  }

  /// The one or two ends of a quote.
  private static func ends(of text: String) -> [String] {
    for mark in [" ... ", " … "] {
      let scalars = Array(text.unicodeScalars)
      let pattern = Array(mark.unicodeScalars)
      if let place = search(pattern, in: scalars, from: 0) {
        return [
          string(scalars[..<place]), string(scalars[(place + pattern.count)...]),
        ]
      }
    }
    return [text]
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Folds white space to one space, dashes to `-` and quotation marks to plain ones; `places` maps
  /// each folded scalar to its offset in the original.
  private static func fold(_ text: String) -> (scalars: [Unicode.Scalar], places: [Int]) {
    var scalars: [Unicode.Scalar] = []
    var places: [Int] = []
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      let folded: Unicode.Scalar
      switch scalar {
      case "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FE58}", "\u{FE63}", "\u{FF0D}": folded = "-"
      case "\u{2018}"..."\u{201B}", "\u{02BC}", "`", "\u{00B4}": folded = "'"
      case "\u{201C}"..."\u{201F}", "\u{00AB}", "\u{00BB}": folded = "\""
      case _ where scalar.properties.isWhitespace: folded = " "
      default: folded = scalar
      }
      if folded == " ", scalars.isEmpty || scalars.last == " " { continue }
      scalars.append(folded)
      places.append(offset)
    }
    if scalars.last == " " {
      scalars.removeLast()
      places.removeLast()
    }
    return (scalars, places)
  }

  private static func search(
    _ needle: [Unicode.Scalar], in hay: [Unicode.Scalar], from start: Int
  ) -> Int? {
    guard !needle.isEmpty, hay.count >= needle.count, start <= hay.count - needle.count else {
      return nil
    }
    return (start...(hay.count - needle.count)).first { place in
      needle.indices.allSatisfy { hay[place + $0] == needle[$0] }
    }
  }
}
