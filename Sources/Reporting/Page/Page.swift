/// A piece of running text; every format writes it in its own way and escapes it as it must.
public indirect enum Inline: Sendable, Equatable {
  /// Text as it stands.
  case text(String)
  /// A name or other text from data, whose direction is its own.
  case name(String)
  /// Important text.
  case strong([Inline])
  /// Stressed or set-apart text.
  case emphasis([Inline])
  /// An id or other literal.
  case code(String)
  /// A link to a place on the same page.
  case reference(String, to: String)
  /// A link to an address; written as plain text unless it is `http` or `https`.
  case link(String, address: String)
}

extension Inline: ExpressibleByStringInterpolation {
  /// Makes text.
  ///
  /// - Parameter value: The text.
  public init(stringLiteral value: String) {
    self = .text(value)
  }
}

/// A block of a page.
public indirect enum Block: Sendable, Equatable {
  /// A heading; level 1 is the page's title. The id is the place that references name.
  case heading(Int, id: String, [Inline])
  /// A paragraph.
  case paragraph([Inline])
  /// A list of blocks.
  case list([[Block]], isOrdered: Bool)
  /// A table.
  case table(Table)
  /// A picture as SVG, with its caption and what it shows in words; the id is one on the page.
  case figure(id: String, svg: String, description: String, caption: [Inline])
  /// A place that references name, around the blocks that belong there.
  case anchored(id: String, [Block])

  /// A list of single lines.
  ///
  /// - Parameters:
  ///   - items: The lines.
  ///   - isOrdered: Whether they are numbered.
  /// - Returns: The list.
  static func lines(_ items: [[Inline]], isOrdered: Bool = false) -> Block {
    .list(items.map { [.paragraph($0)] }, isOrdered: isOrdered)
  }
}

/// A table of a page.
public struct Table: Sendable, Equatable {
  /// How a column is set.
  public enum Alignment: Sendable {
    /// Text.
    case leading
    /// Numbers.
    case trailing
  }

  /// A column.
  public struct Column: Sendable, Equatable {
    /// The heading.
    public var title: String
    /// How the column is set.
    public var alignment: Alignment

    /// Makes a column.
    ///
    /// - Parameters:
    ///   - title: The heading.
    ///   - alignment: How the column is set.
    public init(_ title: String, _ alignment: Alignment = .leading) {
      self.title = title
      self.alignment = alignment
    }
  }

  /// What the table shows.
  public var caption: [Inline]
  /// The columns.
  public var columns: [Column]
  /// The rows: one cell a column, the first naming the row.
  public var rows: [[[Inline]]]

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - caption: What the table shows.
  ///   - columns: The columns.
  ///   - rows: The rows, one cell a column.
  public init(caption: [Inline] = [], columns: [Column], rows: [[[Inline]]]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}

/// A page: blocks in order under one title.
public struct Page: Sendable, Equatable {
  /// The title.
  public var title: String
  /// The language of the text, a BCP 47 tag.
  public var language: String
  /// The blocks.
  public var blocks: [Block]

  /// Makes a page.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - language: The language of the text, a BCP 47 tag.
  ///   - blocks: The blocks.
  public init(title: String, language: String = "en", blocks: [Block]) {
    self.title = title
    self.language = language
    self.blocks = blocks
  }
}
