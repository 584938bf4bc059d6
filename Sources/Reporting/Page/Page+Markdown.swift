extension Page {
  /// The page as CommonMark with the pipe tables that GitHub and most readers know.
  ///
  /// Pictures are left out and their description stands in their place: CommonMark has no drawing of
  /// its own.
  ///
  /// - Returns: The text, ending in a line end.
  public func markdown() -> String {
    let foot: [Block] = footer.isEmpty ? [] : [.paragraph(footer)]
    return (blocks + foot).map(Self.markdown).filter { !$0.isEmpty }.joined(separator: "\n\n")
      + "\n"
  }

  private static func markdown(_ block: Block) -> String {
    switch block {
    case .heading(let level, _, let title):
      return String(repeating: "#", count: min(max(level, 1), 6)) + " " + markdown(title)
    case .paragraph(let parts), .answer(let parts): return markdown(parts)
    case .list(let items, let isOrdered): return markdown(items, isOrdered: isOrdered)
    case .table(let table): return markdown(table)
    case .figure(let figure):
      return markdown(figure.caption.isEmpty ? [.text(figure.description)] : figure.caption)
    case .anchored(_, let blocks): return blocks.map(markdown).joined(separator: "\n\n")
    case .folded(let title, let blocks):
      return ([.paragraph([.strong(title)])] + blocks).map(markdown).joined(separator: "\n\n")
    }
  }

  private static func markdown(_ items: [[Block]], isOrdered: Bool) -> String {
    let isTight = items.allSatisfy { blocks in
      blocks.allSatisfy {
        if case .paragraph = $0 { true } else if case .list = $0 { true } else { false }
      }
    }
    return items.enumerated().map { index, blocks in
      let marker = isOrdered ? "\(index + 1). " : "- "
      let indent = String(repeating: " ", count: marker.count)
      let text = blocks.map(markdown).joined(separator: isTight ? "\n" : "\n\n")
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.enumerated().map { row, line in
        row == 0 ? marker + line : line.isEmpty ? "" : indent + line
      }.joined(separator: "\n")
    }.joined(separator: isTight ? "\n" : "\n\n")
  }

  private static func markdown(_ table: Table) -> String {
    var lines: [String] = []
    if !table.caption.isEmpty { lines += [markdown(table.caption), ""] }
    lines.append(
      "| " + table.columns.map { MarkdownText.escaped($0.title) }.joined(separator: " | ") + " |")
    lines.append(
      "| "
        + table.columns.map { $0.alignment == .trailing ? "---:" : "---" }.joined(separator: " | ")
        + " |")
    for row in table.rows {
      lines.append("| " + row.map(markdown).joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n")
  }

  static func markdown(_ parts: [Inline]) -> String {
    parts.reduce(into: "") { out, part in
      let next = markdown(part, isStart: out.isEmpty)
      // A number and a full stop would begin a list, of whatever pieces they come.
      let isNumber = !out.isEmpty && out.allSatisfy { ("0"..."9").contains($0) }
      out += isNumber && (next.first == "." || next.first == ")") ? "\\" + next : next
    }
  }

  private static func markdown(_ part: Inline, isStart: Bool) -> String {
    switch part {
    case .text(let text), .unbroken(let text): return spaced(text, isStart: isStart)
    case .name(let name): return MarkdownText.escaped(name, isStart: isStart)
    case .strong(let parts): return wrapped(markdown(parts), in: "**")
    case .emphasis(let parts): return wrapped(markdown(parts), in: "*")
    case .code(let text): return MarkdownText.escaped(text)
    case .reference(let text, _): return markdown(text)
    case .note(let text, _): return "\\[\(MarkdownText.escaped(text))\\]"
    case .link(let text, let address):
      guard MarkupText.isSafe(address: address) else { return MarkdownText.escaped(text) }
      return "[\(MarkdownText.escaped(text))](<\(MarkdownText.address(address))>)"
    }
  }

  private static func wrapped(_ text: String, in mark: String) -> String {
    text.isEmpty ? "" : mark + text + mark
  }

  /// Escapes text but keeps the spaces at its ends, which part it from its neighbours.
  private static func spaced(_ text: String, isStart: Bool) -> String {
    let escaped = MarkdownText.escaped(text, isStart: isStart)
    guard !escaped.isEmpty else { return text.isEmpty ? "" : " " }
    return (text.first == " " ? " " : "") + escaped + (text.last == " " ? " " : "")
  }
}
