import Evidence
import Yams

/// A YAML or JSON text as a tree of plain text scalars, each with its line and column.
///
/// Scalars are never resolved to numbers, dates or truth values: `no`, `2015-12` and `007` stay what
/// was written.
indirect enum DocumentTree {
  case scalar(String, Mark)
  case mapping([Entry], Mark)
  case sequence([DocumentTree], Mark)

  /// A line and column, both from 1.
  struct Mark: Hashable {
    /// How a scalar is written.
    enum Style: Hashable {
      case plain
      /// In single quotes; the offsets are those of the quotes in the text, which are written twice.
      case singleQuoted(doubled: [Int])
      case doubleQuoted
      /// In lines of its own, literal or folded.
      case block
    }

    var line: Int
    var column: Int
    var style = Style.plain

    /// The column of a scalar of the text, as long as it stands in the first line.
    func column(at offset: Int) -> Int {
      switch style {
      case .plain: column + offset
      case .singleQuoted(let doubled):
        offset == 0 ? column : column + 1 + offset + doubled.count { $0 < offset }
      case .doubleQuoted: offset == 0 ? column : column + 1 + offset
      case .block: column
      }
    }
  }

  /// A key with its value.
  struct Entry {
    var key: String
    var mark: Mark
    var value: DocumentTree
  }

  /// How large a document may be: bounds against files made to exhaust memory.
  struct Limits {
    /// The deepest nesting.
    var depth = 64
    /// The most characters that aliases may add to those that are written out; each node counts for
    /// ten more.
    var repeated = 1_000_000
  }

  /// Where the node begins.
  var mark: Mark {
    switch self {
    case .scalar(_, let mark), .mapping(_, let mark), .sequence(_, let mark): mark
    }
  }

  /// What the node is, in the words of a message.
  var kind: String {
    switch self {
    case .scalar: "a single value"
    case .mapping: "a mapping of keys"
    case .sequence: "a list"
    }
  }

  /// What makes a text no tree.
  struct Failure: Error {
    var message: String
    var mend: String
    var mark: Mark
  }

  /// Parses a text.
  ///
  /// - Parameters:
  ///   - text: YAML 1.1/1.2 or JSON; a byte order mark at its beginning does not count.
  ///   - limits: How large the document may be.
  /// - Returns: The tree.
  /// - Throws: ``Failure`` with the place and a mend.
  static func parse(_ text: String, limits: Limits = Limits()) throws(Failure) -> DocumentTree {
    let isMarked = text.unicodeScalars.first == "\u{FEFF}"
    let text = isMarked ? String(text.unicodeScalars.dropFirst()) : text
    try refuseAliasKeys(in: text)
    let folded = foldSurrogates(text)
    let node: Yams.Node?
    do {
      node = try Yams.compose(yaml: folded, .basic, .default, .utf8)
    } catch let error as YamlError {
      throw failure(from: error)
    } catch {
      throw Failure(
        message: "the text cannot be read: \(error)", mend: "check that it is YAML or JSON",
        mark: Mark(line: 1, column: 1))
    }
    guard let node else {
      throw Failure(
        message: "the file is empty",
        mend: "begin it with 'throughline: 1', a title and sources", mark: Mark(line: 1, column: 1))
    }
    // What is written out stays below the first term: a node takes a byte of the text at least.
    var conversion = Conversion(
      limits: limits, left: 11 * text.utf8.count + limits.repeated, marks: LeadingMarks(folded))
    return try conversion.tree(node, depth: 0)
  }

  /// The way from the nodes of the YAML library to a tree.
  private struct Conversion {
    let limits: Limits
    /// How many characters may still come, a node counting for ten.
    var left: Int
    let marks: LeadingMarks?

    mutating func tree(_ node: Yams.Node, depth: Int) throws(Failure) -> DocumentTree {
      let mark = DocumentTree.mark(of: node)
      left -= 10
      if case .scalar(let scalar) = node { left -= scalar.string.utf8.count }
      guard depth <= limits.depth, left >= 0 else {
        throw Failure(
          message: depth > limits.depth
            ? "values are nested deeper than \(limits.depth) levels"
            : "aliases repeat more than \(limits.repeated) characters",
          mend: "no graph needs this: check where the file comes from", mark: mark)
      }
      switch node {
      case .scalar(let scalar): return .scalar(text(scalar, at: mark), mark)
      case .sequence(let sequence):
        var items: [DocumentTree] = []
        items.reserveCapacity(sequence.count)
        for item in sequence { items.append(try tree(item, depth: depth + 1)) }
        return .sequence(items, mark)
      case .mapping(let mapping):
        var entries: [Entry] = []
        for (key, value) in mapping {
          let place = DocumentTree.mark(of: key)
          guard case .scalar(let name) = key else {
            throw Failure(
              message: "a key is \(key.sequence == nil ? "a mapping" : "a list")",
              mend: "write a single word as key", mark: place)
          }
          let value = try tree(value, depth: depth + 1)
          entries.append(Entry(key: text(name, at: place), mark: place, value: value))
        }
        return .mapping(entries, mark)
      case .alias:
        throw Failure(message: "an alias has no anchor", mend: "write the value out", mark: mark)
      }
    }

    private func text(_ scalar: Yams.Node.Scalar, at mark: Mark) -> String {
      marks?.restoring(scalar.string, at: mark) ?? scalar.string
    }
  }

  private static func mark(of node: Yams.Node) -> Mark {
    var mark = Mark(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    guard case .scalar(let scalar) = node else { return mark }
    switch scalar.style {
    case .singleQuoted:
      mark.style = .singleQuoted(
        doubled: scalar.string.unicodeScalars.enumerated().filter { $1 == "'" }.map(\.offset))
    case .doubleQuoted: mark.style = .doubleQuoted
    case .literal, .folded: mark.style = .block
    case .any, .plain: break
    }
    return mark
  }

  /// Rewrites JSON's escaped surrogate pairs, which YAML does not know, as YAML's long escapes.
  private static func foldSurrogates(_ text: String) -> String {
    let first = text.utf8.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard first == UInt8(ascii: "{"), text.contains("\\u") else { return text }
    func unit(_ slice: ArraySlice<UInt8>) -> UInt32? {
      guard slice.count == 6, slice.starts(with: [92, 117]) else { return nil }
      return UInt32(String(decoding: slice.dropFirst(2), as: UTF8.self), radix: 16)
    }
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == 92 {
        if let high = unit(bytes[index..<min(index + 6, bytes.count)]),
          (0xD800..<0xDC00).contains(high), index + 12 <= bytes.count,
          let low = unit(bytes[(index + 6)..<(index + 12)]), (0xDC00..<0xE000).contains(low)
        {
          let value = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)
          let hex = String(value, radix: 16)
          out += Array("\\U\(String(repeating: "0", count: 8 - hex.count))\(hex)".utf8)
          index += 12
          continue
        }
        out.append(bytes[index])
        index += 1
        if index < bytes.count { out.append(bytes[index]) }
        index += 1
        continue
      }
      out.append(bytes[index])
      index += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func failure(from error: YamlError) -> Failure {
    func mark(_ mark: Yams.Mark) -> Mark { Mark(line: mark.line, column: mark.column) }
    switch error {
    case .scanner(let context, let problem, let place, _),
      .parser(let context, let problem, let place, _),
      .composer(let context, let problem, let place, _):
      let detail = context.map { "\($0.text) from line \($0.mark.line): " } ?? ""
      return Failure(
        message: "not well-formed YAML: \(detail)\(problem)", mend: mend(for: problem),
        mark: mark(place))
    case .duplicatedKeysInMapping(let keys, let context):
      return Failure(
        message: "the key '\(keys.first ?? "")' stands twice in one mapping",
        mend: "merge the two, or rename one", mark: mark(context.mark))
    case .reader(let problem, let offset, _, let yaml):
      let before = yaml.utf8.prefix(offset ?? 0)
      let line = before.reduce(1) { $1 == 10 ? $0 + 1 : $0 }
      let column = before.reduce(1) { $1 == 10 ? 1 : $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
      return Failure(
        message: "the text holds a character that YAML forbids: \(problem)",
        mend: "remove it, or write it as an escape in double quotes",
        mark: Mark(line: line, column: column))
    default:
      return Failure(
        message: "not readable as YAML: \(error)", mend: "check that it is YAML or JSON",
        mark: Mark(line: 1, column: 1))
    }
  }

  private static func mend(for problem: String) -> String {
    if problem.contains("mapping values are not allowed") {
      return "put a value that holds ': ' in single quotes"
    }
    if problem.contains("tab") || problem.contains("cannot start any token") {
      return "indent with spaces, and quote a value that begins with a mark such as @ % ` or *"
    }
    if problem.contains("did not find expected") {
      return
        "check the indentation, and quote a value that begins or goes on after a quotation mark"
    }
    return "correct the text there"
  }
}
