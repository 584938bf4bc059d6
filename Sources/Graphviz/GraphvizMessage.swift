/// Something that Graphviz, or this room, had to say about a graph that it could draw all the same.
public struct GraphvizMessage: Sendable, Hashable {
  /// How grave it is.
  public enum Severity: Sendable, Hashable {
    /// The picture is as asked for, or nearly so.
    case warning
    /// Something is missing from the picture.
    case error
  }

  /// How grave it is.
  public let severity: Severity

  /// What was said.
  public let text: String

  /// The line of the DOT text, from 1, where that is known.
  public let line: Int?

  init(_ severity: Severity, _ text: String, line: Int? = nil) {
    self.severity = severity
    self.text = text
    self.line = line
  }
}

extension GraphvizMessage {
  /// Takes apart what libcgraph said: each message begins with its severity, and some go on for lines.
  static func parse(_ log: String) -> [GraphvizMessage] {
    var messages: [(severity: Severity, text: String)] = []
    for line in log.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("Error: ") {
        messages.append((.error, String(line.dropFirst(7))))
      } else if line.hasPrefix("Warning: ") {
        messages.append((.warning, String(line.dropFirst(9))))
      } else if let last = messages.indices.last {
        messages[last].text += " " + line
      } else {
        messages.append((.warning, String(line)))
      }
    }
    return messages.map { GraphvizMessage($0.severity, $0.text, line: lineNumber(in: $0.text)) }
  }

  /// The line that a message of the DOT parser names. Messages about HTML labels count from the label.
  private static func lineNumber(in text: String) -> Int? {
    guard text.contains("syntax"), let marker = text.range(of: " in line ") else { return nil }
    return Int(text[marker.upperBound...].prefix { $0.isNumber })
  }
}

extension StringProtocol {
  /// The first place of a short ASCII text; the standard library alone offers none.
  func range(of part: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) {
        return start..<index(start, offsetBy: part.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
