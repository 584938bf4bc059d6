/// The value of an attribute.
///
/// The writer quotes and escapes every value, so that no text can end its own quotes. Two values are equal
/// when the writer gives them the same characters: `.text("a")` equals `.escString("a")`.
public enum DOTValue: Sendable {
  /// Text that is shown exactly as it stands here.
  ///
  /// Backslashes, entity-like parts (`&amp;`) and line ends are escaped; `\N` shows `\N`. In a label of a
  /// node with `shape=record` the signs `{ } | < >` and the space still have their meaning there. NUL,
  /// which a DOT text cannot hold, is written as U+2400, and other control characters as they are.
  case text(String)

  /// Characters that Graphviz interprets: `\l`, `\r` and `\n` end a line left, right and centred, `\N` is
  /// the node's name, `&eacute;` is é. See ``lines(_:align:)`` for lines of plain text.
  case escString(String)

  /// An HTML-like label.
  case html(HTMLLabel)

  /// Makes a number without a locale: `2`, `0.25`, `-1e-05`.
  ///
  /// - Parameter number: A finite number.
  /// - Returns: The value, without a fraction when the number is whole.
  public static func number(_ number: Double) -> DOTValue {
    precondition(number.isFinite, "a DOT number must be finite")
    if let whole = Int64(exactly: number) { return .text(String(whole)) }
    return .text(String(number))
  }

  /// How the lines of a label lie.
  public enum Alignment: Sendable, Hashable {
    /// Every line is centred.
    case center
    /// Every line begins at the left.
    case left
    /// Every line ends at the right.
    case right
  }

  /// Makes a label of several lines of plain text.
  ///
  /// - Parameters:
  ///   - lines: The lines, each shown exactly as it stands.
  ///   - align: How the lines lie.
  /// - Returns: An escString in which each line ends in `\l` or `\r`; centred lines have `\n` between them.
  public static func lines(_ lines: [String], align: Alignment = .center) -> DOTValue {
    let escaped = lines.map { DOTEscaping.rawText($0, in: .value) }
    switch align {
    case .center: return .escString(escaped.joined(separator: "\\n"))
    case .left: return .escString(escaped.map { $0 + "\\l" }.joined())
    case .right: return .escString(escaped.map { $0 + "\\r" }.joined())
    }
  }

  /// Reads a value as a DOT scanner returns it.
  ///
  /// - Parameters:
  ///   - raw: The characters after the scanner has undone its own escapes, `\"` only.
  ///   - attribute: The attribute's name; addresses are escaped in their own way.
  package init(raw: String, attribute: String) {
    if let text = DOTEscaping.text(raw: raw, in: .init(attribute: attribute)) {
      self = .text(text)
    } else {
      self = .escString(raw)
    }
  }

  /// The characters after the scanner has undone its own escapes.
  func raw(attribute: String) -> String {
    switch self {
    case .text(let text): DOTEscaping.rawText(text, in: .init(attribute: attribute))
    case .escString(let raw): raw
    case .html(let label): label.markup
    }
  }

  /// The value as the writer writes it.
  package func written(attribute: String) -> String {
    if case .html(let label) = self { return "<\(label.markup)>" }
    return DOTEscaping.quoted(raw: raw(attribute: attribute))
  }
}

extension DOTValue: Hashable {
  /// Compares what the writer would write.
  ///
  /// - Parameters:
  ///   - left: A value.
  ///   - right: Another value.
  /// - Returns: Whether both are written alike.
  public static func == (left: DOTValue, right: DOTValue) -> Bool {
    DOTEscaping.sameScalars(left.written(attribute: ""), right.written(attribute: ""))
  }

  /// Hashes what the writer would write.
  ///
  /// - Parameter hasher: The hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(written(attribute: ""))
  }
}

extension DOTValue: ExpressibleByStringLiteral {
  /// Makes ``text(_:)``.
  ///
  /// - Parameter value: The text.
  public init(stringLiteral value: String) {
    self = .text(value)
  }
}
