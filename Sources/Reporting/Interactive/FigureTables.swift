internal import Evidence
internal import InfluenceAnalysis

/// Everything that a figure knows as tables, for readers without script, for print, and for those who rather read.
struct FigureTables {
  let data: FigureData

  private var figure: InteractiveFigure { data.figure }
  private var isEvidence: Bool { figure.network != nil }
  private var words: Words { figure.words }
  /// Part of the keys of what is called differently in evidence and in a plain network.
  private var sort: String { isEvidence ? "evidence" : "plain" }

  /// So many rows stand open; longer tables open on demand.
  static let openRows = 600

  /// The tables of nodes, lines and sources.
  var html: String {
    section("nodes", "figure.nodes." + sort, count: data.nodes.count, nodeTable)
      + section("lines", "figure.lines." + sort, count: data.lines.count, lineTable)
      + (data.sources.isEmpty
        ? "" : section("sources", "figure.sources", count: data.sources.count, sourceList))
  }

  private func section(_ name: String, _ key: String, count: Int, _ body: String) -> String {
    let level = min(max(figure.headingLevel, 2), 6)
    let title = told(key)
    let heading = "<h\(level) id=\"\(figure.idPrefix)\(name)\">\(title) (\(count))</h\(level)>\n"
    let content =
      count > Self.openRows
      ? "<details><summary>\(told("figure.all", count))</summary>\n\(body)</details>\n" : body
    let label = "aria-labelledby=\"\(figure.idPrefix)\(name)\""
    return "<section class=\"tl-section\" \(label)>\n\(heading)\(content)</section>\n"
  }

  private func told(_ key: String, _ count: Int = 0) -> String {
    Self.text(words.plain(key, ["n": .count(count)]))
  }

  private func column(_ key: String, isLabelled: Bool = false) -> Column {
    Column(title: told("figure.column." + key), isLabelled: isLabelled)
  }

  /// A column of a table.
  private struct Column {
    /// The title, as it stands in HTML.
    let title: String
    /// Whether its cells say what they are where a row has become a block, on a phone and on paper.
    var isLabelled = false
  }

  private func table(
    _ caption: String, _ columns: [Column], _ rows: [(id: String, cells: [String])]
  ) -> String {
    // A table that is wider than a phone scrolls by itself, and then takes part in the order of the keyboard.
    """
    <div class="tl-table" tabindex="0" role="region" aria-label="\(Self.text(caption))">
    <table>
    <caption>\(Self.text(caption))</caption>
    <thead><tr>\(columns.map { "<th scope=\"col\">\($0.title)</th>" }.joined())</tr></thead>
    <tbody>
    \(rows.map { row($0.id, $0.cells, columns) }.joined(separator: "\n"))
    </tbody>
    </table>
    </div>

    """
  }

  /// A row whose first cell names it.
  private func row(_ id: String, _ cells: [String], _ columns: [Column]) -> String {
    var out = "<tr id=\"\(figure.idPrefix)row-\(id)\">"
    for (place, (cell, column)) in zip(cells, columns).enumerated() {
      if place == 0 {
        out += "<th scope=\"row\">\(cell)</th>"
      } else {
        let label = column.isLabelled && !cell.isEmpty ? " data-label=\"\(column.title)\"" : ""
        out += "<td\(label)>\(cell)</td>"
      }
    }
    return out + "</tr>"
  }

  static func text(_ text: String) -> String { MarkupText.escaped(VisibleText.line(text)) }

  static func name(_ text: String) -> String { "<bdi>\(Self.text(text))</bdi>" }

  private static func facts(_ facts: [InteractiveFigure.Fact]) -> String {
    facts.map { "\(name($0.name)): \(name($0.value))" }.joined(separator: "; ")
  }
}

extension FigureTables {
  private var nodeTable: String {
    let hasKinds = data.nodes.contains { !$0.node.kind.isEmpty }
    let hasFacts = data.nodes.contains { !$0.facts.isEmpty || !$0.said.isEmpty }
    var degrees = Array(repeating: (incoming: 0, outgoing: 0), count: data.nodes.count)
    for line in data.lines {
      degrees[line.tail].outgoing += 1
      degrees[line.head].incoming += 1
    }
    var columns = [column("name")]
    if hasKinds { columns.append(column("kind")) }
    if let group = data.groupName {
      columns.append(Column(title: Self.text(group), isLabelled: true))
    }
    if isEvidence {
      columns += ["dates", "aliases"].map { column($0, isLabelled: true) }
    }
    columns.append(column("links", isLabelled: true))
    if hasFacts { columns.append(column(isEvidence ? "said" : "attributes")) }
    let rows = data.nodes.enumerated().map { index, node in
      var cells = [Self.name(node.node.name)]
      if hasKinds { cells.append(Self.text(data.context?.kind(node.node.kind) ?? node.node.kind)) }
      if data.groupName != nil { cells.append(Self.text(node.group ?? "")) }
      if isEvidence {
        cells.append(Self.text(node.dates.joined(separator: words.plain("list.semicolon"))))
        cells.append(node.aliases.map(Self.name).joined(separator: ", "))
      }
      cells.append("\(degrees[index].incoming + degrees[index].outgoing)")
      if hasFacts {
        cells.append(Self.facts(node.facts) + statements(node.said, showsSentence: true))
      }
      return (id: "n\(index)", cells: cells)
    }
    return table(words.plain("figure.table.nodes." + sort), columns, rows)
  }

  private var lineTable: String {
    let hasLabels = data.lines.contains { !$0.line.label.isEmpty }
    let hasFacts = data.lines.contains { !$0.facts.isEmpty }
    var columns = [column("from")]
    if hasLabels { columns.append(column("link")) }
    columns.append(column("to"))
    if isEvidence {
      columns += [
        column("standing"), column("probability", isLabelled: true),
        column("when", isLabelled: true), column("statements"),
      ]
    }
    if hasFacts { columns.append(column("attributes")) }
    let rows = data.lines.enumerated().map { index, line in
      var cells = [Self.name(data.nodes[line.tail].node.name)]
      if hasLabels { cells.append(Self.name(line.line.label)) }
      cells.append(Self.name(data.nodes[line.head].node.name))
      if isEvidence {
        let shows = line.line.standing.isInfluence || line.line.standing == .lead
        cells += [
          standing(line), shows ? line.line.probability.map(words.percentText) ?? "" : "",
          line.when.map(Self.name) ?? "",
          statements(line.statements, showsSentence: false)
            + statements(line.implied, showsSentence: true),
        ]
      }
      if hasFacts { cells.append(Self.facts(line.facts)) }
      return (id: "e\(index)", cells: cells)
    }
    return table(words.plain("figure.table.lines." + sort), columns, rows)
  }

  private func standing(_ line: FigureData.Line) -> String {
    let standing = words.plain("standing." + Words.key(line.line.standing.words))
    var parts = [standing]
    if line.line.standing.isInfluence {
      parts.append(words.plain("involvement." + line.line.degree.rawValue))
    }
    if let phrase = line.phrase, phrase != standing { parts.append(phrase) }
    return Self.text(parts.joined(separator: words.plain("list.semicolon")))
  }

  /// Statements as a list: who says it, how well, where, in which words.
  private func statements(_ places: [Int], showsSentence: Bool) -> String {
    guard let context = data.context, !places.isEmpty else { return "" }
    let items = places.map { place -> String in
      let statement = data.statements[place]
      var out = "<li>"
      if showsSentence { out += "\(Self.name(context.sentenceWords(statement))): " }
      out += Self.name(context.voice(of: statement)) + ", "
      out += Self.text(context.grade(of: statement)) + ", "
      if let source = data.source(statement.citation.source) {
        let anchor = data.anchor(of: data.sources[source])
        let place = Self.text(context.place(of: statement))
        out += "<a href=\"#\(MarkupText.escaped(anchor))\">\(place)</a>"
      } else {
        out += Self.text(context.place(of: statement))
      }
      let hedges = context.hedges(of: statement)
      if !hedges.isEmpty { out += " (\(Self.text(hedges.joined(separator: ", "))))" }
      if let quote = statement.citation.quote { out += " <q>\(Self.name(quote.text))</q>" }
      return out + "</li>"
    }
    return "<ul class=\"tl-statements\">\(items.joined())</ul>"
  }

  private var sourceList: String {
    let items = data.sources.map { source -> String in
      var parts: [String] = [Self.name(source.title.isEmpty ? source.id : source.title)]
      parts += [
        source.author, source.publisher,
        source.published.map { DateWords(words: words).inline($0).plain },
      ]
      .compactMap { $0 }
      .map(Self.name)
      parts.append(
        Self.text(
          source.reliability.map {
            words.plain("viewer.reliability", ["letter": .text($0.rawValue)])
          } ?? words.plain("figure.ungraded")))
      var out = "<code>\(Self.text(source.id))</code> \(parts.joined(separator: ", "))"
      if let url = source.url, MarkupText.isSafe(address: url) {
        let address = MarkupText.escaped(url)
        out += ", <a href=\"\(address)\" rel=\"noreferrer noopener\">\(address)</a>"
      }
      return "<li id=\"\(MarkupText.escaped(data.anchor(of: source)))\">\(out)</li>\n"
    }
    return "<ol class=\"tl-sources\">\n\(items.joined())</ol>\n"
  }
}
