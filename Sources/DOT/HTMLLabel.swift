/// An HTML-like label, made of structured parts so that no text in it can become markup.
///
///     HTMLLabel(HTMLTable([.border(0)], rows: [
///       HTMLRow([HTMLCell([], [.text("AT&T"), .lineBreak(.left), .bold([.text("1")])])])
///     ]))
///
/// It has no part that reads a file: `<IMG>` can only come in through ``init(markup:)``.
public struct HTMLLabel: Sendable, Hashable {
  /// What stands between the outer angle brackets.
  public let markup: String

  /// Makes a label of text.
  ///
  /// - Parameter content: The parts of the text.
  public init(_ content: [HTMLText]) {
    markup = content.map(\.markup).joined()
  }

  /// Makes a label of a table.
  ///
  /// - Parameter table: The table.
  public init(_ table: HTMLTable) {
    markup = table.markup
  }

  /// Takes markup as it was read from a file.
  ///
  /// It is not looked into beyond its angle brackets. Where they are not balanced the label would end
  /// elsewhere, and a NUL would end the file: then there is no label.
  ///
  /// - Parameter markup: What stands between the outer angle brackets.
  public init?(markup: String) {
    var depth = 1
    for byte in markup.utf8 {
      if byte == UInt8(ascii: "<") { depth += 1 }
      if byte == UInt8(ascii: ">") { depth -= 1 }
      if depth == 0 || byte == 0 { return nil }
    }
    guard depth == 1 else { return nil }
    self.markup = markup
  }

  /// Compares the markup, scalar by scalar.
  ///
  /// - Parameters:
  ///   - left: A label.
  ///   - right: Another label.
  /// - Returns: Whether both are written alike.
  public static func == (left: HTMLLabel, right: HTMLLabel) -> Bool {
    DOTEscaping.sameScalars(left.markup, right.markup)
  }
}

/// A part of the text in an HTML-like label.
public indirect enum HTMLText: Sendable, Hashable {
  /// Text shown as it stands; a line end becomes a centred break.
  case text(String)
  /// Bold text.
  case bold([HTMLText])
  /// Italic text.
  case italic([HTMLText])
  /// Underlined text.
  case underline([HTMLText])
  /// Text in another font; what is nil stays as it is around it.
  case font(color: String? = nil, face: String? = nil, pointSize: Double? = nil, [HTMLText])
  /// The end of a line, which lies as said.
  case lineBreak(DOTValue.Alignment = .center)

  var markup: String {
    switch self {
    case .text(let text): return HTMLEscaping.content(text)
    case .bold(let parts): return Self.element("B", [], parts)
    case .italic(let parts): return Self.element("I", [], parts)
    case .underline(let parts): return Self.element("U", [], parts)
    case .lineBreak(.center): return "<BR/>"
    case .lineBreak(.left): return "<BR ALIGN=\"LEFT\"/>"
    case .lineBreak(.right): return "<BR ALIGN=\"RIGHT\"/>"
    case .font(let color, let face, let pointSize, let parts):
      var attributes: [HTMLAttribute] = []
      if let color { attributes.append(HTMLAttribute("COLOR", color)) }
      if let face { attributes.append(HTMLAttribute("FACE", face)) }
      if let pointSize { attributes.append(HTMLAttribute("POINT-SIZE", pointSize)) }
      if attributes.isEmpty { return parts.map(\.markup).joined() }
      return Self.element("FONT", attributes, parts)
    }
  }

  /// An element around parts, or nothing around nothing, which Graphviz would refuse.
  private static func element(
    _ name: String, _ attributes: [HTMLAttribute], _ parts: [HTMLText]
  ) -> String {
    let content = parts.map(\.markup).joined()
    return content.isEmpty ? "" : "<\(name)\(attributes.markup)>\(content)</\(name)>"
  }
}
