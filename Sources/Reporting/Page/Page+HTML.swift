extension Page {
  /// Forbids every request; of scripts only those count whose hash is listed.
  var securityPolicy: String {
    let listed = scripts.map { " " + SHA256.policySource($0.text) }.joined()
    return "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
      + (listed.isEmpty ? "" : "; script-src" + listed)
  }

  /// The page as one self-contained HTML file, written so that an XML parser reads it too.
  ///
  /// Its policy forbids every request, so nothing is loaded when it is opened, and every script but
  /// those of ``scripts``.
  ///
  /// - Returns: The text, ending in a line end.
  public func html() -> String {
    let words = template.words
    var parts = [
      "language": MarkupText.escaped(words.language), "direction": words.direction.rawValue,
      "policy": MarkupText.escaped(securityPolicy), "title": MarkupText.escaped(title),
      "style": ([template.style] + styles).joined(separator: "\n"), "header": opening,
      "main": sections,
      "skip": html(words("page.skip")),
      "scripts": scripts.map { "<script>\($0.text)</script>\n" }.joined(),
    ]
    if let contents {
      parts["contents"] = contents
      parts["contentsTitle"] = html(words("page.contents"))
    }
    if !footer.isEmpty { parts["footer"] = "<p>\(html(footer))</p>\n" }
    return template.page.filled(parts)
  }

  /// The blocks before the first heading of level 2: the title and what stands under it.
  private var opening: String {
    blocks.prefix { $0.sectionID == nil }.map(html).joined()
  }

  private var contents: String? {
    let items = blocks.compactMap { block -> String? in
      guard case .heading(2, let id, let title) = block else { return nil }
      return "<li><a href=\"#\(MarkupText.escaped(id))\">\(html(title))</a></li>\n"
    }
    return items.count > 1 ? "<ol>\n" + items.joined() + "</ol>\n" : nil
  }

  private var sections: String {
    var out = ""
    var isOpen = false
    for block in blocks.drop(while: { $0.sectionID == nil }) {
      if let id = block.sectionID {
        if isOpen { out += "</section>\n" }
        out += "<section aria-labelledby=\"\(MarkupText.escaped(id))\">\n"
        isOpen = true
      }
      out += html(block)
    }
    return isOpen ? out + "</section>\n" : out
  }

  private func html(_ block: Block) -> String {
    switch block {
    case .heading(let level, let id, let title):
      let tag = "h\(min(max(level, 1), 6))"
      return "<\(tag) id=\"\(MarkupText.escaped(id))\">\(html(title))</\(tag)>\n"
    case .paragraph(let parts): return "<p>\(html(parts))</p>\n"
    case .answer(let parts): return "<p class=\"answer\">\(html(parts))</p>\n"
    case .list(let items, let isOrdered):
      let tag = isOrdered ? "ol" : "ul"
      return "<\(tag)>\n" + items.map(item).joined() + "</\(tag)>\n"
    case .table(let table): return html(table)
    case .figure(let figure): return html(figure)
    case .anchored(let id, let blocks):
      return "<div class=\"entry\" id=\"\(MarkupText.escaped(id))\">\n"
        + blocks.map(html).joined() + "</div>\n"
    case .folded(let title, let blocks):
      return "<details class=\"fold\"\(opensFolds ? " open=\"open\"" : "")>\n"
        + "<summary>\(html(title))</summary>\n<div class=\"folded\">\n"
        + blocks.map(html).joined() + "</div>\n</details>\n"
    }
  }

  private func html(_ figure: Figure) -> String {
    guard figure.interactive != nil || figure.svg != nil else {
      return figure.caption.isEmpty ? "" : "<p>\(html(figure.caption))</p>\n"
    }
    let id = MarkupText.escaped(figure.id)
    let caption =
      figure.caption.isEmpty ? "" : "<figcaption>\(html(figure.caption))</figcaption>\n"
    if let interactive = figure.interactive {
      return "<figure id=\"\(id)\">\n\(interactive)\n\(caption)</figure>\n"
    }
    let zoom =
      figure.isLarge
      ? "<input class=\"zoom\" type=\"checkbox\" id=\"\(id)-zoom\"/> "
        + "<label for=\"\(id)-zoom\">\(html(template.words("page.zoom")))</label>\n" : ""
    let hint = figure.sizes.isEmpty ? "" : html(template.words("page.sideways"))
    return """
      <figure id="\(id)"\(figure.attributes)>
      \(zoom)\(frame(figure))
      \(hint.isEmpty ? "" : "<p class=\"sideways\">\(hint)</p>\n")\(caption)</figure>

      """
  }

  /// The picture in a frame, in which it scrolls where its letters would become too small; the frame then takes part in
  /// the order of the keyboard.
  private func frame(_ figure: Figure) -> String {
    let description = MarkupText.escaped(figure.description)
    var out =
      "<div class=\"picture\" role=\"region\" aria-label=\"\(description)\" tabindex=\"0\">\n"
    for (name, svg) in [("broad", figure.svg), ("upright", figure.upright)] {
      guard let svg else { continue }
      out += "<div class=\"\(name)\" role=\"img\" aria-label=\"\(description)\">\n"
      out += "\(Self.element(of: svg))\n</div>\n"
    }
    return out + "</div>"
  }

  private func item(_ blocks: [Block]) -> String {
    if blocks.count == 1, case .paragraph(let parts) = blocks[0] {
      return "<li>\(html(parts))</li>\n"
    }
    return "<li>\n" + blocks.map(html).joined() + "</li>\n"
  }

  private func html(_ table: Table) -> String {
    // A row that becomes a card is no box of a table any more; its roles keep it one.
    func role(_ name: String) -> String { table.isStacked ? " role=\"\(name)\"" : "" }
    func number(_ column: Int) -> String {
      let isNumber =
        table.columns.indices.contains(column) && table.columns[column].alignment == .trailing
      return isNumber ? " class=\"number\"" : ""
    }
    func cell(_ column: Int, _ parts: [Inline]) -> String {
      guard column > 0 else {
        return "<th scope=\"row\"\(role("rowheader"))\(number(0))>\(html(parts))</th>"
      }
      let label =
        table.isStacked && table.columns.indices.contains(column)
        ? " data-label=\"\(MarkupText.escaped(table.columns[column].title))\"" : ""
      return "<td\(role("cell"))\(number(column))\(label)>\(html(parts))</td>"
    }
    let name =
      table.caption.isEmpty
      ? "" : " role=\"region\" aria-label=\"\(MarkupText.escaped(table.caption.plain))\""
    var out = "<div class=\"table\"\(name) tabindex=\"0\">\n"
    out += table.isStacked ? "<table class=\"stack\" role=\"table\">\n" : "<table>\n"
    if !table.caption.isEmpty { out += "<caption>\(html(table.caption))</caption>\n" }
    let head = table.columns.enumerated().map { column, title in
      "<th scope=\"col\"\(role("columnheader"))\(number(column))>\(MarkupText.escaped(title.title))</th>"
    }
    out += "<thead\(role("rowgroup"))><tr\(role("row"))>\(head.joined())</tr></thead>\n"
    out += "<tbody\(role("rowgroup"))>\n"
    for row in table.rows {
      out += "<tr\(role("row"))>\(row.enumerated().map { cell($0, $1) }.joined())</tr>\n"
    }
    return out + "</tbody>\n</table>\n</div>\n"
  }

  func html(_ parts: [Inline]) -> String {
    var out = ""
    for (place, part) in parts.enumerated() {
      // A note stands apart from its word, also where the text is copied; a line may break between two notes.
      if case .note = part, place > 0 {
        if case .note = parts[place - 1] { out += "\u{2009}" } else { out += "\u{202F}" }
      }
      out += html(part)
    }
    return out
  }

  private func html(_ part: Inline) -> String {
    switch part {
    case .text(let text): return MarkupText.escaped(text)
    case .name(let name): return "<bdi>\(MarkupText.escaped(name))</bdi>"
    case .strong(let parts): return "<strong>\(html(parts))</strong>"
    case .emphasis(let parts): return "<em>\(html(parts))</em>"
    case .unbroken(let text): return "<span class=\"unbroken\">\(MarkupText.escaped(text))</span>"
    case .code(let text): return "<code>\(MarkupText.escaped(text))</code>"
    case .reference(let text, let id):
      return "<a href=\"#\(MarkupText.escaped(id))\">\(html(text))</a>"
    case .note(let text, let id):
      let label = template.words.plain("note.label", ["n": .name(text)])
      return "<sup class=\"note\"><a href=\"#\(MarkupText.escaped(id))\" "
        + "aria-label=\"\(MarkupText.escaped(label))\">\(MarkupText.escaped(text))</a></sup>"
    case .link(let text, let address):
      guard MarkupText.isSafe(address: address) else { return MarkupText.escaped(text) }
      return "<a href=\"\(MarkupText.escaped(address))\" rel=\"noreferrer noopener\">"
        + "\(MarkupText.escaped(text))</a>"
    }
  }

  /// The `svg` element of a picture, without the XML declaration and document type before it.
  private static func element(of svg: String) -> Substring {
    guard let start = svg.start(of: "<svg") else { return Substring(svg) }
    var element = svg[start...]
    while element.last?.isWhitespace == true { element.removeLast() }
    return element
  }
}

extension Figure {
  /// The picture from the top down, where that is narrower.
  fileprivate var upright: String? {
    guard let svg, let uprightSVG, let broad = ReadableSize(of: svg),
      let upright = ReadableSize(of: uprightSVG), upright.width < broad.width
    else { return nil }
    return uprightSVG
  }

  /// The sizes at which its pictures can be read, as variables of a style sheet.
  fileprivate var sizes: [String] {
    [("broad", svg), ("upright", upright)].compactMap { name, svg in
      svg.flatMap { ReadableSize(of: $0) }.map {
        "--\(name): \($0.width)px; --\(name)-height: \($0.height)px"
      }
    }
  }

  /// What the style sheet is told of it.
  fileprivate var attributes: String {
    let isWide = svg.flatMap { ReadableSize(of: $0) }?.isWide == true
    let classes = [
      isNarrow ? "narrow" : nil, isWide ? "wide" : nil, upright == nil ? nil : "turns",
    ].compactMap { $0 }
    var out = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
    if !sizes.isEmpty { out += " style=\"\(sizes.joined(separator: "; "))\"" }
    return out
  }
}

extension Block {
  /// The id of a heading of level 2, which begins a section.
  fileprivate var sectionID: String? {
    if case .heading(2, let id, _) = self { id } else { nil }
  }
}

extension String {
  /// Where a text first occurs.
  fileprivate func start(of text: String) -> String.Index? {
    var place = startIndex
    while place < endIndex {
      if self[place...].hasPrefix(text) { return place }
      formIndex(after: &place)
    }
    return nil
  }
}
