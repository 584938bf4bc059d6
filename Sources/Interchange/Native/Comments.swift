public import Evidence

/// The comments of a YAML file, each with the part of the graph that it stands before.
///
/// A comment cannot be told from text by its line alone: a `#` may stand within a quoted value or a
/// block. Those are found first; then what looks like a comment is taken away, and if the file still
/// reads as the same tree, it was one.
///
/// A comment after a value, or among the keys of an entry, belongs to that entry and comes to stand
/// before it.
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
  /// - Complexity: Two more parses of the text. Should n comments not be told apart from text, which
  ///   no file is known to bring about, up to 2 n parses.
  public init(of text: String, reading: Reading) {
    before = [:]
    closing = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { Array($0.unicodeScalars) }
    guard let tree = try? DocumentTree.parse(text) else { return }
    let covered = ScalarCover(tree, lines: lines)
    let candidates = lines.indices.compactMap { number in
      covered.commentStart(in: number).map { Candidate(line: number, start: $0) }
    }
    let found = Self.comments(among: candidates, lines: lines, whole: PlainTree(tree))
    let parts = reading.locations.filter { $0.key.key == nil && $0.key.item != .document }
      .map { Part(line: $0.value.line - 1, column: $0.value.column - 1, item: $0.key.item) }
      .sorted { ($0.line, Self.order($0.item)) < ($1.line, Self.order($1.item)) }
    for candidate in found {
      let comment = Self.string(lines[candidate.line][candidate.start...])
      let item = Self.item(of: candidate, parts: parts, lines: lines)
      if let item { before[item, default: []].append(comment) } else { closing.append(comment) }
    }
  }

  private struct Candidate {
    var line: Int
    var start: Int
  }

  private struct Part {
    var line: Int
    var column: Int
    var item: Place.Item
  }

  /// The part that a comment belongs to, or `nil` if it closes the file.
  private static func item(
    of comment: Candidate, parts: [Part], lines: [[Unicode.Scalar]]
  ) -> Place.Item? {
    let current = parts.last { $0.line <= comment.line }
    let standsAlone = lines[comment.line][..<comment.start].allSatisfy(\.properties.isWhitespace)
    guard standsAlone else { return current?.item ?? .document }
    guard let current else {
      let isHeader = lines[..<comment.line].allSatisfy { line in
        line.first == "#" || line.allSatisfy(\.properties.isWhitespace)
      }
      return isHeader ? .document : parts.first?.item
    }
    // Among the keys of an entry, or below its line: still of that entry, unless it has ended.
    let hasEnded = lines[(current.line + 1)..<comment.line].contains { line in
      let start = line.firstIndex { !$0.properties.isWhitespace } ?? .max
      return start < current.column && line[start] != "#"
    }
    if !hasEnded, comment.start >= current.column { return current.item }
    return parts.first { $0.line > comment.line }?.item
  }

  private static func order(_ item: Place.Item) -> Int {
    switch item {
    case .document: 0
    case .source(let index), .asserter(let index), .entity(let index), .statement(let index): index
    }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  /// Those of the candidates without which the text says the same.
  private static func comments(
    among candidates: [Candidate], lines: [[Unicode.Scalar]], whole: PlainTree
  ) -> [Candidate] {
    guard !candidates.isEmpty else { return [] }
    if tree(lines, without: candidates) == whole { return candidates }
    guard candidates.count > 1 else { return [] }
    let middle = candidates.count / 2
    return comments(among: Array(candidates[..<middle]), lines: lines, whole: whole)
      + comments(among: Array(candidates[middle...]), lines: lines, whole: whole)
  }

  private static func tree(
    _ lines: [[Unicode.Scalar]], without candidates: [Candidate]
  ) -> PlainTree? {
    var lines = lines
    for candidate in candidates {
      lines[candidate.line] = Array(lines[candidate.line].prefix(candidate.start))
    }
    let text = lines.map { string($0[...]) }.joined(separator: "\n")
    return (try? DocumentTree.parse(text)).map(PlainTree.init)
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
