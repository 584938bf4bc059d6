internal import Evidence
internal import GraphCore
internal import InfluenceAnalysis

extension NetworkFindings {
  /// The findings as tables of text for a terminal; control characters from data are shown as escapes.
  ///
  /// - Parameter style: How it looks.
  /// - Returns: The text, ending in a line end.
  public func text(_ style: TerminalStyle = TerminalStyle()) -> String {
    var lines = [style.bold(VisibleText.line("\(title): \(network.title)"))]
    lines += VisibleText.wrapped(VisibleText.line(summary), columns: style.columns)
      .map(style.quiet)
    for note in notes { lines += VisibleText.wrapped(note, columns: style.columns) }
    for section in sections where !section.isData {
      lines += ["", style.bold(section.title)]
      for note in section.notes {
        lines += VisibleText.wrapped(VisibleText.line(note), columns: style.columns)
      }
      if style.drawsBoxes, let shape = section.shape {
        lines.append(style.quiet("\(shape.words) \(TerminalMarks.sparkline(shape.values))"))
      }
      lines += isEmpty(section.content) ? ["None."] : table(section.content).lines(style)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func isEmpty(_ content: Content) -> Bool {
    if case .rows(let rows) = content { rows.visible.isEmpty } else { false }
  }

  private func table(_ content: Content) -> TextTable {
    switch content {
    case .figures(let figures):
      let hasWords = figures.contains { !$0.says.isEmpty }
      let columns: [TextTable.Column] = [
        .init(title: "figure", least: 20), .init(title: "value", least: 8, isTrailing: true),
      ]
      return TextTable(
        columns: columns + (hasWords ? [.init(title: "what it says", least: 24)] : []),
        rows: figures.map { figure in
          [figure.label, figure.value.text] + (hasWords ? [VisibleText.line(figure.says)] : [])
        })
    case .rows(let rows):
      return TextTable(
        columns: rows.visibleColumns.map {
          .init(title: $0.title, least: 6, isTrailing: $0.isNumber)
        },
        rows: rows.visible.map { $0.map(\.text) })
    }
  }

  /// The network and the seed, in words.
  private var summary: String { "\(network.summary); seed \(seed)" }

  /// The findings as CommonMark with pipe tables.
  ///
  /// - Returns: The text, ending in a line end.
  public func markdown() -> String {
    var blocks: [Block] = [
      .heading(1, id: "title", [.text(title), ": ", .name(network.title)]),
      .paragraph([.text("Reckoned on: \(summary).")]),
    ]
    blocks += notes.map { .paragraph([.text($0)]) }
    for section in sections where !section.isData {
      blocks.append(.heading(2, id: Anchor.id("section", section.key), [.text(section.title)]))
      blocks += section.notes.map { .paragraph([.text($0)]) }
      blocks.append(
        isEmpty(section.content) ? .paragraph(["None."]) : .table(block(section.content)))
    }
    return Page(title: title, blocks: blocks).markdown()
  }

  private func block(_ content: Content) -> Table {
    switch content {
    case .figures(let figures):
      return Table(
        columns: [.init("Figure"), .init("Value", .trailing), .init("What it says")],
        rows: figures.map { [[.text($0.label)], $0.value.inline, [.text($0.says)]] })
    case .rows(let rows):
      return Table(
        columns: rows.visibleColumns.map { .init($0.title, $0.isNumber ? .trailing : .leading) },
        rows: rows.visible.map { $0.map(\.inline) })
    }
  }

  /// The findings as comma-separated values as RFC 4180 has them: the rows that matter most, such as a
  /// whole curve, or else every figure and cell with its section and key.
  ///
  /// - Returns: The text with CRLF line ends, a header first.
  public func csv() -> String {
    if let data, let section = section(data), case .rows(let rows) = section.content {
      return CSVText.row(rows.columns.map { .text($0.key) })
        + rows.rows.map { CSVText.row($0.map(\.csv)) }.joined()
    }
    var out = CSVText.row(["section", "row", "key", "value"].map { .text($0) })
    for section in sections {
      switch section.content {
      case .figures(let figures):
        for figure in figures {
          out += CSVText.row(
            [.text(section.key), .number(nil), .text(figure.key), figure.value.csv])
        }
      case .rows(let rows):
        for (number, row) in rows.rows.enumerated() {
          for (column, cell) in zip(rows.columns, row) {
            out += CSVText.row(
              [.text(section.key), .integer(number + 1), .text(column.key), cell.csv])
          }
        }
      }
    }
    return out
  }

  /// The findings as JSON: the network, then each section under its key, figures as an object and rows
  /// as a list of objects.
  ///
  /// - Parameter pretty: Whether it is spread over lines.
  /// - Returns: The text, ending in a line end.
  public func json(pretty: Bool = true) -> String {
    var members: [JSONValue.Member] = [.init("title", .string(network.title))]
    switch network.origin {
    case .plain: members.append(.init("evidence", .string(PlainSubject.noEvidence)))
    case .evidence(let projection, let policy):
      members += [
        .init("projection", .string(projection)), .init("policy", .string(policy)),
      ]
    }
    members += [
      .init("nodes", .integer(network.graph.nodeCount)),
      .init("edges", .integer(network.graph.edgeCount)),
      .init("directed", .bool(network.graph.isDirected)), .init("seed", .string64(seed)),
      .init("notes", .array(notes.map(JSONValue.string))),
    ]
    members += sections.map { .init($0.key, Self.json($0.content)) }
    return JSONValue.object(members).text(pretty: pretty) + "\n"
  }

  private static func json(_ content: Content) -> JSONValue {
    switch content {
    case .figures(let figures): .object(figures.map { .init($0.key, $0.value.json) })
    case .rows(let rows):
      .array(
        rows.rows.map { row in
          .object(zip(rows.columns, row).map { .init($0.key, $1.json) })
        })
    }
  }

  /// The curves as a plot for Vega-Lite.
  ///
  /// - Returns: The specification as JSON, ending in a line end; nothing to draw gives no parts, see
  ///   ``hasPlot``.
  public func vegaLite() -> String {
    VegaLite.specification(
      title: "\(title): \(network.title)", subtitle: [summary], views: plots.compactMap(view)
    ).text(pretty: true) + "\n"
  }

  private func view(_ plot: Plot) -> JSONValue? {
    guard let section = section(plot.section), case .rows(let rows) = section.content else {
      return nil
    }
    let places = Dictionary(
      rows.columns.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    let points = plot.lines.flatMap { line -> [JSONValue] in
      rows.rows.compactMap { row in
        guard let x = places[plot.x].map({ row[$0] }), let y = places[line.key].map({ row[$0] }),
          y.json != .null,
          plot.kind != .logarithmicPoints || ((x.value ?? 0) > 0 && (y.value ?? 0) > 0)
        else { return nil }
        return .object(["x": x.json, "y": y.json, "line": .string(VisibleText.line(line.name))])
      }
    }
    return .object([
      "title": .object(["text": .string(plot.title), "anchor": "start"]),
      "data": .object(["values": .array(points)]), "width": .integer(460),
      "height": .integer(220), "mark": Self.mark(plot.kind),
      "encoding": .object(
        [
          .init("x", Self.scale("x", plot.xTitle, plot.kind)),
          .init("y", Self.scale("y", plot.yTitle, plot.kind)),
        ] + (plot.lines.count > 1 || plot.kind.isLine ? Self.colours(plot) : [])),
    ])
  }

  private static func mark(_ kind: PlotKind) -> JSONValue {
    switch kind {
    case .steps: .object(["type": "line", "interpolate": "step-after"])
    case .lines: .object(["type": "line"])
    case .bars: .object(["type": "bar", "color": .string(Palette.blue.hex)])
    case .logarithmicPoints: .object(["type": "point", "color": .string(Palette.blue.hex)])
    }
  }

  private static func scale(_ field: String, _ title: String, _ kind: PlotKind) -> JSONValue {
    guard kind == .logarithmicPoints else { return VegaLite.number(field, title: title) }
    return .object([
      "field": .string(field), "type": "quantitative", "title": .string(title),
      "scale": .object(["type": "log"]),
    ])
  }

  /// What tells lines apart: their colour, and where bars stand.
  private static func colours(_ plot: Plot) -> [JSONValue.Member] {
    let colours =
      plot.kind.isLine
      ? [Palette.blue.hex, Palette.quietInk.hex] : [Palette.blue.hex, Palette.orange.hex]
    let colour = JSONValue.Member(
      "color",
      .object([
        "field": "line", "type": "nominal", "title": .null,
        "scale": .object([
          "domain": .array(plot.lines.map { .string(VisibleText.line($0.name)) }),
          "range": .array(
            plot.lines.indices.map { .string(colours[$0 % colours.count]) }),
        ]),
      ]))
    return plot.kind == .bars
      ? [colour, .init("xOffset", .object(["field": "line"]))] : [colour]
  }
}
