internal import Evidence
internal import InfluenceAnalysis

extension CentralityReport {
  /// The scores as a plot for Vega-Lite: a dot an entity, with the interval of 95 % of the worlds where worlds were
  /// drawn; a part a measure.
  ///
  /// - Returns: The specification as JSON, ending in a line end.
  public func vegaLite() -> String {
    let drawn = table.measures.filter { $0.undefinedBecause == nil }
    let marks =
      setting.samples > 0
      ? ["dot: the score with every arc; tick and line: mean and 95 % of the worlds"] : []
    return VegaLite.specification(
      title: "Centrality",
      subtitle: [summary] + marks + drawn.map { "\($0.name) says \($0.meaning)" },
      views: drawn.map(view)
    ).text(pretty: true) + "\n"
  }

  private func view(_ measure: MeasureResult) -> JSONValue {
    let scores = Array(shown(measure))
    let labels = VegaLite.labels(scores.map { ($0.id, $0.name) })
    let rows = zip(scores, labels).map { score, label in
      JSONValue.object([
        "label": .string(label), "id": .string(score.id), "kind": .string(score.kind),
        "rank": .optional(score.rank), "score": .optional(score.score),
        "mean": .optional(score.spread?.mean), "low": .optional(score.spread?.low),
        "high": .optional(score.spread?.high),
      ])
    }
    let dot = JSONValue.object([
      "mark": .object([
        "type": "point", "filled": .bool(true), "size": .integer(60),
        "color": .string(Palette.blue.hex), "tooltip": .object(["content": "data"]),
      ]),
      "encoding": .object(["x": VegaLite.number("score", title: measure.normalization)]),
    ])
    let whisker = JSONValue.object([
      "mark": .object(["type": "rule", "color": .string(Palette.quietInk.hex)]),
      "encoding": .object([
        "x": VegaLite.number("low", title: measure.normalization),
        "x2": .object(["field": "high"]),
      ]),
    ])
    let mean = JSONValue.object([
      "mark": .object(["type": "tick", "color": .string(Palette.ink.hex)]),
      "encoding": .object(["x": VegaLite.number("mean", title: measure.normalization)]),
    ])
    return VegaLite.view(
      title: measure.name, rows: rows, encoding: .object(["y": VegaLite.rows("label")]),
      layers: setting.samples > 0 ? [whisker, mean, dot] : [dot])
  }
}
