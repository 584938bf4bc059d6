/// A part of a finding: a title, and lines with what belongs to each.
///
/// The same passages make the text for a terminal and the page for Markdown and HTML.
struct Passage {
  /// A line and what belongs to it.
  struct Entry {
    /// The line; it may hold text from data.
    var head: String
    /// What belongs to it, a line each.
    var details: [String] = []
  }

  /// The title, text of ours.
  var title: String
  /// The lines.
  var entries: [Entry]

  /// The passage as lines for a terminal, after an empty one; control characters from data are shown
  /// as escapes.
  func lines(_ style: TerminalStyle) -> [String] {
    ["", style.bold(VisibleText.line(title))]
      + entries.flatMap { entry in
        Self.wrapped(entry.head, first: "  ", rest: "    ", style)
          + entry.details.flatMap { Self.wrapped($0, first: "    ", rest: "      ", style) }
      }
  }

  /// The passage as a section of a page.
  var blocks: [Block] {
    [
      .heading(2, id: Anchor.id("part", title), [.text(title)]),
      .list(
        entries.map { entry in
          [.paragraph([.name(entry.head)])]
            + (entry.details.isEmpty ? [] : [.lines(entry.details.map { [.name($0)] })])
        }, isOrdered: false),
    ]
  }

  /// A text on lines of a terminal.
  ///
  /// - Parameters:
  ///   - text: The text, which may come from data.
  ///   - first: What the first line begins with.
  ///   - rest: What the others begin with, at least as long.
  ///   - style: How the text looks.
  /// - Returns: The lines; one for an empty text.
  static func wrapped(
    _ text: String, first: String = "", rest: String = "", _ style: TerminalStyle
  ) -> [String] {
    let lines = VisibleText.wrapped(
      VisibleText.line(text), columns: style.columns - VisibleText.width(of: rest))
    return lines.isEmpty ? [first] : lines.enumerated().map { ($0 == 0 ? first : rest) + $1 }
  }
}
