/// A table in an HTML-like label.
public struct HTMLTable: Sendable, Hashable {
  /// The table's attributes.
  public var attributes: [HTMLAttribute]

  /// The rows, from the top. Graphviz refuses a table without a row and a row without a cell.
  public var rows: [HTMLRow]

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - attributes: The table's attributes.
  ///   - rows: The rows, from the top.
  public init(_ attributes: [HTMLAttribute] = [], rows: [HTMLRow]) {
    self.attributes = attributes
    self.rows = rows
  }

  var markup: String {
    let rows = rows.map { "<TR>\($0.cells.map(\.markup).joined())</TR>" }.joined()
    return "<TABLE\(attributes.markup)>\(rows)</TABLE>"
  }
}

/// A row of a table.
public struct HTMLRow: Sendable, Hashable {
  /// The cells, from the left.
  public var cells: [HTMLCell]

  /// Makes a row.
  ///
  /// - Parameter cells: The cells, from the left.
  public init(_ cells: [HTMLCell]) {
    self.cells = cells
  }
}

/// A cell of a table.
public struct HTMLCell: Sendable, Hashable {
  /// What a cell holds.
  public enum Content: Sendable, Hashable {
    /// Text.
    case text([HTMLText])
    /// A table in the cell.
    case table(HTMLTable)
  }

  /// The cell's attributes.
  public var attributes: [HTMLAttribute]

  /// What the cell holds.
  public var content: Content

  /// Makes a cell of text.
  ///
  /// - Parameters:
  ///   - attributes: The cell's attributes.
  ///   - text: The parts of the text.
  public init(_ attributes: [HTMLAttribute], _ text: [HTMLText]) {
    self.attributes = attributes
    content = .text(text)
  }

  /// Makes a cell of plain text.
  ///
  /// - Parameters:
  ///   - attributes: The cell's attributes.
  ///   - text: The text, shown as it stands.
  public init(_ attributes: [HTMLAttribute] = [], text: String) {
    self.init(attributes, [.text(text)])
  }

  /// Makes a cell that holds a table.
  ///
  /// - Parameters:
  ///   - attributes: The cell's attributes.
  ///   - table: The table in the cell.
  public init(_ attributes: [HTMLAttribute] = [], table: HTMLTable) {
    self.attributes = attributes
    content = .table(table)
  }

  var markup: String {
    let inside =
      switch content {
      case .text(let parts): parts.map(\.markup).joined()
      case .table(let table): table.markup
      }
    return "<TD\(attributes.markup)>\(inside)</TD>"
  }
}
