internal import Evidence
internal import InfluenceAnalysis

extension TraceReport {
  /// The chains as comma-separated values, a row a link; then what is said of the two and makes no chain, a row each,
  /// with the reason in the last but one column and a sentence in the last.
  ///
  /// - Returns: The text with CRLF line ends, a header first; statements are ids with blanks between.
  public func csv() -> String {
    let header = [
      "chain", "chain-probability", "link", "tail", "tail-name", "relation", "head", "head-name",
      "degree", "status", "probability", "weakest", "when", "statements", "reason", "sentence",
    ]
    return chainRows(CSVText.row(header.map { .text($0) }))
      + trace.refusals.map { refusal in
        CSVText.row(
          [.text(""), .text(""), .text("")] + context.cells(refusal.link)
            + [
              .text(""), .text(refusal.status.rawValue), .text(""), .text(""), .text(""),
              .text(refusal.statements.joined(separator: " ")), .text(refusal.reason.rawValue),
              .text(refusal.sentence),
            ])
      }.joined()
  }

  private func chainRows(_ header: String) -> String {
    trace.chains.enumerated().reduce(into: header) { text, item in
      let (index, chain) = item
      for (place, hop) in chain.hops.enumerated() {
        for arc in hop.arcs {
          text += CSVText.row([
            .integer(index + 1), .number(chain.probability), .integer(place + 1), .text(arc.tail),
            .text(context.evidence.name(of: arc.tail)), .text(arc.relation), .text(arc.head),
            .text(context.evidence.name(of: arc.head)), .text(arc.degree.rawValue),
            .text(arc.status.rawValue), .number(arc.probability),
            .text(place == chain.weakest ? "yes" : "no"), .text(context.when(arc) ?? ""),
            .text(arc.statements.joined(separator: " ")), .text(""), .text(""),
          ])
        }
      }
    }
  }

  /// The chains as a plot for Vega-Lite: a bar a link, as long as it is probable; a part a chain.
  ///
  /// - Returns: The specification as JSON, ending in a line end.
  public func vegaLite() -> String {
    let title = [trace.from, trace.to].map(context.title).joined(separator: " \u{2192} ")
    let words = trace.chains.isEmpty ? "No chain leads from the one to the other." : connectionWords
    return VegaLite.specification(
      title: title, subtitle: [words, choices],
      views: trace.chains.enumerated().map { view($1, number: $0 + 1) }
    ).text(pretty: true) + "\n"
  }

  private func view(_ chain: Chain, number: Int) -> JSONValue {
    let evidence = context.evidence
    var rows: [JSONValue] = []
    for (place, hop) in chain.hops.enumerated() {
      for arc in hop.arcs {
        let words =
          "\(place + 1). \(evidence.name(of: arc.tail)) \(context.relation(arc)) "
          + evidence.name(of: arc.head)
        rows.append(
          .object([
            "link": .string(VisibleText.line(words)), "degree": .string(arc.degree.rawValue),
            "status": .string(arc.status.rawValue), "probability": .number(arc.probability),
            "weakest": .string(
              place == chain.weakest && chain.hops.count > 1 ? "weakest link" : ""),
            "statements": .string(arc.statements.joined(separator: " ")),
          ]))
      }
    }
    let x = VegaLite.number("probability", title: "probability", from: [0, 1])
    let bar = JSONValue.object([
      "mark": .object(["type": "bar", "tooltip": .object(["content": "data"])]),
      "encoding": .object([
        "x": x,
        "color": VegaLite.degree("degree", of: Set(chain.hops.flatMap(\.arcs).map(\.degree))),
      ]),
    ])
    let remark = JSONValue.object([
      "mark": .object(["type": "text", "align": "left", "dx": .integer(6)]),
      "encoding": .object(["x": x, "text": .object(["field": "weakest", "type": "nominal"])]),
    ])
    return VegaLite.view(
      title: "Chain \(number): \(TraceReport.summary(chain))", rows: rows,
      encoding: .object(["y": VegaLite.rows("link")]), layers: [bar, remark])
  }
}

extension FindingContext {
  /// A link as cells: the id and the name of one end, the relation, the id and the name of the other.
  func cells(_ link: LinkKey) -> [CSVText.Cell] {
    [
      .text(link.subject), .text(evidence.name(of: link.subject)), .text(link.relation),
      .text(link.object), .text(evidence.name(of: link.object)),
    ]
  }
}
