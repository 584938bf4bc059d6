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
  /// Text as it stands that keeps to one line, such as a date.
  case unbroken(String)
  /// An id or other literal.
  case code(String)
  /// A link to a place on the same page.
  case reference([Inline], to: String)
  /// The label of a footnote, which leads to a place on the same page.
  case note(String, to: String)
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
  /// A paragraph that answers the question of its section.
  case answer([Inline])
  /// A list of blocks.
  case list([[Block]], isOrdered: Bool)
  /// A table.
  case table(Table)
  /// A picture.
  case figure(Figure)
  /// A place that references name, around the blocks that belong there.
  case anchored(id: String, [Block])
  /// A long part under a line that says what is in it: on a screen it is closed until a reader opens it or follows a
  /// reference into it, on paper it is open.
  case folded(title: [Inline], [Block])

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

/// A picture of a page.
public struct Figure: Sendable, Equatable {
  /// One on the page.
  public var id: String
  /// The picture as SVG, where there is one.
  public var svg: String?
  /// The same picture drawn from the top down, shown in its place on a screen that is narrow and high.
  public var uprightSVG: String?
  /// Markup that stands in place of the still picture in HTML, trusted as it is: an interactive figure, whose
  /// script the page lists under ``Page/scripts``.
  public var interactive: String?
  /// What it shows in words; formats without pictures have nothing else.
  public var description: String
  /// What stands below it.
  public var caption: [Inline]
  /// Whether a reader may want it larger than the page.
  public var isLarge: Bool
  /// Whether it is no wider than the text.
  public var isNarrow: Bool

  /// Makes a figure.
  ///
  /// - Parameters:
  ///   - id: One on the page.
  ///   - svg: The picture as SVG.
  ///   - interactive: Trusted markup that stands in place of the still picture in HTML.
  ///   - description: What it shows in words.
  ///   - caption: What stands below it.
  ///   - isLarge: Whether a reader may want it larger than the page.
  ///   - isNarrow: Whether it is no wider than the text.
  public init(
    id: String, svg: String?, interactive: String? = nil, description: String,
    caption: [Inline] = [], isLarge: Bool = false, isNarrow: Bool = false
  ) {
    self.id = id
    self.svg = svg
    self.interactive = interactive
    self.description = description
    self.caption = caption
    self.isLarge = isLarge
    self.isNarrow = isNarrow
  }
}

/// A script of a page, which runs only because the page's policy lists its hash.
public struct PageScript: Sendable, Equatable {
  /// The text, trusted as it is; it holds no end tag of a script.
  public var text: String

  /// Makes a script.
  ///
  /// - Parameter text: The text.
  public init(text: String) { self.text = text }
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
  /// Whether each row becomes a card on a narrow screen, its cells one below the other.
  public var isStacked: Bool

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - caption: What the table shows.
  ///   - columns: The columns.
  ///   - rows: The rows, one cell a column.
  ///   - isStacked: Whether each row becomes a card on a narrow screen.
  public init(
    caption: [Inline] = [], columns: [Column], rows: [[[Inline]]], isStacked: Bool = false
  ) {
    self.isStacked = isStacked
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}

/// A page: blocks in order under one title, with the template that HTML is made with.
public struct Page: Sendable, Equatable {
  /// The title.
  public var title: String
  /// The blocks.
  public var blocks: [Block]
  /// What stands at the foot.
  public var footer: [Inline]
  /// The words, the frame and the style.
  public var template: ReportTemplate
  /// The scripts that may run.
  public var scripts: [PageScript]
  /// Style sheets of figures, after that of the template.
  public var styles: [String] = []
  /// Whether what is folded stands open, as on paper.
  public var opensFolds = false

  /// Makes a page.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - blocks: The blocks.
  ///   - footer: What stands at the foot.
  ///   - template: The words, the frame and the style.
  ///   - scripts: The scripts that may run.
  public init(
    title: String, blocks: [Block], footer: [Inline] = [], template: ReportTemplate = .standard,
    scripts: [PageScript] = []
  ) {
    self.title = title
    self.blocks = blocks
    self.footer = footer
    self.template = template
    self.scripts = scripts
  }
}
