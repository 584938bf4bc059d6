internal import Evidence
internal import InfluenceAnalysis

extension ReachReport {
  /// The list as comma-separated values, a row an entity; where nothing was reached, what is said and makes no chain,
  /// a row a link, in the last columns.
  ///
  /// - Returns: The text with CRLF line ends, a header first; the best chain is ids with `>` between, statements are
  ///   ids with blanks between.
  public func csv() -> String {
    let header = [
      "place", "id", "name", "kind", "probability", "low", "high", "degree", "chain", "tail",
      "tail-name", "relation", "head", "head-name", "status", "statements", "reason", "sentence",
    ]
    let none = [CSVText.Cell](repeating: .text(""), count: 9)
    let said = refusals.map { refusal in
      CSVText.row(
        none + context.cells(refusal.link)
          + [
            .text(refusal.status.rawValue), .text(refusal.statements.joined(separator: " ")),
            .text(refusal.reason.rawValue), .text(refusal.sentence),
          ])
    }
    return reachedRows(CSVText.row(header.map { .text($0) }), none) + said.joined()
  }

  private func reachedRows(_ header: String, _ none: [CSVText.Cell]) -> String {
    reached.enumerated().reduce(into: header) { text, item in
      let (index, end) = item
      let cells: [CSVText.Cell] = [
        .integer(index + 1), .text(end.entity), .text(context.evidence.name(of: end.entity)),
        .text(context.evidence.entity(end.entity)?.kind ?? ""),
        .number(end.connection.probability), .number(end.connection.low),
        .number(end.connection.high), .text(end.best.degree.rawValue),
        .text(end.best.nodes.joined(separator: " > ")),
      ]
      text += CSVText.row(cells + none)
    }
  }

  /// The list as a plot for Vega-Lite: a dot an entity at the probability of its connection.
  ///
  /// - Returns: The specification as JSON, ending in a line end.
  public func vegaLite() -> String {
    let labels = VegaLite.labels(reached.map { ($0.entity, context.title(of: $0.entity)) })
    let rows = zip(reached, labels).map { end, label in
      JSONValue.object([
        "label": .string(label), "id": .string(end.entity),
        "degree": .string(end.best.degree.rawValue),
        "probability": .number(end.connection.probability),
        "low": .number(end.connection.low), "high": .number(end.connection.high),
        "chain": .string(VisibleText.line(path(end.best))),
      ])
    }
    let axis = "probability that some chain holds"
    let dot = JSONValue.object([
      "mark": .object([
        "type": "point", "filled": .bool(true), "size": .integer(60),
        "tooltip": .object(["content": "data"]),
      ]),
      "encoding": .object([
        "x": VegaLite.number("probability", title: axis, from: [0, 1]),
        "color": VegaLite.degree("degree", of: Set(reached.map(\.best.degree))),
      ]),
    ])
    let whisker = JSONValue.object([
      "mark": .object(["type": "rule", "color": .string(Palette.quietInk.hex)]),
      "encoding": .object([
        "x": VegaLite.number("low", title: axis, from: [0, 1]), "x2": .object(["field": "high"]),
      ]),
    ])
    return VegaLite.specification(
      title: title,
      subtitle: [
        "projection \(context.projection), policy \(context.policy), seed \(context.seed)"
      ],
      views: [
        VegaLite.view(
          title: reached.isEmpty ? nothing : "the most probable first", rows: rows,
          encoding: .object(["y": VegaLite.rows("label")]), layers: [whisker, dot])
      ]
    ).text(pretty: true) + "\n"
  }
}
