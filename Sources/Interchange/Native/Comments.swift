public import Evidence

/// The comments of a YAML file, each with the part of the graph that it stands before.
///
/// A comment cannot be told from text by its line alone: a `#` may stand within a quoted value. So
/// the lines that look like comments are taken away, and if the file then still reads as the same
/// graph, they were comments.
public struct Comments: Sendable, Equatable {
  /// Comment lines, each with its `#`, by the part that they stand before.
  public var before: [Place.Item: [String]]
  /// Comment lines after the last part.
  public var closing: [String]

  /// Collects the comments of a file.
  ///
  /// - Parameters:
  ///   - text: The text of the file.
  ///   - reading: What the text was read as.
  /// - Complexity: One more parse of the text; with n lines that only look like comments, up to
  ///   2 n parses.
  public init(of text: String, reading: Reading) {
    before = [:]
    closing = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    let candidates = lines.enumerated().compactMap { number, line in
      Self.commentStart(in: line).map { Candidate(line: number, start: $0) }
    }
    let found = Self.comments(among: candidates, lines: lines)
    let places = reading.locations.filter { $0.key.key == nil && $0.key.item != .document }
      .map { (line: $0.value.line - 1, item: $0.key.item) }
      .sorted { ($0.line, Self.order($0.item)) < ($1.line, Self.order($1.item)) }
    for candidate in found {
      let line = lines[candidate.line]
      let comment = String(line[line.index(line.startIndex, offsetBy: candidate.start)...])
      let item: Place.Item?
      if line.prefix(candidate.start).allSatisfy(\.isWhitespace) {
        let isHeader =
          !places.contains { $0.line < candidate.line }
          && lines[..<candidate.line].allSatisfy {
            $0.allSatisfy(\.isWhitespace) || $0.hasPrefix("#")
          }
        item = isHeader ? .document : places.first { $0.line > candidate.line }?.item
      } else {
        item = places.last { $0.line <= candidate.line }?.item ?? .document
      }
      if let item { before[item, default: []].append(comment) } else { closing.append(comment) }
    }
  }

  private struct Candidate {
    var line: Int
    var start: Int
  }

  private static func order(_ item: Place.Item) -> Int {
    switch item {
    case .document: 0
    case .source(let index), .asserter(let index), .entity(let index), .statement(let index): index
    }
  }

  /// Where a comment may begin in a line: at a `#` that begins the line or follows a blank.
  private static func commentStart(in line: String) -> Int? {
    var previous: Character = " "
    for (offset, character) in line.enumerated() {
      if character == "#", previous.isWhitespace { return offset }
      previous = character
    }
    return nil
  }

  /// Those of the candidates without which the text says the same.
  private static func comments(among candidates: [Candidate], lines: [String]) -> [Candidate] {
    guard !candidates.isEmpty, let whole = tree(lines, without: []) else { return [] }
    if tree(lines, without: candidates) == whole { return candidates }
    guard candidates.count > 1 else { return [] }
    let middle = candidates.count / 2
    return comments(among: Array(candidates[..<middle]), lines: lines)
      + comments(among: Array(candidates[middle...]), lines: lines)
  }

  private static func tree(_ lines: [String], without candidates: [Candidate]) -> PlainTree? {
    var lines = lines
    for candidate in candidates {
      lines[candidate.line] = String(lines[candidate.line].prefix(candidate.start))
    }
    return (try? DocumentTree.parse(lines.joined(separator: "\n"))).map(PlainTree.init)
  }

  /// A tree without its marks.
  private indirect enum PlainTree: Equatable {
    case scalar(String)
    case mapping([String], [PlainTree])
    case sequence([PlainTree])

    init(_ tree: DocumentTree) {
      switch tree {
      case .scalar(let text, _): self = .scalar(text)
      case .sequence(let items, _): self = .sequence(items.map(PlainTree.init))
      case .mapping(let entries, _):
        self = .mapping(entries.map(\.key), entries.map { PlainTree($0.value) })
      }
    }
  }
}
