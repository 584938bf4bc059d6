extension Page {
  /// The page as CommonMark with the pipe tables that GitHub and most readers know.
  ///
  /// Pictures are left out and their description stands in their place: CommonMark has no drawing of its own. A place
  /// that something on the page leads to has an `<a id="...">`, the one piece of HTML, since CommonMark has no places
  /// of its own either; a reader that shows no HTML leaves it out.
  ///
  /// - Returns: The text, ending in a line end.
  public func markdown() -> String {
    let foot: [Block] = footer.isEmpty ? [] : [.paragraph(footer)]
    return MarkdownPage(blocks + foot).text
  }

  /// Running text as CommonMark, without links to places on a page.
  static func markdown(_ parts: [Inline]) -> String { MarkdownPage([]).markdown(parts) }
}

/// A page on its way to CommonMark.
private struct MarkdownPage {
  let blocks: [Block]
  /// The places that are there and that something leads to.
  let places: Set<String>

  init(_ blocks: [Block]) {
    self.blocks = blocks
    places = Set(blocks.flatMap(\.places)).intersection(blocks.flatMap(\.targets))
  }

  var text: String {
    blocks.map(markdown).filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// The mark of a place, if something leads to it.
  private func place(_ id: String) -> String {
    places.contains(id) ? "<a id=\"\(MarkupText.escaped(id))\"></a>" : ""
  }

  private func markdown(_ block: Block) -> String {
    switch block {
    case .heading(let level, let id, let title):
      return String(repeating: "#", count: min(max(level, 1), 6)) + " " + place(id)
        + markdown(title)
    case .paragraph(let parts), .answer(let parts): return markdown(parts)
    case .list(let items, let isOrdered): return markdown(items, isOrdered: isOrdered)
    case .table(let table): return markdown(table)
    case .figure(let figure):
      return place(figure.id)
        + markdown(figure.caption.isEmpty ? [.text(figure.description)] : figure.caption)
    case .anchored(let id, let blocks):
      let mark = place(id)
      var written = blocks.map(markdown)
      guard !mark.isEmpty else { return written.joined(separator: "\n\n") }
      if case .paragraph? = blocks.first, !written[0].isEmpty {
        written[0] = mark + written[0]
      } else {
        written.insert(mark, at: 0)
      }
      return written.joined(separator: "\n\n")
    case .folded(let title, let blocks):
      return ([.paragraph([.strong(title)])] + blocks).map(markdown).joined(separator: "\n\n")
    }
  }

  private func markdown(_ items: [[Block]], isOrdered: Bool) -> String {
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

  private func markdown(_ table: Table) -> String {
    var lines: [String] = []
    if !table.caption.isEmpty { lines += [markdown(table.caption), ""] }
    lines.append(
      "| " + table.columns.map { MarkdownText.escaped($0.title) }.joined(separator: " | ") + " |")
    lines.append(
      "| "
        + table.columns.map { $0.alignment == .trailing ? "---:" : "---" }.joined(separator: " | ")
        + " |")
    for row in table.rows {
      lines.append("| " + row.map { markdown($0) }.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n")
  }

  func markdown(_ parts: [Inline], isLinked: Bool = false) -> String {
    parts.reduce(into: "") { out, part in
      let next = markdown(part, isStart: out.isEmpty, isLinked: isLinked)
      // A number and a full stop would begin a list, of whatever pieces they come.
      let isNumber = !out.isEmpty && out.allSatisfy { ("0"..."9").contains($0) }
      out += isNumber && (next.first == "." || next.first == ")") ? "\\" + next : next
    }
  }

  /// A piece of running text, which may stand where a block begins, or in a link, which holds no other.
  private func markdown(_ part: Inline, isStart: Bool, isLinked: Bool) -> String {
    switch part {
    case .text(let text), .unbroken(let text): return spaced(text, isStart: isStart)
    case .name(let name): return MarkdownText.escaped(name, isStart: isStart)
    case .strong(let parts): return wrapped(markdown(parts, isLinked: isLinked), in: "**")
    case .emphasis(let parts): return wrapped(markdown(parts, isLinked: isLinked), in: "*")
    case .code(let text): return MarkdownText.escaped(text)
    case .reference(let text, let id):
      guard !isLinked, places.contains(id) else { return markdown(text, isLinked: isLinked) }
      let inside = markdown(text, isLinked: true)
      return inside.isEmpty ? "" : "[\(inside)](#\(id))"
    case .note(let text, let id):
      // The brackets tell a note from a number of the text.
      let label = "\\[\(MarkdownText.escaped(text))\\]"
      return !isLinked && places.contains(id) ? "[\(label)](#\(id))" : label
    case .link(let text, let address):
      guard !isLinked, MarkupText.isSafe(address: address) else {
        return MarkdownText.escaped(text)
      }
      return "[\(MarkdownText.escaped(text))](<\(MarkdownText.address(address))>)"
    }
  }

  private func wrapped(_ text: String, in mark: String) -> String {
    text.isEmpty ? "" : mark + text + mark
  }

  /// Escapes text but keeps the spaces at its ends, which part it from its neighbours.
  private func spaced(_ text: String, isStart: Bool) -> String {
    let escaped = MarkdownText.escaped(text, isStart: isStart)
    guard !escaped.isEmpty else { return text.isEmpty ? "" : " " }
    return (text.first == " " ? " " : "") + escaped + (text.last == " " ? " " : "")
  }
}

extension Block {
  /// The places that it has.
  fileprivate var places: [String] {
    switch self {
    case .heading(_, let id, _): [id]
    case .paragraph, .answer, .table: []
    case .list(let items, _): items.flatMap { $0.flatMap(\.places) }
    case .figure(let figure): [figure.id]
    case .anchored(let id, let blocks): [id] + blocks.flatMap(\.places)
    case .folded(_, let blocks): blocks.flatMap(\.places)
    }
  }

  /// The places that it leads to.
  fileprivate var targets: [String] {
    switch self {
    case .heading(_, _, let parts), .paragraph(let parts), .answer(let parts):
      parts.flatMap(\.targets)
    case .list(let items, _): items.flatMap { $0.flatMap(\.targets) }
    case .table(let table):
      (table.caption + table.rows.flatMap { $0.flatMap { $0 } }).flatMap(\.targets)
    case .figure(let figure): figure.caption.flatMap(\.targets)
    case .anchored(_, let blocks): blocks.flatMap(\.targets)
    case .folded(let title, let blocks): title.flatMap(\.targets) + blocks.flatMap(\.targets)
    }
  }
}

extension Inline {
  /// The places that it leads to.
  fileprivate var targets: [String] {
    switch self {
    case .text, .name, .unbroken, .code, .link: []
    case .strong(let parts), .emphasis(let parts): parts.flatMap(\.targets)
    case .reference(let parts, let id): [id] + parts.flatMap(\.targets)
    case .note(_, let id): [id]
    }
  }
}
