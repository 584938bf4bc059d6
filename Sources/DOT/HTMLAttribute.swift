/// An attribute of a table or cell in an HTML-like label.
public struct HTMLAttribute: Sendable, Hashable {
  let name: String
  let writtenValue: String

  init(_ name: String, _ value: String) {
    self.init(name, raw: DOTEscaping.rawName(value))
  }

  init(_ name: String, _ value: Int) {
    self.init(name, raw: String(value))
  }

  init(_ name: String, _ value: Double) {
    self.init(name, raw: DOTValue.number(value).raw(attribute: name))
  }

  /// Takes a value as Graphviz shall have it after reading the XML.
  private init(_ name: String, raw: String) {
    self.name = name
    writtenValue = HTMLEscaping.xml(raw)
  }

  /// The width of the border, in points.
  ///
  /// - Parameter width: 0 or more.
  /// - Returns: `BORDER`.
  public static func border(_ width: Int) -> Self { Self("BORDER", width) }

  /// The width of the border of each cell of a table, in points.
  ///
  /// - Parameter width: 0 or more.
  /// - Returns: `CELLBORDER`.
  public static func cellBorder(_ width: Int) -> Self { Self("CELLBORDER", width) }

  /// The room between border and content, in points.
  ///
  /// - Parameter room: 0 or more.
  /// - Returns: `CELLPADDING`.
  public static func cellPadding(_ room: Int) -> Self { Self("CELLPADDING", room) }

  /// The room between cells, in points.
  ///
  /// - Parameter room: 0 or more.
  /// - Returns: `CELLSPACING`.
  public static func cellSpacing(_ room: Int) -> Self { Self("CELLSPACING", room) }

  /// The colour behind the content.
  ///
  /// - Parameter color: A colour of Graphviz, such as `#ff0000` or `lightgrey`.
  /// - Returns: `BGCOLOR`.
  public static func background(_ color: String) -> Self { Self("BGCOLOR", color) }

  /// The colour of the border.
  ///
  /// - Parameter color: A colour of Graphviz, such as `#ff0000` or `lightgrey`.
  /// - Returns: `COLOR`.
  public static func color(_ color: String) -> Self { Self("COLOR", color) }

  /// The style, such as `ROUNDED`.
  ///
  /// - Parameter style: A style of Graphviz.
  /// - Returns: `STYLE`.
  public static func style(_ style: String) -> Self { Self("STYLE", style) }

  /// How the content of a cell lies.
  ///
  /// - Parameter alignment: Left, right or centred.
  /// - Returns: `ALIGN`.
  public static func align(_ alignment: DOTValue.Alignment) -> Self {
    switch alignment {
    case .center: Self("ALIGN", "CENTER")
    case .left: Self("ALIGN", "LEFT")
    case .right: Self("ALIGN", "RIGHT")
    }
  }

  /// How many columns a cell takes.
  ///
  /// - Parameter columns: 1 or more.
  /// - Returns: `COLSPAN`.
  public static func columnSpan(_ columns: Int) -> Self { Self("COLSPAN", columns) }

  /// How many rows a cell takes.
  ///
  /// - Parameter rows: 1 or more.
  /// - Returns: `ROWSPAN`.
  public static func rowSpan(_ rows: Int) -> Self { Self("ROWSPAN", rows) }

  /// The least width, in points.
  ///
  /// - Parameter points: 0 or more.
  /// - Returns: `WIDTH`.
  public static func width(_ points: Int) -> Self { Self("WIDTH", points) }

  /// The least height, in points.
  ///
  /// - Parameter points: 0 or more.
  /// - Returns: `HEIGHT`.
  public static func height(_ points: Int) -> Self { Self("HEIGHT", points) }

  /// The name by which an edge finds the cell.
  ///
  /// - Parameter name: A name without a colon; see ``DOTPort/named(_:)``.
  /// - Returns: `PORT`.
  public static func port(_ name: String) -> Self { Self("PORT", name) }

  /// The address that a click opens.
  ///
  /// - Parameter address: The address as it is, with plain `&`.
  /// - Returns: `HREF`.
  public static func href(_ address: String) -> Self {
    Self("HREF", raw: DOTEscaping.rawText(address, in: .url))
  }

  /// The text shown when the pointer rests on the cell. Graphviz shows it only where there is an address.
  ///
  /// - Parameter text: The text as it is.
  /// - Returns: `TITLE`.
  public static func title(_ text: String) -> Self {
    Self("TITLE", raw: DOTEscaping.rawText(text, in: .value))
  }
}

extension [HTMLAttribute] {
  var markup: String {
    map { " \($0.name)=\"\($0.writtenValue)\"" }.joined()
  }
}
