internal import Evidence

extension InteractiveFigure {
  /// What a figure is put together from.
  struct Body {
    var title: String
    var subtitle = ""
    /// What else a reader must know, a sentence each.
    var notes: [String] = []
    var sourceLine = ""
    var svg: String
    var darkSVG: String?
    var legend = ""
    var data: FigureData?
  }

  /// The figure as HTML.
  func html(_ body: Body) -> String {
    let title = FigureTables.text(body.title)
    let level = min(max(headingLevel, 2), 5)
    var out = "<div class=\"tl\" id=\"\(idPrefix)figure\" data-level=\"\(level)\">\n"
    out += "<figure class=\"tl-figure\">\n"
    out += "<input class=\"tl-zoom\" type=\"checkbox\" id=\"\(idPrefix)size\"/> "
    out += "<label class=\"tl-zoom-label\" for=\"\(idPrefix)size\">"
    out += "\(FigureTables.text(words.plain("page.zoom")))</label>\n"
    out += "<div class=\"tl-stage\">\n"
    out += """
      <div class="tl-picture\(body.darkSVG == nil ? "" : " tl-twin")" id="\(idPrefix)picture" role="img" \
      aria-label="\(title)\(FigureTables.text(description(body)))" tabindex="0">
      \(Self.element(of: body.svg))

      """
    if let dark = body.darkSVG { out += Self.element(of: dark) + "\n" }
    out += "</div>\n</div>\n\(body.legend)"
    let caption = ([body.subtitle] + body.notes + [body.sourceLine]).filter { !$0.isEmpty }
    if !caption.isEmpty {
      out += "<figcaption>\n"
      out += caption.map { "<p>\(FigureTables.name($0))</p>\n" }.joined()
      out += "</figcaption>\n"
    }
    out += "</figure>\n"
    if let data = body.data {
      if hasTables { out += FigureTables(data: data).html }
      out += "<script type=\"application/json\" id=\"\(idPrefix)data\">\(data.json)</script>\n"
    }
    let json = FigureData.embedded(ViewerWords(words: words).json.text())
    out += "<script type=\"application/json\" id=\"\(idPrefix)words\">\(json)</script>\n"
    return out + "</div>\n"
  }

  private func description(_ body: Body) -> String {
    guard let data = body.data else { return "" }
    return words.plain(
      "viewer.description",
      [
        "nodes": .count(data.nodes.count), "lines": .count(data.lines.count),
        "tables": .flag(hasTables),
      ])
  }

  /// The `svg` element of a picture, without the XML declaration and document type before it.
  static func element(of svg: String) -> String {
    var rest = Substring(svg)
    while let mark = rest.firstIndex(of: "<") {
      rest = rest[mark...]
      if rest.hasPrefix("<svg") { break }
      rest = rest.dropFirst()
    }
    var element = rest
    while element.last?.isWhitespace == true { element.removeLast() }
    return String(element)
  }
}
