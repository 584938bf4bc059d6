extension Page {
  /// The page as one self-contained HTML file, written so that an XML parser reads it too.
  ///
  /// It holds no script, and its policy forbids every request: nothing is loaded when it is opened.
  ///
  /// - Returns: The text, ending in a line end.
  public func html() -> String {
    let language = MarkupText.escaped(language)
    return """
      <!DOCTYPE html>
      <html xmlns="http://www.w3.org/1999/xhtml" lang="\(language)" xml:lang="\(language)">
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="\(PageStyle.securityPolicy)"/>
      <meta name="referrer" content="no-referrer"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>\(MarkupText.escaped(title))</title>
      <style>
      \(PageStyle.sheet)
      </style>
      </head>
      <body>
      <a class="skip" href="#main">Skip to the content</a>
      \(opening)\(contents)<main id="main">
      \(sections)</main>
      </body>
      </html>

      """
  }

  /// The blocks before the first heading of level 2: the title and what stands under it.
  private var opening: String {
    let blocks = blocks.prefix { $0.sectionID == nil }
    return blocks.isEmpty
      ? "" : "<header>\n" + blocks.map(Self.html).joined() + "</header>\n"
  }

  private var contents: String {
    let items = blocks.compactMap { block -> String? in
      guard case .heading(2, let id, let title) = block else { return nil }
      return "<li><a href=\"#\(MarkupText.escaped(id))\">\(Self.html(title))</a></li>\n"
    }
    guard items.count > 1 else { return "" }
    return "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ol>\n"
      + items.joined() + "</ol>\n</nav>\n"
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
      out += Self.html(block)
    }
    return isOpen ? out + "</section>\n" : out
  }

  private static func html(_ block: Block) -> String {
    switch block {
    case .heading(let level, let id, let title):
      let tag = "h\(min(max(level, 1), 6))"
      return "<\(tag) id=\"\(MarkupText.escaped(id))\">\(html(title))</\(tag)>\n"
    case .paragraph(let parts): return "<p>\(html(parts))</p>\n"
    case .list(let items, let isOrdered):
      let tag = isOrdered ? "ol" : "ul"
      return "<\(tag)>\n" + items.map(item).joined() + "</\(tag)>\n"
    case .table(let table): return html(table)
    case .figure(let id, let svg, let description, let caption):
      let id = MarkupText.escaped("zoom-\(id)")
      return """
        <figure>
        <input class="zoom" type="checkbox" id="\(id)"/> <label for="\(id)">Full size</label>
        <div class="picture" role="img" aria-label="\(MarkupText.escaped(description))" tabindex="0">
        \(element(of: svg))
        </div>
        <figcaption>\(html(caption))</figcaption>
        </figure>

        """
    case .anchored(let id, let blocks):
      return "<div class=\"entry\" id=\"\(MarkupText.escaped(id))\">\n"
        + blocks.map(html).joined() + "</div>\n"
    }
  }

  private static func item(_ blocks: [Block]) -> String {
    if blocks.count == 1, case .paragraph(let parts) = blocks[0] {
      return "<li>\(html(parts))</li>\n"
    }
    return "<li>\n" + blocks.map(html).joined() + "</li>\n"
  }

  private static func html(_ table: Table) -> String {
    func cell(_ tag: String, _ column: Int, _ scope: String?, _ content: String) -> String {
      let isNumber =
        table.columns.indices.contains(column) && table.columns[column].alignment == .trailing
      let scope = scope.map { " scope=\"\($0)\"" } ?? ""
      return "<\(tag)\(scope)\(isNumber ? " class=\"number\"" : "")>\(content)</\(tag)>"
    }
    var out = "<div class=\"table\" tabindex=\"0\">\n<table>\n"
    if !table.caption.isEmpty { out += "<caption>\(html(table.caption))</caption>\n" }
    let head = table.columns.enumerated().map {
      cell("th", $0, "col", MarkupText.escaped($1.title))
    }
    out += "<thead><tr>\(head.joined())</tr></thead>\n<tbody>\n"
    for row in table.rows {
      let cells = row.enumerated().map {
        cell($0 == 0 ? "th" : "td", $0, $0 == 0 ? "row" : nil, html($1))
      }
      out += "<tr>\(cells.joined())</tr>\n"
    }
    return out + "</tbody>\n</table>\n</div>\n"
  }

  static func html(_ parts: [Inline]) -> String { parts.map(html).joined() }

  private static func html(_ part: Inline) -> String {
    switch part {
    case .text(let text): return MarkupText.escaped(text)
    case .name(let name): return "<bdi>\(MarkupText.escaped(name))</bdi>"
    case .strong(let parts): return "<strong>\(html(parts))</strong>"
    case .emphasis(let parts): return "<em>\(html(parts))</em>"
    case .code(let text): return "<code>\(MarkupText.escaped(text))</code>"
    case .reference(let text, let id):
      return "<a href=\"#\(MarkupText.escaped(id))\">\(MarkupText.escaped(text))</a>"
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
