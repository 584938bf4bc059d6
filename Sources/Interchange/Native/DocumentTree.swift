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

  /// A line and column, both from 1; `inset` is the number of characters of an opening quote.
  struct Mark: Hashable {
    var line: Int
    var column: Int
    var inset = 0
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
    /// The most nodes, those that aliases repeat counted each time.
    var nodes = 20_000_000
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
  ///   - text: YAML 1.1/1.2 or JSON.
  ///   - limits: How large the document may be.
  /// - Returns: The tree.
  /// - Throws: ``Failure`` with the place and a mend.
  static func parse(_ text: String, limits: Limits = Limits()) throws(Failure) -> DocumentTree {
    let node: Yams.Node?
    do {
      node = try Yams.compose(yaml: foldSurrogates(text), .basic, .default, .utf8)
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
    var count = 0
    return try convert(node, depth: 0, count: &count, limits: limits)
  }

  private static func convert(
    _ node: Yams.Node, depth: Int, count: inout Int, limits: Limits
  ) throws(Failure) -> DocumentTree {
    let mark = Mark(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    count += 1
    guard depth <= limits.depth, count <= limits.nodes else {
      throw Failure(
        message: depth > limits.depth
          ? "values are nested deeper than \(limits.depth) levels"
          : "the document holds more than \(limits.nodes) values",
        mend: "no graph needs this: check where the file comes from", mark: mark)
    }
    switch node {
    case .scalar(let scalar):
      var place = mark
      if scalar.style == .singleQuoted || scalar.style == .doubleQuoted { place.inset = 1 }
      return .scalar(scalar.string, place)
    case .sequence(let sequence):
      var items: [DocumentTree] = []
      items.reserveCapacity(sequence.count)
      for item in sequence {
        items.append(try convert(item, depth: depth + 1, count: &count, limits: limits))
      }
      return .sequence(items, mark)
    case .mapping(let mapping):
      var entries: [Entry] = []
      for (key, value) in mapping {
        let place = Mark(line: key.mark?.line ?? 1, column: key.mark?.column ?? 1)
        guard case .scalar(let name) = key else {
          throw Failure(
            message: "a key is \(key.sequence == nil ? "a mapping" : "a list")",
            mend: "write a single word as key", mark: place)
        }
        let tree = try convert(value, depth: depth + 1, count: &count, limits: limits)
        entries.append(Entry(key: name.string, mark: place, value: tree))
      }
      return .mapping(entries, mark)
    case .alias:
      throw Failure(
        message: "an alias has no anchor", mend: "write the value out", mark: mark)
    }
  }

  /// Rewrites JSON's escaped surrogate pairs, which YAML does not know, as YAML's long escapes.
  private static func foldSurrogates(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "{"), text.contains("\\u") else { return text }
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
      return Failure(
        message: "the text holds a character that YAML forbids: \(problem)",
        mend: "remove it, or write it as an escape in double quotes",
        mark: Mark(line: line, column: 1))
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
